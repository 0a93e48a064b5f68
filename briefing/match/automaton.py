"""All entries in one trie over words, built once; an edge is a word's base form and kind of inflection."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.glossary import Term
from briefing.match import lemmas, patterns, verbs
from briefing.match.tokens import Token, plain

_COMPOUNDING = frozenset({"noun", "name", "any"})
_MAX_GROUP = 4  # words of one hyphened group that are also tried as one word


@dataclass(slots=True)
class Node:
    """A state: what may follow, by slot number, and the entries that end here."""

    next: dict[int, Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)


class Automaton:
    """The trie with its index of forms, and the verbs whose parts may stand apart."""

    def __init__(self, terms: Sequence[Term]) -> None:
        """Build from the entries; an entry is known by its number in `terms`."""
        self.root = Node()
        self.slots: dict[patterns.Slot, int] = {}
        self.forms: dict[str, list[int]] = defaultdict(list)
        self.bases: dict[str, list[int]] = defaultdict(list)
        # verb slot -> (entry, particles, words needed between); first word -> (entry, words, slot and
        # infinitive of the verb behind auxiliaries, whether the words are its prefix alone)
        self.apart: dict[int, list[tuple[int, tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
        self.behind: dict[str, list[tuple[int, tuple[str, ...], int, str, bool]]] = defaultdict(list)
        self.components: dict[str, set[int]] = defaultdict(set)
        # second number of an entry, for what lacks its reflexive pronoun -> its number, and its other words
        self.reflexives: dict[int, tuple[int, tuple[str, ...]]] = {}
        for number, term in enumerate(terms):
            for pattern in patterns.patterns(term):
                if pattern.reflexive:
                    second = len(terms) + number
                    self.reflexives[second] = (number, pattern.needs)
                    self._add(second, replace(pattern, needs=()))
                else:
                    self._add(number, pattern)
        self.forms.default_factory = self.bases.default_factory = None
        self.components.default_factory = None

    def _add(self, number: int, pattern: patterns.Pattern) -> None:
        edges = [self._slot(slot) for slot in pattern.slots]
        if pattern.particles:
            for words in _spelled(pattern.slots[1:]):
                self.apart[edges[0]].append((number, words, pattern.needs))
                if pattern.slots[0].kind == "finite" and not pattern.needs:
                    _, verb = verbs.split_prefix(pattern.slots[0].base)
                    self.behind[words[0]].append((number, words, edges[0], verb, len(words) == 1))
            return
        if len(edges) > 1 and pattern.slots[-1].kind == "verb":
            for words in _spelled(pattern.slots[:-1]):
                self.behind[words[0]].append((number, words, edges[-1], pattern.slots[-1].base, False))
        node = self.root
        for edge in edges:
            node = node.next.setdefault(edge, Node())
        node.ends.append(number)
        if len(pattern.slots) == 1 and pattern.slots[0].kind in _COMPOUNDING:
            for form in patterns.component_forms(pattern.slots[0]):
                self.components[form].add(number)

    def _slot(self, slot: patterns.Slot) -> int:
        number = self.slots.get(slot)
        if number is None:
            number = self.slots[slot] = len(self.slots)
            forms = patterns.forms(slot)
            for form in forms | {plain(form) for form in forms if not form.isascii()}:
                self.forms[form].append(number)
            if slot.kind not in {"exact", "person", "abbr", "name"}:
                self.bases[slot.base].append(number)
        return number

    def edges(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield (next word, slots) for the word at `at`, and for the hyphened group that begins there as one word."""
        yield at + 1, self.of(tokens[at].folded)
        joined = tokens[at].folded
        for end in range(at + 1, min(len(tokens), at + _MAX_GROUP)):
            if not tokens[end].hyphened:
                return
            joined += tokens[end].folded
            slots = self.of(joined)
            if slots:
                yield end + 1, slots

    def of(self, folded: str) -> Sequence[int]:
        """Return the slots that a folded word fills."""
        found = self.forms.get(folded)
        if found is None and not folded.isascii():
            found = self.forms.get(plain(folded))
        if found is None and len(folded) >= 4 and folded.isalpha():
            found = self.bases.get(lemmas.lemma(folded))  # a form that our rules do not make
        return found or ()

    def walk(self, tokens: Sequence[Token], first: int) -> Iterator[tuple[int, list[int]]]:
        """Yield (place after the last word, entries) for every entry that begins at the word `first`."""
        stack = [(first, self.root)]
        while stack:
            at, node = stack.pop()
            if at > first and node.ends:
                yield at, node.ends
            if not node.next or at >= len(tokens) or (at > first and not tokens[at].joined):
                continue
            for end, slots in self.edges(tokens, at):
                stack.extend((end, node.next[slot]) for slot in slots if slot in node.next)


def _spelled(slots: Sequence[patterns.Slot]) -> Iterator[tuple[str, ...]]:
    """Yield the words of an expression beside its verb, in each person."""
    kinds = [sorted(patterns.forms(slot)) if slot.kind == "person" else [slot.base] for slot in slots]
    return itertools.product(*kinds)
