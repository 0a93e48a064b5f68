"""Writing results: a file is whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from briefing.errors import OutputError, UsageError
from briefing.files import give_name, new_mode, written_beside

STDOUT = "-"
_STDOUT_NAMES = frozenset({STDOUT, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


# Endings of files that are not the name of their format.
_ENDINGS = {"txt": "text", "htm": "html", "markdown": "md"}
# What a file of these endings should hold nobody doubts.
_KNOWN_FORMATS = frozenset(
    {"docx", "html", "md", "json", "text", "tmx", "pdf", "doc", "rtf", "odt", "xlsx", "csv"}
)


def is_stdout(path: str) -> bool:
    """Return whether what is written to `path` goes to standard output, by whatever name."""
    return path in _STDOUT_NAMES


class NameTakenError(OutputError):
    """A file of that name exists."""


def check(path: str, *, force: bool, read: Iterable[str | Path] = ()) -> None:
    """Raise OutputError where `path` cannot be written, before any work is done for it.

    What the command itself reads (`read`) is not replaced by what it writes, whatever is forced.
    """
    if is_stdout(path):
        return
    target = Path(path)
    if _leads_nowhere(target):
        raise OutputError(f"{target} is a link that leads back to itself.", "Choose another name with -o.")
    if target.is_dir():
        raise OutputError(f"{target} is a folder.", f"Name a file in it, such as {target / 'briefing.docx'}.")
    if _is_device(target):
        return
    if target.exists() and any(Path(file).exists() and target.samefile(file) for file in read):
        raise OutputError(
            f"{target} is what the command reads, and would be lost.", "Choose another name with -o."
        )
    if os.path.lexists(target) and not force:
        raise NameTakenError(f"{target} exists already.", "Choose another name with -o, or add --force.")
    folder = target.parent
    if not folder.is_dir():
        raise OutputError(f"The folder {folder} does not exist.", f"Make it first: mkdir -p {folder}")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"The folder {folder} cannot be written to.", "Choose another place with -o.")


def format_of(path: str | None, formats: Collection[str]) -> str | None:
    """Return which of `formats` the ending of `path` names; None where it names none.

    UsageError for the ending of a format that is none of them: the file would not open under its name.
    """
    ending = Path(path or "").suffix.lower().lstrip(".")
    name = _ENDINGS.get(ending, ending)
    if name in _KNOWN_FORMATS and name not in formats:
        raise UsageError(
            f"{path}: what is written here is no .{ending} file.",
            f"Choose another ending with -o, or say --format {'|'.join(formats)}.",
        )
    return name if name in formats else None


def _leads_nowhere(target: Path) -> bool:
    try:
        target.resolve()
    except (OSError, RuntimeError):  # as Python 3.13 and earlier ones say it
        return True
    return False


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return the first of `stem`, `stem-2`, `stem-3` ... that is free in `folder`, which is made if missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {folder} cannot be made: {error.strerror}.", "Choose another place with -o."
        ) from error
    if not os.access(folder, os.W_OK):
        raise OutputError(f"The folder {folder} cannot be written to.", "Choose another place with -o.")
    number = 1
    while (path := folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}").exists():
        number += 1
    return path


def write_new(folder: Path, stem: str, suffix: str, data: bytes) -> str:
    """Write `data` under the first free name (see `free_name`) and return it, whoever else takes names meanwhile."""
    while True:
        path = str(free_name(folder, stem, suffix))
        try:
            write(path, data, force=False)
        except NameTakenError:
            continue
        return path


def write(path: str, data: bytes, *, force: bool = True) -> None:
    """Write `data` to `path`, or to standard output for `-`.

    The file is written beside its place and moved there when it is complete. Without `force` it never replaces
    one that has come to be there meanwhile. Raises OutputError.
    """
    if is_stdout(path):
        _to_stdout(data)
        return
    target = Path(path)
    if _is_device(target):  # a device or a pipe is written to, never replaced by a file
        try:
            target.write_bytes(data)
        except OSError as error:
            raise OutputError(f"{target} could not be written: {error.strerror or error}.") from error
        return
    target = target.resolve()  # a link stays, and the file it leads to is replaced
    temporary: Path | None = None
    try:
        temporary = written_beside(target, data, ".part")
        temporary.chmod(target.stat().st_mode & 0o777 if force and target.exists() else new_mode())
        if force:
            temporary.replace(target)
        else:
            give_name(temporary, target)
    except FileExistsError as error:
        raise NameTakenError(
            f"{target} exists already.", "Choose another name with -o, or add --force."
        ) from error
    except OSError as error:
        raise OutputError(
            f"{target} could not be written: {error.strerror or error}.",
            "Nothing was replaced. Free space, or choose another place with -o.",
        ) from error
    finally:
        if temporary:
            with suppress(OSError):
                temporary.unlink()


def _to_stdout(data: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("Standard output is closed.", "Name a file: -o FILE")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"Standard output could not be written: {error.strerror or error}.") from error


def _is_device(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()
