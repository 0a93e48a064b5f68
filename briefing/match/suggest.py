"""Candidate terms: compounds and noun phrases of Dutch texts that the glossary lacks, by termhood.

Termhood is the C-value of Frantzi, Ananiadou and Mima (2000): log2(words + 1) times the frequency outside longer
candidates. It is doubled for words that the general dictionary lacks, which stands in for the comparison with a
general corpus. A compound counts as many words as it has parts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.match import compounds, lexicon
from briefing.match.matcher import Matcher
from briefing.match.senses import MODALS, SUBJECTS
from briefing.match.tokens import Token, tokenize
from briefing.match.wordlist import word_list

_STOP = frozenset(
    word_list(
        "de het een en of maar want dat die dit deze er hier daar wie wat welke welk als dan toen nu nog al ook niet geen"
    )
    + word_list(
        "wel zo zeer heel meer meest minder veel weinig alle elke elk ieder iedere beide enkele sommige andere ander zijn"
    )
    + word_list(
        "haar hun mijn jouw ons onze uw van voor in op aan bij met naar over tegen uit om door tot te ten ter per onder"
    )
    + word_list(
        "tussen tijdens na sinds volgens vanwege wegens zonder binnen buiten boven achter langs is was waren wordt werd"
    )
    + word_list(
        "worden werden heeft had hadden hebben moet moeten moest kan kunnen kon konden zal zullen zou zouden wil willen"
    )
    + word_list(
        "wilde wilden mag mogen gaat gaan ging gingen komt komen kwam kwamen doet doen deed deden zegt zei zeiden staat"
    )
    + word_list(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus"
    )
    + word_list(
        "september oktober november december vandaag gisteren morgen jaar jaren week weken dag dagen maand maanden uur keer"
    )
    + word_list(
        "nieuwe grote kleine goede laatste eerste tweede derde volgende vorige komende hele eigen zelfde dezelfde hetzelfde"
    )
    + word_list(
        "mensen man vrouw dus echter daarom toch vooral alleen zelf zich elkaar hem hen ze zij we wij ik je jij u men"
    )
    + word_list("tien twintig dertig veertig vijftig honderd duizend miljoen miljard procent euro dollar")
)
# Endings that make nouns (E-ANS 12.3); a word that has one is a noun without a tagger.
_NOUN_ENDINGS = word_list(
    "heid heden ing ingen schap schappen isme teit teiten tie ties macht machten plan plannen beleid akkoord akkoorden raad "
    "minister ministers dienst diensten overleg verdrag verdragen garantie garanties troepen steun hulp aanval aanvallen "
    "missie missies wapen wapens raket raketten maatregel maatregelen groep groepen fonds wet wetten recht rechten top toppen "
    "bestand coalitie coalities defensie leger legers front gebied gebieden land landen staat staten partij partijen"
)
_MAX_WORDS = 4
_MIN_WORD = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term to consider: the form most often written, how often it occurs, its termhood, a sentence that has it."""

    source: str
    frequency: int
    termhood: float
    example: str


def candidates(
    sentences: Sequence[str], matcher: Matcher, *, limit: int | None = None
) -> tuple[Candidate, ...]:
    """Return the candidates of all sentences, best first; what the glossary already matches is left out."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    examples: dict[str, str] = {}
    words: dict[str, int] = {}
    for sentence in sentences:
        tokens = tokenize(sentence)
        covered = [
            (span[0], span[1]) for m in matcher.matches(sentence) if not m.compound for span in m.spans
        ]
        for first, last in _phrases(tokens):
            start, end = tokens[first].start, tokens[last].end
            if any(s < end and start < e for s, e in covered):
                continue
            key = " ".join(lexicon.lemma(t.folded) for t in tokens[first : last + 1])
            forms[key][_form(sentence[start:end], first)] += 1
            words[key] = last - first + 1 if last > first else _parts(tokens[first].folded)
            if key not in examples or len(sentence) < len(examples[key]):
                examples[key] = sentence
    nested = _nested(forms)
    found = []
    for key, written in forms.items():
        frequency = written.total()
        outside = frequency - nested.get(key, 0)
        rare = not all(lexicon.known(word) for word in key.split())
        termhood = math.log2(words[key] + 1) * outside * (2 if rare else 1)
        if termhood > 0:
            form = min(written, key=lambda f: (-written[f], len(f), f))
            found.append(Candidate(form, frequency, round(termhood, 2), examples[key]))
    found.sort(key=lambda c: (-c.termhood, c.source.casefold()))
    return tuple(found[:limit])


def _form(text: str, first: int) -> str:
    """Return the words as an entry writes them: without the capital that only a sentence's beginning gave."""
    return text[0].lower() + text[1:] if first == 0 and text[1:] == text[1:].lower() else text


def _parts(word: str) -> int:
    """Return how many parts a compound has, 1 for a simple word."""
    return max(1, compounds.count(word))


def _phrases(tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    """Yield (first, last) of noun compounds, of adjectives with a noun, and of names of several words."""
    for at, token in enumerate(tokens):
        if _is_noun(tokens, at):
            yield at, at
            first = at
            while (
                first
                and tokens[first].joined
                and at - first < _MAX_WORDS - 1
                and _is_adjective(tokens[first - 1])
            ):
                first -= 1
                yield first, at
        if token.text[:1].isupper() and at and token.folded not in _STOP:
            last = at
            while last + 1 < len(tokens) and last - at < _MAX_WORDS and _in_name(tokens, last + 1):
                last += 1
            while last > at and not tokens[last].text[:1].isupper():
                last -= 1
            begins = not (tokens[at - 1].text[:1].isupper() and token.joined)
            if last > at and begins:
                yield at, last


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.joined and (
        token.text[:1].isupper() or token.folded in {"van", "voor", "de", "der", "en", "tot"}
    )


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].folded
    if len(word) < _MIN_WORD or word in _STOP or not word.isalpha() or tokens[at].text[:1].isupper():
        return False
    if tokens[at].hyphened or (at + 1 < len(tokens) and tokens[at + 1].hyphened):
        return False
    before = tokens[at - 1].folded if at and tokens[at].joined else ""
    if before == "te" or before in SUBJECTS or before in MODALS:
        return False
    if any(word.endswith(end) and len(word) > len(end) + 2 for end in _NOUN_ENDINGS):
        return True
    return len(word) >= 9 and compounds.count(word) >= 2


def _is_adjective(token: Token) -> bool:
    word = token.folded
    return (
        len(word) > 4
        and word.endswith("e")
        and word not in _STOP
        and word.isalpha()
        and not word.endswith(("tie", "ade", "ode"))
        and (lexicon.lemma(word) != word or word.endswith(("ische", "iele", "ale", "aire", "ende", "eerde")))
    )


def _nested(forms: dict[str, Counter[str]]) -> dict[str, int]:
    """Return for each candidate how often it stands inside longer ones."""
    inside: Counter[str] = Counter()
    for key, written in forms.items():
        parts = key.split()
        for size in range(1, len(parts)):
            for at in range(len(parts) - size + 1):
                inside[" ".join(parts[at : at + size])] += written.total()
    return inside
