"""How long a summary may be, and the entries taken so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.errors import UsageError
from briefing.summarise.pool import Candidate, Pool

DEFAULT_SENTENCES = 12  # one page of a memo


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit in sentences, in English words, or in both; None is no limit."""

    sentences: int | None = None
    words: int | None = None

    @classmethod
    def of(cls, sentences: int | None, words: int | None) -> Budget:
        """Return the budget that the options ask for, 12 sentences where they ask for none.

        Raises UsageError for a limit below 1.
        """
        for name, value in (("sentences", sentences), ("words", words)):
            if value is not None and value < 1:
                raise UsageError(f"The number of {name} must be 1 or more, not {value}.")
        if sentences is None and words is None:
            return cls(sentences=DEFAULT_SENTENCES)
        return cls(sentences, words)

    def holds(self, sentences: int, words: int) -> bool:
        """Return whether so much stays within every limit."""
        return not (
            (self.sentences is not None and sentences > self.sentences)
            or (self.words is not None and words > self.words)
        )


@dataclass(slots=True)
class Basket:
    """The entries chosen so far, and what they cost.

    `taken` has the value each candidate had when it was chosen, in the order of choice.
    A line that two entries share is paid once: taking a sentence after its completion costs nothing more.
    """

    pool: Pool
    budget: Budget
    taken: dict[int, float] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    words: int = 0

    def new_lines(self, candidate: Candidate) -> list[int]:
        """Return the lines of the entry that are not in the basket yet."""
        return [i for i in candidate.lines if i not in self.lines]

    def fits(self, candidate: Candidate) -> bool:
        """Return whether the entry stays within every limit."""
        new = self.new_lines(candidate)
        words = self.words + sum(self.pool.lines[i].words for i in new)
        return bool(new) and self.budget.holds(len(self.lines) + len(new), words)

    def add(self, index: int, value: float) -> None:
        """Take candidate number `index`, which was worth `value`."""
        candidate = self.pool.candidates[index]
        self.words += sum(self.pool.lines[i].words for i in self.new_lines(candidate))
        self.lines.update(candidate.lines)
        self.taken[index] = value
