"""HTML pages: the one door to trafilatura, which finds the article among menus and advertisements."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from briefing.article import Block, BlockKind, PartialDate
from briefing.errors import SourceError
from briefing.sources.draft import Draft
from briefing.sources.header import Header
from briefing.sources.layout import is_caption, is_heading
from briefing.sources.text import lines_of

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
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "  # noqa: SIM905
    "sub sup time tt u var wbr".split()
)
_FURNITURE = frozenset(
    "script style noscript template nav footer aside form button select textarea svg iframe head".split()  # noqa: SIM905
)
# Captions travel through the extraction as paragraphs behind this private mark.
_MARK = "\ue0c1"
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_SHORT = 250  # characters; under this trafilatura itself holds an extraction for failed


def read_html(text: str, name: str) -> Draft:
    """Return the article inside a page: its blocks, title, date, publisher and address.

    `h1`-`h6` are headings, `figcaption` captions, each list item and table cell a paragraph. An `h1` that says
    the title again is left out. A page from which trafilatura takes next to nothing gives all its text but menus
    and footers. SourceError where the page cannot be parsed.
    """
    import logging

    import lxml.html
    import trafilatura

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL)  # their messages quote the page
    try:
        # Parsed here, not by trafilatura, which holds small pages for no HTML. The parser fetches nothing.
        parser = lxml.html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
        )
        tree: Any = lxml.html.document_fromstring(text.encode("utf-8", "ignore") or b"<p>", parser=parser)
        everything = _with_layout(_walk(tree))
        metadata = trafilatura.extract_metadata(
            copy.deepcopy(tree),
            date_config={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        )
        published = _published(tree)
        found: Any = trafilatura.bare_extraction(
            _with_marks(tree), fast=True, include_comments=False, include_formatting=True, favor_recall=True
        )
        blocks = [] if found is None else _with_layout(_walk(found.body, extracted=True))
    except Exception as error:  # lxml's, and whatever a page provokes in trafilatura
        raise SourceError(
            f"{name} is no HTML page that can be read.", "Save the page again, or its text alone."
        ) from error
    if _length(blocks) < min(_SHORT, _length(everything)):
        blocks = everything
    title = " ".join((metadata.title or "").split()) or None
    heads = [" ".join((head.text_content() or "").split()) for head in tree.iter("h1")]
    if title and len(heads) == 1 and len(heads[0]) > 10 and title.startswith(heads[0]):
        title = heads[0]  # without the name of the paper behind it
    header = Header(
        date=published or _date(metadata.date),
        title=title,
        publisher=" ".join((metadata.sitename or "").split()) or None,
        url=metadata.url if str(metadata.url or "").startswith(("http://", "https://")) else None,
    )
    return Draft(tuple(block for block in blocks if not (title and _says(block, title))), header)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _says(block: Block, title: str) -> bool:
    return block.kind is BlockKind.HEADING and " ".join(block.text.split()).casefold() == title.casefold()


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
    """Return a copy of `tree` in which each figure is its caption alone, as a marked paragraph.

    trafilatura throws figures away.
    """
    import lxml.html

    tree = copy.deepcopy(tree)
    for caption in list(tree.iter("figcaption")):
        text = " ".join(caption.text_content().split())
        figure = next(caption.iterancestors("figure"), caption)
        parent = figure.getparent()
        if not text or parent is None:
            continue
        paragraph = lxml.html.Element("p")
        paragraph.text = _MARK + text
        paragraph.tail = figure.tail
        parent.replace(figure, paragraph)
    return tree


def _walk(root: Any, *, extracted: bool = False) -> Iterator[tuple[str, str, bool]]:
    """Yield text, tag (`h`, `figcaption` or another) and whether it is all bold, for each line under `root`.

    `extracted` says that it is trafilatura's tree, with its names: `head` for a heading, `hi`, `lb`, `item`, `cell`.
    """
    from lxml import etree

    if not extracted:
        mains = list(root.iter("article")) or list(root.iter("main"))
        root = mains[0] if len(mains) == 1 else root
    pieces: list[tuple[str, bool]] = []
    kinds: list[str] = [""]
    bold = skipped = 0

    def flush() -> Iterator[tuple[str, str, bool]]:
        for line in lines_of(_SPACES.sub(" ", "".join(text for text, _ in pieces))):
            visible = line.strip()
            if visible:
                yield visible, kinds[-1], all(strong for text, strong in pieces if text.strip())
        pieces.clear()

    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = str(node.tag)
        furniture = tag in _FURNITURE and not (extracted and tag == "head")
        strong = tag in ("b", "strong") or (tag == "hi" and node.get("rend") == "#b")
        inline = tag in _INLINE or tag in ("hi", "ref")
        if event == "start":
            skipped += furniture
            if not inline:
                yield from flush()
                kinds.append(_kind(tag, kinds[-1], extracted=extracted))
            bold += strong
            if node.text and not skipped:
                pieces.append((node.text, bold > 0))
            continue
        skipped -= furniture
        bold -= strong
        if not inline:
            yield from flush()
            kinds.pop()
        if node.tail and not skipped and node is not root:
            pieces.append((node.tail, bold > 0))
    yield from flush()


def _kind(tag: str, around: str, *, extracted: bool) -> str:
    if tag in _HEADINGS or (extracted and tag == "head"):
        return "h"
    if tag == "figcaption":
        return tag
    return around if around in ("h", "figcaption") else tag


def _with_layout(lines: Iterator[tuple[str, str, bool]]) -> list[Block]:
    """Return the lines as blocks; where a page marks no heading, its short open paragraphs are held for headings."""
    found = list(lines)
    marked = any(tag == "h" for _, tag, _ in found[1:])
    blocks = []
    for text, tag, bold in found:
        kind = BlockKind.PARAGRAPH
        if text.startswith(_MARK) or tag == "figcaption" or is_caption(text):
            kind = BlockKind.CAPTION
        elif tag == "h" or (tag in ("p", "div") and (bold or not marked) and is_heading(text)):
            kind = BlockKind.HEADING
        blocks.append(Block(text.removeprefix(_MARK), kind))
    return blocks
