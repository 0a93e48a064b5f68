"""The header of a text: date, title, publisher and address above the article, in three forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.article import PartialDate
from briefing.errors import SourceError
from briefing.sources.text import UNWRITABLE

DATE_FORMS = "Write the date as 2025, 2025-03 or 2025-03-28."

_FIELDS = {
    "date": "date",
    "datum": "date",
    "title": "title",
    "titel": "title",
    "source": "publisher",
    "bron": "publisher",
    "url": "url",
}
# Front matter is written by machines, whose words for the same things differ.
_YAML_FIELDS = _FIELDS | {"publisher": "publisher", "link": "url", "lang": "language", "language": "language"}
_LINE = re.compile(rf"({'|'.join(_FIELDS)})\s*:\s*(.*)$", re.IGNORECASE | re.ASCII)
_ONE_LINE = re.compile(
    r"(?:date|datum)\s+(\d{4})(?:\s+|$)|(?:[Dd]ate|[Dd]atum)\s+(\d+(?:[-/.]\d+){1,2})(?:\s+|$)"
)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
_FOREIGN_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_FRONT_MATTER_LINES = 200
_FRONT_MATTER_CHARACTERS = 20_000  # beyond this it is no description of an article, and YAML is slow to read


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; every field is None where it does not say it."""

    date: PartialDate | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def split_header(lines: Sequence[str], name: str) -> tuple[Header, Sequence[str]]:
    """Return the header that `lines` begin with and the lines of the article below it.

    Three forms: lines `date: 2025-03-28`, `title: ...`, `source: ...`, `url: ...` (Dutch `datum`, `titel`,
    `bron`) in any order, ended by an empty line or the first other line; YAML front matter between lines
    `---`; one line `date 2025-03 Text starts here at once`.
    SourceError, with file and line, where a date is none, an address is no web address or the YAML is broken.
    """
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines):
        return Header(), lines
    first = lines[start].strip()
    if first == "---":
        return _front_matter(lines, start, name)
    one_line = _ONE_LINE.match(first)
    if one_line:
        date = _date(one_line.group(1) or one_line.group(2), name, start + 1)
        rest = first[one_line.end() :]
        return Header(date=date), (rest, *lines[start + 1 :])
    return _header_lines(lines, start, name)


def _header_lines(lines: Sequence[str], start: int, name: str) -> tuple[Header, Sequence[str]]:
    header = Header()
    for number, line in enumerate(lines[start:], start):
        found = _LINE.match(line.strip())
        if found is None:
            return header, lines[number:]
        field = _FIELDS[found.group(1).lower()]
        if getattr(header, field) is not None:  # a field said twice: the second is text
            return header, lines[number:]
        header = _with(header, field, found.group(2) or "", name, number + 1)
    return header, ()


def _front_matter(lines: Sequence[str], start: int, name: str) -> tuple[Header, Sequence[str]]:
    ends = range(start + 1, min(len(lines), start + _FRONT_MATTER_LINES))
    end = next((number for number in ends if lines[number].rstrip() in ("---", "...")), None)
    if end is None:
        if start + 1 < len(lines) and re.match(r"\w+:(\s|$)", lines[start + 1]):
            raise SourceError(
                f"{name}, line {start + 1}: the front matter that begins here has no end.",
                "Close it with a line of three hyphens.",
            )
        return Header(), lines  # a rule above the text
    if sum(map(len, lines[start:end])) > _FRONT_MATTER_CHARACTERS:
        raise SourceError(
            f"{name}, line {start + 1}: the front matter is longer than {_FRONT_MATTER_CHARACTERS:,} characters.",
            "Keep the date, title, source and url, and leave the rest out.",
        )
    header = Header()
    for key, value, number in _yaml_fields(lines[start + 1 : end], name, start + 2):
        field = _YAML_FIELDS.get(key.lower())
        if field:
            header = _with(header, field, value, name, number)
    return header, lines[end + 1 :]


def _yaml_fields(lines: Sequence[str], name: str, first: int) -> Iterator[tuple[str, str, int]]:
    """Yield key, value and line of each plain field; lists, maps and empty values are passed over."""
    import yaml

    try:
        # Composed, not constructed: values stay the letters that were written (`2025-03` is no number),
        # nodes know their line, and an alias bomb is never unrolled.
        root = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        number = first + min(mark.line, len(lines) - 1) if mark and lines else first
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise SourceError(
            f"{name}, line {number}: the YAML front matter is broken ({problem}).",
            "Write one field a line, such as title: ..., with quotation marks around a value that holds a colon.",
        ) from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise SourceError(
            f"{name}, line {first}: the YAML front matter holds no fields.",
            "Write one field a line, such as title: ... or date: 2025-03-28.",
        )
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            empty = value.style is None and value.value in ("", "~", "null")
            if not empty:
                yield (
                    key.value,
                    " ".join(value.value.translate(UNWRITABLE).split()),
                    first + key.start_mark.line,
                )


def _with(header: Header, field: str, value: str, name: str, number: int) -> Header:
    value = value.strip()
    if not value:
        return header
    if field == "date":
        return replace(header, date=_date(value, name, number))
    if field == "title":
        return replace(header, title=value)
    if field == "publisher":
        return replace(header, publisher=value)
    if field == "language":
        code = re.match(r"[a-zA-Z]{2}(?=$|[-_])", value)
        return replace(header, language=code.group().lower()) if code else header
    if _FOREIGN_SCHEME.match(value) or len(value.split()) > 1:
        raise SourceError(
            f"{name}, line {number}: {value[:80]!r} is not a web address.",
            "Write it as https://..., or leave the line out.",
        )
    return replace(header, url=value)


def _date(text: str, name: str, number: int) -> PartialDate:
    with_time = _TIME.fullmatch(text)
    try:
        return PartialDate.parse(with_time.group(1) if with_time else text)
    except ValueError as error:
        raise SourceError(f"{name}, line {number}: {text[:80]!r} is not a date.", DATE_FORMS) from error
