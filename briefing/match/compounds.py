"""Terms inside longer compounds: found where the whole word can be read as known words, never as a substring.

A word is cut into as few parts as possible (after Koehn and Knight 2003, who choose by frequency): dictionary
words and the glossary's own, joined by nothing or by a linking -s-, -e-, -en-, -n-. A word that the dictionary
holds is one part and is left alone, so that there is no `site` in `website` and no `raad` in `raadsel`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.match import lemmas
from briefing.match.wordlist import word_list

LINKS = ("", "s", "en", "e", "n")
MIN_TERM = 4
# Short words that do stand in compounds; other words of fewer than four letters make chance readings
# (`com`, `pro`, `sel` are not in the dictionary, `lap`, `lat`, `das` are).
SHORT = frozenset(
    word_list(
        "wet eis top lid weg bom gas zee mijn arm land nood hulp wapen plan zorg zaak dag tijd norm pact hof raad"
    )
    + word_list(
        "lijst fase deal man los kop punt tank kern doel rol bod steun taak paar pas post test ton vlag web app"
    )
    + word_list("olie euro anti auto fonds leer dienst vorm week jaar maand rechter groep partij")
)
# Endings and beginnings that are words by chance: `wetenschap` is no shelf of knowing.
AFFIXES = frozenset(
    word_list(
        "schap heid ster baar loos achtig lijk teit ment eren eerde erij isme ist eur age ade ant ent ing end"
    )
    + word_list(
        "ver ont her bij pro com con per sub des dis mis inter onder over door voor aan tegen mede toe wan uit"
    )
    + word_list("ties tie sie heden daad elen eren aten ingen aars ers sters den ten len nen ren sen")
)
# In a word that the dictionary holds, a part counts only if both halves are this long: `sanctiebeleid` shows its
# parts, `bestanddeel`, `godsdienst` and `tankstation` have grown into one.
_CLEAR_TERM, _CLEAR_REST = 6, 6
_MAX_LENGTH = 60  # `meervoudigepersoonlijkheidsstoornis` has 35 letters


@dataclass(frozen=True, slots=True)
class Part:
    """A range of a word that is one of the glossary's forms."""

    start: int
    end: int


def parts(word: str, is_term: Callable[[str], bool]) -> tuple[Part, ...]:
    """Return where forms of the glossary stand as parts of the folded compound `word`, left to right.

    `is_term` says whether a string is one of the glossary's forms. Empty where the word is no compound, or has
    a reading of fewer parts without the term.
    """
    size = len(word)
    if size < MIN_TERM + 3 or size > _MAX_LENGTH or not word.isalpha():
        return ()
    whole = lemmas.known(word)
    best: list[tuple[int, int, int, tuple[Part, ...]] | None] = [None] * (size + 1)
    best[0] = (0, 0, 0, ())
    for end in range(3, size + 1):
        for start in range(end - 2):
            before = best[start]
            if before is None or (start == 0 and end == size):
                continue
            piece = word[start:end]
            for link in LINKS:
                if link and (not piece.endswith(link) or end == size or len(piece) - len(link) < 3):
                    continue
                stem = piece[: len(piece) - len(link)]
                term = len(stem) >= MIN_TERM and is_term(stem)
                if not term and not _word(stem):
                    continue
                found = (*before[3], Part(start, start + len(stem))) if term else before[3]
                cost = (before[0] + 1, before[1] - (len(piece) if term else 0), before[2] + len(stem))
                now = best[end]
                if now is None or cost < now[:3]:
                    best[end] = (*cost, found)
    reading = best[size]
    if reading is None or not reading[3]:
        return ()
    if whole and (reading[0] > 2 or not all(_clear(part, word) for part in reading[3])):
        return ()
    return reading[3]


def count(word: str) -> int:
    """Return the number of parts of the shortest reading of a folded word as a compound; 0 where there is none."""
    best = {0: 0}
    for end in range(3, len(word) + 1):
        for start in range(end - 2):
            if start in best and (start, end) != (0, len(word)):
                piece = word[start:end]
                stems = {piece} | {piece.removesuffix(link) for link in LINKS if link and end < len(word)}
                if any(len(stem) >= 3 and _word(stem) for stem in stems):
                    best[end] = min(best.get(end, len(word)), best[start] + 1)
    return best.get(len(word), 0)


def _clear(part: Part, word: str) -> bool:
    length, after = part.end - part.start, word[part.end :]
    if length < _CLEAR_TERM:
        return False
    # A linking -s- behind the term shows the joint: `bestandslijn`.
    return len(word) - length >= _CLEAR_REST or (part.start == 0 and after.startswith("s") and len(after) > 3)


def _word(stem: str) -> bool:
    if stem in AFFIXES:
        return False
    if len(stem) < 4:
        return stem in SHORT
    return lemmas.known(stem)
