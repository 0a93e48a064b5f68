"""LexRank: a sentence matters that is like many sentences that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.algorithms.base import Algorithm
from briefing.summarise.budget import Budget
from briefing.summarise.pool import Pool
from briefing.summarise.sparse import Sparse

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DAMPING = 0.15  # chance of jumping to any sentence; .1-.2 in Erkan and Radev (2004)
TOLERANCE = 1e-9
MAX_STEPS = 200


class LexRank(Algorithm):
    """Continuous LexRank (Erkan and Radev 2004), the stationary distribution of a walk along cosines."""

    name: ClassVar[str] = "lexrank"

    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:  # noqa: ARG002 - centrality alone
        """Return the LexRank of every line, the highest 1."""
        ranks = lexrank(pool.vectors)
        return ranks / ranks.max() if len(ranks) else ranks


def lexrank(vectors: Sparse) -> Floats:
    """Return the probability of each row under the walk; they add up to 1. Shape (rows,).

    The walk goes from a row to another (never to itself) in proportion to their cosine. The matrix of cosines is
    never built: a product with it is two products with the sparse vectors, X (Xᵀ p) - p, so that a step costs as
    much as there are words. A row like no other jumps anywhere.
    """
    import numpy as np

    n = vectors.shape[0]
    if n == 0:
        return np.zeros(0)
    own = np.bincount(vectors.rows, weights=vectors.values**2, minlength=n)  # 1, or 0 for an empty row
    degree = vectors.dot(vectors.transposed_dot(np.ones(n))) - own
    linked = degree > TOLERANCE
    degree = np.where(linked, degree, 1.0)
    ranks = np.full(n, 1 / n)
    for _ in range(MAX_STEPS):
        flow = np.where(linked, ranks / degree, 0.0)
        walked = vectors.dot(vectors.transposed_dot(flow)) - own * flow + ranks[~linked].sum() / n
        following = DAMPING / n + (1 - DAMPING) * walked
        done = np.abs(following - ranks).sum() < TOLERANCE
        ranks = following
        if done:
            break
    return ranks
