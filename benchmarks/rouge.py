"""ROUGE with n-grams pooled over the references, as ROUGE-1.5.5 averages them (Lin 2004).

rouge-score (Google's port) supplies the tokens: lower case, everything but a-z and 0-9 parts words, no stemming.
Its `score_multi` takes the best reference, which is something else, so the pooling is done here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    """Return the n-grams of `text` with their counts."""
    from rouge_score.tokenize import tokenize

    tokens = tokenize(text, None)
    return Counter(zip(*(tokens[i:] for i in range(n)), strict=False))


def rouge(candidate: str, references: Sequence[str], n: int) -> tuple[float, float, float]:
    """Return precision, recall and F of `candidate` against all references together.

    The hits are summed over the references; recall divides them by the references' n-grams, precision by the
    candidate's n-grams times the number of references.
    """
    mine = grams(candidate, n)
    theirs = [grams(reference, n) for reference in references]
    hits = sum((mine & other).total() for other in theirs)
    recall = hits / max(1, sum(other.total() for other in theirs))
    precision = hits / max(1, mine.total() * len(theirs))
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0
