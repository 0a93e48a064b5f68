"""Words of a text with their places, in the normalised spelling that terms are compared in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Letters and digits with apostrophes inside; hyphens part words, so that `staakt-het-vuren` and `staakt het vuren`
# are the same three words. Combining marks (decomposed diacritics) and soft hyphens belong to the word.
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d])*(?:['’‘ʼ`´′](?:[^\W_]|[\u0300-\u036f])+)*|['’‘ʼ`´](?=[stnkr]\b)[stnkr]"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'") | dict.fromkeys("\u00ad\u200b\u200c\u200d"))
HYPHENS = "-‐‑‒–—"
_JOINTS = frozenset({"", "&", "/", ".", "+"})  # `CD&V`, `NAVO/EU`, `U.S.`


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its range in the text, its letters as written, and folded for comparison.

    `hyphened` says that nothing but one hyphen stands between it and the word before; `gap` is the text
    between the two otherwise.
    """

    start: int
    end: int
    text: str
    folded: str
    gap: str = ""

    @property
    def hyphened(self) -> bool:
        """Whether one hyphen joins it to the word before."""
        return len(self.gap) == 1 and self.gap in HYPHENS

    @property
    def joined(self) -> bool:
        """Whether only white space, a hyphen, or one that hangs (`lucht- en ruimtevaart`) parts it from the word before."""
        gap = self.gap
        return gap.isspace() or gap in _JOINTS or self.hyphened or (gap[0] in "-‐‑" and gap[1:].isspace())


def fold(text: str) -> str:
    """Return the spelling that words are compared in: NFC, case folded, straight apostrophes."""
    return unicodedata.normalize("NFC", text.translate(_APOSTROPHES)).casefold()


def tokenize(text: str) -> list[Token]:
    """Return the words of `text` in order."""
    tokens = []
    end = 0
    for found in _WORD.finditer(text):
        start = found.start()
        word = unicodedata.normalize("NFC", found.group().translate(_APOSTROPHES))
        tokens.append(Token(start, found.end(), word, word.casefold(), text[end:start]))
        end = found.end()
    return tokens


# Letters that `re.IGNORECASE` takes for others, and `str.lower` does not.
ALIKE_WITHOUT_CASE = str.maketrans("ſ\u212aİı", "skii")


def plain(text: str) -> str:
    """Return `text` without diacritics: `Oekraine` for `Oekraïne`."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
