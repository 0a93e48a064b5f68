"""The dictionary: what the Dutch words mean that a small model has met too seldom to know.

Package data, written for the project: a line a word, `dutch<TAB>part of speech<TAB>english; english`, some with a `<TAB>plain
dutch` behind: what the same sentence may have in its place. It is no glossary: nothing is enforced. Where a translation has
none of a word's renderings, the model is asked again with one of them in place of the Dutch (after Niehues 2021, "Continuous
Learning in Neural Machine Translation using Bilingual Dictionaries", arXiv 2102.06558); an expression is asked for in its
plain Dutch too (`paraphrase`), and the search decides. Compounds that it does not have are guessed from their parts
(`compounds`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import pairwise

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher, TermMatch, general, lemmas, verbs
from briefing.match.english_family import related
from briefing.match.obedience import rendering
from briefing.match.patterns import PERSONS
from briefing.match.tokens import HYPHENS, Token, tokenize
from briefing.translate import compounds, lexicon

# An inflected form and its entry share all letters but so many of the last ones.
_ENDING = 4
_BEGINNING = 3  # letters that the forms of a word share, as a rule
_LEAST = 5  # letters that they share at least, where the lemma is not known
OFTEN = 25e-6  # of general Dutch: a word as frequent is one that the model has met often enough
POS = {
    "n": PartOfSpeech.NOUN,
    "v": PartOfSpeech.VERB,
    "a": PartOfSpeech.ADJECTIVE,
    "p": PartOfSpeech.PHRASE,
    "e": PartOfSpeech.NAME,
    "o": None,
}
_TELLS = 0.15  # probability from which the lexicon's likeliest rendering tells a word
# Whose it is, the sentence says.
_OWN = re.compile(r"\b(?:my|your|his|her|its|our)\b", re.IGNORECASE)
_SELVES = re.compile(r"\b(?:my|your|him|her|it|our)sel(?:f|ves)\b", re.IGNORECASE)
_ENGLISH_OWN = {
    **dict.fromkeys(("mijn", "m'n"), "my"),
    **dict.fromkeys(("je", "jouw", "uw", "jullie"), "your"),
    **dict.fromkeys(("haar", "d'r"), "her"),
    **dict.fromkeys(("ons", "onze"), "our"),
}
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An entry of several words: those of it that do not change, or how they begin, and the verb if it has one."""

    entry: str
    fixed: frozenset[str]
    verb: str

    def likely(self, beginnings: AbstractSet[str], words: AbstractSet[str]) -> bool:
        """Whether it may stand in a text with these words and their beginnings; `words` are lemmas too."""
        return self.fixed <= beginnings and (not self.verb or not _conjugated(self.verb).isdisjoint(words))


@cache
def _conjugated(verb: str) -> frozenset[str]:
    found = verbs.conjugate(verb) if verb else None
    return found.finite | found.whole if found else frozenset()


