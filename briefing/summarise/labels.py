"""A label for a group of sentences: what it speaks of and the others don't, in the words of the English side."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.summarise.text import STOP_WORDS, stemmer
from briefing.translate.types import Translation

TERM_BONUS = 2.0  # the office's own term is the better label of two equally telling ones
PHRASE_BONUS = 2.0  # two words say more than one
ONCE = 0.25  # what only one sentence of the group says is no name for the group
# Adjectives of nationality and roles go with every subject: alone they name none.
_NO_SUBJECT = re.compile(
    r"(?:\w+(?:ish|ean|ian)s?|french|dutch|german|swedish|us|eu|american|americans|europeans|country|countries|officials?|diplomats?|leaders?|experts?|"
    r"presidents?|ministers?|prime ministers?|premiers?|spokes\w+|envoys?|participants|people|men|man|others?|part|step|plan|number|cent|percent|united"
    r"|\w+(?:ish|ean|ian) (?:countries|leaders|officials?|presidents?|ministers?|prime|heads?|foreign|government)|french \w+|(?:vice )?president \w+|\w+ (?:president|minister)|minister \w+|prime minister \w+)"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december week month year day days weeks months years yesterday today tomorrow""".split()
)
# A word after one of these is a noun or begins a noun phrase: the nearest to a part of speech without a tagger.
_BEFORE_NOUN = frozenset(
    "the a an of for on in to by with from and or its their his her no any more against between about".split()
)


def label(group: Sequence[Translation], others: Iterable[Translation], taken: Iterable[str]) -> str:
    """Return a label of one or two phrases, `Security guarantees and the Kremlin`, with a capital first.

    A phrase is a glossary term, a name, or one or two content words where a noun phrase can stand. It scores by
    the sentences of the group that have it, against those of the other groups that have it too. `taken` holds the
    labels given before: none of their words is used again where another phrase will do.
    """
    mine = Counter(phrase for t in group for phrase in _phrases(t))
    rest = Counter(phrase for t in others for phrase in _phrases(t))
    terms = {use.en.lower() for t in group for use in t.terms}
    written = _as_written(group)
    used = {word for name in taken for word in _stems(name)}
    used_up = 0.25  # what a phrase is still worth whose words another label has

    def score(phrase: str) -> float:
        value = mine[phrase] * math.log(1 + mine[phrase] / (0.5 + rest[phrase]))
        value *= TERM_BONUS if phrase in terms else 1.0
        value *= PHRASE_BONUS if " " in phrase or "-" in phrase else 1.0
        value *= ONCE if mine[phrase] == 1 and len(group) > 1 else 1.0
        value *= 0.3 if rest[phrase] > mine[phrase] else 1.0  # what all speak of tells no group apart
        value *= 0.1 if _NO_SUBJECT.fullmatch(phrase) else 1.0
        return value * (used_up if used & set(_stems(phrase)) else 1.0)

    ranked = sorted(mine, key=lambda phrase: (-round(score(phrase), 6), phrase))
    if not ranked:
        return " ".join(group[0].english.split()[:4]) if group else ""
    first = ranked[0]
    second = next(
        (
            p
            for p in ranked[1:]
            if not set(_stems(p)) & set(_stems(first)) and mine[p] > 1 and score(p) > score(first) / 2
        ),
        "",
    )
    parts = [written.get(part, part) for part in (first, second) if part]
    text = " and ".join(parts)
    return text[:1].upper() + text[1:]


def _phrases(translation: Translation) -> set[str]:
    """Return the lower-case phrases of a sentence, each once."""
    english = translation.english or translation.sentence.text
    stop = STOP_WORDS["en"] | _CALENDAR | (frozenset() if translation.english else STOP_WORDS["nl"])
    found = {use.en.lower() for use in translation.terms if use.en.lower() in english.lower()}
    for clause in re.split(r"[,.;:!?()\"“”„–—]", english):
        words = _WORD.findall(clause)
        lowered = [word.lower() for word in words]
        for place, word in enumerate(lowered):
            if word in stop or len(word) < 3 or word.endswith(("ly", "ing")):
                continue
            after_marker = place > 0 and (lowered[place - 1] in _BEFORE_NOUN)
            part_of_name = (place > 1 and words[place - 1][0].isupper()) or (
                place + 1 < len(words) and words[place + 1][0].isupper()
            )
            name = words[place][0].isupper() and place > 0 and not part_of_name
            if name:
                found.add(word)
            following = lowered[place + 1] if place + 1 < len(words) else ""
            if (
                (after_marker or name)
                and following
                and following not in stop
                and not following.endswith(("ly", "ing", "ed"))
            ):
                found.add(f"{word} {following}")
            elif after_marker and not word.endswith("ed") and not part_of_name:
                found.add(word)
    return found


def _as_written(group: Sequence[Translation]) -> dict[str, str]:
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


def _stems(phrase: str) -> list[str]:
    stem = stemmer("en")
    return [stem(word.lower()) for word in _WORD.findall(phrase) if word.lower() not in STOP_WORDS["en"]]
