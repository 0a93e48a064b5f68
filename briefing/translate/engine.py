"""The Engine protocol: what translation asks of a model, whatever its architecture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

# How improbable a forced piece can make a translation: an office's own word is no fault of the sentence around it.
FORCED = -1.0


@dataclass(frozen=True, slots=True)
class InlineTerm:
    """A range of the source text and the English it should be given, for engines with `terminology`."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One text to translate: normalised, on one line.

    `suppress` are English strings that must not be produced. The translation begins with `kept`, English of an
    earlier one, and `forced`, which goes on from it in words that the model did not choose; a piece of them counts for no less than `least`.
    """

    text: str
    terms: tuple[InlineTerm, ...] = ()
    suppress: tuple[str, ...] = ()
    kept: str = ""
    forced: str = ""
    least: float = FORCED

    @property
    def prefix(self) -> str:
        """The English that the translation begins with."""
        return self.kept + self.forced


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One English text for a segment, its prefix included.

    `score` is the mean log-probability of a piece (natural log), those of the prefix included, where a forced piece
    counts for no less than its segment says; `finished` is False where the length limit cut the text off.
    """

    text: str
    score: float
    finished: bool = True


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How probable a text is as a translation of another.

    `pieces` are (start, end, log-probability) of the pieces of the text, the last one its end (natural log).
    """

    pieces: tuple[tuple[int, int, float], ...]

    def mean(self, apart: Sequence[tuple[int, int]] = ()) -> float:
        """Return the mean log-probability of a piece outside the ranges `apart`; 0 where there is none."""
        kept = [p for start, end, p in self.pieces if not any(start < e and s < end for s, e in apart)]
        return sum(kept) / len(kept) if kept else 0.0


class Engine(Protocol):
    """A translation model that is ready to run."""

    @property
    def name(self) -> str:
        """Package name and version, `translate-nl_en-0.2`."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the model's weights, lower-case hexadecimal."""

    @property
    def from_code(self) -> str:
        """ISO 639-1 code of the source language."""

    @property
    def terminology(self) -> str | None:
        """The way of annotating terms that the model was trained for (`inline-1`), or None."""

    @property
    def reversible(self) -> bool:
        """Whether the model knows the other direction, from English into Dutch."""

    def decode(
        self,
        segments: Sequence[Segment],
        *,
        beam: int = 1,
        hypotheses: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Return for each segment its best hypotheses, best first.

        `hypotheses` is at most `beam`. `progress` is called with the number of segments done since its last
        call. Raises ModelError where the model fails.
        """

    def forward(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """Return for each (Dutch, English) how probable the English is, nothing annotated or forced; `reversible` engines only.

        Raises ModelError where the model fails.
        """

    def backward(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """Return for each (Dutch, English) how well the Dutch can be told from the English; `reversible` engines only.

        Raises ModelError where the model fails.
        """
