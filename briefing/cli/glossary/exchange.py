"""`briefing glossary import|export`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from briefing.cli.glossary import app
from briefing.cli.glossary.common import (
    DomainOption,
    FileOption,
    JsonOption,
    StatusOption,
    as_dict,
    counted,
    path_to_read,
    path_to_write,
    print_json,
)
from briefing.errors import GlossaryError
from briefing.glossary import Term
from briefing.glossary.document import Document
from briefing.glossary.merge import Merged, Rule

_FormatOption = Annotated[
    Literal["csv", "deepl", "omegat", "tbx", "xlsx"] | None,
    typer.Option("--format", help="Default: what the file looks like."),
]


@app.command("import")
def import_file(
    source: Annotated[
        Path, typer.Argument(metavar="FILE", help="CSV, DeepL CSV or TSV, OmegaT TSV, TBX, XLSX.")
    ],
    *,
    file: FileOption = None,
    kind: _FormatOption = None,
    rule: Annotated[
        Rule, typer.Option("--merge", help="Whose rendering counts where both have one.")
    ] = Rule.OURS,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the change as a diff, and save nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Take another glossary's entries in. What both have is settled by --merge."""
    from briefing.glossary import formats, store

    theirs = formats.read(source, kind)
    ask = _remembered(_ask) if rule is Rule.ASK else None
    path = path_to_read(file) if dry_run else path_to_write(file, new=True)
    done: list[tuple[Document, Merged]] = []

    def change(document: Document) -> Document:
        from briefing.glossary.merge import merge

        done.append((document, merge(document, theirs, rule, ask)))
        return done[-1][1].document

    if dry_run or ask is not None:  # a person answers before the file is locked, and once
        empty = file is not None and not file.exists()
        change(Document.parse(store.EMPTY, str(path)) if empty else Document.read(path))
    if not dry_run:
        store.change(path, change)
    before, merged = done[-1]
    if dry_run and not as_json:
        _print_diff(before, merged.document, path)
    if as_json:
        print_json(
            {
                "file": str(path),
                "read": len(theirs),
                "added": merged.added,
                "changed": merged.changed,
                "unchanged": merged.unchanged,
                "open": merged.open,
                "saved": not dry_run and bool(merged.added or merged.changed),
            }
        )
        return
    counts = f"{counted(len(theirs), 'entry')} read: {merged.added} added, {merged.changed} changed, {merged.unchanged} as they were"
    if merged.open:
        counts += f", {merged.open} without a rendering (?) left out"
    typer.echo(f"{path}: {counts}{' (nothing saved)' if dry_run else ''}", err=True)


def _remembered(ask: Callable[[Term, Term], bool]) -> Callable[[Term, Term], bool]:
    answers: dict[tuple[Term, Term], bool] = {}

    def answer(ours: Term, theirs: Term) -> bool:
        key = (replace(ours, file="", line=0), theirs)
        if key not in answers:
            answers[key] = ask(ours, theirs)
        return answers[key]

    return answer


def _ask(ours: Term, theirs: Term) -> bool:
    typer.echo(
        f"\n{ours.source}\n  ours:   {_described(ours)}\n  theirs: {_described(theirs)}",
        err=True,
    )
    while True:
        answer = str(typer.prompt("Take ours or theirs?", default="ours", err=True)).strip().lower()
        if answer and "ours".startswith(answer):
            return False
        if answer and "theirs".startswith(answer):
            return True


def _described(term: Term) -> str:
    values = as_dict(term)
    details = ", ".join(str(values[key]) for key in ("pos", "status", "domain", "note") if values[key])
    return f"{term.target} ({details})"


def _print_diff(before: Document, after: Document, path: Path) -> None:
    import difflib

    old = [record.raw for record in before.records]
    new = [record.raw for record in after.records]
    for line in difflib.unified_diff(old, new, str(path), f"{path} (merged)", n=0):
        typer.echo(line.rstrip("\r\n"))


@app.command()
def export(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; its ending tells the format."
        ),
    ] = Path("-"),
    *,
    file: FileOption = None,
    kind: _FormatOption = None,
    status: StatusOption = None,
    domain: DomainOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that exists.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the glossary for another program. CSV, DeepL CSV or TSV, OmegaT TSV, TBX-Basic, XLSX."""
    from briefing.cli import output as files
    from briefing.glossary import formats
    from briefing.glossary.csvfile import read_terms

    to_stdout = files.is_stdout(str(output))
    if to_stdout and as_json:
        raise GlossaryError(
            "Standard output holds the glossary, so that --json has no place.", "Name a file: -o FILE"
        )
    name = kind or ("csv" if to_stdout else formats.guess(output, reading=False))
    files.check(str(output), force=force, read=[path_to_read(file)])
    terms = [
        term
        for term in read_terms(path_to_read(file))
        if (status is None or term.status is status)
        and (domain is None or term.domain.casefold() == domain.casefold())
    ]
    exported = formats.write(terms, name, tabs=output.suffix.lower() in {".tsv", ".tab", ".txt"})
    files.write(str(output), exported.data, force=force)
    if as_json:
        print_json(
            {
                "file": str(output),
                "format": name,
                "entries": exported.entries,
                "losses": list(exported.losses),
            }
        )
        return
    for loss in exported.losses:
        typer.echo(loss, err=True)
    place = "standard output" if to_stdout else output
    typer.echo(f"{place}: {counted(exported.entries, 'entry')} as {name}", err=True)
