"""Inflected forms of Dutch nouns, by the spelling rules of the Woordenlijst (Het Groene Boekje).

More forms are given than a noun has: a form that no Dutch text holds costs nothing. Forms that are another
common word are not given (`bomen` for `bom`): a lengthened plural is made for the listed nouns alone.
"""

from __future__ import annotations

import re

from briefing.match.wordlist import word_list

_VOWELS = "aeiouyáéíóúàèëïöüäâêîôû"
# Short vowel in the singular, long in the plural: E-ANS 3.5.2. Compared with the end of the noun.
_LENGTHENED = word_list(
    "bad bedrag bevel bod dag dak dal gat gebed gebod gebrek gen glas god graf hertog hof hol lot oorlog pad "
    "schot slag slot spel staf tred vat verdrag verbod verlof weg"
)
_IRREGULAR = {
    "lid": ("leden",),
    "schip": ("schepen",),
    "stad": ("steden",),
    "smid": ("smeden",),
    "kind": ("kinderen", "kinders"),
    "volk": ("volkeren", "volken"),
    "gemoed": ("gemoederen",),
    "goed": ("goederen",),
    "blad": ("bladen", "bladeren"),
    "lied": ("liederen",),
    "been": ("beenderen", "benen"),
    "ei": ("eieren",),
    "rad": ("raderen",),
    "man": ("mannen", "lieden", "lui", "mensen"),
    "vrouw": ("vrouwen", "lieden"),
    "koe": ("koeien",),
    "vlo": ("vlooien",),
    "museum": ("musea",),
    "politicus": ("politici",),
}
# Unstressed endings: the consonant is not doubled (`artikel`, `artikelen`).
_UNSTRESSED = re.compile(rf"[{_VOWELS}].*[^{_VOWELS}](?:el|er|en|em|ig|ik|or|es|on)$")
_SINGLE = re.compile(rf"(?:^|[^{_VOWELS}]|qu|i(?=[aou]))([aeiou])([bdfgklmnprst])$")
_LONG = re.compile(r"(?:aa|ee|oo|uu)([bcdfgklmnprst])$")
_FEMININE = (
    ("aar", ("aarster", "ares")),
    ("er", ("ster", "eres", "erin")),
    ("eur", ("euse", "rice", "eure")),
    ("or", ("rice", "ores")),
    ("ant", ("ante",)),
    ("ent", ("ente",)),
    ("aat", ("ate",)),
    ("ist", ("iste",)),
    ("aris", ("aresse", "arisse")),
    ("aan", ("ane", "aanse")),
    ("eus", ("ea",)),
    ("icus", ("ica",)),
    ("gezant", ("gezante",)),
    ("ling", ("linge",)),
    ("rus", ("russin",)),
    ("fransman", ("francaise", "française")),
    ("man", ("vrouw", "svrouw")),
    ("meester", ("meesteres",)),
)


def plurals(noun: str) -> set[str]:
    """Return the plural forms that a lower-case Dutch noun can have."""
    forms = {noun + "s", noun + "en"}
    for end, plural in _IRREGULAR.items():
        if noun == end or (noun.endswith(end) and len(noun) > len(end) + 2):
            forms |= {noun[: -len(end)] + form for form in plural}
    if noun.endswith("heid"):
        return {noun[:-4] + "heden"}
    if noun[-1] in "aiouy":
        return {noun + "'s", noun + "s"} | forms - {noun + "en", noun + "s"}
    if noun.endswith("e"):
        forms = forms - {noun + "en"} | {noun + "n"}
    if noun.endswith(("ee", "ie", "é")):
        forms |= {noun + "ën", noun[:-1] + "ën"}
    for latin, plural_end in (
        ("us", "i"),
        ("um", "a"),
        ("on", "a"),
        ("is", "es"),
        ("ix", "ices"),
        ("ex", "ices"),
    ):
        if noun.endswith(latin) and len(noun) > len(latin) + 2:
            forms.add(noun[: -len(latin)] + plural_end)
    long = _LONG.search(noun)
    single = _SINGLE.search(noun)
    if long:
        stem = noun[:-2]
        forms |= {stem + soft + "en" for soft in _softened(noun[-1])}
        forms.discard(noun + "en")
        if noun.endswith("or"):
            forms.add(noun + "en")
    elif single:
        exact = noun in _LENGTHENED
        if exact or any(noun.endswith(end) for end in _LENGTHENED):  # `contactdag`, but also `fregat`
            forms.add(noun[:-1] + ("v" if noun[-1] == "f" else "z" if noun[-1] == "s" else noun[-1]) + "en")
        elif not _UNSTRESSED.search(noun):
            forms.discard(noun + "en")
        if not exact:
            forms.add(noun + noun[-1] + "en")
    else:
        forms |= {noun[:-1] + soft + "en" for soft in _softened(noun[-1])}
    return forms


def _softened(consonant: str) -> set[str]:
    return {consonant} | ({"v"} if consonant == "f" else {"z"} if consonant == "s" else set())


def diminutives(noun: str) -> set[str]:
    """Return the diminutives that a lower-case Dutch noun can have, plurals among them."""
    if noun.endswith("ing"):
        small = {noun[:-1] + "kje", noun + "etje"}
    elif noun.endswith("m"):
        small = {noun + "pje"}
    elif noun[-1] in "aou":
        small = {noun + noun[-1] + "tje"}
    elif noun[-1] in "lnrwiey":
        small = {noun + "tje"}
    else:
        small = {noun + "je"}
    if _SINGLE.search(noun):
        small.add(noun + noun[-1] + "etje")
    return small | {form + "s" for form in small}


def feminines(noun: str) -> set[str]:
    """Return the feminine forms that a lower-case Dutch noun for a person can have, plurals among them."""
    female = {noun[: -len(end)] + new for end, news in _FEMININE if noun.endswith(end) for new in news}
    return female | {plural for form in female for plural in plurals(form)}


def genitives(noun: str) -> set[str]:
    """Return the genitive: with -s, or with 's after a vowel; an apostrophe alone (`Parijs'`) is not in the word."""
    return {noun + "'s"} if noun[-1] in _VOWELS else set() if noun[-1] in "sxz" else {noun + "s"}


def forms(noun: str) -> set[str]:
    """Return every form, lower case: base, plurals, genitives, diminutives, feminines."""
    noun = noun.casefold()
    if len(noun) < 2:
        return {noun, noun + "'s"}
    return {noun} | plurals(noun) | genitives(noun) | diminutives(noun) | feminines(noun)
