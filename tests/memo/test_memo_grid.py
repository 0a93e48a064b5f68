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
    assert grid.columns == ("Feb ’25", "Mar ’25", "Apr ’25")
    assert dict(grid.rows)["Articles"] == (1, 0, 2)
    assert grid.description == "Articles by month. Feb ’25: 1, Apr ’25: 2."


def test_a_long_period_is_counted_by_year():
    grid = coverage(dated(PartialDate(2022, 2), PartialDate(2025, 4)), ())
    assert grid is not None
    assert grid.columns == ("2022", "2023", "2024", "2025")


def test_a_fortnight_is_counted_by_day_and_two_months_by_week():
    grid = coverage(dated(PartialDate(2025, 2, 27), PartialDate(2025, 3, 2), PartialDate(2025, 3, 2)), ())
    assert grid is not None
    assert grid.columns == ("27 Feb", "28 Feb", "1 Mar", "2 Mar")
    assert dict(grid.rows)["Articles"] == (1, 0, 0, 2)
    grid = coverage(dated(PartialDate(2025, 3, 5), PartialDate(2025, 3, 9), PartialDate(2025, 3, 29)), ())
    assert grid is not None
    assert grid.columns == ("3 Mar", "10 Mar", "17 Mar", "24 Mar")
    assert dict(grid.rows)["Articles"] == (2, 0, 0, 1)


def test_many_sources_are_counted_together():
    grid = coverage(dated(*(PartialDate(2025, 1 + n % 3) for n in range(20))), ())
    assert grid is not None
    assert [label for label, _ in grid.rows] == ["Articles"]


def published(names: str, months: int = 3):
    base = dated(*(PartialDate(2025, 1 + n % months) for n in range(len(names))))
    return tuple(
        replace(a, article=replace(a.article, publisher=name)) for a, name in zip(base, names, strict=True)
    )


def test_many_sources_are_grouped_by_publisher_and_the_small_ones_together():
    grid = coverage(published("AAAAAABBBBCCCDDEEFG"), ())
    assert grid is not None
    assert grid.by == "publisher"
    assert [label for label, _ in grid.parts] == ["A", "B", "C", "D", "E", "Others"]
    assert [sum(counts) for _, counts in grid.parts] == [6, 4, 3, 2, 2, 2]
    assert dict(grid.totals)["Articles"] == tuple(
        sum(column) for column in zip(*(counts for _, counts in grid.parts), strict=True)
    )


def test_one_publisher_or_a_source_without_one_is_not_worth_grouping():
    for articles in (
        published("A" * 14),
        (*published("A" * 7 + "B" * 7)[:13], dated(PartialDate(2025, 1))[0]),
    ):
        bare = tuple(
            replace(a, article=replace(a.article, publisher=None)) if n == 13 else a
            for n, a in enumerate(articles)
        )
        grid = coverage(bare, ())
        assert grid is not None
        assert (grid.by, grid.parts) == ("", ())


def test_one_day_or_one_article_needs_no_picture():
    assert coverage(dated(PartialDate(2025, 2, 1), PartialDate(2025, 2, 1)), ()) is None
    assert coverage(dated(PartialDate(2025, 2, 1), PartialDate(2025, 2)), ()) is None
    assert coverage(dated(PartialDate(2025, 2, 1), None), ()) is None
    assert coverage((), ()) is None


def test_dated_events_are_counted_beside_the_articles():
    grid = coverage(build.articles(), build.summary().timeline)
    assert grid is not None
    assert dict(grid.rows)["Dated events"] == (2, 1, 0)
