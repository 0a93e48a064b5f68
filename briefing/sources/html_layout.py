"""The lines of an HTML page and what its tags say about them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from briefing.article import Block, BlockKind
from briefing.sources.layout import ends_closed, is_caption, is_heading
from briefing.sources.text import lines_of

# A caption that must pass as a paragraph begins with this private mark.
CAPTION_MARK = "\ue0c1"

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr".split()
)
_FURNITURE = frozenset(
    "script style noscript template nav footer aside form button select textarea svg iframe head".split()
)
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
# Lines that belong to the page and not to the article, wherever they stand.
_LABELS = frozenset(
    (
        "advertentie",
        "advertisement",
        "reclame",
        "lees ook",
        "lees meer",
        "lees verder",
        "deel dit artikel",
        "deel",
    )
)
_HOUR = re.compile(r"\d{1,2}[.:]\d{2}(?: ?(?:uur|u\.?|h))?")
_LEAD = 60  # characters: bylines, dates and rubrics above an article are shorter, leads are longer


def lines_under(root: Any, *, extracted: bool = False) -> Iterator[tuple[str, str, bool]]:
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


def with_layout(lines: Iterable[tuple[str, str, bool]]) -> list[Block]:
    """Return the lines as blocks; short open paragraphs are headings where they are bold, or no heading is marked."""
    found = [line for line in lines if line[0].strip(" :").casefold() not in _LABELS]
    marked = any(tag == "h" for _, tag, _ in found[1:])
    blocks = []
    for text, tag, bold in found:
        kind = BlockKind.PARAGRAPH
        if text.startswith(CAPTION_MARK) or tag == "figcaption" or is_caption(text):
            kind = BlockKind.CAPTION
        elif tag == "h" or (tag in ("p", "div") and (bold or not marked) and is_heading(text, bold=bold)):
            kind = BlockKind.HEADING
        blocks.append(Block(text.removeprefix(CAPTION_MARK), kind))
    return blocks


def lead(everything: list[Block], blocks: list[Block], title: str | None) -> list[Block]:
    """Return what stands between the title and the first of `blocks` in `everything`: lead paragraphs and captions.

    Many papers set the lead with the title in a `header`, which an extraction takes for the page's.
    """
    texts = [block.text for block in everything]
    if not blocks or blocks[0].text not in texts:
        return []
    above = everything[: texts.index(blocks[0].text)]
    start = next((number for number, block in enumerate(above) if title and says(block, title)), None)
    if start is None:
        return []
    kept = {block.text for block in blocks}
    return [
        block
        for block in above[start + 1 :]
        if block.text not in kept
        and (block.kind is BlockKind.CAPTION or (len(block.text) >= _LEAD and ends_closed(block.text)))
    ]


def parted(blocks: list[Block], everything: list[Block]) -> list[Block]:
    """Return `blocks` with each that runs lines of `everything` together as those lines.

    Of a short page trafilatura's last resort is all of its text in one paragraph, title and date included.
    """
    lines = {block.text for block in everything}
    return [
        part
        for block in blocks
        for part in (
            [block]
            if block.text in lines or block.kind is BlockKind.CAPTION
            else _run_together(block, everything) or [block]
        )
    ]


def _run_together(block: Block, everything: list[Block]) -> list[Block]:
    """Return the lines that a block consists of, one behind the other; nothing where it has other words too."""
    found, rest = [], block.text
    for line in everything:
        if rest.startswith(line.text):
            found.append(line)
            rest = rest.removeprefix(line.text).lstrip()
    return [] if rest else found


def with_headings(everything: list[Block], blocks: list[Block], moments: Collection[str]) -> list[Block]:
    """Return `blocks` with what heads them put back: a heading right above one in `everything`, and a moment above both.

    An extraction drops headings where it has to look for loose paragraphs, and lines that are a `time` alone.
    """
    result: list[Block] = []
    last = -1
    for block in blocks:
        position = next(
            (n for n in range(last + 1, len(everything)) if everything[n].text == block.text), None
        )
        if position is not None:
            start = position
            if start - 1 > last and _heads(everything[start - 1], block, moments):
                start -= 1
            while start - 1 > last and everything[start - 1].text in moments:
                start -= 1
            result += everything[start:position]
            last = position
        result.append(block)
    return result


def _heads(above: Block, block: Block, moments: Collection[str]) -> bool:
    return (
        above.kind is BlockKind.HEADING and block.kind is not BlockKind.HEADING and above.text not in moments
    )


def without_dateline(everything: list[Block], moments: Collection[str]) -> list[Block]:
    """Return the lines with each moment as a heading, as a live blog has them, but for the page's own.

    That is a date above the first paragraph, or below the last: it says when the page was made. An hour is told
    wherever it stands.
    """
    told = [n for n, block in enumerate(everything) if block.text not in moments]
    first = next((n for n in told if everything[n].kind is BlockKind.PARAGRAPH), len(everything))
    last = max(told, default=-1)
    return [
        Block(block.text, BlockKind.HEADING) if block.text in moments else block
        for n, block in enumerate(everything)
        if block.text not in moments or (n < last and (n > first or _HOUR.fullmatch(block.text)))
    ]


def says(block: Block, title: str) -> bool:
    """Tell whether `block` is a heading with the words of `title`."""
    return block.kind is BlockKind.HEADING and " ".join(block.text.split()).casefold() == title.casefold()
