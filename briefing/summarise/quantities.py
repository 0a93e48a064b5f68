"""Counted things in a sentence: `27 westerse leiders` is 27 of the head `leider`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.summarise.text import STOP_WORDS, stemmer

# From two to nineteen; one counts nothing that could differ.
_SMALL = {
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_ONE = {"nl": "een", "en": "one"}


def _numerals(language: str) -> dict[str, int]:
    """Return the numbers below a hundred in words, and Dutch hundreds and thousands, which are one word."""
    small = dict(enumerate(_SMALL[language].split(), 2))
    words = {word: number for number, word in small.items()}
    digits = {1: _ONE[language]} | {number: word for number, word in small.items() if number < 10}
    for ten, word in zip(range(20, 100, 10), _TENS[language].split(), strict=True):
        words[word] = ten
        for digit, name in digits.items():
            joint = (
                f"{name}{'ën' if name.endswith('e') else 'en'}{word}"
                if language == "nl"
                else f"{word}-{name}"
            )
            words[joint] = ten + digit
    if language == "nl":
        words |= {f"{w}honderd": n * 100 for w, n in tuple(words.items()) if n < 20}
        words |= {f"{w}duizend": n * 1000 for w, n in tuple(words.items()) if n < 1000}
    return (
        words
        | dict.fromkeys(("honderd", "hundred"), 100)
        | {"duizend": 1000, "thousand": 1000, "honderdduizend": 100_000}
    )


_WORDS = {language: _numerals(language) for language in ("nl", "en")}
_SCALES = {
    "hundred": 100,
    "duizend": 10**3,
    "thousand": 10**3,
    "miljoen": 10**6,
    "million": 10**6,
    "miljard": 10**9,
    "billion": 10**9,
}
# Units measure everything: equal heads there say nothing about equal subjects.
_UNITS = frozenset(
    """seconde seconden minuut minuten uur dag dagen week weken maand maanden jaar jaren procent kilometer kilometers meter meters
    euro dollar pond ton graden keer maal punt punten second seconds minute minutes hour hours day days week weeks month months year years
    percent per cent kilometre kilometres kilometer metres euros dollars pounds tonnes degrees times points januari februari maart april
    mei juni juli augustus september oktober november december january february march may june july august october""".split()
)
_APPROXIMATELY = {
    "nl": r"(?:bijna|ruim|ongeveer|circa|zo’n|zo'n|meer dan|minder dan|minstens|ten minste|tenminste|zeker|hooguit|tot|rond de|een kleine|tegen de)",
    "en": r"(?:almost|nearly|about|around|some|roughly|more than|less than|fewer than|at least|over|up to|as many as|at most|under|close to)",
}
# How far the real number may be from the one that is said, as a share of it: below and above. What is "at least" or "up to" is a
# claim of its own and stands as it is.
_VAGUE = (
    (re.compile(r"(?:bijna|een kleine|tegen de|almost|nearly|close to|under)", re.IGNORECASE), (0.15, 0.0)),
    (re.compile(r"(?:ruim|over)", re.IGNORECASE), (0.0, 0.15)),
    (
        re.compile(r"(?:ongeveer|circa|zo[’']n|rond de|about|around|some|roughly)", re.IGNORECASE),
        (0.15, 0.15),
    ),
)
_JOIN = {"nl": r"(?:tot|à|of|en)", "en": r"(?:to|or|and)"}
_OF = {"nl": "van", "en": "of"}
_OWNER_REACH = 60  # characters before a number in which the noun stands that it belongs to
MAX_BETWEEN = 2  # adjectives between the number and its noun


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its head noun.

    `heads` are stems: the noun counted, and the one it belongs to in "leaders of 30 countries". `values` are one
    number, or two for a range; `bounds` are what they may be, wider where the number is "almost" or "about" so much;
    `written` is the phrase as it stands.
    """

    heads: tuple[str, ...]
    values: tuple[float, ...]
    bounds: tuple[float, float]
    written: str


