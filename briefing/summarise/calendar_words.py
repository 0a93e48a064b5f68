"""The words by which Dutch and English say when, as regular expressions with named groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NUMERALS = {
    "nl": ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}
_MONTHS = {
    "nl": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        r"jan\. feb\. febr\. mrt\. apr\. jun\. jul\. aug\. sep\. sept\. okt\. nov\. dec\.",
    ),
    "en": (
        "January February March April May June July August September October November December",
        r"Jan\. Feb\. Mar\. Apr\. Jun\. Jul\. Aug\. Sep\. Sept\. Oct\. Nov\. Dec\.",
    ),
}
WEEKDAYS = {
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
}
DAY_OFFSETS = {
    "nl": {
        "eergisteren": -2, "gisteren": -1, "gisteravond": -1, "gistermiddag": -1, "gisterochtend": -1, "gisternacht": -1,
        "vandaag": 0, "vanochtend": 0, "vanmorgen": 0, "vanmiddag": 0, "vanavond": 0, "vannacht": 0, "overmorgen": 2,
        "morgen": 1, "morgenavond": 1, "morgenmiddag": 1, "morgenochtend": 1,
    },
    "en": {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
}  # fmt: skip
# What a word before a unit or weekday does to it: -1 the one before, 0 this one, 1 the one after.
SHIFTS = {
    "nl": {
        "vorige": -1, "vorig": -1, "afgelopen": -1, "voorbije": -1, "deze": 0, "dit": 0, "volgende": 1, "volgend": 1, "komende": 1,
        "komend": 1, "aanstaande": 1,
    },
    "en": {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1},
}  # fmt: skip
_PARTS_OF_DAY = {"nl": ("", "ochtend", "morgen", "middag", "avond", "nacht"), "en": ("",)}
UNITS = {
    "nl": {"dag": "day", "dagen": "day", "week": "week", "weken": "week", "maand": "month", "maanden": "month", "jaar": "year", "jaren": "year"},
    "en": {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year"},
}  # fmt: skip
# Weekdays that are no day of this week: a habit, a feast, any one.
_NO_DAY = {
    "nl": r"(?<!\been )(?<!\belke )(?<!\biedere )(?<!\bwitte )(?<!\bgoede )(?<!\bzwarte )(?<!\bblack )",
    "en": r"(?<!\ba )(?<!\bevery )(?<!\beach )(?<!\bgood )(?<!\bblack )(?<!\bbloody )",
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """One expression a kind of date; each has the groups that `dates` reads."""

    absolute: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    weekday: re.Pattern[str]
    day: re.Pattern[str]
    unit: re.Pattern[str]
    ago: re.Pattern[str]
    ahead: re.Pattern[str]


@lru_cache(maxsize=2)
def patterns(language: str) -> Patterns:
    """Return the expressions for `nl` or `en`."""
    full, short = ("|".join(part.split()) for part in _MONTHS[language])
    days = "|".join(WEEKDAYS[language])
    some = _NO_DAY[language]
    shifts = "|".join(SHIFTS[language])
    parts = "|".join(filter(None, _PARTS_OF_DAY[language]))
    count = r"(?P<count>\d{1,3}|" + "|".join(NUMERALS[language]) + ")"
    units = "|".join(sorted(UNITS[language], key=len, reverse=True))
    if language == "nl":
        absolute = (
            rf"\b(?:(?P<weekday>{days})(?:{parts})?,? )?(?P<day>\d{{1,2}}) (?P<month>{full}|{short})(?: (?P<year>\d{{4}}))?(?!\w)"
            r"|\b\d{1,2}-\d{1,2}-(?P<numeric>\d{4})\b"
        )
        month = rf"\b(?:in|sinds|vanaf|tot|begin|eind|half|medio|na) (?P<month>{full})(?: (?P<year>\d{{4}}))?\b|\b(?P<named>{full}) (?P<known>\d{{4}})\b"
        year = r"\b(?:in|sinds|vanaf|tot|begin|eind|medio|na) (?P<year>(?:19|20)\d\d)\b(?![-.,]\d)"
        weekday = (
            rf"\b{some}(?:(?P<shift>{shifts}) )?(?:(?P<week>vorige|volgende|deze) week )?(?P<weekday>{days})"
            rf"(?:{parts})?(?: (?P<after>vorige|volgende|deze) week)?(?P<last> jl\b| jongstleden\b)?\b"
        )
        unit = rf"\b(?P<shift>{shifts}) (?P<unit>week|weekend|maand|jaar)\b"
        ago = rf"\b{count} (?P<unit>{units}) (?:geleden|eerder)\b"
        ahead = rf"\b(?P<how>binnen|over) (?:de )?{count} (?P<unit>{units})\b"
    else:
        absolute = (
            rf"\b(?:(?P<weekday>{days}),? )?(?:(?P<month>{full}|{short}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?(?!\w)"
            rf"|(?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{full}|{short})(?:,? (?P<year2>\d{{4}}))?(?!\w))"
            r"|\b\d{1,2}/\d{1,2}/(?P<numeric>\d{4})\b"
        )
        month = rf"\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id) (?P<month>{full})(?: (?P<year>\d{{4}}))?\b|\b(?P<named>{full}) (?P<known>\d{{4}})\b"
        year = r"\b(?:in|since|from|until|early|late|after) (?P<year>(?:19|20)\d\d)\b(?![-.,]\d)"
        weekday = (
            rf"\b{some}(?:(?P<shift>{shifts}) )?(?:(?P<week>last|next|this) week )?(?P<weekday>{days})(?: (?:morning|afternoon|evening|night))?"
            r"(?: (?P<after>last|next|this) week)?(?P<last>\b)\b"
        )
        unit = rf"\b(?P<shift>{shifts}) (?P<unit>week|weekend|month|year)\b"
        ago = rf"\b{count} (?P<unit>{units}) (?:ago|earlier)\b"
        ahead = rf"\b(?P<how>within|in) (?:the next )?{count} (?P<unit>{units})\b"
    day = rf"\b(?P<word>{'|'.join(sorted(DAY_OFFSETS[language], key=len, reverse=True))})\b"
    flags = re.IGNORECASE
    return Patterns(
        absolute=re.compile(absolute, flags),
        month=re.compile(month, 0 if language == "en" else flags),  # "may" is a verb
        year=re.compile(year, flags),
        weekday=re.compile(weekday, flags),
        day=re.compile(day, flags),
        unit=re.compile(unit, flags),
        ago=re.compile(ago, flags),
        ahead=re.compile(ahead, flags),
    )


@lru_cache(maxsize=2)
def _time_words(language: str) -> frozenset[str]:
    days = [day + part for day in WEEKDAYS[language] for part in _PARTS_OF_DAY[language]]
    full, _ = _MONTHS[language]
    return frozenset(
        [*days, *DAY_OFFSETS[language], *SHIFTS[language], *UNITS[language], "weekend", *full.lower().split()]
    )


def is_time(word: str, language: str) -> bool:
    """Return whether a word of any case says when, alone or in a phrase: *gisteren*, *vorige*, *week*, *Thursday*."""
    return word.lower() in _time_words(language)
