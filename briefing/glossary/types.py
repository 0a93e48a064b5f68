"""A glossary as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartOfSpeech(StrEnum):
    """Part of speech of an entry; it decides which inflections are tried."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adj"
    ADVERB = "adv"
    NAME = "name"
    ABBREVIATION = "abbr"
    PHRASE = "phrase"


class TermStatus(StrEnum):
    """What the office decided on a pair."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"  # `target` is a rendering that must not appear
    KEEP = "keep"  # do not translate: `source` stands in the English letter for letter


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry: a Dutch base form and the English base form that the office wants (or forbids)."""

    source: str
    target: str
    pos: PartOfSpeech | None = None
    case_sensitive: bool = False
    status: TermStatus = TermStatus.PREFERRED
    domain: str = ""
    note: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Glossary:
    """All entries that apply, in file order, later files after earlier ones; `sha256` identifies their content."""

    terms: tuple[Term, ...]
    name: str = "none"
    sha256: str = ""

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.terms)
