"""Times of day: a model that turns 18.00 uur into 5pm is put right by rule."""

from __future__ import annotations

import re

from briefing.translate import spoken_clock

_DUTCH = re.compile(
    r"(?<![\d.,:])(\d{1,2})[.:](\d{2})(?=(?:\s?(?:tot|en|of|-|–)\s?\d{1,2}[.:]\d{2})?\s?u(?:ur|\.)?(?!\w))"
)
_ENGLISH = re.compile(r"(?<![\d.,:])(\d{1,2})(?:([.:])(\d{2}))?(\s?)([ap])(?=\.?m\b)")

# No hour of the afternoon has a half of the day beside it (14.00 a.m.).
_TWICE = re.compile(r"(?<![\d.,:])((?:1[3-9]|2[0-4])[.:]\d{2})\s?[ap](?:\.m\.(?=[,;:]| [a-z])|\.?m\b)")
# In a heading the last full stop goes (5.42 p.m), and Dutch writes 09.15.
_HALF = re.compile(r"(?<=\d)(\s?[ap])\.m(?![.\w])")
_ZERO = re.compile(r"(?<![\d.,:])0(?=\d[.:]\d{2}\s?[ap]\.?m\b)")


def mended(dutch: str, english: str) -> str:
    """Return `english` with its times of day (5pm, 5.15 p.m.) as the Dutch has them (17.00 uur, 17.15 uur).

    Times that agree are left alone, the others are put right in their order. Where one text has more times than the
    other, nothing is changed but what no clock says (14.00 a.m. becomes 14.00) or no one writes (09.15 p.m). So are
    times in words.
    """
    english = spoken_clock.mended(dutch, _TWICE.sub(r"\1", _agreeing(dutch, english)))
    return _ZERO.sub("", _HALF.sub(r"\1m", english))


def _agreeing(dutch: str, english: str) -> str:
    said = [(int(t[1]), int(t[2])) for t in _DUTCH.finditer(dutch)]
    heard = list(_ENGLISH.finditer(english))
    if not said or len(said) != len(heard) or any(hour > 24 or minute > 59 for hour, minute in said):
        return english
    wrong = []
    for found in heard:
        if (value := _value(found)) in said:
            said.remove(value)
        else:
            wrong.append(found)
    for found, (hour, minute) in reversed(list(zip(wrong, said, strict=True))):
        minutes = f"{found[2] or '.'}{minute:02}" if minute or found[2] else ""
        half = "p" if 12 <= hour < 24 else "a"
        time = f"{(hour - 1) % 12 + 1}{minutes}{found[4]}{half}"
        english = english[: found.start()] + time + english[found.end() :]
    return english


def _value(found: re.Match[str]) -> tuple[int, int]:
    return int(found[1]) % 12 + (12 if found[5] == "p" else 0), int(found[3] or 0)
