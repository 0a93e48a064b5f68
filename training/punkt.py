"""Train the Punkt parameters of `briefing/segment/data` from running text and our abbreviation lists.

    .venv/bin/python training/punkt.py [--corpus ../shared/corpus] [--check]

Punkt (Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32,
2006) learns from unmarked text which words are abbreviations, which words start sentences, and how each word is
written at a sentence's start and inside it. The text itself stays where it is: only word lists are written.
The result is the same at every run; `--check` compares it with the shipped files and exits 1 where they differ.
"""

import argparse
import hashlib
import json
import lzma
import sys
import textwrap
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "briefing/segment/data"
# The files nearest to newspaper prose; manuals and treaties would teach numbered headings and list items.
CORPORA = ("news", "news_articles", "press", "europarl_wmt_dev", "news_commentary")
COLUMN = {"nl": 0, "en": 1}
CLASSES = ("before", "after", "either", "figure")
# A word rarer than this is left out of the spelling table, which keeps each file below 100 kB. With 2 in its place
# (276 kB) the development part of the gold segmentation scores the same, and of 7,661 paragraphs glued from the
# corpora 2 are split otherwise.
MIN_COUNT = 6
# A spelling seen in less than this share of a word's places is taken for noise (titles of works, headlines).
MIN_SHARE = 0.02


def read_abbreviations(language: str) -> dict[str, list[str]]:
    """Return the lists of `abbreviations.LANGUAGE.txt` by class, lower case, without the last full stop."""
    found: dict[str, list[str]] = {name: [] for name in CLASSES}
    for line in (DATA / f"abbreviations.{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, words = line.split(":", 1)
            found[name] += [word.lower().removesuffix(".") for word in words.split()]
    return {name: sorted(set(words)) for name, words in found.items()}


def read_corpus(folder: Path, language: str) -> tuple[str, list[dict[str, Any]]]:
    """Return one side of the corpora, a paragraph for each row, and what each file was."""
    rows: list[str] = []
    provenance = []
    for name in CORPORA:
        data = (folder / f"{name}.tsv.xz").read_bytes()
        own = [line.split("\t")[COLUMN[language]] for line in lzma.decompress(data).decode().splitlines()]
        # A quotation that starts inside a sentence would look like a capital there.
        own = [row.replace('"', " ").replace(": ", ":\n") for row in own]
        rows += own
        provenance.append({"corpus": name, "rows": len(own), "sha256": hashlib.sha256(data).hexdigest()})
    return "\n\n".join(rows), provenance


def train(text: str, abbreviations: dict[str, list[str]]) -> dict[str, Any]:
    """Return the learned abbreviations, collocations, sentence starters and spellings of `text`."""
    from nltk.tokenize.punkt import PunktParameters, PunktTrainer

    class Counting(PunktParameters):
        """Parameters that count the spellings of each word instead of only setting their flags."""

        def __init__(self) -> None:
            super().__init__()
            self.spellings: dict[str, Counter[int]] = defaultdict(Counter)

        def add_ortho_context(self, typ: str, flag: int) -> None:
            self.spellings[typ][flag] += 1

    trainer = PunktTrainer()
    trainer._params = parameters = Counting()  # noqa: SLF001 - the trainer has no other way in
    parameters.abbrev_types.update(word for name in CLASSES[:3] for word in abbreviations[name])
    trainer.train(text)
    ours = {word for name in CLASSES[:3] for word in abbreviations[name]}
    plain = {word for word, count in trainer._type_fdist.items() if not word.endswith(".") and count >= 2}  # noqa: SLF001
    learned = {
        word
        for word in parameters.abbrev_types - ours
        # What also stands without a full stop is a word that ended a sentence; a lone letter is an initial.
        if word not in plain and "." in word and not word.startswith("##") and len(word) > 1
    }
    spelling: dict[str, list[str]] = defaultdict(list)
    for word, counts in parameters.spellings.items():
        total = sum(counts.values())
        if total >= MIN_COUNT and word[0].isalpha() and not word.endswith("."):
            flags = sum(flag for flag, count in counts.items() if count / total >= MIN_SHARE)
            spelling[str(flags)].append(word)
    return {
        "learned": sorted(learned),
        "collocations": sorted(" ".join(pair) for pair in parameters.collocations),
        "sentence_starters": sorted(parameters.sent_starters),
        "spelling": {
            flags: sorted(words) for flags, words in sorted(spelling.items(), key=lambda i: int(i[0]))
        },
    }


def build(folder: Path, language: str) -> str:
    """Return the text of `punkt.LANGUAGE.json`."""
    from nltk import __version__

    abbreviations = read_abbreviations(language)
    text, provenance = read_corpus(folder, language)
    trained = train(text, abbreviations)
    content = {"abbreviations": {**abbreviations, "learned": trained.pop("learned")}, **trained}
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    document = {
        "about": "Punkt parameters (Kiss and Strunk 2006), written by training/punkt.py; do not edit by hand.",
        "language": language,
        "sha256": digest,
        "trainer": f"nltk {__version__}",
        "trained_on": provenance,
        **wrapped(content),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def wrapped(content: dict[str, Any]) -> dict[str, Any]:
    """Return the same with each list of words as lines of text, which a person can read and a diff can show."""
    result: dict[str, Any] = {}
    for key, value in content.items():
        if isinstance(value, dict):
            result[key] = wrapped(value)
        elif key == "collocations":
            result[key] = value
        else:
            result[key] = textwrap.wrap(" ".join(value), 108, break_long_words=False, break_on_hyphens=False)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=DATA.parents[2] / "../shared/corpus")
    parser.add_argument(
        "--check", action="store_true", help="compare with the shipped files instead of writing"
    )
    arguments = parser.parse_args()
    stale = False
    for language in COLUMN:
        path = DATA / f"punkt.{language}.json"
        text = build(arguments.corpus, language)
        same = path.is_file() and path.read_text(encoding="utf-8") == text
        stale |= not same
        if not arguments.check:
            path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {len(text.encode()):,} bytes, {'unchanged' if same else 'different'}")
    if arguments.check and stale:
        sys.exit(1)


if __name__ == "__main__":
    main()
