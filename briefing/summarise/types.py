"""What the summariser gives: plain data that names the sentences it was taken from."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.article import PartialDate
from briefing.translate.types import Translation


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A chosen entry: one sentence, or two or three neighbours that only stand together.

    `score` decides (higher is better), `scores` says why: (feature, value) pairs, each between 0 and 1.
    `order` is the place in the summary's reading order, from 1.
    """

    translations: tuple[Translation, ...]
    score: float
    order: int
    scores: tuple[tuple[str, float], ...] = ()

    @property
    def english(self) -> str:
        """The English text of the entry."""
        return " ".join(t.english for t in self.translations)


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of sentences about one thing, with a label taken from the text and the glossary."""

    label: str
    points: tuple[KeyPoint, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated sentence.

    `date` is what `expression` (the Dutch words) means; None where it can't be resolved, and `note` then says why.
    """

    translation: Translation
    expression: str
    date: PartialDate | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Something a named speaker said: `speech` is `direct` (quoted) or `reported`."""

    speaker: str
    translation: Translation
    speech: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sources that give different values for one quantity: (value as written, sentence) pairs."""

    subject: str
    values: tuple[tuple[str, Translation], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything the summariser found. `method` holds (name, value) pairs for the method section.

    `bottom_line` is taken from `key_points`; `further` are as many points for one who has read it.
    """

    key_points: tuple[KeyPoint, ...]
    bottom_line: tuple[KeyPoint, ...] = ()
    further: tuple[KeyPoint, ...] = ()
    themes: tuple[Theme, ...] = ()
    timeline: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    method: tuple[tuple[str, str], ...] = ()
