"""The bottom line: two or three key points that stand alone and give the newest state of affairs."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.summarise.pool import Pool
from briefing.summarise.types import KeyPoint

MAX_POINTS = 3
MIN_POINTS_FOR_TWO = 4  # of fewer key points one says the most, and the rest follows at once
RECENCY = (
    0.5  # weight of recency against the score: a newer state of affairs outdoes all but the best older one
)
MAX_WORDS = 45  # a longer sentence is not read at a glance
# What a sentence loses that leans on something else (“the Kremlin also stated”, “today”), as much as half a scale of recency.
UNANCHORED = 0.25


def bottom_line(pool: Pool, points: Sequence[KeyPoint]) -> tuple[KeyPoint, ...]:
    """Return up to three of `points`, the newest first; their `order` counts anew.

    One comes from the newest dated article that has a key point, the others by score and recency. Only single
    sentences of a readable length are taken where there are any, and of those the ones whose translation no check
    doubts.
    """
    if not points:
        return ()
    wanted = MAX_POINTS if len(points) >= 2 * MAX_POINTS else 2 if len(points) >= MIN_POINTS_FOR_TWO else 1
    home = {line.translation.sentence.id: line for line in pool.lines}
    single = [p for p in points if len(p.translations) == 1 and len(p.english.split()) <= MAX_WORDS]
    able = [p for p in single if not p.translations[0].flags] or single or list(points)

    def value(point: KeyPoint) -> float:
        features = dict(point.scores)
        return (
            point.score
            + RECENCY * features.get("recency", 0.5)
            - UNANCHORED * features.get("unanchored", 0.0)
        )

    ranked = sorted(able, key=lambda point: (-round(value(point), 6), point.order))
    dated = [point for point in ranked if home[point.translations[0].sentence.id].date is not None]
    newest = max(
        dated,
        key=lambda point: (_day(home[point.translations[0].sentence.id].date), value(point), -point.order),
        default=ranked[0],
    )
    rest = [point for point in ranked if point is not newest]
    chosen = [newest, *rest[: wanted - 1]]
    chosen.sort(key=lambda point: (-_day(home[point.translations[0].sentence.id].date), point.order))
    return tuple(
        KeyPoint(point.translations, point.score, order, point.scores)
        for order, point in enumerate(chosen, 1)
    )


def _day(when: object) -> int:
    from briefing.article import PartialDate

    return when.last.toordinal() if isinstance(when, PartialDate) else 0
