"""The mixture: what the model reads, in order. Sources by weight, with annotated and roughened copies of sentences."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from training.align import Aligner, Phrase, phrases
from training.corpus import Pair
from training.terms import FUNCTION_WORDS, MIDDLE, Pool, Shares, annotate, in_english


@dataclass(frozen=True, slots=True)
class Source:
    """How much of a source goes in: `passes` through at most `pairs` of it, in the part of training that is given.

    `worst` is the share, lowest by alignment score, that is left out; without it the recipe's holds.
    """

    passes: float = 1.0
    pairs: int = 10**9
    since: float = 0.0  # of training, 0 to 1
    until: float = 1.0
    words: tuple[int, int] = (2, 75)  # of the Dutch side
    reverse: float = 0.0  # passes from English into Dutch, besides
    worst: float | None = None

    def place(self, rng: random.Random) -> float:
        """Return a place in training, 0 to 1."""
        return self.since + rng.random() * (self.until - self.since)


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
    recut: float = 0.0  # sentences whose first side is cut into other pieces; besides the above
    left_out: float = 0.1  # of the merges of those, at random
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
        worst = recipe.worst if source.worst is None else source.worst
        usable = scored[int(len(scored) * worst) :]
        found = {id(p): phrases(aligner, p, FUNCTION_WORDS) for p in usable}
        for pair in usable:
            for phrase in found[id(pair)]:
                pool.add(pair, phrase)
        placed.extend(
            (source.place(rng), reversed_pair(pair)) for pair in usable for _ in _times(source.reverse, rng)
        )
        kinds["reversed"] += len(placed) - sum(kinds.values())
        for number in range(int(source.passes + 0.999)):
            taken = [p for p in usable if rng.random() < source.passes - number]
            placed.extend(
                (source.place(rng), _variant(pair, found[id(pair)], pool, recipe, rng, kinds))
                for pair in taken
            )
            joined = rng.sample(taken, int(len(taken) * recipe.joined) // 2 * 2)
            for first, second in zip(joined[::2], joined[1::2], strict=True):
                ends = first.dutch[-1] in _STOPS and first.english[-1] in _STOPS
                if ends and len(first.dutch) + len(second.dutch) < 260:
                    kinds["joined"] += 1
                    both = Pair(f"{first.dutch} {second.dutch}", f"{first.english} {second.english}", name)
                    placed.append((source.place(rng), both))
    placed.sort(key=lambda p: p[0])
    return [p for _, p in placed], kinds


_STOPS = ".!?"


def _times(passes: float, rng: random.Random) -> range:
    return range(int(passes) + (rng.random() < passes % 1))


def reversed_pair(pair: Pair) -> Pair:
    """Return the pair from English into Dutch: the middle of an annotation, standing first, turns the direction."""
    return Pair(f"{MIDDLE}{pair.english}", pair.dutch, pair.source)


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
# How names sound and are written in some families of languages: onsets, vowels, codas, endings.
_STYLES = [
    tuple(part.split() for part in style.split("|"))
    for style in (
        (
            "b br d dr g h j k kl kr l m n p r s sch st t v w z | a aa e ee i ie ij o oe oo u ui eu | n r l s k m rs ng "
            "| burg dijk hoven kerk loo mans sma stra veld zele hout beek gem schot"
        ),
        (
            "b f g h k kr l m n pf r s sch schw st t w z | a ä au e ei i o ö u ü | ch ff l ll n nn r rn tz ß "
            "| bach berg burg feld hausen heim kirch mann stedt wald rode kirchen"
        ),
        (
            "b f g h hj k l m n r s sk t v | a aa e i o u y ä ö å ø æ | l n r rd nd | järvi lund nen sen sson strøm vik "
            "gård ås mäki koski dal"
        ),
        "b č d dr đ g h k kr l m n p r s š st t v z ž | a e i o u | c j k l n r v | ić ović ski ský ec ek ov enko ak ija",
        (
            "b ch cz d g j k kr l ł m n p prz r rz s sz t w z ź | a ą e ę i o ó u y | cz k l n ń r sz ś "
            "| ski ska wicz ów owa ek ice"
        ),
        "b d g j k l ķ m n p r s š t v z ž | a ā e ē i ī o u ū ė ų | k l ļ m n ņ r s š | iņš is as aitis onis ova ene ele",
        "b c d f g l m n p r s ș t ț v | a ă â e i î o u | l n r s | escu eanu ești oiu",
        "b cs d f g gy h k l m n ny p r s sz t v z | a á e é i o ó ö ő u ú ü ű | d k l n r s | ági ényi falva háza vár",
        "b c ç d g h k l m n s ş t y z | a e ı i o ö u ü | k l m n r ş z | oğlu can demir er türk kaya",
        "b c ch d f g gu l ll m n p qu r s t v | a e i o u é è ê í ó ã ç | l n r s z nt | ez ão eau ier ino etti ville ões",
        (
            "b d dh f gh h j kh l m n q r s sh t y z | a aa e i o u | b d f h k l m n q r | ani awi ishvili adze yan yev ov "
            "zadeh din"
        ),
        "b ch d k kw l m mb n nd ng ny s sh t th tsh w x y zh | a e i o u ua ao | n ng l | a u o i eng ang wa",
    )
]
_BEFORE_NAMES = (
    "van der ",
    "Van der ",
    "van ",
    "Van den ",
    "de ",
    "De ",
    "von ",
    "al-",
    "Al-",
    "O'",
    "Mc",
    "del ",
)


def invented_name(rng: random.Random) -> str:
    """Return a name of one to four syllables, written as in one of many languages, that is in no dictionary."""
    onsets, vowels, codas, endings = rng.choice(_STYLES)
    syllables = [
        rng.choice(onsets) + rng.choice(vowels) + (rng.choice(codas) if rng.random() < 0.3 else "")
        for _ in range(rng.choice([1, 1, 2, 2, 3]))
    ]
    end = (
        rng.choice(endings)
        if rng.random() < 0.6
        else rng.choice(onsets) + rng.choice(vowels) + rng.choice(codas)
    )
    name = ("".join(syllables) + end).capitalize()
    more = rng.random()
    if more < 0.12:
        return rng.choice(_BEFORE_NAMES) + name
    return f"{name}-{invented_name(rng)}" if more < 0.18 else name


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
