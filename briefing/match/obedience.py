"""Whether an English text obeys the glossary: each term of the Dutch has a rendering, none that is forbidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.match.english import find_rendering
from briefing.match.matcher import Matcher
from briefing.match.types import TermMatch


class Breach(StrEnum):
    """How a translation disobeys the glossary."""

    MISSED = "missed"  # no accepted rendering
    FORBIDDEN = "forbidden"  # a forbidden rendering


@dataclass(frozen=True, slots=True)
class Violation:
    """One term that was not obeyed. `place` names the pair, `wanted` the accepted or the forbidden rendering."""

    place: str
    breach: Breach
    surface: str
    wanted: str
    nl: str
    en: str


def rendering(match: TermMatch, english: str) -> tuple[int, int] | None:
    """Return where the first accepted rendering of the occurrence stands in `english`, or None."""
    for term in match.terms:
        found = find_rendering(term.target, english, pos=term.pos, case_sensitive=term.case_sensitive)
        if found is not None:
            return found
    return None


def forbidden_in(matches: Iterable[TermMatch], english: str) -> Iterator[tuple[TermMatch, str]]:
    """Yield (occurrence, rendering) for each forbidden rendering that stands in `english`.

    A rendering that is accepted for another occurrence in the sentence is not one: `Council of Europe` is
    forbidden for `Europese Raad`, but right where `Raad van Europa` stands too.
    """
    matches = tuple(matches)
    accepted = [term.target for match in matches for term in match.terms]
    for match in matches:
        for term in match.forbidden:
            if any(find_rendering(term.target, target, pos=term.pos) for target in accepted):
                continue
            if find_rendering(term.target, english, pos=term.pos, case_sensitive=term.case_sensitive):
                yield match, term.target


def violations(pairs: Iterable[tuple[str, str, str]], matcher: Matcher) -> Iterator[Violation]:
    """Yield what (place, Dutch, English) pairs do not obey, in their order."""
    for place, nl, en in pairs:
        matches = matcher.matches(nl)
        for match in matches:
            if match.terms and not match.compound and rendering(match, en) is None:
                yield Violation(place, Breach.MISSED, match.surface, match.term.target, nl, en)
        for match, target in forbidden_in(matches, en):
            yield Violation(place, Breach.FORBIDDEN, match.surface, target, nl, en)
