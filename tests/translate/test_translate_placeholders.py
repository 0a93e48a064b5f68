"""A term leaves the Dutch for a sign, and its English takes the sign's place, inflected to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher
from briefing.translate import placeholders

ENVOY = Term("gezant", "envoy", PartOfSpeech.NOUN)
FORM = "X#X"


def matches(text, *terms):
    return Matcher(Glossary(terms or (ENVOY,))).matches(text)


def restored(text, english, *terms):
    return placeholders.restore(english, text, matches(text, *terms), FORM)


def test_a_term_leaves_the_dutch_for_a_sign():
    text = "De gezant sprak met een gezant."
    assert placeholders.protect(text, matches(text), FORM) == "De X1X sprak met een X2X."


def test_a_sign_that_the_text_holds_is_not_used():
    text = "De gezant las X1X."
    assert placeholders.protect(text, matches(text), FORM) is None


@pytest.mark.parametrize(
    ("text", "english", "restored_english"),
    [
        ("De gezant sprak.", "The X1X spoke.", "The envoy spoke."),
        ("De gezant sprak.", "The x1x's wife spoke.", "The envoy's wife spoke."),
        ("Gezanten spraken.", "X1X spoke.", "Envoys spoke."),
        ("De gezanten zijn ziek.", "The X1X is ill.", "The envoys are ill."),
        ("Hij sprak de gezant.", "He spoke to X1X.", "He spoke to the envoy."),
        ("De gezant sprak.", "X1X spoke.", "The envoy spoke."),
        ("De gezant sprak.", "Russia's X1X spoke.", "Russia's envoy spoke."),
        ("Hij werd een gezant.", "He became X1X.", "He became a envoy."),  # `finish` makes it `an`
    ],
)
def test_the_english_takes_the_place_of_the_sign(text, english, restored_english):
    assert restored(text, english) == restored_english


def test_a_name_gets_no_article_and_what_is_kept_is_letter_for_letter():
    putin = Term("Poetin", "Putin", PartOfSpeech.NAME)
    paper = Term("de Volkskrant", "", PartOfSpeech.NAME, status=TermStatus.KEEP)
    text = "Volgens de Volkskrant kwam de Poetin."
    assert restored(text, "X2X came, says X1X.", putin, paper) == "Putin came, says de Volkskrant."


@pytest.mark.parametrize(
    "english", ["The spoke.", "The X1X and X1X spoke.", "The X1Xs spoke.", "The X 1 X spoke."]
)
def test_a_sign_that_did_not_come_through_exactly_once_gives_nothing(english):
    assert restored("De gezant sprak.", english) is None


@given(
    st.sampled_from(placeholders.FORMS),
    st.lists(st.sampled_from(["gezant", "huis", "gezanten"]), min_size=1, max_size=9),
)
def test_every_form_comes_back_from_where_it_was_put(form, words):
    text = " ".join(words)
    protected = placeholders.protect(text, matches(text), form)
    assert "gezant" not in protected
    back = placeholders.restore(protected, text, matches(text), form).lower()
    assert back == text.replace("gezanten", "envoys").replace("gezant", "envoy")
