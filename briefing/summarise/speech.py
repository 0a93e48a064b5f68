"""Who says something in a sentence: the patterns by which Dutch and English papers attribute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.summarise.standalone import QUOTATION
from briefing.summarise.text import STOP_WORDS

_VERBS = {
    "nl": r"""zei zeiden zegt zeggen verklaarde verklaarden verklaart verklaren stelde stelden stelt meldde meldden meldt melden
        benadrukte benadrukten benadrukt benadrukken meende meenden meent menen vond vonden vindt vinden opperde opperden oppert opperen
        waarschuwde waarschuwden waarschuwt waarschuwen suggereerde suggereerden suggereert voorspelde voorspelden voorspelt voorspellen
        antwoordde antwoordt noemde noemden noemt noemen eiste eisten eist eisen beloofde beloofden belooft verzekerde verzekerden verzekert
        erkende erkenden erkent ontkende ontkenden ontkent herhaalde herhaalden herhaalt concludeerde concludeert schreef schrijft reageerde
        reageert betoogde betoogt bevestigde bevestigden bevestigt beweerde beweerden beweert beschuldigde beschuldigden beschuldigt
        onderstreepte onderstreept hoopte hoopt verwachtte verwachten verwacht vreesde vreest pleitte pleitten pleit twitterde uitspraken
        zegde""",
    "en": r"""said says say told stated states declared declares stressed stresses emphasised emphasises emphasized emphasizes
        underlined warned warns suggested suggests predicted predicts argued argues believes believe thinks think noted notes announced
        announces reported reports called calls insisted insists claimed claims demanded demands promised promises assured acknowledged
        acknowledges admitted admits denied denies repeated concluded wrote writes replied added adds confirmed confirms accused accuses
        hoped hopes expects expect fears feared pleaded maintains maintained points pointed indicated indicates""",
}
# Separable verbs and fixed phrases, of which the first word stands where a verb of saying stands.
_PHRASES = {
    "nl": r"""gaf\saan gaven\saan geeft\saan geven\saan wees\serop wezen\serop wijst\serop wijzen\serop liet\sweten lieten\sweten laat\sweten
        laten\sweten maakte(?=.*\sbekend) maakten(?=.*\sbekend) maakt(?=.*\sbekend) kondigde(?=.*\saan) kondigt(?=.*\saan) tekent(?=.*\saan)
        tekende(?=.*\saan) houdt(?=.*\sstaande) hield(?=.*\sstaande) riep(?=.*\sop) roept(?=.*\sop) sluit(?=.*\suit) sloot(?=.*\suit)
        sloot\saf\smet heeft(?=.*\s(?:gezegd|verklaard|gemeld|benadrukt|duidelijk\sgemaakt|laten\sweten|aangekondigd|gewaarschuwd))
        hebben(?=.*\s(?:gezegd|verklaard|gemeld|benadrukt|duidelijk\sgemaakt|laten\sweten|aangekondigd|gewaarschuwd|uitgesproken))
        deed(?=.*\saf\sals)""",
    "en": r"""point(?=\sout) made(?=\sclear|\sit\sclear) has(?=.*\s(?:said|stated|made\s(?:it\s)?clear|announced|warned|stressed))
        have(?=.*\s(?:said|stated|made\s(?:it\s)?clear|announced|warned|stressed))""",
}
_ACCORDING = {
    "nl": re.compile(r"\b(?:[Vv]olgens|aldus|[Ii]n de woorden van|[Aa]ldus)\s+"),
    "en": re.compile(r"\b(?:[Aa]ccording to|in the words of)\s+"),
}
_PASSIVE = {
    "nl": re.compile(
        r"\bdoor\s+(?P<speaker>[^,.;:]+?)\s+(?:omschreven|genuanceerd|genoemd|bestempeld|ontkend|bevestigd|afgewezen|verworpen)\b"
    ),
    "en": re.compile(
        r"\b(?:described|called|dismissed|denied|confirmed|rejected|nuanced|qualified)(?:\s\w+)?\s+by\s+(?P<speaker>[^,.;:]+?)(?=\s(?:as|who|on|in|at)\b|[,.;:]|$)"
    ),
}
# Where the name of a speaker ends: what can't be part of it.
_END = {
    "nl": re.compile(
        r"[,.;:!?\"“”„«»(–—]|(?<!\bvan)(?<!\ben)(?<!\bvoor)\s(?:de|het)\s|\s(?:na|tijdens|op|tegen|in|bij|over|dat|die|als|om|aan|met|uit|naar|sinds|voor|toen|nadat|ook|al|eerder|nog|niet|wel|"
        r"zich|hun|er|een|zijn|en\sdaarmee|volgens|aldus|staande|bekend|toe|of|hoe|wat|onder|verder|overigens|inmiddels|later|woensdag|donderdag|vrijdag|zaterdag|zondag|maandag|dinsdag|"
        r"gisteren|vandaag|vorige|afgelopen|deze|bereid|vooral|mordicus|geen|daarop|hierop|volledig|kan|kunnen|"
        r"zou|zouden|zal|moet|moeten|mag|wil|willen|heeft|hebben|is|was|waren|wordt|worden|nu|dan|maar|vervolgens)\b"
    ),
    "en": re.compile(
        r"[,.;:!?\"“”„«»(–—]|(?<!\bof)(?<!\band)(?<!\bfrom)(?<!\bat)(?<!\bfor)\s(?:the|a|an)\s|\s(?:after|during|closed|such|on|at|against|in|about|that|who|which|as|to|with|from|since|for|when|also|earlier|still|not|"
        r"yesterday|today|last|this|is|was|were|are|has|have|had|will|would|should|could|can|may|might|must|and\sthat|if|but|while|there|"
        r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|by|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    ),
}
_PRONOUNS = {"nl": {"hij", "zij", "ze"}, "en": {"he", "she", "they"}}
_DETERMINERS = {
    "nl": re.compile(
        r"^(?:de|het|een|maar|en|want|dus|ook|zowel|zelfs|door|enkele|sommige|veel|verschillende|meerdere|andere|diverse|\d+)\s+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:the|a|an|but|and|so|also|even|both|some|several|many|various|other|\d+)\s+", re.IGNORECASE
    ),
}
# Roles that speak without a name.
_ROLES = {
    "nl": re.compile(
        r"\b(?:president\w*|premier\w*|minister\w*|staatssecretaris\w*|woordvoer\w+|deskundige\w*|analist\w*|functionaris\w*|overheidsfunctionaris\w*|"
        r"diploma\w+|leiders?|regeringsleiders|bondgenoten|aanwezigen|experts?|onderzoekers?|generaals?|ambtenaren|bronnen|ambassadeurs?|gezant\w*|"
        r"kamerleden|kamerlid|parlementariër\w*|hoogleraar|onderhandelaars?|advis\w+|commandant|oud-commandant|burgemeester|zegsman|autoriteiten|ambtenaar|econo\w+|"
        r"kabinet|regering|parlement|partijen|critici|waarnemers|coalitie|kantoor|ministerie|topman|chef|baas|\w+gezant|\w+chef|\w+minister\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:presidents?|prime ministers?|premiers?|ministers?|secretar(?:y|ies)|spokes\w+|experts?|analysts?|officials?|diplomats?|leaders?|allies|"
        r"participants|attendees|researchers?|generals?|sources|ambassadors?|envoys?|government|parliament|parties|critics|observers|coalition|office|ministry|"
        r"chief|head|those present|chancellor|commission|servants?|negotiators?|advis[eo]rs?|professors?|mps?|spokes(?:man|woman|person)|mayors?|economists?|"
        r"commanders?|lawmakers?|authorities|residents?|witnesses|police|army|military)\b",
        re.IGNORECASE,
    ),
}
# Openings that are no speaker though they are capitalised.
_NO_SPEAKER = frozenset(
    "his her their its countries zijn haar hun landen berichten reports sources last vorige next".split()
)
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
    if language not in _VERBS:
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


@lru_cache(maxsize=4)
def _verb(language: str) -> str:
    words = "|".join((*_PHRASES[language].split(), *_VERBS[language].split()))
    return rf"(?:{words})"


@lru_cache(maxsize=4)
def _verb_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){_verb(language)}\b")


@lru_cache(maxsize=4)
def _inverted_pattern(language: str) -> re.Pattern[str]:
    if language == "nl":
        return re.compile(
            rf"(?:[,”?!]|^”)\s*{_verb(language)}\s+(?:ook\s+|al\s+)?(?P<rest>.+)|^(?:Ook|Vorige week|Daarnaast|Verder|Eerder|Gisteren)\s+{_verb(language)}\s+(?P<rest2>.+)"
        )
    return re.compile(rf"(?:[,”?!]|^”)\s*{_verb(language)}\s+(?P<rest>(?:the\s|a\s|an\s)?[A-Za-z].+)")


def _inverted(outside: str, language: str) -> str | None:
    matches = list(_inverted_pattern(language).finditer(outside))
    if not matches:
        return None
    found = matches[-1]  # a reporting clause stands at the end
    groups = found.groupdict()
    after: str = groups["rest"] or groups.get("rest2") or ""
    if language == "en":
        if re.match(r"(?:that|it|there|this|these|to|on|in|at)\b", after):
            return None
        pronoun = re.search(rf"[,”?!]\s*(?P<pronoun>he|she|they)\s+{_verb(language)}\b", outside)
        if pronoun:
            return pronoun["pronoun"]
    return _until_end(after, language)


def _according(outside: str, language: str) -> str | None:
    found = _ACCORDING[language].search(outside)
    return _until_end(outside[found.end() :], language) if found else None


def _passive(outside: str, language: str) -> str | None:
    found = _PASSIVE[language].search(outside)
    return found["speaker"] if found else None


def _straight(outside: str, language: str) -> str | None:
    """Return the subject that stands before the first verb of saying, at the head of the sentence or its clause."""
    found = _verb_pattern(language).search(outside)
    if found is None:
        return None
    before = re.split("[;:]", outside[: found.start()])[-1].strip(" ,")
    if language == "en":
        tail = re.search(r"[,”]\s*(?P<subject>[^,”]+)$", before)
        if tail and len(tail["subject"].split()) <= 2 and tail["subject"].strip() in _PRONOUNS["en"]:
            return tail["subject"].strip()
    head = before.split(",")[0].strip()
    if not head or len(head.split()) > MAX_SPEAKER_WORDS:
        return None
    return _until_end(head, language)


def _trimmed(words: str, language: str) -> str:
    """Return the words up to the last one that can end a speaker: a name, or a role."""
    parts = words.split()
    while parts and not (parts[-1][0].isupper() or _ROLES[language].fullmatch(parts[-1].strip("’'"))):
        if any(part in {"of", "from", "at", "for", "van", "voor", "uit"} for part in parts):
            break  # "an official of the ministry": the end is part of the name
        parts.pop()
    return " ".join(parts)


def _until_end(text: str, language: str) -> str:
    text = text.strip()
    end = _END[language].search(text, 1)
    return text[: end.start()].strip() if end else text


def _name(words: str, language: str) -> Attribution | None:
    """Return the speaker without determiner, None for words that name nobody."""
    cleaned = words.strip(" ”'’‘")
    while (shorter := _DETERMINERS[language].sub("", cleaned)) != cleaned:
        cleaned = shorter
    cleaned = re.sub(r"\s(?:en|and|of|or)$", "", cleaned)
    first = cleaned.split(" ")[0].lower()
    if first in _PRONOUNS[language]:
        return Attribution(first, pronoun=True)
    cleaned = _trimmed(cleaned, language)
    if not cleaned or len(cleaned.split()) > MAX_SPEAKER_WORDS or first in STOP_WORDS[language] | _NO_SPEAKER:
        return None
    capital = re.search(r"(?:^|\s)[A-ZÀ-Ý]\w", cleaned) is not None
    return Attribution(cleaned) if capital or _ROLES[language].search(cleaned) else None
