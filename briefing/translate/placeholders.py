"""Placeholders: a term leaves the Dutch for a sign that the model copies, and its English takes the sign's place.

The last means, for models that know no annotations. Which signs a model copies depends on its pieces and its data,
so there are several forms: what does not come through exactly once is thrown away and the next form is tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.glossary import PartOfSpeech, TermStatus
from briefing.match import TermMatch
from briefing.match.inflect import Form, dutch_form, fitting_form
from briefing.translate.terms import in_place

# In the order in which they are tried; `#` is the number of the term. Four shapes: letters round the figure, a word
# that looks like a name, brackets, a word in capitals. Of 61 sentences the embedded model copied every sign in 58,
# 59, 60 and 58; of `[#]` it copied none. No underscores: the tokenizer of Argos packages turns them into spaces.
FORMS = ("X#X", "Zaxo#", "(#)", "TERM#")
_PLURAL_VERB = {"is": "are", "was": "were", "has": "have"}
_VERB = re.compile(r"^( (?:also |now |still |not )?)(is|was|has)\b")
_DUTCH_ARTICLES = {"de": "the", "het": "the", "een": "a"}
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your no any some every each which whose".split()
)
_LAST_WORD = re.compile(r"([^\W\d_]+)(['’]s)?\W*$")


def protect(text: str, matches: Sequence[TermMatch], form: str) -> str | None:
    """Return `text` with a placeholder for each occurrence; None where the text itself holds such a sign."""
    chosen = [match for match in matches if match.terms]
    signs = {id(match): _sign(form, n) for n, match in enumerate(chosen)}
    if any(sign in text for sign in signs.values()):
        return None
    return in_place(text, chosen, lambda match: signs[id(match)])[0]


def restore(english: str, text: str, matches: Sequence[TermMatch], form: str) -> str | None:
    """Return `english` with each placeholder replaced by its term, inflected to fit; None where one was lost.

    An article that the Dutch has right before the term is put back where the sign, read as a name, lost it.
    """
    for n, match in enumerate(match for match in matches if match.terms):
        sign = re.compile(rf"(?<![\w]){re.escape(_sign(form, n))}(?![\w])", re.IGNORECASE)
        found = sign.findall(english)
        if len(found) != 1:
            return None
        before, after = sign.split(english)
        standing = _rendering(match, text, before)
        if match.term.pos is PartOfSpeech.NOUN and _many(match):
            after = _VERB.sub(lambda v: v[1] + _PLURAL_VERB[v[2]], after)
        english = before + standing + after
    return english


def _many(match: TermMatch) -> bool:
    return dutch_form(match.term, match.surface) is Form.PLURAL


def _sign(form: str, number: int) -> str:
    return form.replace("#", str(number + 1))


def _rendering(match: TermMatch, text: str, before: str) -> str:
    if match.term.status is TermStatus.KEEP:
        return match.surface
    article = _article(match, text, before)
    if not article:
        return fitting_form(match.term, match.surface, before)
    capital = article.capitalize() if fitting_form(match.term, "", before)[0].isupper() else article
    return f"{capital} {fitting_form(match.term, match.surface, before + article + ' ')}"


def _article(match: TermMatch, text: str, before: str) -> str:
    """Return the article that is missing in the English, or nothing."""
    if match.term.pos not in {PartOfSpeech.NOUN, None}:
        return ""
    dutch = text[: match.start].split(" ")
    article = _DUTCH_ARTICLES.get(dutch[-2].lower(), "") if len(dutch) > 1 and not dutch[-1] else ""
    last = _LAST_WORD.search(before)
    return "" if last and (last[2] or last[1].lower() in _DETERMINERS) else article
