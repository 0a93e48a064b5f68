"""Names from Cyrillic script as English spells them: Dutch writes `Rjabkov` and `Oesjakov`, English Ryabkov and Ushakov.

The letters are those of the Dutch transcription against the usual English one (BGN/PCGN, simplified).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.match import TermMatch
from briefing.translate.typography import folded

_SPELLINGS = {"tsj": "ch", "sj": "sh", "zj": "zh", "ch": "kh", "oe": "u", "j": "y"}
_SPELT = re.compile("|".join(_SPELLINGS), re.IGNORECASE)
# A Slavic name is known by its ending, and by letters that English writes otherwise; Polish ones (`-jewski`) keep theirs. Of the names
# in training/pairs that this spells otherwise than the Dutch, the English has 141 so and 6 as they were.
_ENDINGS = "[oe]va?|enko|ski|skaja|tsj|tsjoek|[ij]vka|ansk|insk|o[rv]sk|grad|(?:sj|zj|jan)ina?|tsjik|tsjak"
_FOREIGN = r"(?=\w*(?:[Oo]e(?!va?\b)|[SsZz]j|[Jj][aeou](?!ev)))"
_NAME = re.compile(rf"(?<![\w'-])(?=[A-Z]){_FOREIGN}[A-VX-Za-vx-z]{{1,30}}(?:{_ENDINGS})(?!\w)")


def english_spelling(name: str) -> str:
    """Return a name in Dutch transcription with the letters of the English one: `Tsjernysjenko` is Chernyshenko."""

    def spelt(found: re.Match[str]) -> str:
        letters = _SPELLINGS[folded(found.group())]
        return letters.capitalize() if found.group()[0].isupper() else letters

    return _SPELT.sub(spelt, name)


def respelt(english: str, dutch: str, matches: Sequence[TermMatch]) -> str:
    """Return `english` with the Slavic names spelt as in English that stand in it as they stand in the Dutch.

    A model leaves a name of which it has never heard as it is. What a term covers is left: the glossary says how it is spelt.
    """
    for found in _NAME.finditer(dutch):
        name = found.group()
        if not any(match.touches(*found.span()) for match in matches):
            english_name = re.sub("ski$", "sky", english_spelling(name))
            english = re.sub(rf"(?<!\w){name}(?!\w)", english_name, english)
    return english
