"""Positions: who said what, quoted or reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.summarise.names import PLACES, fullest_names, surname_of
from briefing.summarise.persons import has_pronoun_subject, persons, subject_named
from briefing.summarise.pool import Line, Pool
from briefing.summarise.redundancy import SAME, likeness
from briefing.summarise.saying import ROLES
from briefing.summarise.speech import Attribution, find_speaker, is_direct
from briefing.summarise.types import Position

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_Last = tuple[int, int, str]  # article, block, speaker
MAX_POSITIONS = 40  # two pages; the best-scored statements are kept
# What a statement may lack beside its speaker's name: the name answers for "he", and a bare quotation follows
# the words it goes on from.
READABLE = {"", "connective", "quote"}
# Who speaks for another is not the other.
_AGENT = re.compile(
    r"\b(?:kantoor|bureau|woordvoer(?:der|ster)|adviseur|medewerker|advocaat|team|entourage|omgeving"
    r"|office|spokes(?:man|woman|person)|adviser|aide|lawyer)\b",
    re.IGNORECASE,
)


# What only points at the statement before it: *the minister denied that*.
_EMPTY = re.compile(r"^(?:\S+ ){1,6}(?:\w+ed|said|says) (?:that|this|it|so)[.!]$")
# Bodies that speak without being anybody.
_BODY = re.compile(
    r"\b(?:government|cabinet|parliament|opposition|coalition|army|navy|air force|military|police|ministry|commission|council|embassy|agency"
    r"|service|authorities|regering|kabinet|parlement|oppositie|coalitie|leger|marine|luchtmacht|politie|ministerie|commissie|raad|ambassade"
    r"|dienst|autoriteiten)$",
    re.IGNORECASE,
)


def positions(pool: Pool, scores: Floats) -> tuple[Position, ...]:
    """Return the statements by speaker: speakers in the order of their first statement, statements in story order.

    The speaker stands in English, in the fullest form that the article (else any article) has for the surname.
    "He" and a quotation without reporting clause belong to the last speaker of the same article and block, or to the
    person who was named since as the subject of a sentence; to nobody where another one was named in passing.
    """
    everywhere = fullest_names(line.translation.english or line.text for line in pool.lines)
    by_article = [
        fullest_names(t.english or t.sentence.text for t in article.translations) for article in pool.articles
    ]
    said: list[tuple[int, str]] = []
    last: _Last | None = None
    for index, line in enumerate(pool.lines):
        language = line.language
        found = find_speaker(line.text, language)
        here = (line.article, line.translation.sentence.block)
        speaker = ""
        if found is not None and not found.pronoun:
            speaker = _full(_english(found, line), by_article[line.article], everywhere)
            last = None if not speaker else last  # "she" after a speaker we can't name is not the one before
        elif (
            last is not None
            and last[0] == line.article
            and (
                (found is not None and here[1] - last[1] <= 1 and _may_be_he(last[2]))
                or (line.needs == "quote" and here == last[:2])
            )
        ):
            speaker = last[2]
        elif found is None and line.needs != "quote":
            last = _meant(line, last, by_article[line.article], everywhere)
        if speaker:
            last = (*here, speaker)
            pronoun_only = (
                line.needs == "pronoun" and found is not None and found.pronoun and is_direct(line.text)
            )
            if (line.needs in READABLE or pronoun_only) and not _EMPTY.search(line.translation.english):
                said.append((index, speaker))
    kept = _distinct(pool, scores, _one_name_each(said))
    order = {speaker: place for place, speaker in reversed(list(enumerate(speaker for _, speaker in kept)))}
    return tuple(
        Position(
            speaker, pool.lines[i].translation, "direct" if is_direct(pool.lines[i].text) else "reported"
        )
        for i, speaker in sorted(kept, key=lambda pair: (order[pair[1]], pair[0]))
    )


def _meant(line: Line, last: _Last | None, here: dict[str, str], everywhere: dict[str, str]) -> _Last | None:
    """Return who "he" is after a sentence in which nobody speaks: its subject, else the last speaker, if it names no other."""
    name = subject_named(line.text, line.language)
    if name:
        who = _english(Attribution(name), line)
        return (line.article, line.translation.sentence.block, _full(who, here, everywhere)) if who else None
    if last is None or has_pronoun_subject(line.text, line.language):
        return last
    others = [surname_of(person) for person in persons(line.text, line.language)]
    return last if all(other in last[2] for other in others) else None


def _may_be_he(speaker: str) -> bool:
    """Whether "he" can be this speaker: somebody with a name or an office, no place and no body."""
    word = speaker.rsplit(maxsplit=1)[-1]
    if _BODY.search(speaker) or surname_of(speaker) in PLACES:
        return False
    return word[0].isupper() or any(roles.fullmatch(word) for roles in ROLES.values())


def _english(found: Attribution, line: Line) -> str:
    """Return the speaker as the English side names him; empty where it doesn't.

    A name that stands in both languages is the surest sign; a speaker without one, or whose name is spelt
    otherwise in English (Poetin, Putin), is looked for by the English patterns. Whom the Dutch names as well is somebody else
    (`volgens de bondgenoten, zegt Schoof`).
    """
    english = line.translation.english
    if not english or english == line.text:
        return found.speaker
    surname = surname_of(found.speaker)
    if _is_person(found.speaker) and surname in english:
        return surname
    there = find_speaker(english, "en")
    if _AGENT.search(found.speaker):
        return "" if there is None or there.pronoun else _whose(there.speaker, english)
    if there is None or there.pronoun or (surname and not surname_of(there.speaker)):
        return surname if surname and surname in english else ""
    other = surname_of(there.speaker)
    if other and other not in found.speaker and re.search(rf"\b{re.escape(other)}\b", line.text):
        return ""
    return there.speaker


def _is_person(speaker: str) -> bool:
    """Whether a speaker is who is named at its end: `premier Keir Starmer`, not `kantoor van premier Starmer`."""
    surname = surname_of(speaker)
    return bool(surname) and speaker.endswith(surname) and not _AGENT.search(speaker)


def _whose(agent: str, english: str) -> str:
    """Return an agent with the one who is spoken for, as the English has it: *spokesman for President Zelensky*."""
    behind = re.search(rf"\b{re.escape(agent)} ((?:for|of|to)(?: [A-Z][\w'’-]+)+)", english)
    return f"{agent} {behind[1]}" if behind else agent


def _full(speaker: str, here: dict[str, str], everywhere: dict[str, str]) -> str:
    """Return the fullest form of a named person; places and longer phrases that hold a name stay as they are."""
    surname = surname_of(speaker)
    if _is_person(speaker) and surname not in PLACES:
        speaker = max(
            (speaker, here.get(surname, ""), everywhere.get(surname, "")), key=lambda name: len(name.split())
        )
    return speaker[:1].upper() + speaker[1:]


def _one_name_each(said: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the statements with the longest of the names that end in one surname, the first of equals."""
    longest: dict[str, str] = {}
    for _, speaker in said:
        surname = surname_of(speaker)
        if _is_person(speaker) and len(speaker.split()) > len(longest.get(surname, "").split()):
            longest[surname] = speaker
    return [(index, longest.get(surname_of(who), who) if _is_person(who) else who) for index, who in said]


def _distinct(pool: Pool, scores: Floats, said: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the statements without those a better-scored one of the same speaker already makes, in story order."""
    kept: list[tuple[int, str]] = []
    for index, speaker in sorted(said, key=lambda pair: (-round(float(scores[pair[0]]), 9), pair[0])):
        mine = [i for i, who in kept if who == speaker]
        if any(likeness(pool, index, other) > SAME for other in mine):
            continue
        kept.append((index, speaker))
        if len(kept) == MAX_POSITIONS:
            break
    return sorted(kept)
