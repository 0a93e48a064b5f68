"""Who says something in a sentence: the patterns by which Dutch and English papers attribute."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.summarise.quotation import QUOTATION
from briefing.summarise.saying import (
    ACCORDING,
    DETERMINERS,
    END,
    NO_SPEAKER,
    PASSIVE,
    PRONOUNS,
    ROLES,
    inverted_pattern,
    verb,
    verb_pattern,
)
from briefing.summarise.text import STOP_WORDS

MAX_SPEAKER_WORDS = 12
MIN_QUOTED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name the speaker in a sentence, without determiner; `pronoun` where it is only "he" or "she"."""

    speaker: str
    pronoun: bool = False


def find_speaker(text: str, language: str) -> Attribution | None:
    """Return who says what the sentence tells, or None where nobody is said to say it.

    In the order of trust: `..., zei Macron`, `aldus de minister` and `volgens Schoof`, `werd door Macron
    omschreven`, `Macron zei dat ...`. What stands between quotation marks is never read as the reporting clause.
    """
    if language not in ROLES:
        return None
    text = re.sub(
        r"\b([Pp]rof|[Dd]rs?|[Mm]rs?|[Ii]r|[A-Z])\.(?=[ A-Z])", r"\1", text
    )  # a title's or initial's full stop ends no name
    outside = QUOTATION.sub(lambda quotation: "”" + " " * (len(quotation.group()) - 1), text)
    for candidate in (
        _inverted(outside, language),
        _according(outside, language),
        _passive(outside, language),
        _straight(outside, language),
    ):
        if candidate:
            named = _name(candidate, language)
            if named is not None:
                return named
    return None


def is_direct(text: str) -> bool:
    """Return whether the sentence quotes at least three words."""
    return any(len(quotation.split()) >= MIN_QUOTED_WORDS for quotation in QUOTATION.findall(text))


def _inverted(outside: str, language: str) -> str | None:
    matches = list(inverted_pattern(language).finditer(outside))
    if not matches:
        return None
    found = matches[-1]  # a reporting clause stands at the end
    groups = found.groupdict()
    after: str = groups["rest"] or groups.get("rest2") or ""
    if language == "en":
        if re.match(r"(?:that|it|there|this|these|to|on|in|at)\b", after):
            return None
        pronoun = re.search(rf"[,”?!]\s*(?P<pronoun>he|she|they)\s+{verb(language)}\b", outside)
        if pronoun:
            return pronoun["pronoun"]
    return _until_end(after, language)


def _according(outside: str, language: str) -> str | None:
    found = ACCORDING[language].search(outside)
    return _until_end(outside[found.end() :], language) if found else None


def _passive(outside: str, language: str) -> str | None:
    found = PASSIVE[language].search(outside)
    return found["speaker"] if found else None


def _straight(outside: str, language: str) -> str | None:
    """Return the subject that stands before the first verb of saying, at the head of the sentence or its clause."""
    found = verb_pattern(language).search(outside)
    if found is None:
        return None
    before = re.split("[;:]", outside[: found.start()])[-1].strip(" ,")
    if language == "en":
        tail = re.search(r"[,”]\s*(?P<subject>[^,”]+)$", before)
        if tail and len(tail["subject"].split()) <= 2 and tail["subject"].strip() in PRONOUNS["en"]:
            return tail["subject"].strip()
    head = before.split(",")[0].strip()
    if not head or len(head.split()) > MAX_SPEAKER_WORDS:
        return None
    return _until_end(head, language)


def _trimmed(words: str, language: str) -> str:
    """Return the words up to the last one that can end a speaker: a name, or a role."""
    parts = words.split()
    while parts and not (parts[-1][0].isupper() or ROLES[language].fullmatch(parts[-1].strip("’'"))):
        if any(part in {"of", "from", "at", "for", "van", "voor", "uit"} for part in parts):
            break  # "an official of the ministry": the end is part of the name
        parts.pop()
    return " ".join(parts)


def _until_end(text: str, language: str) -> str:
    text = text.strip()
    end = END[language].search(text, 1)
    return text[: end.start()].strip() if end else text


def _name(words: str, language: str) -> Attribution | None:
    """Return the speaker without determiner, None for words that name nobody."""
    cleaned = words.strip(" ”'’‘")
    while (shorter := DETERMINERS[language].sub("", cleaned)) != cleaned:
        cleaned = shorter
    cleaned = re.sub(r"\s(?:en|and|of|or)$", "", cleaned)
    first = cleaned.split(" ")[0].lower()
    if first in PRONOUNS[language]:
        return Attribution(first, pronoun=True)
    cleaned = _trimmed(cleaned, language)
    if not cleaned or len(cleaned.split()) > MAX_SPEAKER_WORDS or first in STOP_WORDS[language] | NO_SPEAKER:
        return None
    capital = re.search(r"(?:^|\s)[A-ZÀ-Ý]\w", cleaned) is not None
    return Attribution(cleaned) if capital or ROLES[language].search(cleaned) else None
