"""Finds a glossary's entries in Dutch sentences and resolves overlaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import apart, compounds, traps
from briefing.match.automaton import Automaton
from briefing.match.patterns import PERSON_ENDS
from briefing.match.tokens import Token, plain, tokenize
from briefing.match.types import TermMatch


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible occurrence before overlaps are resolved: the words it takes, its ranges, entry numbers."""

    tokens: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    entries: tuple[int, ...]
    compound: bool = False

    @property
    def rank(self) -> tuple[int, bool, tuple[tuple[int, int], ...]]:
        """Sort key: the longest first, whole words before parts, then the leftmost."""
        return -sum(end - start for start, end in self.spans), self.compound, self.spans


class Matcher:
    """Finds a glossary's entries in Dutch sentences, whatever their inflection."""

    def __init__(self, glossary: Glossary) -> None:
        """Build the automaton: all entries in one trie, once."""
        self.terms = glossary.terms
        self._automaton = Automaton(self.terms)
        self._short = frozenset(
            number
            for number, term in enumerate(self.terms)
            if term.pos is PartOfSpeech.ABBREVIATION and len(term.source) <= 3 and term.source.isupper()
        )
        self._parts: dict[str, tuple[compounds.Part, ...]] = {}
        self._sources = {
            number: tokenize(term.source) for number, term in enumerate(self.terms) if self._strict(number)
        }

    def _strict(self, number: int) -> bool:
        return self.terms[number].case_sensitive or number in self._short

    def matches(self, text: str) -> tuple[TermMatch, ...]:
        """Return the occurrences in `text`, without overlaps, by their start.

        Where occurrences overlap the longest wins, then whole words before parts of compounds, then the one
        that begins first. `terms` of a match is empty where only forbidden entries apply. The same text and
        glossary give the same answer.
        """
        tokens = tokenize(text)
        taken: set[int] = set()
        chosen: list[_Candidate] = []
        for candidate in sorted(self._candidates(tokens), key=lambda c: c.rank):
            if taken.isdisjoint(candidate.tokens) or (candidate.compound and self._free(candidate, chosen)):
                taken.update(candidate.tokens)
                chosen.append(candidate)
        chosen.sort(key=lambda c: c.spans)
        return tuple(self._match(text, candidate) for candidate in chosen)

    @staticmethod
    def _free(candidate: _Candidate, chosen: Iterable[_Candidate]) -> bool:
        """Whether a part of a compound only shares its word with other parts of it."""
        (start, end), *_ = candidate.spans
        return all(
            other.compound and all(end <= s or e <= start for s, e in other.spans)
            for other in chosen
            if set(other.tokens) & set(candidate.tokens)
        )

    def _candidates(self, tokens: Sequence[Token]) -> Iterator[_Candidate]:
        for first in range(len(tokens)):
            found: dict[int, list[int]] = defaultdict(list)
            for after, entries in self._automaton.walk(tokens, first):
                found[after].extend(n for n in entries if self._applies(n, tokens, first, after - 1))
            whole = False
            for after, numbers in found.items():
                if numbers:
                    whole = whole or after == first + 1
                    yield from self._standing(tokens, ((first, after),), numbers)
            yield from self._apart(tokens, first)
            if not whole and not found.get(first + 1):
                yield from self._compound(tokens, first)

    def _applies(self, number: int, tokens: Sequence[Token], first: int, last: int) -> bool:
        number, _ = self._automaton.reflexives.get(number, (number, ()))
        if number in self._sources and not _cased(self._sources[number], tokens[first : last + 1]):
            return False
        return not traps.is_trap(self.terms[number], tokens, first, last)

    def _apart(self, tokens: Sequence[Token], at: int) -> Iterator[_Candidate]:
        automaton = self._automaton
        found: dict[tuple[tuple[int, int], tuple[int, int]], list[int]] = defaultdict(list)
        for slot in automaton.of(tokens[at].folded):
            for number, particles, needs in automaton.apart.get(slot, ()):
                for place in apart.particles_after(tokens, at, particles):
                    if any(need not in {t.folded for t in tokens[at + 1 : place]} for need in needs):
                        continue
                    found[(at, at + 1), (place, place + len(particles))].append(number)
                    break
        for number, words, slot, verb, prefix in automaton.behind.get(tokens[at].folded, ()):
            end = at + len(words)
            if tuple(t.folded for t in tokens[at:end]) != words or not all(
                t.joined for t in tokens[at + 1 : end]
            ):
                continue
            for place in apart.verb_after(tokens, end - 1, verb, prefix=prefix):
                if slot in automaton.of(tokens[place].folded):
                    found[(at, end), (place, place + 1)].append(number)
                    break
        for ranges, numbers in found.items():
            yield from self._standing(tokens, ranges, numbers)

    def _standing(
        self, tokens: Sequence[Token], ranges: tuple[tuple[int, int], ...], numbers: Sequence[int]
    ) -> Iterator[_Candidate]:
        """Yield what entries take that stand at `ranges` of words, reflexive verbs with their pronoun."""
        seconds = self._automaton.reflexives
        whole = tuple(number for number in numbers if number not in seconds)
        if whole:
            yield _candidate(tokens, ranges, whole)
        reflexive = [seconds[number] for number in numbers if number in seconds]
        if reflexive and len(ranges) == 1 and traps.is_noun_phrase(tokens, ranges[0][0]):
            return  # de teruggetrokken troepen, het verzet
        for number, needs in reflexive:
            others = apart.reflexive(tokens, _places(ranges), needs)
            if others:
                every = sorted((*ranges, *((place, place + 1) for place in others)))
                yield _candidate(tokens, tuple(every), (number,))

    def _compound(self, tokens: Sequence[Token], at: int) -> Iterator[_Candidate]:
        token = tokens[at]
        word = token.folded
        if len(word) < compounds.MIN_TERM + 3 or len(word) != token.end - token.start:
            return
        components = self._automaton.components
        parts = self._parts.get(word)
        if parts is None:
            parts = self._parts[word] = compounds.parts(word, components.__contains__)
        for part in parts:
            form = word[part.start : part.end]
            numbers = tuple(
                number
                for number in sorted(components[form])
                if number not in self._sources
                or (part.start == 0 and _same_case(self.terms[number].source, token.text))
            )
            if numbers:
                yield _Candidate(
                    (at,), ((token.start + part.start, token.start + part.end),), numbers, compound=True
                )

    def _match(self, text: str, candidate: _Candidate) -> TermMatch:
        terms = [self.terms[number] for number in sorted(set(candidate.entries))]
        chosen = (*_with(terms, TermStatus.PREFERRED, TermStatus.KEEP), *_with(terms, TermStatus.ADMITTED))
        spans, compound = candidate.spans, candidate.compound
        (start, end), *_ = spans
        if chosen and _person(chosen[0], text[start:end]):
            # `VVD'ers` are people of the VVD: the letters to keep are a part of the word.
            spans, compound = ((start, start + len(chosen[0].source)),), True
        return TermMatch(
            terms=chosen,
            spans=spans,
            surface=" ".join(text[start:end] for start, end in spans),
            forbidden=_with(terms, TermStatus.FORBIDDEN),
            compound=compound,
        )


