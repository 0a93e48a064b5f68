"""Offline Dutch→English briefings: read, translate under a glossary, summarise, write a Word memo."""

__version__ = "0.1.0"
