"""The memo's fixed words: names of sections, reasons for flags, fields for the analyst, yardsticks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.errors import UsageError
from briefing.memo.types import TermRow, ThemeGroup
from briefing.translate.types import Flag, TermOutcome, Translation

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")

# Name on the command line -> heading, in the memo's order.
SECTIONS: dict[str, str] = {
    "bottom-line": "Bottom line up front",
    "key-points": "Key points",
    "developments": "Developments by theme",
    "timeline": "Timeline",
    "positions": "Positions",
    "disagreements": "Figures that differ between sources",
    "terms": "Terms used",
    "sources": "Sources",
    "method": "Method and limits",
    "assessment": "Analyst’s assessment",
    "annex": "Annex A: the articles in the original and in English",
}
YARDSTICK_TITLE = "Annex B: yardsticks of likelihood and confidence"

_SHORT = 24  # rows of a table that fits on a page with its heading
_ALIASES = {
    "bluf": "bottom-line",
    "bottom-line-up-front": "bottom-line",
    "keypoints": "key-points",
    "themes": "developments",
    "speakers": "positions",
    "glossary": "terms",
    "limits": "method",
    "analyst": "assessment",
}

# The letter of an anchor -> what it stands for in the annex.
PLACES: dict[str, str] = {
    "B": "bottom line",
    "K": "key point",
    "D": "development",
    "T": "timeline",
    "P": "position",
    "X": "differing figure",
}

_REASONS: dict[Flag, str] = {
    Flag.NUMBER: "numbers or dates differ from the original",
    Flag.REPETITION: "words are repeated that the original does not repeat",
    Flag.LENGTH: "much longer or shorter than the original",
    Flag.UNTRANSLATED: "words are left in Dutch, or are none",
    Flag.NAME: "a name of the original is missing",
    Flag.NEGATION: "a negation has appeared or vanished",
    Flag.TERM: "a glossary term is missing",
    Flag.FORBIDDEN: "a rendering that the glossary forbids",
    Flag.CUT: "the sentence is cut off",
    Flag.LOW_SCORE: "the model is unsure of this sentence",
    Flag.MEANING: "the English may not say what the Dutch says",
}

LANGUAGES: dict[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
}

# What the analyst fills in: name, what it asks for.
ANALYST_FIELDS: tuple[tuple[str, str], ...] = (
    ("Assessment", "What this means, in your own words"),
    ("Likelihood", "Choose a word of the yardstick"),
    ("Confidence", "High, moderate or low, and why"),
    ("Reviewer", "Name, date"),
)
OPENING_NOTE = "A title in quotation marks is the opening of an article that has none."
DISPUTE_NOTE = "Different figures for the same word. The program does not know whether they count the same thing: compare the sentences."
ANALYST_NOTE = (
    "For the analyst to fill in. The program takes sentences out of sources; it judges nothing and leaves these "
    "fields empty."
)

# PHIA Probability Yardstick, Professional Head of Intelligence Assessment, United Kingdom (2018).
PHIA: tuple[tuple[str, str], ...] = (
    ("Remote chance", "up to about 5%"),
    ("Highly unlikely", "about 10% to 20%"),
    ("Unlikely", "about 25% to 35%"),
    ("Realistic possibility", "about 40% to just under 50%"),
    ("Likely or probable", "about 55% to 75%"),
    ("Highly likely", "about 80% to 90%"),
    ("Almost certain", "about 95% or more"),
)
# Intelligence Community Directive 203, Analytic Standards (United States, 2 January 2015), section D.6.e.2.
ICD_203: tuple[tuple[str, str], ...] = (
    ("Almost no chance, remote", "1% to 5%"),
    ("Very unlikely, highly improbable", "5% to 20%"),
    ("Unlikely, improbable", "20% to 45%"),
    ("Roughly even chance, roughly even odds", "45% to 55%"),
    ("Likely, probable", "55% to 80%"),
    ("Very likely, highly probable", "80% to 95%"),
    ("Almost certain, nearly certain", "95% to 99%"),
)
YARDSTICKS = (
    ("PHIA probability yardstick (United Kingdom)", PHIA),
    ("ICD 203 (United States)", ICD_203),
)
CONFIDENCE_NOTE = (
    "Confidence is not likelihood: it says how well founded the judgement is (number, quality and agreement of the "
    "sources), and is stated as high, moderate or low. ICD 203 advises against a confidence level and a degree of "
    "likelihood in the same sentence."
)


def section_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return the sections that `names` mean, in the memo's order; UsageError for a name that is none."""
    asked = set()
    for name in names:
        key = "-".join(name.strip().lower().replace("_", " ").split())
        key = _ALIASES.get(key, key)
        if key not in SECTIONS:
            raise UsageError(
                f"There is no section “{name.strip()}”.", f"Sections are: {', '.join(SECTIONS)}."
            )
        asked.add(key)
    return tuple(name for name in SECTIONS if name in asked)


