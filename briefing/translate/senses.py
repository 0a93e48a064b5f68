"""Common words in a sense that the words around them tell: *slang* beside *brandweer* is a hose.

Package data, written for the project: a line a sense, `dutch<TAB>part of speech<TAB>english; english<TAB>contexts`. What is found
counts as a word of the `dictionary`: where a translation has no rendering of the sense, the model is asked again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from briefing.glossary import PartOfSpeech, Term
from briefing.match import TermMatch, general
from briefing.match.patterns import Slot, forms
from briefing.match.tokens import tokenize
from briefing.translate import dictionary

_KINDS = {PartOfSpeech.NOUN: "noun", PartOfSpeech.VERB: "verb", PartOfSpeech.ADJECTIVE: "adj"}


@dataclass(frozen=True)
class Sense:
    """A word's sense: its English, the likeliest first, and the words beside which it has it, or has not."""

    dutch: str
    pos: PartOfSpeech
    english: tuple[str, ...]
    contexts: tuple[str, ...]

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        return _pattern(word for word in self.contexts if not word.startswith("!"))

    @cached_property
    def _never_beside(self) -> re.Pattern[str]:
        return _pattern(word[1:] for word in self.contexts if word.startswith("!"))

    def applies(self, text: str) -> bool:
        """Whether the words of `text`, in small letters, tell this sense."""
        return bool(self._beside.search(text)) and not self._never_beside.search(text)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The renderings as terms, the one that is annotated first."""
        return dictionary.as_terms(self.dutch, self.pos, self.english, dictionary.SENSE)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of the words: `*` stands for the rest of a word, `_` for a space."""
    found = (re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found) or '(?!)'})(?!\w)")


@dataclass(frozen=True)
class Senses:
    """The senses of each word."""

    table: Mapping[str, Sequence[Sense]]

    @cached_property
    def _by_form(self) -> dict[str, list[str]]:
        """The words by the forms that they take."""
        found = defaultdict(list)
        for dutch, senses in self.table.items():
            kinds = {_KINDS[sense.pos] for sense in senses}
            for form in set().union(*(forms(Slot(dutch, kind)) for kind in kinds)):
                found[form].append(dutch)
        return found

    def matches(self, text: str) -> tuple[TermMatch, ...]:
        """Return the words of `text` that have a sense which their neighbours tell; no names, no diminutives."""
        low = text.lower()
        tokens = tokenize(text)
        words = {dutch for token in tokens for dutch in self._by_form.get(token.folded, ())}
        told = {dutch: [s for s in self.table[dutch] if s.applies(low)] for dutch in words}
        found = []
        for token in tokens:
            for dutch in self._by_form.get(token.folded, ()):
                sense = next((s for s in told[dutch] if _may_be(s.pos, token.folded)), None)
                if sense and not (token.folded.endswith(("je", "jes")) and not dutch.endswith("je")):
                    found.append(TermMatch(sense.terms, ((token.start, token.end),), token.text))
                    break
        return tuple(match for match in found if not dictionary.likely_name(match, tokens))


def _may_be(pos: PartOfSpeech, word: str) -> bool:
    """Whether a word may be a noun, as far as is known, where its sense is that of one (`was`: laundry)."""
    return pos is not PartOfSpeech.NOUN or general.load().may_be_noun(word)


@lru_cache(maxsize=1)
def load() -> Senses:
    """Return the shipped senses, read once."""
    data = resources.files("briefing.translate").joinpath("data", "senses.tsv").read_text("utf-8")
    table: dict[str, list[Sense]] = defaultdict(list)
    for line in data.splitlines():
        if not line.startswith("#"):
            dutch, pos, english, contexts = line.split("\t")
            kind = dictionary.POS[pos]
            assert kind is not None
            table[dutch].append(Sense(dutch, kind, tuple(english.split("; ")), tuple(contexts.split())))
    return Senses(table)
