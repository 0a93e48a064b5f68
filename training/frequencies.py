"""Count Dutch words and the places where they stand, for the candidate terms of `briefing.match.suggest`.

    python -m training.frequencies ../shared/corpus briefing/match/data/dutch.tsv.xz

Only counts of single words are kept, no sentence. Deterministic.
"""

from __future__ import annotations

import hashlib
import lzma
import re
import sys
from collections import Counter
from pathlib import Path

# What people read, talk and argue about; laws and manuals have frequencies of their own. (source, share of its lines)
SOURCES = {
    "news": 1, "news_constructions": 1, "news_articles": 1, "press": 1, "europarl_wmt_dev": 1, "news_commentary": 1,
    "tatoeba": 1, "stsb": 1, "opus_idioms": 4,
}  # fmt: skip
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\S")
# A noun stands behind one of these ...
BEFORE = frozenset(
    "de het een dit deze geen elke elk ieder iedere zijn haar hun onze ons mijn uw van voor met naar over tegen door "
    "tussen tijdens wegens zonder onder bij uit per ter ten".split()
)
# ... and before one of these, or before a mark.
AFTER = frozenset(
    "van voor met naar over tegen door tussen tijdens wegens zonder onder bij uit per in op aan om te tot is was zijn "
    "waren heeft hebben had en of die dat zal zou kan kon moet wordt werd worden werden als maar niet ook de het een".split()
)
SEEN = 3  # times; what is rarer is as good as unknown


def main(corpus: str, target: str) -> None:
    """Write a line a word: `word<TAB>count<TAB>per cent in a noun's place<TAB>per cent with a capital inside`."""
    count: Counter[str] = Counter()
    noun: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    digest = hashlib.sha256()
    for name, every in SOURCES.items():
        data = (Path(corpus) / f"{name}.tsv.xz").read_bytes()
        digest.update(data)
        for line in lzma.decompress(data).decode("utf-8").split("\n")[::every]:
            tokens = TOKEN.findall(line.partition("\t")[0])
            folded = [token.lower() for token in tokens]
            count.update(folded)
            for at in range(1, len(tokens)):
                if tokens[at] != folded[at]:
                    capital[folded[at]] += 1
                elif folded[at - 1] in BEFORE and (
                    at + 1 == len(tokens) or folded[at + 1] in AFTER or not folded[at + 1][0].isalpha()
                ):
                    noun[folded[at]] += 1
    words = {word: n for word, n in count.items() if word[0].isalpha()}
    lines = [
        f"{word}\t{n}\t{round(100 * noun[word] / n)}\t{round(100 * capital[word] / n)}"
        for word, n in sorted(words.items())
        if n >= SEEN
    ]
    total = sum(words.values())
    header = f"# {total} words of Dutch, corpus sha256 {digest.hexdigest()[:16]}"
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    Path(target).write_bytes(lzma.compress("\n".join([header, *lines, ""]).encode(), preset=9))
    print(total, "words,", len(lines), "different ones,", Path(target).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
