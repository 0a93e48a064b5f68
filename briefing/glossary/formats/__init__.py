"""Glossaries of other programs, in and out: one format a file, chosen by name or by the file's ending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import GlossaryError
from briefing.glossary.types import Term

NAMES = ("csv", "deepl", "omegat", "tbx", "xlsx")
_ENDINGS = {
    ".csv": "csv",
    ".tbx": "tbx",
    ".xml": "tbx",
    ".xlsx": "xlsx",
    ".tsv": "omegat",
    ".txt": "omegat",
    ".tab": "omegat",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's bytes, a sentence on each thing that the format cannot hold, and how many entries it holds."""

    data: bytes
    losses: tuple[str, ...]
    entries: int


def guess(path: Path, *, reading: bool) -> str:
    """Return the format's name by the file's ending, and for a CSV to be read by its first line."""
    name = _ENDINGS.get(path.suffix.lower())
    if path.is_dir():
        raise GlossaryError(f"{path}: this is a folder, not a file.", "Name a file in it.")
    if name is None:
        raise GlossaryError(
            f"{path}: the ending {path.suffix!r} tells no glossary format.",
            f"Name it: --format {'|'.join(NAMES)}.",
        )
    if reading and path.suffix.lower() in {".csv", ".tsv", ".txt", ".tab"}:
        from briefing.glossary.formats import deepl

        return deepl.kind_of(path)
    return name


def read(path: Path, name: str | None = None) -> list[Term]:
    """Return the entries of a file in the named format, or in the one that it looks like.

    Raises GlossaryError with the place where it cannot be read.
    """
    name = name or guess(path, reading=True)
    if name == "csv":
        from briefing.glossary.formats import sheet

        return sheet.read_csv(path)
    if name in {"deepl", "omegat"}:
        from briefing.glossary.formats import deepl

        return deepl.read(path) if name == "deepl" else deepl.read_omegat(path)
    if name == "tbx":
        from briefing.glossary.formats import tbx

        return tbx.read(path)
    if name == "xlsx":
        from briefing.glossary.formats import xlsx

        return xlsx.read(path)
    raise GlossaryError(f"There is no glossary format {name!r}.", f"Use {', '.join(NAMES)}.")


def write(terms: Sequence[Term], name: str, *, tabs: bool = False) -> Exported:
    """Return the entries in the named format; `tabs` asks for DeepL's TSV instead of its CSV."""
    if name == "csv":
        from briefing.glossary.formats import sheet

        return sheet.write_csv(terms)
    if name in {"deepl", "omegat"}:
        from briefing.glossary.formats import deepl

        return deepl.write(terms, tabs=tabs) if name == "deepl" else deepl.write_omegat(terms)
    if name == "tbx":
        from briefing.glossary.formats import tbx

        return tbx.write(terms)
    if name == "xlsx":
        from briefing.glossary.formats import xlsx

        return xlsx.write(terms)
    raise GlossaryError(f"There is no glossary format {name!r}.", f"Use {', '.join(NAMES)}.")
