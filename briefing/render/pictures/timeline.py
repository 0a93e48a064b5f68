"""The timeline: a numbered mark for each dated event, stacked where they crowd; the table below says what each is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.article import PartialDate
from briefing.memo import Memo
from briefing.memo.wording import count
from briefing.render.pictures.canvas import GREY, INK, Canvas, available
from briefing.render.pictures.picture import WIDTH, Picture
from briefing.render.pictures.scale import AXIS, Scale, axis, padded

_SIZE = 13.5  # points across a mark, enough for two figures
_STEP = 15.5  # from one mark to the next, sideways and up
_LEVELS = 7  # marks that stand on each other; more are counted
_COLUMNS = 3  # of marks before or after the line; more are counted
_EDGE = 14.0  # from the edge of the picture to the middle of the outermost column, half of "Earlier" below it
_GAP = 17.0  # from the middle of the innermost column to the line
_MARGIN = 60  # days around the articles that the line shows at least
_FEWEST = 3  # dates that are worth a picture
_LISTED = 24  # events that the alternative text names one by one


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: its number in the table, its date, and whether it lies after the memo's date."""

    number: int
    day: PartialDate
    ahead: bool


def timeline(memo: Memo) -> Picture | None:
    """Return the picture of the dated events; None where fewer than three dates can be shown."""
    marks = [
        Mark(e.number, day, day.first > memo.date)
        for e in memo.timeline
        if e.iso
        for day in (PartialDate.parse(e.iso),)
        if day.month
    ]
    if len({m.day for m in marks}) < _FEWEST:
        return None
    spans = [PartialDate.parse(s.iso) for s in memo.sources if s.iso]
    inside, before, after = place(marks, spans)
    if len({m.day for m in inside}) < _FEWEST or not available():
        return None
    years = sum(bool(e.iso) and "-" not in e.iso for e in memo.timeline)
    line = (
        f"; the line is the time of {'the sources' if spans else 'most of them'}" if before or after else ""
    )
    words = [f"Dated events, numbered as in the table{line}."]
    first, last = _period(inside)
    ahead = any(m.ahead for m in marks)
    if first <= memo.date <= last:
        words.append(
            "Dashed: the date of this memo" + "; white marks lie after it." * ahead + "." * (not ahead)
        )
    elif ahead:
        words.append("White marks lie after the date of this memo.")
    if any(m.day.day is None for m in marks):
        words.append("Square: the day is not known.")
    if before or after:
        words.append(
            "Left and right of the line: earlier and later."
            if before and after
            else "Left of the line: earlier."
            if before
            else "Right of the line: later."
        )
    levels = _layout(inside, [_side(before), _side(after)], WIDTH)[2]
    if max(levels) >= _LEVELS or max(len(before), len(after)) > _COLUMNS * _LEVELS:
        words.append("A figure with a plus counts events that there is no room for.")
    if years:
        words.append(
            f"{count(years, 'event')} known to the year alone {'is' if years == 1 else 'are'} not shown."
        )
    return Picture(
        "timeline-picture",
        " ".join(words),
        _described(marks),
        lambda width: _draw(inside, before, after, memo.date, width),
    )


def _described(marks: Sequence[Mark]) -> str:
    first, last = marks[0].day, marks[-1].day
    said = (
        f"Timeline with {count(len(marks), 'dated event')}, from {first} to {last}, numbered as in the table."
    )
    if len(marks) > _LISTED:
        return said
    return f"{said} {'; '.join(f'{m.number}: {m.day}' for m in marks)}."


