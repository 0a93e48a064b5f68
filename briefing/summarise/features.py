"""What speaks for a sentence: one number between 0 and 1 a feature, for every line of the pool."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.glossary.types import Glossary
from briefing.summarise.cues import cue_count
from briefing.summarise.pointing import FORMS
from briefing.summarise.pool import Line, Pool

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Whole and half weights, tried on twelve Dutch articles with the facts a reader needs written down (docs/summaries.md).
# Glossary terms stand in nearly every sentence on the subject, so that they tell little apart. `flagged` was not tried: those
# articles were read in Dutch. It lets a sound translation go before a doubted one that says as much. `unanchored` costs a fact
# or none (0: 46 %, -0.25: 45 %, -0.5: 43 % of the facts of five articles), for a list of which each point can be read alone.
WEIGHTS = {
    "centrality": 1.5,
    "numbers": 2.0,
    "agreement": 1.0,
    "names": 1.0,
    "flagged": -0.5,
    "unanchored": -0.25,
    "cues": 0.5,
    "length": 0.5,
    "terms": 0.1,
}
QUOTES = re.compile('["“”„«»]')
GOOD_LENGTH = (12, 40)  # words; a sentence in a newspaper has 20 on average


def features(pool: Pool, centrality: Floats, glossary: Glossary | None) -> dict[str, Floats]:
    """Return the features by name, each of shape (lines,) with values from 0 to 1."""
    import numpy as np

    lines = pool.lines
    terms = _term_words(glossary)
    columns = {
        "centrality": _scaled(centrality),
        "position": np.array([1 / (1 + line.place) ** 0.5 for line in lines]),
        "length": np.array([_length(line.size) for line in lines]),
        "terms": np.array([_share(_terms(line.translation.terms, line.text, terms), 3) for line in lines]),
        "names": np.array([_share(len(line.names), 4) for line in lines]),
        "numbers": np.array([_share(len(line.numbers), 2) for line in lines]),
        "cues": np.array([_share(cue_count(line.text, line.language), 2) for line in lines]),
        "flagged": np.array([1.0 if line.translation.flags else 0.0 for line in lines]),
        "unanchored": np.array([1.0 if _unanchored(line) else 0.0 for line in lines]),
        "unquoted": np.array([0.0 if QUOTES.search(line.text) else 1.0 for line in lines]),
        "recency": _recency(pool),
        "agreement": _agreement(pool),
    }
    return {name: values.reshape(-1) for name, values in columns.items()}


def blend(columns: dict[str, Floats], weights: Mapping[str, float] = WEIGHTS) -> Floats:
    """Return the weighted sum of the features: shape (lines,); below 0 where what counts against a line outweighs the rest."""
    import numpy as np

    return sum(
        (columns[name] * weight for name, weight in weights.items()), np.zeros_like(columns["centrality"])
    )


def _unanchored(line: Line) -> bool:
    """Whether a sentence leans on what a reader of it alone does not have.

    It says *today* though the day of its article is not known, or adds (*also*) to a sentence that may not stand there.
    """
    said = {line.language: line.text, "en": line.translation.english or line.text}
    if any(FORMS[language].adding.search(text) for language, text in said.items() if language in FORMS):
        return True
    return any(mention.date is None for mention in line.mentions)


def _share(count: float, enough: int) -> float:
    return min(1.0, count / enough)


def _scaled(values: Floats) -> Floats:
    """Return values divided by their maximum."""
    top = float(values.max()) if len(values) else 0.0
    return values / top if top > 0 else values


def _length(words: int) -> float:
    low, high = GOOD_LENGTH
    if words < low:
        return words / low
    return 1.0 if words <= high else high / words


def _term_words(glossary: Glossary | None) -> frozenset[str]:
    return frozenset(term.source.lower() for term in glossary.terms) if glossary is not None else frozenset()


def _terms(uses: tuple[object, ...], text: str, terms: frozenset[str]) -> int:
    """Return how many glossary terms the sentence holds: those translation found, else whole words of the text."""
    if uses or not terms:
        return len(uses)
    from briefing.summarise.text import tokens

    return len(terms.intersection(token.lower() for token in tokens(text)))


def _recency(pool: Pool) -> Floats:
    """Return 1 for the newest article and 0 for the oldest, by rank of the date; 0.5 for an undated one."""
    import numpy as np

    days = sorted({line.date.last for line in pool.lines if line.date is not None})
    rank = {day: place / max(1, len(days) - 1) for place, day in enumerate(days)}
    if len(days) < 2:
        return np.full(len(pool.lines), 0.5)
    return np.array([0.5 if line.date is None else rank[line.date.last] for line in pool.lines])


def _agreement(pool: Pool) -> Floats:
    """Return the mean share of the other articles that use the sentence's words: how far sources agree on it."""
    import numpy as np

    seen: defaultdict[str, set[int]] = defaultdict(set)
    for line in pool.lines:
        for stem in line.stems:
            seen[stem].add(line.article)
    others = max(1, len({line.article for line in pool.lines}) - 1)
    return np.array(
        [
            sum((len(seen[stem]) - 1) / others for stem in dict.fromkeys(line.stems))
            / max(1, len(set(line.stems)))
            for line in pool.lines
        ]
    )
