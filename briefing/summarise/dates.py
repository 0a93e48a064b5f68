"""Dates in a sentence, resolved against the date of its article, and never further than that date allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from briefing.article import PartialDate
from briefing.match.tokens import ALIKE_WITHOUT_CASE
from briefing.summarise.calendar_words import DAY_OFFSETS, NUMERALS, SHIFTS, UNITS, WEEKDAYS, patterns
from briefing.summarise.outlook import Outlook, Way, outlook

_ONE_DAY = timedelta(days=1)
_ONE_WEEK = timedelta(days=7)
_WEEKEND = 5  # Saturday, counted from Monday
# A date this near to its article is meant though the verb, which leaves a doubt, says otherwise: it stays open.
# A quarter, beyond which news speaks of the year that its verb looks to.
_NEAR = timedelta(days=92)
_NEXT_TO_COME = frozenset(("komend", "komende", "aanstaande", "coming"))
_UNCLEAR = "whether this is before or after the article is not clear"


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression of time as it is written, what it means or None, and a note where that needs one."""

    expression: str
    date: PartialDate | None
    note: str = ""
    start: int = 0


def find_dates(text: str, anchor: PartialDate | None, language: str) -> tuple[Mention, ...]:
    """Return the dates that `text` names, in the order of the text; `anchor` is the date of its article.

    A weekday, and a day or month without a year, lies where the verb of its clause looks (`outlook`). Where that is
    not clear, a weekday stays unresolved and the note says so; a day or month takes the year that brings it nearest to
    the article, none where two are as near. Days and weeks relative to an article that is known to the month only stay
    unresolved, and the note says so; months and years do not. A week is given as its month where it lies within one,
    else its year, and the note names its Monday. Languages other than Dutch and English have no dates.
    """
    if language not in WEEKDAYS:
        return ()
    found: list[Mention] = []
    covered = bytearray(len(text))
    for match, mention in _mentions(text, anchor, language):
        start, end = match.span()
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mentions(
    text: str, anchor: PartialDate | None, language: str
) -> Iterator[tuple[re.Match[str], Mention]]:
    """Yield matches from the most to the least specific kind of expression."""
    kinds = patterns(language)
    plain = text.translate(ALIKE_WITHOUT_CASE)
    for kind, read in (
        (kinds.absolute, _absolute),
        (kinds.month, _month),
        (kinds.ago, _ago),
        (kinds.ahead, _ahead),
        (kinds.weekday, _weekday),
        (kinds.unit, _unit),
        (kinds.day, _day),
        (kinds.year, _year),
    ):
        for match in kind.finditer(plain):
            try:
                when, note = read(match, anchor, language)
            except (OverflowError, ValueError):  # the day before the first of the year 1
                when, note = None, "no such day"
            yield match, Mention(text[match.start() : match.end()].strip(), when, note, match.start())


_Result = tuple[PartialDate | None, str]


def _unknown(anchor: PartialDate | None) -> str:
    if anchor is None:
        return "the article is undated"
    return f"the article is dated to the {'month' if anchor.month else 'year'} only ({anchor})"


def _day_of(anchor: PartialDate | None) -> date | None:
    return anchor.first if anchor is not None and anchor.day is not None else None


