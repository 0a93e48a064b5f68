"""What the working commands need, made from settings: glossary, engines, memory, dates."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefing import settings
from briefing.article import PartialDate
from briefing.errors import ModelError, UsageError

if TYPE_CHECKING:
    from briefing.glossary import Glossary
    from briefing.memory import Memory
    from briefing.pipeline import EngineFor
    from briefing.translate import Engine


def resolve(flags: Mapping[str, object]) -> settings.Settings:
    """Return the settings of this call, in this folder and environment."""
    try:
        folder = Path.cwd()
    except FileNotFoundError:
        raise UsageError("The folder that you are in is gone.", "Change to another: cd ~") from None
    return settings.resolve(flags, os.environ, folder)


def home(path: str | Path) -> Path:
    """Return a path with `~` written out."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise UsageError(f"{path}: there is no such user here.", "Write the path in full.") from None


def memory_path(chosen: settings.Settings) -> Path:
    """Return where the translation memory lies that applies."""
    from briefing.memory import default_path

    return home(chosen["memory"]) if chosen["memory"] else default_path(os.environ)


def models_root(chosen: settings.Settings) -> Path:
    """Return the folder of the installed models that applies."""
    from briefing import packages

    return home(chosen["models"]) if chosen["models"] else packages.default_root(os.environ)


def glossary_paths(chosen: settings.Settings) -> list[Path]:
    """Return the files of the glossary that applies."""
    from briefing import glossary

    return [home(p) for p in chosen["glossary"]] or [glossary.default_path(Path.cwd())]


def template_path(chosen: settings.Settings) -> Path | None:
    """Return where the office's Word template lies, None where none is given."""
    return home(chosen["template"]) if chosen["template"] else None


def read_by(chosen: settings.Settings, files: Sequence[str]) -> list[str | Path]:
    """Return what a command reads that works on `files`: the articles, the glossary, the memory, the template.

    SourceError for a file or folder that does not exist.
    """
    from briefing import sources

    template = template_path(chosen)
    return [
        *sources.find(files),
        *glossary_paths(chosen),
        memory_path(chosen),
        *([template] if template else []),
    ]


def load_glossary(chosen: settings.Settings, *, none: bool = False) -> Glossary | None:
    """Return the glossary that applies, or None with `--no-glossary`."""
    from briefing import glossary

    if none:
        if chosen.origin("glossary") == "--glossary":
            raise UsageError("--glossary and --no-glossary do not go together.", "Leave one of them out.")
        return None
    return glossary.load(glossary_paths(chosen))


@dataclass(frozen=True, slots=True)
class _Engines:
    """Finds, verifies and loads the model for a language."""

    model: str | None
    root: Path
    workers: int | None

    def __call__(self, language: str) -> Engine:
        from briefing import engines, packages

        package = packages.find(None, from_code=language, root=self.root) if self.model is None else None
        if package is None:
            package = packages.named(str(self.model), self.root)
            if package.from_code != language:
                other = packages.find(None, from_code=language, root=self.root)
                typer.echo(
                    f"{package.full_name} translates from {package.from_code}; "
                    f"what is in {language} goes through {other.full_name}.",
                    err=True,
                )
                package = other
        if package.to_code != "en":
            raise ModelError(
                f"The model {package.full_name} translates to {package.to_code!r}, not to English.",
                "Choose another: briefing models list",
            )
        packages.verify(package)
        return engines.load(package, workers=self.workers)


def engines_for(chosen: settings.Settings) -> EngineFor:
    """Return what loads the engine for a language when it is first needed."""
    return _Engines(chosen["model"], models_root(chosen), chosen["workers"])


@contextmanager
def open_memory(chosen: settings.Settings, *, none: bool = False) -> Iterator[Memory | None]:
    """Give the translation memory, or None with `--no-memory`."""
    if none:
        yield None
        return
    from briefing.memory import Memory

    with Memory.open(memory_path(chosen)) as memory:
        yield memory


def memo_date(chosen: settings.Settings) -> date | None:
    """Return the day that the setting `date` names, None where it is not given. UsageError for anything but a day."""
    given = _partial(chosen, "date", "Write YYYY-MM-DD.")
    if given and given.day is None:
        raise UsageError(f"{chosen.origin('date')}: {chosen['date']!r} is not a day.", "Write YYYY-MM-DD.")
    return given.first if given else None


def period(chosen: settings.Settings) -> tuple[date | None, date | None]:
    """Return the first and the last day that `since` and `until` mean. UsageError where no day lies between."""
    since, until = _partial(chosen, "since"), _partial(chosen, "until")
    first, last = since.first if since else None, until.last if until else None
    if first and last and first > last:
        raise UsageError(
            f"{chosen.origin('since')} {chosen['since']} is later than {chosen.origin('until')} {chosen['until']}.",
            "Turn them round.",
        )
    return first, last


def _partial(
    chosen: settings.Settings, name: str, hint: str = "Write YYYY-MM-DD, YYYY-MM or YYYY."
) -> PartialDate | None:
    if chosen[name] is None:
        return None
    try:
        return PartialDate.parse(chosen[name])
    except ValueError as error:
        raise UsageError(f"{chosen.origin(name)}: {chosen[name]!r} is not a date.", hint) from error


def check_paper(paper: str) -> None:
    """Raise UsageError for a paper that the Word renderer has no size of."""
    if paper not in ("a4", "letter"):
        raise UsageError(f"--paper: there is no paper {paper!r} here.", "Choose a4 or letter.")


def now() -> datetime:
    """Return this moment, or the one that SOURCE_DATE_EPOCH names, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC)
        moment.astimezone()  # there is a local day too
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, but should be seconds since 1970.") from error
    return moment


def stdout_is_terminal() -> bool:
    """Return whether a person would see the bytes."""
    return sys.stdout is not None and sys.stdout.isatty()


def tell_left_out(
    skipped: tuple[tuple[str, str], ...], duplicates: tuple[tuple[str, str], ...], *, quiet: bool
) -> None:
    """Say which sources were skipped, and why, and which were taken once."""
    for file, reason in skipped:
        typer.echo(f"Skipped {file}: {reason}", err=True)
    for dropped, kept in () if quiet else duplicates:
        typer.echo(f"{dropped} has the same text as {kept}: taken once.", err=True)
