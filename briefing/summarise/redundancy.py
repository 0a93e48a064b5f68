"""Whether an entry says again what has been said, in either language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.summarise.pool import Candidate, Pool

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Cosine above which two sentences say the same: two papers' versions of one agency report lie above .6,
# two different statements about one subject below .5 (looked at in five articles; swept .4-.7).
SAME = 0.55


@dataclass(slots=True)
class Redundancy:
    """The similarity of every line to the lines taken so far; grows by one sparse product a line taken."""

    pool: Pool
    highest: Floats = field(init=False)

    def __post_init__(self) -> None:
        import numpy as np

        self.highest = np.zeros(len(self.pool.lines))

    def take(self, candidate: Candidate) -> None:
        """Remember the entry's lines."""
        import numpy as np

        for line in candidate.lines:
            self.highest = np.maximum(self.highest, similarity(self.pool, line))

    def repeats(self, candidate: Candidate, taken: set[int]) -> bool:
        """Return whether a line of the entry that is not in `taken` says again what was taken."""
        return any(self.highest[line] > SAME for line in candidate.lines if line not in taken)


def similarity(pool: Pool, line: int) -> Floats:
    """Return how alike each line is to `line`: the higher of the cosines of both languages, shape (lines,)."""
    import numpy as np

    return np.maximum(pool.vectors.similarities(line), pool.english_vectors.similarities(line))


def likeness(pool: Pool, one: int, other: int) -> float:
    """Return how alike two lines are: the higher of the cosines of both languages."""
    return max(pool.vectors.cosine(one, other), pool.english_vectors.cosine(one, other))