def _candidate(
    tokens: Sequence[Token], ranges: tuple[tuple[int, int], ...], numbers: tuple[int, ...]
) -> _Candidate:
    spans = tuple((tokens[first].start, tokens[after - 1].end) for first, after in ranges)
    return _Candidate(_places(ranges), spans, numbers)


def _places(ranges: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(place for one in ranges for place in range(*one))


def _person(term: Term, surface: str) -> bool:
    return (
        term.status is TermStatus.KEEP
        and term.pos is PartOfSpeech.ABBREVIATION
        and len(surface) > len(term.source)
        and surface.endswith(PERSON_ENDS)
    )


def _with(terms: Iterable[Term], *statuses: TermStatus) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.status in statuses)


def _cased(words: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether the capitals are as the entry's own words have them."""
    if len(words) != len(tokens):
        return _same_case("".join(w.text for w in words), "".join(t.text for t in tokens))
    return all(_same_case(word.text, token.text) for word, token in zip(words, tokens, strict=True))


def _same_case(base: str, word: str) -> bool:
    """Whether the letters that the two share at their beginning are capitals in the same places.

    A sentence may begin with the word, so a capital is allowed as first letter where the entry has none.
    """
    for place, (want, have) in enumerate(zip(plain(base), plain(word), strict=False)):
        if want.casefold() != have.casefold():
            return place > 0
        if want != have and not (place == 0 and have.isupper()):
            return False
    return True
