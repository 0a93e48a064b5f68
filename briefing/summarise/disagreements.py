"""Disagreements: sources that give different numbers of one thing, listed rather than settled."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.summarise.pool import Line, Pool
from briefing.summarise.quantities import Quantity, find_quantities
from briefing.summarise.redundancy import likeness
from briefing.summarise.text import stemmer, stems, tokens
from briefing.summarise.types import Disagreement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# From which figures of one noun are compared whatever else their clauses say: small ones count many things of a name
# (four systems, ten systems), large ones are of a kind that sources differ on (troops, money, tonnes).
LARGE = 1000
MAX_SUBJECTS = 8
MAX_SOURCES = 3  # shown for one value; more add nothing
MAX_VALUES = 6  # more values than that are no disagreement but different things that share a noun
# Words by which a clause tells what should be, not what is.
_WANTED = re.compile(
    r"\b(?:wil|willen|wilde|wilden|moet|moeten|moest|moesten|eis\w*|nodig|vraagt|vragen|vroeg|zou|zouden|wenst|verlangt|pleit\w*|extra"
    r"|want\w*|must|should|would|needs?|needed|demand\w*|ask\w*|call\w* for|require\w*|additional|more)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:()–—\"“”„«»](?!\d)")


@dataclass(frozen=True, slots=True)
class _Count:
    line: int
    article: int
    values: tuple[float, ...]
    bounds: tuple[float, float]
    written: str  # in English
    original: str
    about: frozenset[str]  # the other words of content of its clause, as stems of either language
    wanted: bool  # of what should be


def disagreements(pool: Pool) -> tuple[Disagreement, ...]:
    """Return the things of which two sources or more give different numbers, the most alike sentences first.

    The thing is the head noun, in the Dutch or in the English, of clauses that share another word of content and tell
    both of what is or both of what is wanted, or of any where both are LARGE (250,000 troops are needed, 10,000 to
    30,000 spoken of); what is shown is the English phrase where the English side has one. Ranges
    that overlap, and a number inside a range (27, almost 30), do not disagree.
    """
    by_head: defaultdict[tuple[str, str], list[_Count]] = defaultdict(list)
    for index, line in enumerate(pool.lines):
        original = line.language if line.translation.english != line.text else "en"
        own = find_quantities(line.text, line.language)
        english = find_quantities(line.translation.english, "en") if original != "en" else ()
        for quantity, twin in _paired(own, english):
            keys = [(line.language, head) for head in quantity.heads]
            keys += [("en", head) for head in (twin.heads if twin else ())]
            written = twin.written if twin else quantity.written if original == "en" else _digits(quantity)
            for key in dict.fromkeys(keys):
                by_head[key].append(
                    _Count(
                        index,
                        line.article,
                        quantity.values,
                        quantity.bounds,
                        written,
                        quantity.written,
                        *_said(line, quantity, twin),
                    )
                )
    found: list[tuple[float, int, Disagreement]] = []
    listed: set[tuple[int, ...]] = set()
    for (language, head), counts in by_head.items():
        differing = _differing(counts)
        if not differing:
            continue
        lines = tuple(sorted(count.line for count in differing))
        if any(set(lines) <= set(other) for other in listed):
            continue
        listed.add(lines)
        alike = max(
            likeness(pool, a.line, b.line) for a in differing for b in differing if a.article < b.article
        )
        values = tuple((count.written, pool.lines[count.line].translation) for count in differing)
        found.append((-round(alike, 9), lines[0], Disagreement(_subject(head, language, differing), values)))
    return tuple(entry for _, _, entry in sorted(found, key=lambda item: item[:2])[:MAX_SUBJECTS])


def _paired(
    own: tuple[Quantity, ...], english: tuple[Quantity, ...]
) -> list[tuple[Quantity, Quantity | None]]:
    """Return each quantity with the English one of the same value, or None."""
    left = list(english)
    paired: list[tuple[Quantity, Quantity | None]] = []
    for quantity in own:
        twin = next((other for other in left if other.values == quantity.values), None)
        if twin is not None:
            left.remove(twin)
        paired.append((quantity, twin))
    return paired


def _said(line: Line, quantity: Quantity, twin: Quantity | None) -> tuple[frozenset[str], bool]:
    """Return what the clause of a quantity says beside it, and whether it says what should be."""
    about: set[str] = set()
    clause = _clause(line.text, quantity.written)
    sides = [(line.language, clause, quantity)]
    if twin is not None:
        sides.append(("en", _clause(line.translation.english, twin.written), twin))
    for language, said, counted in sides:
        words = tokens(said)
        about |= {
            f"{language} {stem}"
            for stem in stems(words, language)
            if stem not in counted.heads and not stem[0].isdigit()
        }
    return frozenset(about), _WANTED.search(clause) is not None


def _clause(text: str, phrase: str) -> str:
    """Return the part of a sentence, between commas and the like, in which a phrase stands."""
    place = text.find(phrase)
    if place < 0:
        return text
    start = max((m.end() for m in _BREAK.finditer(text, 0, place)), default=0)
    stop = _BREAK.search(text, place + len(phrase))
    return text[start : stop.start() if stop else len(text)]


def _differing(counts: list[_Count]) -> list[_Count]:
    """Return one count for each article and value that another article's excludes."""
    by_value: dict[tuple[float, ...], dict[int, _Count]] = {}
    for count in counts:
        sources = by_value.setdefault(count.values, {})
        if len(sources) < MAX_SOURCES:
            sources.setdefault(count.article, count)
    if len(by_value) > MAX_VALUES:
        return []
    kept = [count for sources in by_value.values() for count in sources.values()]
    clashing = [a for a in kept if any(_clash(a, b) for b in kept)]
    return sorted(clashing, key=lambda count: count.line)


def _clash(a: _Count, b: _Count) -> bool:
    """Whether two articles say of one thing what excludes each other."""
    one_thing = a.wanted == b.wanted and bool(a.about & b.about)
    large = min(a.bounds[0], b.bounds[0]) >= LARGE
    return (one_thing or large) and a.article != b.article and _exclude(a.bounds, b.bounds)


def _exclude(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[1] < b[0] or b[1] < a[0]


def _digits(quantity: Quantity) -> str:
    """Return the numbers alone, where the English side lost the noun."""
    return " to ".join(f"{value:,.10g}" for value in quantity.values)


def _subject(head: str, language: str, counts: list[_Count]) -> str:
    """Return what is counted: the word whose stem they share, in English where one phrase has its English."""
    stem = stemmer(language)
    for count in counts:
        for word in tokens(count.written if language == "en" else count.original):
            if stem(word.lower()) == head:
                english = next((c.written for c in counts if c.written[-1].isalpha()), "")
                return word if language == "en" or not english else english.split()[-1]
    return head
