"""`briefing memory`: what was translated before, and what people corrected."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import setup

if TYPE_CHECKING:
    from briefing.memory import Memory, Record

app = typer.Typer(
    no_args_is_help=True,
    help="Translation memory: list, search, correct, import, export, forget. A person's correction wins over every model.",
)

_File = Annotated[
    Path | None,
    typer.Option(
        "--memory",
        metavar="FILE",
        help="The memory. Default: BRIEFING_MEMORY or briefing.toml, else in the user's data.",
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most N lines.")]
_Reviewed = Annotated[bool, typer.Option("--corrections", help="People's corrections only.")]


@app.command("list")
def list_records(
    *, memory: _File = None, corrections: _Reviewed = False, limit: _Limit = None, as_json: _Json = False
) -> None:
    """List the memory, corrections first: status, Dutch, English, parted by tabs."""
    _show("", memory, corrections=corrections, limit=limit, as_json=as_json)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="A part of the Dutch or the English.")],
    *,
    memory: _File = None,
    corrections: _Reviewed = False,
    limit: _Limit = None,
    as_json: _Json = False,
) -> None:
    """Find what holds TEXT in its Dutch or English; upper and lower case are the same."""
    _show(text, memory, corrections=corrections, limit=limit, as_json=as_json)


@app.command()
def correct(
    dutch: Annotated[str, typer.Argument(help="The Dutch sentence, whole.")],
    english: Annotated[str, typer.Argument(help="What it shall be in English, at every rebuild.")],
    *,
    memory: _File = None,
    as_json: _Json = False,
) -> None:
    """Set the English of a Dutch sentence; it wins over every model and is marked as reviewed."""
    with _open(memory) as opened:
        opened.correct(dutch, english)
        stored = opened.corrections([dutch])[dutch]
    if as_json:
        _print_json({"nl": dutch, "en": stored, "status": "reviewed"})
    else:
        typer.echo(f"Corrected: {stored}")


@app.command("import")
def import_files(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="TMX, or JSON of `translate` with its `en` corrected."),
    ],
    *,
    memory: _File = None,
    take_all: Annotated[
        bool,
        typer.Option(
            "--all", help="Take sentences of a JSON file as reviewed that were never translated here."
        ),
    ] = False,
    as_json: _Json = False,
) -> None:
    """Take in corrections from TMX files and from corrected translations in JSON."""
    from dataclasses import asdict

    from briefing.memory import import_file

    report = []
    with _open(memory) as opened:
        for file in files:
            done = import_file(opened, file, take_all=take_all)
            report.append({"file": str(file), **asdict(done)})
            if as_json:
                continue
            typer.echo(f"{file}: {_counted(done.corrections, 'correction')}, {done.unchanged} unchanged")
            if done.entries:
                typer.echo(f"{file}: {_counted(done.entries, 'machine translation')} taken over")
            if done.unknown:
                typer.echo(
                    f"{file}: {_counted(done.unknown, 'sentence')} left out that this memory does not know; "
                    "take them as reviewed with --all",
                    err=True,
                )
            if done.skipped:
                typer.echo(
                    f"{file}: {_counted(done.skipped, 'unit')} without Dutch and English left out", err=True
                )
            for dutch in done.conflicts:
                typer.echo(f"{file}: corrected in two ways, the last one counts: {dutch}", err=True)
    if as_json:
        _print_json(report)


@app.command()
def export(
    *,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="`-` is standard output.")
    ] = "-",
    memory: _File = None,
    corrections: _Reviewed = False,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE where it exists.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON instead of TMX.")] = False,
) -> None:
    """Write the memory as TMX 1.4, which this and other translation tools read."""
    from briefing.cli import output as files
    from briefing.memory import write_tmx

    files.check(output, force=force, read=[_path(memory)])
    records = _records("", memory, corrections=corrections, limit=None)
    data = (_json([_fields(record) for record in records]) + "\n").encode() if as_json else write_tmx(records)
    files.write(output, data, force=force)
    if not files.is_stdout(output):
        typer.echo(f"Wrote {_counted(len(records), 'unit')} to {output}.", err=True)


@app.command()
def forget(
    dutch: Annotated[str | None, typer.Argument(help="The Dutch sentence, whole.")] = None,
    *,
    machine: Annotated[
        bool, typer.Option("--machine", help="Every machine translation; corrections stay.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Everything, corrections too.")] = False,
    memory: _File = None,
    as_json: _Json = False,
) -> None:
    """Delete what the memory has for a Dutch sentence, or all machine translations, or everything."""
    from briefing.errors import UsageError

    if [dutch is not None, machine, everything].count(True) != 1:
        raise UsageError("Say what to forget.", "A Dutch sentence, or --machine, or --all.")
    deleted = 0
    if _path(memory).exists():
        with _open(memory) as opened:
            if dutch is not None:
                deleted = opened.forget(dutch)
            else:
                deleted = opened.forget_machine() if machine else opened.forget_all()
    if as_json:
        _print_json({"forgotten": deleted})
    else:
        typer.echo(f"Forgot {_counted(deleted, 'translation')}.")


def _path(memory: Path | None) -> Path:
    return setup.memory_path(setup.resolve({"memory": str(memory) if memory is not None else None}))


def _open(memory: Path | None) -> Memory:
    from briefing.memory import Memory

    return Memory.open(_path(memory))


def _records(text: str, memory: Path | None, *, corrections: bool, limit: int | None) -> tuple[Record, ...]:
    path = _path(memory)
    if not path.exists():  # looking makes no file
        typer.echo(f"There is no translation memory yet: {path}", err=True)
        return ()
    with _open(memory) as opened:
        return opened.records(text, reviewed_only=corrections, limit=limit)


def _show(text: str, memory: Path | None, *, corrections: bool, limit: int | None, as_json: bool) -> None:
    records = _records(text, memory, corrections=corrections, limit=limit)
    if as_json:
        _print_json([_fields(record) for record in records])
        return
    for record in records:
        status = "reviewed" if record.reviewed else "machine"
        typer.echo("\t".join((status, " ".join(record.nl.split()), " ".join(record.english.split()))))


def _fields(record: Record) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "nl": record.nl,
        "en": record.english,
        "status": "reviewed" if record.reviewed else "machine",
        "created": record.created,
    }
    if record.key is not None and record.entry is not None:
        terms: Sequence[tuple[str, str, str]] = record.entry.terms
        fields |= {
            "model": record.key.model,
            "score": record.entry.score,
            "flags": list(record.entry.flags),
            "terms": [{"nl": nl, "en": en, "status": status} for nl, en, status in terms],
        }
    return fields


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _print_json(value: object) -> None:
    typer.echo(_json(value))
