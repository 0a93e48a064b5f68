"""The summary of several articles: key points, bottom line, themes, timeline, positions, disagreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.glossary.types import Glossary
from briefing.summarise.algorithms import ALGORITHMS, DEFAULT
from briefing.summarise.types import Disagreement, Event, KeyPoint, Position, Summary, Theme
from briefing.translate.types import TranslatedArticle

__all__ = [
    "ALGORITHMS",
    "DEFAULT",
    "Disagreement",
    "Event",
    "KeyPoint",
    "Position",
    "Summary",
    "Theme",
    "summarise",
]


def summarise(
    articles: Sequence[TranslatedArticle],
    *,
    algorithm: str = DEFAULT,
    sentences: int | None = None,
    words: int | None = None,
    glossary: Glossary | None = None,
    since: date | None = None,
    until: date | None = None,
    language: str = "nl",
) -> Summary:
    """Return the summary of `articles`, taken from their sentences alone; the same for the same input, to the byte.

    At most `sentences` sentences and `words` English words are chosen (12 sentences where neither is given; a
    sentence that needs its neighbour counts for both). Only articles whose date can lie between `since` and
    `until` are read, ends included; undated ones always are. `language` is the one of the sentences' own text,
    which ranking sees. Key points come in story order: by date, then as the article has them; undated articles
    keep the order of the arguments. Without articles, or without a sentence in them, the summary is empty.

    Raises UsageError for an algorithm that does not exist or a limit below 1.
    """
    from briefing.summarise.algorithms import algorithm_named
    from briefing.summarise.budget import Budget
    from briefing.summarise.compose import compose

    chosen = algorithm_named(algorithm)
    budget = Budget.of(sentences, words)
    return compose(articles, chosen, budget, glossary, since, until, language)
