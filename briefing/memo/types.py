"""What a memo is made of: frozen, plain data that any renderer can print."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path

from briefing.article import SentenceKind
from briefing.translate.types import Flag, TermUse


def long_date(day: date) -> str:
    """Return `day` as a British reader writes it in full, `5 September 2025`."""
    return f"{day.day} {day:%B} {day.year}"


@dataclass(frozen=True, slots=True)
class MemoRequest:
    """What the user asks of a memo; an empty text means: derive it from the content, or leave it to be filled in.

    `sections` are names of `briefing.memo.SECTIONS`, None for all. `bilingual_only` leaves the articles side by
    side with their sources and method. `template` is a Word file whose styles, header and footer are taken, and
    then its paper too. `timestamp` (UTC) is what the file says of its making; None is midnight of `date`.
    """

    title: str = ""
    to: str = ""
    from_: str = ""
    subject: str = ""
    marking: str = ""
    date: date = field(
        default_factory=date.today
    )  # the pipeline passes it; today's is for a person at a prompt
    sections: tuple[str, ...] | None = None
    annex: bool = True
    bilingual_only: bool = False
    template: Path | None = None
    paper: str = "a4"
    timestamp: datetime | None = None

    @property
    def made(self) -> datetime:
        """The moment that stands in the file, in UTC."""
        if self.timestamp is not None:
            return self.timestamp.astimezone(UTC).replace(microsecond=0)
        return datetime.combine(self.date, time(), UTC)


@dataclass(frozen=True, slots=True)
class Cited:
    """English taken from one source: one sentence, or neighbours that only stand together.

    `anchor` names its place in the memo (`K3`), `sentences` the ids it was taken from, `date` is the source's as
    printed. `dutch` is the original (English where `untranslated`). `reviewed` says that a person saw all of it.
    """

    anchor: str
    english: str
    dutch: str
    sentences: tuple[str, ...]
    source: int
    date: str
    flags: tuple[Flag, ...] = ()
    reviewed: bool = False
    untranslated: bool = False
    language: str = "nl"
    terms: tuple[TermUse, ...] = ()

    @property
    def reference(self) -> str:
        """The reference as printed, `[2 · 28 Mar 2025]`: a comma would make `3, 5 Sep 2025` two dates."""
        return f"[{self.source} · {self.date or 'undated'}]"


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """A development: a label, and what the sources say of it beside what is printed above (`above`, anchors).

    The label is written as inside a sentence: `air defence`, `NATO`. Without entries it is no heading.
    """

    label: str
    entries: tuple[Cited, ...]
    above: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The label as a heading."""
        return self.label[:1].upper() + self.label[1:]


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A dated sentence. `date` is printed (empty where it can't be told), `iso` the same for machines.

    `expression` are the words of the original, `note` says why there is no date.
    """

    date: str
    iso: str
    expression: str
    note: str
    entry: Cited

    @property
    def when(self) -> str:
        """What stands in the column of dates: the date, or that of the article where no more can be told."""
        return self.date or self.entry.date or "undated article"

    @property
    def caution(self) -> str:
        """What to say beside a date that is only the article's; empty where the day is told, or there is no date."""
        return "day not known" if self.entry.date and not self.date else ""

    @property
    def number(self) -> int:
        """Its number in the timeline, which its anchor ends in."""
        return int(self.entry.anchor[1:])


@dataclass(frozen=True, slots=True)
class Statement:
    """What someone said: `speech` is `quoted` or `reported`."""

    speech: str
    entry: Cited


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body with what it said, in the order of the sources."""

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A quantity for which sources give different values: (value as written, the sentence) pairs."""

    subject: str
    values: tuple[tuple[str, Cited], ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A glossary term of the articles: how often it occurs, and what became of it in the English."""

    nl: str
    en: str
    kept: int
    repaired: int
    missed: int

    @property
    def count(self) -> int:
        """The number of occurrences."""
        return self.kept + self.repaired + self.missed


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the list of sources shows it.

    `title` is English; `titled` is False where the article has none, nor a heading to begin with, and its opening
    words stand in for it.
    `original` is the original title, empty where there is none or it is English. `file` is the file's name, with
    as much of its folder as tells it from the others; `path` is the source as it was given.
    """

    number: int
    title: str
    original: str
    titled: bool
    date: str
    iso: str
    file: str
    words: int
    language: str
    publisher: str = ""
    url: str = ""
    path: str = ""

    @property
    def heading(self) -> str:
        """The title as printed: opening words that stand in for one are in quotation marks."""
        return self.title if self.titled else f"“{self.title}”"


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts over time: a label for each column, (label, counts) rows, and in words what it shows.

    `by` says what the rows before the totals are: `source`, `publisher`, or empty where there are totals alone.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    description: str
    by: str = ""

    @property
    def totals(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The last rows: articles, and dated events where there are any."""
        return self.rows[-1:] if self.rows[-1][0] == "Articles" else self.rows[-2:]

    @property
    def parts(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The rows of single sources or publishers."""
        return self.rows[: -len(self.totals)]


@dataclass(frozen=True, slots=True)
class Flagged:
    """A sentence whose translation failed a check, with what failed in words."""

    id: str
    dutch: str
    english: str
    flags: tuple[Flag, ...]
    reasons: tuple[str, ...]
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Method:
    """How the memo was made and where it stops: sentences to print, and the evidence."""

    statements: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    signature: str
    flagged: tuple[Flagged, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One sentence, heading or caption with its English.

    `block` is the number of its block in the article, 0 for the title; `uses` are the anchors of the entries that
    cite it.
    """

    id: str
    block: int
    kind: SentenceKind
    nl: str
    en: str
    terms: tuple[TermUse, ...] = ()
    flags: tuple[Flag, ...] = ()
    reasons: tuple[str, ...] = ()
    reviewed: bool = False
    untranslated: bool = False
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexArticle:
    """An article in full, both languages, in reading order; the title is its first row where it has one."""

    source: Source
    rows: tuple[AnnexRow, ...]

    @property
    def paragraphs(self) -> tuple[tuple[AnnexRow, ...], ...]:
        """The rows by paragraph, without the title, also where it is the heading that the text begins with.

        A caption that hangs at a paragraph's end stands alone.
        """
        told = [row for row in self.rows if row.block and not self._is_title(row)]
        groups = groupby(told, key=lambda row: (row.block, row.kind))
        return tuple(tuple(rows) for _, rows in groups)

    def _is_title(self, row: AnnexRow) -> bool:
        heads = row.block == 1 and row.kind is SentenceKind.HEADING
        return heads and row.en == self.source.title and not row.flags  # the title has no place for a mark


@dataclass(frozen=True, slots=True)
class Memo:
    """Everything that stands in a memo. `sections` are the names of those to print, in order, none of them empty.

    `topics` are terms and names that the articles are about, the keywords of the file. `linked` says whether references
    lead anywhere, that is, whether the annex is printed.
    """

    title: str
    to: str
    sender: str
    date: date
    subject: str
    marking: str
    period: str
    coverage: str
    notice: str
    sections: tuple[str, ...]
    topics: tuple[str, ...]
    bottom_line: tuple[Cited, ...]
    key_points: tuple[Cited, ...]
    themes: tuple[ThemeGroup, ...]
    timeline: tuple[DatedEntry, ...]
    speakers: tuple[Speaker, ...]
    disputes: tuple[Dispute, ...]
    terms: tuple[TermRow, ...]
    sources: tuple[Source, ...]
    method: Method
    annex: tuple[AnnexArticle, ...]
    made: datetime
    grid: Grid | None = None
    template: Path | None = None
    paper: str = "a4"

    @property
    def linked(self) -> bool:
        """Whether the annex is printed, so that a reference can lead to its sentence."""
        return "annex" in self.sections

    @property
    def long_date(self) -> str:
        """The memo's date in full."""
        return long_date(self.date)
