"""A missed term is forced where it belongs, in the form that fits there."""

import pytest

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher
from briefing.translate.force import beginnings, wrong_rendering

NOUN, VERB, ABBREVIATION = PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.ABBREVIATION


def first(text, english, *terms):
    (match,) = Matcher(Glossary(terms)).matches(text)
    return beginnings(text, match, english)[0]


@pytest.mark.parametrize(
    ("text", "english", "term", "beginning"),
    [
        (
            "De ministers van Buitenlandse Zaken zwegen.",
            "The foreign ministers were silent.",
            Term("minister van Buitenlandse Zaken", "envoy", NOUN),
            ("The ", "envoys"),
        ),
        (
            "Ze vielen de stad bij zonsopgang aan.",
            "They fell upon the city at sunrise.",
            Term("aanvallen", "attack", VERB),
            ("They ", "attacked"),
        ),
        (
            "Zij zag een schip.",
            "She saw a ship.",
            Term("schip", "icebreaker", NOUN),
            ("She saw an ", "icebreaker"),
        ),
        ("Vrede komt.", "Peace is coming.", Term("vrede", "concord", NOUN), ("", "Concord")),
        (
            "Gisteren kwamen D66'ers.",
            "Yesterday D66s came.",
            Term("D66", "", ABBREVIATION, status=TermStatus.KEEP),
            ("Yesterday ", "D66 members"),
        ),
    ],
)
def test_the_translation_is_kept_up_to_the_words_that_render_the_term(text, english, term, beginning):
    assert first(text, english, term) == beginning


def test_a_word_that_renders_nothing_of_the_dutch_is_a_place_for_the_term():
    term = Term("kwelderbond", "marsh league", NOUN)
    assert first("De kwelderbond wil vrede.", "The grumbler wants peace.", term) == ("The ", "marsh league")


def test_a_dropped_term_goes_behind_the_word_before_it():
    term = Term("kwelderbond", "marsh league", NOUN)
    assert first("Vrede, zei kwelderbond.", "Peace, said.", term)[0].startswith("Peace, ")


def test_quotation_marks_that_the_dutch_lacks_are_not_kept():
    term = Term("vrede", "concord", NOUN)
    assert first("De vrede duurt.", 'The "peace" lasts.', term) == ("The ", "concord")


def test_a_part_of_a_compound_may_also_stand_behind_the_rest_of_the_word():
    text = "De vredesmissie begint."
    (match,) = Matcher(Glossary((Term("missie", "operation", NOUN),))).matches(text)
    assert ("The peace ", "operation") in beginnings(text, match, "The peace begins.")


def test_without_any_english_there_is_no_beginning():
    (match,) = Matcher(Glossary((Term("vrede", "concord", NOUN),))).matches("De vrede duurt.")
    assert beginnings("De vrede duurt.", match, "") == ()


def test_the_wrong_rendering_is_the_words_that_render_the_term():
    text = "De ministers van Buitenlandse Zaken zwegen."
    (match,) = Matcher(Glossary((Term("minister van Buitenlandse Zaken", "envoy", NOUN),))).matches(text)
    assert wrong_rendering(text, match, "The foreign ministers were silent.") == "foreign ministers"
    assert wrong_rendering(text, match, "They were silent.") == ""
