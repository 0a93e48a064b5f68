"""Settings: flags, then `BRIEFING_*` of the environment, then `briefing.toml`, then defaults; and which one won."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError

FILE_NAME = "briefing.toml"
MAX_WORKERS = 256  # threads; with 99,999 nothing came out in a minute


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it came from: `--title`, `BRIEFING_TITLE`, `briefing.toml:3` or `default`."""

    name: str
    value: Any
    origin: str


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text in quotation marks")  # noqa: TRY004 - one exception says "what was expected"
    return value


def _date(value: object) -> str:
    if type(value) is date:  # as TOML writes one, without quotation marks
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError("a date, YYYY-MM-DD")  # noqa: TRY004 - as above
    return value


def _number(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d+", value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("a whole number from 1")
    return value


def _workers(value: object) -> int:
    number = _number(value)
    if number > MAX_WORKERS:
        raise ValueError(f"at most {MAX_WORKERS}")
    return number


def _switch(value: object) -> bool:
    words = {
        "1": True,
        "true": True,
        "yes": True,
        "on": True,
        "0": False,
        "false": False,
        "no": False,
        "off": False,
    }
    if isinstance(value, str):
        value = words.get(value.strip().lower())
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 - as above
    return value


def _language(value: object) -> str:
    found = (
        re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*", value.strip())
        if isinstance(value, str)
        else None
    )
    if found is None:
        raise ValueError("a language code, such as nl")
    return found[1].lower()


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of texts")
    return tuple(item.strip() for item in value if item.strip())


# name: (reader, default). In the environment lists are parted by commas.
FIELDS: dict[str, tuple[Callable[[object], Any], Any]] = {
    "title": (_text, None),
    "to": (_text, None),
    "from": (_text, None),
    "subject": (_text, None),
    "marking": (_text, None),
    "date": (_date, None),
    "since": (_date, None),
    "until": (_date, None),
    "sentences": (_number, None),
    "algorithm": (_text, None),
    "sections": (_list, None),
    "annex": (_switch, True),
    "bilingual_only": (_switch, False),
    "format": (_text, None),
    "paper": (_text, "a4"),
    "template": (_text, None),
    "glossary": (_list, ()),
    "model": (_text, None),
    "language": (_language, None),
    "memory": (_text, None),
    "models": (_text, None),
    "workers": (_workers, None),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, resolved."""

    settings: tuple[Setting, ...]

    def __getitem__(self, name: str) -> Any:
        """Return the value of the setting `name`."""
        return next(s.value for s in self.settings if s.name == name)

    def origin(self, name: str) -> str:
        """Return where the value of the setting `name` came from."""
        return next(s.origin for s in self.settings if s.name == name)

    def rank(self, name: str) -> int:
        """Return the place that the value came from: 0 a flag, 1 the environment, 2 the file, 3 the defaults."""
        origin = self.origin(name)
        marks = ("--", "BRIEFING_", FILE_NAME)
        return next((rank for rank, mark in enumerate(marks) if origin.startswith(mark)), len(marks))


def resolve(flags: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Settings:
    """Return every setting with its origin.

    A flag counts as given where its value is not None (nor an empty list). Raises SettingsError where a value
    cannot be used, naming the flag, the variable or the line of the file.
    """
    written, lines = _read_file(folder / FILE_NAME)
    out = []
    for name, (read, default) in FIELDS.items():
        variable = f"BRIEFING_{name.upper()}"
        candidates: list[tuple[object, str]] = []
        if flags.get(name) not in (None, [], ()):
            candidates.append((flags[name], f"--{name.replace('_', '-')}"))
        if environ.get(variable):
            candidates.append((environ[variable], variable))
        if name in written:
            candidates.append((written[name], f"{FILE_NAME}:{lines.get(name, 1)}"))
        if not candidates:
            out.append(Setting(name, default, "default"))
            continue
        value, origin = candidates[0]
        try:
            out.append(Setting(name, read(value), origin))
        except ValueError as expected:
            raise SettingsError(f"{origin}: {name} is {value!r}, but should be {expected}.") from expected
    return Settings(tuple(out))


def _read_file(path: Path) -> tuple[dict[str, object], dict[str, int]]:
    """Return the keys of a settings file and the line of each; nothing where there is no file."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}, {}
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path.name} cannot be read: it is not in UTF-8.", "Save it again with that encoding."
        ) from error
    except OSError as error:
        raise SettingsError(
            f"{path.name} cannot be read: {error.strerror}.", "Check it, or move it away."
        ) from error
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Not of tomllib itself: a number of thousands of digits, or lists in lists without end.
        problem = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a value is far too large"
        raise SettingsError(
            f"{path.name} is not valid TOML: {problem}.", 'A line reads like: title = "Weekly"'
        ) from error
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line):
            lines.setdefault(found[1].replace("-", "_"), number)
    values = {key.replace("-", "_"): value for key, value in values.items()}
    for key in values:
        if key not in FIELDS:
            near = difflib.get_close_matches(key, FIELDS, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(FIELDS)}."
            raise SettingsError(f"{path.name}:{lines.get(key, 1)}: there is no setting {key!r}.", hint)
    return values, lines
