"""What the articles are about: the terms and names that stand in most of them, for a title nobody gave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.article import SentenceKind
from briefing.glossary import Glossary, PartOfSpeech
from briefing.translate.types import TranslatedArticle

# A capitalised word, or a run of them, that does not open its sentence.
_NAME = re.compile(r"(?<=[a-z,;:] )(?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*")
_NOT_NAMES = frozenset(
    re.split(
        r"\s+",
        """I Mr Mrs Ms Dr Prof President Minister Prime The A An It He She We They But And In On At
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
        July August September October November December Europe European Western""",
    )
)


def terms(
    articles: Sequence[TranslatedArticle], glossary: Glossary | None, limit: int = 3
) -> tuple[str, ...]:
    """Return the English of the glossary nouns and phrases that stand in most articles, then most often.

    Proper names of the glossary are left to `names`.
    """
    nouns = (
        {term.target for term in glossary.terms if term.pos in {PartOfSpeech.NOUN, PartOfSpeech.PHRASE}}
        if glossary
        else set()
    )
    total: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for article in articles:
        here = Counter(
            use.en
            for t in article.translations
            for use in t.terms
            if use.en in nouns or " " in use.en.strip()
        )
        total.update(here)
        spread.update(here.keys())
    ranked = sorted(total, key=lambda en: (-spread[en], -total[en], en))
    chosen: list[str] = []
    for en in ranked:
        words = set(en.lower().split())
        if not any(words & set(other.lower().split()) for other in chosen):
            chosen.append(en)
    return tuple(chosen[:limit])


def names(articles: Sequence[TranslatedArticle], limit: int = 3) -> tuple[str, ...]:
    """Return the names that stand in most articles, then most often, in the English; titles are left out."""
    total: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for article in articles:
        here: Counter[str] = Counter()
        for t in article.translations:
            if t.sentence.kind is SentenceKind.SENTENCE:
                termed = {word for use in t.terms for word in use.en.split()}
                for found in _NAME.findall(t.english):
                    words = [re.sub(r"[’']s?$", "", word) for word in found.split()]
                    name = " ".join(word for word in words if word not in _NOT_NAMES | termed)
                    if len(name) > 2:
                        here[name] += 1
        total.update(here)
        spread.update(here.keys())
    ranked = sorted(total, key=lambda name: (-spread[name], -total[name], name))
    chosen: list[str] = []
    for name in ranked:
        if not any(name in other or other in name for other in chosen):
            chosen.append(name)
    return tuple(chosen[:limit])
