"""Inflected forms of Dutch adjectives: with -e and -s, comparative, superlative."""

from __future__ import annotations

import re

from briefing.match.nouns import _LONG, _SINGLE, _UNSTRESSED, _softened

_IRREGULAR = {
    "goed": ("beter", "betere", "best", "beste"),
    "veel": ("meer", "meest", "meeste"),
    "weinig": ("minder", "minst", "minste"),
    "graag": ("liever", "liefst"),
}
_BARE = re.compile(r"(?:en|a|o|é|i)$")  # `gouden`, `lila`: no -e


def stems(adjective: str) -> set[str]:
    """Return what stands before -e: spelling of the stem in an open syllable."""
    if _LONG.search(adjective):
        return {adjective[:-2] + soft for soft in _softened(adjective[-1])}
    if _SINGLE.search(adjective) and not _UNSTRESSED.search(adjective):
        return {adjective + adjective[-1]}
    if adjective.endswith("e"):
        return {adjective[:-1]}
    return {adjective[:-1] + soft for soft in _softened(adjective[-1])}


def forms(adjective: str) -> set[str]:
    """Return every form, lower case."""
    word = adjective.casefold()
    if len(word) < 3:
        return {word}
    found = {word, word + "s", word + "st", word + "ste", word + "t", word + "te"}
    found |= set(_IRREGULAR.get(word, ()))
    if not _BARE.search(word):
        for stem in stems(word):
            found |= {stem + end for end in ("e", "er", "ere", "ers", "en")}
        if word.endswith("r"):
            found |= {word + "der", word + "dere"}
    return found
