"""An article on its way from a file: what each reader of a form hands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.article import Block, BlockKind
from briefing.sources.header import Header, split_header
from briefing.sources.layout import kind_of


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks of an article and what its file says about it."""

    blocks: tuple[Block, ...]
    header: Header = field(default_factory=Header)


def with_header(blocks: Sequence[Block], name: str, title: str | None = None) -> Draft:
    """Return the article that `blocks` hold below the header they may begin with.

    A heading right above header lines is the title, unless `title` or the header says another.
    """
    found = _split(blocks, name)
    if found.header == Header() and title is None and len(blocks) > 1 and blocks[0].kind is BlockKind.HEADING:
        below = _split(blocks[1:], name)
        if below.header != Header():
            found, title = below, blocks[0].text
    return replace(found, header=replace(found.header, title=found.header.title or title))


def _split(blocks: Sequence[Block], name: str) -> Draft:
    header, rest = split_header([block.text for block in blocks], name)
    kept = list(blocks[len(blocks) - len(rest) :])
    if kept and kept[0].text != rest[0]:  # a one-line header: its line goes on with text
        kept[:1] = [Block(rest[0], kind_of(rest[0]))] if rest[0] else []
    return Draft(tuple(kept), header)
