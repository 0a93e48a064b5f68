"""Candidate terms: compounds and noun phrases of Dutch texts that the glossary lacks, by termhood.

Termhood is the C-value of Frantzi, Ananiadou and Mima (2000), log2(words + 1) times the frequency outside longer
candidates, with three changes. A compound counts as many words as it has parts. The frequency is damped, 1 + log2 f,
since an article says a word often for many reasons. The product is weighed against general Dutch (how rare the words
are there) and against the glossary (whether the word has a part that several of its entries have, as `macht` in
`vredesmacht`: what an office keeps shows its subject).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.glossary import Term
from briefing.match import compounds, general, lemmas
from briefing.match.matcher import Matcher
from briefing.match.tokens import Token, tokenize
from briefing.match.traps import MODALS, SUBJECTS
from briefing.match.wordlist import word_list

_MIN_WORD = 4
_MAX_WORDS = 3
# A word seen this often tells its part of speech; nouns stand in a noun's place in 8 % of their occurrences and
# more (`maatregelen` 16, `toezeggingen` 12), adverbs and adjectives in 2 % at most.
_TELLING = 5
_NOUN_SHARE = 0.08
_VERB_SHARE = 0.25  # of words that may be verb forms: `kost` has less, `verzet` and `gebied` have more
_NAME_SHARE = 0.5
_PLURAL_SHARE = 5  # times as frequent as its singular, a plural is the base form: `troepen`, `inkomsten`
# Endings that make nouns (E-ANS 12.3), for words that general Dutch lacks.
_NOUN_ENDINGS = ("heid", "ing", "ingen", "schap", "isme", "teit", "atie", "aties", "logie", "iek")
# Adjectives that say what kind of thing it is, not what one thinks of it: they make terms (E-ANS 12.3.2).
# Others count where the same words come twice: `bevroren tegoeden`.
_RELATIONAL = ("sche", "iele", "ale", "aire", "ieke", "ieve")
_MIN_ADJECTIVE = 0.5  # rarity; commoner ones (`economische`) make no term of a noun
_PART = 5  # letters of a part that relates a word to the glossary
_SEVERAL = 3  # entries that must have it
_RELATED = 2.0
_CALENDAR = word_list(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend middag avond nacht dagen weken maanden jaren datum"
)
_STOP = frozenset(
    word_list(
        "mensen procent miljoen miljard euro dollar voorjaar najaar zomer winter werkelijkheid moment manier"
    )
    + word_list(
        "week weken jaar jaren maand maanden eeuw plek kant keer zichzelf aantal aantallen aanwezigen"
    )
)
_OPENING = frozenset(":;.!?\"'“”„‘’«»([/")  # behind these a capital may be that of a sentence
_NAME_JOINTS = frozenset(word_list("van der den ter voor op in"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term to consider: its base form, how often it occurs, its termhood, a sentence that has it, whether a name."""

    source: str
    frequency: int
    termhood: float
    example: str
    name: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word, or words joined by hyphens (`drone-aanval`), with its place in the sentence."""

    start: int
    end: int
    text: str
    gap: str
    parts: tuple[str, ...]
    first: bool

    @property
    def folded(self) -> str:
        return "-".join(self.parts)

    @property
    def tail(self) -> str:
        return self.parts[-1]

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def joined(self) -> bool:
        return self.gap.isspace()


def candidates(
    sentences: Sequence[str], matcher: Matcher, *, limit: int | None = None, names: bool = False
) -> tuple[Candidate, ...]:
    """Return the candidates of all sentences, best first; what the glossary already matches is left out.

    At most `limit` terms; with `names` as many names behind them, the most frequent first.
    """
    terms, proper = _Found(), _Found()
    for sentence in sentences:
        units = list(_units(tokenize(sentence), sentence))
        covered = [span for m in matcher.matches(sentence) if not m.compound for span in m.spans]
        for found, ranges in ((terms, _phrases(units)), (proper, _names(units) if names else ())):
            for first, last in ranges:
                start, end = units[first].start, units[last].end
                if not any(s < end and start < e for s, e in covered):
                    found.add(units[first : last + 1], sentence)
    terms.drop_chance_phrases()
    related = _related(matcher.terms)
    nested = terms.nested()
    weighed = []
    for key, written in terms.forms.items():
        frequency = written.total()
        outside = frequency - nested.get(key, 0)
        if outside > 0:
            form = terms.form(key)
            termhood = _termhood(key.split(), form.split(), outside, related)
            weighed.append(Candidate(form, frequency, round(termhood, 2), terms.examples[key]))
    weighed.sort(key=lambda c: (-c.termhood, c.source.casefold()))
    called = [
        Candidate(proper.form(key), written.total(), 0.0, proper.examples[key], name=True)
        for key, written in proper.forms.items()
    ]
    called.sort(key=lambda c: (-c.frequency, c.source.casefold()))
    return (*weighed[:limit], *called[:limit])


class _Found:
    """Occurrences by candidate: the forms written, and the shortest sentence."""

    def __init__(self) -> None:
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.examples: dict[str, str] = {}

    def add(self, units: Sequence[_Unit], sentence: str) -> None:
        key = " ".join(_base(unit.folded) for unit in units)
        text = " ".join(unit.text for unit in units)
        if units[0].first and text[1:] == text[1:].lower():  # a capital that the sentence gave
            text = text[0].lower() + text[1:]
        self.forms[key][text] += 1
        if key not in self.examples or len(sentence) < len(self.examples[key]):
            self.examples[key] = sentence

    def form(self, key: str) -> str:
        """Return the candidate as an entry writes it: a single word in its base form, words as most often written."""
        written = self.forms[key]
        best = min(written, key=lambda form: (-written[form], len(form), form))
        if " " not in key and best == best.lower():
            return key
        return best

    def drop_chance_phrases(self) -> None:
        """Forget the adjectives with a noun that say what one thinks of it, and that came together only once."""
        for key in list(self.forms):
            adjectives = next(iter(self.forms[key])).casefold().split()[:-1]
            if adjectives and self.forms[key].total() < 2 and not all(map(_relational, adjectives)):
                del self.forms[key]

    def nested(self) -> Counter[str]:
        """Return for each candidate how often it stands inside longer ones."""
        inside: Counter[str] = Counter()
        for key, written in self.forms.items():
            parts = key.split()
            for at in range(1, len(parts)):
                inside[" ".join(parts[at:])] += written.total()
        return inside


def _termhood(key: Sequence[str], form: Sequence[str], frequency: int, related: frozenset[str]) -> float:
    rare = general.load().rarity
    length = len(key) if len(key) > 1 else max(1, key[0].count("-") + 1, compounds.count(key[0]))
    rarity = sum(min(rare(one), rare(two.casefold())) for one, two in zip(key, form, strict=False)) / len(key)
    head = key[-1]
    near = any(head != part and (head.startswith(part) or head.endswith(part)) for part in related)
    return math.log2(length + 1) * (1 + math.log2(frequency)) * rarity * (_RELATED if near else 1)


def _related(terms: Iterable[Term]) -> frozenset[str]:
    """Return the words with which several of the glossary's words begin or end."""
    seen: dict[str, set[str]] = defaultdict(set)
    for word in {token.folded for term in terms for token in tokenize(term.source)}:
        for at in range(3, len(word) - 2):
            for part in (word[:at], word[at:]):
                if len(part) >= _PART:
                    seen[part].add(word)
    return frozenset(part for part, words in seen.items() if len(words) >= _SEVERAL and _seen_as_noun(part))


