"""The timeline: sentences that say when, in the order of what they tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.summarise.dates import Mention
from briefing.summarise.pool import Line, Pool
from briefing.summarise.redundancy import SAME, likeness
from briefing.summarise.types import Event

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MAX_EVENTS = 24  # about a page; the best-scored ones are kept
READABLE = {"", "connective"}  # what a dated sentence may lack: its date says where it belongs


def timeline(pool: Pool, scores: Floats) -> tuple[Event, ...]:
    """Return the dated sentences by date, each told once; those that can't be resolved stand by their article's date."""
    chosen: list[tuple[int, Mention]] = []
    told: list[int] = []
    for index in sorted(range(len(pool.lines)), key=lambda i: (-round(float(scores[i]), 9), i)):
        line = pool.lines[index]
        if line.needs not in READABLE:
            continue
        if not line.mentions:
            continue
        if any(likeness(pool, index, other) > SAME for other in told):
            continue
        told.append(index)
        chosen.append((index, _best(line.mentions)))
        if len(chosen) == MAX_EVENTS:
            break
    chosen.sort(key=lambda pair: (_key(pair[1], pool.lines[pair[0]]), pair[0]))
    return tuple(
        Event(pool.lines[index].translation, mention.expression, mention.date, mention.note)
        for index, mention in chosen
    )


def _best(mentions: tuple[Mention, ...]) -> Mention:
    """Return the most precise mention that is resolved; the first one where none is."""

    def precision(mention: Mention) -> tuple[bool, bool, bool]:
        when = mention.date
        return (
            when is not None,
            when is not None and when.month is not None,
            when is not None and when.day is not None,
        )

    return max(mentions, key=lambda mention: (precision(mention), -mention.start))


def _key(mention: Mention, line: Line) -> tuple[date, date]:
    when = mention.date or line.date
    return (when.first, when.last) if when is not None else (date.max, date.max)
