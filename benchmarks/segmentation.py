"""Measure sentence boundaries against gold Dutch segmentation, beside two baselines.

    .venv/bin/python benchmarks/segmentation.py [--errors] [--speed]

A boundary is counted where two sentences of one paragraph meet; the trivial one at a paragraph's end is not.
Baselines: a regular expression (closing mark, white space, capital), and Punkt untrained (NLTK's own tokenizer
with empty parameters). `dev` is what the rules were tuned on, `test` was written before and left alone.
"""

import argparse
import hashlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.segment import split

GOLD = Path(__file__).resolve().parent.parent / "tests/data"
PARTS = ("dev", "test")
Splitter = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the gold text and the offsets at which a sentence but the first begins, white space left out."""

    text: str
    boundaries: frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of boundaries over all paragraphs."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def boundaries(sentences: tuple[str, ...]) -> frozenset[int]:
    """Return the offsets in the text without white space at which each sentence but the first begins."""
    offsets, at = set(), 0
    for sentence in sentences[:-1]:
        at += len("".join(sentence.split()))
        offsets.add(at)
    return frozenset(offsets)


def read_gold(part: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `segmentation_PART.txt`."""
    for chunk in re.split(r"\n\s*\n", (GOLD / f"segmentation_{part}.txt").read_text(encoding="utf-8")):
        lines = [line for line in chunk.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            text = " ".join(lines).replace(" +", "")
            yield Paragraph(text, boundaries(tuple(line.removeprefix("+") for line in lines)))


def measure(splitter: Splitter, part: str, errors: list[str] | None = None) -> Score:
    """Return the score of `splitter` on a part of the gold text; append what went wrong to `errors`."""
    right = found = gold = 0
    for paragraph in read_gold(part):
        own = boundaries(splitter(paragraph.text))
        right += len(own & paragraph.boundaries)
        found += len(own)
        gold += len(paragraph.boundaries)
        if errors is not None:
            errors += [f"+ {around(paragraph.text, at)}" for at in sorted(own - paragraph.boundaries)]
            errors += [f"- {around(paragraph.text, at)}" for at in sorted(paragraph.boundaries - own)]
    return Score(right, found, gold)


def around(text: str, offset: int) -> str:
    """Return the words about an offset that counts no white space, `|` at the place."""
    at = [i for i, letter in enumerate(text) if not letter.isspace()][offset]
    return f"…{text[max(0, at - 40) : at]}| {text[at : at + 40]}…"


def regex_baseline(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’»)]))\s+(?=[\"'„“‘«(]*[A-ZÀ-Þ0-9])", text))


def untrained_punkt() -> Splitter:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    tokenizer = PunktSentenceTokenizer()
    return lambda text: tuple(tokenizer.tokenize(text))


def signature() -> str:
    """Return what a result depends on: versions and hashes."""
    from nltk import __version__

    from briefing.segment.boundaries import LONGEST_QUOTE
    from briefing.segment.punkt import load

    gold = hashlib.sha256(b"".join((GOLD / f"segmentation_{p}.txt").read_bytes() for p in PARTS)).hexdigest()
    return (
        f"nltk:{__version__}|punkt.nl:{load('nl').sha256[:12]}|gold:{gold[:12]}|longest-quote:{LONGEST_QUOTE}"
    )


def speed(words: int = 90_000) -> str:
    """Return how long `words` words in paragraphs of the gold text take, parameters loaded."""
    paragraphs = [p.text for part in PARTS for p in read_gold(part)]
    total = sum(len(text.split()) for text in paragraphs)
    split(paragraphs[0])
    start = time.process_time()
    for _ in range(words // total):
        for text in paragraphs:
            split(text)
    used = time.process_time() - start
    done = words // total * total
    return f"{done:,} words in {used:.2f} s of CPU ({done / used:,.0f} words/s)"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--errors", action="store_true", help="show each wrong (+) and missed (-) boundary of dev"
    )
    parser.add_argument("--speed", action="store_true", help="time 90,000 words")
    arguments = parser.parse_args()
    systems: dict[str, Splitter] = {
        "ours": split,
        "regex": regex_baseline,
        "untrained Punkt": untrained_punkt(),
    }
    print(f"{'system':16} {'part':5} {'gold':>5} {'found':>5}  {'P':>6} {'R':>6} {'F1':>6}")
    for name, splitter in systems.items():
        for part in PARTS:
            s = measure(splitter, part)
            print(
                f"{name:16} {part:5} {s.gold:5} {s.found:5}  {s.precision:6.4f} {s.recall:6.4f} {s.f1:6.4f}"
            )
    print(signature())
    if arguments.speed:
        print(speed())
    if arguments.errors:
        errors: list[str] = []
        measure(split, "dev", errors)
        print("\n".join(errors))


if __name__ == "__main__":
    main()
