"""Coverage over time by source: a row for each source with a mark at its date, or stacked bars where they are many."""

from __future__ import annotations

from itertools import accumulate

from briefing.article import PartialDate
from briefing.memo import Grid, Memo, Source
from briefing.memo.wording import count
from briefing.render.pictures.canvas import FILLS, GREY, INK, Canvas, available, fit, measure
from briefing.render.pictures.picture import Picture
from briefing.render.pictures.scale import AXIS, Scale, axis, padded
from briefing.render.text import shorten

_ROW = 15.0
_LABELS = 0.46  # of the width, for number and title
_BARS = 96.0  # height of the highest bar
_ALT = 60  # characters of a title in the alternative text


def coverage(memo: Memo) -> Picture | None:
    """Return the picture of which source is of which day; None where the memo has no coverage to show."""
    grid = memo.grid
    if grid is None or not available():
        return None
    dated = [s for s in memo.sources if s.iso]
    undated = len(memo.sources) - len(dated)
    tail = (
        f" {count(undated, 'source')} without a date {'is' if undated == 1 else 'are'} not shown."
        if undated
        else ""
    )
    if grid.by == "source":
        coarse = any(PartialDate.parse(s.iso).day is None for s in dated)
        return Picture(
            "coverage",
            "Coverage over time by source."
            + " A bar is a source whose day is not known." * coarse + tail,
            "Chart with a row for each source and a mark at its date. "
            + " ".join(f"{s.number}, {shorten(s.title, _ALT)}: {s.date}." for s in dated),
            lambda width: _rows(dated, width),
        )  # fmt: skip
    by = " and publisher" if grid.by else ""
    publishers = ", ".join(f"{name}: {sum(counts)}" for name, counts in grid.parts)
    return Picture(
        "coverage",
        f"Coverage over time{' by publisher' if by else ''}: number of articles.{tail}",
        f"Bar chart of articles by time{by}. {grid.description} {publishers}".strip(),
        lambda width: _bars(grid, width),
    )


def _rows(sources: list[Source], width: float) -> Canvas:
    days = [PartialDate.parse(s.iso) for s in sources]
    first, last = padded(min(d.first for d in days), max(d.last for d in days))
    height = AXIS + _ROW * len(sources) + 4
    canvas = Canvas(width, height)
    scale = Scale(first, last, width * _LABELS + 8, width - 4)
    axis(canvas, scale, base=AXIS, top=height - 4)
    for n, (source, day) in enumerate(zip(sources, days, strict=True)):
        y = height - 4 - _ROW * (n + 0.5)
        canvas.line((0, y - _ROW / 2), (width - 4, y - _ROW / 2), color="#E3E3E3", weight=0.4)
        canvas.words((11, y), str(source.number), size=7.5, align="right", bold=True, color=INK)
        canvas.words((17, y), fit(source.title, scale.left - 26, 7.5))
        if day.day:
            left = right = scale.x(day.first)
            canvas.mark((left, y), 6.5, square=False, hollow=False)
        else:
            left, right = scale.x(day.first), scale.x(day.last)
            canvas.box((left, y - 2.5), right - left, 5, fill="#FFFFFF", hatch="////")
        _beside(canvas, scale, (left - 7, right + 7), y, source.date)
    return canvas


def _beside(canvas: Canvas, scale: Scale, sides: tuple[float, float], y: float, words: str) -> None:
    """Write the date to the right of its mark, or to the left where the line ends."""
    left, right = sides
    wide = measure(words, 7)
    place, align = ((right, y), "left") if right + wide <= scale.right else ((left, y), "right")
    edge = right - 2 if align == "left" else left - wide - 2
    canvas.box((edge, y - 4), wide + 4, 8, fill="#FFFFFF", edge=False)
    canvas.words(place, words, size=7, align=align, color=GREY)


def _bars(grid: Grid, width: float) -> Canvas:
    series = grid.parts or grid.totals[:1]
    totals = [sum(column) for column in zip(*(counts for _, counts in series), strict=True)]
    legend = 16.0 * bool(grid.parts)
    height = AXIS - 6 + _BARS + 14 + legend
    canvas = Canvas(width, height)
    base, unit = AXIS - 6, _BARS / max(totals)
    step = width / len(grid.columns)
    bar = min(step * 0.6, 34)
    canvas.line((0, base), (width, base), color=GREY, weight=0.8)
    for n, label in enumerate(grid.columns):
        x = step * (n + 0.5)
        canvas.words(
            (x, base - 9), label, size=7 if len(grid.columns) < 12 else 6, align="center", color=GREY
        )
        tops = accumulate((counts[n] for _, counts in series), initial=0)
        for (_, counts), below, (fill, hatch) in zip(series, tops, FILLS, strict=False):
            if counts[n]:
                canvas.box((x - bar / 2, base + below * unit), bar, counts[n] * unit, fill=fill, hatch=hatch)
        if totals[n]:
            canvas.words(
                (x, base + totals[n] * unit + 6),
                str(totals[n]),
                size=7.5,
                align="center",
                bold=True,
                color=INK,
            )
    if grid.parts:
        _legend(canvas, [name for name, _ in series], height - 6)
    return canvas


def _legend(canvas: Canvas, names: list[str], y: float) -> None:
    step = canvas.width / len(names)
    for n, (name, (fill, hatch)) in enumerate(zip(names, FILLS, strict=False)):
        canvas.box((step * n + 1, y - 4), 12, 8, fill=fill, hatch=hatch)
        canvas.words((step * n + 17, y), fit(name, step - 22, 7.5), size=7.5)
