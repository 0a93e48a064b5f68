"""HTML pages: the one door to trafilatura, which finds the article among menus and advertisements."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefing.article import Block, PartialDate
from briefing.errors import SourceError
from briefing.sources.draft import Draft
from briefing.sources.header import Header
from briefing.sources.html_layout import (
    CAPTION_MARK,
    lead,
    lines_under,
    parted,
    says,
    with_headings,
    with_layout,
    without_dateline,
)

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "pubdate",
)
_DATE = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d.*)?")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SHORT = 250  # characters; under this trafilatura itself holds an extraction for failed


def read_html(text: str, name: str) -> Draft:
    """Return the article inside a page: its blocks, title, date, publisher and address.

    `h1`-`h6` are headings, `figcaption` captions, each list item and table cell a paragraph. An `h1` that says
    the title again is left out; a lead that stands with the title is put back. A line that is a `time` alone is a
    heading, as in a live blog, or where it dates the page left out. A page from which trafilatura takes next to
    nothing gives all its text but menus and footers. SourceError where the page cannot be parsed.
    """
    import logging

    import lxml.html

    with _no_probe():
        import trafilatura

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL)  # their messages quote the page
    try:
        # Parsed here, not by trafilatura, which holds small pages for no HTML. The parser fetches nothing.
        parser = lxml.html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
        )
        tree: Any = lxml.html.document_fromstring(text.encode("utf-8", "ignore") or b"<p>", parser=parser)
        everything = with_layout(lines_under(tree))
        metadata = trafilatura.extract_metadata(
            copy.deepcopy(tree),
            date_config={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        )
        published = _published(tree)
        found: Any = trafilatura.bare_extraction(
            _with_marks(tree), fast=True, include_comments=False, include_formatting=True, favor_recall=True
        )
        blocks = [] if found is None else with_layout(lines_under(found.body, extracted=True))
    except Exception as error:  # lxml's, and whatever a page provokes in trafilatura
        raise SourceError(
            f"{name} is no HTML page that can be read.", "Save the page again, or its text alone."
        ) from error
    title = " ".join((metadata.title or "").split()) or None
    heads = [" ".join((head.text_content() or "").split()) for head in tree.iter("h1")]
    if title and len(heads) == 1 and len(heads[0]) > 10 and title.startswith(heads[0]):
        title = heads[0]  # without the name of the paper behind it
    moments = {" ".join(moment.text_content().split()) for moment in tree.iter("time")}
    told = without_dateline(everything, moments)
    if _length(blocks) < min(_SHORT, _length(everything)):
        blocks = told
    else:
        apart = parted(blocks, everything)
        blocks = [b for b in apart if not (title and says(b, title)) and b.text not in moments]
        blocks = [*lead(told, blocks, title), *with_headings(told, blocks, moments)]
    header = Header(
        date=published or _date(metadata.date),
        title=title,
        publisher=" ".join((metadata.sitename or "").split()) or None,
        url=metadata.url if str(metadata.url or "").startswith(("http://", "https://")) else None,
    )
    return Draft(tuple(b for b in blocks if not (title and says(b, title))), header)


@contextmanager
def _no_probe() -> Iterator[None]:
    """Let trafilatura be imported without a socket: urllib3, which it brings along, opens one to look for IPv6."""
    import socket

    there = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = there


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _date(text: str | None) -> PartialDate | None:
    found = _DATE.fullmatch((text or "").strip())
    if found is None:
        return None
    try:
        return PartialDate.parse(found.group(1))
    except ValueError:
        return None


def _published(tree: Any) -> PartialDate | None:
    """Return the date of publication as precisely as the page says it: htmldate would make `2025-03` a day."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        said.setdefault(key, meta.get("content") or "")
    dates = [said.get(key) for key in _PUBLISHED]
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            dates += _JSON_DATE.findall(script.text or "")
    article = next(tree.iter("article"), tree)
    dates += [moment.get("datetime") for moment in article.iter("time")]
    return next((date for date in map(_date, dates) if date), None)


def _with_marks(tree: Any) -> Any:
    """Return a copy of `tree` in which each figure is its captions alone, as marked paragraphs, and what else it says.

    trafilatura throws figures away.
    """
    import lxml.html

    tree = copy.deepcopy(tree)
    for moment in list(tree.iter("time")):  # one inside a line is a part of it, and would be dropped too
        if moment.text_content().split() != moment.getparent().text_content().split():
            moment.drop_tag()
    for caption in list(tree.iter("figcaption")):
        text = " ".join(line for line, _, _ in lines_under(caption))
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None:
            figure.tag = "div"
        paragraph = lxml.html.Element("p")
        paragraph.text = CAPTION_MARK + text if text else ""
        paragraph.tail = caption.tail
        caption.getparent().replace(caption, paragraph)
    return tree
