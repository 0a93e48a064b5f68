"""Names must come through, and nothing may be left that is no English."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher

from briefing.match import compounds, general, lemmas
from briefing.match.english_forms import spellings
from briefing.match.tokens import plain
from briefing.translate import lexicon, literals
from briefing.translate.transliteration import english_spelling

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"""(?:^|[.!?:…]["')\]]*\s+|["'(]\s*)$""")
# What joins the words of a name: for certain, and what may as well stand between two names (`Merkel in de Bundestag`).
_CERTAIN = r"(?:(?:van|von) (?:de[nr]?|'t)|vom|zum|ten|ter|della?|dos|du|bin|ibn)"
_PERHAPS = r"(?:(?:(?:in|op|uit) )?(?:de[nr]?|'t))"
_CAPITAL = r"(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]+(?:['-][^\W\d_]+)*"
# A name, which may stand behind a word that is joined to it (`kabinet-Schoof`).
_RUN = re.compile(
    rf"(?:(?<![\w'-])|(?<=[a-zß-öø-ÿ]{{4}}-)){_CAPITAL}(?: (?:(?:{_CERTAIN}|{_PERHAPS}) )?{_CAPITAL})*"
)
_JOINED = re.compile(f" (?:(?P<certain>{_CERTAIN})|{_PERHAPS}) {_CAPITAL}")
# Before a noun: a compound of known words is one there, and a surname elsewhere (`minister Meerkerk`).
_DETERMINED = re.compile(
    r"\b(?:[Dd]e|[Hh]et|[Ee]en|[Dd]eze|[Dd]ie|[Dd]it|[Dd]at|zijn|haar|hun|ons|elk|geen|[a-z]\w*e|[A-Z]\w*(?:se|ale)) $"
)
# Letters in which spellings of one name differ (`Avetisjan`, Avetisyan; `Gennadi`, Gennady).
_ALIKE = str.maketrans("yjeouczxwqf", "iiaaaksskvv", "h'")
_MISSPELT = 0.6  # likeness (Ratcliff and Obershelp, `difflib`) from which an unknown English name stands for a Dutch one
_CAPITALS = 0.5  # share of a word's occurrences with a capital from which it is a name
_ITSELF = 0.2  # probability from which a word that is its own likeliest rendering is copied as a rule
_SURE = 0.8  # probability from which a name has one rendering alone
# Dutch words that no English sentence holds, unless they are part of a name.
_DUTCH = frozenset(
    "het een niet dat voor zijn wordt worden naar ook maar heeft hebben zich deze dit bij nog wel geen uit aan moet kunnen "
    "zal zou zouden werd waren wij jullie hij zij haar hun omdat tussen tegen zonder ons onze".split()
)


def vanished(dutch: str, english: str) -> bool:
    """Return whether a name of the Dutch sentence has no counterpart in the English one."""
    return bool(lost(dutch, english))


def lost(dutch: str, english: str) -> list[slice]:
    """Return where the names stand that have no counterpart in the English.

    A capitalised word inside a sentence counts as a name. It is found where it stands in the English, in the spelling of
    either language, where a word there begins alike, or where a rendering that the lexicon knows for it stands there; one
    that the lexicon is sure of (`Nederland`) only with a rendering of it or of its adjective.
    Words that are nothing but names (`Tamsin van der Gravauer`) are one name, and found where they stand together.
    """
    folded = [_fold(w) for w in _WORD.findall(english)]
    heard = [w.removesuffix("'s") for w in folded]
    words = {*heard, *folded}
    beginnings = {w[:4] for w in words}
    known = lexicon.load()
    strange = _strange(dutch, english)

    def only_a_name(name: str) -> bool:
        return not known.knows(name) or _copied_as_a_rule(name, known)

    def english_of(word: str) -> list[str]:
        return [r for r in known.renderings(word) if not lexicon.is_function_word(r)]

    def gone(name: str, before: str) -> bool:
        if len(name) < 3:
            return False
        if name.isupper() and len(name) <= 5:  # known abbreviations are translated (VN, UN), others copied
            return not known.knows(name) and _fold(name) not in words
        parts = [name, *re.split("[-']", name)]
        spelt = [s for p in parts if len(p) > 2 for s in (_fold(p), english_spelling(_fold(p)))]
        if any(s in words for s in spelt):
            return False
        if _misspelt(name, strange):
            return True
        if any(s[:4] in beginnings for s in spelt):
            return False
        if any(_fold(r) in words for r in english_of(name)):
            return False
        if _copied_as_a_rule(name, known):
            return True
        if before and not name.endswith("se") and _sure(name, known):  # adjectives are often put otherwise
            forms_of = (name, f"{name}s", f"{name}se")
            return not any(_fold(r)[:4] in beginnings for form in forms_of for r in english_of(form))
        if any(known.knows(p) for p in parts):
            return False
        return not (_DETERMINED.search(before) and compounds.count(name.lower()))

    def apart(text: str) -> bool:
        together = " ".join(map(_fold, _WORD.findall(text))).removesuffix("'s")
        said = f" {' '.join(heard)} "
        return not any(f" {name} " in said for name in (together, together.removesuffix("s")))

    found = []
    for run in _RUN.finditer(dutch):
        names = [m for m in _WORD.finditer(dutch, *run.span()) if m.group()[0].isupper()]
        if names and _SENTENCE_START.search(dutch[: run.start()]):
            first = names[0].group().lower()
            any_word = lemmas.known(first) or (
                not _copied_as_a_rule(first, known)
                and (compounds.count(first) or not _JOINED.match(dutch, names[0].end()))
            )
            if any_word and not _misspelt(names[0].group(), strange):
                del names[0]  # any word would have a capital there
        missing = [m for m in names if gone(m.group(), dutch[: m.start()])]
        if len(names) > 1 and all(only_a_name(m.group()) for m in names):
            start, end = names[0].start(), names[-1].end()
            joined = _JOINED.search(dutch, names[0].end(), end)
            certain = joined and (joined["certain"] or not any(known.knows(m.group()) for m in names))
            if (missing and joined) or (certain and apart(dutch[start:end])):
                missing = names
        if missing:
            found.append(slice(missing[0].start(), missing[-1].end()))
    return found


def _strange(dutch: str, english: str) -> set[str]:
    """Return the capitalised words of the English, folded, that neither language has and the Dutch sentence does not."""
    source = {_fold(w) for w in _WORD.findall(dutch)}
    found = (w.removesuffix("'s") for w in _WORD.findall(english) if w[0].isupper() and len(w) > 3)
    return {_fold(w) for w in found if "-" not in w and not _heard_of(w)} - source


def _heard_of(word: str) -> bool:
    known, folded = lexicon.load(), word.lower()
    return folded in known.english or known.knows(word) or lemmas.known(folded) or lemmas.known(folded, "en")


def is_copied(name: str) -> bool:
    """Return whether English has a name as Dutch has it: no part is an adjective or a compound of Dutch words, as far as is known."""
    known = lexicon.load()
    return all(
        _copied_as_a_rule(word, known)
        or not (known.knows(word) or word.endswith("se") or compounds.count(word.lower()))
        for word in _WORD.findall(name)
        if word[0].isupper()
    )


def _misspelt(name: str, strange: Collection[str]) -> bool:
    """Return whether one of the `strange` words is the name with other letters (`Zeldenela` for *Zdenela*).

    Other spellings of one name are none, nor is what only goes on behind it.
    """
    if "-" in name or len(name) < 4 or lemmas.known(name.lower()):
        return False
    folded = _fold(name).removesuffix("s").removesuffix("'")
    sounds = {_sound(folded), _sound(english_spelling(folded))}
    return any(
        SequenceMatcher(None, folded, other).ratio() >= _MISSPELT
        and not folded.startswith(other)
        and not other.startswith(folded)
        and _sound(other.removesuffix("s")) not in sounds
        for other in strange
    )


def _sound(name: str) -> str:
    """Return a folded name without what spellings of it differ in."""
    return name.translate(_ALIKE)


def _copied_as_a_rule(word: str, known: lexicon.Lexicon) -> bool:
    """Return whether the lexicon renders the word by itself: it was a name in the data too."""
    itself = known.renderings(word).get(word.lower(), 0)
    return itself > 0.5 or (itself > _ITSELF and known.best(word)[0] == word.lower())


def _sure(name: str, known: lexicon.Lexicon) -> bool:
    """Return whether a word has a capital as a rule, and in the lexicon one rendering alone (`Nederland`: Netherlands)."""
    usage = general.load().usage(name.lower())
    _, probability = known.best(name)
    return usage is not None and usage.name > _CAPITALS and probability >= _SURE


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
        and (word not in source or lemmas.known(word))
    )


def _english(word: str) -> bool:
    """Whether English has the word, or has both words that it is joined from (`birdwatcher`)."""
    english = lexicon.load().english
    if any(spelling in english or lemmas.known(spelling, "en") for spelling in (word, *spellings(word))):
        return True
    return any(word[:at] in english and word[at:] in english for at in range(_PART, len(word) - _PART + 1))


def _copied(dutch: str, english: str) -> bool:
    """Return whether the English is the Dutch over again, though English has other words for it, or has not these."""
    a, b = (_WORD.findall(t.lower()) for t in (dutch, english))
    known = lexicon.load()

    def is_dutch(word: str) -> bool:
        if known.knows(word):
            return known.best(word)[1] > 0 and known.renderings(word).get(word, 0) < lexicon.COPIED
        return lemmas.known(word) and not _english(word)

    return bool(a) and a == b and any(map(is_dutch, a))


def _fold(text: str) -> str:
    return plain(text.lower())
