"""What the translation memory holds, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """What a machine translation depends on.

    `nl` is the Dutch segment letter for letter, `model` the engine's fingerprint, `terms` and `options` texts in
    which the translator writes down the terms that applied and the settings that change its result.
    """

    nl: str
    model: str
    terms: str = ""
    options: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A machine translation with its evidence.

    `terms` are (Dutch, English, status) of the glossary terms; `created` is an ISO 8601 time in UTC, filled in
    when the entry is stored.
    """

    english: str
    score: float | None = None
    flags: tuple[str, ...] = ()
    terms: tuple[tuple[str, str, str], ...] = ()
    created: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's English for a Dutch segment; it stands above every model. `created` is an ISO 8601 time in UTC."""

    nl: str
    english: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the memory as a person looks at it: a correction (`key` is None) or a machine translation."""

    nl: str
    english: str
    created: str
    key: Key | None = None
    entry: Entry | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a person wrote or confirmed the English."""
        return self.key is None
