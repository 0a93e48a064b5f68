"""Blocks of plain text and Markdown: every line that is not empty is one, letter for letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from briefing.article import Block, BlockKind
from briefing.sources.layout import ends_closed, is_caption, is_heading

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
# What no XML file, and so no Word memo, can hold. Line breaks and tabs are not among them.
UNWRITABLE = dict.fromkeys([*range(9), *range(14, 28), 31, 127, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of `text` as they stand, less the control characters that no XML file can hold."""
    return tuple(text.removeprefix("\ufeff").translate(UNWRITABLE).splitlines())


def blocks_of(lines: Sequence[str], *, markdown: bool = False) -> tuple[Block, ...]:
    """Return one block for each line with something visible in it, its kind read off the layout.

    White space around a line goes, the rest stays letter for letter.

    In hard-wrapped text (lines broken at a fixed width) only a line that stands free can be a heading.
    In Markdown the `#` marks of a heading are taken off; all else stays letter for letter.
    """
    lines = [_visible(line) for line in lines]
    wrapped = _is_hard_wrapped(lines)
    blocks = []
    for number, line in enumerate(lines):
        if not line:
            continue
        marks = _MARKDOWN_HEADING.match(line) if markdown else None
        if marks:
            blocks.append(Block(line[marks.end() :], BlockKind.HEADING))
            continue
        before = lines[number - 1] if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        kind = BlockKind.PARAGRAPH
        if is_caption(line):
            kind = BlockKind.CAPTION
        elif is_heading(line) and not _runs_on(before, line) and not _runs_on(line, after):
            free = not before and not after
            kind = BlockKind.HEADING if free or not wrapped else BlockKind.PARAGRAPH
        blocks.append(Block(line, kind))
    return tuple(blocks)


def _visible(line: str) -> str:
    line = line.strip().strip("\ufeff").strip()
    return "" if all(unicodedata.category(letter) in ("Cf", "Zs") for letter in line) else line


def _runs_on(line: str, after: str) -> bool:
    """Tell whether a sentence goes on from `line` into the line right after it."""
    return bool(line) and after[:1].islower() and not ends_closed(line)


def _is_hard_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether three in ten neighbouring lines, and at least three, run on into one another."""
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    running = sum(_runs_on(line, after) for line, after in pairs)
    return running >= 3 and running >= 0.3 * len(pairs)
