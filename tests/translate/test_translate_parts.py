"""Long segments are put to the model in parts; what is not language is copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.translate import parts
from briefing.translate.typography import normalise

TEXT = st.lists(st.sampled_from(["Hij", "kwam.", "ging,", '"Nee."', "Wij", "x" * 90]), max_size=150).map(
    " ".join
)


@given(TEXT | st.text(max_size=900).map(normalise))
def test_the_parts_joined_are_the_text(text):
    assert " ".join(parts.split(text)) == text


@given(TEXT)
def test_no_part_is_longer_than_the_limit(text):
    assert all(len(part) <= parts.LONG for part in parts.split(text))


def test_a_short_segment_is_one_part_even_with_two_sentences():
    assert parts.split("Hij kwam. Zij ging.") == ("Hij kwam. Zij ging.",)


def test_a_long_quotation_is_parted_where_its_sentences_end():
    sentence = "Wij blijven met alle partners praten over een plan dat voor iedereen werkt."
    assert parts.split(" ".join([sentence] * 4)) == (sentence,) * 4


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Hij kwam.", True),
        ("250.000", False),
        ("https://example.org/nieuws", False),
        ("🙂 🙂", False),
        ("***", False),
        ("", False),
        ("Zie www.example.org", True),
        ("x" * 500, False),
    ],
)
def test_only_language_is_translated(text, answer):
    assert parts.translatable(text) is answer


def test_capitals_are_calmed_in_the_form_that_the_other_texts_use():
    forms = parts.casing(["De leider van Frankrijk sprak.", "Het plan van Frankrijk."])
    assert parts.shouts("CRISIS IN FRANKRIJK")
    assert parts.calm("CRISIS IN FRANKRIJK", forms) == "Crisis in Frankrijk"


@pytest.mark.parametrize("text", ["NAVO", "EU en VN", "De NAVO zwijgt", "VS EN EU"])
def test_abbreviations_are_no_shouting(text):
    assert not parts.shouts(text)
