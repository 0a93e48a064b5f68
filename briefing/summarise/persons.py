"""Persons whom a sentence names without quoting them: whom "he" means in the next one."""

from __future__ import annotations

import re

from briefing.summarise.calendar_words import is_time
from briefing.summarise.names import PARTICLES, PLACES
from briefing.summarise.quotation import outside_quotes
from briefing.summarise.saying import PRONOUNS, ROLES
from briefing.summarise.tenses import FINITE, TENSES

_NAME = rf"[A-ZÀ-Ý][\w’'-]+(?:\s(?:{PARTICLES}\s)?[A-ZÀ-Ý][\w’'-]+)*"
_RUN = re.compile(_NAME)
# What is written like a person and is none.
_BODIES = frozenset(
    """Tweede Eerste Kamer Europese Commissie Unie Raad Parlement Verenigde Naties Staten Koninkrijk Huis Witte Saoedi-Arabië Noord Zuid
    European Union Commission Council Parliament United Nations States Kingdom House White Security Veiligheidsraad Supreme Court Hoge
    Rode Kruis Red Cross Bank Ministry Party Front Times Post The De Het Den Haag New York""".split()
)
_SUBJECT = re.compile(
    rf"(?:(?:De|Het|Een|The|A|An)\s)?(?:[\w’'-]+\s){{0,5}}?(?P<name>{_NAME})(?:,[^,]{{1,80}},|\s\([^)]{{1,40}}\))?\s(?P<verb>[a-zà-ÿ]+)\b"
)


def persons(text: str, language: str) -> list[str]:
    """Return the names of persons outside quotation marks: two names in a row, or one behind an office."""
    plain = outside_quotes(text)
    return [
        run.group() for run in _RUN.finditer(plain) if _is_person(plain, run.start(), run.group(), language)
    ]


def subject_named(text: str, language: str) -> str:
    """Return the person with whom the sentence begins and whose verb follows, empty where it begins otherwise."""
    plain = outside_quotes(text).strip()
    found = _SUBJECT.match(plain)
    tenses = TENSES.get(language)
    if found is None or tenses is None or tenses.kind(found["verb"]) not in FINITE:
        return ""
    before = plain[: found.start("name")].split()
    if any(tenses.kind(word) in FINITE or word.lower() in _BETWEEN for word in before if word.islower()):
        return ""
    return found["name"] if _is_person(plain, found.start("name"), found["name"], language) else ""


_BETWEEN = frozenset("van of voor for bij at met with in en and volgens".split())


def has_pronoun_subject(text: str, language: str) -> bool:
    """Return whether "he" or "she" does something in the sentence, so that it goes on about the same person."""
    words = re.findall(r"\w+", outside_quotes(text).lower())
    return any(word in PRONOUNS.get(language, ()) for word in words)


def _is_person(text: str, start: int, name: str, language: str) -> bool:
    words = [word for word in re.split(r"\s", name) if word[:1].isupper()]
    if any(word in _BODIES or word in PLACES or is_time(word, language) or word.isupper() for word in words):
        return False
    roles = ROLES.get(language)
    before = text[max(0, start - 60) : start].split()
    office = roles is not None and any(roles.fullmatch(word) for word in (*before[-1:], words[0]))
    defence = re.search(r"\b[Mm]inister van \w+ $", text[max(0, start - 60) : start]) is not None
    return len(words) > 1 or office or defence
