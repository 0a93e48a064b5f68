"""Words of one family are told from words that begin alike."""

import pytest

from briefing.match.english_family import related


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plumber", "plumbing"),
        ("plumber", "plumbers"),
        ("dignity", "dignified"),
        ("advise", "advice"),
        ("relieved", "relief"),
        ("bloody", "bloodily"),
        ("reconcile", "reconciliation"),
        ("controlled", "controls"),
        ("sudanese", "sudan"),
        ("collided", "collision"),
        ("ox", "ox"),
    ],
)
def test_forms_and_derivations_are_related(one, other):
    assert related(one, other)
    assert related(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bloodstream", "blood"),
        ("straightforward", "straight"),
        ("stand", "standard"),
        ("fireplace", "fire"),
        ("statute", "station"),
        ("car", "care"),
        ("cat", "dog"),
        ("", "ing"),
    ],
)
def test_a_word_that_begins_alike_is_not(one, other):
    assert not related(one, other)
    assert not related(other, one)
