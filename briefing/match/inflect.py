"""The English form that fits a Dutch occurrence: plural for plural, past for past."""

from __future__ import annotations

import re
from enum import StrEnum

from briefing.glossary import PartOfSpeech, Term
from briefing.match import english_forms, nouns, verbs
from briefing.match.patterns import PERSONS, verb_first, verbal, without_reflexive
from briefing.match.tokens import tokenize
from briefing.match.wordlist import word_list


class Form(StrEnum):
    """A grammatical form that Dutch and English share."""

    BASE = "base"
    PLURAL = "plural"
    THIRD = "third"  # third person singular, present
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"  # Dutch present participle


_NO_VERB = frozenset(
    word_list(
        "a an the no not of at in on off out up to for with by from under over beyond without as all there it this that"
    )
    + word_list(
        "things nothing cannot what who how when where much more most very too so their its his her your our"
    )
)
_ADVERB = re.compile(r"(?:\w+ly|never|always|soon|just|only|still|almost|half) (?=\w)")
_FUNCTION = frozenset(word_list("of the a an for to in on at by with from as against under between and"))


def english_form(term: Term, surface: str) -> str:
    """Return the term's English in the form that its Dutch occurrence `surface` has.

    `surface` is the text of the occurrence, without the words between its parts. A `keep` entry comes back
    letter for letter.
    """
    return inflect(term.target, dutch_form(term, surface), term.pos)


_BASE_AFTER = frozenset(word_list("to will would can could may might must shall should do does did let"))
_PARTICIPLE_AFTER = frozenset(
    word_list("have has had having be been being am is are was were get gets got getting")
)
_GERUND_AFTER = frozenset(word_list("by of from after before without for in on about despite while since"))
_PLURAL_AFTER = frozenset(
    word_list(
        "these those many several few both two three four five six seven eight nine ten dozens hundreds"
    )
)
_BETWEEN = frozenset(word_list("not also never again already still only even now soon then"))


def fitting_form(term: Term, surface: str, before: str) -> str:
    """Return the term's English in the form that fits behind `before`, the English up to it.

    Where the English in front asks for a form (`has`, `to`, `these`) it has that one, else the one that the Dutch
    occurrence `surface` has. At the beginning of a sentence it has a capital.
    """
    form = dutch_form(term, surface)
    last = _governing(before)
    if verbal(term.pos, [token.folded for token in tokenize(term.source)]):
        if last in _BASE_AFTER:
            form = Form.BASE
        elif last in _PARTICIPLE_AFTER:
            form = Form.PARTICIPLE
        elif last in _GERUND_AFTER:
            form = Form.GERUND
        elif form is Form.PARTICIPLE:
            form = Form.PAST
    elif term.pos in {PartOfSpeech.NOUN, None}:
        form = Form.BASE if last in {"a", "an"} else Form.PLURAL if last in _PLURAL_AFTER else form
    english = inflect(term.target, form, term.pos)
    return english[:1].upper() + english[1:] if SENTENCE_START.search(before) else english


def agreeing_form(term: Term, surface: str, before: str, after: str) -> str:
    """Return the base form of the term's English, or another where the words around it and the Dutch both ask for that.

    A model that copies a term often leaves it as it was given: *has been mastermind by*, *two justice of the peace*.
    """
    form, last = dutch_form(term, surface), _governing(before)
    if form is Form.PARTICIPLE and last in _PARTICIPLE_AFTER:
        return inflect(term.target, form, term.pos)
    counted = last in _PLURAL_AFTER or re.search(r"(?<![\d.,])(?!1 )\d[\d.,]* $", before)
    if form is Form.PLURAL and counted and _NOUN_ENDS.match(after):  # two missiles; but two missile attacks
        return inflect(term.target, form, term.pos)
    return term.target


def _governing(before: str) -> str:
    """Return the last word of `before` but for adverbs, in lower case; empty where there is none."""
    words = [w.lower() for w in _ENGLISH_WORD.findall(before)]
    while words and (words[-1] in _BETWEEN or words[-1].endswith("ly")):
        words.pop()
    return words[-1] if words else ""


