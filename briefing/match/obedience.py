"""Whether an English text obeys the glossary: each term of the Dutch has a rendering, none that is forbidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.glossary import Term, TermStatus
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


_ADDRESS = re.compile(r"[/@#:\\]")


def rendering(match: TermMatch, english: str) -> tuple[int, int] | None:
    """Return where the first accepted rendering of the occurrence stands in `english`, or None.

    A rendering may be inflected; what is to be kept must stand there letter for letter.
    """
    for term in match.terms:
        if term.status is TermStatus.KEEP:
            found = _kept(match.surface, english)
        else:
            found = find_rendering(term.target, english, pos=term.pos, case_sensitive=term.case_sensitive)
            found = found or _turned(term, english)
        if found is not None:
            return found
    return None


def renderings(matches: Sequence[TermMatch], english: str) -> tuple[tuple[int, int] | None, ...]:
    """Return for each occurrence where a rendering of its own stands in `english`, None where there is none left.

    Two occurrences need two renderings, the longest ones being given first; a term inside a compound may share that
    of another (*burgemeester* and *burgemeesterschap*: mayor). Of 73 correct pairs in which a term occurs twice 13
    have it once, in enumerations above all (*second and third cabinets*).
    """
    found = [rendering(match, english) if match.terms else None for match in matches]
    if len(matches) < 2:
        return tuple(found)
    left = english
    for n in sorted(range(len(matches)), key=lambda n: -_letters(matches[n], english, found[n])):
        own = rendering(matches[n], left) if found[n] else None
        for start, end in _words_of(matches[n], left, own):
            left = left[:start] + _TAKEN * (end - start) + left[end:]
        if own or not matches[n].compound:
            found[n] = own
    return tuple(found)


def _words_of(match: TermMatch, english: str, at: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Return the ranges of a rendering's own words: a verb and its particle may have others between them (*put it off*)."""
    if at is None:
        return []
    words = [(at[0] + m.start(), at[0] + m.end()) for m in re.finditer(r"\S+", english[slice(*at)])]
    size = len(match.term.target.split())
    return [*words[: size - 1], words[-1]] if 1 < size < len(words) else [at]


def _letters(match: TermMatch, english: str, at: tuple[int, int] | None) -> int:
    """Return the length of a rendering without the words between its own."""
    return sum(end - start for start, end in _words_of(match, english, at))


_TAKEN = "\0"  # in no word and no rendering
_PARTICIPLE = re.compile(r"(\w+ed) (\w+)")


def _turned(term: Term, english: str) -> tuple[int, int] | None:
    """Return where a participle stands behind its noun because of who did it: *territories occupied by the neighbour*."""
    words = _PARTICIPLE.fullmatch(term.target)
    noun = words and find_rendering(words[2], english, pos=term.pos, case_sensitive=term.case_sensitive)
    behind = words and noun and re.compile(rf" {words[1]}(?= by\b)", re.IGNORECASE).match(english, noun[1])
    return (noun[0], behind.end()) if noun and behind else None


def _kept(surface: str, english: str) -> tuple[int, int] | None:
    """Return where `surface` stands letter for letter, and is no part of a longer word or address."""
    glued = r"[\w/@#:\\]" if _ADDRESS.search(surface) else r"\w"
    found = re.search(rf"(?<!{glued}){re.escape(surface)}(?!\w)", english)
    return found.span() if found else None


def missed(matches: Iterable[TermMatch], english: str) -> tuple[TermMatch, ...]:
    """Return the occurrences that have no accepted rendering of their own in `english`."""
    matches = tuple(matches)
    own = renderings(matches, english)
    return tuple(m for m, at in zip(matches, own, strict=True) if m.terms and at is None)


def forbidden_in(matches: Iterable[TermMatch], english: str) -> Iterator[tuple[TermMatch, Term, str]]:
    """Yield (occurrence, entry, text) for each forbidden rendering in `english`, as it stands there.

    A rendering that is accepted for another occurrence in the sentence is not one: `Council of Europe` is
    forbidden for `Europese Raad`, but right where `Raad van Europa` stands too.
    """
    matches = tuple(matches)
    accepted = [term.target for match in matches for term in match.terms]
    for match in matches:
        for term in match.forbidden:
            if any(find_rendering(term.target, target, pos=term.pos) for target in accepted):
                continue
            found = find_rendering(term.target, english, pos=term.pos, case_sensitive=term.case_sensitive)
            if found:
                yield match, term, english[slice(*found)]


def forbidden(matches: Sequence[TermMatch], english: str) -> tuple[str, ...]:
    """Return the forbidden renderings that stand in `english`, as they stand there, each once."""
    return tuple(dict.fromkeys(text for _, _, text in forbidden_in(matches, english)))


def violations(pairs: Iterable[tuple[str, str, str]], matcher: Matcher) -> Iterator[Violation]:
    """Yield what (place, Dutch, English) pairs do not obey, in their order."""
    for place, nl, en in pairs:
        matches = matcher.matches(nl)
        for match in missed(matches, en):
            if not match.compound:
                wanted = match.term.target or match.surface
                yield Violation(place, Breach.MISSED, match.surface, wanted, nl, en)
        for match, term, _ in forbidden_in(matches, en):
            yield Violation(place, Breach.FORBIDDEN, match.surface, term.target, nl, en)
