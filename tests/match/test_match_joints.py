"""Compounds are opened where rare words that no model has met have two common parts, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.match import joints
from briefing.match.joints import JOINT, joint

WORDS = "sanctieverlichting vredesmacht regeringstoestel minister zei gisteren planeten supermarkten weerstand de op".split()


def opened(text, *met):
    return joints.opened(text, met.__contains__)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sanctieverlichting", "sanctie- verlichting"),
        ("regeringstoestel", "regerings- toestel"),  # the linking letter stays with the first part
        ("drugshandelaar", "drugs- handelaar"),
        ("diplomatentaal", "diplomaten- taal"),
        ("inlichtingenofficier", "inlichtingen- officier"),
        ("vasthield", "vast- hield"),
        ("defensieministersoverleg", "defensie- ministers- overleg"),
    ],
)
def test_a_rare_compound_is_opened(word, parts):
    assert opened(f"Het {word} bleef.") == f"Het {parts} bleef."


@pytest.mark.parametrize(
    "word",
    [
        "minister",
        "regering",  # common, and known as it stands
        "planeten",  # a form of a word that is no compound of the plan and the eating
        "onzekere",
        "verstand",
        "kunstenaar",
        "redenering",
        "Waterstaat",  # a name
        "vredes-macht",
        "xyzzyplugh",
    ],
)
def test_another_word_is_left_alone(word):
    assert opened(f"Het {word} bleef.") == f"Het {word} bleef."


@pytest.mark.parametrize("before", ["", '"', "“", "('"])
def test_a_capital_at_the_beginning_is_looked_through(before):
    assert opened(f"{before}Sanctieverlichting is er niet.") == f"{before}Sanctie- verlichting is er niet."
    assert opened(f"De {before}Sanctieverlichting.") == f"De {before}Sanctieverlichting."


def test_letters_with_marks_and_the_longest_words_are_looked_at():
    assert opened("De coördinatiegroep kwam.") in (
        "De coördinatiegroep kwam.",
        "De coördinatie- groep kwam.",
    )
    word = "sanctie" * 20
    assert opened(word) == word


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from(["", ".", "!", '"']))
def test_the_text_comes_back_when_the_joints_are_closed(words, end):
    text = " ".join(words) + end
    assert opened(text).replace(JOINT, "") == text


@given(st.text(max_size=60))
def test_any_text_comes_back_when_the_joints_are_closed(text):
    assert opened(text).replace(JOINT, "") == text.replace(JOINT, "")


@pytest.mark.parametrize(
    ("met", "shown"),
    [
        ((), "De lucht- macht- piloten en lucht- macht."),
        (("luchtmacht",), "De luchtmacht- piloten en luchtmacht."),
        (("luchtmachtpiloten",), "De luchtmachtpiloten en lucht- macht."),
    ],
)
def test_what_the_model_has_met_is_left_whole_also_inside_another(met, shown):
    assert opened("De luchtmachtpiloten en luchtmacht.", *met) == shown


def test_at_the_beginning_a_word_is_met_in_small_letters():
    assert opened("Leveringen blijven uit.", "leveringen") == "Leveringen blijven uit."


def test_the_joint_is_where_the_last_part_begins():
    assert joint("sanctieverlichting") == len("sanctie")
    assert joint("minister") is None
