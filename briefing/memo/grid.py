"""Coverage over time: how many articles and dated events fall in each month, as a small table that prints anywhere."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Sequence

from briefing.article import PartialDate
from briefing.memo.types import Grid
from briefing.summarise.types import Event
from briefing.translate.types import TranslatedArticle

_COLUMNS = 14  # months that fit on a line of A4 with a legible count in each; more become years
_ROWS = 12  # sources that are shown one a row; more are only counted together


def coverage(articles: Sequence[TranslatedArticle], events: Sequence[Event]) -> Grid | None:
    """Return articles by source and dated events by month, or by year over a long period.

    None where fewer than two articles or two periods are dated: there is nothing to see then. Dates known only
    to the year are counted by year alone; events outside the months of the articles by a month or more are
    left to the timeline.
    """
    dated = [(a, a.article.date) for a in articles if a.article.date]
    by_month = all(day.month for _, day in dated)
    if len(dated) < 2:
        return None
    first = min(day.first for _, day in dated)
    last = max(day.first for _, day in dated)
    months = [
        (y, m)
        for y in range(first.year, last.year + 1)
        for m in range(1, 13)
        if (first.year, first.month) <= (y, m) <= (last.year, last.month)
    ]
    by_month = by_month and len(months) <= _COLUMNS
    keys = months if by_month else [(year, 0) for year in range(first.year, last.year + 1)]
    if len(keys) < 2 or len(keys) > _COLUMNS:
        return None

    def key(day: PartialDate) -> tuple[int, int]:
        return (day.year, (day.month or 0) if by_month else 0)

    rows: list[tuple[str, tuple[int, ...]]] = []
    if len(articles) <= _ROWS:
        rows += [(f"Source {a.number}", tuple(int(k == key(day)) for k in keys)) for a, day in dated]
    totals = Counter(key(day) for _, day in dated)
    rows.append(("Articles", tuple(totals[k] for k in keys)))
    happened = Counter(key(event.date) for event in events if event.date)
    if any(happened[k] for k in keys):
        rows.append(("Dated events", tuple(happened[k] for k in keys)))
    columns = tuple(f"{calendar.month_abbr[m]} {y % 100:02d}" if by_month else str(y) for y, m in keys)
    most = [f"{columns[n]}: {totals[k]}" for n, k in enumerate(keys) if totals[k]]
    return Grid(columns, tuple(rows), f"Articles by {'month' if by_month else 'year'}. {', '.join(most)}.")
