"""Dates: resolved as far as the article's own date allows, and no further."""

import pytest
from summary_builders import article

from briefing.article import PartialDate
from briefing.summarise import summarise
from briefing.summarise.dates import find_dates


def resolve(text, anchor, language="nl"):
    """(expression, resolved, note) of the first date in `text`."""
    found = find_dates(text, PartialDate.parse(anchor) if anchor else None, language)[0]
    return found.expression, found.date.isoformat() if found.date else None, found.note


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        # 2025-03-28 is a Friday.
        ("De minister kwam donderdag aan.", "2025-03-28", "2025-03-27"),
        ("De minister kwam vrijdag aan.", "2025-03-28", "2025-03-28"),
        ("De minister kwam afgelopen vrijdag aan.", "2025-03-28", "2025-03-21"),
        ("De minister komt komende vrijdag.", "2025-03-28", "2025-04-04"),
        ("De minister zal maandag vertrekken.", "2025-03-28", "2025-03-31"),
        ("Vorige week dinsdag brak de kabel.", "2025-03-28", "2025-03-18"),
        ("Dinsdag vorige week brak de kabel.", "2025-03-28", "2025-03-18"),
        ("De kabel brak dinsdagnacht.", "2025-03-28", "2025-03-25"),
        ("De kabel brak gisteren.", "2025-03-28", "2025-03-27"),
        ("De kabel brak eergisteren.", "2025-03-28", "2025-03-26"),
        ("Overmorgen vaart het schip uit.", "2025-03-28", "2025-03-30"),
        ("De kabel brak drie dagen geleden.", "2025-03-28", "2025-03-25"),
        # Across the ends of months and years.
        ("De kabel brak gisteren.", "2025-03-01", "2025-02-28"),
        ("De kabel brak gisteren.", "2024-03-01", "2024-02-29"),
        ("De kabel brak gisteren.", "2025-01-01", "2024-12-31"),
        ("Overmorgen vaart het schip uit.", "2024-12-31", "2025-01-02"),
        ("De kabel brak dinsdag.", "2025-01-02", "2024-12-31"),
        ("Vorige maand brak de kabel.", "2025-01-15", "2024-12"),
        ("Volgende maand vaart het schip uit.", "2024-12-15", "2025-01"),
        ("Vorig jaar brak de kabel.", "2025-01-15", "2024"),
        ("Twee maanden geleden brak de kabel.", "2025-01-15", "2024-11"),
        # A day and month take the year that is nearest.
        ("Op 28 december brak de kabel.", "2025-01-03", "2024-12-28"),
        ("Op 3 januari vaart het schip uit.", "2024-12-30", "2025-01-03"),
        ("Op 11 april praten de landen verder.", "2025-03-28", "2025-04-11"),
        ("Op 11 april 2019 brak de kabel.", "2025-03-28", "2019-04-11"),
        ("De kabel brak op 11-04-2019.", "2025-03-28", "2019-04-11"),
        ("In december brak de kabel.", "2025-01-03", "2024-12"),
        ("Het verdrag werd in 2015 gesloten.", "2025-01-03", "2015"),
    ],
)
def test_an_article_known_to_the_day_resolves(text, anchor, expected):
    assert resolve(text, anchor)[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "De minister kwam donderdag aan.",
        "De kabel brak gisteren.",
        "Vandaag praten de landen verder.",
        "Vorige week brak de kabel.",
        "Binnen drie weken volgt een besluit.",
        "De kabel brak vier dagen geleden.",
    ],
)
def test_an_article_known_to_the_month_leaves_days_and_weeks_open_and_says_so(text):
    _, resolved, note = resolve(text, "2025-03")
    assert resolved is None
    assert "dated to the month only (Mar 2025)" in note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorige maand brak de kabel.", "2025-02"),
        ("Vorig jaar brak de kabel.", "2024"),
        ("Op 11 april praten de landen verder.", "2025-04-11"),
        ("Over twee maanden vaart het schip uit.", "2025-05"),
    ],
)
def test_an_article_known_to_the_month_resolves_months_years_and_days_with_a_month(text, expected):
    assert resolve(text, "2025-03")[1] == expected


def test_a_day_half_a_year_away_stays_open_where_the_month_could_mean_two_years():
    # From 1 March 2025 the nearest 15 September is last year's; from 31 March it is this year's.
    assert resolve("Een brief van 15 september over de kabel.", "2025-03")[1] is None
    # Where the verb tells, it is clear.
    assert resolve("Op 15 september brak de kabel.", "2025-03")[1] == "2024-09-15"


def test_an_undated_article_resolves_only_what_names_its_year():
    assert resolve("De kabel brak donderdag.", None) == ("donderdag", None, "the article is undated")
    assert resolve("Op 11 april brak de kabel.", None)[1] is None
    assert resolve("Op 11 april 2024 brak de kabel.", None)[1] == "2024-04-11"


def test_a_week_is_given_as_its_month_with_its_monday_in_the_note():
    assert resolve("Vorige week brak de kabel.", "2025-03-28")[1:] == ("2025-03", "week of 17 Mar 2025")


def test_a_week_across_two_months_is_given_as_its_year_and_across_two_years_not_at_all():
    assert resolve("Vorige week brak de kabel.", "2025-04-08")[1:] == ("2025", "week of 31 Mar 2025")
    assert resolve("Deze week brak de kabel.", "2025-01-02")[1:] == (None, "week of 30 Dec 2024")


def test_a_deadline_says_that_it_is_one():
    expression, resolved, note = resolve("Binnen drie dagen volgt een besluit.", "2025-03-28")
    assert (expression, resolved, note) == ("Binnen drie dagen", "2025-03-31", "at the latest")


def test_a_day_that_does_not_exist_stays_open():
    assert resolve("Op 31 februari brak de kabel.", "2025-03-28")[1] is None


def test_english_articles_have_english_dates():
    assert resolve("The cable broke on Thursday.", "2025-03-28", "en")[1] == "2025-03-27"
    assert resolve("Talks resume on April 11.", "2025-03-28", "en")[1] == "2025-04-11"


def test_money_and_numbers_are_no_years():
    assert find_dates("De vloot van 2024 schepen kost 1999 euro.", PartialDate(2025, 3, 28), "nl") == ()


def test_the_timeline_is_in_the_order_of_what_is_told():
    late = article(
        "Op 11 april praten de ministers in Oslo verder over de kabels.", number=1, date="2025-03-28"
    )
    early = article(
        "Gisteren legde Estland een tanker met valse papieren aan de ketting.", number=2, date="2025-04-10"
    )
    month = article("Donderdag hield Zweden zes tankers zonder verzekering aan.", number=3, date="2025-02")
    events = summarise([late, early, month]).timeline
    assert [(e.translation.sentence.source, e.expression, e.date and e.date.isoformat()) for e in events] == [
        (3, "Donderdag", None),
        (2, "Gisteren", "2025-04-09"),
        (1, "11 april", "2025-04-11"),
    ]
    assert events[0].note
