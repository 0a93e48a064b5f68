"""The timeline: sentences that say when, in the order of what they tell."""

from __future__ import annotations

import re
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

MAX_EVENTS = 24  # about a page; resolved ones first, then the best-scored ones
READABLE = {"", "connective"}  # what a dated sentence may lack: its date says where it belongs
# Cosine above which two sentences of one day tell one event; of different days it takes `SAME`. In 13 articles two statements
# with one deadline lie at .37, and no two events of a day higher.
SAME_EVENT = 0.4
# What is said of another time only to measure this one by it: *tegen 84 procent een jaar geleden*, *more than last year*.
_MEASURE = re.compile(
    r"\b(?:(?:tegen|against|up from|down from) (?:\w+ ){0,2}?\d[\d.,]*(?: (?:procent|per ?cent|%|miljoen|miljard|[mb]illion|euro|dollar)s?){0,2}"
    r"|(?:meer|minder|hoger|lager|groter|kleiner|sterker|zwakker|sneller|langzamer|duurder|goedkoper|beter|slechter) (?:\w+ ){0,2}dan"
    r"|(?<!later )(?<!earlier )(?<!sooner )than"
    r"|vergeleken met|ten opzichte van|compared (?:with|to)) (?:(?:in|op|on|at) )?(?:the )?$",
    re.IGNORECASE,
)
_REACH = 80  # characters before a date in which its measure is looked for


def timeline(pool: Pool, scores: Floats) -> tuple[Event, ...]:
    """Return the dated sentences by date, each event told once; those that can't be resolved stand by their article's date.

    Dates that are resolved come first: the others get the rows that are left. What a date is only measured by is no event.
    """
    dated = [(i, _best(events)) for i, line in enumerate(pool.lines) if (events := _events(line))]
    ranked = sorted(
        dated, key=lambda pair: (pair[1].date is None, -round(float(scores[pair[0]]), 9), pair[0])
    )
    chosen: list[tuple[int, Mention]] = []
    for index, mention in ranked:
        if len(chosen) == MAX_EVENTS:
            break
        if not any(_told(pool, index, mention, *other) for other in chosen):
            chosen.append((index, mention))
    chosen.sort(key=lambda pair: (_key(pair[1], pool.lines[pair[0]]), pair[0]))
    return tuple(
        Event(pool.lines[index].translation, mention.expression, mention.date, mention.note)
        for index, mention in chosen
    )


def _events(line: Line) -> tuple[Mention, ...]:
    """Return the dates at which the sentence says that something happens; none where it can't be read alone."""
    if line.needs not in READABLE:
        return ()
    return tuple(
        mention
        for mention in line.mentions
        if not _MEASURE.search(line.text[max(0, mention.start - _REACH) : mention.start])
    )


def _told(pool: Pool, index: int, mention: Mention, other: int, before: Mention) -> bool:
    """Whether the event is told: in much the same words, or of the same day and in alike ones."""
    one_day = mention.date is not None and mention.date.day is not None and mention.date == before.date
    return likeness(pool, index, other) > (SAME_EVENT if one_day else SAME)


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
