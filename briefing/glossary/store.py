"""Saving: under a lock, atomic, with a backup of what was there before."""

from __future__ import annotations

import glob
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.errors import GlossaryError
from briefing.files import give_name, new_mode, written_beside
from briefing.glossary.csvfile import COLUMNS, packaged_path
from briefing.glossary.document import Document
from briefing.glossary.table import read_text

LOCK_SECONDS = 10.0  # a save takes milliseconds; whoever holds the lock longer has hung or is an open editor

EMPTY = (",".join(COLUMNS) + "\n").encode()  # a glossary without entries


def change(path: Path, edit: Callable[[Document], Document], *, parse: bool = True) -> Document:
    """Return the document that was saved: the file at `path` as it is now, changed by `edit`.

    The file is read, changed and written under one lock, so that two writers at once lose nothing. Nothing is
    written where `edit` raises, where the result does not parse (unless `parse` is False, for repairs of a
    file with mistakes), or where nothing changed. Raises GlossaryError where the lock is not to be had or the
    file cannot be written.
    """
    name, path = str(path), path.resolve()
    if not path.is_file():
        read_text(path, name)  # says why it is none
    with locked(path):
        before = Document.read(path, name)
        data = edit(before).to_bytes()
        after = Document.parse(data, name)
        if data != before.to_bytes():
            if parse:
                after.entries()
            write(path, data)
        return after


def overwrite(path: Path, data: bytes, expected: bytes) -> None:
    """Write `data` where the file still holds `expected`; GlossaryError where someone changed it meanwhile."""
    name, path = str(path), path.resolve()
    with locked(path):
        if path.read_bytes() != expected:
            raise GlossaryError(
                f"{name}: somebody else changed the file meanwhile.",
                "Nothing was saved; make your change again.",
            )
        Document.parse(data, name).entries()
        write(path, data)


def create(path: Path, *, packaged: bool = False) -> None:
    """Make a new glossary at `path`, empty or a copy of the packaged one; a file that exists is left alone."""
    data = packaged_path().read_bytes() if packaged else EMPTY
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = written_beside(path, data, ".new")
        temporary.chmod(new_mode())
        with suppress(FileExistsError):  # where two do this at once, the second finds what the first made
            give_name(temporary, path)
    except OSError as error:
        raise GlossaryError(
            f"{path}: cannot be written ({error.strerror}).", "Name another file with --file."
        ) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of the glossary at `path`: the file `.NAME.lock` beside it."""
    import filelock

    lock = filelock.FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise GlossaryError(
            f"{path}: another program is writing this glossary.",
            f"Nothing was saved; try again, or remove {lock.lock_file} if no other is running.",
        ) from None
    except OSError as error:
        raise GlossaryError(
            f"{path}: cannot be locked ({error.strerror}).", "Is the folder writable?"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _keep(path: Path) -> None:
    """Copy what stands at `path` to `NAME.bak`; a link there is replaced, and what it leads to left alone."""
    backup = path.with_name(path.name + ".bak")
    if backup.is_symlink():
        backup.unlink()
    shutil.copy2(path, backup)


def write(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at `path`, whole or not at all; the old content goes to `NAME.bak`.

    The caller holds the lock, so that what lies beside the file half-written is of a program that was killed.
    """
    temporary = None
    try:
        for left in path.parent.glob(f".{glob.escape(path.name)}.*.tmp"):
            left.unlink(missing_ok=True)
        temporary = written_beside(path, data, ".tmp")
        if path.exists():
            shutil.copymode(path, temporary)
            _keep(path)
        else:
            temporary.chmod(new_mode())
        temporary.replace(path)
    except OSError as error:
        raise GlossaryError(
            f"{path}: cannot be written ({error.strerror}).", "Nothing was changed."
        ) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
