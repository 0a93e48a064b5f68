"""Who says something in a sentence: the patterns by which Dutch and English papers attribute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.summarise.calendar_words import is_time
from briefing.summarise.names import PARTICLES, is_capitalised
from briefing.summarise.quotation import QUOTATION
from briefing.summarise.saying import (
    ACCORDING,
    DETERMINERS,
    END,
    NATIONALITY,
    NO_SPEAKER,
    PASSIVE,
    PRONOUNS,
    ROLES,
    inverted_pattern,
    verb,
    verb_pattern,
)
from briefing.summarise.tenses import ENGLISH, FINITE, TENSES, Kind
from briefing.summarise.text import STOP_WORDS

MAX_SPEAKER_WORDS = 12
MIN_QUOTED_WORDS = 3
MAX_PHRASE = 3  # words behind an adjective that are still its noun
# A surname's particle, but no object of the verb: "Hugo de Jonge", "beloofde Holm de Kamer", "waarschuwde Holm de Deense premier".
_SURNAME = re.compile(
    rf"\s{PARTICLES}\s(?!(?:Tweede|Eerste|Kamer|Senaat|Raad|Commissie|Unie|Verenigde|NAVO|EU|VN|VS)\b)[A-ZÀ-Ý][\w’'-]*(?<!se)(?<!sche)(?<!ers)(?<!anen)\b"
)
# What may follow "Macron said" at the end of a sentence: when, where, and no clause.
_AFTERWARDS = (
    r"(?: (?:on|in|at|after|during|before|to|late|early|yesterday|today|earlier|last|this|via|following|by|again|later|here"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;:”]*)?"
)


_NOUN_FOLLOWS = frozenset("the a an of their its his her de het een zijn haar hun van".split())
_ADVERBS = frozenset(
    "first now also again still already only then once just eerst nu ook weer nog al alleen dan".split()
)
# A surname with its particles in front: `Van der Plas`, `Den Uyl`.
_PARTICLED = re.compile(r"(?:Van|De|Den|Ten|Ter|Te)(?: (?:der?|den|het|’t|'t))? [A-ZÀ-Ý]")
_NO_NOUN = frozenset(STOP_WORDS["nl"] | STOP_WORDS["en"])


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
    for read in (_trailing, _inverted, _according, _passive, _straight):
        candidate = read(outside, language)
        if candidate:
            named = _name(candidate, language)
            if named is not None:
                return named
            if read is _inverted and _is_clause(outside.split(",")[0], language):
                return None  # "Holm is ill, says a neighbour": nobody whom we can name
    return None


def _is_clause(text: str, language: str) -> bool:
    tenses = TENSES.get(language, ENGLISH)
    return any(tenses.kind(word) in FINITE for word in text.split()[1:] if word.islower())


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


@lru_cache(maxsize=1)
def _trailing_pattern() -> re.Pattern[str]:
    return re.compile(rf"[,”]\s*(?P<subject>[^\s,”;:][^,”;:]{{0,80}}?)\s{verb('en')}{_AFTERWARDS}[.!?”\s]*$")


def _trailing(outside: str, language: str) -> str | None:
    """Return the subject of an English reporting clause that ends the sentence: `..., NATO chief Mark Rutte warned`."""
    found = _trailing_pattern().search(outside) if language == "en" else None
    if found is None:
        return None
    subject = found["subject"]
    if subject.lower() in PRONOUNS["en"]:
        return subject
    opener = subject.split()[0].lower()
    bare = _bare(subject, "en")
    return None if opener in ENGLISH.openers | ENGLISH.joints or not _names_somebody(bare, "en") else bare


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
    before = re.split("[;:]", outside[: found.start()])[-1].strip()
    parts = [part.strip() for part in re.split("[,”]", before)]
    head = _own_subject(parts, language) or parts[0]
    subject = _subject(head, language)
    if subject != head and not re.search(r"\b(?:en|maar|and|but)(?: (?:ook|also))?$", before):
        return None  # another verb has this subject: "Holm read the report that the ministry wrote"
    if not subject or len(subject.split()) > MAX_SPEAKER_WORDS:
        return None
    return _until_end(subject, language)


def _own_subject(parts: list[str], language: str) -> str:
    """Return the subject behind the last comma, empty where the verb goes with what stands before it.

    "On Tuesday, Macron said", "..., maar Macron zei"; a comma right before the verb would close an apposition.
    """
    last = parts[-1]
    joined = re.match(r"(?:but|and|so|maar|en|want|dus) ", last)
    if len(parts) == 1 or not last or (language == "nl" and not joined):
        return ""
    if last in PRONOUNS[language]:
        return last
    bare = _bare(last, language)
    if last.split()[0].lower() in ENGLISH.openers or not _names_somebody(bare, language):
        return ""
    listed = " and " in last and all(word[0].isupper() for word in last.split() if word != "and")
    return "" if listed else bare


def _names_somebody(phrase: str, language: str) -> bool:
    """Whether a phrase is a name or a role, and no clause."""
    named = re.search(r"(?:^|\s)[A-ZÀ-Ý]\w", phrase) or ROLES[language].search(phrase)
    return bool(named) and _subject(phrase, language) == phrase == _until_end(phrase, language)


def _bare(phrase: str, language: str) -> str:
    """Return a phrase without conjunction and determiner before it."""
    while (shorter := DETERMINERS[language].sub("", phrase)) != phrase:
        phrase = shorter
    return phrase


def _subject(head: str, language: str) -> str:
    """Return what stands before another verb: *Zelensky* of "Zelensky thanked Germany but"."""
    tenses = TENSES.get(language, ENGLISH)
    words = head.split()
    for place, word in enumerate(words):
        verbal = word.islower() and place and words[place - 1].lower() not in _NOUN_FOLLOWS
        if verbal and tenses.kind(word) in {Kind.PAST, Kind.PRESENT}:
            return " ".join(words[:place])
    return head


def _trimmed(words: str, language: str) -> str:
    """Return the words up to the last one that can end a speaker: a name, or a role."""
    parts = words.split()
    while len(parts) > 1 and parts[-1].islower() and (parts[-1].endswith("ly") or parts[-1] in _ADVERBS):
        parts.pop()
    whole = list(parts)
    while parts and not (is_capitalised(parts[-1]) or ROLES[language].fullmatch(parts[-1].strip("’'"))):
        if any(part in {"of", "from", "at", "for", "van", "voor", "uit"} for part in parts):
            break  # "an official of the ministry": the end is part of the name
        parts.pop()
    noun = whole[len(parts) :]
    if noun and len(parts) == 1 and NATIONALITY.fullmatch(parts[0]):  # "the Ukrainian air force"
        plain = len(noun) <= MAX_PHRASE and all(re.fullmatch(r"[a-z-]+", part) for part in noun)
        return " ".join(whole) if plain and noun[0] not in _NO_NOUN else ""
    return " ".join(parts)


def _until_end(text: str, language: str) -> str:
    text = text.strip()
    for end in END[language].finditer(text, 1):
        words = text[: end.start()].split()
        if not (words and words[-1][0].isupper() and _SURNAME.match(text, end.start())):
            return text[: end.start()].strip()
    return text


def _name(words: str, language: str) -> Attribution | None:
    """Return the speaker without determiner, None for words that name nobody."""
    given = words.strip(" ”'’‘")
    cleaned = _bare(given, language)
    if cleaned != given and NATIONALITY.fullmatch(cleaned):
        return None  # "the Ukrainian"
    cleaned = re.sub(r"\s(?:en|and|of|or)$", "", cleaned)
    opener = cleaned.split(" ")[0]
    first = opener.lower()
    if first in PRONOUNS[language]:
        return Attribution(first, pronoun=True)
    cleaned = _trimmed(cleaned, language)
    if (
        not cleaned
        or len(cleaned.split()) > MAX_SPEAKER_WORDS
        or all(is_time(word, language) for word in cleaned.split())
    ):
        return None
    small = first in STOP_WORDS[language] | NO_SPEAKER and opener not in {"US", "U.S", "U.S."}
    if small and not _PARTICLED.match(cleaned):  # Van der Plas
        return None
    capital = re.search(r"(?:^|\s)[A-ZÀ-Ý]\w", cleaned) is not None
    return Attribution(cleaned) if capital or ROLES[language].search(cleaned) else None
