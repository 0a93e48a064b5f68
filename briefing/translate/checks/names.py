"""Names must come through, and Dutch must not."""

from __future__ import annotations

import re
import unicodedata

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
    """Return whether Dutch words were left standing in the English, addresses and hashtags apart."""
    dutch, english = literals.without(dutch), literals.without(english)
    known = lexicon.load()
    tokens = [w for w in _WORD.findall(english) if w.islower()]
    if sum(w in _DUTCH for w in tokens) >= 2:
        return True
    source = {w for w in _WORD.findall(dutch) if w.islower() and len(w) >= 5}
    return any(w in source and w not in known.english and known.knows(w) for w in tokens) or _copied(
        dutch, english
    )


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