# What follows a noun that is not the first part of a longer one.
_NOUN_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\"”'’–—]|(?:and|or|but|of|in|on|at|to|from|for|with|by|as|that|who|which|were|are|have|had|will|would|can|"
    r"could|must|may|might|should|between|against|after|before|during|since|until|over|under|near|spoke|said)\b)"
)
_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What stands before the first word of a sentence.
SENTENCE_START = re.compile(r"""(?:^|[.!?:]["')\]]*\s)["'(\[]*$""")


def dutch_form(term: Term, surface: str) -> Form:
    """Return the form that the Dutch occurrence has; BASE where it cannot be told."""
    base = [token.folded for token in tokenize(term.source)]
    words = [token.folded for token in tokenize(surface)]
    if base and without_reflexive(base) != base:
        base, words = without_reflexive(base), [word for word in words if word not in PERSONS["zich"]]
    if not base or not words or base == words:
        return Form.BASE
    if verbal(term.pos, base):
        return _verb_form(base, words)
    if term.pos in {PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB, PartOfSpeech.PHRASE}:
        return Form.BASE
    if term.pos in {PartOfSpeech.NAME, PartOfSpeech.ABBREVIATION}:
        return Form.BASE  # an -s is a genitive there, `Poetins`, or cannot be told from one
    many = any(
        word != part
        and (word in nouns.plurals(part) or word in _feminine_plurals(part))
        and not _genitive(part, word, words, n)
        for n, (part, word) in enumerate(zip(base, words, strict=False))
    )
    return Form.PLURAL if many else Form.BASE


def _genitive(part: str, word: str, words: list[str], place: int) -> bool:
    """Whether an -s before another noun is more likely a genitive: only names and titles, kept simple."""
    return (
        word == part + "s"
        and place < len(words) - 1
        and not part.endswith(("el", "er", "en", "em", "or", "ie", "e", "r", "um", "on"))
    )


def _feminine_plurals(noun: str) -> set[str]:
    return {form for form in nouns.feminines(noun) if form.endswith(("s", "en")) and not form.endswith("es")}


def _verb_form(base: list[str], words: list[str]) -> Form:
    whole, rest = (base[0], base[1:]) if verb_first(base) else (base[-1], base[:-1])
    verb = verbs.conjugate(whole)
    aside = {form for word in rest for form in PERSONS.get(word, {word})}
    for word in words if len(words) == 1 else [word for word in words if word not in aside]:
        for candidate in (word, verb.prefix + word if verb.prefix else word):
            form = verbs.form_of(whole, candidate)
            if form:
                return Form(form)
    return Form.BASE


def inflect(target: str, form: Form, pos: PartOfSpeech | None = None) -> str:
    """Return an English base form in another form; its head (first verb, last noun before `of`) changes."""
    if form is Form.BASE or pos in {PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB}:
        return target
    if pos is PartOfSpeech.PHRASE and (adverb := _ADVERB.match(target)):
        return adverb[0] + inflect(target[adverb.end() :], form, pos)
    words = target.split(" ")
    if pos is PartOfSpeech.PHRASE and words[0].lower() in _NO_VERB:
        return target
    if form is Form.PLURAL and pos is PartOfSpeech.ABBREVIATION and words[-1].endswith("S"):
        return target  # the US, the PPS: one more s would be read as a part of it
    if form is Form.PLURAL:
        at = _head(words)
        parts = words[at].split("-")  # commander-in-chief
        head = _head(parts)
        parts[head] = parts[head] if _is_plural(parts[head]) else english_forms.plural(parts[head])
        words[at] = "-".join(parts)
        return " ".join(words)
    verb = words[0].lower()
    words[0] = {
        Form.THIRD: english_forms.third,
        Form.PAST: english_forms.past,
        Form.PARTICIPLE: english_forms.participle,
        Form.GERUND: english_forms.gerund,
    }[form](verb)
    return " ".join(words)


def _head(words: list[str]) -> int:
    """Return the place of a noun's head: the last word, or the last before `of` and its like."""
    return next((n for n, word in enumerate(words) if n and word.lower() in _FUNCTION), len(words)) - 1


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in english_forms.PLURALS.values() or (
        low.endswith("s") and not low.endswith(("ss", "us", "is"))
    )
