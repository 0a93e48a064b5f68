"""Bringing people's work in: TMX files, and the corrected JSON of `briefing translate --format json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import MemoryFileError
from briefing.memory.store import Memory, fold, one_line
from briefing.memory.tmx import read_tmx
from briefing.memory.types import Correction


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in numbers of segments.

    `unchanged` ones say what the memory says already, `unknown` ones (of a JSON file) were never translated here,
    so that nobody can tell whether a person changed them. `conflicts` are Dutch texts that the file corrects in
    two ways; the last one counts.
    """

    corrections: int = 0
    entries: int = 0
    unchanged: int = 0
    unknown: int = 0
    skipped: int = 0
    conflicts: tuple[str, ...] = ()


def import_file(memory: Memory, path: Path, *, take_all: bool = False) -> Imported:
    """Read a TMX or bilingual JSON file into `memory` and return what that did.

    In a JSON file a sentence becomes a correction where its English differs from all that the memory has for it;
    with `take_all` sentences that the memory does not know are taken as reviewed too.

    Raises:
        MemoryFileError: the file cannot be read, or is neither.
    """
    if _looks_like_xml(path):
        return _import_tmx(memory, path)
    return _import_bilingual(memory, path, take_all=take_all)


def _looks_like_xml(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(64)
    except FileNotFoundError as missing:
        raise MemoryFileError(f"There is no file {path}.") from missing
    except OSError as failure:
        raise MemoryFileError(f"{path} cannot be read: {failure.strerror}.") from failure
    text = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 and byte order marks
    return text.startswith(b"<")


def _import_tmx(memory: Memory, path: Path) -> Imported:
    contents = read_tmx(path)
    new, conflicts = _last_of_each(contents.corrections)
    changed = [correction for correction in new if _is_news(memory, correction)]
    memory.add_corrections(changed)
    memory.store(dict(contents.entries))
    return Imported(
        corrections=len(changed),
        entries=len(contents.entries),
        unchanged=len(new) - len(changed),
        skipped=contents.skipped,
        conflicts=conflicts,
    )


def _is_news(memory: Memory, correction: Correction) -> bool:
    """Return whether a correction of a TMX file says what the memory's own correction does not.

    What a model said here, and a tool that drops our properties sends back, is nobody's review; what our own export
    calls reviewed (it says when) is.
    """
    english = one_line(correction.english)
    if english in memory.corrections([correction.nl]).values():
        return False
    return bool(correction.created) or english not in map(one_line, memory.translations(correction.nl))


def _import_bilingual(memory: Memory, path: Path, *, take_all: bool) -> Imported:
    changed: list[Correction] = []
    unchanged = unknown = 0
    for _, nl, english in read_bilingual(path):
        known = _known(memory, nl)
        if one_line(english) in known:
            unchanged += 1
        elif known or take_all:
            changed.append(Correction(nl, english))
        else:
            unknown += 1
    new, conflicts = _last_of_each(changed)
    memory.add_corrections(new)
    return Imported(corrections=len(new), unchanged=unchanged, unknown=unknown, conflicts=conflicts)


def _known(memory: Memory, nl: str) -> set[str]:
    """Return every English text that the memory has for a Dutch segment, by models and by people."""
    return {*map(one_line, memory.translations(nl)), *memory.corrections([nl]).values()}


def read_bilingual(path: Path) -> list[tuple[str, str, str]]:
    """Return (id, Dutch, English) of every sentence that was translated in what `briefing translate --format json` wrote.

    MemoryFileError where it is something else.
    """
    step = "Give a TMX file, or the JSON that `briefing translate --format json` writes."
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        return [
            (str(sentence.get("id", "?")), _str(sentence["nl"]), _str(sentence["en"]))
            for article in document["articles"]
            if article.get("language") != "en"  # taken as it is: there is nothing to correct
            for sentence in article["sentences"]
            if sentence["nl"].strip() and sentence["en"].strip()
        ]
    except json.JSONDecodeError as broken:
        raise MemoryFileError(
            f"{path}, line {broken.lineno}: neither TMX nor JSON ({broken.msg}).", step
        ) from broken
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as foreign:
        raise MemoryFileError(f"{path} is neither TMX nor a translation by briefing.", step) from foreign


def _str(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    value.encode()  # ValueError for half a letter, a lone surrogate, which no file can hold
    return value


def _last_of_each(corrections: Iterable[Correction]) -> tuple[list[Correction], tuple[str, ...]]:
    """Return the last correction of each segment, and the segments that were corrected in two ways."""
    chosen: dict[str, Correction] = {}
    conflicts: dict[str, None] = {}
    for correction in corrections:
        before = chosen.get(fold(correction.nl))
        if before is not None and one_line(before.english) != one_line(correction.english):
            conflicts[correction.nl] = None
        chosen[fold(correction.nl)] = correction
    return list(chosen.values()), tuple(conflicts)
