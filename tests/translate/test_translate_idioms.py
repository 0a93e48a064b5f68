"""Idioms that are whole clauses are put plainly, wherever their verb stands."""

from __future__ import annotations

import pytest

from briefing.match import verbs
from briefing.translate.constructions.idioms import load, put_plainly


@pytest.mark.parametrize(
    ("dutch", "plain"),
    [
        ("De kogel is door de kerk.", "Het besluit is genomen."),
        ("Eindelijk was de kogel dinsdag door de kerk.", "Eindelijk was het besluit dinsdag genomen."),
        ("nu de kogel door de kerk is, begint de bouw", "nu het besluit genomen is, begint de bouw"),
        ("Is de kogel door de kerk?", "Is het besluit genomen?"),
        ("De kogel zou door de kerk zijn.", "Het besluit zou genomen zijn."),
        ("Daarmee is het hek van de dam.", "Daarmee is er geen houden meer aan."),
        ("Toen was in Delft het hek van de dam.", "Toen was er in Delft geen houden meer aan."),
        (
            "Tijdens het verhoor kwam gisteren de aap uit de mouw.",
            "Tijdens het verhoor werd gisteren de waarheid bekend.",
        ),
        ("hoewel er steeds meer stemmen opgaan", "hoewel er steeds meer oproepen zijn"),
        ("Hij is blij dat de kous af is.", "Hij is blij dat de zaak afgehandeld is."),
        ("De rapen waren gaar.", "Er waren grote problemen."),
    ],
)
def test_the_idiom_is_said_in_the_order_and_tense_of_the_sentence(dutch, plain):
    assert put_plainly(dutch) == plain


@pytest.mark.parametrize(
    "dutch",
    [
        "De kogel vloog door de kerk.",  # another verb
        "Een kogel vloog door het raam van de kerk.",
        "Het hek staat naast de dam.",
        "De vlag is aan de lading bevestigd.",
        "De kogel, zei hij, ligt in de kluis door de kerk bewaakt.",
    ],
)
def test_another_sentence_with_the_same_words_stays(dutch):
    assert put_plainly(dutch) == dutch


def test_the_shipped_idioms_are_well_formed():
    idioms = load()
    assert len({idiom.clause for idiom in idioms}) == len(idioms) > 250
    for idiom in idioms:
        for clause in (idiom.clause, idiom.plain):
            assert clause.subject == clause.subject.strip() != ""
            assert clause.verb.endswith("n")
        assert idiom.clause.rest
        assert verbs.split_prefix(idiom.clause.verb)[0] == "", idiom
        assert idiom.in_plain_words(f"Toch {_finite(idiom.clause)}.") == f"Toch {_finite(idiom.plain)}.", (
            idiom
        )


def _finite(clause):
    third = verbs.paradigm(clause.verb)["third"]
    return f"{third} {clause.subject} {clause.rest}".strip()


@pytest.mark.parametrize("run", ["a" * 100_000, "a-" * 50_000, "a " * 50_000, "de kogel " * 10_000])
def test_a_run_without_end_is_passed_over(run):
    assert put_plainly(f"{run} b. Daarmee is de kogel door de kerk.").endswith(
        "Daarmee is het besluit genomen."
    )
