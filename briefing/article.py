"""Articles, their blocks and sentences: the plain data that every stage reads."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, to the month or to the year; never more precise than its source said."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where the calendar has no such day."""
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` names; ValueError for anything else."""
        found = _ISO.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return `day` as a date known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_lie(self, since: date | None, until: date | None) -> bool:
        """Return whether a day that this date can mean lies in the period, both ends included; None is no end."""
        return (since is None or self.last >= since) and (until is None or self.first <= until)

    def isoformat(self) -> str:
        """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        parts = [f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n is not None)]
        return "-".join(parts)

    def __str__(self) -> str:
        """Return the date as a British reader writes it: `28 Mar 2025`, `Mar 2025`, `2025`."""
        day = f"{self.day} " if self.day else ""
        month = f"{calendar.month_abbr[self.month]} " if self.month else ""
        return f"{day}{month}{self.year}"


class BlockKind(StrEnum):
    """What the layout says a block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article in reading order: a paragraph, a heading or a caption."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Article:
    """A source article as it was read; nothing is translated yet.

    `source` is the name to show (the path as given, or `-`), `language` an ISO 639-1 code, `title` the
    original's or None, `publisher` and `url` what the header said.
    """

    source: str
    blocks: tuple[Block, ...]
    language: str = "nl"
    title: str | None = None
    date: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None

    @property
    def text(self) -> str:
        """The blocks joined by line breaks, without the title."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def words(self) -> int:
        """The number of white-space separated words of the text."""
        return sum(len(block.text.split()) for block in self.blocks)


class SentenceKind(StrEnum):
    """What a segment is: a sentence of running text, a heading, or a photo caption."""

    SENTENCE = "sentence"
    HEADING = "heading"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One segment of an article, letter for letter as it stands there.

    `id` is `S2.P3.4`: source 2, block 3 (headings and captions count), sentence 4, each from 1.
    The id of an article's title is `S2.T`.
    """

    id: str
    text: str
    kind: SentenceKind = SentenceKind.SENTENCE

    @property
    def source(self) -> int:
        """The number of the article, from 1."""
        return int(self.id[1 : self.id.index(".")])

    @property
    def block(self) -> int:
        """The number of the block in its article, from 1; 0 for the title."""
        part = self.id.split(".")[1]
        return 0 if part == "T" else int(part[1:])
