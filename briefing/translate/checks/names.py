"""Names must come through, and nothing may be left that is no English."""

from __future__ import annotations

import re
import unicodedata

from briefing.match import lexicon as forms
from briefing.match.english_forms import spellings
from briefing.translate import lexicon, literals

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"""(?:^|[.!?:…]["')\]]*\s+|["'(]\s*)$""")
# Dutch words that no English sentence holds, unless they are part of a name.
_DUTCH = frozenset(
    "het een niet dat voor zijn wordt worden naar ook maar heeft hebben zich deze dit bij nog wel geen uit aan moet kunnen "
    "zal zou zouden werd waren wij jullie hij zij haar hun omdat tussen tegen zonder ons onze".split()
)


def vanished(dutch: str, english: str) -> bool:
    """Return whether a name of the Dutch sentence has no counterpart in the English one.

    A capitalised word inside a sentence counts as a name. It is found where it stands in the English, where a
    word there begins alike, or where a rendering that the lexicon knows for it stands there.
    """
    words = {_fold(w) for w in _WORD.findall(english)}
    beginnings = {w[:4] for w in words}
    known = lexicon.load()
    for found in _WORD.finditer(dutch):
        name = found.group()
        if not name[0].isupper() or len(name) < 3 or _SENTENCE_START.search(dutch[: found.start()]):
            continue
        if name.isupper() and len(name) <= 5:  # abbreviations are translated: VN, UN; OVSE, OSCE
            continue
        parts = [name, *re.split("[-']", name)]
        if any(_fold(p) in words or _fold(p)[:4] in beginnings for p in parts if len(p) > 2):
            continue
        renderings = known.renderings(name)
        if any(_fold(r) in words for r in renderings):
            continue
        if any(known.knows(p) for p in parts) and not _only_as_name(name, known):
            continue
        return True
    return False


def _only_as_name(word: str, known: lexicon.Lexicon) -> bool:
    """Return whether the lexicon renders the word by itself: it was a name in the data too."""
    return known.renderings(word).get(word.lower(), 0) > 0.5


def untranslated(dutch: str, english: str) -> bool:
    """Return whether words stand in the English that are none: Dutch or invented, addresses and hashtags apart."""
    dutch, english = literals.without(dutch), literals.without(english)
    known = lexicon.load()
    tokens = [w for w in _WORD.findall(english) if w.islower()]
    if sum(w in _DUTCH for w in tokens) >= 2:
        return True
    source = {w for w in _WORD.findall(dutch) if w.islower() and len(w) >= 5}
    if any(w in source and w not in known.english and known.knows(w) for w in tokens):
        return True
    return bool(invented(dutch, english)) or _copied(dutch, english)


_PLAIN = re.compile(r"(?<![\w'])[^\W\d_]+(?![\w'])")
_SHORT, _PART = 4, 3  # letters from which a word is looked up, and a part of a joined one


def invented(dutch: str, english: str) -> tuple[str, ...]:
    """Return the words of `english` that neither English nor the Dutch sentence has (`pieceadoor`).

    A model that works in pieces of words makes such words up for what it does not know. Names, with a capital, are not
    looked up. A word that stands in the Dutch too is none that was made up, but one that Dutch alone has is no English.
    """
    source = {w.lower() for w in _PLAIN.findall(dutch)}
    return tuple(
        word
        for word in _PLAIN.findall(english)
        if len(word) >= _SHORT
        and word.islower()
        and not _english(word)
        and (word not in source or forms.known(word))
    )


def _english(word: str) -> bool:
    """Whether English has the word, or has both words that it is joined from (`birdwatcher`)."""
    english = lexicon.load().english
    if any(spelling in english or forms.known(spelling, "en") for spelling in (word, *spellings(word))):
        return True
    return any(word[:at] in english and word[at:] in english for at in range(_PART, len(word) - _PART + 1))


def _copied(dutch: str, english: str) -> bool:
    """Return whether the English is the Dutch over again, though English has other words for it."""
    a, b = (_WORD.findall(t.lower()) for t in (dutch, english))
    known = lexicon.load()
    return (
        bool(a)
        and a == b
        and any(known.best(w)[1] > 0 and known.renderings(w).get(w, 0) < lexicon.COPIED for w in a)
    )


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
