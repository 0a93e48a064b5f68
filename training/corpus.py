"""The corpus: read, cleaned, without duplicates, with sentences of each source held out.

A source is a file `NAME.tsv` or `NAME.tsv.xz`: Dutch<TAB>English a line. What is dropped is counted by reason.
"""

from __future__ import annotations

import hashlib
import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
DICTIONARY = "dictionary.tsv"
LONGEST = 80  # words of either side
RATIO = (0.5, 2.0)  # characters of the Dutch to characters of the English
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|[{}|\\]|\[\[|\]\]|https?://\S+\s*$|&[a-z]+;|â€|Ã.|�")
# Telling words: frequent in one of the two languages, no words of the other.
DUTCH = frozenset(
    "de het een van dat niet zijn aan met voor ook als maar bij uit nog naar wordt werd heeft hebben".split()
)
ENGLISH = frozenset(
    "the and to that for with are by this from has not which they were been their his would will".split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence pair and the source it comes from."""

    dutch: str
    english: str
    source: str


def source_file(folders: Sequence[Path], name: str) -> Path:
    """Return the file of source `name`, from the first folder that has one; FileNotFoundError where none has."""
    for folder in folders:
        for suffix in (".tsv.xz", ".tsv"):
            if (path := folder / f"{name}{suffix}").exists():
                return path
    raise FileNotFoundError(f"{' and '.join(map(str, folders))} has no {name}.tsv.xz or {name}.tsv")


def read(path: Path, source: str) -> Iterator[Pair]:
    """Yield the pairs of a file, NFC, white space folded; further columns are ignored.

    Of the program's dictionary (`dictionary.tsv`, the part of speech stands second there, plain Dutch last) an entry and its first
    rendering.
    """
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            dutch, *columns = line.rstrip("\n").split("\t")
            if columns:
                english = columns[1].partition(";")[0] if path.name == DICTIONARY else columns[0]
                yield Pair(
                    *(" ".join(unicodedata.normalize("NFC", s).split()) for s in (dutch, english)), source
                )


def fault(pair: Pair) -> str | None:
    """Return the reason why `pair` is no good, or None."""
    dutch, english = (WORD.findall(s.lower()) for s in (pair.dutch, pair.english))
    if not dutch or not english:
        return "empty"
    if max(len(dutch), len(english)) > LONGEST:
        return "long"
    if MARKUP.search(pair.dutch) or MARKUP.search(pair.english):
        return "markup"
    if len(dutch) > 3 and not RATIO[0] < len(pair.dutch) / len(pair.english) < RATIO[1]:
        return "ratio"
    if pair.dutch == pair.english and len(dutch) > 4:
        return "copy"
    if _telling(dutch, ENGLISH) > _telling(dutch, DUTCH) or _telling(english, DUTCH) > _telling(
        english, ENGLISH
    ):
        return "language"
    return None


def _telling(words: list[str], of: frozenset[str]) -> int:
    return sum(w in of for w in words)


def key(sentence: str) -> str:
    """Return what two sentences share that differ in case, punctuation or spacing only."""
    return " ".join(re.findall(r"\w+", sentence.lower()))


def held_out_keys(files: Iterable[Path]) -> set[str]:
    """Return the keys of both sides of all pairs in `files`: no training pair may have one of them."""
    return {key(side) for path in files for pair in read(path, "") for side in (pair.dutch, pair.english)}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of the corpus, what is held out of it, and how many pairs went for which reason."""

    kept: list[Pair]
    held_out: list[Pair]
    dropped: Mapping[str, Counter[str]]


def clean(folders: Sequence[Path], sources: Iterable[str], never: set[str], held_out: int) -> Cleaned:
    """Read `sources`, best first: of duplicates the first is kept.

    Of each source about `held_out` pairs, chosen by the hash of their Dutch and at most one in twenty, are put aside.
    A pair one of whose sides has a key in `never` is dropped.
    """
    kept, aside = [], []
    dropped: dict[str, Counter[str]] = {}
    seen: set[str] = set()
    for source in sources:
        counts = dropped[source] = Counter()
        found = []
        for pair in read(source_file(folders, source), source):
            reason = fault(pair)
            mark = key(pair.dutch)
            if reason is None and (mark in never or key(pair.english) in never):
                reason = "held out elsewhere"
            elif reason is None and mark in seen:
                reason = "duplicate"
            if reason is None:
                seen.add(mark)
                found.append(pair)
            else:
                counts[reason] += 1
        one_in = max(20, len(found) // max(1, held_out))
        for pair in found:
            digest = hashlib.sha256(pair.dutch.encode()).digest()
            (aside if held_out and int.from_bytes(digest[:4]) % one_in == 0 else kept).append(pair)
    return Cleaned(kept, aside, dropped)


def write(path: Path, pairs: Iterable[Pair]) -> None:
    """Write pairs, `dutch<TAB>english<TAB>source` a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{p.dutch}\t{p.english}\t{p.source}\n" for p in pairs)


def load(path: Path) -> list[Pair]:
    """Read what `write` wrote."""
    with path.open(encoding="utf-8") as file:
        return [Pair(*line.rstrip("\n").split("\t")) for line in file]
