"""The lexicon: which English words a Dutch word is rendered with, and how much of a sentence a translation covers.

Learnt by `training/lexicon.py` (IBM Model 1) and shipped as package data; it holds words and probabilities.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# Words that carry no content of their own: they are rendered by order, form or nothing at all.
_FUNCTION_NL = frozenset(
    "de het een en van ik te dat die in is niet op aan met als voor had er maar om hem dan zou of wat mijn dit zo door over ze "
    "zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu geen omdat iets worden "
    "toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd wordt kunnen ons "
    "zelf tegen na wil kon niets uw was zijn wel wij we hij het men waar zoals dus echter zijn haar hen af toe weer heel "
    "wordt werden moeten zullen zouden willen mogen mocht laten gaan gaat ging komt kwam komen".split()
)
_FUNCTION_EN = frozenset(
    "the a an of to in and is was for on that with as by at from be are were has have had it its his her he she they this not or "
    "which will would can could may must been their you i but so if than then there also all any more other such into only no "
    "do does did who whom whose what when where how up out we our us s t".split()
)


def is_function_word(english: str) -> bool:
    """Return whether an English word, in lower case, carries no content of its own."""
    return english in _FUNCTION_EN


COPIED = 0.05  # probability from which a word is one that English copies
ENOUGH = 0.05  # and from which a rendering is as good as any: which one is right only the sentence tells
FLOOR = 1e-3  # probability of a rendering that the lexicon does not know
UNSUPPORTED = 1e-2  # and of an English word that renders nothing of the Dutch


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word translation probabilities t(English | Dutch), all words lower-cased.

    `table` holds a line a Dutch word as it stands in the file, `rendering:per mille ...`: taken apart when it is
    asked for, since an article needs a few hundred of 70,000.
    """

    table: dict[str, str]
    english: frozenset[str]

    def knows(self, dutch: str) -> bool:
        """Return whether the lexicon has the Dutch word."""
        return dutch.lower() in self.table

    def renderings(self, dutch: str) -> dict[str, float]:
        """Return the known English renderings of a Dutch word with their probabilities."""
        items = (item.rpartition(":") for item in self.table.get(dutch.lower(), "").split())
        return {rendering: int(per_mille) / 1000 for rendering, _, per_mille in items}

    def coverage(self, dutch: str, english: str) -> float:
        """Return the mean log of how far the Dutch content words find a rendering in the English.

        0 is best: each finds one of probability ENOUGH or more; a word without any counts log(FLOOR / ENOUGH). 0 where no content word
        is known.
        """
        found = [min(max(p, FLOOR) / ENOUGH, 1.0) for _, p in self.found(dutch, english)]
        return sum(map(math.log, found)) / len(found) if found else 0.0

    def found(self, dutch: str, english: str) -> list[tuple[slice, float]]:
        """Return (range of a Dutch content word, probability of its renderings in the English; 0 for none)."""
        heard = {
            w
            for token in _WORD.findall(english.lower())
            for w in (token, *token.split("-"), token.removesuffix("'s"))
        }
        out = []
        for match in _WORD.finditer(dutch):
            lower = match.group().lower()
            if lower in _FUNCTION_NL or not self.knows(lower):
                continue
            known = self.renderings(lower)
            # A copied word counts where the data copied it too, or where it looks like a name.
            copied = lower in heard and (
                known.get(lower, 0) >= COPIED or (match.start() and match[0][0].isupper())
            )
            total = (
                1.0 if copied else sum(p for w, p in known.items() if w in heard and w not in _FUNCTION_EN)
            )
            out.append((slice(*match.span()), min(total, 1.0)))
        return out

    def support(self, dutch: str, english: str, renderings: Iterable[str] = ()) -> float:
        """Return the mean log-probability with which the English content words are renderings of words of the Dutch.

        0 is best; a word that renders nothing, which may be invented, counts log(0.01), one that is copied or stands in one of
        the `renderings` that are right here 0. 0 where there is no content word.
        """
        spoken = [word.lower() for word in _WORD.findall(dutch)]
        right = (word for text in renderings for word in _WORD.findall(text.lower()))
        known: dict[str, float] = dict.fromkeys([*spoken, *right], 1.0)
        for word in spoken:
            for rendering, probability in self.renderings(word).items():
                known[rendering] = max(known.get(rendering, 0.0), probability)
        heard = [word.removesuffix("'s") for word in _WORD.findall(english.lower())]
        found = [
            math.log(max(UNSUPPORTED, *(known.get(part, 0.0) for part in (word, *word.split("-")))))
            for word in heard
            if word not in _FUNCTION_EN
        ]
        return sum(found) / len(found) if found else 0.0

    def dropped(self, dutch: str, english: str, below: float) -> list[slice]:
        """Return the ranges of the Dutch content words whose renderings have less than `below` in the English."""
        return [word for word, probability in self.found(dutch, english) if probability < below]

    def best(self, dutch: str) -> tuple[str, float]:
        """Return the likeliest English content word for a Dutch one and its probability; ("", 0.0) for none."""
        content = [(p, w) for w, p in self.renderings(dutch).items() if w not in _FUNCTION_EN]
        probability, word = max(content, default=(0.0, ""))
        return word, probability


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Return the shipped lexicon; read once, in less than half a second."""
    import lzma

    data = resources.files("briefing.translate").joinpath("data", "lexicon.tsv.xz").read_bytes()
    table: dict[str, str] = {}
    english: set[str] = set()
    for line in lzma.decompress(data).decode("utf-8").splitlines():
        if not line.startswith("#"):
            word, _, rest = line.partition("\t")
            table[word] = rest
            english.update(item.rpartition(":")[0] for item in rest.split())
    return Lexicon(table, frozenset(english))
