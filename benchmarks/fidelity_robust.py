"""What can go wrong with text that is not plain prose, each as a check of (Dutch, English)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from briefing.translate.checks import numbers
from briefing.translate.typography import normalise

# Dutch words that no English text holds; "die", "is", "over" and the like are English too.
DUTCH = frozenset(
    "het een niet dat voor zijn wordt worden naar ook maar heeft hebben zich deze dit bij nog wel geen uit aan moet "
    "kunnen zal zou zouden werd waren wij jullie hij zij haar omdat tussen tegen zonder ons onze nooit alleen meer "
    "volgens kwam komt gaat willen weer vanaf tot sinds onder hun".split()
)
DUTCH_ABBREVIATIONS = frozenset({"navo", "ovse", "bbp"})  # one is enough: NATO, OSCE, GDP
SHORTEST, LONGEST = 0.4, 2.2  # English letters to one of Dutch
# What a chat model, a web page or a news agency would add: in English, and as the Dutch would say it.
BOILERPLATE = (
    (r"\btranslat(?:e|ed|ion)\b", r"vertal|vertaal"),
    (r"\bhere(?: is|'s) (?:the|your|a)\b", r"\bhier (?:is|volgt)\b|ziehier"),
    (r"^sure\b|\bas an ai\b|\blanguage model\b|\bi (?:cannot|can't) (?:help|assist)\b", r"zeker|taalmodel"),
    (r"\bi'?m sorry\b|\bapologi[sz]e\b", r"sorry|spijt|excus|verontschuldig"),
    (r"\ball rights reserved\b|\bcopyright\b|©", r"rechten|auteursrecht|copyright|©"),
    (r"\bread more\b|\bclick here\b|\bsubscribe\b|\bsign up\b", r"\blees\b|klik|abonne|aanmeld"),
    (r"\((?:reuters|ap|afp|anp|bbc)\)|\bphoto:", r"reuters|\bap\b|afp|anp|bbc|foto|beeld"),
    (r"</?(?:t|en|bos|eos|pad|unk)>|<=>|⁇|\ufffd", r"(?!)"),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@.])[\w-]+(?:\.[\w-]+)+/[\w/.-]*\w|[A-Z]:\\\S*\w"
)
_TAG = re.compile(r"(?<![\w/])[#@]\w+")
# A picture with what may follow it: skin, variant, joined pictures; or the two letters of a flag.
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)*"
)


def empty(_dutch: str, english: str) -> bool:
    """Return whether nothing came out."""
    return not english.strip()


def loops(dutch: str, english: str) -> bool:
    """Return whether three words in a row come three times or more, and more often than any two in the Dutch.

    Two, because a turn of phrase that a long sentence repeats (dat hij: that he had) is no loop.
    """
    again = _most_repeated(english, 3)
    return again >= 3 and again > _most_repeated(dutch, 2)


def _most_repeated(text: str, length: int) -> int:
    words = [w.lower() for w in _WORD.findall(text)]
    grams = zip(*(words[n:] for n in range(length)), strict=False)
    return max(Counter(grams).values(), default=0)


def left_in_dutch(dutch: str, english: str) -> bool:
    """Return whether the English holds Dutch function words, or is the Dutch over again.

    One such word is enough in a text of up to five words, two in any other; addresses and tags don't count.
    """
    words = [w.lower() for w in _WORD.findall(_without_copies(english))]
    hits = sum(w in DUTCH for w in words)
    if hits >= 2 or (hits == 1 and len(words) <= 5) or DUTCH_ABBREVIATIONS & set(words):
        return True
    source = [w.lower() for w in _WORD.findall(_without_copies(dutch))]
    return words == source and any(len(w) > 1 for w in source)


def odd_length(dutch: str, english: str) -> bool:
    """Return whether the English is shorter or longer than a translation can be."""
    a, b = ("".join(t.split()) for t in (dutch, english))
    return bool(a and b) and not SHORTEST <= len(b) / len(a) <= LONGEST


def boilerplate(dutch: str, english: str) -> bool:
    """Return whether the English holds a phrase, an address or a tag of which the Dutch has nothing."""
    a, b = (normalise(t).lower() for t in (dutch, english))
    if any(re.search(said, b) and not re.search(cause, a) for said, cause in BOILERPLATE):
        return True
    return any(copy not in dutch for copy in (*_ADDRESS.findall(english), *_TAG.findall(english)))


def not_copied(dutch: str, english: str) -> bool:
    """Return whether an address, a path, a tag or an emoji of the Dutch is not in the English as it was."""
    return any(english.count(copy) < count for copy, count in Counter(copies(dutch)).items())


def changed_number(dutch: str, english: str) -> bool:
    """Return whether a number, a month or a weekday was lost, changed or added, as the program's own check sees it."""
    return numbers.differ(normalise(dutch), normalise(english))


def copies(text: str) -> list[str]:
    """Return what must be copied letter for letter: addresses, paths, #tags, @names, emoji."""
    rest = _ADDRESS.sub(" ", text)
    return [*_ADDRESS.findall(text), *_TAG.findall(rest), *_EMOJI.findall(rest)]


def _without_copies(text: str) -> str:
    return _TAG.sub(" ", _ADDRESS.sub(" ", text))


CHECKS: dict[str, Callable[[str, str], bool]] = {
    "empty": empty,
    "loop": loops,
    "dutch": left_in_dutch,
    "length": odd_length,
    "boilerplate": boilerplate,
    "copy": not_copied,
    "number": changed_number,
}


def failures(dutch: str, english: str) -> list[str]:
    """Return the names of the checks that fail."""
    return [name for name, wrong in CHECKS.items() if wrong(dutch, english)]
