"""`briefing glossary import|export`."""

from __future__ import annotations

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
    """Take the entries of another glossary into ours."""
    from briefing.glossary import formats, store

    theirs = formats.read(source, kind)
    ask = _ask if rule is Rule.ASK else None
    path = path_to_read(file) if dry_run else path_to_write(file)
    done: list[tuple[Document, Merged]] = []

    def change(document: Document) -> Document:
        from briefing.glossary.merge import merge

        done.append((document, merge(document, theirs, rule, ask)))
        return done[-1][1].document

    if dry_run:
        change(Document.read(path))
    else:
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
                "saved": not dry_run,
            }
        )
        return
    counts = f"{counted(len(theirs), 'entry')} read: {merged.added} added, {merged.changed} changed, {merged.unchanged} as they were"
    typer.echo(f"{path}: {counts}{' (nothing saved)' if dry_run else ''}", err=True)


def _ask(ours: Term, theirs: Term) -> bool:
    typer.echo(
        f"\n{ours.source}\n  ours:   {_described(ours)}\n  theirs: {_described(theirs)}",
        err=True,
    )
    return bool(
        typer.prompt("Take ours or theirs?", default="ours", err=True).strip().lower().startswith("t")
    )


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
    ],
    *,
    file: FileOption = None,
    kind: _FormatOption = None,
    status: StatusOption = None,
    domain: DomainOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that exists.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the glossary in another program's format: CSV, DeepL CSV or TSV, OmegaT TSV, TBX-Basic, XLSX."""
    from briefing.glossary import formats, store
    from briefing.glossary.csvfile import read_terms

    if output.exists() and not force:
        raise GlossaryError(f"{output} exists already.", "Choose another name, or use --force.")
    terms = [
        term
        for term in read_terms(path_to_read(file))
        if (status is None or term.status is status)
        and (domain is None or term.domain.casefold() == domain.casefold())
    ]
    name = kind or formats.guess(output, reading=False)
    exported = formats.write(terms, name, tabs=output.suffix.lower() in {".tsv", ".tab", ".txt"})
    if not output.parent.is_dir():
        raise GlossaryError(
            f"{output}: there is no folder {output.parent}.", "Make it first, or choose another place."
        )
    store.write(output, exported.data, backup=False)
    if as_json:
        print_json(
            {"file": str(output), "format": name, "entries": len(terms), "losses": list(exported.losses)}
        )
        return
    for loss in exported.losses:
        typer.echo(loss, err=True)
    typer.echo(f"{output}: {counted(len(terms), 'entry')} as {name}", err=True)
