"""Delimited text read record by record, with the raw text and line number of each one kept."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import GlossaryError

DELIMITERS = (",", ";", "\t")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAX_BYTES = 64 * 1024 * 1024  # a glossary of a million entries is about 60 MB; larger files are no glossaries


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the text as it stands in the file, line ends included, its first line from 1, its fields.

    `fields` is empty for comments (`#` as the first character that is not white space) and blank lines.
    """

    raw: str
    line: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded file: its text without byte order mark, and what is needed to write it back to the byte."""

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes in this file's encoding, with its byte order mark."""
        return self.bom + text.encode(self.encoding)


def read_text(path: Path, name: str = "") -> Text:
    """Return the file decoded: UTF-8, or UTF-16 where a byte order mark says so. `name` is its name in errors.

    Raises GlossaryError for a file that is missing, unreadable, too large, binary or in another encoding.
    """
    name = name or str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GlossaryError(
                f"{name}: the file is larger than {MAX_BYTES // 2**20} MB.", "Is it a glossary?"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise GlossaryError(
            f"{name}: there is no such glossary file.", "Check the name given to --file or --glossary."
        ) from None
    except IsADirectoryError:
        raise GlossaryError(f"{name}: this is a folder, not a glossary file.", "Name a file in it.") from None
    except OSError as error:
        raise GlossaryError(f"{name}: cannot be read ({error.strerror}).") from None
    return decode(data, name)


def decode(data: bytes, name: str) -> Text:
    """Return `data` decoded as read_text does; `name` is the file to name in an error."""
    bom, encoding = b"", "utf-8"
    for mark, name_of in _MARKS:
        if data.startswith(mark):
            bom, encoding = mark, name_of
            break
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GlossaryError(
            f"{name}:{line}: this is not {encoding.upper()} text.", "Save the file as UTF-8."
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise GlossaryError(
            f"{name}:{line}: this is a binary file, not a glossary.",
            "Import it: `briefing glossary import FILE`.",
        )
    return Text(text, encoding, bom)


def records(text: str, delimiter: str, name: str, *, comments: bool = True) -> Iterator[Record]:
    """Yield every record of `text` in order, so that their `raw` joined is `text` again.

    Raises GlossaryError with file and line where the quoting is broken.
    """
    lines = list(io.StringIO(text, newline=""))
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or (comments and line.lstrip(" ").startswith("#")):
            yield Record(line, at + 1)
            at += 1
            continue
        rest = (lines[n] for n in range(at, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        try:
            fields = next(reader)
        except csv.Error as error:
            raise GlossaryError(
                f"{name}:{at + 1}: the entry cannot be read ({error}).",
                'A field with a delimiter or a quote in it stands in "double quotes", and quotes in it are doubled.',
            ) from None
        used = reader.line_num
        yield Record("".join(lines[at : at + used]), at + 1, tuple(fields))
        at += used


def sniff(text: str) -> str:
    """Return the delimiter of the header: the most frequent of comma, semicolon and tab outside quotes."""
    for line in io.StringIO(text, newline=""):
        if line.strip() and not line.lstrip(" ").startswith("#"):
            bare = "".join(line.split('"')[::2])
            return max(DELIMITERS, key=bare.count)
    return ","
