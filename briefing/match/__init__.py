"""Finding glossary terms in Dutch sentences, and their renderings in English ones."""

from briefing.match.english import find_rendering
from briefing.match.inflect import english_form
from briefing.match.matcher import Matcher
from briefing.match.types import TermMatch

__all__ = ["Matcher", "TermMatch", "english_form", "find_rendering"]
