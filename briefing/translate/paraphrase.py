"""Plain Dutch in place of an expression that a small model misreads: `hakten de knoop door`, `namen het besluit`.

What is put in has the form that the expression has in its sentence, so that the sentence stays one: the model need not find
its way round English that stands in it (after Callison-Burch et al. 2006, "Improved Statistical Machine Translation Using
Paraphrases", who replace what a model does not know by what it does).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.match import TermMatch, lemmas, verbs
from briefing.match.apart import STRANDED
from briefing.match.patterns import PERSONS, verb_first, verbal
from briefing.match.tokens import tokenize
from briefing.match.wordlist import word_list
from briefing.translate.engine import InlineTerm

# Verbs that have their perfect with `zijn`. A participle of one is not changed for one of another verb, nor the other way
# round: `is op het spoor gekomen` (has found) would be `is gevonden` (has been found).
_WITH_ZIJN = frozenset(
    word_list(
        "komen gaan lopen vallen schieten raken geraken blijven treden stappen springen zijn worden vliegen duiken"
    )
    + word_list(
        "kruipen zakken stijgen dalen zinken stranden groeien vertrekken verdwijnen mislukken beginnen stoppen"
    )
    + word_list(
        "sterven vluchten slagen ontstaan verschijnen keren zwijmen glippen rollen smelten bezwijken verbranden blijken overlijden ontsnappen verdwalen gebeuren"
    )
)

_BEFORE = re.compile(r"([^\W\d_]+(?:'n)?)[\"')]*\s+$")
# What stands before a noun and goes with it; so do inflected adjectives. `die` and `dat` more often begin a clause.
_OF_A_NOUN = frozenset(
    word_list(
        "geen een de het hun zijn haar ons onze mijn jouw jullie uw deze welke welk zulke zo'n m'n z'n eigen"
    )
    + word_list(
        "veel meer meest minder weinig genoeg enige enig elke elk iedere ieder alle twee drie vier vijf open"
    )
)
# First words of expressions that are no nouns.
_NO_NOUN = frozenset(
    word_list(
        "aan achter af bij binnen boven buiten door er erbij erin erop ertoe eruit ervan ervoor in langs met mee na naar"
    )
    + word_list(
        "om onder op over per te ten ter tegen tot tussen uit van vanaf voor zich zonder de het een zijn niet wel"
    )
)

_FINITE = frozenset({"third", "past"})

Edit = tuple[int, int, str]  # a range of the text, and what is put there


def edits(text: str, match: TermMatch, plain: str) -> tuple[Edit, ...]:
    """Return what makes `text` say an occurrence in plain words; nothing where its form cannot be told.

    `plain` stands in its base form, as the entry does: its last word is an infinitive where the entry's is. Where the entry
    has `zijn` or `zich` before that, the sentence's own possessive or reflexive goes there.
    """
    source = [token.folded for token in tokenize(match.term.source)]
    if verbal(match.term.pos, source):
        parts = _in_form(text, match, source, plain)
    else:
        parts = [plain] if len(match.spans) == 1 else None
    if parts is None:
        return ()
    start = match.start
    if text[start].isupper() or _begins(text, start):
        if not parts[0]:
            return ()  # the next word would need the capital
        if text[start].isupper():
            parts[0] = parts[0][0].upper() + parts[0][1:]
    return tuple((start, end, part) for (start, end), part in zip(match.spans, parts, strict=True))


def rewritten(
    text: str, changes: Sequence[Edit], inline: Sequence[InlineTerm]
) -> tuple[str, tuple[InlineTerm, ...]]:
    """Return `text` with the changes made, and the annotations of other words where those stand then."""
    out: list[str] = []
    moves: list[tuple[int, int]] = []  # behind this place, so many characters further on
    at = 0
    for start, end, new in sorted(changes):
        first = start - 1 if not new and text[start - 1 : start] == " " else start
        out += [text[at:first], new]
        moves.append((end, len(new) - (end - first)))
        at = end
    return "".join([*out, text[at:]]), tuple(
        InlineTerm(term.start + by, term.end + by, term.target)
        for term in inline
        for by in (sum(further for end, further in moves if end <= term.start),)
    )


def _in_form(text: str, match: TermMatch, source: list[str], plain: str) -> list[str] | None:
    """Return what goes into each range of an expression that ends in its verb; None where the sentence would not stay one."""
    if verb_first(source):
        return None
    found = [[token.folded for token in tokenize(text[start:end])] for start, end in match.spans]
    if len(found) == 1 and _begins(text, match.start) and verbs.form_of(source[-1], found[0][-1]) in _FINITE:
        return None  # `Haast maakt hij niet.` would be a question
    own = {
        word: next((w for words in found for w in words if w in forms), word)
        for word, forms in PERSONS.items()
        if word in source[:-1]
    }
    *before, verb = plain.split(" ")
    te = text[: match.spans[-1][0]].lower().endswith(" te ")
    gap = tokenize(text[match.spans[0][1] : match.spans[-1][0]])
    stranded = bool(gap) and gap[0].folded in STRANDED
    parts = _parts(
        found, source[-1], [own.get(word, word) for word in before], verb, te=te, stranded=stranded
    )
    ends = (0, *(end for _, end in match.spans[:-1]))
    if parts and any(
        _bereft(text[end:start], words[0], part)
        for end, (start, _), words, part in zip(ends, match.spans, found, parts, strict=True)
        if len(source) > 1 and not verbs.form_of(source[-1], words[0])
    ):
        return None
    return parts


def _begins(text: str, at: int) -> bool:
    return not text[:at].strip("\"'( ")


def _bereft(text: str, noun: str, new: str) -> bool:
    """Whether a word at the end of `text` goes with the noun behind it (`felle actie`) and not with what is put there."""
    before = _BEFORE.search(text)
    if before is None or new.split(" ", 1)[0] == noun or noun in _NO_NOUN:
        return False
    word = before[1].lower()
    lemma = lemmas.lemma(word)
    inflected = word.endswith("e") and lemma != word and not verbs.form_of(lemma, word)
    return word in _OF_A_NOUN or inflected


def _parts(
    found: Sequence[list[str]], verb: str, before: list[str], plain: str, *, te: bool, stranded: bool
) -> list[str] | None:
    """Return what goes into each range of an occurrence of `... verb`: the words `before`, and the form of `plain`.

    `te` stands before the last range, and a preposition without its noun behind the first one, where they are said to.
    """
    prefix, rest = verbs.split_prefix(verb)
    new_prefix, new_rest = verbs.split_prefix(plain)
    if len(found) == 1:
        (words,) = found
        if words[-2:-1] == ["te"]:
            return [" ".join([*before, *([new_prefix] if new_prefix else []), "te", new_rest])]
        form = _whole(words[-1], prefix, rest, new_prefix, new_rest)
        return [" ".join([*before, form])] if form else None
    one, two = found
    if len(one) == 1 and (name := verbs.slot(rest, one[0])):
        if name in {"participle", "gerund", "declined"}:
            return None
        behind = [*before, *([new_prefix] if new_prefix else [])]
        return [verbs.paradigm(new_rest)[name], " ".join(behind)]
    if len(two) != 1:
        return None
    if te and new_prefix:
        if stranded:
            return None
        return [" ".join([*before, new_prefix]), new_rest]
    apart = verbs.slot(rest, two[0]) if prefix else ""
    form = (
        new_prefix + verbs.paradigm(new_rest)[apart]
        if apart
        else _whole(two[0], prefix, rest, new_prefix, new_rest)
    )
    return [" ".join(before), form] if form else None


def _whole(word: str, prefix: str, rest: str, new_prefix: str, new_rest: str) -> str:
    """Return the form of the plain verb that `word`, a form of the other one in one piece, has; "" where it is none."""
    name = verbs.slot(rest, word.removeprefix(prefix)) if word.startswith(prefix) else ""
    if name == "participle" and (
        new_rest == "worden" or (rest in _WITH_ZIJN) is not (new_rest in _WITH_ZIJN)
    ):
        return ""  # `is gesloopt geworden` nobody writes
    return new_prefix + verbs.paradigm(new_rest)[name] if name else ""
