"""What a compound that neither the dictionary nor the corpus has may mean: the renderings of its two parts, side by side.

Dutch writes new nouns as one word (`vastgoedeconoom`), and most of them have never been written before. A word is cut
where both parts are known nouns, the commonest ones where there is a choice (after Koehn and Knight 2003, "Empirical
Methods for Compound Splitting").
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.match import general, lemmas
from briefing.translate import lexicon

_LINKS = ("", "s", "en", "e", "n")
_LEAST = 8  # letters of a compound
_LEAST_FIRST, _LEAST_LAST = 3, 4  # letters of its parts
# Words that as a part of a compound are mostly something else: an ending, a prefix, a part of a longer word.
_NO_PART = frozenset(
    "schap heid ster baar loos achtig lijk teit ment daad ver ont her bij pro con per sub des dis mis inter onder over door "
    "voor aan tegen mede toe wan uit in op af om na ier ing ingen ers aren aar rei kol lei ree tie ties eren".split()
)
_NOUN = 0.3  # share of a word's occurrences in a noun's place from which it is one
_SURE = 0.15  # probability of the likeliest rendering of a common word
_LIKELY = 0.2  # of the probability of the likeliest rendering: what another one has at least
_RENDERINGS = 4  # of each part


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound's base form and its renderings, the likeliest first."""

    dutch: str
    english: tuple[str, ...]


def compound(word: str, nouns: Callable[[str], list[str]]) -> Compound | None:
    """Return what a folded word means as a compound of two nouns; None where it is none, or is known as a whole.

    `nouns` gives the renderings that the dictionary has of a noun.
    """
    if len(word) < _LEAST or not word.isalpha():
        return None
    known = lexicon.load()
    if known.knows(word) or known.knows(lemmas.lemma(word)):
        return None
    best = max(_cuts(word, nouns), key=lambda cut: cut[0], default=None)
    if best is None:
        return None
    _, first, link, last = best
    pairs = itertools.product(_renderings(first, nouns), _renderings(last, nouns))
    return Compound(first + link + last, tuple(f"{one} {two}" for one, two in pairs))


def _cuts(word: str, nouns: Callable[[str], list[str]]) -> Iterator[tuple[tuple[int, int], str, str, str]]:
    """Yield (how common the rarer part is and how short the link, first part, link, lemma of the last part)."""
    for at in range(_LEAST_FIRST, len(word) - _LEAST_LAST + 1):
        tail = word[at:]
        last = next((w for w in dict.fromkeys((tail, lemmas.lemma(tail))) if _renderings(w, nouns)), None)
        if last is None:
            continue
        for link in _LINKS:
            first = word[: at - len(link)]
            if len(first) >= _LEAST_FIRST and word[:at].endswith(link) and _renderings(first, nouns):
                yield (min(_count(first), _count(last)), -len(link)), first, link, last


def _count(word: str) -> int:
    usage = general.load().usage(word)
    return usage.count if usage else 0


def _renderings(word: str, nouns: Callable[[str], list[str]]) -> list[str]:
    """Return the renderings of a noun; none for another word."""
    if word in _NO_PART:
        return []
    found = nouns(word)
    known = lexicon.load()
    _, sure = known.best(word)
    if not found and (not _noun(word) or sure < _SURE):
        return []
    likely = [
        w
        for w, p in sorted(known.renderings(word).items(), key=lambda item: -item[1])
        if p >= _LIKELY * sure and not lexicon.is_function_word(w) and w.isalpha()
    ]
    found = found + likely if found else [lemmas.lemma(w, "en") for w in likely]
    return list(dict.fromkeys(found))[:_RENDERINGS]


def _noun(word: str) -> bool:
    """Whether a common word, or what it is the plural of, mostly stands where nouns do."""
    counts = general.load()
    return any((usage := counts.usage(w)) and usage.noun >= _NOUN for w in (word, lemmas.lemma(word)))
