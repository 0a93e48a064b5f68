"""The mixture: what the model reads, in order. Sources by weight, with annotated and roughened copies of sentences."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from training.align import Aligner, Phrase, phrases
from training.corpus import Pair
from training.terms import FUNCTION_WORDS, Pool, Shares, annotate, in_english


@dataclass(frozen=True, slots=True)
class Source:
    """How much of a source goes in: `passes` through at most `pairs` of it, placed before `until` (0 to 1)."""

    passes: float = 1.0
    pairs: int = 10**9
    until: float = 1.0
    words: tuple[int, int] = (2, 75)  # of the Dutch side


@dataclass(frozen=True, slots=True)
class Recipe:
    """Shares of the sentences that are annotated or roughened; at most one of it happens to a sentence."""

    sources: Mapping[str, Source]
    terms: float = 0.24
    capitals: float = 0.012  # Dutch in capitals, English as it was
    no_stop: float = 0.015  # full stop taken off both sides
    english_words: float = 0.02  # a phrase stands in English already
    strange_names: float = 0.04  # a name put on both sides that nobody bears
    strange_numbers: float = 0.05  # a number changed on both sides
    typographic: float = 0.12  # quotation marks and apostrophes as typeset; besides one of the above
    joined: float = 0.015  # two sentences in one segment
    shares: Shares = field(default_factory=Shares)
    worst: float = 0.03  # share of each source, lowest by alignment score, that is left out
    seed: int = 1


def mix(pairs: Sequence[Pair], aligner: Aligner, recipe: Recipe) -> tuple[list[Pair], Counter[str]]:
    """Return the mixture in training order, and how many sentences of each kind are in it."""
    rng = random.Random(recipe.seed)
    kinds: Counter[str] = Counter()
    placed: list[tuple[float, Pair]] = []
    pool = Pool()
    for name, source in recipe.sources.items():
        low, high = source.words
        usable = [p for p in pairs if p.source == name and low <= p.dutch.count(" ") + 1 <= high]
        if len(usable) > source.pairs:
            usable = rng.sample(usable, source.pairs)
        scored = sorted(usable, key=aligner.score)
        usable = scored[int(len(scored) * recipe.worst) :]
        found = {id(p): phrases(aligner, p, FUNCTION_WORDS) for p in usable}
        for pair in usable:
            for phrase in found[id(pair)]:
                pool.add(pair, phrase)
        for number in range(int(source.passes + 0.999)):
            taken = [p for p in usable if rng.random() < source.passes - number]
            placed.extend(
                (rng.random() * source.until, _variant(pair, found[id(pair)], pool, recipe, rng, kinds))
                for pair in taken
            )
            joined = rng.sample(taken, int(len(taken) * recipe.joined) // 2 * 2)
            for first, second in zip(joined[::2], joined[1::2], strict=True):
                ends = first.dutch[-1] in _STOPS and first.english[-1] in _STOPS
                if ends and len(first.dutch) + len(second.dutch) < 260:
                    kinds["joined"] += 1
                    both = Pair(f"{first.dutch} {second.dutch}", f"{first.english} {second.english}", name)
                    placed.append((rng.random() * source.until, both))
    placed.sort(key=lambda p: p[0])
    return [p for _, p in placed], kinds


_STOPS = ".!?"


def _variant(
    pair: Pair, found: Sequence[Phrase], pool: Pool, recipe: Recipe, rng: random.Random, kinds: Counter[str]
) -> Pair:
    kind = _draw(recipe, rng)
    dutch, english = pair.dutch, pair.english
    if kind == "terms" and found:
        dutch, english = annotate(pair, found, pool, recipe.shares, rng)
    elif kind == "capitals" and len(dutch) < 100:
        dutch = dutch.upper()
    elif kind == "no_stop" and dutch[-1] == english[-1] == ".":
        dutch, english = dutch[:-1], english[:-1]
    elif kind == "english_words" and found:
        dutch, english = in_english(pair, rng.choice(found))
    elif kind == "strange_names":
        dutch, english = strange_name(dutch, english, rng)
    elif kind == "strange_numbers":
        dutch, english = strange_number(dutch, english, rng)
    kinds[kind if (dutch, english) != (pair.dutch, pair.english) else "plain"] += 1
    if rng.random() < recipe.typographic:
        dutch = typeset(dutch, rng)
    return Pair(dutch, english, pair.source)


def _draw(recipe: Recipe, rng: random.Random) -> str:
    left = rng.random()
    for kind in ("terms", "capitals", "no_stop", "english_words", "strange_names", "strange_numbers"):
        left -= getattr(recipe, kind)
        if left < 0:
            return kind
    return "plain"


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?=[ ,.])")
_ONSETS = "b br ch d dr f g gr h j k kl kr l m n p pr r s sch sl st t tr v w z zh".split()
_VOWELS = "a a e e i i o o u aa ee ie oe ou ij ai ei".split()
_CODAS = "n n r l s t k m nd rs ts ng v".split()


def invented_name(rng: random.Random) -> str:
    """Return a name of two or three syllables that is in no dictionary."""
    name = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice([1, 2, 2])))
    return (name + rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)).capitalize()


def strange_name(dutch: str, english: str, rng: random.Random) -> tuple[str, str]:
    """Return the pair with a name that stands once on both sides changed into an invented one."""
    names = [n for n in _NAME.findall(dutch) if dutch.count(n) == 1 == english.count(n)]
    if not names:
        return dutch, english
    old, new = rng.choice(names), invented_name(rng)
    return dutch.replace(old, new), english.replace(old, new)


_NUMBER = re.compile(r"(?<![\w.,:-])\d{1,6}(?![\w:-]|[.,]\d)")


def strange_number(dutch: str, english: str, rng: random.Random) -> tuple[str, str]:
    """Return the pair with a number that stands once on both sides changed, its length and first digit kept."""
    numbers = [n for n in _NUMBER.findall(dutch) if len(n) > 1 and _NUMBER.findall(english).count(n) == 1]
    numbers = [n for n in numbers if dutch.count(n) == 1 == english.count(n)]
    if not numbers:
        return dutch, english
    old = rng.choice(numbers)
    new = old[0] + "".join(rng.choice("0123456789") for _ in old[1:])
    return dutch.replace(old, new), english.replace(old, new)


def typeset(text: str, rng: random.Random) -> str:
    """Return `text` with straight quotation marks set as a Dutch newspaper does."""
    opening, closing = rng.choice(["“”", "“”", "„”", "‘’"])
    parts = text.split('"')
    out = parts[0]
    for number, part in enumerate(parts[1:]):
        out += (opening if number % 2 == 0 else closing) + part
    return out.replace("'", "’")
