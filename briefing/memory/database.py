"""The SQLite file: made private, opened safely, its errors mapped to one sentence each."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.errors import MemoryFileError

APPLICATION_ID = 0x42724D45  # "BrME", in the file's header: tells our files from other programs'
SCHEMA_VERSION = 1
BUSY_SECONDS = 20.0  # how long one program waits for another that is writing

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

_SCHEMA = """
CREATE TABLE entry (
    key BLOB PRIMARY KEY,      -- SHA-256 of the four parts below
    nl TEXT NOT NULL,
    model TEXT NOT NULL,
    terms TEXT NOT NULL,
    options TEXT NOT NULL,
    english TEXT NOT NULL,
    score REAL,
    flags TEXT NOT NULL,       -- JSON
    outcomes TEXT NOT NULL,    -- JSON
    created TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entry_nl ON entry (nl);
CREATE TABLE correction (
    folded TEXT PRIMARY KEY,   -- the Dutch without differences of quotation marks and white space
    nl TEXT NOT NULL,
    english TEXT NOT NULL,
    created TEXT NOT NULL
) WITHOUT ROWID;
"""


def default_path(environ: Mapping[str, str]) -> Path:
    """Return where the memory lies: `BRIEFING_MEMORY`, else `memory.sqlite` in the user's data folder."""
    if environ.get("BRIEFING_MEMORY"):
        return Path(environ["BRIEFING_MEMORY"]).expanduser()
    import platformdirs

    return platformdirs.user_data_path("briefing", appauthor=False) / "memory.sqlite"


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to the memory at `path`, made where it is missing (file 0600, new folders 0700).

    Raises MemoryFileError where the file is another program's, broken, of a newer version, or cannot be written.
    """
    _make_private(path)
    with mapped(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare_patiently(connection, path)
            _narrow(path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, with the file and the next step."""
    try:
        yield
    except sqlite3.Error as failure:
        code = getattr(failure, "sqlite_errorcode", None)
        primary = code & 0xFF if code is not None else None
        other = "Work without it (--no-memory), or keep it elsewhere: --memory FILE or BRIEFING_MEMORY."
        if primary in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT}:
            raise MemoryFileError(
                f"{path} is not a translation memory, or it is damaged ({failure}).",
                "Move it away and a new one is made, or work without it: --no-memory.",
            ) from failure
        if primary in _BUSY:
            raise MemoryFileError(
                f"{path} is being written by another program.", "Try again when it has finished."
            ) from failure
        if primary == sqlite3.SQLITE_FULL:
            raise MemoryFileError(f"The disk of {path} is full.", f"Make room. {other}") from failure
        if primary in {
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_PERM,
            sqlite3.SQLITE_IOERR,
        }:
            raise MemoryFileError(f"{path} cannot be opened for writing ({failure}).", other) from failure
        raise MemoryFileError(f"The translation memory {path} failed ({failure}).", other) from failure


def _make_private(path: Path) -> None:
    """Make the folders, and where there is none an empty file, that only their owner can read."""
    missing = []
    folder = path.parent
    try:
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as failure:
        raise MemoryFileError(
            f"The translation memory {path} cannot be opened for writing: {failure.strerror}.",
            "Work without it (--no-memory), or keep it elsewhere: --memory FILE or BRIEFING_MEMORY.",
        ) from failure


def _narrow(path: Path) -> None:
    """Take an open memory from all but its owner; another program's file has been refused by then, as it was."""
    with suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def _prepare_patiently(connection: sqlite3.Connection, path: Path) -> None:
    """Prepare the file; SQLite does not wait by itself while another program turns a new one into WAL."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            _prepare(connection, path)
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode & 0xFF not in _BUSY or time.monotonic() > deadline:
                raise
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            time.sleep(0.02)
        else:
            return


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check whose file it is, and make the tables in a new one."""
    # In one transaction: between two looks another program may make a new file a memory.
    connection.execute("BEGIN")
    try:
        application, version, tables = (
            connection.execute(question).fetchone()[0]
            for question in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_master",
            )
        )
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if application != APPLICATION_ID and (application or version or tables):
        raise MemoryFileError(
            f"{path} is an SQLite file of another program, not a translation memory.",
            "Name another file: --memory FILE or BRIEFING_MEMORY.",
        )
    if version > SCHEMA_VERSION:
        raise MemoryFileError(
            f"{path} was written by a newer version of briefing.",
            "Update briefing, or name another file: --memory FILE.",
        )
    # Readers and a writer do not wait for each other in WAL; where the file system cannot do it (a network
    # share), SQLite keeps its rollback journal, which is as safe.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "PRAGMA synchronous = NORMAL"
    )  # in WAL a power cut can lose the last batch, never the file
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
    if application != APPLICATION_ID or version != SCHEMA_VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another program may have made the tables while this one waited.
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                for statement in _SCHEMA.split(";\n"):
                    if statement.strip():
                        connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
