"""TextRank: the same walk as LexRank along the words two sentences share, whatever their rarity."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.algorithms.base import Algorithm
from briefing.summarise.budget import Budget
from briefing.summarise.pool import Pool
from briefing.summarise.sparse import Sparse, presence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DAMPING = 0.15  # 1 - d with the d = .85 of Mihalcea and Tarau (2004)
TOLERANCE = 1e-6
MAX_STEPS = 60


class TextRank(Algorithm):
    """TextRank for sentences (Mihalcea and Tarau 2004)."""

    name: ClassVar[str] = "textrank"

    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:  # noqa: ARG002 - centrality alone
        """Return the TextRank of every line, the highest 1."""
        ranks = textrank(presence([line.stems for line in pool.lines]))
        return ranks / ranks.max() if len(ranks) else ranks


def textrank(shared: Sparse) -> Floats:
    """Return the rank of each row of a 0/1 matrix; they add up to 1. Shape (rows,).

    Two rows are linked by |a ∩ b| / (ln |a| + ln |b|). The divisor depends on two lengths, so that rows are
    gathered by length: a step costs words times the number of different lengths, which has a ceiling. A row of
    fewer than two words has no links.
    """
    import numpy as np

    n = shared.shape[0]
    if n == 0:
        return np.zeros(0)
    size = np.bincount(shared.rows, minlength=n)
    lengths = [int(s) for s in np.unique(size) if s >= 2]
    logs = np.log(np.maximum(size, 1))

    def linked(vector: Floats) -> Floats:
        total = np.zeros(n)
        for length in lengths:
            reached = shared.dot(shared.transposed_dot(np.where(size == length, vector, 0.0)))
            total += reached / np.maximum(logs + math.log(length), TOLERANCE)
        own = np.where(size >= 2, size * vector / np.maximum(2 * logs, TOLERANCE), 0.0)
        return np.where(size >= 2, total - own, 0.0)

    degree = linked(np.ones(n))
    connected = degree > TOLERANCE
    degree = np.where(connected, degree, 1.0)
    ranks = np.full(n, 1 / n)
    for _ in range(MAX_STEPS):
        walked = linked(np.where(connected, ranks / degree, 0.0)) + ranks[~connected].sum() / n
        following = DAMPING / n + (1 - DAMPING) * walked
        done = np.abs(following - ranks).sum() < TOLERANCE
        ranks = following
        if done:
            break
    return ranks
