"""Sentences annotated with terms, from which the model learns to obey a glossary.

After Dinu et al. 2019, "Training Neural Machine Translation to Apply Terminology Constraints" (arXiv 1906.01105): the
wanted English stands beside the Dutch in the source. Part of the annotations give the base form where the sentence has an
inflected one, so that the model learns to inflect (Bergmanis and Pinnis 2021, "Facilitating Terminology Translation with
Target Lemma Annotations"); part put a rendering on both sides that no one would guess, so that it learns to obey.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import simplemma

from briefing.match.english_forms import plural
from briefing.translate.finish import finish
from training.align import Phrase
from training.corpus import Pair

OPEN, MIDDLE, CLOSE = "<t>", "<=>", "</t>"
# The words that no glossary entry begins or ends with.
FUNCTION_WORDS = frozenset(
    (
        "de het een en van ik te dat die in je is niet op aan met als voor had er maar om hem dan zou of wat mijn dit zo "
        "door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu "
        "geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier "
        "wie werd altijd wordt kunnen ons zelf tegen na wil kon niets uw wel waar zijn ze wij we hij was werden geweest "
        "the a an of to in and is was for on that with as by at from be are were has have had it its his her he she they "
        "this not or which will would can could may must been their them we you i but so if than then there also all any "
        "more other such under into only no do did does who what when where out up about after before over him us our my "
        "your me being because while should shall very just"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the annotations of each kind; the rest give the English as it stands."""

    rare: float = 0.20  # an unguessable rendering on both sides, where a noun stands
    base: float = 0.45  # the base form
    english: float = 0.10  # the English on the Dutch side too, as for parts of compounds
    multiword: float = 0.45  # how often the longest phrase of a sentence goes first


class Pool:
    """Nouns and noun phrases met so far, by their number of words, to draw unguessable renderings from."""

    def __init__(self, limit: int = 20_000) -> None:
        self.limit = limit
        self.by_words: dict[int, list[str]] = {}

    def add(self, pair: Pair, phrase: Phrase) -> None:
        """Take up the English of `phrase`, if it is in small letters and stands like a noun."""
        rendering = pair.english[slice(*phrase.english)]
        if rendering.islower() and stands_as_noun(pair.english, phrase.english):
            found = self.by_words.setdefault(min(3, len(rendering.split())), [])
            if len(found) < self.limit:
                found.append(base_form(rendering))

    def draw(self, words: int, rng: random.Random) -> str | None:
        """Return a rendering, half the time of as many words; None from an empty pool."""
        if rng.random() < 0.5:
            words = rng.choice([1, 2, 2, 3])
        found = self.by_words.get(min(3, words))
        return rng.choice(found) if found else None


_BEFORE_NOUNS = frozenset(
    "the a an of in on for with by from this that these those his her its their our my your no any some every each other "
    "many several all between against about under into through two three four five six seven eight nine ten".split()
)
_NOT_NOUNS = ("ed", "ing", "ly")


def stands_as_noun(english: str, span: tuple[int, int]) -> bool:
    """Return whether the words at `span` follow a word that nouns follow and do not end like another part of speech."""
    before = english[: span[0]].split()
    return (
        bool(before) and before[-1].lower() in _BEFORE_NOUNS and not english[: span[1]].endswith(_NOT_NOUNS)
    )


def base_form(rendering: str) -> str:
    """Return the rendering as a glossary would hold it: its last word, or its only one, as a lemma."""
    *before, last = rendering.split(" ")
    if not last.isalpha() or not last.islower():
        return rendering
    if before and (not last.endswith("s") or before[0] in _BEFORE_NOUNS):
        return rendering  # not a noun in the plural, or one that the number before it needs
    lemma = str(simplemma.lemmatize(last, lang="en"))
    return " ".join([*before, lemma]) if lemma.isalpha() and lemma.islower() else rendering


def annotate(
    pair: Pair, found: Sequence[Phrase], pool: Pool, shares: Shares, rng: random.Random
) -> tuple[str, str]:
    """Return Dutch and English of `pair` with one to three of the phrases `found` annotated in the Dutch."""
    ranked = sorted(found, key=lambda p: (-p.words if rng.random() < shares.multiword else 0, rng.random()))
    count = rng.choice([1, 1, 2, 2, 3])
    chosen: list[Phrase] = []
    for phrase in ranked:
        if len(chosen) < count and not any(_overlap(phrase, other) for other in chosen):
            chosen.append(phrase)
    source, target = [], []
    for phrase in chosen:
        surface, standing = pair.dutch[slice(*phrase.dutch)], pair.english[slice(*phrase.english)]
        given = standing
        kind = rng.random()
        noun = kind < shares.rare and stands_as_noun(pair.english, phrase.english)
        drawn = pool.draw(len(standing.split()), rng) if noun else None
        if drawn is not None:
            given = drawn
            many = standing.islower() and standing.endswith("s") and base_form(standing) != standing
            standing = _plural(drawn) if many else drawn
        else:
            if shares.rare <= kind < shares.rare + shares.base:
                given = base_form(given)
            if _only_capital_by_place(pair, phrase) and rng.random() < 0.8:
                given = given[:1].lower() + given[1:]
            if kind > 1 - shares.english:
                surface = given
        source.append((phrase.dutch, f"{OPEN}{surface}{MIDDLE}{given}{CLOSE}"))
        target.append((phrase.english, standing))
    return _replaced(pair.dutch, source), finish(_replaced(pair.english, target), "")


def in_english(pair: Pair, phrase: Phrase) -> tuple[str, str]:
    """Return `pair` with one phrase in English already, not annotated: words that are to be copied."""
    return _replaced(pair.dutch, [(phrase.dutch, pair.english[slice(*phrase.english)])]), pair.english


def _overlap(a: Phrase, b: Phrase) -> bool:
    apart = a.dutch[1] <= b.dutch[0] or b.dutch[1] <= a.dutch[0]
    return not (apart and (a.english[1] <= b.english[0] or b.english[1] <= a.english[0]))


def _only_capital_by_place(pair: Pair, phrase: Phrase) -> bool:
    first = pair.english[slice(*phrase.english)].split()[0]
    dutch = pair.dutch[phrase.dutch[0]]
    common = dutch.islower() or (phrase.dutch[0] == 0 and simplemma.is_known(first.lower(), lang="en"))
    return phrase.english[0] == 0 and first.istitle() and common


def _plural(rendering: str) -> str:
    *before, last = rendering.split(" ")
    return " ".join([*before, plural(last)])


def _replaced(text: str, edits: Sequence[tuple[tuple[int, int], str]]) -> str:
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
