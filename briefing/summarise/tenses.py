"""Dutch and English verbs by their form and by what they tell: the words that `outlook` reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from briefing.match import english_forms, lemmas, verbs


class Kind(StrEnum):
    """What a word is for the tense of its clause."""

    PAST = "past"
    PRESENT = "present"
    HAVE = "have"  # makes a perfect with a participle
    BE = "be"
    WILL = "will"  # what must or can come is ahead
    WOULD = "would"  # could be either
    BASE = "base"  # a plural or an infinitive
    PARTICIPLE = "participle"
    OTHER = "other"


FINITE = frozenset({Kind.PAST, Kind.PRESENT, Kind.HAVE, Kind.BE, Kind.WILL, Kind.WOULD})


@dataclass(frozen=True, slots=True)
class Tenses:
    """The words of one language.

    `kind` tells a folded word, `lemma` its verb, `done` whether it can be a past participle. `reporting` verbs look back
    in the present, too (*Macron zegt donderdag*); `planning` verbs tell in the past of what is to come, and `expected`
    participles in the perfect. `openers` begin a clause, `joints` may; in the clause of an opener the verb stands `last`
    or as ever; `told_by` words have no verb.

    The patterns are for what stands right before a date: `since` looks back, `planned` and `deadline` ahead, `limit`
    where the verb does; an `attribute` belongs to a noun, and `during` to one that has the time of its clause.
    """

    kind: Callable[[str], Kind]
    lemma: Callable[[str], str]
    done: Callable[[str], bool]
    reporting: frozenset[str]
    planning: frozenset[str]
    expected: frozenset[str]
    openers: frozenset[str]
    joints: frozenset[str]
    told_by: frozenset[str]
    to: str
    last: bool
    since: re.Pattern[str]
    planned: re.Pattern[str]
    deadline: re.Pattern[str]
    limit: re.Pattern[str]
    attribute: re.Pattern[str]
    during: re.Pattern[str]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words}) (?:op |on |in )?$", re.IGNORECASE)


_DUTCH = {
    **dict.fromkeys("zal zullen wil willen moet moeten kan kunnen mag mogen".split(), Kind.WILL),
    **dict.fromkeys("zou zouden moest moesten wilde wilden wou mocht mochten".split(), Kind.WOULD),
    **dict.fromkeys("heeft hebben heb".split(), Kind.HAVE),
    **dict.fromkeys("is zijn ben".split(), Kind.BE),
    **dict.fromkeys("wordt worden staat gaat start praat vindt".split(), Kind.PRESENT),
    **dict.fromkeys("weten praten bijeenkomen rijden varen strijden wijzen barsten".split(), Kind.BASE),
    # simplemma takes these for other words
    **dict.fromkeys(
        """was waren werd werden had hadden braken gaven lagen lazen las grepen dreven dronken schoten schreven sloten stegen stonden
        kozen genoot genoten zonken schenen leken schonden bakte bakten vroeg merkte schorste opperde verlengde raadde dongen groeven
        schrokken schoven zoog reed terugtrok""".split(),
        Kind.PAST,
    ),
    **dict.fromkeys(
        "week weken eerste heden vrijen weer tegen boven een geen toen alleen samen rit reden maten".split(),
        Kind.OTHER,
    ),
}
_ENGLISH = {
    **dict.fromkeys("will shall must can may cannot".split(), Kind.WILL),
    **dict.fromkeys("would should could might".split(), Kind.WOULD),
    **dict.fromkeys("has have".split(), Kind.HAVE),
    **dict.fromkeys("is are am".split(), Kind.BE),
    **dict.fromkeys("was were had did".split(), Kind.PAST),
    **dict.fromkeys(
        """meets votes starts begins takes opens resumes ends expires goes comes holds gathers travels returns arrives leaves
        hosts decides convenes speaks gives receives becomes considers debates discusses flies does appears says""".split(),
        Kind.PRESENT,
    ),
    **dict.fromkeys("meet resume begin gather arrive travel go come take decide convene".split(), Kind.BASE),
    **dict.fromkeys("united based red need hundred speed used left set put cut let hit".split(), Kind.OTHER),
}
# Participles that simplemma does not know, by their form, and the nouns that have it.
_PARTED = re.compile(
    r"(?:aan|achter|af|bij|binnen|door|in|los|mee|na|neer|om|op|over|samen|stil|stop|terug|uit|vast|voor|vrij|weg)ge\w+(?:d|t|en|aan)"
    r"|ge\w{3,}d|(?:be|her|ont|onder|over|ver)\w{3,}[dt]|ge(?:gaan|beten|komen)|mislukt|beslist|bepaald|gebleken|gestaan|gezwegen|geborgen|gestreken|getreden|gedragen|gewezen"
)
_NO_PARTICIPLES = re.compile(
    r".*(?:gebied|geweld|geluid|geduld|gemoed|bericht|bewind|beleid|besluit|bestand|bezit|heid|ontbijt|overtocht|verband|verbod|verdriet"
    r"|verstand|vertrek|verzet|overwicht)"
)


@lru_cache(20_000)
def _dutch(word: str) -> Kind:
    known = _DUTCH.get(word)
    if known is not None or not word.isalpha() or len(word) < 3:
        return known or Kind.OTHER
    base = lemmas.lemma(word)
    if word.endswith("en") and _inflected(word) and (word == base or verbs.form_of(base, word) != "past"):
        return Kind.BASE  # *stemmen* is a verb, too, since *stemt* is; *haven* is none
    if not base.endswith(("en", "aan", "oen", "ien")):
        return Kind.OTHER
    form = verbs.form_of(base, word)
    if form == "base" and (word != base or word.endswith("en")):
        form = "third" if word.endswith("t") else ""
    return {
        "past": Kind.PAST,
        "third": Kind.PRESENT,
        "base": Kind.BASE,
        "participle": Kind.PARTICIPLE,
    }.get(form, Kind.OTHER)


def _inflected(word: str) -> bool:
    """Whether a word in -en, read as an infinitive, has a third person that is known."""
    return lemmas.lemma(verbs.paradigm(word)["third"]) == word


@lru_cache(20_000)
def _dutch_done(word: str) -> bool:
    if _PARTED.fullmatch(word):
        return not _NO_PARTICIPLES.fullmatch(word)
    return word.endswith(("d", "t", "en", "aan")) and word in verbs.participles(lemmas.lemma(word))


@lru_cache(1)
def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    """Return the irregular pasts and participles of English with their verbs."""
    pasts = {forms[0]: verb for verb, forms in english_forms.VERBS.items()}
    participles = {forms[1]: verb for verb, forms in english_forms.VERBS.items()}
    return pasts, participles


@lru_cache(20_000)
def _english_lemma(word: str) -> str:
    pasts, participles = _irregular()
    return pasts.get(word) or participles.get(word) or lemmas.lemma(word, "en")


@lru_cache(20_000)
def _english(word: str) -> Kind:
    known = _ENGLISH.get(word)
    if known is not None or not word.isalpha() or len(word) < 3:
        return known or Kind.OTHER
    pasts, participles = _irregular()
    base = _english_lemma(word)
    if word in pasts and word != base:
        return Kind.PAST
    if word in participles and word != base:
        return Kind.PARTICIPLE
    return Kind.PAST if word.endswith("ed") and base != word else Kind.OTHER


@lru_cache(20_000)
def _english_done(word: str) -> bool:
    return word in _irregular()[1] or (word.endswith("ed") and _english_lemma(word) != word)


DUTCH = Tenses(
    kind=_dutch,
    lemma=lemmas.lemma,
    done=_dutch_done,
    reporting=_set(
        """zeggen melden schrijven stellen verklaren benadrukken blijken waarschuwen concluderen bevestigen ontkennen reageren
        erkennen vertellen berichten constateren meedelen betogen noemen menen rapporteren citeren onthullen klinken"""
    ),
    planning=_set(
        """besluiten hopen beloven verwachten dreigen plannen afspreken overwegen vragen oproepen roepen toezeggen kondigen
        aankondigen nodigen uitnodigen stellen uitstellen vaststellen schrijven verlengen verschuiven verplaatsen kiezen geven
        eisen schorsen verdagen wachten willen voorbereiden bereiden spreken rekenen"""
    ),
    expected=_set("gepland voorzien verwacht ingepland bedoeld uitgetrokken"),
    openers=_set(
        """dat die wie wat waar waarin waarop waarbij waarmee waarvan waarna waarvoor toen nadat omdat terwijl hoewel als zodra totdat
        voordat zodat doordat aangezien sinds indien tenzij mits hoe hoeveel wanneer waarom"""
    ),
    joints=_set("en maar want of dus om"),
    told_by=_set("aldus volgens"),
    to="te",
    last=True,
    since=_before("sinds|sedert"),
    planned=_before(
        "niet (?:eerder|later) dan|op zijn vroegst|(?:vastgesteld|gepland|voorzien|bepaald) (?:voor|op)"
    ),
    deadline=_before("uiterlijk|voor|vóór|per"),
    limit=_before("vanaf|met ingang van|tot(?: zeker| minstens)?|tot en met|tot aan|tot in|naar"),
    attribute=re.compile(r"(?<!nacht )\b(?:van|over) $", re.IGNORECASE),
    during=re.compile(r"\b(?:na|sinds|bij|tijdens|in|op) (?:\S+ ){1,4}van $", re.IGNORECASE),
)
ENGLISH = Tenses(
    kind=_english,
    lemma=_english_lemma,
    done=_english_done,
    reporting=_set("say warn write report state claim"),
    planning=_set(
        """decide hope promise expect threaten plan agree consider ask call pledge announce invite postpone schedule extend move
        choose give demand adjourn wait want vow"""
    ),
    expected=_set("planned scheduled expected due set slated invited supposed"),
    openers=_set(
        "that who which whom whose when where while because although though if unless after before as whether since until how why"
    ),
    joints=_set("and but so or"),
    told_by=_set("according"),
    to="to",
    last=False,
    since=_before("since"),
    planned=_before("(?:planned|scheduled|due|set|slated|expected)(?: for| by)?|not before"),
    deadline=_before("by|no later than|not later than|before"),
    limit=_before("from|until|till|starting|from as early as|to"),
    attribute=_before("of|for"),
    during=re.compile(r"\b(?:after|since|at|during|in|on) (?:\S+ ){0,4}(?:of )?$", re.IGNORECASE),
)
TENSES = {"nl": DUTCH, "en": ENGLISH}
