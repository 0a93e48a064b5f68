"""`briefing doctor`: whether everything is in place, and which settings won."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing import __version__
from briefing.cli import setup
from briefing.errors import BriefingError, ModelError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: sound or not, and what was seen."""

    name: str
    sound: bool
    seen: str


def doctor(*, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Check the model, glossary, memory and folders, and show every setting with where it came from.

    Exit code 1 means that something was found.
    """
    chosen = setup.resolve({})
    looks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("model", lambda: _model(chosen)),
        ("installed", lambda: _installed(chosen)),
        ("glossary", lambda: _glossary(chosen)),
        ("memory", lambda: _memory(chosen)),
        ("sources", _sources),
        ("output", _output),
    )
    findings = [Finding("program", True, f"briefing {__version__}, Python {platform.python_version()}")]
    findings += [_look(name, look) for name, look in looks]
    if as_json:
        import json

        document: dict[str, Any] = {
            "findings": [{"name": f.name, "sound": f.sound, "seen": f.seen} for f in findings],
            "settings": [{"name": s.name, "value": s.value, "origin": s.origin} for s in chosen.settings],
        }
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for f in findings:
            typer.echo(f"{'ok ' if f.sound else 'BAD'}  {f.name:<10}  {f.seen}")
        typer.echo("\nSettings")
        for s in chosen.settings:
            value = ", ".join(s.value) if isinstance(s.value, tuple) else s.value
            typer.echo(f"  {s.name:<15} {'' if value is None else str(value):<30} {s.origin}".rstrip())
    if not all(f.sound for f in findings):
        raise typer.Exit(1)


def _look(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except BriefingError as error:
        return Finding(name, False, str(error))


def _model(chosen: Any) -> str:
    from briefing import packages

    root = setup.models_root(chosen)
    package = packages.named(chosen["model"], root) if chosen["model"] else packages.embedded()
    packages.verify(package, full=True)
    terminology = package.terminology or "none, by other means"
    return f"{package.full_name}, {package.architecture}, files verified, terminology {terminology}"


def _installed(chosen: Any) -> str:
    from briefing import packages

    root = setup.models_root(chosen)
    if broken := packages.unusable(root):
        folder, reason = broken[0]
        raise ModelError(str(reason), f"Or remove it: briefing models remove {folder.name}")
    found = packages.installed(root)
    for package in found:
        packages.verify(package, full=True)
    return ", ".join(package.full_name for package in found) or "no other models"


def _glossary(chosen: Any) -> str:
    found = setup.load_glossary(chosen)
    return f"{found.name}, {len(found)} entries" if found else "none"


def _memory(chosen: Any) -> str:
    path = setup.memory_path(chosen)
    if not path.exists():
        return f"none yet; the first translation makes {path}"
    with setup.open_memory(chosen) as memory:
        corrections, entries = memory.counts() if memory else (0, 0)
    return f"{entries} translations, {corrections} corrections"


def _sources() -> str:
    from briefing import sources

    folder = Path("sources")
    if not folder.is_dir():
        return "no folder sources/ here: name articles to build from"
    try:
        return f"{len(sources.find([str(folder)]))} articles in sources/"
    except BriefingError:
        return "sources/ holds no article yet"


def _output() -> str:
    folder = Path("output") if Path("output").is_dir() else Path()
    try:
        with tempfile.TemporaryFile(dir=folder):
            return f"{folder.resolve().name}/ can be written to"
    except OSError as error:
        from briefing.errors import OutputError

        raise OutputError(f"{folder.resolve()} cannot be written to: {error.strerror}.") from error
