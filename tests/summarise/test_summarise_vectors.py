"""Sparse vectors: the arithmetic by hand, and the same results as with full matrices."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.summarise.sparse import presence, tf_idf, vocabulary

TEXTS = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6), min_size=1, max_size=8)


def dense(matrix):
    full = np.zeros(matrix.shape)
    full[matrix.rows, matrix.columns] = matrix.values
    return full


def test_a_weight_is_tf_times_ln_n_over_df_plus_one_and_a_row_has_unit_length():
    # "a" stands in both texts (idf 1), "b" in one (idf ln 2 + 1) and twice there.
    full = dense(tf_idf([["a", "b", "b"], ["a"]]))
    b = 2 * (math.log(2) + 1)
    norm = math.sqrt(1 + b * b)
    assert full[0] == pytest.approx([1 / norm, b / norm])
    assert full[1] == pytest.approx([1, 0])


def test_columns_are_numbered_by_first_appearance():
    assert vocabulary([["c", "a"], ["b", "a"]]) == {"c": 0, "a": 1, "b": 2}


def test_presence_counts_a_word_once():
    assert dense(presence([["a", "a", "b"], []])).tolist() == [[1, 1], [0, 0]]


@given(TEXTS)
def test_products_are_those_of_the_full_matrix(texts):
    matrix = tf_idf(texts)
    full = dense(matrix)
    across, down = np.arange(1.0, matrix.shape[1] + 1), np.arange(1.0, matrix.shape[0] + 1)
    assert matrix.dot(across) == pytest.approx(full @ across)
    assert matrix.transposed_dot(down) == pytest.approx(full.T @ down)
    for row in range(len(texts)):
        assert matrix.similarities(row) == pytest.approx(full @ full[row])
        assert matrix.cosine(0, row) == pytest.approx(float(full[0] @ full[row]))
