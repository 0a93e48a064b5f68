"""The stages of a summary in order: pool, features, choice, key points, and what is told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.glossary.types import Glossary
from briefing.summarise.algorithms.base import Algorithm
from briefing.summarise.budget import Budget
from briefing.summarise.pool import Pool
from briefing.summarise.types import KeyPoint, Summary
from briefing.translate.types import TranslatedArticle

THEME_SHARE = 2  # themes show this many times the key points,
MAX_DEVELOPMENTS = 48  # and never more than fill three pages


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
    from briefing.summarise.bottom_line import bottom_line
    from briefing.summarise.disagreements import disagreements
    from briefing.summarise.entries import further, key_points
    from briefing.summarise.features import blend, features
    from briefing.summarise.pool import build_pool, in_period
    from briefing.summarise.positions import positions
    from briefing.summarise.themes import themes
    from briefing.summarise.timeline import timeline

    pool = build_pool([article for article in articles if in_period(article, since, until)], language)
    if not pool.candidates:
        return Summary((), method=_method(pool, algorithm, budget, len(articles), since, until))
    columns = features(pool, lexrank(pool.vectors), glossary)
    scores = algorithm.rank(pool, columns, budget)
    points = key_points(pool, algorithm.choose(pool, budget, scores), columns)
    first = bottom_line(pool, points)
    developments = key_points(pool, algorithm.choose(pool, _wider(budget, first), scores), columns)
    worth = blend(columns)
    return Summary(
        key_points=points,
        bottom_line=first,
        further=further(developments, first, budget),
        themes=themes(pool, developments),
        timeline=timeline(pool, worth),
        positions=positions(pool, worth),
        disagreements=disagreements(pool),
        method=_method(pool, algorithm, budget, len(articles), since, until),
    )


def _wider(budget: Budget, first: Sequence[KeyPoint]) -> Budget:
    """Return the budget of the themes: enough for the key points beside the bottom line, too."""
    beside = sum(len(point.translations) for point in first)
    most = min(MAX_DEVELOPMENTS, THEME_SHARE * (budget.sentences or MAX_DEVELOPMENTS))
    return Budget(max(most, (budget.sentences or 0) + beside), budget.words and THEME_SHARE * budget.words)


def _method(
    pool: Pool, algorithm: Algorithm, budget: Budget, given: int, since: date | None, until: date | None
) -> tuple[tuple[str, str], ...]:
    """Return what a reader needs to judge or repeat the choice."""
    from briefing.summarise.redundancy import SAME

    limits = [
        f"{value} {unit}"
        for value, unit in ((budget.sentences, "sentences"), (budget.words, "words"))
        if value
    ]
    alone = sum(1 for line in pool.lines if not line.needs)
    period = f"{since or 'the beginning'} to {until or 'the end'}" if since or until else "all dates"
    inside = len(pool.articles)
    # Whoever read the articles may have left out those outside the period before.
    share = f"{inside} of {given}" if inside != given or period == "all dates" else str(inside)
    pairs = [
        ("algorithm", algorithm.name),
        ("budget", ", ".join(limits)),
        ("period", f"{period}; {share} article{'' if share == '1' else 's'}"),
        ("sentences read", str(len(pool.lines))),
        ("sentences that stand alone", str(alone)),
        ("entries to choose from", str(len(pool.candidates))),
        ("redundancy", f"cosine above {SAME} in either language is a repetition"),
    ]
    if weights := algorithm.weights(budget):
        pairs.append(
            ("weights of features", ", ".join(f"{name} {weight:g}" for name, weight in weights.items()))
        )
    return tuple(pairs)