def place(marks: Sequence[Mark], spans: Sequence[PartialDate]) -> tuple[list[Mark], list[Mark], list[Mark]]:
    """Return the events on the line, those before and those after it.

    The line is the period of the sources and half as much on both sides, so that one event of long ago does not
    press all others together. Without dated sources it is a year on both sides of the middle event.
    """
    if spans:
        first, last = min(d.first for d in spans), max(d.last for d in spans)
        air = max(_MARGIN, (last - first).days // 2)
    else:
        first = last = sorted(m.day.first for m in marks)[len(marks) // 2]
        air = 365
    low, high = first.toordinal() - air, last.toordinal() + air
    return (
        [m for m in marks if low <= m.day.first.toordinal() <= high],
        [m for m in marks if m.day.first.toordinal() < low],
        [m for m in marks if m.day.first.toordinal() > high],
    )


def stack(places: Sequence[float], step: float = _STEP) -> list[int]:
    """Return a level for each place, given from left to right, so that no two marks touch: the lowest that is free."""
    ends: list[float] = []
    levels = []
    for x in places:
        level = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        if level == len(ends):
            ends.append(x)
        ends[level] = x + step
        levels.append(level)
    return levels


def _period(inside: Sequence[Mark]) -> tuple[date, date]:
    return padded(min(m.day.first for m in inside), max(m.day.last for m in inside))


def _layout(
    inside: Sequence[Mark], sides: Sequence[int], width: float
) -> tuple[Scale, list[Mark], list[int]]:
    """Return the line of time, the events on it from left to right, and the level of each."""
    left, right = (_EDGE + _STEP * (s - 1) + _GAP if s else 8 for s in sides)
    scale = Scale(*_period(inside), left, width - right)
    ordered = sorted(inside, key=lambda m: (scale.middle(m.day), m.number))
    return scale, ordered, stack([scale.middle(m.day) for m in ordered])


def _draw(inside: list[Mark], before: list[Mark], after: list[Mark], memo_date: date, width: float) -> Canvas:
    sides = [_side(group) for group in (before, after)]
    scale, ordered, levels = _layout(inside, sides, width)
    tallest = min(
        max([*levels, *(math.ceil(len(g) / s) - 1 for g, s in zip((before, after), sides, strict=True) if s)])
        + 1,
        _LEVELS,
    )
    crowded = any(level >= _LEVELS for level in levels)
    height = AXIS + _STEP * tallest + 10 + 10 * crowded
    canvas = Canvas(width, height)
    axis(canvas, scale, base=AXIS, top=height - 6)
    if scale.first <= memo_date <= scale.last:
        x = scale.x(memo_date)
        canvas.line((x, AXIS), (x, height - 2), color=INK, weight=1, dashed=True)
    for mark, level in zip(ordered, levels, strict=True):
        if level < _LEVELS:
            _mark(canvas, mark, scale.middle(mark.day), level)
    _overflow(
        canvas, [scale.middle(m.day) for m, level in zip(ordered, levels, strict=True) if level >= _LEVELS]
    )
    for group, columns, start, words in (
        (before, sides[0], _EDGE, "Earlier"),
        (after, sides[1], scale.right + _GAP, "Later"),
    ):
        _aside(canvas, group, columns, start, words)
    return canvas


def _side(group: list[Mark]) -> int:
    return min(math.ceil(len(group) / _LEVELS), _COLUMNS)


def _mark(canvas: Canvas, mark: Mark, x: float, level: int) -> None:
    y = AXIS + 4 + _STEP * (level + 0.5)
    canvas.mark((x, y), _SIZE, square=mark.day.day is None, hollow=mark.ahead)
    figures = str(mark.number)
    size = 7.5 if len(figures) < 3 else 5.5
    canvas.words(
        (x, y), figures, size=size, align="center", bold=True, color=INK if mark.ahead else "#FFFFFF"
    )


def _overflow(canvas: Canvas, places: list[float]) -> None:
    """Write how many marks of a crowd there was no room for, above it."""
    while places:
        crowd = [x for x in places if x < places[0] + 2 * _STEP]
        places = places[len(crowd) :]
        y = AXIS + 4 + _STEP * _LEVELS + 6
        canvas.words(
            (sum(crowd) / len(crowd), y), f"+{len(crowd)}", size=7.5, align="center", bold=True, color=INK
        )


def _aside(canvas: Canvas, group: list[Mark], columns: int, start: float, words: str) -> None:
    """Put the events before or after the line in columns beside it."""
    if not group:
        return
    room = columns * _LEVELS
    shown = group if len(group) <= room else group[: room - 1]
    for n, mark in enumerate(shown):
        _mark(canvas, mark, start + _STEP * (n % columns), n // columns)
    if len(group) > room:
        n = room - 1
        canvas.words(
            (start + _STEP * (n % columns), AXIS + 4 + _STEP * (n // columns + 0.5)),
            f"+{len(group) - n}",
            size=7,
            align="center",
            bold=True,
            color=INK,
        )
    canvas.words((start + _STEP * (columns - 1) / 2, AXIS - 8.5), words, size=7, align="center", color=GREY)
