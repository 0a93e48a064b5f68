"""Finding glossary terms in Dutch sentences, and their renderings in English ones."""

from briefing.match.types import TermMatch

__all__ = ["TermMatch"]
