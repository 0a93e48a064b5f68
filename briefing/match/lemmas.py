"""The door to simplemma: which words Dutch and English have, and their lemmas. Loaded at the first question."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(100_000)
def known(word: str, language: str = "nl") -> bool:
    """Return whether the dictionary of `language` holds this folded form."""
    import simplemma

    return bool(simplemma.is_known(word, lang=language))


@lru_cache(100_000)
def lemma(word: str, language: str = "nl") -> str:
    """Return the lemma of a folded form; the form itself where the dictionary does not hold it.

    Simplemma writes `uit_stellen` and `web_site` for some compounds; the joint is taken out.
    """
    import simplemma

    return str(simplemma.lemmatize(word, lang=language)).replace("_", "").casefold()
