"""What the glossary commands share: the option `--file`, and how entries are printed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing.errors import GlossaryError
from briefing.glossary import PartOfSpeech, Term, TermStatus
from briefing.glossary.csvfile import packaged_path

FileOption = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar="FILE",
        help="The glossary. Default: the one that is set, glossary/security.csv here, or the packaged copy.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PosOption = Annotated[PartOfSpeech | None, typer.Option("--pos", help="Part of speech.")]
StatusOption = Annotated[
    TermStatus | None, typer.Option("--status", help="What the office decided on the pair.")
]
DomainOption = Annotated[str | None, typer.Option("--domain", metavar="TEXT", help="Subject field.")]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark for colleagues.")]


def path_to_read(file: Path | None) -> Path:
    """Return the glossary that a reading command works on: as `--file` says, else the one that translations obey."""
    return file if file is not None else _in_force()


def _in_force() -> Path:
    """Return the glossary that translations obey; GlossaryError where the settings name several."""
    from briefing.cli import setup

    chosen = setup.resolve({})
    paths = setup.glossary_paths(chosen)
    if len(paths) > 1:
        raise GlossaryError(
            f"{chosen.origin('glossary')} names {len(paths)} glossaries: {', '.join(map(str, paths))}.",
            "Say which one with --file.",
        )
    return paths[0]


def path_to_write(file: Path | None, *, new: bool = False) -> Path:
    """Return the glossary that a writing command works on; `new` allows it to make the file that `--file` names.

    The packaged copy is never changed: the first change without `--file` copies it to `glossary/security.csv`.
    """
    from briefing.glossary import store

    if file is not None:
        if file.suffix.lower() in {".xlsx", ".tbx", ".xml"}:
            raise GlossaryError(
                f"{file}: entries are kept in a CSV file.",
                f"Take the file in with `briefing glossary import {file} --file NAME.csv`.",
            )
        if new and not file.exists():
            store.create(file)
            typer.echo(f"New glossary: {file}", err=True)
        return file
    path = path_to_read(None)
    if path == packaged_path():
        path = Path("glossary") / "security.csv"
        store.create(path, packaged=True)
        typer.echo(f"The packaged glossary was copied to {path}, where your changes go.", err=True)
    return path


def as_dict(term: Term) -> dict[str, Any]:
    """Return the entry as it stands in JSON output."""
    return {
        "source": term.source,
        "target": term.target,
        "pos": term.pos.value if term.pos else None,
        "case": "sensitive" if term.case_sensitive else "insensitive",
        "status": term.status.value,
        "domain": term.domain,
        "note": term.note,
        "file": term.file,
        "line": term.line,
    }


def print_terms(terms: Sequence[Term], *, as_json: bool) -> None:
    """Print entries: as JSON, in columns on a terminal, parted by tabs elsewhere."""
    from briefing.cli.setup import stdout_is_terminal

    if as_json:
        print_json([as_dict(term) for term in terms])
        return
    if not terms:
        typer.echo("No entry found.", err=True)
    rows = [(t.source, t.target, t.pos.value if t.pos else "", t.status.value, t.domain) for t in terms]
    if stdout_is_terminal() and rows:
        widths = [min(48, max(len(row[n]) for row in rows)) for n in range(4)]
        for row in rows:
            typer.echo(
                "  ".join(
                    [cell.ljust(width) for cell, width in zip(row, widths, strict=False)] + [row[4]]
                ).rstrip()
            )
    else:
        for row in rows:
            typer.echo("\t".join(row))


def print_json(value: Any) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def counted(number: int, noun: str) -> str:
    """Return `1 entry`, `2 entries`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
