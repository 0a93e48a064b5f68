"""`briefing glossary add|edit|remove`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import Annotated, Any

import typer

from briefing.cli.glossary import app
from briefing.cli.glossary.common import (
    DomainOption,
    FileOption,
    JsonOption,
    NoteOption,
    PosOption,
    StatusOption,
    as_dict,
    counted,
    path_to_read,
    path_to_write,
    print_json,
)
from briefing.errors import GlossaryError
from briefing.glossary import Term, TermStatus
from briefing.glossary.document import Document

_Sensitive = Annotated[
    bool | None, typer.Option("--sensitive/--insensitive", help="Whether capitals must be as written.")
]
_Which = Annotated[
    str | None,
    typer.Option("--target-is", metavar="ENGLISH", help="Which entry, where the term has several."),
]


@app.command()
def add(
    source: Annotated[str, typer.Argument(metavar="DUTCH", help="The term in its base form.")],
    target: Annotated[
        str | None,
        typer.Argument(metavar="[ENGLISH]", help="Its rendering; may be left out with --status keep."),
    ] = None,
    *,
    file: FileOption = None,
    pos: PosOption = None,
    sensitive: _Sensitive = None,
    status: StatusOption = None,
    domain: DomainOption = None,
    note: NoteOption = None,
    force: Annotated[bool, typer.Option("--force", help="Add a second preferred rendering.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Add an entry at the end of the glossary."""
    status = status or TermStatus.PREFERRED
    if target is None and status is TermStatus.KEEP:
        target = source
    source, target = " ".join(source.split()), " ".join((target or "").split())
    for name, value in (("Dutch term", source), ("English rendering", target)):
        if not value:
            raise GlossaryError(f"The {name} is empty.", "Usage: briefing glossary add DUTCH ENGLISH.")
    term = Term(source, target, pos, bool(sensitive), status, domain or "", note or "")
    path = path_to_write(file, new=True)

    def change(document: Document) -> Document:
        for _, other in document.entries():
            _refuse_conflict(term, other, path, force=force)
        return document.add(term)

    from briefing.glossary import store

    saved = store.change(path, change)
    if as_json:
        print_json(as_dict(saved.entries()[-1][1]))
    else:
        typer.echo(f"Added to {path}: {term.source} = {term.target}")


def _refuse_conflict(term: Term, other: Term, path: Path, *, force: bool) -> None:
    if other.source.casefold() != term.source.casefold() or other.case_sensitive != term.case_sensitive:
        return
    if other.target == term.target:
        raise GlossaryError(
            f"{path}:{other.line}: {term.source!r} = {term.target!r} stands there already ({other.status.value}).",
            f"Change it with `briefing glossary edit {quote(term.source)}`.",
        )
    decided = {TermStatus.PREFERRED, TermStatus.KEEP}
    if term.status in decided and other.status in decided and _overlap(term, other) and not force:
        raise GlossaryError(
            f"{path}:{other.line}: the rendering of {term.source!r} is {other.target!r}.",
            "Add yours with --status admitted, change the entry with `briefing glossary edit`, or use --force.",
        )


def _overlap(one: Term, two: Term) -> bool:
    return one.pos is None or two.pos is None or one.pos is two.pos


@app.command()
def remove(
    source: Annotated[str, typer.Argument(metavar="DUTCH", help="The term as the entry has it.")],
    *,
    file: FileOption = None,
    target_is: _Which = None,
    as_json: JsonOption = False,
) -> None:
    """Remove a term. All its entries, or the one whose English is given."""
    path = _path_of(source, target_is, file)
    removed: list[Term] = []

    def change(document: Document) -> Document:
        found = _entries(document, source, target_is, path)
        removed.extend(term for _, term in found)
        return document.remove(*(place for place, _ in found))

    from briefing.glossary import store

    store.change(path, change)
    if as_json:
        print_json([as_dict(term) for term in removed])
    else:
        typer.echo(f"Removed from {path}: {counted(len(removed), 'entry')}")


def _path_of(source: str, target: str | None, file: Path | None) -> Path:
    """Return the glossary to change; GlossaryError where it lacks the term, before the packaged one is copied for it."""
    path = path_to_read(file)
    _entries(Document.read(path), source, target, path)
    return path_to_write(file)


def _entries(document: Document, source: str, target: str | None, path: Path) -> list[tuple[int, Term]]:
    wanted = " ".join(source.split()).casefold()
    found = [(n, t) for n, t in document.entries() if t.source.casefold() == wanted]
    if not found:
        raise GlossaryError(
            f"{path}: there is no entry {source!r}.", f"Try `briefing glossary search {quote(source)}`."
        )
    if target is None:
        return found
    chosen = [(n, t) for n, t in found if t.target == target]
    if not chosen:
        have = ", ".join(repr(t.target) for _, t in found)
        raise GlossaryError(f"{path}: {source!r} has no rendering {target!r}.", f"It has {have}.")
    return chosen


@app.command()
def edit(
    source: Annotated[
        str | None,
        typer.Argument(metavar="[DUTCH]", help="The term; left out, the whole file is opened."),
    ] = None,
    *,
    file: FileOption = None,
    target_is: _Which = None,
    new_source: Annotated[
        str | None, typer.Option("--source", metavar="DUTCH", help="The new Dutch.")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="ENGLISH", help="The new English.")
    ] = None,
    pos: PosOption = None,
    sensitive: _Sensitive = None,
    status: StatusOption = None,
    domain: DomainOption = None,
    note: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Change an entry. By options; without any, $EDITOR is opened on the entries of a term, or on the whole file."""
    path = path_to_write(file) if source is None else _path_of(source, target_is, file)
    given: dict[str, Any] = {
        "source": new_source,
        "target": target,
        "pos": pos,
        "case_sensitive": sensitive,
        "status": status,
        "domain": domain,
        "note": note,
    }
    given = {name: value for name, value in given.items() if value is not None}
    if source is None:
        if given:
            raise GlossaryError(
                "Which entry is to be changed?", "Usage: briefing glossary edit DUTCH --target ENGLISH."
            )
        from briefing.cli.glossary.editor import edit_file

        _told(path, edit_file(path), as_json=as_json)
        return
    if not given:
        from briefing.cli.glossary.editor import edit_entries

        saved = edit_entries(
            path, source, lambda document: [n for n, _ in _entries(document, source, target_is, path)]
        )
        _told(path, saved, as_json=as_json)
        return
    after: list[Term] = []

    def change(document: Document) -> Document:
        found = _entries(document, source, target_is, path)
        if len(found) > 1:
            have = ", ".join(repr(t.target) for _, t in found)
            raise GlossaryError(
                f"{path}: {source!r} has {len(found)} entries: {have}.", "Choose one with --target-is."
            )
        place, term = found[0]
        after.append(replace(term, **given))
        return document.replace(place, after[0])

    from briefing.glossary import store

    store.change(path, change)
    if as_json:
        print_json(as_dict(after[0]))
    else:
        typer.echo(f"Changed in {path}: {after[0].source} = {after[0].target}")


def _told(path: Path, saved: bool, *, as_json: bool) -> None:
    if as_json:
        print_json({"file": str(path), "saved": saved})
    elif saved:
        typer.echo(f"Saved: {path}")
    else:
        typer.echo("Nothing was changed.", err=True)