def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the counted things in `text`, in order; none in languages other than Dutch and English."""
    if language not in _WORDS:
        return ()
    found: list[Quantity] = []
    position = 0
    while match := _pattern(language).search(text, position):
        quantity, position = _read(match, text, language)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _read(match: re.Match[str], text: str, language: str) -> tuple[Quantity | None, int]:
    """Return the quantity of a match, None where its noun is none, and where to go on."""
    values = tuple(
        _value(part, match["scale"], language) for part in (match["first"], match["second"]) if part
    )
    nouns = re.findall(r"[^\W\d_][\w-]*", match["noun"])[: MAX_BETWEEN + 1]
    head = _head(nouns, language)
    after = match.start("noun")
    if _part_of_numeral(match, text, language):
        return None, after
    if head is None or any(value < 2 or 1900 <= value <= 2100 for value in values):
        return None, after
    stem = stemmer(language)
    heads = [stem(head.lower())]
    # "leaders of 30 countries" counts leaders too, "a force of 25,000 men" no forces.
    reach = max(0, match.start() - _OWNER_REACH)
    owner = re.search(
        rf"(?<!\w)([^\W\d_][\w-]*(?:en|s)) {_OF[language]} (?:de |the )?$", text[reach : match.start()]
    )
    if owner and owner[1].lower() not in STOP_WORDS[language]:
        heads.append(stem(owner[1].lower()))
    end = after + match["noun"].index(head) + len(head)
    start = reach + owner.start() if owner else match.start()
    return Quantity(tuple(heads), values, _bounds(values, match[0]), text[start:end]), end


def _part_of_numeral(match: re.Match[str], text: str, language: str) -> bool:
    """Whether the words of a number are a part of a longer one that is not read: *two hundred and fifty*."""
    before = re.findall(r"[\w-]+", text[max(0, match.start() - _OWNER_REACH) : match.start()].lower())
    if before and before[-1] in {"and", "en"}:
        before.pop()
    words, hundreds = _WORDS[language], {"hundred", "thousand", "honderd", "duizend"}
    behind = re.match(r"\s*([\w-]+)", match["noun"].lower())
    if behind and behind[1] in words:  # drieduizend vijfhonderd
        return True
    joined = match["second"] and match["first"].lower() in hundreds
    return bool(joined) or bool(
        before and before[-1] in (words.keys() | hundreds) and match["first"].lower() in words
    )


def _bounds(values: tuple[float, ...], written: str) -> tuple[float, float]:
    below, above = next((vague for said, vague in _VAGUE if said.match(written)), (0.0, 0.0))
    return min(values) * (1 - below), max(values) * (1 + above)


@lru_cache(maxsize=2)
def _pattern(language: str) -> re.Pattern[str]:
    small, tens = (
        "|".join(sorted(words[language].split(), key=len, reverse=True)) for words in (_SMALL, _TENS)
    )
    ones = "|".join((_ONE[language], *_SMALL[language].split()[:8]))
    if language == "nl":
        spelled = (
            rf"(?:(?:{ones})(?:en|ën))?(?:{tens})(?:duizend)?|(?:{small})(?:honderd)?(?:duizend)?"
            r"|honderd(?:duizend)?|duizend"
        )
    else:
        spelled = rf"(?:{tens})(?:-(?:{ones}))?|{small}|hundred|thousand"
    number = rf"(?:\d{{1,3}}(?:[.,]\d{{3}})+|\d+(?:[.,]\d+)?|{spelled})"
    return re.compile(
        rf"(?<![\w.,-])(?:{_APPROXIMATELY[language]} )?(?P<first>{number})(?: {_JOIN[language]} (?P<second>{number}))?"
        rf"(?: (?P<scale>{'|'.join(_SCALES)}))?(?P<noun>(?: [^\W\d_][\w-]*){{1,3}})",
        re.IGNORECASE,
    )


def _value(word: str, scale: str | None, language: str) -> float:
    known = _WORDS[language].get(word.lower())
    if known is not None:
        return known * _SCALES.get((scale or "").lower(), 1)
    grouping, point = (".", ",") if language == "nl" else (",", ".")
    plain = re.sub(rf"\{grouping}(?=\d{{3}}(?!\d))", "", word).replace(point, ".")
    try:
        return float(plain) * _SCALES.get((scale or "").lower(), 1)
    except ValueError:
        return 0.0


def _head(nouns: list[str], language: str) -> str | None:
    """Return the noun of the phrase: the last word before a function word, where adjectives end in -e, -se, -en or are names."""
    phrase: list[str] = []
    for word in nouns:
        if word.lower() in STOP_WORDS[language] or word.lower() in _UNITS:
            break
        phrase.append(word)
        if not _adjective(word, language):
            break
    if not phrase or (nouns[0].lower() in _UNITS):
        return None
    return None if _adjective(phrase[-1], language) else phrase[-1]


def _adjective(word: str, language: str) -> bool:
    """Whether a word between number and noun looks like an adjective: capitalised nationality or inflected in Dutch."""
    if language == "nl":
        return word[0].isupper() or (word.endswith("e") and not word.endswith("ie"))
    return word[0].isupper() or word.endswith(
        ("ern", "ean", "ian", "ish", "ful", "ous", "ive", "ary", "ed", "al", "ic", "ent", "other")
    )
