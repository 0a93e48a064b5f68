"""General Dutch: how often a word is written, and how often as a noun or as a name.

Counted by `training/frequencies.py` and shipped as package data; it holds words and counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

# Commonness from which a word says nothing about the subject: once in a thousand words (`land`, `minister`).
_COMMON = 3.0
_NOUN = 0.1  # share of a word's occurrences that stand in a noun's place, from which it is one


@dataclass(frozen=True, slots=True)
class Usage:
    """A word's count, and the shares of its occurrences in a noun's place and with a capital inside a sentence."""

    count: int
    noun: float
    name: float


@dataclass(frozen=True, slots=True)
class General:
    """The counts of general Dutch; `total` words were read."""

    total: int
    table: dict[str, str]

    def usage(self, word: str) -> Usage | None:
        """Return the usage of a folded word; None where it was seen less than three times."""
        line = self.table.get(word)
        return None if line is None else _usage(line)

    def may_be_noun(self, word: str) -> bool:
        """Return whether a folded word is a noun in some of its occurrences, or seen too seldom to tell."""
        usage = self.usage(word)
        return usage is None or usage.noun >= _NOUN

    def usages(self) -> Iterator[tuple[str, Usage]]:
        """Yield each word that was counted, and its usage."""
        return ((word, _usage(line)) for word, line in self.table.items() if line)

    def rarity(self, word: str) -> float:
        """Return 0 for a word as frequent as one in a thousand, 1 for one in ten thousand, and so on."""
        usage = self.usage(word)
        return max(0.0, math.log10(self.total / (usage.count if usage else 1)) - _COMMON)


def _usage(line: str) -> Usage:
    count, noun, name = map(int, line.split("\t"))
    return Usage(count, noun / 100, name / 100)


@lru_cache(maxsize=1)
def load() -> General:
    """Return the shipped counts; read once."""
    import lzma

    data = resources.files("briefing.match").joinpath("data", "dutch.tsv.xz").read_bytes()
    head, *lines = lzma.decompress(data).decode("utf-8").splitlines()
    return General(int(head.split()[1]), dict(line.partition("\t")[::2] for line in lines))
