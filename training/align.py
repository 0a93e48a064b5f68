"""Word alignment: IBM Model 1 in both directions, a diagonal prior, and the phrase pairs that both agree on.

Brown et al. 1993, "The Mathematics of Statistical Machine Translation"; the prior after Dyer et al. 2013, "A Simple, Fast,
and Effective Reparameterization of IBM Model 2"; consistent phrase pairs after Och and Ney 2004, "The Alignment Template
Approach to Statistical Machine Translation".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.corpus import WORD, Pair
from training.lexicon import numbered, train

TENSION = 4.0  # how steeply the prior falls off the diagonal
LIKELY = 0.02  # a link below this product of probability and prior is no link
SAME = 0.5  # probability of a word standing for itself, where the table has none
LONGEST_PHRASE = 4  # Dutch words; English one more


@dataclass(frozen=True, slots=True)
class Direction:
    """t(word of the other language | word), as sorted keys and their probabilities."""

    words: dict[str, int]
    others: dict[str, int]
    keys: np.ndarray
    probabilities: np.ndarray

    def table(self, words: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """Return t(other | word), shape (words, others)."""
        rows = np.array([self.words.get(w, 0) for w in words])
        columns = np.array([self.others.get(w, 0) for w in others])
        wanted = rows[:, None] * len(self.others) + columns[None]
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        known = (self.keys[at] == wanted) & (rows[:, None] > 0) & (columns[None] > 0)
        same = np.array([[w == o for o in others] for w in words])
        return np.maximum(np.where(known, self.probabilities[at], 0.0), same * SAME)


class Aligner:
    """Both directions of a table learnt from pairs."""

    def __init__(self, forward: Direction, backward: Direction) -> None:
        self.forward, self.backward = forward, backward

    @classmethod
    def learn(cls, pairs: Iterable[Pair], longest: int = 60, floor: float = 0.01) -> Aligner:
        """Train on all pairs of at most `longest` words a side; probabilities under `floor` are forgotten."""
        tokenised = [(WORD.findall(p.dutch.lower()), WORD.findall(p.english.lower())) for p in pairs]
        tokenised = [(d, e) for d, e in tokenised if d and e and max(len(d), len(e)) <= longest]
        dutch, dutch_numbers = numbered([d for d, _ in tokenised])
        english, english_numbers = numbered([e for _, e in tokenised])
        sides = [
            (dutch, english, train(dutch_numbers, english_numbers, len(english))),
            (english, dutch, train(english_numbers, dutch_numbers, len(dutch))),
        ]
        directions = []
        for words, others, (keys, probabilities) in sides:
            kept = probabilities >= floor
            directions.append(Direction(_index(words), _index(others), keys[kept], probabilities[kept]))
        return cls(*directions)

    def save(self, path: Path) -> None:
        """Write the tables."""
        with path.open("wb") as file:
            np.savez_compressed(
                file,
                dutch=np.array(list(self.forward.words)),
                english=np.array(list(self.backward.words)),
                forward_keys=self.forward.keys,
                forward=self.forward.probabilities.astype(np.float32),
                backward_keys=self.backward.keys,
                backward=self.backward.probabilities.astype(np.float32),
            )

    @classmethod
    def load(cls, path: Path) -> Aligner:
        """Read what `save` wrote."""
        with np.load(path) as d:
            dutch, english = (_index([str(w) for w in d[n]]) for n in ("dutch", "english"))
            return cls(
                Direction(dutch, english, d["forward_keys"], d["forward"]),
                Direction(english, dutch, d["backward_keys"], d["backward"]),
            )

    def links(self, dutch: Sequence[str], english: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return the best English place of each Dutch word and the reverse; -1 where there is none likely."""
        i = np.arange(len(dutch))[:, None] / len(dutch)
        j = np.arange(len(english))[None] / len(english)
        prior = np.exp(-TENSION * np.abs(i - j))
        forward = self.forward.table(dutch, english) * prior
        backward = self.backward.table(english, dutch) * prior.T
        return (
            np.where(forward.max(1) > LIKELY, forward.argmax(1), -1),
            np.where(backward.max(1) > LIKELY, backward.argmax(1), -1),
        )

    def score(self, pair: Pair) -> float:
        """Return the mean, over the words of both sides, of the best translation probability (0 to 1)."""
        dutch, english = (WORD.findall(s.lower()) for s in (pair.dutch, pair.english))
        if not dutch or not english:
            return 0.0
        forward = self.forward.table(dutch, english).max(1)
        backward = self.backward.table(english, dutch).max(1)
        return float(np.concatenate([forward, backward]).mean())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase pair: character spans in the Dutch and in the English sentence, and its length in Dutch words."""

    dutch: tuple[int, int]
    english: tuple[int, int]
    words: int


_BETWEEN = re.compile(r"[ -]|(?: (?:van|voor|in|het|de|of|the|for))* ")  # what may stand inside a term


def _whole(text: str, words: Sequence[re.Match[str]], function_words: frozenset[str]) -> bool:
    """Return whether the words follow each other as in a term: nothing but inner particles and hyphens between them."""
    content = [w for w in words if w[0].lower() not in function_words]
    gaps = [text[a.end() : b.start()] for a, b in itertools.pairwise(content)]
    return all(_BETWEEN.fullmatch(gap) for gap in gaps)


def phrases(aligner: Aligner, pair: Pair, function_words: frozenset[str]) -> list[Phrase]:
    """Return the consistent phrase pairs of `pair` whose edges are content words on both sides.

    Consistent: a word inside is linked, by either direction, to no word outside, and the Dutch words at the edges are
    linked in both directions.
    """
    dutch, english = list(WORD.finditer(pair.dutch)), list(WORD.finditer(pair.english))
    if not 3 <= len(dutch) <= 60 or not 3 <= len(english) <= 60:
        return []
    nl, en = ([m[0].lower() for m in side] for side in (dutch, english))
    best, back = aligner.links(nl, en)
    content_nl, content_en = ([w not in function_words and len(w) > 2 for w in side] for side in (nl, en))
    out = []
    for start in range(len(nl)):
        if not content_nl[start] or best[start] < 0 or back[best[start]] != start:
            continue
        for end in range(start, min(start + LONGEST_PHRASE, len(nl))):
            if not content_nl[end] or best[end] < 0 or back[best[end]] != end:
                continue
            inside = [j for j, i in enumerate(back) if start <= i <= end]
            first, last = min(inside), max(inside)
            if last - first > LONGEST_PHRASE:
                continue
            if any(b >= 0 and not start <= b <= end for b in back[first : last + 1]):
                continue
            if any(b >= 0 and not first <= b <= last for b in best[start : end + 1]):
                continue
            while first <= last and not content_en[first]:
                first += 1
            while last >= first and not content_en[last]:
                last -= 1
            if (
                first <= last
                and _whole(pair.dutch, dutch[start : end + 1], function_words)
                and _whole(pair.english, english[first : last + 1], function_words)
            ):
                out.append(
                    Phrase(
                        (dutch[start].start(), dutch[end].end()),
                        (english[first].start(), english[last].end()),
                        end - start + 1,
                    )
                )
    return out


def _index(words: Iterable[str]) -> dict[str, int]:
    return {w: i for i, w in enumerate(words)}
