"""What a sentence speaks of, in the words of the English side: the phrases that can head a group of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.summarise.text import STOP_WORDS, stemmer
from briefing.translate.types import Translation

# Adjectives of nationality and roles go with every subject: alone they name none.
_NO_SUBJECT = re.compile(
    r"(?:\w+(?:ish|ean|ian)s?|french|dutch|german|swedish|us|eu|american|americans|europeans|country|countries|officials?|diplomats?|leaders?|experts?|"
    r"presidents?|ministers?|prime ministers?|premiers?|spokes\w+|envoys?|participants|people|men|man|others?|parts?|steps?|numbers?|plans?"
    r"|times?|ways?|cases?|places?|moments?|things?|cent|percent|united"
    r"|\w+(?:ish|ean|ian) (?:countries|leaders|officials?|presidents?|ministers?|prime|heads?|foreign|government)|french \w+|(?:vice )?president \w+|\w+ (?:president|minister)|minister \w+|prime minister \w+)"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december week month year day days weeks months years yesterday today tomorrow""".split()
)
_AMOUNTS = frozenset("hundred thousand million billion trillion euros dollars extra highest lowest".split())
# A word after one of these is a noun or begins a noun phrase: the nearest to a part of speech without a tagger.
_BEFORE_NOUN = frozenset(
    "the a an of for on in by with from and or its their his her no any more against between about".split()
)


def phrases(translation: Translation) -> set[str]:
    """Return the lower-case phrases of a sentence that could head it, each once.

    They are the glossary's terms, names of one or two words, and nouns, alone or with a word before them, where a noun
    phrase begins: right behind a determiner or a preposition.
    """
    english = translation.english or translation.sentence.text
    stop = (
        STOP_WORDS["en"] | _CALENDAR | _AMOUNTS | (frozenset() if translation.english else STOP_WORDS["nl"])
    )
    found = terms([translation])
    for clause in re.split(r"[,.;:!?()\"“”„–—]", english):
        words = _WORD.findall(clause)
        capital = [word[0].isupper() and place > 0 for place, word in enumerate(words)] + [False, False]

        def fits(word: str) -> bool:
            return len(word) > 2 and word not in stop and not word.endswith(("ly", "ing"))

        for place, word in enumerate(lowered := [w.lower() for w in words]):
            if not fits(word):
                continue
            following = lowered[place + 1] if place + 1 < len(words) else ""
            after_marker = place > 0 and lowered[place - 1] in _BEFORE_NOUN
            begins_name = capital[place] and not capital[place - 1]
            pair = fits(following) and not following.endswith("ed")
            if begins_name and capital[place + 1]:
                if pair and not capital[place + 2]:
                    found.add(f"{word} {following}")
            elif begins_name:
                found.add(word)  # what follows in small letters may be its verb (`Europe wants`)
            elif after_marker and not capital[place] and pair:
                found.add(f"{word} {following}")
            elif after_marker and not capital[place] and not word.endswith("ed"):
                found.add(word)
    return {phrase for phrase in found if not _NO_SUBJECT.fullmatch(phrase)}


def terms(group: Iterable[Translation]) -> set[str]:
    """Return the glossary's terms that stand in the English of some sentences, in small letters."""
    return {use.en.lower() for t in group for use in t.terms if use.en.lower() in t.english.lower()}


def as_written(group: Sequence[Translation]) -> dict[str, str]:
    """Return for lower-case words and pairs the way the text writes them inside a sentence."""
    forms: dict[str, str] = {}
    for translation in group:
        for use in translation.terms:
            plural = (
                f"{use.en}s"
                if re.search(rf"\b{re.escape(use.en)}s\b", translation.english, re.IGNORECASE)
                else use.en
            )
            forms.setdefault(use.en.lower(), plural)
    for translation in group:
        words = _WORD.findall(translation.english or translation.sentence.text)
        for place in range(1, len(words)):
            forms.setdefault(words[place].lower(), words[place])
            forms.setdefault(
                f"{words[place - 1].lower()} {words[place].lower()}", f"{words[place - 1]} {words[place]}"
            )
    return forms


def stems(phrase: str) -> list[str]:
    """Return the stems of the content words of an English phrase or sentence, those with a capital in capitals.

    So `state` is not found in *United States*.
    """
    stem = stemmer("en")
    words = [word for word in _WORD.findall(phrase) if word.lower() not in STOP_WORDS["en"]]
    return [stem(w.lower()).upper() if w[0].isupper() else stem(w.lower()) for w in words]
