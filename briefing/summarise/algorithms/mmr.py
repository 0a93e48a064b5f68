"""Maximal marginal relevance: the best sentence, less what has been said already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.algorithms.base import DIGITS, Algorithm, candidate_scores
from briefing.summarise.budget import Basket, Budget
from briefing.summarise.features import WEIGHTS, blend
from briefing.summarise.pool import Pool
from briefing.summarise.redundancy import Redundancy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LAMBDA = (
    0.7  # weight of relevance against novelty; .7 suits short summaries (Carbonell and Goldstein 1998: .3-.7)
)


class MaximalMarginalRelevance(Algorithm):
    """MMR (Carbonell and Goldstein 1998) over the blend of all features."""

    name: ClassVar[str] = "mmr"

    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:  # noqa: ARG002 - no centrality of its own
        """Return the weighted mean of the features."""
        return blend(features) / sum(WEIGHTS.values())

    def weights(self, budget: Budget) -> Mapping[str, float]:  # noqa: ARG002 - the same for every budget
        """Return the weights of all features."""
        return WEIGHTS

    def choose(self, pool: Pool, budget: Budget, scores: Floats) -> dict[int, float]:
        """Return candidates by λ · score - (1 - λ) · highest similarity to a line already taken."""
        import numpy as np

        basket = Basket(pool, budget)
        redundancy = Redundancy(pool)
        relevance = candidate_scores(pool, scores)
        open_places = list(range(len(pool.candidates)))
        while open_places:
            open_places = [
                i
                for i in open_places
                if basket.fits(pool.candidates[i])
                and not redundancy.repeats(pool.candidates[i], basket.lines)
            ]
            if not open_places:
                break
            said = np.array([redundancy.highest[list(pool.candidates[i].lines)].max() for i in open_places])
            margins = (LAMBDA * relevance[open_places] - (1 - LAMBDA) * said).round(DIGITS)
            place = int(margins.argmax())
            best = open_places[place]
            basket.add(best, float(margins[place]))
            redundancy.take(pool.candidates[best])
            open_places.remove(best)
        return basket.taken
