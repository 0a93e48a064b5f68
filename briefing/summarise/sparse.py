"""Sparse tf-idf vectors: every product costs time proportional to the number of words, never to its square."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sparse:
    """A matrix of `shape` (rows, columns) as three arrays of equal length: row, column and value of each entry.

    Entries are in the order of their rows.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Floats
    shape: tuple[int, int]

    def dot(self, vector: Floats) -> Floats:
        """Return matrix times vector: (columns,) to (rows,)."""
        import numpy as np

        return np.bincount(
            self.rows, weights=self.values * vector[self.columns], minlength=self.shape[0]
        ).astype(np.float64, copy=False)

    def transposed_dot(self, vector: Floats) -> Floats:
        """Return the transposed matrix times vector: (rows,) to (columns,)."""
        import numpy as np

        return np.bincount(
            self.columns, weights=self.values * vector[self.rows], minlength=self.shape[1]
        ).astype(np.float64, copy=False)

    def similarities(self, row: int) -> Floats:
        """Return the cosine of `row` with every row, where rows have unit length: shape (rows,)."""
        import numpy as np

        vector = np.zeros(self.shape[1])
        first, last = np.searchsorted(self.rows, [row, row + 1])
        vector[self.columns[first:last]] = self.values[first:last]
        return self.dot(vector)

    def cosine(self, one: int, other: int) -> float:
        """Return the cosine of two rows of unit length."""
        import numpy as np

        a, b, c, d = (int(i) for i in np.searchsorted(self.rows, [one, one + 1, other, other + 1]))
        mine = dict(zip(self.columns[a:b].tolist(), self.values[a:b].tolist(), strict=True))
        theirs = zip(self.columns[c:d].tolist(), self.values[c:d].tolist(), strict=True)
        return float(sum(mine.get(column, 0.0) * value for column, value in theirs))


def vocabulary(texts: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return a column for each word, in order of first appearance (never in hash order)."""
    columns: dict[str, int] = {}
    for text in texts:
        for word in text:
            columns.setdefault(word, len(columns))
    return columns


def tf_idf(texts: Sequence[Sequence[str]]) -> Sparse:
    """Return one row of unit length a text, with weights tf · idf and idf = ln(n / df) + 1.

    The 1 keeps words that stand in every text (Erkan and Radev 2004 take the idf of a large collection, which
    is never 0; a handful of articles about one affair is no such collection). An empty text is a row of zeros.
    """
    import numpy as np

    columns = vocabulary(texts)
    frequency = Counter(word for text in texts for word in set(text))
    idf = {word: math.log(len(texts) / n) + 1 for word, n in frequency.items()}
    rows, cols, values = [], [], []
    for row, text in enumerate(texts):
        weights = {word: count * idf[word] for word, count in Counter(text).items()}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        for word, weight in weights.items():
            rows.append(row)
            cols.append(columns[word])
            values.append(weight / norm)
    return Sparse(
        np.array(rows, dtype=np.int64),
        np.array(cols, dtype=np.int64),
        np.array(values, dtype=np.float64),
        (len(texts), len(columns)),
    )


def presence(texts: Sequence[Sequence[str]]) -> Sparse:
    """Return one row a text with a 1 for every different word in it."""
    import numpy as np

    columns = vocabulary(texts)
    pairs = [(row, columns[word]) for row, text in enumerate(texts) for word in dict.fromkeys(text)]
    entries = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Sparse(entries[:, 0], entries[:, 1], np.ones(len(pairs)), (len(texts), len(columns)))
