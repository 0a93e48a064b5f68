"""What the model reads word by word, put plainly for it: small constructions, and idioms that are whole clauses."""

from __future__ import annotations

import re

from briefing.translate.constructions import amounts, clauses, idioms
from briefing.translate.constructions.rules import Put

__all__ = ["put_plainly"]

# Written for sentences in which the model was seen to take the words one by one; what it knows is left to it.
_RULES: tuple[tuple[re.Pattern[str], Put], ...] = tuple(
    (re.compile(rf"\b{pattern}", re.IGNORECASE), put) for pattern, put in (*amounts.RULES, *clauses.RULES)
)
_GAPS = re.compile(r" +(?=[ .,;:?!])")
_DIED = re.compile(r"\bkwam(en)?\b((?:(?!\b(?:kwam|kwamen|en|maar|dat|die)\b)[^,.;:])*?) te overlijden\b")


def put_plainly(text: str) -> str:
    """Return Dutch `text` with these constructions and idioms in plainer words; a capital at the beginning stays."""
    put = _DIED.sub(lambda m: f"overle{'den' if m[1] else 'ed'}{m[2]}", text)
    for pattern, plain in _RULES:
        put = pattern.sub(plain, put)
    put = idioms.put_plainly(put)
    if put == text:
        return text
    put = _GAPS.sub("", put)
    return put[:1].upper() + put[1:] if text[:1].isupper() else put
