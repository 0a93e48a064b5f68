"""The interface of an algorithm, and the greedy choice that the ranking ones share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.budget import Basket, Budget
from briefing.summarise.pool import Pool
from briefing.summarise.redundancy import Redundancy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DIGITS = 9  # scores are compared at this precision, so that the processor's rounding never decides


class Algorithm(ABC):
    """A way of choosing. `name` is what `--algorithm` takes."""

    name: ClassVar[str]

    @abstractmethod
    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:
        """Return a score for every line of the pool, higher is better: shape (lines,)."""

    def weights(self, budget: Budget) -> Mapping[str, float]:  # noqa: ARG002 - most rank by one thing
        """Return the weights of the features that the score adds up, for the method section; empty for none."""
        return {}

    def choose(self, pool: Pool, budget: Budget, scores: Floats) -> dict[int, float]:
        """Return the value of each chosen place in `pool.candidates`, best first, within the budget.

        Here: from the highest score down, whatever fits and repeats nothing already taken.
        """
        basket = Basket(pool, budget)
        redundancy = Redundancy(pool)
        mine = candidate_scores(pool, scores)
        for index in sorted(range(len(mine)), key=lambda i: (-mine[i], i)):  # equal ones in story order
            candidate = pool.candidates[index]
            if basket.fits(candidate) and not redundancy.repeats(candidate, basket.lines):
                basket.add(index, float(mine[index]))
                redundancy.take(candidate)
        return basket.taken


def candidate_scores(pool: Pool, scores: Floats) -> Floats:
    """Return for each candidate the mean score of its lines: shape (candidates,)."""
    import numpy as np

    return np.array([scores[list(c.lines)].mean().round(DIGITS) for c in pool.candidates])
