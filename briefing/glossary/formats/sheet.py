"""Our own columns as CSV for a spreadsheet: formulas neutralised, a byte order mark so that Excel reads UTF-8."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing.glossary.csvfile import COLUMNS, read_terms
from briefing.glossary.document import fields_of, line_of
from briefing.glossary.formats import Exported
from briefing.glossary.formats.cells import neutralise, restore
from briefing.glossary.types import Term


def read_csv(path: Path) -> list[Term]:
    """Return the entries of a CSV file with our columns."""
    return [restored(term) for term in read_terms(path)]


def restored(term: Term) -> Term:
    """Return the entry without the apostrophes that an export put before its cells."""
    return replace(
        term,
        source=restore(term.source),
        target=restore(term.target),
        domain=restore(term.domain),
        note=restore(term.note),
    )


def write_csv(terms: Sequence[Term]) -> Exported:
    """Return the entries as CSV with our columns, in UTF-8 with a byte order mark, lines ended by CR LF."""
    rows = ([neutralise(value) for value in fields_of(term).values()] for term in terms)
    text = "".join(f"{line_of(row)}\r\n" for row in (COLUMNS, *rows))
    return Exported(b"\xef\xbb\xbf" + text.encode(), (), len(terms))
