"""What the articles are about: the terms and names that many of them share, for a title nobody gave."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from briefing.article import SentenceKind
from briefing.glossary import Glossary, PartOfSpeech
from briefing.match.english_forms import plural
from briefing.translate.types import TranslatedArticle

# Small words inside a surname. `ten` is one too, but far oftener a number.
_PARTICLE = r"(?:van|von|der|den|de|ter|te|zu|af|la|le|el|al|bin|ibn|di|da|del|della|dos|’t)"
_WORD = r"(?:(?:al|el)-)?[A-ZÀ-Þ][\w’'-]+"
# A capitalised word, or a run of them, that does not open its sentence.
_NAME = re.compile(
    rf"(?<=[a-z,;:] )(?:(?:van|von|de) (?:{_PARTICLE} )*)?{_WORD}(?: (?:{_PARTICLE} )*{_WORD})*"
)
_ENDS_SMALL = re.compile(rf"(?:^| ){_PARTICLE}(?: {_PARTICLE})*$")
_PEOPLE = re.compile(
    r"(?:[A-Z][a-z]{2,}(?:ian|ican|ean|ish|ese)|Asian|Irish|French|Dutch|Greek|Czech|German|Swiss|Afghan|Western(?:er)?)"
    r"(?:s|m[ae]n)?"
)
_NOT_PEOPLES = frozenset(
    """Adrian Bastian Brian Cassian Christian Damian Dorian Fabian Florian Gillian Hamish Julian Kilian Killian Lilian
    Lillian Marian Maximilian Octavian Sebastian Therese Vivian Aegean Caribbean Guardian Mediterranean Orleans
    Vatican""".split()
)
_NOT_NAMES = frozenset(
    re.split(
        r"\s+",
        """I Mr Mrs Ms Dr Prof President Minister Prime Chancellor King Queen General Sergeant Secretary Foreign Defence
        House Representative Representatives
        The A An It He She We They But And In On At Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        January February March April May June July August September October November December Europe""",
    )
)
# What is said to happen in a place is seldom about it: Paris is where they met.
_VENUE = r"\b(?:in|at|to|from) "
_CANDIDATES = 60  # names met most often inside a sentence, enough for a title
# Offices and functions say who acts, not what it is about.
_ACTORS = frozenset(
    re.split(
        r"\s+",
        """minister ministers president government ally allies official officials negotiator leader leaders chief envoy
        spokesman spokesperson spokeswoman soldier troops state states ambassador member members cabinet country servant secretary group party parliament""",
    )
)


def least_shared(articles: Sequence[TranslatedArticle]) -> int:
    """Return how many articles share what they are about: a third, and two where there are several."""
    return max(math.ceil(len(articles) / 3), min(len(articles), 2), 1)


def terms(
    articles: Sequence[TranslatedArticle], glossary: Glossary | None, limit: int = 3, *, least: int = 1
) -> tuple[str, ...]:
    """Return the English of the glossary's nouns and phrases that most articles have, most telling first.

    `least` is the number of articles that each stands in at the least. A term gains a point for
    each article it stands in, half a point for each doubling of its occurrences, and one for being more than one
    word, since compounds say more. Names and offices are left out, and so is a term that shares a word with one
    before it. Each is given in the number, singular or plural, that the text prefers.
    """
    kinds = {PartOfSpeech.NOUN, PartOfSpeech.PHRASE}
    known = {term.target for term in glossary.terms if term.pos in kinds} if glossary else set()
    total: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for article in articles:
        here = Counter(use.en for t in article.translations for use in t.terms if use.en in known)
        total.update(here)
        spread.update(here.keys())

    def score(en: str) -> float:
        return spread[en] + math.log2(total[en]) / 2 + (" " in en or "-" in en)

    chosen: list[str] = []
    common = [en for en in total if spread[en] >= least]
    for en in sorted(common, key=lambda en: (-score(en), en)):
        words = set(re.split(r"[\s-]", en.lower()))
        used = {word for other in chosen for word in re.split(r"[\s-]", other.lower())}
        if not words & (used | _ACTORS):
            chosen.append(en)
    return tuple(_number(en, articles) for en in chosen[:limit])


def names(articles: Sequence[TranslatedArticle], limit: int = 3, *, least: int = 1) -> tuple[str, ...]:
    """Return the names that most articles have, `least` of them or more, and that stand most often, in the English.

    A name is capitalised inside a sentence, but for its particles, and nowhere written small; titles, words of glossary terms and names
    of peoples, which are mostly adjectives, are left out. Each article and each doubling of the occurrences is a
    point, each title two; a mention as a venue (in Paris) counts for half.
    """
    sentences = [[t for t in a.translations if t.sentence.kind is SentenceKind.SENTENCE] for a in articles]
    texts = [" ".join(t.english for t in article) for article in sentences]
    found: Counter[str] = Counter()
    for t in (t for article in sentences for t in article):
        leave = _NOT_NAMES | {word for use in t.terms for word in use.en.split()}
        for run in _NAME.findall(t.english):
            words = [re.sub(r"[’']s?$", "", word) for word in run.split()]
            name = " ".join(w for w in words if w not in leave and not _is_people(w))
            found[_ENDS_SMALL.sub("", name)] += 1
    titles = [a.title.english for a in articles if a.title]
    small = set(re.findall(r"\b[a-z]+\b", " ".join(texts)))
    counted = {
        name: [len(re.findall(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)) for text in texts]
        for name, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]
        if len(name) > 2 and name.lower() not in small
    }
    counted = {name: n for name, n in counted.items() if sum(map(bool, n)) >= least}

    def score(name: str) -> float:
        headed = sum(name in title for title in titles)
        venue = sum(len(re.findall(rf"{_VENUE}{re.escape(name)}\b", text)) for text in texts)
        mentions = sum(counted[name]) - venue / 2
        return 2 * headed + sum(n > 0 for n in counted[name]) + math.log2(mentions)

    chosen: list[str] = []
    for name in sorted(counted, key=lambda name: (-score(name), name)):
        if not any(name.lower() in other.lower() or other.lower() in name.lower() for other in chosen):
            chosen.append(name)
    return tuple(chosen[:limit])


def _is_people(word: str) -> bool:
    """Tell whether a word is a people or its adjective, alone or in a compound: `Franco-German`, `French-speaking`."""
    return any(_PEOPLE.fullmatch(part) and part not in _NOT_PEOPLES for part in word.split("-"))


def _number(en: str, articles: Sequence[TranslatedArticle]) -> str:
    """Return `en`, in the plural where the articles have it more often so."""
    before, space, noun = en.rpartition(" ")
    many = f"{before}{space}{plural(noun)}"
    text = " ".join(t.english for a in articles for t in a.translations).lower()
    one, more = (len(re.findall(rf"\b{re.escape(form.lower())}\b", text)) for form in (en, many))
    return many if more > one else en
