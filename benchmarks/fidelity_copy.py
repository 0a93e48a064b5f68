"""Do figures, dates and names come through exactly? The check of one translation, and the counts over many.

Figures are compared by value (1.200,5 is 1,200.5; 2,5 miljard is 2.5 billion or 2,500 million), dates and times by
what they mean, names letter for letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.fidelity_samples import Fact, Sample
from briefing.translate.typography import normalise

SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
GROUPS = {
    "numbers": ("number", "few", "decimal", "amount", "percent", "time"),
    "dates": ("date", "day", "month"),
    "names": ("person", "place"),
}

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
_SMALL += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPOKEN = {word: n for n, word in enumerate(_SMALL, 1) if n > 1}  # "one" is mostly a pronoun
_SPOKEN |= {ten: 10 * n for n, ten in enumerate(_TENS, 2)}
_SPOKEN |= {
    f"{ten}-{one}": 10 * n + k for n, ten in enumerate(_TENS, 2) for k, one in enumerate(_SMALL[:9], 1)
}
_SPOKEN_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_SPOKEN, key=len, reverse=True))})\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?P<sign>[€$]\s?|EUR\s|USD\s)?(?<![\d.,])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![.,]?\d)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(SCALES)})\b)?(?P<unit>\s?%|[\s-](?:per cent|percent|euros?|(?:US )?dollars?)\b)?"
)
_UNITS = {"€": ("€", "EUR", "euro"), "$": ("$", "USD", "dollar"), "%": ("%", "cent")}
_CLOCK = re.compile(
    r"(?<![\d.,€$])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?:\s?(?P<half>[ap])\.?m\b\.?| in the (?P<part>morning|afternoon|evening))?(?!\d)"
)


@dataclass(frozen=True)
class Figure:
    """A number of an English text: its value with million and billion multiplied in, and €, $, % or nothing."""

    value: Decimal
    unit: str


def figures(english: str) -> list[Figure]:
    """Return the numbers of a text as an English reader reads them: 1,250 and 1250 are the same, 1.250 is not."""
    found = []
    for match in _FIGURE.finditer(english):
        value = Decimal(match["figure"].replace(",", "")) * SCALES.get(match["scale"] or "", 1)
        said = (match["sign"] or "") + (match["unit"] or "")
        unit = next((u for u, words in _UNITS.items() if any(w in said for w in words)), "")
        found.append(Figure(value, unit))
    return found


def check(sample: Sample, english: str) -> tuple[list[Fact], list[Figure]]:
    """Return the facts that did not come through; where none is lost, the figures that no fact accounts for."""
    text = normalise(english)
    lost = [f for f in sample.facts if f.kind in GROUPS["names"] and not _named(f.dutch, text)]
    for fact in sample.facts:
        if fact.kind in GROUPS["names"]:
            text = text.replace(fact.dutch, "", 1)
    for fact in (f for f in sample.facts if f.kind in (*GROUPS["dates"], "time")):
        span = _clock(fact, text) if fact.kind == "time" else _calendar(fact, text)
        if span is None:
            lost.append(fact)
        else:
            text = f"{text[: span[0]]} {text[span[1] :]}"
    written = figures(text)
    spoken = figures(_SPOKEN_WORD.sub(lambda w: str(_SPOKEN[w[0].lower()]), text))
    wanted = [f for f in sample.facts if f.kind in GROUPS["numbers"] and f.kind != "time"]
    lost += [fact for fact in wanted if not any(_same(fact, figure) for figure in spoken)]
    known = {fact.value for fact in wanted}
    return lost, [] if lost else [figure for figure in written if figure.value not in known]


def _named(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(normalise(name))}(?!\w)", text) is not None


def _same(fact: Fact, figure: Figure) -> bool:
    unit = {"amount": fact.unit, "percent": "%"}.get(fact.kind, "")
    return fact.value == figure.value and unit in ("", figure.unit)


def _clock(fact: Fact, text: str) -> tuple[int, int] | None:
    for match in _CLOCK.finditer(text):
        hour, half = int(match["hour"]), match["half"] or {"morning": "a"}.get(match["part"], match["part"])
        if half is None and match["minute"] is None and "o'clock" not in text[match.end() : match.end() + 8]:
            continue
        if half is not None and (hour <= 12 or half == "a"):  # 21.00 am is no time
            hour = hour % 12 + (0 if half == "a" else 12)
        if hour * 60 + int(match["minute"] or 0) == fact.value:
            return match.span()
    return None


def _calendar(fact: Fact, text: str) -> tuple[int, int] | None:
    month, year, weekday = (*fact.english, "")[:3]
    day, nth = int(fact.value), "(?:st|nd|rd|th)?"
    if weekday and weekday not in text:
        return None
    both_ways = rf"(?<![\d.,])(?:{day}{nth}(?: of)? {month}|{month} (?:the )?{day}{nth}(?!\d))"
    said = both_ways if day else month
    match = re.search(rf"{said},?(?: of)? {year}\b" if year else rf"{said}\b", text)
    return match.span() if match else None


@dataclass(frozen=True)
class Tally:
    """Counts over many sentences: facts asked for and come through by kind, whole sentences with a figure added."""

    asked: Counter[str]
    right: Counter[str]
    invented: int
    failures: tuple[str, ...]


def tally(made: Sequence[Sample], english: Sequence[str]) -> Tally:
    """Return the counts, and a readable line for each sentence that failed."""
    asked: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    invented = 0
    failures = []
    for sample, text in zip(made, english, strict=True):
        missing, extra = check(sample, text)
        asked.update(fact.kind for fact in sample.facts)
        lost.update(fact.kind for fact in missing)
        invented += bool(extra)
        if missing or extra:
            reasons = [f"lost {fact.kind} {fact.dutch}" for fact in missing]
            reasons += [f"invented {figure.value:f}{figure.unit}" for figure in extra]
            failures.append(f"{'; '.join(reasons)}\n    nl {sample.dutch}\n    en {text}")
    return Tally(asked, asked - lost, invented, tuple(failures))
