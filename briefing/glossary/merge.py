"""Taking entries of another glossary into ours, by a rule for where the two differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.glossary.document import Document
from briefing.glossary.types import Term, TermStatus

OPEN = "?"  # the rendering of a candidate on which nobody has decided
_DECIDED = {TermStatus.PREFERRED, TermStatus.KEEP}


class Rule(StrEnum):
    """Whose word counts where both have a preferred rendering of a term, or details of the same pair."""

    OURS = "ours"
    THEIRS = "theirs"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Merged:
    """The document after the merge, and how many entries were added, changed, left as they were, and still open."""

    document: Document
    added: int
    changed: int
    unchanged: int
    open: int = 0


def merge(
    document: Document, theirs: Sequence[Term], rule: Rule, ask: Callable[[Term, Term], bool] | None = None
) -> Merged:
    """Return the document with the entries of `theirs` taken in, in their order.

    A pair that we lack is added. Where both have the pair, their filled columns replace ours under THEIRS. Where
    their preferred rendering differs from ours, it takes the place of ours under THEIRS and is left out under
    OURS; two entries of theirs leave each other alone. An entry whose rendering is OPEN is left out. Under ASK `ask(our entry, their entry)` says whether theirs counts.
    """
    changed = unchanged = undecided = 0
    fresh: list[Term] = []  # added at the end, together
    changes: dict[int, Term] = {}
    taken: set[int] = set()  # places that hold an entry of theirs
    gone: set[int] = set()  # places of ours whose rendering gave way to one that stands elsewhere
    behind = len(document.records)
    index: dict[str, list[tuple[int, Term]]] = {}
    for place, term in document.entries():
        index.setdefault(term.source.casefold(), []).append((place, term))
    pairs = {(term.source.casefold(), term.target) for term in theirs}
    for term in theirs:
        if term.target == OPEN:
            undecided += 1
            continue
        entries = index.setdefault(term.source.casefold(), [])
        pair = next((e for e in entries if _same_pair(e[1], term)), None)
        rival = next((e for e in entries if e[0] not in taken and _gives_way(e[1], term, pairs)), None)
        if pair is None and rival is None:
            entries.append((behind + len(fresh), term))
            taken.add(behind + len(fresh))
            fresh.append(term)
            continue
        place, ours = pair or rival or entries[0]
        yields = rival if rival and rival[0] != place else None
        new = _filled(ours, term)
        differs = yields or replace(new, file="", line=0) != replace(ours, file="", line=0)
        asked = yields[1] if yields else ours
        if not differs or not (
            rule is Rule.THEIRS or (rule is Rule.ASK and ask is not None and ask(asked, term))
        ):
            unchanged += 1
            continue
        if place < behind:
            changes[place] = new
        else:
            fresh[place - behind] = new
        entries[[n for n, _ in entries].index(place)] = (place, new)
        taken.add(place)
        if yields:
            entries.remove(yields)
            gone.add(yields[0])
        changed += 1
    merged = document.replace_all(changes).remove(*gone).add(*fresh)
    return Merged(merged, len(fresh), changed, unchanged, undecided)


def _same_pair(one: Term, two: Term) -> bool:
    return (
        one.source.casefold() == two.source.casefold()
        and one.target == two.target
        and (one.pos is two.pos or None in {one.pos, two.pos})
    )


def _gives_way(ours: Term, term: Term, pairs: set[tuple[str, str]]) -> bool:
    """Whether an entry of ours decides on the Dutch of `term`, and theirs (`pairs`) do not have it too."""
    known = (ours.source.casefold(), ours.target) in pairs
    return _rival(ours, term) and (not known or ours.target == term.target)


def _rival(one: Term, two: Term) -> bool:
    """Whether both decide on the rendering of the same Dutch."""
    return (
        one.source.casefold() == two.source.casefold()
        and one.status in _DECIDED
        and two.status in _DECIDED
        and one.case_sensitive == two.case_sensitive
        and (one.pos is two.pos or None in {one.pos, two.pos})
    )


def _filled(ours: Term, theirs: Term) -> Term:
    """Return their entry with our values in the columns that theirs leaves empty."""
    return replace(
        ours,
        source=theirs.source,
        target=theirs.target,
        status=theirs.status,
        pos=theirs.pos or ours.pos,
        case_sensitive=theirs.case_sensitive or ours.case_sensitive,
        domain=theirs.domain or ours.domain,
        note=theirs.note or ours.note,
    )
