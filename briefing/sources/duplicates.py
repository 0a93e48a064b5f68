"""Articles that came in twice under different names."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.article import Article


def duplicates(articles: Sequence[Article]) -> tuple[tuple[int, int], ...]:
    """Return (kept, dropped) for each article whose text an earlier one has, as indices into `articles`.

    White space and the division into lines do not count; titles and dates do not either.
    """
    first: dict[str, int] = {}
    pairs = []
    for index, article in enumerate(articles):
        kept = first.setdefault(" ".join(article.text.split()), index)
        if kept != index:
            pairs.append((kept, index))
    return tuple(pairs)
