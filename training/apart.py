"""Find the separable verbs of the dictionary that are what they seem where their parts stand apart.

    python -m training.apart training/pairs/*.tsv > briefing/translate/data/apart.txt

`voer weg` may be of `wegvoeren` or of `wegvaren`, `om te zien` is seldom of `omzien`, and the renderings of a third verb may not
be all that translators write. So each pair whose Dutch has such a verb is asked whether its English has one of the renderings:
a verb is listed where it has in three of four and in two at least. Only infinitives are kept, no sentence. Deterministic.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from briefing.translate import dictionary
from briefing.translate.typography import normalise
from training import corpus

LEAST = 2  # pairs in which the verb is told
SHARE = 0.75  # of the pairs that have it


def counts(pairs: Iterable[corpus.Pair]) -> tuple[Counter[str], Counter[str]]:
    """Return how many pairs have each verb with its parts apart, and of how many the English tells it."""
    known = dictionary.load()
    known = replace(known, apart=known.table.keys())
    seen: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for pair in pairs:
        english = normalise(pair.english)
        for match in known.matches(normalise(pair.dutch)):
            if dictionary.stands_apart(match):
                seen[match.term.source] += 1
                told[match.term.source] += dictionary.told(match, english)
    return seen, told


def main(*files: str) -> None:
    """Print the list, a verb a line."""
    pairs = [pair for file in files for pair in corpus.read(Path(file), Path(file).stem)]
    seen, told = counts(pairs)
    print(
        f"# separable verbs that are told in {SHARE:.0%} of the {len(pairs):,} pairs; made by training/apart.py"
    )
    for verb in sorted(v for v in seen if told[v] >= max(LEAST, SHARE * seen[v])):
        print(verb)


if __name__ == "__main__":
    main(*sys.argv[1:])
