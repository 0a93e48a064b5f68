"""Coverage over time is counted, and left out where there is nothing to see."""

from __future__ import annotations

from dataclasses import replace

import memo_builder as build

from briefing.article import PartialDate
from briefing.memo.grid import coverage


def dated(*days: PartialDate | None):
    base = build.articles()[0]
    return tuple(
        replace(base, number=n, article=replace(base.article, date=day)) for n, day in enumerate(days, 1)
    )


def test_months_without_articles_show_as_gaps():
    grid = coverage(dated(PartialDate(2025, 2), PartialDate(2025, 4, 3), PartialDate(2025, 4, 9)), ())
    assert grid is not None
    assert grid.columns == ("Feb 25", "Mar 25", "Apr 25")
    assert dict(grid.rows)["Articles"] == (1, 0, 2)
    assert grid.description == "Articles by month. Feb 25: 1, Apr 25: 2."


def test_a_long_period_is_counted_by_year():
    grid = coverage(dated(PartialDate(2022, 2), PartialDate(2025, 4)), ())
    assert grid is not None
    assert grid.columns == ("2022", "2023", "2024", "2025")


def test_many_sources_are_counted_together():
    grid = coverage(dated(*(PartialDate(2025, 1 + n % 3) for n in range(20))), ())
    assert grid is not None
    assert [label for label, _ in grid.rows] == ["Articles"]


def test_one_month_or_one_article_needs_no_picture():
    assert coverage(dated(PartialDate(2025, 2, 1), PartialDate(2025, 2, 9)), ()) is None
    assert coverage(dated(PartialDate(2025, 2, 1), None), ()) is None
    assert coverage((), ()) is None


def test_dated_events_are_counted_beside_the_articles():
    grid = coverage(build.articles(), build.summary().timeline)
    assert grid is not None
    assert dict(grid.rows)["Dated events"] == (2, 1, 0)
