"""The made sentences are the same at every run; what is lost, changed or added in a translation is found."""

from collections import Counter
from decimal import Decimal

import pytest

from benchmarks.fidelity_copy import GROUPS, check, figures, tally
from benchmarks.fidelity_samples import MAKERS, TEMPLATES, Fact, Sample, samples


def lost(dutch_facts, english):
    missing, _ = check(Sample("", tuple(dutch_facts)), english)
    return [fact.dutch for fact in missing]


def number(dutch, value, kind="number", unit=""):
    return Fact(kind, dutch, Decimal(value), unit)


DATE = Fact("date", "3 mei 2024", Decimal(3), "", ("May", "2024"))
DAY = Fact("day", "dinsdag 3 mei", Decimal(3), "", ("May", "", "Tuesday"))
MONTH = Fact("month", "mei 2024", english=("May", "2024"))
TIME = Fact("time", "17.42 uur", Decimal(17 * 60 + 42))


def test_the_same_seed_makes_the_same_sentences_and_another_others():
    made = samples(100)
    assert made == samples(100)
    assert made != samples(100, seed=1)
    assert len({sample.dutch for sample in made}) == 100


def test_every_template_and_every_kind_of_fact_is_used():
    made = samples()
    assert len(made) == 500
    assert len(TEMPLATES) >= 25
    kinds = Counter(fact.kind for sample in made for fact in sample.facts)
    assert set(kinds) == set(MAKERS) == {kind for kinds in GROUPS.values() for kind in kinds}
    assert min(kinds.values()) >= 20


def test_every_fact_stands_in_its_sentence():
    assert all(fact.dutch in sample.dutch for sample in samples(200) for fact in sample.facts)
    assert not any("{" in sample.dutch for sample in samples(200))


@pytest.mark.parametrize("english", ["1,200 men", "1200 men", "1.2 thousand men"])
def test_a_number_is_compared_by_value(english):
    assert lost([number("1.200", 1200)], english) == []


@pytest.mark.parametrize(
    "english", ["1.200 men", "12,000 men", "1,201 men", "the men", "1,200.5 men", "51,200 men"]
)
def test_a_wrong_number_is_found(english):
    assert lost([number("1.200", 1200)], english) == ["1.200"]


def test_a_small_number_may_be_said_in_words():
    assert lost([number("47", 47)], "Forty-seven men") == []
    assert lost([number("47", 47)], "Forty men") == ["47"]


@pytest.mark.parametrize(
    "english", ["€2.5 billion", "2.5 billion euros", "€2,500 million", "€2.5bn", "2.50 billion euros"]
)
def test_an_amount_keeps_value_and_currency(english):
    assert lost([number("2,5 miljard euro", 2_500_000_000, "amount", "€")], english) == []


@pytest.mark.parametrize(
    "english", ["€2.5 million", "$2.5 billion", "2.5 billion", "€25 billion", "€2,5 billion"]
)
def test_a_wrong_amount_is_found(english):
    assert lost([number("2,5 miljard euro", 2_500_000_000, "amount", "€")], english) == ["2,5 miljard euro"]


@pytest.mark.parametrize(
    ("english", "right"), [("12.5%", 1), ("12.5 per cent", 1), ("12.5", 0), ("1.25%", 0)]
)
def test_a_percentage_keeps_its_sign(english, right):
    assert (lost([number("12,5 procent", "12.5", "percent")], english) == []) == bool(right)


@pytest.mark.parametrize(
    "english", ["on 3 May 2024", "on May 3, 2024", "on the 3rd of May 2024", "on 3 May, 2024"]
)
def test_a_date_may_be_written_in_several_ways(english):
    assert lost([DATE], english) == []


@pytest.mark.parametrize(
    "english", ["on 13 May 2024", "on 3 mei 2024", "on 3 May 2025", "on 3 March 2024", "on 3 May"]
)
def test_a_wrong_date_is_found(english):
    assert lost([DATE], english) == ["3 mei 2024"]


def test_weekday_and_month_must_be_english_and_right():
    assert lost([DAY], "on Tuesday, 3 May") == []
    assert lost([DAY], "on dinsdag 3 May") == lost([DAY], "on Monday 3 May") == ["dinsdag 3 mei"]
    assert lost([MONTH], "in May 2024") == []
    assert lost([MONTH], "in mei 2024") == lost([MONTH], "in May") == ["mei 2024"]


@pytest.mark.parametrize(
    "english", ["at 17.42", "at 17:42", "at 5.42pm", "at 5:42 p.m.", "at 5.42 in the afternoon"]
)
def test_a_time_is_compared_by_the_minute(english):
    assert lost([TIME], english) == []


@pytest.mark.parametrize(
    "english", ["at 5.42am", "at 17.42am", "at 5.42", "at 17.24", "at 5pm", "in the evening"]
)
def test_a_wrong_time_is_found(english):
    assert lost([TIME], english) == ["17.42 uur"]


def test_a_number_is_not_found_in_a_date_or_a_time():
    facts = [Fact("date", "14 mei 2024", Decimal(14), "", ("May", "2024")), number("14", 14)]
    assert lost(facts, "on 14 May 2024 14 men came") == []
    assert lost(facts, "on 14 May 2024 men came") == ["14"]


def test_a_name_counts_letter_for_letter():
    name = Fact("person", "Ivek van der Szademans", english=("Ivek van der Szademans",))
    assert lost([name], "Ivek van der Szademans’s plan") == []
    assert lost([name], "Ivek van der Szademan’s plan") == ["Ivek van der Szademans"]
    assert lost([name], "Ivek of the Szademans came") == ["Ivek van der Szademans"]


def test_a_figure_that_no_fact_accounts_for_is_found_where_nothing_is_lost():
    sample = Sample("", (number("30", 30), DATE))
    assert check(sample, "30 men on 3 May 2024")[1] == []
    missing, added = check(sample, "30 men and 15 women on 3 May 2024")
    assert (missing, [figure.value for figure in added]) == ([], [15])
    assert check(sample, "31 men on 3 May 2024")[1] == []


def test_figures_are_read_as_an_english_reader_does():
    assert [(f.value, f.unit) for f in figures("€1,348.75 million, 5% and 14,650 tonnes")] == [
        (Decimal(1_348_750_000), "€"),
        (Decimal(5), "%"),
        (Decimal(14_650), ""),
    ]


def test_the_tally_counts_by_kind_and_shows_what_failed():
    made = [Sample("Er kwamen 30 mensen.", (number("30", 30),)), Sample("Er kwamen 40.", (number("40", 40),))]
    result = tally(made, ["30 people came.", "50 came."])
    assert (result.asked["number"], result.right["number"], result.invented) == (2, 1, 0)
    assert result.failures == ("lost number 40\n    nl Er kwamen 40.\n    en 50 came.",)
