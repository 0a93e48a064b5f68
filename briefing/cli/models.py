"""`briefing models`: which translation models there are, what they are, and whether they are sound."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import setup

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.packages import Package

app = typer.Typer(no_args_is_help=True, help="Translation models: list, info, install, remove, verify.")

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_Name = Annotated[
    str, typer.Argument(metavar="NAME|PATH", help="A name from `briefing models list`, or a folder.")
]


@app.command("list")
def list_models(*, as_json: _Json = False) -> None:
    """List the model that briefing carries and those that are installed."""
    from briefing import packages

    root = _root()
    own = packages.embedded()
    found = (own, *packages.installed(root))
    for folder, reason in packages.unusable(root):
        typer.echo(f"Not usable: {folder}: {reason.message}", err=True)
    if as_json:
        _print_json([_fields(package) for package in found])
        return
    rows = [
        (
            package.full_name,
            f"{package.from_code} → {package.to_code}",
            str(package.architecture),
            f"{_size(package) / 1e6:.0f} MB",
            package.license or "licence not stated",
            "embedded, the default" if package is own else "installed",
        )
        for package in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@app.command()
def info(name: _Name = "embedded", *, as_json: _Json = False) -> None:
    """Show what a model is: languages, kind, place, hash, licence and notice. Default: the embedded one."""
    from briefing import packages

    package = packages.named(name, _root())
    fields = _fields(package) | {
        "prompt": list(package.prompt),
        "terminology": package.terminology,
        "base": package.base,
        "sha256": packages.fingerprint(package),
        "notice": package.notice.strip(),
        "readme": package.readme.strip(),
    }
    if as_json:
        _print_json(fields)
        return
    lines = [
        ("Model", package.full_name + (" (embedded)" if package.embedded else "")),
        ("Languages", f"{package.from_code} → {package.to_code}"),
        ("Kind", f"{package.architecture}, {package.tokenizer_kind} tokenizer"),
        ("Terminology", package.terminology or "by n-best choice and placeholders"),
        ("Derived from", package.base or "not stated"),
        ("Folder", str(package.path)),
        ("Size", f"{_size(package) / 1e6:.0f} MB"),
        ("SHA-256", fields["sha256"]),
        ("Licence", package.license or "not stated"),
    ]
    for label, value in lines:
        typer.echo(f"{label + ':':14}{value}")
    if package.notice:
        typer.echo(f"\nNotice\n{package.notice.strip()}")


@app.command()
def install(
    target: Annotated[
        str,
        typer.Argument(
            metavar="FILE|NAME", help="An .argosmodel file, or a name such as translate-nl_en to be fetched."
        ),
    ],
    *,
    force: Annotated[bool, typer.Option("--force", help="Write a version again that is installed.")] = False,
    as_json: _Json = False,
) -> None:
    """Install a model from a file (no network needed), or the official one of that name from the Argos index."""
    from briefing import packages
    from briefing.errors import ModelError

    root = _root()
    pair = packages.language_pair(target)
    path = setup.home(target)
    if pair is None or path.is_file():
        if path.is_dir():
            raise ModelError(f"{target} is a folder, not an archive.", f"Use it as it lies: --model {target}")
        package = packages.install(path, root, force=force)
    else:
        typer.echo(f"Fetching translate-{pair[0]}_{pair[1]} from the Argos package index …", err=True)
        package = packages.install_official(pair, root, force=force)
    if as_json:
        _print_json(_fields(package))
    else:
        typer.echo(f"Installed {package.full_name} in {package.path}.")


@app.command()
def remove(name: _Name, *, as_json: _Json = False) -> None:
    """Remove an installed model. The one that briefing carries stays."""
    from briefing import packages

    folder = packages.remove(name, _root())
    if as_json:
        _print_json({"removed": str(folder)})
    else:
        typer.echo(f"Removed {folder.name}.")


@app.command()
def verify(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME|PATH", help="One model; default: all of them.")
    ] = None,
    *,
    as_json: _Json = False,
) -> None:
    """Hash every file of the models and compare. Exit code 1 where one is not what it should be."""
    from briefing import packages

    root = _root()
    chosen = [packages.named(name, root)] if name else [packages.embedded(), *packages.installed(root)]
    broken = [] if name else list(packages.unusable(root))
    report: list[dict[str, Any]] = [
        {
            "name": folder.name,
            "status": "unusable",
            "findings": [{"file": str(folder), "problem": reason.message}],
        }
        for folder, reason in broken
    ]
    for package in chosen:
        findings = packages.check(package, full=True)
        status = "wrong" if findings else "sound" if packages.pinned(package) else "no checksums recorded"
        report.append(
            {
                "name": package.full_name,
                "status": status,
                "findings": [{"file": str(finding.file), "problem": finding.problem} for finding in findings],
            }
        )
    if as_json:
        _print_json(report)
    else:
        for entry in report:
            typer.echo(f"{entry['name']}: {entry['status']}")
            for finding in entry["findings"]:
                typer.echo(f"  {finding['file']}: {finding['problem']}")
    if any(entry["findings"] for entry in report):
        raise typer.Exit(1)


def _fields(package: Package) -> dict[str, Any]:
    return {
        "name": package.name,
        "version": package.version,
        "from": package.from_code,
        "to": package.to_code,
        "architecture": str(package.architecture),
        "tokenizer": str(package.tokenizer_kind),
        "embedded": package.embedded,
        "license": package.license,
        "path": str(package.path),
        "bytes": _size(package),
    }


def _root() -> Path:
    return setup.models_root(setup.resolve({}))


def _size(package: Package) -> int:
    return sum(file.stat().st_size for file in package.path.rglob("*") if file.is_file())


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
