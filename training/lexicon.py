"""Learn which English words a Dutch word is rendered with, for the checks of `briefing.translate`.

    python -m training.lexicon briefing/translate/data/lexicon.tsv.xz training/pairs ../shared/corpus

IBM Model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation", section 4.1) with a NULL
word, five EM iterations, over lower-cased words. Only probabilities are kept, no sentence. Deterministic.
"""

from __future__ import annotations

import hashlib
import itertools
import lzma
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from training import corpus

# What an office reads; product manuals teach other renderings. (source, of how many lines one is read)
SOURCES = {
    "articles": 1, "syntax": 1, "senses": 1, "expressions": 1, "words": 1,
    "news": 1, "news_constructions": 1, "news_articles": 1, "press": 1, "europarl_wmt_dev": 1, "news_commentary": 1,
    "jrc_acquis": 1, "tatoeba": 1, "stsb": 1, "wiktionary": 1, "opus_idioms": 1, "dutch_treaties": 3,
    "corona_dashboard": 1, "colonial_heritage_aids": 1, "internet_nl": 1, "algorithm_audit": 1, "privacybydesign": 1,
}  # fmt: skip
ITERATIONS = 5
LONGEST = 60  # words; longer pairs align badly and cost the square
KEPT = 10  # renderings a word
FLOOR = 0.015  # probability
NULL = 0


def pairs(files: Mapping[str, Path]) -> list[tuple[list[str], list[str]]]:
    """Return the tokenised sentence pairs of the sources' files."""
    out = []
    for name, file in files.items():
        for pair in itertools.islice(corpus.read(file, name), 0, None, SOURCES[name]):
            dutch, english = (corpus.WORD.findall(side.lower()) for side in (pair.dutch, pair.english))
            if dutch and english and max(len(dutch), len(english)) <= LONGEST:
                out.append((dutch, english))
    return out


def numbered(sentences: list[list[str]]) -> tuple[list[str], list[np.ndarray]]:
    """Return the vocabulary (words seen twice; number 0 stands for all others) and the sentences in numbers."""
    counts = Counter(w for s in sentences for w in s)
    words = ["", *sorted(w for w, n in counts.items() if n > 1)]
    index = {w: i for i, w in enumerate(words)}
    return words, [np.array([index.get(w, 0) for w in s], dtype=np.int64) for s in sentences]


def train(dutch: list[np.ndarray], english: list[np.ndarray], width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (keys, probabilities): key = Dutch number × `width` + English number, p = t(English | Dutch)."""
    cells, groups, group = [], [], 0
    for d, e in zip(dutch, english, strict=True):
        sources = np.append(d[d > 0], NULL)
        targets = e[e > 0]
        cells.append((sources[None, :] * width + targets[:, None]).ravel())
        groups.append(np.repeat(np.arange(group, group + len(targets)), len(sources)))
        group += len(targets)
    flat, owner = np.concatenate(cells), np.concatenate(groups)
    del cells, groups
    keys, position = np.unique(flat, return_inverse=True)
    del flat
    position = position.astype(np.int32)
    source = keys // width
    probability = np.full(len(keys), 1.0)
    for _ in range(ITERATIONS):
        share = probability[position]
        share /= np.bincount(owner, share, minlength=group)[owner]
        counts = np.bincount(position, share, minlength=len(keys))
        probability = counts / np.bincount(source, counts)[source]
    return keys, probability


def main(target: str, *folders: str) -> None:
    """Write the lexicon: a line a Dutch word, `word<TAB>rendering:per mille ...`, most likely first."""
    files = {name: corpus.source_file([Path(f) for f in folders], name) for name in SOURCES}
    data = pairs(files)
    nl, dutch = numbered([d for d, _ in data])
    en, english = numbered([e for _, e in data])
    seen = Counter(w for d, _ in data for w in set(d))
    print(len(data), "pairs,", len(nl), "Dutch and", len(en), "English words")
    keys, probability = train(dutch, english, len(en))
    keep = probability >= FLOOR
    keys, probability = keys[keep], probability[keep]
    order = np.lexsort((keys, -probability, keys // len(en)))
    renderings: dict[int, list[str]] = {}
    for key, p in zip(keys[order], probability[order], strict=True):
        word = int(key) // len(en)
        found = renderings.setdefault(word, [])
        if word != NULL and seen[nl[word]] > 1 and len(found) < KEPT:
            found.append(f"{en[int(key) % len(en)]}:{round(1000 * p)}")
    lines = [f"{nl[word]}\t{' '.join(found)}" for word, found in sorted(renderings.items()) if found]
    digest = hashlib.sha256()
    for name in sorted(SOURCES):
        digest.update(files[name].read_bytes())
    header = (
        f"# IBM Model 1, {ITERATIONS} iterations, {len(data)} pairs, corpus sha256 {digest.hexdigest()[:16]}"
    )
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    Path(target).write_bytes(lzma.compress("\n".join([header, *lines, ""]).encode(), preset=9))
    print(len(lines), "words,", Path(target).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
