"""Words, stems, names and numbers of a sentence, in Dutch or English."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

# A number with its separators (250.000, 3,5), or a word with inner hyphens and apostrophes (staakt-het-vuren).
TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’‑][^\W\d_]+)*|\w+")
_STEMMERS = {"nl": "dutch", "en": "english"}

# Function words and verbs of saying: they hold a sentence together and say nothing about its subject.
_DUTCH = """
aan achter af al alle allemaal alleen alles als altijd ander andere anders begin ben bent bij bijna binnen
boven buiten daar daarbij daardoor daarmee daarna daarom daarop daarvoor dan dat de deed den der deze dezelfde die dit doen
doet door dus echter een eens eerst eerste elk elke en enige enkel enkele er erg ermee eruit ervan ervoor etc even
gaan gaat gaf gedaan geen gehad geven geweest ging had hadden heb hebben hebt heeft heel hem hen het hier hierbij
hierdoor hij hoe hoewel houden hun iemand iets ik in inzake is ja je jij jou jouw juist kan komen komt kon konden krijgen krijgt
kunnen kunt laat laten later liet maar maken maakt maakte maakten me meer meest men met mij mijn min minder moest moesten moet moeten
mag mogelijk mogen na naar naast nadat nee net niet niets nieuw nieuwe niks nog nu of om omdat onder ons onze ook op over overigens
per pas precies rond samen sinds slechts sommige sprake staan staat steeds te tegen ten ter terwijl tijdens toch toe toen tot tussen
uit uw vaak van vanaf vanuit vanwege veel verder verschillende via vooral voor voordat waar waarbij waardoor waarin waarmee
waarop waarover waarvan wanneer want waren was wat we weer wel welk welke werd werden weten wezen wie wij wil wilde
wilden willen word worden wordt zal ze zei zeggen zegt zeer zelf zelfs zich zij zijn zo zoals zodat zonder zou zouden zowel
zo’n zo'n zulke zullen aldus volgens verklaarde stelde meldde benadrukte
"""
_ENGLISH = """
a about above according across after again against all almost along already also although always am among an and another any are
around as at away back be because been before being below between both but by came can cannot could did do does doing done down
during each either else even ever every few for from further gave get gets getting give given go goes going gone got had has have
having he her here hers him his how however i if in including into is it its itself just last like made make makes many may me
might more most much must my near neither never no nor not now of off often on once one only or other others our out over own per
put rather really said same say saying says see several shall she should since so some still such take taken than that the their
them then there these they this those though through thus to told too toward towards under until up upon us very was we well were
what when where whether which while who whom whose why will with within without would yet you your
"""
STOP_WORDS = {"nl": frozenset(_DUTCH.split()), "en": frozenset(_ENGLISH.split())}


def tokens(text: str) -> list[str]:
    """Return the words and numbers of `text` in order, as they are written."""
    return TOKEN.findall(text)


def word_count(text: str) -> int:
    """Return the number of white-space separated words, as a word processor counts."""
    return len(text.split())


@lru_cache(maxsize=2)
def stemmer(language: str) -> Callable[[str], str]:
    """Return a function from a lower-case word to its Snowball stem (Porter 2001; NLTK), with a memory.

    A language without stop list is read without stemming.
    """
    name = _STEMMERS.get(language)
    if name is None:
        return str
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = SnowballStemmer(name).stem
    return lru_cache(maxsize=None)(stem)


def stems(words: list[str], language: str) -> tuple[str, ...]:
    """Return the stems of the content words among `words`, in order; numbers stay as they are written."""
    stem = stemmer(language)
    return tuple(stem(word) for word in _lowered(words) if is_content(word, language))


def pairs(words: list[str], language: str) -> tuple[str, ...]:
    """Return the stems of neighbouring words as `a b`, in order, where one of the two is a content word."""
    stem = stemmer(language)
    lowered = _lowered(words)
    return tuple(
        f"{stem(a)} {stem(b)}"
        for a, b in pairwise(lowered)
        if is_content(a, language) or is_content(b, language)
    )


def is_content(word: str, language: str) -> bool:
    """Return whether a lower-case word says something of the subject: no function word, no single letter."""
    return word not in STOP_WORDS.get(language, frozenset()) and (len(word) > 1 or word.isdigit())


def _lowered(words: list[str]) -> list[str]:
    return [word.lower().replace("’", "'") for word in words]


_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_NUMERALS = {
    "nl": re.compile(
        r"(?:(?:\w+[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
        r"|(?:\w*)honderd|(?:\w*)duizend|miljoen|miljard|tientallen|honderden|duizenden|tienduizenden)"
    ),
    "en": re.compile(
        r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
        r"|hundreds?|thousands?|millions?|billions?|dozens)"
    ),
}


def numbers(words: list[str], language: str) -> frozenset[str]:
    """Return the numbers among `words`: in digits but for clock times, in letters from twenty up.

    Small numbers in letters (three weeks, two pillars) seldom are the news.
    """
    numeral = _NUMERALS.get(language)
    return frozenset(
        word
        for word in words
        if (word[0].isdigit() and not _CLOCK.fullmatch(word))
        or (numeral is not None and numeral.fullmatch(word.lower()))
    )


def names(words: list[str]) -> frozenset[str]:
    """Return the capitalised words among `words`; the first word counts only with a second capital (NAVO)."""
    inner = {word for word in words[1:] if word[0].isupper()}
    return frozenset(inner | {word for word in words[:1] if sum(c.isupper() for c in word) > 1})
