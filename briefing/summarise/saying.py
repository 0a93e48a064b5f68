"""The words by which Dutch and English papers attribute: verbs of saying, speakers, and where their names end."""

from __future__ import annotations

import re
from functools import lru_cache

_VERBS = {
    "nl": r"""zei zeiden zegt zeggen verklaarde verklaarden verklaart verklaren stelde stelden stelt meldde meldden meldt melden
        benadrukte benadrukten benadrukt benadrukken meende meenden meent menen vond vonden vindt vinden opperde opperden oppert opperen
        waarschuwde waarschuwden waarschuwt waarschuwen suggereerde suggereerden suggereert voorspelde voorspelden voorspelt voorspellen
        antwoordde antwoordt noemde noemden noemt noemen eiste eisten eist eisen beloofde beloofden belooft verzekerde verzekerden verzekert
        erkende erkenden erkent ontkende ontkenden ontkent herhaalde herhaalden herhaalt concludeerde concludeert schreef schrijft reageerde
        reageert betoogde betoogt bevestigde bevestigden bevestigt beweerde beweerden beweert beschuldigde beschuldigden beschuldigt
        onderstreepte onderstreept hoopte hoopt verwachtte verwachten verwacht vreesde vreest pleitte pleitten pleit hekelde hekelden hekelt bekritiseerde bekritiseert twitterde uitspraken
        zegde""",
    "en": r"""said says say told stated states declared declares stressed stresses emphasised emphasises emphasized emphasizes
        underlined warned warns suggested suggests predicted predicts argued argues believes believe thinks think noted notes announced
        announces reported reports called calls insisted insists claimed claims demanded demands promised promises assured acknowledged
        acknowledges admitted admits denied denies repeated concluded wrote writes replied added adds confirmed confirms accused accuses
        hoped hopes expects expect fears feared pleaded maintains maintained points pointed indicated indicates criticised criticises criticized criticizes""",
}
# Separable verbs and fixed phrases, of which the first word stands where a verb of saying stands.
_PHRASES = {
    "nl": r"""gaf\saan gaven\saan geeft\saan geven\saan wees\serop wezen\serop wijst\serop wijzen\serop liet\sweten lieten\sweten laat\sweten
        laten\sweten maakte(?=[^;:]{0,200}\sbekend) maakten(?=[^;:]{0,200}\sbekend) maakt(?=[^;:]{0,200}\sbekend) kondigde(?=[^;:]{0,200}\saan) kondigt(?=[^;:]{0,200}\saan) tekent(?=[^;:]{0,200}\saan)
        tekende(?=[^;:]{0,200}\saan) houdt(?=[^;:]{0,200}\sstaande) hield(?=[^;:]{0,200}\sstaande) riep(?=[^;:]{0,200}\sop) roept(?=[^;:]{0,200}\sop) sluit(?=[^;:]{0,200}\suit) sloot(?=[^;:]{0,200}\suit)
        sloot\saf\smet
        sprak(?=[^;:]{0,200}\stegen) spraken(?=[^;:]{0,200}\stegen) spreekt(?=[^;:]{0,200}\stegen)
        vroeg(?=\s(?:of|waarom|hoe|wat|wanneer|wie|zich\saf)\b) vroegen(?=\s(?:of|waarom|hoe|wat|wanneer|wie|zich\saf)\b)
        wil(?=,?\sdat\s(?:de|het|een|er|hij|zij|ze|we|alle|[A-Z]\w*)\b) willen(?=,?\sdat\s(?:de|het|een|er|hij|zij|ze|we|alle|[A-Z]\w*)\b) wilde(?=,?\sdat\s(?:de|het|een|er|hij|zij|ze|we|alle|[A-Z]\w*)\b) wilden(?=,?\sdat\s(?:de|het|een|er|hij|zij|ze|we|alle|[A-Z]\w*)\b) drong(?=[^;:]{0,200}\saan) dringt(?=[^;:]{0,200}\saan)
        legde(?=[^,;:]{0,80}\suit(?:[,.;:!?]|\s(?:dat|hoe|waarom|wat|wie)\b)) legt(?=[^,;:]{0,80}\suit(?:[,.;:!?]|\s(?:dat|hoe|waarom|wat|wie)\b)) heeft(?=[^;:]{0,200}\s(?:gezegd|verklaard|gemeld|benadrukt|duidelijk\sgemaakt|laten\sweten|aangekondigd|gewaarschuwd))
        hebben(?=[^;:]{0,200}\s(?:gezegd|verklaard|gemeld|benadrukt|duidelijk\sgemaakt|laten\sweten|aangekondigd|gewaarschuwd|uitgesproken))
        deed(?=[^;:]{0,200}\saf\sals)""",
    "en": r"""point(?=\sout) made(?=\sclear|\sit\sclear) has(?=[^;:]{0,200}\s(?:said|stated|made\s(?:it\s)?clear|announced|warned|stressed))
        have(?=[^;:]{0,200}\s(?:said|stated|made\s(?:it\s)?clear|announced|warned|stressed))""",
}
ACCORDING = {
    "nl": re.compile(r"\b(?:[Vv]olgens|aldus|[Ii]n de woorden van|[Aa]ldus)\s+"),
    "en": re.compile(r"\b(?:[Aa]ccording to|in the words of)\s+"),
}
PASSIVE = {
    "nl": re.compile(
        r"\bdoor\s+(?P<speaker>[^,.;:]{1,120}?)\s+(?:omschreven|genuanceerd|genoemd|bestempeld|ontkend|bevestigd|afgewezen|verworpen)\b"
    ),
    "en": re.compile(
        r"\b(?:described|called|dismissed|denied|confirmed|rejected|nuanced|qualified)(?:\s\w+)?\s+by\s+(?P<speaker>[^,.;:]{1,120}?)(?=\s(?:as|who|on|in|at)\b|[,.;:]|$)"
    ),
}
# Where the name of a speaker ends: what can't be part of it.
END = {
    "nl": re.compile(
        r"[,.;:!?\"“”„«»(–—]|(?<!\bvan)(?<!\ben)(?<!\bvoor)\s(?:de|het)\s|\s(?:na|tijdens|op|tegen|in|bij|over|dat|die|als|om|aan|met|uit|naar|sinds|voor|toen|nadat|ook|al|eerder|nog|niet|wel|"
        r"zich|hun|er|een|zijn|en\sdaarmee|volgens|aldus|staande|bekend|toe|of|hoe|wat|onder|verder|overigens|inmiddels|later|woensdag|donderdag|vrijdag|zaterdag|zondag|maandag|dinsdag|"
        r"gisteren|vandaag|vorige|afgelopen|deze|bereid|vooral|mordicus|geen|daarop|hierop|volledig|kan|kunnen|"
        r"zou|zouden|zal|moet|moeten|mag|wil|willen|heeft|hebben|is|was|waren|wordt|worden|nu|dan|maar|vervolgens)\b(?!-[A-Z])"
    ),
    "en": re.compile(
        r"[,.;:!?\"“”„«»(–—]|(?<!\bof)(?<!\band)(?<!\bfrom)(?<!\bat)(?<!\bfor)\s(?:the|a|an)\s|\s(?:after|during|closed|such|on|at|against|in|about|between|that|who|which|as|to|with|from|since|for|when|also|earlier|still|not|"
        r"yesterday|today|last|this|is|was|were|are|has|have|had|will|would|should|could|can|may|might|must|and\sthat|if|but|while|there|"
        r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|by|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    ),
}
PRONOUNS = {"nl": {"hij", "zij", "ze"}, "en": {"he", "she", "they"}}
DETERMINERS = {
    "nl": re.compile(
        r"^(?:de|het|een|maar|en|want|dus|ook|zowel|zelfs|door|enkele|sommige|veel|verschillende|meerdere|andere|diverse|\d+)\s+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:the|a|an|but|and|so|also|even|both|some|several|many|various|other|\d+)\s+", re.IGNORECASE
    ),
}
# Roles that speak without a name.
ROLES = {
    "nl": re.compile(
        r"\b(?:president\w*|premier\w*|minister\w*|staatssecretaris\w*|woordvoer\w+|deskundige\w*|analist\w*|functionaris\w*|overheidsfunctionaris\w*|"
        r"diploma\w+|leiders?|regeringsleiders|bondgenoten|aanwezigen|experts?|onderzoekers?|generaals?|ambtenaren|bronnen|ambassadeurs?|gezant\w*|"
        r"kamerleden|kamerlid|parlementariër\w*|hoogleraar|onderhandelaars?|advis\w+|commandant|oud-commandant|burgemeester|zegsman|autoriteiten|ambtenaar|econo\w+|"
        r"kabinet|regering|parlement|oppositie\w*|luchtmacht|krijgsmacht|landmacht|leger|marine|politie|commissie|partijen|critici|waarnemers|coalitie|kantoor|ministerie|topman|chef|baas|\w+gezant|\w+chef|\w+minister\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:presidents?|prime ministers?|premiers?|ministers?|secretar(?:y|ies)|spokes\w+|experts?|analysts?|officials?|diplomats?|leaders?|allies|"
        r"participants|attendees|researchers?|generals?|sources|ambassadors?|envoys?|government|cabinet|parliament|opposition|air force|navy|parties|critics|observers|coalition|office|ministry|"
        r"chief|head|those present|chancellor|commission|servants?|negotiators?|advis[eo]rs?|professors?|mps?|spokes(?:man|woman|person)|mayors?|economists?|"
        r"commanders?|lawmakers?|authorities|residents?|witnesses|police|army|military)\b",
        re.IGNORECASE,
    ),
}
# An adjective of a country or people, which is nobody by itself.
NATIONALITY = re.compile(
    r"[A-Z]\w+(?:ian|ish|ese|ean|ch|sch|se|sche)|Dutch|Greek|Swiss|Czech|German|American|African|Mexican|Iraqi|Israeli|Afghan|Arab|Thai"
    r"|Turks|Grieks|Duits|Frans|Brits|Belgisch|Europees|Amerikaans|Oekraïens"
)
# Openings that are no speaker though they are capitalised.
NO_SPEAKER = frozenset(
    "his her their its countries zijn haar hun landen berichten reports sources last tegenover vorig vorige volgend volgende afgelopen komend komende next niemand iedereen nobody everybody everyone twee drie two three".split()
)


