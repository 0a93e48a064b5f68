"""Each algorithm's arithmetic on examples small enough to work out by hand."""

import math

import numpy as np
import pytest
from summary_builders import article

from briefing.errors import UsageError
from briefing.summarise.algorithms import ALGORITHMS, DEFAULT, algorithm_named
from briefing.summarise.algorithms.centroid import centroid
from briefing.summarise.algorithms.lead import Lead
from briefing.summarise.algorithms.lexrank import lexrank
from briefing.summarise.algorithms.mmr import LAMBDA, MaximalMarginalRelevance
from briefing.summarise.algorithms.submodular import Coverage, Profile, concept_weights
from briefing.summarise.algorithms.textrank import textrank
from briefing.summarise.budget import Budget
from briefing.summarise.pool import build_pool
from briefing.summarise.redundancy import similarity
from briefing.summarise.sparse import presence, tf_idf


def test_lexrank_of_a_sentence_like_no_other_comes_from_jumps_alone():
    # c jumps anywhere: p = .15/3 + .85 p/3, so p = .05 / (1 - .85/3); a and b share the rest equally.
    alone = 0.05 / (1 - 0.85 / 3)
    ranks = lexrank(tf_idf([["x", "y"], ["y", "z"], ["w"]]))
    assert ranks == pytest.approx([(1 - alone) / 2, (1 - alone) / 2, alone], abs=1e-7)


def test_lexrank_puts_the_middle_of_a_chain_first():
    # a - b - c: a = .05 + .85 b/2 and b = .05 + .85 (a + c), so a = .07125 / .2775.
    end = (0.05 + 0.425 * 0.05) / (1 - 0.425 * 1.7)
    ranks = lexrank(tf_idf([["x"], ["x", "y"], ["y"]]))
    assert ranks == pytest.approx([end, 0.05 + 1.7 * end, end], abs=1e-7)


def test_lexrank_is_the_walk_along_the_full_matrix_of_cosines():
    texts = [["a", "b", "c"], ["b", "c", "d"], ["a", "d", "e"], ["e", "f", "a"]]
    vectors = tf_idf(texts)
    full = np.array([vectors.similarities(row) for row in range(4)]) - np.eye(4)
    walk = full / full.sum(axis=1, keepdims=True)
    ranks = np.full(4, 0.25)
    for _ in range(300):
        ranks = 0.15 / 4 + 0.85 * walk.T @ ranks
    assert lexrank(vectors) == pytest.approx(ranks, abs=1e-7)


def test_textrank_divides_the_shared_words_by_the_logs_of_both_lengths():
    texts = [["a", "b"], ["b", "c"], ["b", "d", "e"]]
    two, three = 1 / (2 * math.log(2)), 1 / (math.log(2) + math.log(3))
    links = np.array([[0, two, three], [two, 0, three], [three, three, 0]])
    walk = links / links.sum(axis=1, keepdims=True)
    ranks = np.full(3, 1 / 3)
    for _ in range(300):
        ranks = 0.15 / 3 + 0.85 * walk.T @ ranks
    assert textrank(presence(texts)) == pytest.approx(ranks, abs=1e-5)


def test_textrank_links_no_sentence_of_one_word():
    ranks = textrank(presence([["a"], ["a", "b"], ["a", "c"]]))
    assert ranks[0] == pytest.approx(0.05 / (1 - 0.85 / 3), abs=1e-5)


def test_centroid_is_the_cosine_with_the_mean_sentence():
    # Orthogonal unit vectors: the mean is (1/2, 1/2), its cosine with either is 1/√2.
    assert centroid(tf_idf([["a"], ["b"]])) == pytest.approx([2**-0.5, 2**-0.5])


def test_lead_falls_with_the_place_in_the_article():
    pool = build_pool([article("Een eerste zin.", "Een tweede zin.", "Een derde zin.")], "nl")
    assert Lead().rank(pool, {}, Budget(sentences=1)).tolist() == [1, 1 / 2, 1 / 3]


def test_mmr_takes_a_weaker_sentence_where_the_stronger_one_is_half_said():
    first = "Noorwegen stuurt veertien nieuwe schepen naar de Oostzee."
    like = "Noorwegen stuurt veertien oude vliegtuigen naar Estland."
    other = "Zweedse havens weigeren tankers zonder geldige verzekering."
    pool = build_pool([article(first, like, other)], "nl")
    said = float(similarity(pool, 0)[1])
    scores = np.array([1.0, 0.9, 0.8])
    # The second choice has margin λ·.9 - (1 - λ)·said against λ·.8 - (1 - λ)·0.
    assert LAMBDA * 0.9 - (1 - LAMBDA) * said < LAMBDA * 0.8
    chosen = MaximalMarginalRelevance().choose(pool, Budget(sentences=2), scores)
    assert list(chosen) == [0, 2]
    assert chosen[2] == pytest.approx(LAMBDA * 0.8)


def test_a_concept_is_worth_its_first_place_in_each_article():
    pool = build_pool(
        [article("Rode tanker.", "Rode haven.", number=1), article("Rode tanker.", number=2)], "nl"
    )
    weights = concept_weights(
        pool.lines, [line.stems for line in pool.lines], Profile(position=1.0, single=1.0, rewards={})
    )
    red, tanker, harbour = (pool.lines[0].stems[0], pool.lines[0].stems[1], pool.lines[1].stems[1])
    assert weights == {red: 2.0, tanker: 2.0, harbour: 0.5}


def test_coverage_counts_a_concept_once():
    pool = build_pool(
        [article("Rode tanker vaart naar Oslo met acht oude kranen en zes grote ketels.", "Rode tanker.")],
        "nl",
    )
    coverage = Coverage(pool, np.array([0.0, 0.5]), Budget(words=50))
    before = coverage.gain([1])
    coverage.take([0])
    assert before > 0.5
    assert coverage.gain([1]) == 0.5  # nothing new: the reward alone


def test_an_unknown_algorithm_is_refused_with_the_names_there_are():
    with pytest.raises(UsageError, match="no algorithm 'pagerank'") as refused:
        algorithm_named("pagerank")
    assert all(name in refused.value.hint for name in ALGORITHMS)


def test_the_default_is_one_of_them_and_every_name_is_its_own():
    assert DEFAULT in ALGORITHMS
    assert all(algorithm_named(name).name == name for name in ALGORITHMS)
