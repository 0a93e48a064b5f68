"""An article on its way from a file: what each reader of a form hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.article import Block
from briefing.sources.header import Header


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks of an article and what its file says about it."""

    blocks: tuple[Block, ...]
    header: Header = field(default_factory=Header)
