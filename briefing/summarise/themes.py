"""Themes: what the articles speak of, as groups of sentences with a label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.summarise.labels import label
from briefing.summarise.pool import Pool
from briefing.summarise.types import KeyPoint, Theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MIN_THEMES, MAX_THEMES = 3, 6
POINTS_PER_THEME = 4  # what a heading can hold before it becomes a list


def themes(pool: Pool, points: Sequence[KeyPoint]) -> tuple[Theme, ...]:
    """Return three to six groups of `points` (fewer where there are fewer than six points), in story order.

    Groups come from average-link clustering (Sokal and Michener 1958). Sentences of one affair share few words,
    so that each is first replaced by the mean of all sentences of the pool weighted by their likeness to it
    (second-order similarity, Schütze 1998), less what all have in common. A group of one sentence joins its
    nearest one.
    """
    if not points:
        return ()
    groups = _cluster(_likeness(pool, points), len(points))
    groups.sort(key=lambda group: min(points[i].order for i in group))
    labels: list[str] = []
    found: list[Theme] = []
    for group in groups:
        inside = [t for i in group for t in points[i].translations]
        outside = [t for other in groups if other is not group for i in other for t in points[i].translations]
        labels.append(label(inside, outside, labels))
        found.append(
            Theme(labels[-1], tuple(points[i] for i in sorted(group, key=lambda i: points[i].order)))
        )
    return tuple(found)


def _likeness(pool: Pool, points: Sequence[KeyPoint]) -> Floats:
    """Return the cosines of the points' second-order vectors: shape (points, points)."""
    import numpy as np

    place = {line.translation.sentence.id: index for index, line in enumerate(pool.lines)}
    rows = []
    for point in points:
        likeness = sum(pool.vectors.similarities(place[t.sentence.id]) for t in point.translations)
        rows.append(pool.vectors.transposed_dot(np.asarray(likeness)))
    matrix = np.array(rows)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
    matrix -= matrix.mean(axis=0)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
    return matrix @ matrix.T


def _cluster(likeness: Floats, count: int) -> list[list[int]]:
    """Return groups of places by average link, until no more than the wanted number is left and none is alone."""
    groups = [[i] for i in range(count)]
    wanted = min(
        MAX_THEMES, max(1 if count < 2 * MIN_THEMES else MIN_THEMES, round(count / POINTS_PER_THEME))
    )
    while len(groups) > wanted:
        _join(groups, likeness, range(len(groups)))
    while len(groups) > 1 and any(len(group) == 1 for group in groups):
        _join(groups, likeness, [i for i, group in enumerate(groups) if len(group) == 1][:1])
    return groups


def _join(groups: list[list[int]], likeness: Floats, firsts: Sequence[int]) -> None:
    """Merge the closest pair of which one is among `firsts`; small groups first, so that none swallows the rest."""
    best = max(
        ((a, b) for a in firsts for b in range(len(groups)) if a != b),
        key=lambda pair: (
            round(float(likeness[groups[pair[0]]][:, groups[pair[1]]].mean()), 9)
            - 0.02 * (len(groups[pair[0]]) + len(groups[pair[1]])),
            -min(groups[pair[0]][0], groups[pair[1]][0]),
            -max(groups[pair[0]][0], groups[pair[1]][0]),
        ),
    )
    low, high = sorted(best)
    groups[low] = sorted(groups[low] + groups[high])
    del groups[high]
