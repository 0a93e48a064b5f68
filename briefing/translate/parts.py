"""How a segment is put to the model: long ones in parts, capitals as a sentence would have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"""(?<=[.!?…])(["')\]]*)\s+(?=["'(\[]*[A-ZÀ-Þ])""")
_CLAUSE_END = re.compile(r"(?<=[;:,–])\s+")

# Characters. The model was trained on rows of 192 pieces, about 420 characters of Dutch and their English;
# a quotation of several sentences is put to it one by one from half of that.
SEVERAL, LONG = 220, 420
LONGEST_WORD = 80  # letters; no Dutch word of a newspaper is longer
_ADDRESS = re.compile(r"^\W*(?:\w+://|www\.|[^\s@]+@[^\s@]+\.)|/.+/|\.\w{2,4}/")


def split(text: str) -> tuple[str, ...]:
    """Return the parts in which a normalised segment is translated; joined by spaces they are the segment.

    Most segments are one part. Several sentences kept together (a quotation) are parted where they end once
    they are longer than SEVERAL; what is still longer than LONG is parted at clauses, then at words.
    """
    if len(text) <= SEVERAL:
        return (text,)
    parts: list[str] = []
    for sentence in _cut(text, _SENTENCE_END):
        parts += _packed(_cut(sentence, _CLAUSE_END), LONG) if len(sentence) > LONG else [sentence]
    return tuple(
        piece for part in parts for piece in (_packed(part.split(" "), LONG) if len(part) > LONG else [part])
    )


def _cut(text: str, where: re.Pattern[str]) -> list[str]:
    """Return the text cut at the white space that `where` ends with."""
    out, at = [], 0
    for found in where.finditer(text):
        gap = found.end() - len(found.group()) + len(found.group().rstrip())
        out.append(text[at:gap])
        at = found.end()
    return [*out, text[at:]]


def _packed(pieces: Iterable[str], limit: int) -> list[str]:
    """Return the pieces joined as long as they stay within `limit`; a longer piece stands alone."""
    out: list[str] = []
    for piece in pieces:
        if out and len(out[-1]) + 1 + len(piece) <= limit:
            out[-1] += " " + piece
        else:
            out.append(piece)
    return out


def casing(texts: Iterable[str]) -> dict[str, str]:
    """Return for each word, in lower case, how it is mostly written inside these texts' sentences."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        if shouts(text):
            continue
        for found in list(_WORD.finditer(text))[1:]:
            forms.setdefault(found.group().lower(), Counter())[found.group()] += 1
    return {word: count.most_common(1)[0][0] for word, count in forms.items()}


def shouts(text: str) -> bool:
    """Return whether a text of at least two words is set in capitals throughout."""
    words = [w for w in _WORD.findall(text) if len(w) > 1]
    return len(words) >= 2 and all(w.isupper() for w in words) and any(len(w) > 4 for w in words)


def calm(text: str, forms: dict[str, str]) -> str:
    """Return a text set in capitals as a sentence: words as `forms` has them, else in lower case."""
    lowered = _WORD.sub(lambda w: forms.get(w.group().lower(), w.group().lower()), text)
    first = next((i for i, c in enumerate(lowered) if c.isalpha()), 0)
    return lowered[:first] + lowered[first : first + 1].upper() + lowered[first + 1 :]


def translatable(text: str) -> bool:
    """Return whether there is language in the text: figures, addresses and strings without end are copied."""
    words = [w for w in text.split() if len(w) <= LONGEST_WORD and not _ADDRESS.search(w)]
    return any(len(w) > 1 for w in _WORD.findall(" ".join(words)))
