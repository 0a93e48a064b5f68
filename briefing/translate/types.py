"""What translation gives: an English text for each Dutch segment, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.article import Article, Sentence


class Flag(StrEnum):
    """A check that failed after every way of decoding was tried."""

    NUMBER = "number"  # numbers or dates that don't match
    REPETITION = "repetition"
    LENGTH = "length"  # ratio of lengths out of bounds
    UNTRANSLATED = "untranslated"  # text left in Dutch, or words that no language has
    NAME = "name"  # a name that vanished
    NEGATION = "negation"  # a negation that vanished or appeared
    TERM = "term"  # a glossary term missed
    FORBIDDEN = "forbidden"  # a forbidden rendering
    CUT = "cut"  # the sentence is cut off
    LOW_SCORE = "low-score"
    MEANING = "meaning"  # the Dutch can hardly be told from the English


class TermOutcome(StrEnum):
    """What became of a term in the English."""

    KEPT = "kept"
    REPAIRED = "repaired"
    MISSED = "missed"


class Origin(StrEnum):
    """Where an English text comes from."""

    MODEL = "model"
    REVIEWED = "reviewed"  # a person's correction
    ORIGINAL = "original"  # the article was English


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary term of the sentence: the entry's Dutch and English base forms, and what became of it."""

    nl: str
    en: str
    status: TermOutcome


@dataclass(frozen=True, slots=True)
class Translation:
    """One segment with its English. `score` is the mean log-probability of a piece (natural log), or None."""

    sentence: Sentence
    english: str
    terms: tuple[TermUse, ...] = ()
    flags: tuple[Flag, ...] = ()
    score: float | None = None
    origin: Origin = Origin.MODEL


@dataclass(frozen=True, slots=True)
class TranslatedArticle:
    """An article with a Translation for every segment, in reading order; `number` is its source number, from 1."""

    number: int
    article: Article
    translations: tuple[Translation, ...]
    title: Translation | None = None