# What stands in front of a Dutch main clause without being its subject: the speaker comes behind the verb.
_FRONT = (
    r"Ook|Daarnaast|Verder|Eerder|Later|Gisteren|Vandaag|Vanochtend|Vanmiddag|Vanavond|Dat|Dit|Zo|Toch|Daarom|Daarop|Daarna|Vervolgens"
    r"|Toen|Nu|Inmiddels|(?:Maan|Dins|Woens|Donder|Vrij|Zater|Zon)dag(?:ochtend|middag|avond|nacht)?"
    r"|(?:Vorige|Afgelopen|Deze|Komende) \w+|(?:In|Na|Op|Over|Tegenover|Tijdens|Bij|Voor|Met|Uit|Vanuit|Tegen|Onder) (?:[\w’'-]+ ){0,6}?[\w’'-]+"
)


@lru_cache(maxsize=4)
def verb(language: str) -> str:
    """Return an expression for every verb of saying."""
    words = "|".join((*_PHRASES[language].split(), *_VERBS[language].split()))
    return rf"(?:{words})"


@lru_cache(maxsize=4)
def verb_pattern(language: str) -> re.Pattern[str]:
    """Return the expression for a verb of saying inside a sentence."""
    return re.compile(rf"(?<=\s)(?<!\bte\s)(?<!\beigen\s)(?<!\bto\s){verb(language)}\b")


@lru_cache(maxsize=4)
def inverted_pattern(language: str) -> re.Pattern[str]:
    """Return the expression for a verb of saying with its subject behind it: `..., zei de minister`."""
    if language == "nl":
        return re.compile(
            rf"(?:[,”?!]|^”)\s*{verb(language)}\s+(?:ook\s+|al\s+)?(?P<rest>.+)|^(?:{_FRONT})\s+{verb(language)}\s+(?P<rest2>.+)"
        )
    return re.compile(rf"(?:[,”?!]|^”)\s*{verb(language)}\s+(?P<rest>(?:the\s|a\s|an\s)?[A-Za-z].+)")
