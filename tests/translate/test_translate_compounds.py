"""A compound that nobody has written before means what its two parts mean."""

import pytest

from briefing.translate import dictionary
from briefing.translate.compounds import compound

NOUNS = {
    "vastgoed": ["real estate", "property"],
    "econoom": ["economist"],
    "spion": ["spy"],
    "reis": ["journey"],
    "declaratie": ["expense claim"],
    "rei": ["chorus"],
}


def nouns(word):
    return NOUNS.get(word, [])


@pytest.mark.parametrize(
    ("word", "dutch", "english"),
    [
        ("vastgoedeconoom", "vastgoedeconoom", ("real estate economist", "property economist")),
        ("vastgoedeconomen", "vastgoedeconoom", ("real estate economist", "property economist")),
        ("spionnendeclaratie", "spionnendeclaratie", None),
        ("reisdeclaraties", "reisdeclaratie", ("journey expense claim",)),
        ("zakeneconoom", "zakeneconoom", ("affair economist",)),
    ],
)
def test_a_compound_is_cut_where_both_parts_are_nouns(word, dutch, english):
    found = compound(word, nouns)
    assert found is not None
    assert found.dutch == dutch
    assert english is None or found.english[: len(english)] == english


@pytest.mark.parametrize(
    "word", ["vrede", "econoom", "parlement", "reis-declaratie", "xyzzyplugh", "vastgoed", ""]
)
def test_other_words_are_none(word):
    assert compound(word, nouns) is None


def test_the_shipped_dictionary_finds_them_in_any_form_and_knows_a_translation_that_tells_them():
    (match,) = dictionary.load().matches("De vastgoedeconomen zwegen.")
    assert match.surface == "vastgoedeconomen"
    assert dictionary.told(match, "The property economists were silent.")
    assert not dictionary.told(match, "The good economists were silent.")


def test_a_word_with_a_capital_may_be_a_name():
    assert not [m for m in dictionary.load().matches("Wolfsbergen kwam terug.") if m.surface == "Wolfsbergen"]
