"""The algorithms by name: rank sentences, then choose within a budget."""

from __future__ import annotations

from briefing.errors import UsageError
from briefing.summarise.algorithms.base import Algorithm
from briefing.summarise.algorithms.centroid import Centroid
from briefing.summarise.algorithms.lead import Lead
from briefing.summarise.algorithms.lexrank import LexRank
from briefing.summarise.algorithms.mmr import MaximalMarginalRelevance
from briefing.summarise.algorithms.submodular import SubmodularCoverage
from briefing.summarise.algorithms.textrank import TextRank

ALGORITHMS: dict[str, type[Algorithm]] = {
    algorithm.name: algorithm
    for algorithm in (SubmodularCoverage, MaximalMarginalRelevance, LexRank, TextRank, Centroid, Lead)
}
DEFAULT = SubmodularCoverage.name  # the best on both languages (docs/summaries.md)


def algorithm_named(name: str) -> Algorithm:
    """Return the algorithm of that name; UsageError where there is none."""
    if name not in ALGORITHMS:
        raise UsageError(f"There is no algorithm {name!r}.", f"Choose one of {', '.join(ALGORITHMS)}.")
    return ALGORITHMS[name]()
