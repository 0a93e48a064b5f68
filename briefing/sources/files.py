"""Which files the arguments of a command mean."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import SourceError

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf")
# Taken from a folder too, so that they are named with the reason why they cannot be read, and not passed over.
_OTHER_DOCUMENTS = (".doc", ".rtf", ".odt", ".pages", ".epub", ".msg")
_NOT_ARTICLES = ("readme", "license", "licence", "notice", "changelog", "makefile")


def find(paths: Sequence[str], *, each_once: bool = True) -> tuple[str, ...]:
    """Return the files that `paths` name, in their order, each once or as often as it is named.

    `-` is standard input, which can be read once.

    A folder gives the articles in it and in its subfolders in the order of their names. Hidden files, READMEs and
    files of a kind that is no article are passed over there; a file named by itself is always taken.
    SourceError for a path that does not exist and for a folder without an article.
    """
    found: list[str] = []
    seen: set[object] = set()
    for path in paths:
        for file in _expand(path):
            key = _identity(file)
            if key not in seen or not (each_once or key == STDIN):
                seen.add(key)
                found.append(file)
    return tuple(found)


def _expand(path: str) -> tuple[str, ...]:
    if path == STDIN:
        return (STDIN,)
    try:
        there, folder = Path(path).exists() and bool(path), Path(path).is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        there = folder = False
    if not there:
        raise SourceError(f"{path or 'an empty name'}: there is no such file or folder.", _nearest(path))
    if not folder:
        return (path,)
    files = tuple(_articles(Path(path), set()))
    if not files:
        raise SourceError(
            f"The folder {path} holds no article.",
            "Put Dutch articles in it (.txt, .md, .html, .docx, .pdf), or name files.",
        )
    return files


def _articles(folder: Path, above: set[str]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in above:  # a link that leads back up
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        if above:  # named when it is read, and skipped as a file is
            yield str(folder)
            return
        raise SourceError(
            f"The folder {folder} cannot be opened ({error.strerror}).", "Check its permissions."
        ) from error
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if os.path.isdir(entry):  # noqa: PTH112 - that of Path raises for what cannot be examined
            yield from _articles(entry, above | {real})
        elif (os.path.isfile(entry) or not os.path.exists(entry)) and _may_be_article(entry):  # noqa: PTH110, PTH113
            yield str(entry)


def _may_be_article(file: Path) -> bool:
    if file.stem.lower() in _NOT_ARTICLES:
        return False
    return file.suffix.lower() in (*SUFFIXES, *_OTHER_DOCUMENTS) or not file.suffix


def _identity(file: str) -> object:
    if file == STDIN:
        return STDIN
    try:
        status = Path(file).stat()
    except OSError:
        return file
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(file)


def _nearest(path: str) -> str:
    """Return a next step: the name in the same folder that is most like `path`, where there is one."""
    import difflib

    folder = Path(path).parent
    try:
        names = [entry.name for entry in folder.iterdir() if entry.exists()]
    except (OSError, ValueError):
        return "Check the name."
    alike = difflib.get_close_matches(Path(path).name, names, 1)
    return f"Did you mean {folder / alike[0]}?" if alike else "Check the name."
