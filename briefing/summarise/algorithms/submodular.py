"""Submodular coverage: the set of sentences that together hold most of what the articles say."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.algorithms.base import DIGITS, Algorithm
from briefing.summarise.budget import Basket, Budget
from briefing.summarise.features import blend
from briefing.summarise.pool import Line, Pool
from briefing.summarise.redundancy import Redundancy
from briefing.summarise.text import STOP_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

REWARD = 0.5  # weight of the features against coverage
POSITION = 0.5  # what a concept is worth per article: place of its first mention to the power -POSITION
PAIR = 1.0  # weight of a pair of neighbouring words
SINGLE = 0.5  # weight of a single word
COST_POWER = 1.0  # 1: gain for the budget used (Lin and Bilmes 2010)


class SubmodularCoverage(Algorithm):
    """Weighted concept coverage (Gillick and Favre 2009) with a reward for good sentences (Lin and Bilmes 2011).

    Concepts are words and pairs of neighbouring words. A concept counts once however often it is said, so that
    a second sentence on one thing gains little: the function is monotone and submodular, and the greedy choice
    by gain for cost is near the best one.
    """

    name: ClassVar[str] = "submodular"

    def rank(self, pool: Pool, features: dict[str, Floats]) -> Floats:  # noqa: ARG002 - no centrality of its own
        """Return the weighted mean of the features."""
        return blend(features)

    def choose(self, pool: Pool, budget: Budget, scores: Floats) -> dict[int, float]:
        """Return the greedy choice by gain for cost (lazily: a gain only ever falls), within the budget."""
        coverage = Coverage(pool, scores)
        basket = Basket(pool, budget)
        redundancy = Redundancy(pool)
        of_line: defaultdict[int, list[int]] = defaultdict(list)
        for index, candidate in enumerate(pool.candidates):
            for line in candidate.lines:
                of_line[line].append(index)

        def worth(index: int) -> float:
            candidate = pool.candidates[index]
            cost = basket.cost(candidate)
            return (
                round(coverage.gain(basket.new_lines(candidate)) / cost**COST_POWER, DIGITS) if cost else 0.0
            )

        heap = [(-worth(index), index) for index in range(len(pool.candidates))]
        heapq.heapify(heap)
        while heap:
            value, index = heapq.heappop(heap)
            candidate = pool.candidates[index]
            if not basket.fits(candidate) or redundancy.repeats(candidate, basket.lines):
                continue
            now = -worth(index)
            if now > value and heap and (now, index) > heap[0]:
                heapq.heappush(heap, (now, index))
                continue
            coverage.take(basket.new_lines(candidate))
            basket.add(index, -now)
            redundancy.take(candidate)
            # Entries that share a line have become cheaper, which the lazy order cannot know.
            for line in candidate.lines:
                for other in of_line[line]:
                    if other not in basket.taken:
                        heapq.heappush(heap, (-worth(other), other))
        return basket.taken


class Coverage:
    """The value of a set of lines: the weights of its concepts, and the scores of its lines."""

    def __init__(self, pool: Pool, scores: Floats) -> None:
        self.concepts = [concepts(line, pool.language) for line in pool.lines]
        self.weights = concept_weights(pool.lines, self.concepts)
        average = sum(self.worth(c) for c in self.concepts) / max(1, len(self.concepts))
        self.rewards = [REWARD * average * float(score) for score in scores]
        self.covered: set[str] = set()

    def worth(self, some: Iterable[str]) -> float:
        """Return the weight of the concepts."""
        return sum(self.weights[concept] for concept in some)

    def gain(self, lines: list[int]) -> float:
        """Return what the lines would add."""
        fresh = dict.fromkeys(c for line in lines for c in self.concepts[line] if c not in self.covered)
        return self.worth(fresh) + sum(self.rewards[line] for line in lines)

    def take(self, lines: list[int]) -> None:
        """Add the lines."""
        for line in lines:
            self.covered.update(self.concepts[line])


def concepts(line: Line, language: str) -> tuple[str, ...]:
    """Return the different content words of a line, and its word pairs that hold a content word."""
    stop = STOP_WORDS.get(language, frozenset())
    pairs = (pair for pair in line.bigrams if not all(word in stop for word in pair.split(" ")))
    return tuple(dict.fromkeys((*line.stems, *pairs)))


def concept_weights(lines: Iterable[Line], of_lines: list[tuple[str, ...]]) -> dict[str, float]:
    """Return for each concept the sum over articles of what its best place there is worth.

    An article's opening says what its writer thought most important, so that a concept counts (1 + place) to the
    power -POSITION in an article, by its first mention; one that stands in many articles adds up, as document
    frequency does in Gillick and Favre (2009).
    """
    weights: dict[str, float] = {}
    seen: set[tuple[int, str]] = set()
    for line, mine in zip(lines, of_lines, strict=True):
        for concept in mine:
            if (line.article, concept) not in seen:
                seen.add((line.article, concept))
                kind = PAIR if " " in concept else SINGLE
                weights[concept] = weights.get(concept, 0.0) + kind * (1 + line.place) ** -POSITION
    return weights
