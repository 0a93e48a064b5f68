"""Themes: what the articles speak of, as groups of sentences under a phrase that all of them have."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.summarise.labels import as_written, phrases, stems, terms
from briefing.summarise.pool import Pool
from briefing.summarise.types import KeyPoint, Theme
from briefing.translate.types import Translation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MIN_THEMES, MAX_THEMES = 3, 6
FEW = 6  # fewer points are one theme
POINTS_PER_THEME = 4  # what a heading can hold before it becomes a list
COMMONEST = 0.5  # share of the points from which a phrase tells none apart
OTHER = "Other developments"
_ALL = "Developments"
UNNAMED = (OTHER, _ALL)  # what belongs to no theme, and all there is where there are none
# It says when and not what: `third quarter`.
_SPAN_OF_TIME = re.compile(
    r"(?:(?:first|second|third|fourth|last|next|past|previous|coming|current|recent|early|late|half|full|whole|few"
    r"|several|many) )?"
    r"(?:seconds?|minutes?|hours?|nights?|mornings?|afternoons?|evenings?|weekends?|days?|weeks?|fortnights?|months?"
    r"|quarters?|hal(?:f|ves)|half-years?|seasons?|springs?|summers?|autumns?|winters?|years?|decades?|centur(?:y|ies))",
    re.IGNORECASE,
)
_TERM = 2.0  # the office's own term is the better heading of two equally telling ones,
_PHRASE = 1.5  # and two words say more than one, unless they are a name
_NAME = 0.6  # a name says whom it is about and not what
_AGAIN = 0.25  # what a phrase is still worth that shares a word with a heading that is taken
_LEAST = 0.5  # a phrase of less worth is no heading


def themes(pool: Pool, points: Sequence[KeyPoint]) -> tuple[Theme, ...]:
    """Return up to six groups of `points` and what belongs to none, in story order.

    The heading comes first and the group is made for it (after Zamir and Etzioni 1998, "Web document clustering", and
    Osiński and Weiss 2005, "A concept-driven algorithm for clustering search results"): of the phrases that two points or
    more have and not most, the one that tells most points apart is taken, then the best for those that are left, so that
    a heading fits every sentence below it. Of two phrases of equal worth that one goes first whose sentences are more
    alike, each replaced by the mean of all sentences of the pool weighted by their likeness to it (second-order
    similarity, Schütze 1998), less what all have in common.
    """
    written = as_written([t for point in points for t in point.translations])
    found = _headed(pool, points, written) if len(points) >= FEW else {}
    groups = sorted((sorted(at), written.get(phrase, phrase)) for phrase, at in found.items())
    left = sorted(set(range(len(points))).difference(*found.values()))
    if left:
        groups.append((left, OTHER if groups else _ALL))
    return tuple(Theme(heading, tuple(points[i] for i in at)) for at, heading in groups)


def _headed(pool: Pool, points: Sequence[KeyPoint], written: Mapping[str, str]) -> dict[str, set[int]]:
    """Return the phrases chosen as headings with the places of the points below them, each point once."""
    likeness = _likeness(pool, points)
    where = _places(points, written)
    subjects = {phrase for phrase in where if written.get(phrase, phrase)[:1].islower()}
    office = subjects & terms(t for point in points for t in point.translations)
    favour = {
        phrase: (_TERM if phrase in office else 1)
        * (1 if phrase in subjects else _NAME)
        * (_PHRASE if phrase in subjects and not phrase.isalpha() else 1)
        for phrase in where
    }
    words = {phrase: set(stems(phrase)) for phrase in where}
    most = min(MAX_THEMES, max(MIN_THEMES, round(len(points) / POINTS_PER_THEME)))
    left = set(range(len(points)))
    found: dict[str, set[int]] = {}
    while where and len(found) < most:
        taken = set().union(*(words[phrase] for phrase in found))
        worth = {
            phrase: _worth(at, left, likeness) * favour[phrase] * (_AGAIN if taken & words[phrase] else 1)
            for phrase, at in where.items()
        }
        best = min(where, key=lambda phrase: (-round(worth[phrase], 6), phrase))
        if worth[best] < _LEAST:
            break
        found[best] = where[best] & left
        left -= where[best]
    return found


def _places(points: Sequence[KeyPoint], written: Mapping[str, str]) -> dict[str, set[int]]:
    """Return for each phrase of the points the places of those that have all of its words, inflected or not."""
    said = [{stem for t in point.translations for stem in _said(t)} for point in points]
    every = {phrase for point in points for t in point.translations for phrase in phrases(t)}
    wanted = {phrase: set(stems(written.get(phrase, phrase))) for phrase in every}
    return {
        phrase: {place for place, has in enumerate(said) if words <= has}
        for phrase, words in sorted(wanted.items())
        if words and not _SPAN_OF_TIME.fullmatch(written.get(phrase, phrase))
    }


def _said(translation: Translation) -> set[str]:
    """Return the stems of a sentence; its first word may be a name or not."""
    english = translation.english or translation.sentence.text
    return {*stems(english), *stems(english[:1].lower() + english[1:])}


def _worth(at: set[int], left: set[int], likeness: Floats) -> float:
    """Return how well the points `at` which a phrase stands make a theme: how many are left, how far from all, how alike.

    Each counts for a little more than the one before, since a theme of many is worth more than two of few.
    """
    import numpy as np

    mine = sorted(at & left)
    if len(mine) < 2 or len(at) > COMMONEST * len(likeness):
        return 0.0
    alike = 1 + float(likeness[np.ix_(mine, mine)].mean())
    rare = math.log(len(likeness) / len(at))
    return float(len(mine) ** 1.5 * rare * alike)


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
