"""Mistakes in a glossary file that can be seen without matching: form, spaces, letters, contradictions."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.errors import GlossaryError
from briefing.glossary import csvfile
from briefing.glossary.document import Document
from briefing.glossary.table import Record
from briefing.glossary.types import Term, TermStatus

# Cyrillic and Greek letters that look like Latin ones (Unicode Technical Standard 39, confusables).
LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονɡıℓ",
    "ABESIJKMHOPCTXYaeopcyxijsdhqwABEZHIKMNOPTYXovgil",
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: its kind, its place, a sentence on it, and whether `--fix` mends it."""

    kind: str
    file: str
    line: int
    message: str
    fixable: bool = False

    def __str__(self) -> str:
        """Return `file:line: kind: message`."""
        return f"{self.file}:{self.line}: {self.kind}: {self.message}"


def readable(document: Document) -> tuple[list[tuple[int, Term]], list[Finding]]:
    """Return the entries that can be read, with their places among the records, and a finding for each other one."""
    columns = document.columns
    terms, findings = [], []
    for place, record in enumerate(document.records):
        if not record.fields or place == document.header:
            continue
        try:
            row = csvfile.row_of(record, columns, document.name)
            terms.append((place, csvfile.parse_row(row, document.name, record.line)))
        except GlossaryError as error:
            prefix = f"{document.name}:{record.line}: "
            findings.append(
                Finding("invalid", document.name, record.line, error.message.removeprefix(prefix))
            )
    return terms, findings


def check_form(document: Document) -> list[Finding]:
    """Return the findings on the header, on single entries and on pairs of entries of one file, in line order."""
    entries, findings = readable(document)
    findings += _columns(document)
    findings += _spelling(document)
    terms = [term for _, term in entries]
    findings += _duplicates(terms)
    findings += _contradictions(terms)
    return sorted(findings, key=lambda finding: (finding.line, finding.kind))


def _columns(document: Document) -> Iterator[Finding]:
    """Yield a finding for each column that is none of ours but is written nearly like one that the file lacks."""
    missing = [column for column in csvfile.COLUMNS if column not in document.columns]
    for column in document.columns:
        near = difflib.get_close_matches(column, missing, n=1, cutoff=0.7)
        if column not in csvfile.COLUMNS and near:
            message = f"the column {column!r} is not read; should it be {near[0]!r}?"
            yield Finding("column", document.name, document.records[document.header].line, message)


def _spelling(document: Document) -> Iterator[Finding]:
    for place, record in enumerate(document.records):
        if not record.fields:
            continue
        for column, value in zip(document.columns, record.fields, strict=False):
            if place == document.header or column not in csvfile.COLUMNS[:2]:
                continue
            if value != clean_spaces(value):
                message = f"the {column} {value!r} has stray spaces or invisible characters."
                yield Finding("space", document.name, record.line, message, fixable=True)
            odd = lookalikes(value)
            if odd:
                names = ", ".join(f"{c!r} ({unicodedata.name(c, 'unnamed').lower()})" for c in odd)
                message = f"the {column} {value!r} has letters that only look Latin: {names}."
                yield Finding("look-alike", document.name, record.line, message, fixable=True)


def clean_spaces(value: str) -> str:
    """Return `value` with single spaces and without invisible characters."""
    return " ".join(value.translate(_INVISIBLE).split())


def lookalikes(value: str) -> tuple[str, ...]:
    """Return the letters of other scripts in a text that also has Latin letters, each once."""
    if not any("LATIN" in unicodedata.name(c, "") for c in value if c.isalpha()):
        return ()
    return tuple(dict.fromkeys(c for c in value if c.isalpha() and c.translate(LOOKALIKES) != c))


def _duplicates(terms: Sequence[Term]) -> Iterator[Finding]:
    seen: dict[tuple[str, str, bool, TermStatus], Term] = {}
    for term in terms:
        first = seen.setdefault((term.source.casefold(), term.target, term.case_sensitive, term.status), term)
        if first is not term:
            message = f"{_pair(term)} stands already in line {first.line}."
            yield Finding("duplicate", term.file, term.line, message, fixable=same(first, term))


def same(one: Term, two: Term) -> bool:
    """Whether two entries say the same in every column."""
    return replace(one, file="", line=0) == replace(two, file="", line=0, source=one.source)


def _contradictions(terms: Sequence[Term]) -> Iterator[Finding]:
    groups: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        groups[term.source.casefold()].append(term)
    for group in groups.values():
        decided: list[Term] = []
        for term in group:
            if term.status in {TermStatus.PREFERRED, TermStatus.KEEP}:
                first = next((other for other in decided if _overlap(term, other)), None)
                decided.append(term)
                if first is not None and first.target != term.target:
                    message = (
                        f"{term.source!r} has the preferred rendering {term.target!r} here and {first.target!r} "
                        f"in line {first.line}; one of them should be admitted."
                    )
                    yield Finding("contradiction", term.file, term.line, message)
            elif term.status is TermStatus.FORBIDDEN:
                for other in group:
                    if (
                        other.status is not TermStatus.FORBIDDEN
                        and other.target.casefold() == term.target.casefold()
                    ):
                        message = (
                            f"{_pair(term)} is forbidden here and {other.status.value} in line {other.line}."
                        )
                        yield Finding("contradiction", term.file, term.line, message)


def _overlap(one: Term, two: Term) -> bool:
    """Whether two entries for the same Dutch can apply to one occurrence."""
    return one.case_sensitive == two.case_sensitive and (one.pos == two.pos or None in {one.pos, two.pos})


def _pair(term: Term) -> str:
    return f"{term.source!r} = {term.target!r}"


def fix(document: Document) -> tuple[Document, int]:
    """Return the document with what is safe to mend mended, and how many records changed.

    Mended are stray spaces, invisible characters and look-alike letters in source and target, and duplicates
    that say the same in every column (the first stays).
    """
    columns = document.columns
    mended = {
        place: new
        for place, record in enumerate(document.records)
        if record.fields and place != document.header and (new := _mended(columns, record)) is not None
    }
    document = document.replace_fields(mended)
    entries, _ = readable(document)
    seen: dict[str, list[Term]] = defaultdict(list)
    doubles = []
    for place, term in entries:
        if any(same(first, term) for first in seen[term.source.casefold()]):
            doubles.append(place)
        else:
            seen[term.source.casefold()].append(term)
    return document.remove(*doubles), len(mended) + len(doubles)


def _mended(columns: Sequence[str], record: Record) -> tuple[str, ...] | None:
    mend: Callable[[str], str] = lambda v: clean_spaces(v.translate(LOOKALIKES) if lookalikes(v) else v)  # noqa: E731
    new = tuple(
        mend(value) if n < len(columns) and columns[n] in csvfile.COLUMNS[:2] else value
        for n, value in enumerate(record.fields)
    )
    return new if new != record.fields else None
