"""Punkt with our own parameters: the only door to NLTK's sentence tokenizer.

Method: Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32
(2006). The parameters are trained by `training/punkt.py` and shipped beside this file; nothing is downloaded.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

# Punkt's flags for the spelling of a word: a capital at a sentence's start; a capital inside it; a small letter at its start, inside, or
# at a place unknown.
_CAPITAL_FIRST = 1 << 1
_CAPITAL_INSIDE = 1 << 2
_SMALL = 1 << 4 | 1 << 5 | 1 << 6


class Abbreviation(StrEnum):
    """What may follow an abbreviation that ends in a full stop."""

    BEFORE = "before"  # stands before what it belongs to (prof. Jansen): never ends a sentence
    AFTER = (
        "after"  # follows what it belongs to (vrijdag jl.): a capital or figure after it starts a sentence
    )
    EITHER = "either"  # Punkt decides from the next word
    FIGURE = "figure"  # an abbreviation before a figure (no. 5), a common word elsewhere


class Punkt:
    """Punkt's decisions for one language."""

    def __init__(self, document: dict[str, Any]) -> None:
        """Keep the parameters of a `punkt.LANGUAGE.json` document."""
        from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

        self.sha256: str = document["sha256"]
        lists = {name: _words(lines) for name, lines in document["abbreviations"].items()}
        self._classes = dict.fromkeys(lists["learned"], Abbreviation.EITHER)
        for name in Abbreviation:
            self._classes.update(dict.fromkeys(lists[name], name))
        parameters = PunktParameters()
        parameters.abbrev_types.update(w for w, c in self._classes.items() if c is not Abbreviation.FIGURE)
        parameters.collocations.update(tuple(pair.split(" ")) for pair in document["collocations"])
        parameters.sent_starters.update(_words(document["sentence_starters"]))
        for flags, lines in document["spelling"].items():
            parameters.ortho_context.update(dict.fromkeys(_words(lines), int(flags)))
        self._spelling = parameters.ortho_context
        self._starters = parameters.sent_starters
        self._tokenizer = PunktSentenceTokenizer(parameters)
        self._ends = lru_cache(maxsize=16384)(self._tokenizer.text_contains_sentbreak)

    def kind(self, word: str) -> Abbreviation | None:
        """Return the class of `word` (without its last full stop), or None where it is no known abbreviation.

        A compound is judged by its last part: `oud-prof` as `prof`.
        """
        lower = word.lower()
        return self._classes.get(lower) or self._classes.get(lower.rpartition("-")[2])

    def ends(self, word: str, following: str) -> bool:
        """Return whether Punkt lets a sentence end between `word`, with its closing mark, and `following`."""
        return bool(self._ends(f"{word} {following}"))

    def opens(self, word: str) -> bool:
        """Return whether `word` is known to start sentences, and to have a small letter inside them.

        Punkt alone is too ready to end a sentence after an initial: many Dutch surnames (Bakker, De Boer, Vos)
        are common words.
        """
        flags = self._spelling.get(word.lower(), 0)
        common = bool(flags & _CAPITAL_FIRST and flags & _SMALL) and not flags & _CAPITAL_INSIDE
        return common or word.lower() in self._starters

    def is_name(self, word: str) -> bool:
        """Return whether `word` is known to have a capital inside sentences and never a small letter."""
        flags = self._spelling.get(word.lower(), 0)
        return bool(flags & _CAPITAL_INSIDE) and not flags & _SMALL


@lru_cache(maxsize=2)
def load(language: str) -> Punkt:
    """Return Punkt with the parameters for `language`: `en`, and `nl` for every other code."""
    name = f"punkt.{'en' if language == 'en' else 'nl'}.json"
    return Punkt(json.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8")))


def _words(lines: list[str]) -> list[str]:
    return " ".join(lines).split()
