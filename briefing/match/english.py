"""Whether an English rendering stands in a text, in any inflection, at word boundaries."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from briefing.glossary import PartOfSpeech
from briefing.match import english_forms as forms
from briefing.match import lemmas
from briefing.match.wordlist import word_list

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_PARTICLES = frozenset(
    word_list(
        "about across ahead apart aside away back by down forward in into off on out over through together up upon with to from"
    )
)
_FUNCTION = frozenset(
    word_list("of the a an and or for to in on at by with from as against under between into s")
)
# Words between a verb and its particle: `put the whole debate off`.
_GAP = r"(?:\W++\w++(?:['’\-]\w++)*+){0,5}?\W+"  # possessive: rows of dashes would be tried in every way
_JOIN = r"(?:\s*[-‐‑–]\s*|\s+|)"
_SYMBOL = re.compile(r"[&/+@]")
_POSSESSIVE = r"(?:['’]s|['’](?!\w))?"


def find_rendering(
    target: str, text: str, *, pos: PartOfSpeech | None = None, case_sensitive: bool = False
) -> tuple[int, int] | None:
    """Return the first range of `text` where `target` stands in some inflection, or None.

    `target` is an English base form. Found are plurals, verb forms (irregular ones too, and with words
    between a verb and its particle), possessives, capitals, British and American spellings, and a hyphen, a
    space or nothing between its words. Only whole words count. `pos` narrows the inflections: a name or an
    abbreviation has only a plural and a possessive.
    """
    found = _pattern(target, pos, case_sensitive or _is_word_in_capitals(target)).search(text)
    return found.span() if found else None


@lru_cache(20_000)
def _is_word_in_capitals(target: str) -> bool:
    """Return whether a target in capitals is another word in small letters: the US and *us*, but not NATO."""
    return target.isupper() and lemmas.known(target.lower(), "en")


@lru_cache(20_000)
def _pattern(target: str, pos: PartOfSpeech | None, case_sensitive: bool) -> re.Pattern[str]:
    words = _WORD.findall(target)
    if not words or _SYMBOL.search(target):  # CD&V: letter for letter, with a plural or possessive
        flags = 0 if case_sensitive else re.IGNORECASE
        return re.compile(rf"(?<!\w){re.escape(target)}s?{_POSSESSIVE}(?!\w)", flags)
    head = 0 if pos is PartOfSpeech.VERB else None
    parts = [_alternatives(word, pos, first=head == n) for n, word in enumerate(words)]
    separators = [_separator(a, b) for a, b in itertools.pairwise(words)]
    body = parts[0]
    verbal = pos in {PartOfSpeech.VERB, PartOfSpeech.PHRASE, None}
    for n, (separator, part) in enumerate(zip(separators, parts[1:], strict=True)):
        last = n == len(separators) - 1
        if verbal and last and words[-1].lower() in _PARTICLES and len(words) > 1:
            body += f"(?:{separator}|{_GAP}){part}"
        else:
            body += separator + part
    flags = 0 if case_sensitive else re.IGNORECASE
    return re.compile(rf"(?<![^\W_])(?:{body}){_POSSESSIVE}(?![^\W_])", flags)


def _separator(before: str, after: str) -> str:
    if before.lower() in _FUNCTION or after.lower() in _FUNCTION:
        return r"(?:\s*[-‐‑–]\s*|\s+)"
    return _POSSESSIVE + _JOIN


def _alternatives(word: str, pos: PartOfSpeech | None, *, first: bool) -> str:
    low = word.lower().replace("’", "'")
    if low in _FUNCTION or len(low) < 2:
        return re.escape(word)
    if pos in {PartOfSpeech.NAME, PartOfSpeech.ABBREVIATION} or pos is PartOfSpeech.NOUN:
        found = forms.noun_forms(low)
    elif pos is PartOfSpeech.VERB:
        found = forms.verb_forms(low) if first else forms.noun_forms(low)
    elif pos in {PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB}:
        found = forms.adjective_forms(low)
    else:
        found = forms.noun_forms(low) | forms.verb_forms(low)
    found |= {spelling for form in found for spelling in forms.spellings(form)}
    variants = {_cased(word, form) for form in found} | {
        _cased(word.capitalize(), f) for f in found if word.islower()
    }
    return "(?:" + "|".join(_spelled(form) for form in sorted(variants, key=lambda f: (-len(f), f))) + ")"


def _spelled(form: str) -> str:
    """Return a pattern for the form: any apostrophe, and in a long word a hyphen inside (`cease-fire`)."""
    if len(form) < 8 or not form.isalpha():
        return re.escape(form).replace("'", "['’]")
    return form[:3] + "".join(f"-?{letter}" for letter in form[3:-3]) + "-?" + form[-3:]


def _cased(model: str, form: str) -> str:
    """Return `form` with the capitals that `model` has in the letters they share."""
    return "".join(m if m.lower() == f else f for m, f in zip(model, form, strict=False)) + form[len(model) :]