@dataclass(frozen=True)
class Dictionary:
    """Dutch words in lower case, each with the rest of its line: taken apart when it is asked for."""

    table: Mapping[str, str]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.table)

    @cached_property
    def _phrases(self) -> dict[str, list[_Phrase]]:
        """The entries of several words by one of their words, the longest that is fixed."""
        found = defaultdict(list)
        for dutch, rest in self.table.items():
            if " " not in dutch:
                continue
            words = [token.folded for token in tokenize(dutch)]
            verb = words.pop(0 if rest[0] == "v" else -1) if rest[0] in "pv" else ""
            fixed = [w[: len(w) if verb else _BEGINNING] for w in words if w not in PERSONS]
            phrase = _Phrase(dutch, frozenset(fixed), verb)
            for key in [max(fixed, key=len)] if fixed else _conjugated(verb):
                found[key].append(phrase)
        return found

    @cached_property
    def _separable(self) -> dict[str, list[str]]:
        """The verbs that have a plain word, by the prefix that may stand apart."""
        found = defaultdict(list)
        for dutch, rest in self.table.items():
            if rest[0] == "v" and rest.count("\t") > 1 and " " not in dutch:
                prefix, _ = verbs.split_prefix(dutch)
                if prefix:
                    found[prefix].append(dutch)
        return found

    def plain(self, dutch: str) -> str:
        """Return the plain Dutch that may stand in place of an entry; "" where there is none."""
        return "".join(self.table.get(dutch, "").split("\t")[2:])

    def terms(self, dutch: str) -> tuple[Term, ...]:
        """Return an entry as terms, the most usual rendering first; empty for a word that is not there."""
        pos, english, *_ = [*self.table.get(dutch, "").split("\t"), ""]
        return as_terms(dutch, POS[pos], filter(None, english.split("; "))) if english else ()

    def matches(self, text: str) -> tuple[TermMatch, ...]:
        """Return where words of the dictionary stand in `text` as whole words, in any inflection."""
        tokens = tokenize(text)
        likely = {entry: self.terms(entry) for entry in self._likely(tokens)}
        guesses: dict[str, tuple[Term, ...]] = {}
        for word in {
            token.folded for token in tokens if token.text.islower()
        }:  # with a capital it may be a name
            if word in self.table or lemmas.lemma(word) in self.table:
                continue
            if found := compounds.compound(word, self._nouns):
                guesses[found.dutch] = _compound_terms(found)
        entries = guesses | likely
        if not entries:
            return ()
        matcher = Matcher(Glossary(tuple(first for first, *_ in entries.values())))

        def senses(match: TermMatch) -> Iterator[Term]:
            known = [term for term in match.terms if term.source in likely]  # by another form than the word's
            for first in known or match.terms:
                yield from entries[first.source]

        return tuple(
            _personal(replace(m, terms=tuple(senses(m))))
            for m in matcher.matches(text)
            if not m.compound
            and (_seldom(m) or self.plain(m.term.source))
            and (_written_as_name(m, tokens) if is_name(m) else not likely_name(m, tokens))
            and not _hyphened(m, text)
        )

    def _nouns(self, word: str) -> list[str]:
        pos, english, *_ = [*self.table.get(word, "").split("\t"), ""]
        return english.split("; ") if pos == "n" else []

    def _likely(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Yield the entries of which a form may stand among `tokens`."""
        words = {token.folded for token in tokens}
        beginnings = words | {word[:_BEGINNING] for word in words}
        words |= {lemmas.lemma(word) for word in words}
        for word in sorted(beginnings):
            yield from (p.entry for p in self._phrases.get(word, ()) if p.likely(beginnings, words))
        for prefix in words & self._separable.keys():
            yield from (v for v in self._separable[prefix] if not verbs.conjugate(v).finite.isdisjoint(words))
        for token in tokens:
            word = token.folded
            lemma = lemmas.lemma(word)
            yield from (form for form in (word, lemma) if form in self.table)
            if word not in self.table and lemma not in self.table:
                yield from self._beginning(word)

    def _beginning(self, word: str) -> Iterator[str]:
        shared = word[: max(_LEAST, len(word) - _ENDING)]
        if len(shared) < _LEAST:
            return
        for entry in self._sorted[bisect_left(self._sorted, shared) :]:
            if not entry.startswith(shared):
                return
            if abs(len(entry) - len(word)) <= _ENDING:
                yield entry


# The domains of what is no entry: guessed compounds, and senses that other words of the sentence tell (`senses`).
_GUESS, SENSE = "\0guess", "\0sense"


def as_terms(
    dutch: str, pos: PartOfSpeech | None, english: Iterable[str], domain: str = ""
) -> tuple[Term, ...]:
    """Return the renderings of a word as terms, the first as the preferred one."""
    return tuple(
        Term(
            dutch, target, pos, status=TermStatus.ADMITTED if number else TermStatus.PREFERRED, domain=domain
        )
        for number, target in enumerate(english)
    )


def _compound_terms(found: compounds.Compound) -> tuple[Term, ...]:
    return tuple(Term(found.dutch, english, PartOfSpeech.NOUN, domain=_GUESS) for english in found.english)


def is_guess(match: TermMatch) -> bool:
    """Return whether the renderings of a word are guessed from its parts."""
    return match.term.domain == _GUESS


def is_sense(match: TermMatch) -> bool:
    """Return whether a word has its renderings in the sense that other words of the sentence tell."""
    return match.term.domain == SENSE


def is_name(match: TermMatch) -> bool:
    """Return whether a word is a proper name, which has no other English than its own."""
    return match.term.pos is PartOfSpeech.NAME


def _seldom(match: TermMatch) -> bool:
    """Whether the model may not know the word: it is an expression, or rare and by its form no other word.

    A verb whose parts stand apart is too often another one (`voer weg`: of `wegvoeren` or of `wegvaren`), and its English in
    place of its first part spoils more sentences than it mends; those with plain Dutch are taken all the same.
    """
    if " " in match.term.source:
        return True
    if len(match.spans) > 1:
        return False
    word = match.surface.lower()
    if _often(word) or (
        word.endswith("st") and _often(word.removesuffix("st"))
    ):  # `grootst` is of `groot`, not of `groots`
        return False
    return not lemmas.known(word) or bool({word, lemmas.lemma(word)} & {t.source for t in match.terms})


def _often(word: str) -> bool:
    counts = general.load()
    usage = counts.usage(word)
    return usage is not None and usage.count > OFTEN * counts.total


def likely_name(match: TermMatch, tokens: Sequence[Token]) -> bool:
    """Return whether a word is more likely a name: in capitals, or with one where the English has none and no sentence begins.

    A word at the beginning is a name where it is in no dictionary, or mostly has a capital inside sentences.
    """
    if not match.surface[0].isupper() or match.term.target[0].isupper():
        return False
    if len(match.surface) > 1 and match.surface.isupper():  # `NIS` is no niche
        return True
    word = match.surface.lower()
    usage = general.load().usage(word)
    known = " " in match.term.source or word == match.term.source or lemmas.known(word)
    return tokens[0].start != match.start or not known or (usage is not None and usage.name > 0.5)


def _written_as_name(match: TermMatch, tokens: Sequence[Token]) -> bool:
    """Whether a name has a capital, and of several words one that the beginning of the sentence does not explain."""
    begins = tokens[0].start == match.start and " " in match.term.source
    return any(c.isupper() for c in match.surface[int(begins) :]) and not _is_surname(match, tokens)


def _is_surname(match: TermMatch, tokens: Sequence[Token]) -> bool:
    """Whether a name of one word stands behind an initial, or one first name, and `van`: *E. van Rijn*, *Karin van Rijn*."""
    at = next((n for n, token in enumerate(tokens) if token.start == match.start), 0)
    if at < 2 or tokens[at - 1].text != "van" or not match.surface.istitle() or " " in match.surface:
        return False
    first, before = tokens[at - 2], tokens[at - 3].text if at > 2 else ""
    alone = not before[:1].isupper() or (at == 3 and lemmas.known(before.lower()))
    usage = general.load().usage(first.folded)
    named = first.text.istitle() and at > 2 and (usage is None or usage.name > 0.5)
    return len(first.text) == 1 or (named and alone)


def _hyphened(match: TermMatch, text: str) -> bool:
    """Whether the word is a part of a hyphened one (`74-jarige`)."""
    return any(
        c in HYPHENS for c in text[max(match.start - 1, 0) : match.start] + text[match.end : match.end + 1]
    )


def told(match: TermMatch, english: str) -> bool:
    """Return whether one of the renderings stands in `english`, or words of its family (plumber, plumbing).

    Where one word renders one word, the likeliest rendering of the corpus will do too, but not where other words of the sentence
    tell the sense. A name (`Wolga`, Volga) is told by itself alone.
    """
    if rendering(match, english):
        return True
    if is_name(match):
        return False
    english = _impersonal(english)
    match = replace(match, terms=tuple(replace(t, target=_impersonal(t.target)) for t in match.terms))
    if rendering(match, english):
        return True
    spoken = [w.lower() for w in _LETTERS.findall(english)]
    heard = {*spoken, *map("".join, pairwise(spoken))}  # *live stream* is a livestream
    if not is_sense(match) and not any(" " in text for text in (match.surface, match.term.target)):
        likeliest, probability = lexicon.load().best(match.surface)
        part = any(likeliest in term.target.lower().split(" ") for term in match.terms if " " in term.target)
        if probability >= _TELLS and likeliest in heard and not part:
            return True
    return any(
        all(any(related(word, other) for other in heard) for word in words)
        for term in match.terms
        if (words := [w.lower() for w in _LETTERS.findall(term.target)])
    )


def _impersonal(english: str) -> str:
    return _SELVES.sub("themselves", _OWN.sub("their", english))


def _personal(match: TermMatch) -> TermMatch:
    """Return the occurrence with the possessive that the Dutch has (`haar`: her) in its renderings."""
    if "zijn" not in match.term.source.split(" ")[:-1]:
        return match
    own = next((o for w in match.surface.lower().split() if (o := _ENGLISH_OWN.get(w))), "their")
    terms = tuple(replace(t, target=re.sub(r"\btheir\b", own, t.target)) for t in match.terms)
    return replace(match, terms=terms)


@lru_cache(maxsize=1)
def load() -> Dictionary:
    """Return the shipped dictionary, read once."""
    data = resources.files("briefing.translate").joinpath("data", "dictionary.tsv").read_text("utf-8")
    lines = (line.split("\t", 1) for line in data.splitlines() if not line.startswith("#"))
    return Dictionary({dutch.lower(): rest for dutch, rest in lines})
