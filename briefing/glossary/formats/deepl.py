"""DeepL's CSV and TSV (two to five columns, no header) and OmegaT's tab-separated glossary (three columns).

DeepL: source, target, then optionally both languages' codes, and in files of its glossary generator a
relevance. OmegaT: source, target, comment; a line that begins with # is a comment. What the format has no
column for stands in OmegaT's comment as `[pos: noun; status: admitted]`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import GlossaryError
from briefing.glossary.csvfile import COLUMNS, parse_row
from briefing.glossary.document import fields_of
from briefing.glossary.formats import Exported, marks
from briefing.glossary.formats.cells import neutralise, restore
from briefing.glossary.table import read_text, records, sniff
from briefing.glossary.types import Term, TermStatus

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


def kind_of(path: Path) -> str:
    """Return `csv` where the first line is our header, else `omegat` for tabs and three columns, else `deepl`."""
    text = read_text(path).text
    delimiter = _delimiter(text)
    for record in records(text, delimiter, str(path)):
        if record.fields:
            names = {field.strip().lower() for field in record.fields}
            if set(COLUMNS[:2]) <= names:
                return "csv"
            return "omegat" if delimiter == "\t" and len(record.fields) <= 3 else "deepl"
    return "csv"


def _delimiter(text: str) -> str:
    """Return a tab where the first line has one, since no term holds a tab; else what is most frequent in it."""
    lines = [line for line in io.StringIO(text, newline="") if line.strip()]
    first = next((line for line in lines if not line.lstrip(" ").startswith("#")), lines[0] if lines else "")
    return "\t" if "\t" in "".join(first.split('"')[::2]) else sniff(first)


def read(path: Path) -> list[Term]:
    """Return the Dutch-English entries of a DeepL file; English-Dutch rows are turned round, others left out."""
    text = read_text(path).text
    delimiter = _delimiter(text)
    terms, foreign = [], 0
    for record in records(text, delimiter, str(path), comments=False):
        fields = [restore(field.strip()) for field in record.fields]
        while fields and not fields[-1]:
            fields.pop()
        if not fields:
            continue
        if not 2 <= len(fields) <= 5:
            raise GlossaryError(
                f"{path}:{record.line}: the line has {len(fields)} columns.",
                "A DeepL glossary has two to five: source, target, their languages, relevance.",
            )
        source, target, *rest = fields
        codes = [code.lower()[:2] for code in rest[:2] if _LANGUAGE.fullmatch(code)]
        if len(codes) == 2 and codes == ["en", "nl"]:
            source, target = target, source
        elif len(codes) == 2 and codes != ["nl", "en"]:
            foreign += 1
            continue
        terms.append(parse_row({"source": source, "target": target}, str(path), record.line))
    if foreign and not terms:
        raise GlossaryError(
            f"{path}: none of its {foreign} entries is Dutch-English.", "Choose another file."
        )
    return terms


def write(terms: Sequence[Term], *, tabs: bool = False) -> Exported:
    """Return the preferred and keep entries as DeepL reads them; it holds one rendering a term."""
    out = io.StringIO()
    delimiter = "\t" if tabs else ","
    plain, quoted = (
        csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=quoting)
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    left, seen = 0, set()
    for term in terms:
        if term.status not in {TermStatus.PREFERRED, TermStatus.KEEP} or term.source in seen:
            left += 1
            continue
        seen.add(term.source)
        pair = [neutralise(term.source), neutralise(term.target)]
        writer = (
            quoted if not tabs and any(";" in cell for cell in pair) else plain
        )  # or it would look like the delimiter
        writer.writerow(pair if tabs else [*pair, "nl", "en"])
    return Exported(out.getvalue().encode(), tuple(_lost(terms, left)), len(seen))


def _lost(terms: Sequence[Term], left: int) -> Iterator[str]:
    if left:
        yield f"{left} admitted, forbidden or second renderings were left out: DeepL holds one a term."
    if any(term.pos or term.case_sensitive or term.domain or term.note for term in terms):
        yield "Part of speech, case, domain and notes were left out: DeepL has no columns for them."
    if any(term.status is TermStatus.KEEP for term in terms):
        yield "What is to be kept is a preferred rendering there: DeepL has no column for that."


def read_omegat(path: Path) -> list[Term]:
    """Return the entries of a tab-separated OmegaT glossary."""
    terms = []
    for number, line in enumerate(io.StringIO(read_text(path).text, newline=None), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [restore(field.strip()) for field in line.rstrip("\r\n").split("\t")]
        if not 2 <= len(fields) <= 3:
            raise GlossaryError(
                f"{path}:{number}: the line has {len(fields)} columns.",
                "An OmegaT glossary has two or three, parted by tabs: source, target, comment.",
            )
        source, target, comment = (*fields, "")[:3]
        source = source[1:] if source.startswith("'#") else source  # written so, or it would be a comment
        note, details = marks.read(comment)
        terms.append(
            parse_row({"source": source, "target": target, "note": note, **details}, str(path), number)
        )
    return terms


def write_omegat(terms: Sequence[Term]) -> Exported:
    """Return all entries as an OmegaT glossary; what it has no column for goes into the comment."""
    lines = []
    for term in terms:
        row = fields_of(term)
        details = {column: row[column] for column in ("pos", "case", "status", "domain") if row[column]}
        comment = marks.marked(row["note"], details, term.status)
        cells = [row["source"], row["target"], *([comment] if comment else [])]
        line = "\t".join(neutralise(cell) for cell in cells)
        lines.append(("'" if line.startswith("#") else "") + line)
    losses = tuple(
        f"{t.source!r}: its domain holds a character that the comment cannot."
        for t in terms
        if set(t.domain) & set(";]")
    )
    return Exported(("\n".join(lines) + "\n" if lines else "").encode(), losses, len(terms))
