"""Times of day in words: *half zeven* is half past six, *tien over half negen* twenty to nine.

No model of this size is sure of them, and a figure for a figure is wrong: *half zeven* is no half past seven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_HALF_A_DAY = 12 * 60

_HOURS_NL = dict(
    zip("een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(), range(1, 13), strict=True)
)
_HOURS_NL["één"] = 1
_HOURS_EN = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES_EN = {
    "five": 5,
    "ten": 10,
    "quarter": 15,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
}
_MINUTES_NL = {"vijf": 5, "tien": 10}
_COUNTS = {5: "five", 10: "ten", 15: "a quarter", 20: "twenty", 25: "twenty-five"}
_NOON = {"noon": 12, "midday": 12, "midnight": 12}

_HOUR_NL = rf"(?P<hour>{'|'.join(_HOURS_NL)}|1[0-2]|[1-9])(?![\w.,:]*\w)"
# `vijf voor twaalf` is a saying too; behind one of these words it is a time.
_AT = r"(?<=\bom )|(?<=\brond )|(?<=\btegen )|(?<=\bomstreeks )|(?<=\bvanaf )|(?<=\btot )|(?<=\bsinds )"
_DUTCH = re.compile(
    rf"\b(?:(?:(?P<minutes>vijf|tien|5|10)(?: minuten)? (?P<side>voor|over) )?(?P<half>half) ?{_HOUR_NL}"
    rf"|(?P<quarter>kwart) (?P<quarter_side>voor|over) {_HOUR_NL.replace('hour', 'quarter_hour')}"
    rf"|(?:{_AT})(?P<few>vijf|tien|5|10|20)(?: minuten)? (?P<few_side>voor|over) {_HOUR_NL.replace('hour', 'few_hour')})",
    re.IGNORECASE,
)
_HOUR_EN = rf"(?P<hour>{'|'.join((*_HOURS_EN, *_NOON))}|1[0-2]|[1-9])(?![\w.,:]*\d)\b"
# Two figures may be an amount; behind or before one of these they are a time.
_WRITTEN = r"(?P<written>2[0-3]|1?\d)[.:](?P<written_minutes>[0-5]\d)(?![.,]?\d)"
_SURELY = re.compile(r"(?:at|by|until|till|around|from|before|after) $")
_FIGURES = re.compile(r"(\d+)([.:])\d\d")
_HALF_OF_DAY = re.compile(r"\s?[ap]\.?m\b")
_PAST = r"(?P<side>past|after|to|before) "
_ENGLISH = re.compile(
    rf"\b(?:(?:(?:a )?(?P<minutes>{'|'.join(_MINUTES_EN)}|[1-5]?\d)(?: minutes)? {_PAST})?(?P<half>half(?: past|-past)?) "
    rf"{_HOUR_EN}|(?:a )?(?P<few>{'|'.join(_MINUTES_EN)}|[1-5]?\d)(?: minutes)? {_PAST.replace('side', 'few_side')}"
    rf"{_HOUR_EN.replace('hour', 'few_hour')}|{_WRITTEN})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day as it stands in a text: its range, and the minutes since twelve o'clock; None for what no clock says.

    It is not `certain` where it may be another figure.
    """

    start: int
    end: int
    minutes: int | None
    certain: bool = True


def without_same(dutch: str, english: str) -> tuple[str, str] | None:
    """Return both texts without the times in words of the Dutch; None where the English does not have one of them."""
    same, missing, _ = _paired(dutch, english)
    if missing:
        return None
    return _without(dutch, [said for said, _ in same]), _without(english, [heard for _, heard in same])


def mended(dutch: str, english: str) -> str:
    """Return `english` with its times as the Dutch says them in words; as it is where the two have not as many that disagree."""
    _, missing, other = _paired(dutch, english)
    wrong = [time for time in other if time.certain]
    if len(missing) != len(wrong):
        return english
    for said, heard in reversed(list(zip(missing, wrong, strict=True))):
        right = _like(english[heard.start : heard.end], said.minutes or 0)
        english = english[: heard.start] + right + english[heard.end :]
    return english


def _paired(dutch: str, english: str) -> tuple[list[tuple[Time, Time]], list[Time], list[Time]]:
    """Return the times of the Dutch with their like in the English, those that have none there, and the other times of the English.

    Where the Dutch has no time in words nothing is looked for.
    """
    said = list(_dutch(dutch))
    heard = list(_english(english)) if said else []
    same, missing = [], []
    for time in said:
        like = next((other for other in heard if other.minutes == time.minutes), None)
        if like:
            heard.remove(like)
            same.append((time, like))
        else:
            missing.append(time)
    return same, missing, heard


def _dutch(text: str) -> Iterator[Time]:
    for found in _DUTCH.finditer(text):
        if found["half"]:
            minutes = _hour(found["hour"]) * 60 - 30 + _aside(found["minutes"], later=found["side"] == "over")
        elif found["quarter"]:
            minutes = _hour(found["quarter_hour"]) * 60 + (15 if found["quarter_side"] == "over" else -15)
        else:
            minutes = _hour(found["few_hour"]) * 60 + _aside(found["few"], later=found["few_side"] == "over")
        yield Time(*found.span(), minutes % _HALF_A_DAY)


def _english(text: str) -> Iterator[Time]:
    for found in _ENGLISH.finditer(text):
        minutes: int | None
        certain = True
        if found["written"]:
            minutes = int(found["written"]) * 60 + int(found["written_minutes"])
            certain = bool(_SURELY.search(text[: found.start()]) or _HALF_OF_DAY.match(text, found.end()))
        elif found["half"]:
            minutes = None if found["minutes"] else _hour(found["hour"]) * 60 + 30
        else:
            minutes = _hour(found["few_hour"]) * 60 + _aside(
                found["few"], later=found["few_side"] in ("past", "after")
            )
        yield Time(*found.span(), None if minutes is None else minutes % _HALF_A_DAY, certain)


def _hour(word: str) -> int:
    word = word.lower()
    if word.isdecimal():
        return int(word)
    return _HOURS_NL.get(word) or _NOON.get(word) or _HOURS_EN.index(word) + 1


def _aside(minutes: str | None, *, later: bool) -> int:
    """Return the minutes before or, with `later`, after an hour; 0 for none."""
    if not minutes:
        return 0
    word = minutes.lower()
    count = int(word) if word.isdecimal() else _MINUTES_NL.get(word) or _MINUTES_EN[word]
    return count if later else -count


def _like(heard: str, minutes: int) -> str:
    """Return a time as another one is written: 6.30 in figures, in the afternoon where that is, half past six in words."""
    figures = _FIGURES.fullmatch(heard)
    if figures:
        hour = (minutes // 60 - 1) % 12 + 1 + (12 if int(figures[1]) > 12 else 0)
        return f"{hour}{figures[2]}{minutes % 60:02}"
    words = _in_words(minutes)
    return words[0].upper() + words[1:] if heard[0].isupper() else words


def _in_words(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    side, count = ("past", minute) if minute <= 30 else ("to", 60 - minute)
    name = _HOURS_EN[(hour - 1 if side == "past" else hour) % 12]
    return f"{'half' if count == 30 else _COUNTS[count]} {side} {name}"


def _without(text: str, times: Iterable[Time]) -> str:
    for time in sorted(times, key=lambda t: -t.start):
        text = text[: time.start] + text[time.end :]
    return text
