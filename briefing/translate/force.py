"""Forcing a missed term: a translation is kept up to the place where the term belongs, and goes on behind it.

No search of CTranslate2 takes positive lexical constraints (Post and Vilar 2018, arXiv 1804.06609), but every model
goes on from a given beginning. Where the term belongs is read from the lexicon: at the words that render the Dutch
of the term, else at words that render nothing of the Dutch, else behind what renders the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.glossary import TermStatus
from briefing.match import TermMatch
from briefing.match.inflect import fitting_form
from briefing.translate import lexicon
from briefing.translate.finish import articles

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Probability from which an English word renders a Dutch one, and share of its renderings in the sentence that
# must come from the term.
RENDERS, OWN = 0.02, 0.5
# Two words that begin alike (Eurocommissaris, European; D66, D66s) are as good as a rare rendering.
_ALIKE, _ALIKE_LETTERS = 0.1, 4
_GAP = 2  # words that may stand between two that render the same term


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the English: its range, how likely it renders the term, and the likeliest Dutch word for it."""

    start: int
    end: int
    text: str
    own: float
    total: float
    dutch: int  # where that Dutch word begins; -1 for none


def beginnings(text: str, match: TermMatch, english: str, *, limit: int = 3) -> tuple[tuple[str, str], ...]:
    """Return (kept, forced) pairs with which a translation of `text` can begin so that it holds the term.

    `english` is a translation that missed it; the likeliest place comes first.
    """
    pairs = []
    for cut in _cuts(text, match, english):
        kept = english[:cut]
        if kept.endswith(('"', "'")) and kept[-1] not in text:
            kept = kept[:-1]
        if match.term.status is TermStatus.KEEP:
            pairs.append((kept, match.surface + _members(text[match.end :])))
            continue
        forced = fitting_form(match.term, match.surface, kept)
        whole = articles(kept + forced)
        if whole.endswith(forced):  # a or an may have changed in front of it
            pairs.append((whole.removesuffix(forced), forced))
    return tuple(dict.fromkeys(pairs))[:limit]


_PEOPLE = re.compile(r"['’]?er(s?)\b")


def _members(behind: str) -> str:
    """Return the English of `'ers` behind an abbreviation."""
    found = _PEOPLE.match(behind)
    return f" member{found[1]}" if found else ""


def wrong_rendering(text: str, match: TermMatch, english: str) -> str:
    """Return the English words that render a missed term in `english`; empty where none can be told."""
    words = _words(text, match, english)
    (first, last), *_ = [*_chunks(words, _renders_term), (-1, -1)]
    return english[words[first].start : words[last].end] if first >= 0 else ""


def _cuts(text: str, match: TermMatch, english: str) -> Iterator[int]:
    words = _words(text, match, english)
    own = sorted(_chunks(words, _renders_term), key=lambda c: -sum(w.own for w in words[c[0] : c[1] + 1]))
    for first, last in own[:2]:
        yield words[first].start
        if match.compound and last + 1 < len(words):
            yield words[last + 1].start
    for first, _ in _chunks(words, _renders_nothing):
        yield words[first].start
    before = [w for w in words if 0 <= w.dutch < match.start and w.total >= RENDERS]
    if before:
        nearest = max(before, key=lambda w: w.dutch)
        yield next((w.start for w in words if w.start > nearest.start), nearest.start)
    elif words:
        yield words[0].start


def _renders_term(word: _Word) -> bool:
    return word.own >= RENDERS and word.own >= OWN * word.total


def _renders_nothing(word: _Word) -> bool:
    return word.total < RENDERS and not lexicon.is_function_word(word.text)


def _chunks(words: Sequence[_Word], chosen: Callable[[_Word], bool]) -> list[tuple[int, int]]:
    """Return (first, last) of each run of chosen words with at most `_GAP` others between two."""
    out: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if not chosen(word):
            continue
        if out and at - out[-1][1] <= _GAP + 1:
            out[-1] = (out[-1][0], at)
        else:
            out.append((at, at))
    return out


def _words(text: str, match: TermMatch, english: str) -> list[_Word]:
    known = lexicon.load()
    dutch = [(m.start(), m.group().lower(), match.touches(*m.span())) for m in _WORD.finditer(text)]
    dutch += [(match.start, w.lower(), True) for w in _WORD.findall(f"{match.term.source} {match.surface}")]
    tables = [(start, word, own, known.renderings(word)) for start, word, own in dict.fromkeys(dutch)]
    words = []
    for found in _WORD.finditer(english):
        low = found.group().lower()
        function = lexicon.is_function_word(low)
        scores = [(_probability(low, word, table, own=own), start, own) for start, word, own, table in tables]
        best, place, _ = max(scores, default=(0.0, -1, False), key=lambda s: s[0])
        mine = 0.0 if function else max((p for p, _, own in scores if own), default=0.0)
        total = max(mine, *(p for p, _, own in scores if not own), 0.0) if scores else 0.0
        words.append(
            _Word(
                found.start(),
                found.end(),
                low,
                mine,
                total,
                place if best >= RENDERS and not function else -1,
            )
        )
    return words


def _probability(english: str, dutch: str, table: dict[str, float], *, own: bool) -> float:
    known = max(table.get(english, 0.0), table.get(english.removesuffix("'s"), 0.0))
    alike = len(dutch) > (2 if own else _ALIKE_LETTERS) and english.startswith(dutch[:_ALIKE_LETTERS])
    return max(known, 1.0 if english == dutch else _ALIKE if alike else 0.0)