def _units(tokens: Sequence[Token], sentence: str) -> Iterator[_Unit]:
    at = 0
    while at < len(tokens):
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].hyphened:
            last += 1
        start, end = tokens[at].start, tokens[last].end
        parts = tuple(token.folded for token in tokens[at : last + 1])
        gap = tokens[at].gap
        yield _Unit(start, end, sentence[start:end], gap, parts, at == 0 or not _OPENING.isdisjoint(gap))
        at = last + 1


def _phrases(units: Sequence[_Unit]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of nouns, and of adjectives with a noun."""
    for at in range(len(units)):
        if not _is_noun(units, at):
            continue
        yield at, at
        first = at
        while (
            first and units[first].joined and at - first < _MAX_WORDS - 1 and _is_adjective(units[first - 1])
        ):
            first -= 1
            yield first, at


def _is_noun(units: Sequence[_Unit], at: int) -> bool:
    unit = units[at]
    before = units[at - 1].folded if at and unit.joined else ""
    if len(unit.folded) < _MIN_WORD or before == "te" or before in SUBJECTS or before in MODALS:
        return False
    if not all(part.isalpha() for part in unit.parts[1:]) or unit.folded in _STOP:
        return False
    if unit.folded.startswith(_CALENDAR[:7]) or unit.folded.endswith(_CALENDAR):
        return False
    if len(unit.parts) > 1:  # `NAVO-lid` is a noun, `Noord-Europa` a name
        return unit.text.rpartition("-")[2][:1].islower() and _seen_as_noun(unit.tail)
    if unit.capital and not unit.first:
        return False
    return unit.folded.isalpha() and _noun_alone(unit.folded)


def _noun_alone(word: str) -> bool:
    usage = general.load().usage(word)
    if usage is not None and usage.count >= _TELLING:
        return _seen_as_noun(word)
    if word.endswith(_NOUN_ENDINGS) and len(word) > 2 * _MIN_WORD and not _infinitive(word):
        return True
    tail = _tail(word)
    return tail != word


def _seen_as_noun(word: str) -> bool:
    usage = general.load().usage(word)
    if usage is None or usage.count < _TELLING or usage.name >= _NAME_SHARE:
        return False
    return usage.noun >= (_VERB_SHARE if _finite(word) else _NOUN_SHARE) and not _infinitive(word)


def _finite(word: str) -> bool:
    """Whether a word may be a form of a verb: `kost`, `gestationeerd`, but also `verzet`."""
    lemma = lemmas.lemma(word)
    return (lemma != word and lemma.endswith("en") and not word.endswith(("en", "s"))) or (
        word.startswith("ge") and word.endswith(("d", "t"))
    )


def _infinitive(word: str) -> bool:
    return word.endswith("en") and lemmas.lemma(word) == word


def _is_adjective(unit: _Unit) -> bool:
    word = unit.folded
    if len(word) <= _MIN_WORD or not word.isalpha() or unit.capital or not word.endswith("e"):
        return False
    usage = general.load().usage(word)
    return (usage is None or usage.noun < _NOUN_SHARE) and general.load().rarity(word) > _MIN_ADJECTIVE


def _relational(word: str) -> bool:
    return word.endswith(_RELATIONAL)


def _tail(word: str) -> str:
    """Return the last word of a compound that general Dutch has as a noun; the word itself where there is none."""
    for at in range(3, len(word) - 3):
        tail = word[at:]
        if (_seen_as_noun(tail) or _seen_as_noun(lemmas.lemma(tail))) and compounds.count(word) >= 2:
            return tail
    return word


def _base(word: str) -> str:
    """Return the singular of a noun, through its last part where the dictionary lacks the whole."""
    last = word.rpartition("-")[2]
    tail = last if lemmas.known(last) else _tail(last)
    singular = lemmas.lemma(tail)
    plural, single = general.load().usage(tail), general.load().usage(singular)
    if single is None or not _seen_as_noun(singular):
        return word
    if plural is not None and plural.count > _PLURAL_SHARE * single.count:
        return word
    return word[: len(word) - len(tail)] + singular


def _names(units: Sequence[_Unit]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of runs of words with a capital inside a sentence, `Raad van Europa` among them."""
    at = 1
    while at < len(units):
        if not _in_name(units, at):
            at += 1
            continue
        last = at
        while last + 1 < len(units) and units[last + 1].joined:
            if _in_name(units, last + 1):
                last += 1
            elif (
                last + 2 < len(units)
                and units[last + 1].folded in _NAME_JOINTS
                and units[last + 2].joined
                and _in_name(units, last + 2)
            ):
                last += 2
            else:
                break
        yield at, last
        at = last + 1


def _in_name(units: Sequence[_Unit], at: int) -> bool:
    """Whether a word belongs to a name: a capital, and no adjective of a country (`Franse regering`)."""
    unit = units[at]
    usage = general.load().usage(unit.folded)
    everyday = usage is not None and usage.count >= _TELLING and usage.name < _NAME_SHARE / 2
    if not unit.capital or len(unit.text) < 2 or (unit.first and everyday):
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.capital or not after.joined:
        return True
    if unit.folded.endswith(("se", "sche")):
        return False
    return not (unit.folded.endswith(("s", "sch")) and _seen_as_noun(after.folded))
