"""Translation under a glossary: typography, terms, the search, checks and flags."""

from briefing.translate.engine import Engine, Hypothesis, InlineTerm, Segment
from briefing.translate.search import SearchOptions
from briefing.translate.translator import Segmented, Translator, untranslated
from briefing.translate.types import Flag, Origin, TermOutcome, TermUse, TranslatedArticle, Translation

__all__ = [
    "Engine",
    "Flag",
    "Hypothesis",
    "InlineTerm",
    "Origin",
    "SearchOptions",
    "Segment",
    "Segmented",
    "TermOutcome",
    "TermUse",
    "TranslatedArticle",
    "Translation",
    "Translator",
    "untranslated",
]
