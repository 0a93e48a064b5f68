"""Coverage over time: how many articles and dated events fall in each day, week, month or year, source by source."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from briefing.article import Article, PartialDate
from briefing.memo.types import Grid
from briefing.summarise.types import Event
from briefing.translate.types import TranslatedArticle

_COLUMNS = 14  # that fit on a line of A4 with a legible count in each
_WEEKS = 9  # a longer period is counted by month
_ROWS = 12  # sources that are shown one a row; more are grouped by publisher
_PUBLISHERS = 5  # that can be told apart in black and white; more are counted as others
OTHERS = "Others"

# The columns of a period, and which of them a date falls in.
_Unit = tuple[str, tuple[date, ...], Callable[[PartialDate], date], Callable[[date], str]]


def coverage(articles: Sequence[TranslatedArticle], events: Sequence[Event]) -> Grid | None:
    """Return articles by source and dated events by day, week, month or year, the finest that fits on a line.

    None where fewer than two articles or two columns hold a date: there is nothing to see then. A column is no
    finer than the coarsest date of an article; a coarser date of an event is left out, and so are events outside
    the period of the articles. More than twelve sources are grouped by publisher, where each has one.
    """
    dated = [(a, a.article.date) for a in articles if a.article.date]
    if len(dated) < 2:
        return None
    unit = _unit([day for _, day in dated])
    if unit is None:
        return None
    name, keys, key, label = unit

    def counts(days: Sequence[PartialDate]) -> tuple[int, ...]:
        found = Counter(key(day) for day in days)
        return tuple(found[k] for k in keys)

    by = ""
    rows: list[tuple[str, tuple[int, ...]]] = []
    if len(articles) <= _ROWS:
        by = "source"
        rows += [(f"Source {a.number}", counts([day])) for a, day in dated]
    elif publishers := _publishers([a.article for a, _ in dated]):
        by = "publisher"
        for publisher in dict.fromkeys(publishers.values()):
            days = [day for a, day in dated if publishers[a.article.publisher or ""] == publisher]
            rows.append((publisher, counts(days)))
    totals = counts([day for _, day in dated])
    rows.append(("Articles", totals))
    fine = {"day": 3, "week": 3, "month": 2, "year": 1}[name]  # parts that a date needs to fall in a column
    happened = counts([e.date for e in events if e.date and len(e.date.isoformat().split("-")) >= fine])
    if any(happened):
        rows.append(("Dated events", happened))
    columns = tuple(label(k) for k in keys)
    most = [f"{columns[n]}: {total}" for n, total in enumerate(totals) if total]
    return Grid(columns, tuple(rows), f"Articles by {name}. {', '.join(most)}.", by)


def _unit(days: Sequence[PartialDate]) -> _Unit | None:
    first, last = min(day.first for day in days), max(day.first for day in days)
    span = (last - first).days + 1
    exact = all(day.day for day in days)
    if exact and 2 <= span <= _COLUMNS:
        return "day", tuple(first + timedelta(n) for n in range(span)), lambda day: day.first, _day
    monday = first - timedelta(first.weekday())
    weeks = tuple(monday + timedelta(7 * n) for n in range(((last - monday).days // 7) + 1))
    if exact and 2 <= len(weeks) <= _WEEKS:
        return "week", weeks, lambda day: day.first - timedelta(day.first.weekday()), _day
    months = tuple(
        date(y, m, 1)
        for y in range(first.year, last.year + 1)
        for m in range(1, 13)
        if (first.year, first.month) <= (y, m) <= (last.year, last.month)
    )
    if all(day.month for day in days) and 2 <= len(months) <= _COLUMNS:
        return "month", months, lambda day: date(day.year, day.month or 1, 1), _month
    years = tuple(date(y, 1, 1) for y in range(first.year, last.year + 1))
    if 2 <= len(years) <= _COLUMNS:
        return "year", years, lambda day: date(day.year, 1, 1), lambda day: str(day.year)
    return None


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_abbr[day.month]}"


def _month(day: date) -> str:
    return f"{calendar.month_abbr[day.month]} ’{day.year % 100:02d}"


def _publishers(articles: Sequence[Article]) -> dict[str, str]:
    """Return publisher -> the name it is counted under, the most frequent first; empty where that tells nothing."""
    found = Counter(article.publisher or "" for article in articles)
    if "" in found or len(found) < 2:
        return {}
    order = sorted(found, key=lambda name: (-found[name], name))
    return {name: name if n < _PUBLISHERS else OTHERS for n, name in enumerate(order)}


__all__ = ["coverage"]
