"""ROUGE as the benchmark counts it: n-grams pooled over the references."""

import pytest

from benchmarks.rouge import rouge


def test_hits_and_ngrams_are_summed_over_the_references():
    # Candidate "a b c": hits 2 of the first reference's 2 words, 1 of the second's 4.
    precision, recall, f = rouge("a b c", ["a b", "c d e f"], 1)
    assert (precision, recall) == (pytest.approx(3 / 6), pytest.approx(3 / 6))
    assert f == pytest.approx(0.5)


def test_case_and_punctuation_do_not_count_and_words_are_not_stemmed():
    assert rouge("The Ships, sailed.", ["the ships sailed"], 2)[2] == 1
    assert rouge("ship", ["ships"], 1)[2] == 0


def test_a_repeated_ngram_counts_as_often_as_the_reference_has_it():
    assert rouge("a a a", ["a"], 1)[0] == pytest.approx(1 / 3)
