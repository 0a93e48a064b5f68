"""Quotation marks: what is quoted in a sentence, and whether both halves are there."""

from __future__ import annotations

import re

DOUBLE = '"“”„«»'
# Double marks of any kind; single ones only where they can't be apostrophes ('t, 's, 'n, zo'n).
QUOTATION = re.compile(
    r"[\"“„”«][^\"“”„«»]*[\"”“»]"
    r"|(?<![\w’'])[‘’'](?!t\b|s\b|n\b)[^‘’']*(?:[’']\w[^‘’']*)*[’'](?!\w)"
)
_APOSTROPHE = re.compile(r"[’'](?:t|s|n)\b")


def outside_quotes(text: str) -> str:
    """Return `text` with every quotation replaced by a space."""
    return QUOTATION.sub(" ", text)


def is_half_quote(text: str) -> bool:
    """Return whether a quotation is opened or closed in `text` without its other half.

    Dutch papers open with „ or “ or ” and close with ”, so that double marks are counted together: an odd number
    is half a quotation. A single mark counts only where it opens the text and is never closed.
    """
    if sum(text.count(mark) for mark in DOUBLE) % 2:
        return True
    return text[:1] in set("‘’'") and not _APOSTROPHE.match(text) and QUOTATION.match(text) is None


def is_bare_quote(text: str) -> bool:
    """Return whether `text` is nothing but a quotation: it doesn't say whose words it gives."""
    stripped = text.strip()
    whole = QUOTATION.match(stripped)
    return whole is not None and not stripped[whole.end() :].strip(".,!? ")