def reasons(translation: Translation) -> tuple[str, ...]:
    """Return, for each flag of the sentence, what failed in words a reader understands."""
    return tuple(_reason(flag, translation) for flag in translation.flags)


def _reason(flag: Flag, translation: Translation) -> str:
    missed = [
        f"“{use.nl}” should be “{use.en}”" for use in translation.terms if use.status is TermOutcome.MISSED
    ]
    if flag is Flag.TERM and missed:
        return "glossary: " + ", ".join(dict.fromkeys(missed))
    if flag is Flag.NUMBER:
        return _numbers(translation.sentence.text, translation.english)
    return _REASONS[flag]


def _numbers(original: str, english: str) -> str:
    """Return which figures stand in one of the texts alone; 250.000 and 250,000 are one figure."""
    ours, theirs = ({re.sub(r"\D", "", f): f for f in _FIGURE.findall(text)} for text in (original, english))
    alone = [figure for digits, figure in ours.items() if digits not in theirs]
    new = [figure for digits, figure in theirs.items() if digits not in ours]
    if not alone and not new:
        return _REASONS[Flag.NUMBER]
    sides = [f"{listing(alone)} in the original"] * bool(alone) + [f"{listing(new)} in the English"] * bool(
        new
    )
    return f"numbers: {', '.join(sides)}"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return `1 article`, `1,200 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listing(words: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


# Words of a line, each with the anchor that it leads to, or nothing.
Linked = list[tuple[str, str]]


def see_above(anchors: Sequence[str]) -> Linked:
    """Return `See also the bottom line and key points 3 and 7.`, for what a theme has above its own sentences."""
    return [("See also ", ""), *_places(anchors, " and "), (".", "")]


def also_above(themes: Sequence[ThemeGroup]) -> Linked:
    """Return where the themes stand that have no sentence of their own, nothing where each has one.

    `Also above: missiles (key points 3 and 4), Patriot (the bottom line, key point 1).`
    """
    said: Linked = []
    for theme in themes:
        if not theme.entries:
            said += [(f"{', ' if said else ''}{theme.label} (", ""), *_places(theme.above, ", "), (")", "")]
    opening = "Also above: " if any(theme.entries for theme in themes) else "Above: "
    return [(opening, ""), *said, (".", "")] if said else []


def _places(anchors: Sequence[str], joint: str) -> Linked:
    """Return `the bottom line and key points 3 and 7`, with `joint` between the two."""
    points = [anchor for anchor in anchors if anchor.startswith("K")]
    first = next((anchor for anchor in anchors if anchor not in points), "")
    parts = [("the bottom line", first)] if first else []
    if points:
        parts.append((f"{joint if first else ''}key point{'s' if len(points) > 1 else ''} ", ""))
    for place, anchor in enumerate(points):
        if place:
            parts.append((" and " if place == len(points) - 1 else ", ", ""))
        parts.append((anchor[1:], anchor))
    return parts


def split_terms(terms: Sequence[TermRow]) -> tuple[list[TermRow], list[TermRow]]:
    """Return the terms to list in a table, and those that a line is enough for: met once, and kept.

    A short list is not split.
    """
    if len(terms) <= _SHORT:
        return list(terms), []
    plain = [t for t in terms if t.count == t.kept == 1]
    return [t for t in terms if t not in plain], plain
