"""Blocks of plain text and Markdown: every line that is not empty is one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from briefing.article import Block, BlockKind
from briefing.sources.layout import ends_closed, is_caption, is_heading

# What no XML file, and so no Word memo, can hold. Line breaks and tabs are not among them.
UNWRITABLE = dict.fromkeys([*range(9), *range(14, 28), 31, 127, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of `text` as they stand, less the control characters that no XML file can hold."""
    return tuple(text.removeprefix("\ufeff").translate(UNWRITABLE).splitlines())


def blocks_of(lines: Sequence[str], *, markdown: bool = False) -> tuple[Block, ...]:
    """Return one block for each line with something visible in it, its kind read off the layout.

    White space around a line goes, the rest stays letter for letter; of Markdown the marks go too, and say what a
    line is. In hard-wrapped text (lines broken at a fixed width) only a line that stands free can be a heading.
    """
    lines = [_visible(line) for line in lines]
    kinds: Sequence[BlockKind | None] = [None] * len(lines)
    if markdown:
        from briefing.sources.markdown import read_marks

        read = read_marks(lines)
        lines, kinds = [_visible(line) for line, _ in read], [kind for _, kind in read]
    wrapped = _is_hard_wrapped(lines)
    blocks = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if line:
            blocks.append(Block(line, kinds[number] or _kind_between(before, line, after, wrapped=wrapped)))
    return tuple(blocks)


def _kind_between(before: str, line: str, after: str, *, wrapped: bool) -> BlockKind:
    if is_caption(line):
        return BlockKind.CAPTION
    free = not before and not after
    alone = not _runs_on(before, line) and not _runs_on(line, after)
    return BlockKind.HEADING if is_heading(line) and alone and (free or not wrapped) else BlockKind.PARAGRAPH


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
