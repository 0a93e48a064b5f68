"""What the articles are about: the terms and names that stand in most of them, for a title nobody gave."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from briefing.article import SentenceKind
from briefing.glossary import Glossary, PartOfSpeech
from briefing.translate.types import TranslatedArticle

# A capitalised word, or a run of them, that does not open its sentence.
_NAME = re.compile(r"(?<=[a-z,;:] )(?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*")
_DEMONYM = re.compile(
    r"(?:[a-z]{2}(?:ian|ican|ean|ish|ese)|French|Dutch|Greek|Czech|German|Swiss|Afghan|Western)s?"
)
_NOT_NAMES = frozenset(
    re.split(
        r"\s+",
        """I Mr Mrs Ms Dr Prof President Minister Prime Chancellor King Queen General Secretary Foreign Defence
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


def terms(
    articles: Sequence[TranslatedArticle], glossary: Glossary | None, limit: int = 3
) -> tuple[str, ...]:
    """Return the English of the glossary's nouns and phrases that stand in most articles, most telling first.

    A term gains a point for each article it stands in, half a point for each doubling of its occurrences, and
    one for being more than one word, since compounds say more. Names and offices are left out, and so is a term
    that shares a word with one before it. Each is given in the number, singular or plural, that the text prefers.
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
    for en in sorted(total, key=lambda en: (-score(en), en)):
        words = set(re.split(r"[\s-]", en.lower()))
        used = {word for other in chosen for word in re.split(r"[\s-]", other.lower())}
        if not words & (used | _ACTORS):
            chosen.append(en)
    return tuple(_number(en, articles) for en in chosen[:limit])


def names(articles: Sequence[TranslatedArticle], limit: int = 3) -> tuple[str, ...]:
    """Return the names that stand in most articles and most often, in the English.

    A name is capitalised inside a sentence and nowhere written small; titles, words of glossary terms and names
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
            found[" ".join(w for w in words if w not in leave and not _DEMONYM.search(w))] += 1
    titles = [a.title.english for a in articles if a.title]
    small = set(re.findall(r"\b[a-z]+\b", " ".join(texts)))
    counted = {
        name: [len(re.findall(rf"\b{re.escape(name)}\b", text)) for text in texts]
        for name, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]
        if len(name) > 2 and name.lower() not in small
    }
    counted = {name: counts for name, counts in counted.items() if any(counts)}

    def score(name: str) -> float:
        headed = sum(name in title for title in titles)
        venue = sum(len(re.findall(rf"{_VENUE}{re.escape(name)}\b", text)) for text in texts)
        mentions = sum(counted[name]) - venue / 2
        return 2 * headed + sum(n > 0 for n in counted[name]) + math.log2(mentions)

    chosen: list[str] = []
    for name in sorted(counted, key=lambda name: (-score(name), name)):
        if not any(name in other or other in name for other in chosen):
            chosen.append(name)
    return tuple(chosen[:limit])


def _number(en: str, articles: Sequence[TranslatedArticle]) -> str:
    """Return `en`, in the plural where the articles have it more often so."""
    if not en[-1:].isalpha() or en.endswith("s"):
        return en
    plural = f"{en[:-1]}ies" if en.endswith("y") and en[-2:-1] not in "aeiou" else f"{en}s"
    text = " ".join(t.english for a in articles for t in a.translations).lower()
    one, many = (len(re.findall(rf"\b{re.escape(form.lower())}\b", text)) for form in (en, plural))
    return plural if many > one else en
