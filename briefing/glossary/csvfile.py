"""Our own glossary format: CSV with the header `source,target,pos,case,status,domain,note`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.errors import GlossaryError
from briefing.glossary.table import Record, read_text, records, sniff
from briefing.glossary.types import Glossary, PartOfSpeech, Term, TermStatus

COLUMNS = ("source", "target", "pos", "case", "status", "domain", "note")
MAX_WORDS = 20  # a longer one is a sentence, or rows that a stray quotation mark runs together
CASES = ("insensitive", "sensitive")
_LOCAL = Path("glossary") / "security.csv"


def default_path(cwd: Path) -> Path:
    """Return `glossary/security.csv` under `cwd` where there is one, else the copy packaged with the program."""
    local = cwd / _LOCAL
    return local if os.path.lexists(local) else packaged_path()


def packaged_path() -> Path:
    """Return the glossary that comes with the program."""
    return Path(__file__).with_name("security.csv")


def load(paths: Sequence[Path]) -> Glossary:
    """Return the entries of all files, later files after and above earlier ones.

    A later file's entry replaces an earlier one with the same source and target, and its preferred or keep
    entry for a source takes the place of the earlier files' preferred and keep entries for it. Raises
    GlossaryError with file and line for a file or an entry that cannot be used.
    """
    kept: list[Term] = []
    for path in paths:
        new = list({(_key(t), t.case_sensitive): t for t in read_terms(path)}.values())
        pairs = {_key(term) for term in new}
        chosen = {_fold(term.source) for term in new if _decides(term)}
        kept = [t for t in kept if _key(t) not in pairs and not (_decides(t) and _fold(t.source) in chosen)]
        kept += new
    return Glossary(tuple(kept), "+".join(p.name for p in paths) or "none", digest(kept))


def digest(terms: Sequence[Term]) -> str:
    """Return the SHA-256 of what the entries say: source, target, part of speech, case and status, in order."""
    if not terms:
        return ""
    rows = ("\x1f".join((t.source, t.target, t.pos or "", str(t.case_sensitive), t.status)) for t in terms)
    return hashlib.sha256("\x1e".join(rows).encode()).hexdigest()


def read_terms(path: Path) -> list[Term]:
    """Return the entries of one file in order; GlossaryError with file and line for the first wrong one."""
    return parse_terms(read_text(path).text, str(path))


def parse_terms(text: str, name: str) -> list[Term]:
    """Return the entries that `text` holds in order; `name` is the file to name in errors."""
    header: tuple[str, ...] | None = None
    terms = []
    for record in records(text, sniff(text), name):
        if not record.fields:
            continue
        if header is None:
            header = parse_header(record, name)
        else:
            terms.append(parse_row(row_of(record, header, name), name, record.line))
    if header is None:
        raise GlossaryError(
            f"{name}:1: the file is empty.", f"The first line of a glossary is {','.join(COLUMNS)}."
        )
    return terms


def parse_header(record: Record, name: str) -> tuple[str, ...]:
    """Return the column names, folded; GlossaryError where `source` or `target` is missing or one is doubled."""
    header = tuple(field.strip().lower() for field in record.fields)
    missing = [column for column in COLUMNS[:2] if column not in header]
    if missing:
        raise GlossaryError(
            f"{name}:{record.line}: the header has no column {' and no column '.join(missing)}.",
            f"The first line of a glossary is {','.join(COLUMNS)}; `briefing glossary import` reads other formats.",
        )
    if len(set(filter(None, header))) < len([h for h in header if h]):
        raise GlossaryError(f"{name}:{record.line}: the header names a column twice.", "Remove one of them.")
    return header


def row_of(record: Record, header: Sequence[str], name: str) -> dict[str, str]:
    """Return the record's fields by column, stripped; GlossaryError where it has more fields than columns."""
    if len(record.fields) > len(header) and any(f.strip() for f in record.fields[len(header) :]):
        raise GlossaryError(
            f"{name}:{record.line}: the entry has {len(record.fields)} fields, the header {len(header)} columns.",
            'A field with a delimiter in it stands in "double quotes".',
        )
    return {column: value.strip() for column, value in zip(header, record.fields, strict=False)}


def parse_row(row: Mapping[str, str], name: str, line: int) -> Term:
    """Return the entry that a row holds; GlossaryError with file and line where a value cannot be used."""
    place = f"{name}:{line}"
    source, target = row.get("source", ""), row.get("target", "")
    pos = row.get("pos", "").lower()
    case = row.get("case", "").lower() or CASES[0]
    status = row.get("status", "").lower() or TermStatus.PREFERRED.value
    if pos and pos not in set(PartOfSpeech):
        raise GlossaryError(
            f"{place}: there is no part of speech {pos!r}.", f"Use {_or(list(PartOfSpeech))}."
        )
    if case not in CASES:
        raise GlossaryError(f"{place}: the case is {case!r}.", f"Use {_or(CASES)}.")
    if status not in set(TermStatus):
        raise GlossaryError(f"{place}: there is no status {status!r}.", f"Use {_or(list(TermStatus))}.")
    if status == TermStatus.KEEP:
        target = target or source
    for column, value in (("source", source), ("target", target)):
        if not value:
            raise GlossaryError(
                f"{place}: the entry has no {column}.", "Every entry needs a source and a target."
            )
        if (words := len(value.split())) > MAX_WORDS:
            raise GlossaryError(
                f"{place}: the {column} has {words} words; a term has at most {MAX_WORDS}.",
                "Look for a quotation mark that is not closed, or shorten it.",
            )
    return Term(
        source=" ".join(source.split()),
        target=" ".join(target.split()),
        pos=PartOfSpeech(pos) if pos else None,
        case_sensitive=case == "sensitive",
        status=TermStatus(status),
        domain=row.get("domain", ""),
        note=row.get("note", ""),
        file=name,
        line=line,
    )


def _or(values: Sequence[str]) -> str:
    return f"{', '.join(values[:-1])} or {values[-1]}"


def _fold(text: str) -> str:
    return text.casefold()


def _key(term: Term) -> tuple[str, str]:
    return _fold(term.source), term.target


def _decides(term: Term) -> bool:
    return term.status in {TermStatus.PREFERRED, TermStatus.KEEP}
