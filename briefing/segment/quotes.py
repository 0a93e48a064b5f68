"""Quotations and brackets: which stretches of a text stand between marks that belong together.

A mark's shape says little in Dutch newspapers: „…”, “…”, ”…”, "…", ‘…’, ’…’ and '…' all occur, and an apostrophe
(zo’n, 's avonds, foto's) has the shape of a single quotation mark. So the place decides: an opening mark follows
white space or another opening mark, a closing mark follows a letter or closing punctuation.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_DOUBLE = '"„“”‟″'
_SINGLE = "'‚‘’‛′`"
_ANGLE = "«»‹›"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
MARKS = _DOUBLE + _SINGLE + _ANGLE
OPENERS = MARKS + "([{"
CLOSERS = MARKS + ")]}"
# Two commas, apostrophes or grave accents are the quotation marks of old typewriters and wire services.
_MARK = re.compile(f",,(?=\\S)|''|``|[{re.escape(MARKS + '()[]{}')}]")
# 's avonds, ’t Is, 'n half uur, d'r, '80: the mark stands for letters or figures that are left out.
_ELISION = re.compile(r"['’‘`](?:[stnkmr]\b|ie\b|\d\d(?!\d))", re.IGNORECASE)
_ONLY_OPENS = ("„", "‚", ",,")
_ONLY_CLOSES = ("”", "’", "»", "›")
_BEFORE_OPENING = OPENERS + "-–—/=•"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch between two marks that belong together; `end` is the offset after the closing mark."""

    start: int
    end: int


def find_spans(text: str) -> tuple[tuple[Span, ...], frozenset[int]]:
    """Return the balanced quotations and brackets of `text`, nested ones too, and the offsets of closing marks.

    A mark without its counterpart makes no span, and does not keep its neighbours from finding theirs.
    """
    spans: list[Span] = []
    closing: set[int] = set()
    stack: list[tuple[str, int]] = []
    opened: Counter[str] = Counter()  # how often each family stands in the stack
    for found in _MARK.finditer(text):
        mark, at = found.group(), found.start()
        family = _family(mark)
        before = text[at - 1] if at else " "
        stop = found.end()
        after = text[stop] if stop < len(text) else " "
        is_open = opened[family] > 0
        if family == "single" and _is_apostrophe(text, at, before, after, is_open=is_open):
            continue
        if _opens(mark, before, after, is_open=is_open):
            stack.append((family, at))
            opened[family] += 1
            continue
        closing.update(range(at, stop))
        if is_open:
            other, start = stack.pop()
            while other != family:
                opened[other] -= 1
                other, start = stack.pop()
            opened[family] -= 1
            spans.append(Span(start, stop))
    return tuple(sorted(spans, key=lambda span: span.start)), frozenset(closing)


def _family(mark: str) -> str:
    if mark in _DOUBLE or len(mark) == 2:
        return "double"
    if mark in _SINGLE:
        return "single"
    return "angle" if mark in _ANGLE else _BRACKETS.get(mark, mark)


def _opens(mark: str, before: str, after: str, *, is_open: bool) -> bool:
    if mark in "([{" or mark in _ONLY_OPENS:
        return True
    if mark in ")]}":
        return False
    if after.isspace():
        return before.isspace() and not is_open
    if before in ".!?…" and after.isalnum() and mark not in _ONLY_CLOSES and not is_open:
        return True  # the space before it was forgotten: "gaan.“Dat"
    return before.isspace() or before in _BEFORE_OPENING


def _is_apostrophe(text: str, at: int, before: str, after: str, *, is_open: bool) -> bool:
    if before.isalnum() and after.isalnum():
        return True  # zo’n, foto's
    if not before.isalnum() and text[at] not in _ONLY_OPENS and _ELISION.match(text, at):
        # A quotation of one letter ('s') is rarer than an elision.
        return text[at + 2 : at + 3] not in tuple(_SINGLE)
    return before in "sSxXzZ" and after.isspace() and not is_open  # Parijs' voorstel