def _absolute(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    groups = match.groupdict()
    if groups["numeric"]:
        return _parsed(match.group(), language), ""
    day, month = groups["day"] or groups["day2"], groups["month"] or groups["month2"]
    year = groups["year"] or groups.get("year2")
    if year:
        return _parsed(f"{day} {month} {year}", language), ""
    if anchor is None:
        return None, "the article is undated, so that the year is unknown"
    around = range(anchor.year - 1, anchor.year + 2)
    options = [p for y in around if (p := _parsed(f"{day} {month} {y}", language))]
    if groups["weekday"]:
        wanted = WEEKDAYS[language].index(groups["weekday"].lower())
        options = [p for p in options if p.first.weekday() == wanted] or options
    nearest = {
        min(options, key=lambda option: abs(option.first - day))
        for day in (anchor.first, anchor.last)
        if options
    }
    if not nearest:
        return None, "no such day"
    looks = outlook(match.string, match.start(), match.end(), language)
    return _placed(options, nearest.pop() if len(nearest) == 1 else None, anchor, looks)


def _placed(
    options: Sequence[PartialDate], nearest: PartialDate | None, anchor: PartialDate, looks: Outlook
) -> _Result:
    """Return which of the `options`, one for each year around the article, its clause means; `nearest` where that is open."""
    if looks.way is Way.AHEAD:
        meant = next((option for option in options if option.last >= anchor.first), None)
    elif looks.way is Way.BACK:
        meant = next((option for option in reversed(options) if option.first <= anchor.last), None)
    else:
        meant = nearest
    if meant is None:
        return None, f"{_unknown(anchor) if anchor.day is None else _UNCLEAR}, so that the year is unknown"
    if nearest not in {None, meant} and not looks.sure and abs(nearest.first - anchor.first) < _NEAR:
        return None, _UNCLEAR
    return meant, ""


@lru_cache(maxsize=4096)
def _parsed(text: str, language: str) -> PartialDate | None:
    """Return a full date as dateparser reads it, None where there is no such day."""
    import dateparser

    order = "MDY" if language == "en" and "/" in text else "DMY"
    settings = {"DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    found = dateparser.parse(text, languages=[language], settings=settings)
    return PartialDate.of(found.date()) if found is not None else None


def _month(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    groups = match.groupdict()
    name = groups["month"] or groups["named"]
    first = _parsed(f"1 {name} {groups['year'] or groups['known'] or 2000}", language)
    if first is None or first.month is None:
        return None, "no such month"
    year = groups["year"] or groups["known"]
    if year:
        return PartialDate(int(year), first.month), ""
    if anchor is None or anchor.month is None:
        return None, f"{_unknown(anchor)}, so that the year is unknown"
    options = [PartialDate(anchor.year + years, first.month) for years in (-1, 0, 1)]
    distance = (first.month - anchor.month + 6) % 12 - 6  # nearest of the years around: -6..5 months away
    nearest = None if distance == -6 else _shifted_month(anchor, distance)
    group = "month" if groups["month"] else "named"
    looks = outlook(match.string, match.start(group), match.end(group), language)
    return _placed(options, nearest, anchor, looks)


def _year(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:  # noqa: ARG001
    return PartialDate(int(match["year"])), ""


def _day(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    base = _day_of(anchor)
    if base is None:
        return None, _unknown(anchor)
    return PartialDate.of(base + DAY_OFFSETS[language][match["word"].lower()] * _ONE_DAY), ""


def _weekday(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    """Resolve a weekday: on the article's own weekday it is that day, else where its clause looks, or open."""
    base = _day_of(anchor)
    if base is None:
        return None, _unknown(anchor)
    wanted = WEEKDAYS[language].index(match["weekday"].lower())
    shifts = SHIFTS[language]
    week = match["week"] or match["after"]
    if week:
        monday = base - base.weekday() * _ONE_DAY + shifts[week.lower()] * _ONE_WEEK
        return PartialDate.of(monday + wanted * _ONE_DAY), ""
    back = (base.weekday() - wanted) % 7
    forward = (wanted - base.weekday()) % 7
    shift = shifts.get((match["shift"] or "").lower())
    if shift == -1 or match["last"]:
        return PartialDate.of(base - (back or 7) * _ONE_DAY), ""
    if shift == 1:
        return PartialDate.of(base + (forward or 7) * _ONE_DAY), ""
    way = outlook(match.string, match.start(), match.end(), language).way if back else Way.AHEAD
    if way is Way.OPEN:
        return None, _UNCLEAR
    return PartialDate.of(base + forward * _ONE_DAY if way is Way.AHEAD else base - back * _ONE_DAY), ""


def _unit(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    shift = SHIFTS[language][match["shift"].lower()]
    unit = match["unit"].lower()
    if unit == "weekend" and match["shift"].lower() in _NEXT_TO_COME and anchor and anchor.day:
        shift = int(anchor.first.weekday() >= _WEEKEND)  # the one of this week, unless it has begun
    return _moved(anchor, shift, {"weekend": "weekend", "week": "week"}.get(unit) or UNITS[language][unit])


def _ago(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    return _moved(anchor, -_count(match["count"], language), UNITS[language][match["unit"].lower()])


def _ahead(match: re.Match[str], anchor: PartialDate | None, language: str) -> _Result:
    count, unit = _count(match["count"], language), UNITS[language][match["unit"].lower()]
    when, note = _moved(anchor, count, unit)
    if when is None or match["how"].lower() not in {"binnen", "within"}:
        return when, note
    return when, f"at the latest; {note}" if note else "at the latest"


def _count(word: str, language: str) -> int:
    return int(word) if word.isdigit() else NUMERALS[language].index(word.lower()) + 1


def _moved(anchor: PartialDate | None, count: int, unit: str) -> _Result:
    """Return the anchor moved by `count` units, as precise as the unit."""
    if anchor is None:
        return None, _unknown(anchor)
    if unit == "year":
        return PartialDate(anchor.year + count), ""
    if unit == "month":
        return (_shifted_month(anchor, count), "") if anchor.month else (None, _unknown(anchor))
    base = _day_of(anchor)
    if base is None:
        return None, _unknown(anchor)
    if unit == "day":
        return PartialDate.of(base + count * _ONE_DAY), ""
    monday = base - base.weekday() * _ONE_DAY + count * _ONE_WEEK
    first, last = (
        (monday + _WEEKEND * _ONE_DAY, monday + 6 * _ONE_DAY)
        if unit == "weekend"
        else (monday, monday + 6 * _ONE_DAY)
    )
    name = "weekend" if unit == "weekend" else "week"
    return _common(first, last), f"{name} of {PartialDate.of(first)}"


def _common(first: date, last: date) -> PartialDate | None:
    """Return what two days have in common: their month, their year, or nothing."""
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(first.year, first.month)
    return PartialDate(first.year) if first.year == last.year else None


def _shifted_month(anchor: PartialDate, count: int) -> PartialDate:
    months = anchor.year * 12 + (anchor.month or 1) - 1 + count
    return PartialDate(months // 12, months % 12 + 1)
