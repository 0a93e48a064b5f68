"""From chosen candidates to key points in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.summarise.budget import Budget
from briefing.summarise.pool import Pool
from briefing.summarise.text import word_count
from briefing.summarise.types import KeyPoint

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SHOWN_DIGITS = 4


def key_points(
    pool: Pool, taken: Mapping[int, float], features: Mapping[str, Floats]
) -> tuple[KeyPoint, ...]:
    """Return the key points of the candidates taken (place in the pool -> value), in story order.

    Candidates that share a line become one entry with the higher value; the values are shown as shares of the
    highest one.
    """
    groups: list[tuple[set[int], float]] = []
    for index in sorted(taken, key=lambda i: pool.candidates[i].lines):
        lines, value = set(pool.candidates[index].lines), taken[index]
        if groups and groups[-1][0] & lines:
            previous, before = groups.pop()
            lines, value = lines | previous, max(value, before)
        groups.append((lines, value))
    top = max((value for _, value in groups), default=1.0)
    low = min((value for _, value in groups), default=0.0)
    shift = low if low < 0 else 0.0  # MMR's margins can fall below 0
    return tuple(
        KeyPoint(
            translations=tuple(pool.lines[i].translation for i in sorted(lines)),
            score=round((value - shift) / ((top - shift) or 1.0), SHOWN_DIGITS),
            order=order,
            scores=tuple(
                (name, round(float(values[sorted(lines)].mean()), SHOWN_DIGITS))
                for name, values in features.items()
            ),
        )
        for order, (lines, value) in enumerate(groups, 1)
    )


def further(points: Sequence[KeyPoint], told: Sequence[KeyPoint], budget: Budget) -> tuple[KeyPoint, ...]:
    """Return the best of `points` within the budget that share no sentence with those `told`, in story order."""
    seen = {t.sentence.id for point in told for t in point.translations}
    kept: list[KeyPoint] = []
    sentences = words = 0
    for point in sorted(points, key=lambda p: (-p.score, p.order)):
        more, longer = len(point.translations), word_count(point.english)
        if any(t.sentence.id in seen for t in point.translations) or not budget.holds(
            sentences + more, words + longer
        ):
            continue
        kept.append(point)
        sentences, words = sentences + more, words + longer
    return tuple(
        replace(point, order=n) for n, point in enumerate(sorted(kept, key=lambda point: point.order), 1)
    )
