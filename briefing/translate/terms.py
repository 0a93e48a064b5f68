"""Glossary terms of a sentence: how they are put to the model, and what became of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.glossary import PartOfSpeech, TermStatus
from briefing.match import TermMatch, english_form, find_rendering
from briefing.match.english_forms import spellings
from briefing.match.obedience import forbidden_in
from briefing.translate.engine import InlineTerm
from briefing.translate.types import TermOutcome, TermUse


def inline(matches: Sequence[TermMatch]) -> tuple[InlineTerm, ...]:
    """Return the annotations for a model that knows inline terms.

    The base form is given, which the model was trained to inflect. Terms that stand apart or inside a longer
    word cannot be annotated.
    """
    return tuple(
        InlineTerm(m.start, m.end, _target(m, inflected=False)) for m in matches if m.terms and m.contiguous
    )


def _target(match: TermMatch, *, inflected: bool) -> str:
    if match.term.status is TermStatus.KEEP:
        return match.surface
    return english_form(match.term, match.surface) if inflected else match.term.target


def in_place(
    text: str, matches: Sequence[TermMatch], *, quoted: bool = False
) -> tuple[str, tuple[InlineTerm, ...]]:
    """Return `text` with the English forms standing in it instead of the Dutch ones, and their annotations.

    The stronger ways for a term that a plain annotation did not bring through: with nothing Dutch to go by, the
    model copies what it finds ("replace" in Dinu et al. 2019, arXiv 1906.01105). A separable verb is put where
    its first part stands, a part of a compound beside the rest of the word. With `quoted` there are quotation
    marks around it instead of an annotation; `unquoted` takes them out of the English again.
    """
    edits: list[tuple[int, int, str]] = []
    for match in matches:
        if not match.terms:
            continue
        (start, end), *rest = match.spans
        target = _target(match, inflected=True)
        edits.append((start, end, f'"{target}"' if quoted else target))
        edits += [(start, end, "") for start, end in rest]
    out: list[str] = []
    inline_terms: list[InlineTerm] = []
    at = length = 0
    for start, end, target in sorted(edits):
        before = text[at:start]
        if target and text[start - 1 : start].isalnum():
            before += " "
        elif not target:
            before = before.rstrip(" ")
        out += [before, target]
        length += len(before) + len(target)
        if target:
            inline_terms.append(InlineTerm(length - len(target), length, target))
            if text[end : end + 1].isalnum():
                out.append(" ")
                length += 1
        at = end
    return "".join([*out, text[at:]]), () if quoted else tuple(inline_terms)


def unquoted(english: str, text: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` without the double quotation marks around terms that have none in the Dutch `text`."""
    for match in matches:
        if match.terms and text[max(match.start - 1, 0) : match.start] not in {'"', "'"}:
            target = _target(match, inflected=True)
            english = re.sub(rf'"({re.escape(target)}\w*)"', r"\1", english, flags=re.IGNORECASE)
    return english


def polished(english: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` with no term capitalised inside a sentence that the glossary has in small letters."""
    for match in matches:
        for term in match.terms:
            if term.status is TermStatus.KEEP or not term.target:
                continue
            if term.pos in _OFFICIAL:
                english = _spelled_as(term.target, english)
            span = find_rendering(term.target, english, pos=term.pos)
            if span is None:
                continue
            start = span[0]
            inside = not _STARTS.search(english[:start])
            if inside and term.target[0].islower() and english[start : start + 2].istitle():
                english = english[:start] + english[start].lower() + english[start + 1 :]
            break
    return english


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


_STARTS = re.compile(r"""(?:^|[.!?:]["')\]]*\s)["'(\[]*$""")


def outcomes(matches: Sequence[TermMatch], english: str, *, first: str | None = None) -> tuple[TermUse, ...]:
    """Return what became of each term in `english`.

    A term is kept where one of its preferred or admitted renderings stands there, in any inflection. It is
    repaired where it stands there but did not in `first`, the first translation.
    """
    uses = []
    for match in matches:
        if not match.terms:
            continue
        if _stands(match, english):
            repaired = first is not None and not _stands(match, first)
            status = TermOutcome.REPAIRED if repaired else TermOutcome.KEPT
        else:
            status = TermOutcome.MISSED
        uses.append(TermUse(match.term.source, match.term.target or match.surface, status))
    return tuple(uses)


def missed(matches: Sequence[TermMatch], english: str) -> int:
    """Return how many of the terms have no accepted rendering in `english`."""
    return sum(bool(m.terms) and not _stands(m, english) for m in matches)


def forbidden(matches: Sequence[TermMatch], english: str) -> tuple[str, ...]:
    """Return the forbidden renderings that stand in `english`, as they stand there.

    One that is accepted for another term of the sentence is not forbidden.
    """
    found = []
    for match, target in forbidden_in(matches, english):
        term = next(t for t in match.forbidden if t.target == target)
        span = find_rendering(target, english, pos=term.pos, case_sensitive=term.case_sensitive)
        if span:
            found.append(english[slice(*span)])
    return tuple(dict.fromkeys(found))


def _stands(match: TermMatch, english: str) -> bool:
    for term in match.terms:
        if term.status is TermStatus.KEEP:
            if re.search(rf"(?<!\w){re.escape(match.surface)}(?!\w)", english):
                return True
        elif find_rendering(term.target, english, pos=term.pos, case_sensitive=term.case_sensitive):
            return True
    return False


def key(matches: Sequence[TermMatch]) -> str:
    """Return in one line the terms that applied to a sentence, for the key of the translation memory."""
    parts = []
    for match in matches:
        accepted = "/".join(f"{t.target}:{t.status}" for t in match.terms)
        banned = "/".join(t.target for t in match.forbidden)
        parts.append(f"{match.start}-{match.end}={accepted}!{banned}")
    return "|".join(parts)
