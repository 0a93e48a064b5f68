"""Glossaries: the only module that knows their file formats."""

from briefing.glossary.csvfile import default_path, load
from briefing.glossary.types import Glossary, PartOfSpeech, Term, TermStatus

__all__ = ["Glossary", "PartOfSpeech", "Term", "TermStatus", "default_path", "load"]
