"""Text from strangers, made safe to print anywhere."""

from __future__ import annotations

import re

# What XML 1.0 (section 2.2) does not allow, and lone surrogates.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Embeddings, overrides and isolates could turn around what follows them; the letters alone order themselves.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile(r"\r\n|[\t\n\r\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` on one line, control characters replaced by U+FFFD, direction overrides dropped."""
    return _ILLEGAL.sub("\ufffd", _BIDI.sub("", _BREAK.sub(" ", text)))


def shorten(text: str, limit: int) -> str:
    """Return `text`, cut at a word and ended with an ellipsis where it has more than `limit` characters."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
