"""Whether a sentence can be read alone: what it would need from the sentence before it."""

from __future__ import annotations

import re

from briefing.summarise.calendar_words import is_time
from briefing.summarise.names import PLACES
from briefing.summarise.pointing import FORMS, ROLE, Forms
from briefing.summarise.quotation import is_bare_quote, is_half_quote, outside_quotes
from briefing.summarise.tenses import DUTCH, ENGLISH, FINITE
from briefing.summarise.text import is_content

_OPENERS = "\"“”„«»‘’'‚`‹›–—- \u00a0("
_AROUND = _OPENERS + ",.;:!?"
_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w-]+")
_IN = frozenset("in uit naar from to at".split())
_TENSES = {"nl": DUTCH, "en": ENGLISH}
MIN_WORDS = 5  # shorter ones are exclamations, or need all of what came before


def needs_context(text: str, language: str) -> str:
    """Return what `text` lacks to be read alone, or an empty string.

    The word names the reason: `connective`, `pronoun`, `list`, `quote`, `half-quote`, `object`, `question`,
    `fragment`. The rules look at form alone (opening words, quotation marks) and are meant to be strict: a
    sentence that is held back for no good reason can still come with its neighbour. In a language without
    forms of its own, only quotation marks, questions and length are looked at.
    """
    if is_half_quote(text):
        return "half-quote"
    if is_bare_quote(text):
        return "quote"
    if text.rstrip(_OPENERS).endswith("?"):
        return "question"
    bare = text.lstrip(_OPENERS)
    forms = FORMS.get(language)
    reason = _points_back(text, bare, forms) if forms else ""
    if reason:
        return reason
    if len(bare.split()) < MIN_WORDS:
        return "fragment"
    if forms and _speaks(text, forms):
        return "quote"
    return "" if forms is None or _subject_known(text, forms, language) else "pronoun"


def _points_back(text: str, bare: str, forms: Forms) -> str:
    """Return the reason why the opening, or an object, points to an earlier sentence."""
    first = (bare.split() or [""])[0].rstrip(",.;:!?").lower()
    if not forms.complete.match(bare):
        if first in forms.connectives:
            return "connective"
        if first in forms.pronouns or forms.openings.match(bare):
            return "pronoun"
    if forms.items.match(bare):
        return "list"
    return "object" if forms.dangling.match(outside_quotes(text).lstrip(_OPENERS)) else ""


def _speaks(text: str, forms: Forms) -> bool:
    """Whether "ik" or "wij" speaks outside quotation marks: a quotation that lost its marks or its speaker."""
    said = {word.strip(_AROUND) for word in outside_quotes(text).split()} - {"US"}
    return not forms.first_person.isdisjoint(word.lower() for word in said) and not text.startswith(
        tuple('"“„”«')
    )


def _subject_known(text: str, forms: Forms, language: str) -> bool:
    """Whether the first personal pronoun outside quotation marks finds a name, a role or a noun at the head."""
    words = [bare for word in outside_quotes(text).split() if (bare := word.strip(_AROUND))]
    for place, word in enumerate(words):
        pronoun = word.lower()
        # "It" at the head has been judged by its opening; further on it finds its noun.
        if pronoun not in forms.personal or (pronoun == "it" and place != 1):
            continue
        before = [w for w in words[:place] if not is_time(w, language)]
        if not before:
            return False
        named = any(_CAPITAL.match(w) and not _where(before, i) for i, w in enumerate(before) if i)
        if named or ROLE.search(" ".join(before)):
            return True
        head = before[0].lower()
        return pronoun != "it" and is_content(head, language) and _TENSES[language].kind(head) not in FINITE
    return True


def _where(words: list[str], place: int) -> bool:
    """Whether a word is a place in which somebody is, and nobody itself: *In Brussel zei hij*."""
    return words[place] in PLACES and words[place - 1].lower() in _IN
