"""Lead: what stands first in each article, the baseline that news is hard to beat on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing.summarise.algorithms.base import Algorithm
from briefing.summarise.budget import Budget
from briefing.summarise.pool import Pool

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Lead(Algorithm):
    """The first sentence of every article in date order, then every second one, and so on."""

    name: ClassVar[str] = "lead"

    def rank(self, pool: Pool, features: dict[str, Floats], budget: Budget) -> Floats:  # noqa: ARG002 - the place alone
        """Return 1 / (1 + place in the article) for every line."""
        import numpy as np

        return np.array([1 / (1 + line.place) for line in pool.lines])
