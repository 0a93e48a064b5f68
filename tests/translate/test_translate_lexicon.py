"""The lexicon knows renderings, measures coverage and finds what was dropped."""

from __future__ import annotations

import math

import pytest

from briefing.translate import lexicon
from briefing.translate.lexicon import Lexicon

SENTENCE = "De leiders willen vrede in Oekraïne."


@pytest.fixture(scope="module")
def known():
    return lexicon.load()


def test_the_shipped_lexicon_renders_common_words_of_the_subject(known):
    for dutch, english in {
        "vrede": "peace",
        "troepen": "troops",
        "Oekraïne": "ukraine",
        "gisteren": "yesterday",
    }.items():
        assert known.best(dutch)[0] == english


def test_probabilities_are_between_nothing_and_one(known):
    entries = [known.renderings(word) for word in known.table]
    assert all(0 < p <= 1 for entry in entries for p in entry.values())
    assert all(sum(entry.values()) <= 1.02 for entry in entries)


def test_an_unknown_word_has_no_rendering(known):
    assert known.renderings("xyzzyqq") == {}
    assert known.best("xyzzyqq") == ("", 0.0)


def test_a_full_translation_covers_more_than_one_that_drops_a_word(known):
    full = known.coverage(SENTENCE, "The leaders want peace in Ukraine.")
    assert (
        full
        > known.coverage(SENTENCE, "The leaders want peace.")
        > known.coverage(SENTENCE, "Nothing at all.")
    )


def test_coverage_lies_between_the_floor_and_zero(known):
    assert known.coverage(SENTENCE, "") == pytest.approx(math.log(lexicon.FLOOR / lexicon.ENOUGH))
    assert known.coverage("Het is er niet.", "It is not there.") == 0.0


def test_a_rare_rendering_covers_as_well_as_the_usual_one():
    known = Lexicon({"bestand": "file:600 truce:60 crowd:10"}, frozenset())
    usual, rare, doubtful = (known.coverage("bestand", word) for word in ("file", "truce", "crowd"))
    assert usual == rare == 0.0 > doubtful > known.coverage("bestand", "dog")


def test_an_english_word_that_renders_nothing_of_the_dutch_lowers_the_support(known):
    right = known.support(SENTENCE, "The leaders want peace in Ukraine.")
    assert 0 >= right > known.support(SENTENCE, "The leaders want peace and cheese in Ukraine.")
    assert known.support(SENTENCE, "Cheese.") == pytest.approx(math.log(lexicon.UNSUPPORTED))
    assert known.support("Jansen zwijgt.", "Jansen's") == 0.0
    assert known.support(SENTENCE, "A concord.", ["concord"]) == 0.0
    assert known.support(SENTENCE, "It is not.") == 0.0


def test_a_dropped_word_is_found_where_it_stands(known):
    dropped = known.dropped(SENTENCE, "The leaders want it in Ukraine.", 0.02)
    assert [SENTENCE[word] for word in dropped] == ["vrede"]


def test_a_name_that_is_copied_counts_as_rendered(known):
    assert known.dropped("Minister Hoekstra wil vrede.", "Minister Hoekstra wants peace.", 0.02) == []
