"""Submodular coverage: the set of sentences that together hold most of what the articles say."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.algorithms.base import DIGITS, Algorithm
from briefing.summarise.budget import Basket, Budget
from briefing.summarise.features import WEIGHTS, blend
from briefing.summarise.pool import Line, Pool
from briefing.summarise.redundancy import Redundancy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Profile:
    """What coverage and features count for one kind of budget.

    `position`: a concept is worth (1 + place) to the power -position in an article, by its first mention.
    `single`: the weight of a word beside the weight 1 of a pair of neighbouring words. `rewards`: the weights of
    the features beside the coverage, which is 1 for a sentence of average density that says nothing known.
    """

    position: float
    single: float
    rewards: Mapping[str, float]


# A budget in words is used up by length alone, so that the denser text wins and coverage decides. A budget in
# sentences is a list of points, each of which must be worth its place. Both were chosen among whole, half and
# quarter values, the first by leaving one topic out, the second on facts a reader needs (docs/summaries.md).
BY_WORDS = Profile(position=0.75, single=0.0, rewards={"unquoted": 0.25, "length": 0.5, "flagged": -0.25})
BY_SENTENCES = Profile(position=0.75, single=1.0, rewards=WEIGHTS)
SHORTEST = 12  # words; a shorter sentence counts as this long, or its density would say too much


class SubmodularCoverage(Algorithm):
    """Weighted concept coverage (Gillick and Favre 2009) with a reward for good sentences (Lin and Bilmes 2011).

    Concepts are pairs of neighbouring words, and words. A concept counts once however often it is said, so that
    a second sentence on one thing gains little. Entries are taken by gain for cost (Lin and Bilmes 2010).
    """

    name: ClassVar[str] = "submodular"

    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:  # noqa: ARG002 - features alone
        """Return the weighted sum of the features that count for the kind of budget."""
        return blend(features, profile(budget).rewards)

    def weights(self, budget: Budget) -> Mapping[str, float]:
        """Return the weights for the kind of budget."""
        return profile(budget).rewards

    def choose(self, pool: Pool, budget: Budget, scores: Floats) -> dict[int, float]:
        """Return the greedy choice by gain for cost, within the budget.

        A gain only falls while lines are taken, so that a candidate whose gain, counted anew, still beats the
        old gains of all others is the best (lazy evaluation, Minoux 1978).
        """
        coverage = Coverage(pool, scores, budget)
        basket = Basket(pool, budget)
        redundancy = Redundancy(pool)
        sharing: defaultdict[int, list[int]] = defaultdict(list)
        for index, candidate in enumerate(pool.candidates):
            for line in candidate.lines:
                sharing[line].append(index)

        def worth(index: int) -> float:
            return coverage.gain(basket.new_lines(pool.candidates[index]))

        heap = [(-worth(index), index) for index in range(len(pool.candidates))]
        heapq.heapify(heap)
        while heap:
            _, index = heapq.heappop(heap)
            candidate = pool.candidates[index]
            if not basket.fits(candidate) or redundancy.repeats(candidate, basket.lines):
                continue
            now = worth(index)
            if heap and (-now, index) > heap[0]:
                heapq.heappush(heap, (-now, index))
                continue
            coverage.take(basket.new_lines(candidate))
            basket.add(index, now)
            redundancy.take(candidate)
            # An entry that shares a line has become cheaper, which old gains don't know.
            for other in dict.fromkeys(o for line in candidate.lines for o in sharing[line]):
                if other not in basket.taken:
                    heapq.heappush(heap, (-worth(other), other))
        return basket.taken


def profile(budget: Budget) -> Profile:
    """Return the profile for the kind of budget; a limit in words decides where both are given."""
    return BY_SENTENCES if budget.words is None else BY_WORDS


class Coverage:
    """What lines would add to those taken."""

    def __init__(self, pool: Pool, rewards: Floats, budget: Budget) -> None:
        """Weigh the concepts of the pool; `rewards` has what the features give each line."""
        chosen = profile(budget)
        self.concepts = [
            dict.fromkeys((*(line.stems if chosen.single else ()), *line.pairs)) for line in pool.lines
        ]
        self.weights = concept_weights(pool.lines, self.concepts, chosen)
        self.rewards = [float(reward) for reward in rewards]
        self.sizes = [max(SHORTEST, line.size) for line in pool.lines]
        self.costs = [1 if budget.words is None else max(1, line.words) for line in pool.lines]
        total = sum(self.weights[c] for mine in self.concepts for c in mine)
        self.density = total / sum(self.sizes) or 1.0
        self.covered: set[str] = set()

    def gain(self, lines: Sequence[int]) -> float:
        """Return the mean over the lines, by their cost, of new concepts' density and reward."""
        fresh: set[str] = set()
        gained = spent = 0.0
        for line in lines:
            new = [c for c in self.concepts[line] if c not in self.covered and c not in fresh]
            fresh.update(new)
            density = sum(self.weights[c] for c in new) / self.sizes[line] / self.density
            gained += self.costs[line] * (density + self.rewards[line])
            spent += self.costs[line]
        return round(gained / spent, DIGITS) if spent else 0.0

    def take(self, lines: Sequence[int]) -> None:
        """Add the lines."""
        for line in lines:
            self.covered.update(self.concepts[line])


def concept_weights(
    lines: Sequence[Line], of_lines: Sequence[Iterable[str]], chosen: Profile
) -> dict[str, float]:
    """Return for each concept the sum over articles of what its first place there is worth.

    An article's opening says what its writer thought most important; a concept of many articles adds up, as
    document frequency does in Gillick and Favre (2009).
    """
    weights: dict[str, float] = {}
    seen: set[tuple[int, str]] = set()
    for line, mine in zip(lines, of_lines, strict=True):
        place = (1 + line.place) ** -chosen.position
        for concept in mine:
            if (line.article, concept) not in seen:
                seen.add((line.article, concept))
                weights[concept] = weights.get(concept, 0.0) + place * (
                    1 if " " in concept else chosen.single
                )
    return weights
