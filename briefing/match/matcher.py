"""The automaton: all entries in one trie over words, built once, walked from every word of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import patterns
from briefing.match.tokens import Token, tokenize
from briefing.match.types import TermMatch


@dataclass(slots=True)
class _Node:
    """A state: what may follow, by slot number, and the entries (number, particles apart) that end here."""

    next: dict[int, _Node] = field(default_factory=dict)
    ends: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible occurrence before overlaps are resolved: token numbers, entry numbers."""

    tokens: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    entries: tuple[int, ...]
    compound: bool = False

    @property
    def length(self) -> int:
        """The number of characters of the spans."""
        return sum(end - start for start, end in self.spans)


class Matcher:
    """Finds a glossary's entries in Dutch sentences, whatever their inflection."""

    def __init__(self, glossary: Glossary) -> None:
        """Build the automaton; about 40 µs an entry."""
        self.terms = glossary.terms
        self._root = _Node()
        self._slots: dict[patterns.Slot, int] = {}
        self._forms: dict[str, tuple[int, ...]] = {}
        self._bases: dict[str, tuple[int, ...]] = {}
        forms: dict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(self.terms):
            for pattern in patterns.patterns(term):
                node = self._root
                for slot in pattern.slots:
                    node = node.next.setdefault(self._slot(slot, forms), _Node())
                node.ends.append((number, pattern.particles))
        self._forms = {form: tuple(slots) for form, slots in forms.items()}

    def _slot(self, slot: patterns.Slot, forms: dict[str, list[int]]) -> int:
        number = self._slots.get(slot)
        if number is None:
            number = self._slots[slot] = len(self._slots)
            for form in patterns.forms(slot):
                forms[form].append(number)
        return number

    def matches(self, text: str) -> tuple[TermMatch, ...]:
        """Return the occurrences in `text`, without overlaps, by their start.

        Where entries overlap the longest wins, then the one that begins first. The same text and glossary
        give the same answer.
        """
        tokens = tokenize(text)
        taken: set[int] = set()
        chosen = []
        for candidate in sorted(self._candidates(tokens), key=lambda c: (-c.length, c.compound, c.spans)):
            if taken.isdisjoint(candidate.tokens):
                taken.update(candidate.tokens)
                chosen.append(candidate)
        chosen.sort(key=lambda c: c.spans)
        return tuple(self._match(text, candidate) for candidate in chosen)

    def _candidates(self, tokens: list[Token]) -> Iterator[Candidate]:
        slots = [self._forms.get(token.folded, ()) for token in tokens]
        for first in range(len(tokens)):
            if not slots[first]:
                continue
            found: dict[int, list[int]] = defaultdict(list)
            for last, ends in self._walk(slots, tokens, first):
                for number, particles in ends:
                    if not particles and self._cased(self.terms[number], tokens[first : last + 1]):
                        found[last].append(number)
            for last, numbers in found.items():
                yield Candidate(
                    tuple(range(first, last + 1)),
                    ((tokens[first].start, tokens[last].end),),
                    tuple(numbers),
                )

    def _walk(
        self, slots: list[tuple[int, ...]], tokens: list[Token], first: int
    ) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        states = [self._root]
        for at in range(first, len(tokens)):
            if at > first and not tokens[at].joined:
                return
            states = [node.next[slot] for node in states for slot in slots[at] if slot in node.next]
            if not states:
                return
            for node in states:
                if node.ends:
                    yield at, node.ends

    def _cased(self, term: Term, tokens: list[Token]) -> bool:
        """Whether the capitals are as the entry asks."""
        words = tokenize(term.source)
        short = term.pos is PartOfSpeech.ABBREVIATION and len(term.source) <= 3 and term.source.isupper()
        if not term.case_sensitive and not short:
            return True
        if len(words) != len(tokens):
            return False
        return all(_same_case(word.text, token.text) for word, token in zip(words, tokens, strict=True))

    def _match(self, text: str, candidate: Candidate) -> TermMatch:
        terms = [self.terms[number] for number in sorted(set(candidate.entries))]
        return TermMatch(
            terms=(*_with(terms, TermStatus.PREFERRED, TermStatus.KEEP), *_with(terms, TermStatus.ADMITTED)),
            spans=candidate.spans,
            surface=" … ".join(text[start:end] for start, end in candidate.spans),
            forbidden=_with(terms, TermStatus.FORBIDDEN),
            compound=candidate.compound,
        )


def _with(terms: Iterable[Term], *statuses: TermStatus) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.status in statuses)


def _same_case(base: str, word: str) -> bool:
    """Whether the letters that the two share at their beginning are capitals in the same places.

    A capital at the beginning of a sentence is always allowed, so the first letter may be a capital where
    the entry has none.
    """
    for place, (want, have) in enumerate(zip(base, word, strict=False)):
        if want.casefold() != have.casefold():
            return place > 0
        if want != have and not (place == 0 and have.isupper()):
            return False
    return True
