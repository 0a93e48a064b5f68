"""Word lists written as text."""

from __future__ import annotations


def word_list(text: str) -> tuple[str, ...]:
    """Return the white-space separated words of `text` in order."""
    return tuple(text.split())
