"""Glossary terms of a sentence: how they are put to the model, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.glossary import Term, TermStatus
from briefing.match import TermMatch, english_form, find_rendering
from briefing.translate.engine import InlineTerm
from briefing.translate.types import TermOutcome, TermUse


def inline(matches: Sequence[TermMatch], *, inflected: bool = False) -> tuple[InlineTerm, ...]:
    """Return the annotations for a model that knows inline terms.

    The base form is given, which the model was trained to inflect; with `inflected` the form that the Dutch
    one calls for. Terms that stand apart or inside a longer word cannot be annotated.
    """
    return tuple(
        InlineTerm(m.start, m.end, _target(m, inflected=inflected))
        for m in matches
        if m.terms and m.contiguous
    )


def _target(match: TermMatch, *, inflected: bool) -> str:
    if match.term.status is TermStatus.KEEP:
        return match.surface
    return english_form(match.term, match.surface) if inflected else match.term.target


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
    """Return the forbidden renderings that stand in `english`, as they stand there."""
    found = []
    for match in matches:
        for term in match.forbidden:
            if _accepted_inside(match, term):
                continue
            span = find_rendering(term.target, english, pos=term.pos, case_sensitive=term.case_sensitive)
            if span:
                found.append(english[slice(*span)])
    return tuple(dict.fromkeys(found))


def _accepted_inside(match: TermMatch, term: Term) -> bool:
    """Return whether the forbidden rendering is part of an accepted one, which may of course be used."""
    return any(find_rendering(term.target, accepted.target) for accepted in match.terms if accepted.target)


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
