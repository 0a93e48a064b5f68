"""Compounds opened at their joints, for models that read them so.

The pieces of a vocabulary know nothing of words: `sanctieverlichting` is cut into `sanct`, `iever`, `lichting`, in which no
model finds the relief of sanctions. A compound that is rare and whose parts are common is written in two words instead,
`sanctie- verlichting`, each in the pieces in which it stands everywhere else. The cut is the one whose rarer part is the
commonest (after Koehn and Knight 2003, "Empirical Methods for Compound Splitting", who take the mean of both).

A word that the model has met is left whole: it may be no compound (`leveringen`, deliveries, is no ring), or mean something else than
its parts (`plattegrond`, a map).

A model is trained on what this makes of a text: other words or counts here are another model's. (0.7 was trained with the words
that it has met opened too, and reads them better whole: docs/experiments.md.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from briefing.match import general, lemmas
from briefing.match.compounds import AFFIXES, LINKS, SHORT

JOINT = "- "
_LEAST = 8  # letters of a compound
_LEAST_FIRST, _LEAST_LAST = 3, 4  # letters of its parts
_LEAST_COUNT = 10  # how often a part is written in general Dutch
_COMMON = 50  # a word written so often is known as it stands
_LONGEST = 60
_WITH_S = ("heid", "ing", "teit", "schap")  # endings of nouns behind which a compound has a linking -s-
# What stands in front of a compound's last part and is a word by chance.
_NO_FIRST = frozenset(
    (
        "acht aller alles altijd anders ben bent best beter dan dat den der des deze die dit doe door eens eet eigen "
        "elk ergens ga geen goed haar had heb heel heet hem hen het hier hoe hun ieder iets jou kan kon maar mag man "
        "meer men meren met mijn mini moet naar nee niet niets nog nooit nou omdat ons onze ook over per samen ten "
        "toch toen tot vers volge want was wat wel werd wie wij zal zeer zelf zich zie zien zijn zou zul"
    ).split()
)
_NO_LAST = frozenset(
    (
        "achten bare baren delen ellen ende enen eraan erom erover eruit eten kere keren lijke lijken ling lingen "
        "naar neren preken rijke ring schappen tand uurs veel"
    ).split()
)
_WORD = re.compile(rf"(?<![\w-])[^\W\d_]{{{_LEAST},{_LONGEST}}}(?![\w-])")
_BEFORE_FIRST = re.compile(r"[\"'“”„‘’(]*")


def opened(text: str, met: Callable[[str], bool]) -> str:
    """Return `text` with its rare compounds opened at their joints, but for the words that the model has `met`.

    A capital is looked through at the beginning only.
    """
    begins = _BEFORE_FIRST.match(text)
    first = begins.end() if begins else 0

    def one(found: re.Match[str]) -> str:
        word = found[0]
        folded = word[0].lower() + word[1:] if found.start() == first else word
        return _at_joints(word, folded, met) if folded.islower() else word

    return _WORD.sub(one, text)


def _at_joints(word: str, folded: str, met: Callable[[str], bool]) -> str:
    at = None if met(folded) else joint(folded)
    if at is None:
        return word
    return _at_joints(word[:at], folded[:at], met) + JOINT + _at_joints(word[at:], folded[at:], met)


@lru_cache(100_000)
def joint(word: str) -> int | None:
    """Return where the last part of a folded compound begins; None where it is common, or none of two common parts."""
    if len(word) < _LEAST or _count(word) >= _COMMON:
        return None
    best: tuple[tuple[int, int], int] | None = None
    for at in range(_LEAST_FIRST, len(word) - _LEAST_LAST + 1):
        last = _part(word[at:], _last)
        if last < _LEAST_COUNT:
            continue
        for link in LINKS:
            first = word[: at - len(link)]
            if not word[:at].endswith(link) or (not link and word[at] == "s" and first.endswith(_WITH_S)):
                continue
            rarer = min(last, _part(first, _first))
            if rarer >= _LEAST_COUNT and (best is None or (rarer, -len(link)) > best[0]):
                best = (rarer, -len(link)), at
    return best[1] if best else None


def _part(word: str, count: Callable[[str], int]) -> int:
    """Return how common a part is; one that is a compound itself is common enough."""
    found = count(word)
    return _LEAST_COUNT if found < _LEAST_COUNT and joint(word) is not None else found


def _first(word: str) -> int:
    if len(word) < _LEAST_FIRST or (len(word) == 3 and word not in SHORT) or not lemmas.known(word):
        return 0
    lemma = lemmas.lemma(word)
    bound = {word, lemma} & (AFFIXES | _NO_FIRST)
    finite = word.endswith("t") and lemma.endswith("en") and lemma != word  # `woont-oren`
    return 0 if bound or finite else _count(word)


def _last(word: str) -> int:
    if word in AFFIXES or word in _NO_LAST or not lemmas.known(word):
        return 0
    return _count(word)


def _count(word: str) -> int:
    """Return how often the word is written, in this form or another one."""
    return _counts().get(lemmas.lemma(word), 0)


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    counts: dict[str, int] = {}
    for word, usage in general.load().usages():
        lemma = lemmas.lemma(word)
        counts[lemma] = counts.get(lemma, 0) + usage.count
    return counts
