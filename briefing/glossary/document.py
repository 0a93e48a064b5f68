"""A glossary file that can be changed entry by entry while every other line stays as it is, to the byte."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import GlossaryError
from briefing.glossary import csvfile
from briefing.glossary.table import Record, Text, decode, read_text, records, sniff
from briefing.glossary.types import PartOfSpeech, Term, TermStatus


@dataclass(frozen=True, slots=True)
class Document:
    """A file as records in order. `header` is the place of the header among them."""

    name: str
    text: Text
    delimiter: str
    records: tuple[Record, ...]
    header: int

    @classmethod
    def read(cls, path: Path, name: str = "") -> Document:
        """Return the file at `path`, called `name` in errors; GlossaryError with file and line where it is none."""
        return cls._of(read_text(path, name), name or str(path))

    @classmethod
    def parse(cls, data: bytes, name: str) -> Document:
        """Return the glossary that `data` holds; `name` is the file to name in errors."""
        return cls._of(decode(data, name), name)

    @classmethod
    def _of(cls, text: Text, name: str) -> Document:
        delimiter = sniff(text.text)
        rows = tuple(records(text.text, delimiter, name))
        header = next((n for n, row in enumerate(rows) if row.fields), None)
        if header is None:
            raise GlossaryError(
                f"{name}:1: the file is empty.", f"The first line is {','.join(csvfile.COLUMNS)}."
            )
        csvfile.parse_header(rows[header], name)
        return cls(name, text, delimiter, rows, header)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, folded."""
        return csvfile.parse_header(self.records[self.header], self.name)

    @property
    def newline(self) -> str:
        """The line end that most lines have."""
        ends = Counter(_line_end(record.raw) for record in self.records)
        ends.pop("", None)
        return ends.most_common(1)[0][0] if ends else "\n"

    def entries(self) -> list[tuple[int, Term]]:
        """Return (place among the records, entry) in order; GlossaryError for the first wrong entry."""
        columns = self.columns
        return [
            (n, csvfile.parse_row(csvfile.row_of(row, columns, self.name), self.name, row.line))
            for n, row in enumerate(self.records)
            if row.fields and n != self.header
        ]

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        return self.text.encode("".join(record.raw for record in self.records))

    def add(self, *terms: Term) -> Document:
        """Return the document with entries appended at its end; without any, as it is."""
        if not terms:
            return self
        document = self._wide_enough(terms)
        rows = list(document.records)
        if rows and not _line_end(rows[-1].raw):
            rows[-1] = replace(rows[-1], raw=rows[-1].raw + document.newline)
        rows += [_record(document, fields_of(term), document.newline) for term in terms]
        return replace(document, records=tuple(rows))

    def replace(self, place: int, term: Term) -> Document:
        """Return the document with the entry at `place` changed; columns that are not ours keep their values."""
        return self.replace_all({place: term})

    def replace_all(self, changes: Mapping[int, Term]) -> Document:
        """Return the document with the entries at the places of `changes` changed, as `replace` does it."""
        document = self._wide_enough(tuple(changes.values()))
        rows, columns = list(document.records), document.columns
        for place, term in changes.items():
            kept = dict(zip(columns, rows[place].fields, strict=False))
            rows[place] = _record(document, kept | fields_of(term), _line_end(rows[place].raw))
        return replace(document, records=tuple(rows))

    def replace_fields(self, changes: Mapping[int, Sequence[str]]) -> Document:
        """Return the document with the fields of the records at the places of `changes` changed, and nothing else."""
        rows = list(self.records)
        for place, fields in changes.items():
            old = rows[place]
            line = line_of(fields, self.delimiter) + _line_end(old.raw)
            rows[place] = Record(line, old.line, tuple(fields))
        return replace(self, records=tuple(rows))

    def remove(self, *places: int) -> Document:
        """Return the document without the records at `places`."""
        gone = frozenset(places)
        return replace(self, records=tuple(row for n, row in enumerate(self.records) if n not in gone))

    def _wide_enough(self, terms: Sequence[Term]) -> Document:
        """Return the document with the columns that the entries' values need."""
        needed = {column for term in terms for column, value in fields_of(term).items() if value}
        missing = [column for column in csvfile.COLUMNS if column in needed and column not in self.columns]
        if not missing:
            return self
        old = self.records[self.header]
        line = line_of([*old.fields, *missing], self.delimiter) + _line_end(old.raw)
        rows = list(self.records)
        rows[self.header] = Record(line, old.line, (*old.fields, *missing))
        return replace(self, records=tuple(rows))


def _record(document: Document, values: Mapping[str, str], end: str) -> Record:
    fields = [values.get(column, "") for column in document.columns]
    return Record(line_of(fields, document.delimiter) + end, 0, tuple(fields))


def line_of(fields: Sequence[str], delimiter: str = ",") -> str:
    """Return the fields as a line without its end, quoted where they must be and where it would read as a comment."""
    line = _written(fields, delimiter)
    if line.lstrip(" ").startswith("#"):
        line = '"' + fields[0].replace('"', '""') + '"' + _written(["-", *fields[1:]], delimiter)[1:]
    return line


def _written(fields: Sequence[str], delimiter: str) -> str:
    out = io.StringIO()
    # Fields with the line end's own characters are quoted, so it must be both of them.
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(fields)
    return out.getvalue().removesuffix("\r\n")


def fields_of(term: Term) -> dict[str, str]:
    """Return the entry as column values; the defaults are written as empty fields."""
    return {
        "source": _one_line(term.source),
        "target": _one_line(term.target),
        "pos": term.pos.value if isinstance(term.pos, PartOfSpeech) else "",
        "case": "sensitive" if term.case_sensitive else "",
        "status": "" if term.status is TermStatus.PREFERRED else term.status.value,
        "domain": _one_line(term.domain),
        "note": _one_line(term.note),
    }


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _line_end(raw: str) -> str:
    for end in ("\r\n", "\n", "\r"):
        if raw.endswith(end):
            return end
    return ""
