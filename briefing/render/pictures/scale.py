"""A line of time: where a day lies on it, and which days are named below it."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.article import PartialDate
from briefing.render.pictures.canvas import GREY, RULE, Canvas

AXIS = 24.0  # points below the line for two lines of words
_TICK = 46.0  # points a label takes at least
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last` between `left` and `right`, in points."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return the place of noon of `day`."""
        span = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * ((day - self.first).days + 0.5) / span

    def middle(self, day: PartialDate) -> float:
        """Return the place of the middle of `day`, which may be a month or a year."""
        return (self.x(day.first) + self.x(day.last)) / 2

    def ticks(self) -> list[tuple[date, str]]:
        """Return the days to name, as many as there is room for, with what to write below each."""
        room = max(int((self.right - self.left) / _TICK), 2)
        days = (self.last - self.first).days + 1
        for step in _DAYS:
            if days / step <= room:
                return _named(self._each(step), "day")
        for step in _MONTHS:
            if days / (30.4 * step) <= room:
                return _named(self._months(step), "month")
        step = next((s for s in _YEARS if days / (365 * s) <= room), _YEARS[-1])
        years = range(self.first.year, self.last.year + 1)
        return [(date(y, 1, 1), str(y)) for y in years if y % step == 0 and date(y, 1, 1) >= self.first]

    def _each(self, step: int) -> Iterator[date]:
        start = self.first + timedelta(
            (7 - self.first.weekday()) % 7 if step >= 7 else 0
        )  # weeks begin on Monday
        while start <= self.last:
            yield start
            start += timedelta(step)

    def _months(self, step: int) -> Iterator[date]:
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, 13, step):
                if self.first <= date(year, month, 1) <= self.last:
                    yield date(year, month, 1)


def _named(days: Iterator[date], unit: str) -> list[tuple[date, str]]:
    """Return each day with its name; the first, and the first of a year, with the year on a second line."""
    named: list[tuple[date, str]] = []
    year = 0
    for day in days:
        words = f"{day.day} " * (unit == "day") + calendar.month_abbr[day.month]
        named.append((day, f"{words}\n{day.year}" if day.year != year else words))
        year = day.year
    return named


def axis(canvas: Canvas, scale: Scale, *, base: float, top: float) -> None:
    """Draw the line of time at height `base`, with a thin line up to `top` at each day that is named."""
    canvas.line((scale.left, base), (scale.right, base), color=GREY, weight=0.8)
    for day, label in scale.ticks():
        x = scale.x(day)
        canvas.line((x, base), (x, top), color=RULE)
        canvas.line((x, base - 2.5), (x, base), color=GREY, weight=0.8)
        for n, words in enumerate(label.split("\n")):
            canvas.words((x, base - 8.5 - 9 * n), words, size=7, align="center", color=GREY)


def padded(first: date, last: date) -> tuple[date, date]:
    """Return the period with some air on both sides."""
    air = timedelta(max(1, round((last - first).days * 0.03)))
    return max(first, date.min + air) - air, min(last, date.max - air) + air
