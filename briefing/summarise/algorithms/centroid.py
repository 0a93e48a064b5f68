"""Centroid: a sentence matters that is like the average of all of them."""

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


class Centroid(Algorithm):
    """Cosine with the centroid of all sentences (Radev, Jing, Styś and Tam 2004)."""

    name: ClassVar[str] = "centroid"

    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:  # noqa: ARG002 - centrality alone
        """Return the closeness of every line to the centroid, the highest 1."""
        closeness = centroid(pool.vectors)
        top = closeness.max() if len(closeness) else 0.0
        return closeness / top if top > 0 else closeness


def centroid(vectors: Sparse) -> Floats:
    """Return the cosine of each row with the mean row: shape (rows,)."""
    import numpy as np

    n = vectors.shape[0]
    if n == 0:
        return np.zeros(0)
    middle = vectors.transposed_dot(np.full(n, 1 / n))
    return vectors.dot(middle) / (float(np.sqrt((middle**2).sum())) or 1.0)
