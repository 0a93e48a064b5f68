"""Glossary terms of a sentence: how they are put to the model, and what became of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

from briefing.glossary import PartOfSpeech, Term, TermStatus
from briefing.match import TermMatch, english_form, find_rendering
from briefing.match.english_forms import spellings
from briefing.match.inflect import SENTENCE_START, agreeing_form
from briefing.match.obedience import renderings
from briefing.translate.engine import InlineTerm
from briefing.translate.types import TermOutcome, TermUse


def inline(matches: Sequence[TermMatch]) -> tuple[InlineTerm, ...]:
    """Return the annotations for a model that knows inline terms.

    The base form is given, which the model was trained to inflect. Terms that stand apart or inside a longer
    word cannot be annotated.
    """
    return tuple(
        InlineTerm(m.start, m.end, target(m, inflected=False)) for m in matches if m.terms and m.contiguous
    )


def target(match: TermMatch, *, inflected: bool) -> str:
    """Return the English of an occurrence: its base form, or the form that the Dutch has."""
    if match.term.status is TermStatus.KEEP:
        return match.surface
    return english_form(match.term, match.surface) if inflected else match.term.target


def in_place(
    text: str, matches: Sequence[TermMatch], put: Callable[[TermMatch], str] | None = None
) -> tuple[str, tuple[InlineTerm, ...]]:
    """Return `text` with something else standing in it instead of the Dutch terms, and annotations of it as itself.

    `put` gives what is put for an occurrence, by default the English form: with nothing Dutch to go by, the model
    copies what it finds ("replace" in Dinu et al. 2019, arXiv 1906.01105). A separable verb is put where its first
    part stands, a part of a compound beside the rest of the word.
    """
    edits: list[tuple[int, int, str]] = []
    for match in matches:
        if not match.terms:
            continue
        (start, end), *rest = match.spans
        edits.append((start, end, put(match) if put else target(match, inflected=True)))
        edits += [(start, end, "") for start, end in rest]
    out: list[str] = []
    inline_terms: list[InlineTerm] = []
    at = length = 0
    for start, end, new in sorted(edits):
        before = text[at:start]
        if new and text[start - 1 : start].isalnum():
            before += " "
        elif not new:
            before = before.rstrip(" ")
        out += [before, new]
        length += len(before) + len(new)
        if new:
            inline_terms.append(InlineTerm(length - len(new), length, new))
            if text[end : end + 1].isalnum():
                out.append(" ")
                length += 1
        at = end
    return "".join([*out, text[at:]]), tuple(inline_terms)


def blanked(text: str, matches: Sequence[TermMatch]) -> str:
    """Return `text`, as long as it is, with spaces in place of the words of terms."""
    for match in matches:
        for start, end in match.spans if match.terms else ():
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def renderings_out(english: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` without the renderings of the terms that stand in it."""
    for start, end in sorted(filter(None, set(renderings(matches, english))), reverse=True):
        english = f"{english[:start]} {english[end:]}"
    return english


def quoted(match: TermMatch) -> str:
    """Return the English form in quotation marks, which models copy; `unquoted` takes them out of the English again."""
    return f'"{target(match, inflected=True)}"'


def unquoted(english: str, text: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` without the double quotation marks around terms that have none in the Dutch `text`."""
    for match in matches:
        if match.terms and text[max(match.start - 1, 0) : match.start] not in {'"', "'"}:
            standing = re.escape(target(match, inflected=True))
            english = re.sub(rf'"({standing}\w*)"', r"\1", english, flags=re.IGNORECASE)
    return english


def polished(english: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` with the capitals of its terms as the glossary has them, but for the start of a sentence."""
    for match in matches:
        for term in match.terms:
            if term.status is TermStatus.KEEP or not term.target:
                continue
            if term.pos in _OFFICIAL:
                english = _spelled_as(term.target, english)
            span = find_rendering(term.target, english, pos=term.pos)
            if span is None:
                continue
            start, end = span
            standing = _cased_as(term.target, english[start:end])
            if SENTENCE_START.search(english[:start]):
                standing = english[start] + standing[1:]
            english = english[:start] + standing + english[end:]
            break
    return english


def agreeing(english: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` with terms that stand in their base form in the form that the sentence asks for beyond doubt."""
    at = [(span, match) for match, span in zip(matches, renderings(matches, english), strict=True) if span]
    for (start, end), match in sorted(at, key=lambda found: found[0], reverse=True):
        term, standing = match.term, english[start:end]
        if term.status is TermStatus.KEEP or standing.lower() != term.target.lower():
            continue
        fit = agreeing_form(term, match.surface, english[:start], english[end:])
        if fit != term.target:
            english = english[:start] + fit + english[end:]
    return english


def _cased_as(target: str, standing: str) -> str:
    """Return `standing`, a form of `target`, with the target's capitals as far as the two go together."""
    if target.islower():
        return "".join(w.lower() if w.istitle() else w for w in re.split(r"(\W+)", standing))
    same = next(
        (n for n, (t, s) in enumerate(zip(target, standing, strict=False)) if t.lower() != s.lower()), None
    )
    shared = min(len(target), len(standing)) if same is None else same
    return (
        "".join(t if t.isupper() else s for t, s in zip(target[:shared], standing, strict=False))
        + standing[shared:]
    )


_OFFICIAL = frozenset({PartOfSpeech.NAME, PartOfSpeech.ABBREVIATION})


def _spelled_as(name: str, english: str) -> str:
    """Return `english` with `name` as the glossary spells it (Defense, Defence): a name is official."""
    official = name.split(" ")
    tokens = list(_TOKEN.finditer(english))
    for at in range(len(tokens) - len(official), -1, -1):
        window = tokens[at : at + len(official)]
        pairs = [(wanted.lower(), found[0].lower()) for wanted, found in zip(official, window, strict=True)]
        same = all(wanted in spellings(found) or found in spellings(wanted) for wanted, found in pairs)
        if same and any(wanted != found for wanted, found in pairs):
            gaps = [english[a.end() : b.start()] for a, b in itertools.pairwise(window)]
            if all(gap == " " for gap in gaps):
                english = english[: window[0].start()] + name + english[window[-1].end() :]
    return english


_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def outcomes(matches: Sequence[TermMatch], english: str, *, first: str | None = None) -> tuple[TermUse, ...]:
    """Return what became of each term in `english`.

    A term is kept where one of its preferred or admitted renderings stands there, in any inflection. It is
    repaired where it stands there but did not in `first`, the first translation.
    """
    uses = []
    before = renderings(matches, first) if first is not None else None
    for n, (match, own) in enumerate(zip(matches, renderings(matches, english), strict=True)):
        if not match.terms:
            continue
        if own:
            repaired = before is not None and before[n] is None
            status = TermOutcome.REPAIRED if repaired else TermOutcome.KEPT
        else:
            status = TermOutcome.MISSED
        uses.append(TermUse(match.term.source, match.term.target or match.surface, status))
    return tuple(uses)


def key(matches: Sequence[TermMatch]) -> str:
    """Return in one line the terms that applied to a sentence, for the key of the translation memory."""
    parts = []
    for match in matches:
        accepted = "/".join(f"{t.source}:{t.target}:{_details(t)}" for t in match.terms)
        banned = "/".join(f"{t.target}:{_details(t)}" for t in match.forbidden)
        parts.append(f"{match.start}-{match.end}={accepted}!{banned}")
    return "|".join(parts)


def _details(term: Term) -> str:
    """Return what decides, beside the words, how an entry is looked for and inflected."""
    return f"{term.pos or ''}:{term.status}:{'c' if term.case_sensitive else ''}"
