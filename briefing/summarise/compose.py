"""The stages of a summary in order: pool, features, choice, key points, and what is told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.glossary.types import Glossary
from briefing.summarise.algorithms.base import Algorithm
from briefing.summarise.budget import Budget
from briefing.summarise.types import Summary
from briefing.translate.types import TranslatedArticle


def compose(
    articles: Sequence[TranslatedArticle],
    algorithm: Algorithm,
    budget: Budget,
    glossary: Glossary | None,
    since: date | None,
    until: date | None,
    language: str,
) -> Summary:
    """Return the whole summary; see `briefing.summarise.summarise`."""
    from briefing.summarise.algorithms.lexrank import lexrank
    from briefing.summarise.entries import key_points
    from briefing.summarise.features import features
    from briefing.summarise.pool import build_pool, in_period

    kept = [article for article in articles if in_period(article, since, until)]
    pool = build_pool(kept, language)
    if not pool.candidates:
        return Summary(())
    columns = features(pool, lexrank(pool.vectors), glossary)
    scores = algorithm.rank(pool, columns, budget)
    taken = algorithm.choose(pool, budget, scores)
    return Summary(key_points(pool, taken, columns))
