"""Typography: made plain before translation, in the shape the model was trained on, and set again after it."""

from __future__ import annotations

import re
import unicodedata

from briefing.match.tokens import ALIKE_WITHOUT_CASE

_DOUBLE = "„“”‟«»＂″"
_SINGLE = "‘’‚‛`´ʼ′‹›"
_INVISIBLE = "\u00ad\u200b\u200c\u2060\ufeff"  # soft hyphen, zero-width characters, word joiner, BOM
_JOINER = re.compile(
    "(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)  # but for the one inside an emoji
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_INVISIBLE, ""),
        "…": "...",
        "‐": "-",
        "‑": "-",
        "ſ": "s",  # of old print
    }
)
_LOW_QUOTE = re.compile(r"(?:(?<=^)|(?<=[\s(\[]))(,,)(?=\S)")  # two commas typed for a low quotation mark


def normalise(text: str) -> str:
    """Return `text` as the model knows it: NFC, quotes `"` and `'`, nothing invisible, white space folded."""
    text = unicodedata.normalize("NFC", _JOINER.sub("", _LOW_QUOTE.sub('"', text)).translate(_PLAIN))
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c for c in text)
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return what a pattern with `re.IGNORECASE` found, in the small letters that the pattern has: `ı` and `İ` are `i` to it."""
    return text.translate(ALIKE_WITHOUT_CASE).lower()


_OPENS_AFTER = frozenset(" \t([{-–—/'\"“‘")
_YEARS = re.compile(r"\d0s\b")


def restore(text: str) -> str:
    """Return English `text` with typographic quotation marks, apostrophes, dashes and ellipses.

    A mark after white space, a bracket, a dash or another mark opens, any other closes; an apostrophe inside a
    word, or before a cut-off one (`'90s`), is ’.
    """
    text = text.replace("...", "…").replace(" - ", " – ")
    out: list[str] = []
    for at, char in enumerate(text):
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        opens = before in _OPENS_AFTER and not after.isspace()
        if char == '"':
            out.append("“" if opens else "”")
        elif char == "'":
            cut_off = _YEARS.match(text, at + 1) or "'" not in text[at + 1 :]
            out.append("‘" if opens and not cut_off else "’")
        else:
            out.append(char)
    return "".join(out)
