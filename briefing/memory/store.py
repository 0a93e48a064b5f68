"""The translation memory: exact keys to machine translations, and people's corrections above them."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.errors import MemoryFileError
from briefing.memory.database import connect, mapped
from briefing.memory.types import Correction, Entry, Key, Record

_CHUNK = 500  # keys asked for in one query; SQLite allows 999 in every build
_ALL = 2**63 - 1  # rows; SQLite counts no further
_QUOTES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛‹›′`´", "'")
    | dict.fromkeys("\u00ad\u200b\ufeff", "")  # soft hyphen, zero-width space, byte order mark
)
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")  # line breaks and control characters
_ENTRY = "nl, model, terms, options, english, score, flags, outcomes, created"
_INSERT = f"INSERT OR REPLACE INTO entry (key, {_ENTRY}) VALUES (?,?,?,?,?,?,?,?,?,?)"  # noqa: S608  constants only


class Memory:
    """An open translation memory; use it in a `with` statement.

    Every `store` is one transaction: after Ctrl-C or a crash what was stored before is there, and nothing half.
    What is read is what was written, to the last bit of a score, so that a result does not depend on whether it
    was translated now or remembered.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Keep an open connection; `Memory.open` is the way in."""
        self.path = path
        self._connection = connection
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("search_form", 1, lambda text: fold(text).casefold(), deterministic=True)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the memory at `path`, new where there is none.

        Raises MemoryFileError where it is broken, another program's, or cannot be written.
        """
        return cls(path, connect(path))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Return this memory."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def lookup(self, keys: Sequence[Key]) -> dict[Key, Entry]:
        """Return the entries of those `keys` that are remembered."""
        found: dict[Key, Entry] = {}
        with mapped(self.path):
            for start in range(0, len(keys), _CHUNK):
                digests = [_digest(key) for key in keys[start : start + _CHUNK]]
                marks = ",".join("?" * len(digests))
                rows = self._connection.execute(f"SELECT {_ENTRY} FROM entry WHERE key IN ({marks})", digests)  # noqa: S608
                found.update(self._entry(row) for row in rows)
        return found

    def store(self, entries: Mapping[Key, Entry]) -> None:
        """Remember `entries`, in one transaction; a key that is there already gets the new entry."""
        now = _now()
        rows = [
            (
                _digest(key),
                *(key.nl, key.model, key.terms, key.options, entry.english, entry.score),
                *(_dump(entry.flags), _dump(entry.terms), entry.created or now),
            )
            for key, entry in entries.items()
        ]
        with self._transaction() as connection:
            connection.executemany(_INSERT, rows)

    def correct(self, nl: str, english: str) -> None:
        """Remember a person's English for a Dutch segment; the last correction of a segment counts."""
        self.add_corrections([Correction(nl, english)])

    def add_corrections(self, corrections: Iterable[Correction]) -> None:
        """Remember people's corrections, in one transaction; MemoryFileError where a text of one is empty."""
        now = _now()
        rows = []
        for correction in corrections:
            nl, english = (
                _BREAKS.sub(" ", correction.nl).strip(),
                _BREAKS.sub(" ", correction.english).strip(),
            )
            if not nl or not english:
                raise MemoryFileError(
                    f"A correction needs a Dutch and an English text: {correction.nl!r}, {correction.english!r}.",
                    "To drop a translation: briefing memory forget",
                )
            rows.append((fold(nl), nl, english, correction.created or now))
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO correction VALUES (?,?,?,?)", rows)

    def corrections(self, texts: Sequence[str]) -> dict[str, str]:
        """Return Dutch text -> a person's English, for those `texts` that have been corrected.

        Texts that differ only in the form of quotation marks, in white space or in hidden hyphens are the same.
        """
        by_fold: dict[str, list[str]] = {}
        for text in texts:
            by_fold.setdefault(fold(text), []).append(text)
        folds = list(by_fold)
        found: dict[str, str] = {}
        with mapped(self.path):
            for start in range(0, len(folds), _CHUNK):
                chunk = folds[start : start + _CHUNK]
                marks = ",".join("?" * len(chunk))
                query = f"SELECT folded, english FROM correction WHERE folded IN ({marks})"  # noqa: S608
                for folded, english in self._connection.execute(query, chunk):
                    found.update(dict.fromkeys(by_fold[folded], english))
        return found

    def translations(self, nl: str) -> tuple[str, ...]:
        """Return every English text that models gave for exactly this Dutch segment, newest first."""
        query = "SELECT english FROM entry WHERE nl = ? ORDER BY created DESC, english"
        with mapped(self.path):
            return tuple(dict.fromkeys(row[0] for row in self._connection.execute(query, (nl,))))

    def records(
        self, text: str = "", *, reviewed_only: bool = False, limit: int | None = None
    ) -> tuple[Record, ...]:
        """Return the corrections, then the machine translations, each newest first.

        With `text` only those that have it in their Dutch or English; case and the form of quotation marks do not
        matter.
        """
        has_text = (
            "WHERE instr(search_form(nl), search_form(?1)) OR instr(search_form(english), search_form(?1))"
        )
        count = -1 if limit is None else min(limit, _ALL)
        with mapped(self.path):
            rows = self._connection.execute(
                f"SELECT nl, english, created FROM correction {has_text} ORDER BY created DESC, nl LIMIT ?2",  # noqa: S608
                (text, count),
            )
            found = [Record(nl, english, created) for nl, english, created in rows]
            if not reviewed_only:
                rows = self._connection.execute(
                    f"SELECT {_ENTRY} FROM entry {has_text} ORDER BY created DESC, nl, key LIMIT ?2",  # noqa: S608
                    (text, -1 if limit is None else count - len(found)),
                )
                found += [
                    Record(key.nl, entry.english, entry.created, key, entry)
                    for key, entry in map(self._entry, rows)
                ]
        return tuple(found)

    def counts(self) -> tuple[int, int]:
        """Return the number of corrections and of machine translations."""
        with mapped(self.path):
            corrections = self._connection.execute("SELECT count(*) FROM correction").fetchone()[0]
            return corrections, self._connection.execute("SELECT count(*) FROM entry").fetchone()[0]

    def forget(self, nl: str) -> int:
        """Delete the correction and every machine translation of a Dutch segment; return how many there were."""
        folded = (fold(nl),)
        return self._delete(
            [
                ("DELETE FROM correction WHERE folded = ?", folded),
                ("DELETE FROM entry WHERE fold(nl) = ?", folded),
            ]
        )

    def forget_machine(self) -> int:
        """Delete every machine translation, keep the corrections; return how many there were."""
        return self._delete([("DELETE FROM entry", ())])

    def forget_all(self) -> int:
        """Delete everything; return how many corrections and machine translations there were."""
        return self._delete([("DELETE FROM correction", ()), ("DELETE FROM entry", ())])

    def _delete(self, statements: Sequence[tuple[str, tuple[str, ...]]]) -> int:
        with self._transaction() as connection:
            deleted = sum(connection.execute(sql, values).rowcount for sql, values in statements)
        with mapped(self.path):
            # The texts must not live on in the journal either.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return deleted

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with mapped(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _entry(self, row: tuple[str, str, str, str, str, float | None, str, str, str]) -> tuple[Key, Entry]:
        nl, model, terms, options, english, score, flags, outcomes, created = row
        try:
            nl, english = "".join(nl), "".join(english)  # no text in a damaged file: TypeError
            uses = tuple((str(d), str(e), str(status)) for d, e, status in json.loads(outcomes))
            return Key(nl, model, terms, options), Entry(
                english, score, tuple(map(str, json.loads(flags))), uses, created
            )
        except (ValueError, TypeError) as broken:
            raise MemoryFileError(
                f"{self.path} holds an entry that cannot be read: {nl[:40]!r}.",
                "Drop what the models wrote and keep the corrections: briefing memory forget --machine",
            ) from broken


def fold(text: str) -> str:
    """Return `text` without the differences that a correction must not depend on.

    Unicode NFC, quotation marks straight, soft hyphens and zero-width spaces gone, white space and
    control characters folded.
    """
    return " ".join(_BREAKS.sub(" ", unicodedata.normalize("NFC", text)).translate(_QUOTES).split())


def one_line(text: str) -> str:
    """Return `text` without line breaks and control characters, and without white space around it."""
    return _BREAKS.sub(" ", text).strip()


def _digest(key: Key) -> bytes:
    """Return SHA-256 of the key's parts, each after its length so that no two keys run together."""
    parts = (part.encode("utf-8", "surrogatepass") for part in (key.nl, key.model, key.terms, key.options))
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()


def _dump(value: tuple[object, ...]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
