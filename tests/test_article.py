"""Dates keep the precision of their source; ids name source and block; a signature is one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Block, PartialDate, Sentence
from briefing.signature import Signature


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (" 2025-03-28 ", date(2025, 3, 28), date(2025, 3, 28), "28 Mar 2025"),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(text, first, last, shown):
    parsed = PartialDate.parse(text)
    assert (parsed.first, parsed.last, str(parsed), parsed.isoformat()) == (first, last, shown, text.strip())


@pytest.mark.parametrize(
    "text", ["", "25-03-28", "2025-3", "2025-13", "2025-02-30", "0000", "2025-03-28T10:00"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_a_day_without_a_month_is_refused():
    with pytest.raises(ValueError, match="month"):
        PartialDate(2025, day=3)


@given(st.dates())
def test_a_day_survives_the_round_trip(day):
    assert PartialDate.parse(PartialDate.of(day).isoformat()) == PartialDate(day.year, day.month, day.day)


def test_an_id_names_the_source_and_the_block():
    assert (Sentence("S12.P3.4", "x").source, Sentence("S12.P3.4", "x").block) == (12, 3)
    assert (Sentence("S2.T", "x").source, Sentence("S2.T", "x").block) == (2, 0)


def test_an_article_counts_the_words_of_its_blocks():
    article = Article("a.txt", (Block("Een twee."), Block("Drie")))
    assert (article.text, article.words) == ("Een twee.\nDrie", 3)


def test_a_signature_is_its_fields_in_order():
    assert str(Signature((("b", "1"),)).with_fields(("a", "2"))) == "b:1|a:2"
