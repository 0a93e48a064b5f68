"""Small mends of the English that need no model: a or an, capitals, photo credits."""

from __future__ import annotations

import re

from briefing.sources import layout

_ARTICLE = re.compile(r"\b([Aa])(n?) (?=[\w\"'])")
_INSIDE = re.compile(r"[^\s.!?:…\"'(-] $")  # a sentence, by what stands before a word
_AN = re.compile(r"\bAn (?=[^\W\d_a-z])(\w+)")
# A vowel that sounds like "you" or "one", and an h that does not sound.
_LIKE_CONSONANT = re.compile(
    r"(?:eu|ew|uk|uni(?!n|m|d(?!i)|r|ss)|unan|us[aei]|usu|ut[aeio]|ura|uro|one\b|once\b|ubi|u-)",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|heir|honest|honou?r)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:8|11(?!\d)|18(?!\d)|11,|18,)")
# Said as words: a SIM card, a RIB, a NATO summit.
_ACRONYM = re.compile(r"(?:SIM|RIB|RAM|ROM|LIDAR|LEO|SAR|SAM|MIRV)\b")
_SPELLED = re.compile(r"[A-Z](?:[A-Z]{1,2}\b|-\d|\.|\d)")  # EU, MP, F-35: the name of the first letter counts
# Talks are many: the article before them was chosen for the Dutch `overleg`.
_TALKS = re.compile(
    r"\b(a|A)n? ((?:(?:\w+ly )?\w+ed )?"
    r"(?:emergency |peace |crisis |ceasefire |trade |coalition |preparatory |bilateral |new )?talks)\b"
    r"(?=[.,;:!?)]|$| (?:in|on|with|about|between|at|by|for|and|will|was|were|is|are|that|after|before|over|to)\b)"
)
# `Dat overleg` at the beginning and `dit overleg` are these talks; `dat overleg` may be that talks are held.
_POINTED_AT = re.compile(r"\b(?:Dat|[Dd]it) \w*overleg\b")
_THAT_TALKS = re.compile(r"\b(?:(Th)at|([Tt]h)is)(?= (?:\w+ )?talks\b)")
# What has a capital in English wherever it stands; without words that are others too (polish, turkey, march, may).
_PROPER = re.compile(
    r"(?<![\w/.@#])(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|"
    r"september|october|november|december|christian(?:ity)?|muslims?|islam(?:ic)?|jew(?:ish|s)|catholics?|protestants?|"
    r"afghan|african|albanian|algerian|american|arab|argentinian|armenian|asian|australian|austrian|azerbaijani|"
    r"bavarian|belarusian|belgian|bosnian|brazilian|bulgarian|canadian|catalan|chechen|chilean|colombian|croatian|"
    r"cuban|cypriot|czech|egyptian|estonian|ethiopian|european|flemish|frisian|german|georgian|greek|hungarian|"
    r"indian|indonesian|iranian|iraqi|israeli|italian|jordanian|kenyan|korean|kosovar|kurd|latvian|libyan|lithuanian|"
    r"macedonian|mexican|moldovan|moroccan|nigerian|norwegian|pakistani|palestinian|romanian|russian|saudi|serbian|"
    r"slovakian|slovenian|somali|syrian|taiwanese|tunisian|ukrainian|venezuelan|yemeni|british|chinese|danish|dutch|english|"
    r"finnish|french|irish|japanese|lebanese|portuguese|scottish|spanish|sudanese|surinamese|swedish|swiss|turkish|"
    r"vietnamese|welsh|kurdish)(?:s|men|man|women|woman)?\b(?![/@]|\.\w)"
)
# A title and the capital behind it. `Minister` alone has one of its own where it is no part of a longer title.
_TITLE = re.compile(
    r"(?<![\w-])(?P<before>(?:\w+ )??)"
    r"(?P<title>(?i:(?:deputy )?(?:prime minister|vice[- ]president|(?:foreign|defence|finance|interior|home|justice|economy|health|"
    r"energy|climate|trade|education|agriculture|transport|housing|asylum|migration|environment|culture) (?:minister|secretary))"
    r"|president|chancellor|mayor|professor|minister|secretary of state|state secretary))"
    r"(?= (?P<name>(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]+))"
)
# Words before `minister` that are no part of the title.
_APART = frozenset(
    "that when by with of and or for from to but which because if after while says said told like under former where than as".split()
)
# Words between which and a name stands no title: `as president European unity`, `the minister Monday`.
_NO_TITLE = frozenset("as no every his her their its our my the a an minister".split())
_MONTHS = frozenset(
    {"March", "August"}
)  # that are no proper adjectives above, since they are other words too
_SMALL = re.compile(r"\b(?!of\b)[a-z]")
# The model may leave a space inside quotation marks, and typeset the first would be one that closes.
_LOOSE = re.compile(r"""(?:(?<=\s)|^)(["']) ((?:(?!\1(?!\w)).)+?) ?\1(?!\w)""")
# `Phoneing`: the model puts a word together from pieces. `Ageing`, `dyeing` and `being` are spelled so.
_EING = re.compile(
    r"\b(?!route|wellbeing)(\w{0,12}[aeiouy]\w{0,12}[bcdfhjklmnpqrstvwxz])eing\b", re.IGNORECASE
)
_CREDIT = re.compile(r"^(?:beeld|foto|fotografie)\s*:?\s+(?=\S)", re.IGNORECASE)


def finish(english: str, dutch: str) -> str:
    """Return the English with its articles fitting, quotation marks close to their words, and with capitals.

    Those are put on proper adjectives, on titles before names, and where the Dutch begins with one.
    """
    english = articles(_EING.sub(r"\1ing", _LOOSE.sub(r"\1\2\1", english)), dutch)
    english = _TALKS.sub(lambda m: m[2].capitalize() if m[1] == "A" else m[2], english)
    if _POINTED_AT.search(dutch):
        english = _THAT_TALKS.sub(lambda m: f"{m[1]}ose" if m[1] else f"{m[2]}ese", english)
    english = _PROPER.sub(lambda m: m[0].capitalize(), english)
    english = _TITLE.sub(_titled, english)
    first = next((i for i, c in enumerate(english) if c.isalpha()), None)
    begins = next((c for c in dutch if c.isalnum()), "")
    if first is not None and begins.isupper() and english[first:].split(" ")[0].islower():
        english = english[:first] + english[first].upper() + english[first + 1 :]
    return english


def _titled(found: re.Match[str]) -> str:
    before, title, name = found["before"].strip(), found["title"], found["name"]
    named = (
        name[0].isupper()
        and not name.isupper()
        and name not in _MONTHS
        and not _PROPER.fullmatch(name.lower())
    )
    alone = not before or before[0].isupper() or before in _APART
    if not named or before.lower() in _NO_TITLE or (title.lower() == "minister" and not alone):
        return found[0]
    return found["before"] + _SMALL.sub(lambda c: c[0].upper(), title)


def articles(english: str, dutch: str = "") -> str:
    """Return the English with `a` and `an` as the word behind them sounds.

    A letter (`Group A is`) is none, nor is the `An` of a name in the Dutch.
    """
    names = set(_AN.findall(dutch))

    def fitting(found: re.Match[str]) -> str:
        following = english[found.end() :].lstrip("\"'")
        inside = found[1] == "A" and _INSIDE.search(english[: found.start()])
        if inside or (found[0] == "An " and any(following.startswith(name) for name in names)):
            return found[0]
        return found[1] + ("n" if _vowel(following) else "") + " "

    return _ARTICLE.sub(fitting, english)


def _vowel(following: str) -> bool:
    """Return whether `following` begins with the sound of a vowel."""
    if following[:1].isdigit():
        return bool(_NUMBER.match(following))
    if _ACRONYM.match(following):
        return following[0] in "AEIOU"
    if _SPELLED.match(following):
        return following[0] in "AEFHILMNORSX"
    if _LIKE_CONSONANT.match(following):
        return False
    return following[:1].lower() in "aeiou" or bool(_SILENT_H.match(following))


def photo_credit(text: str) -> str | None:
    """Return a photo credit in English, its names letter for letter; None where the text is none."""
    found = _CREDIT.match(text) if layout.photo_credit(text) == 0 else None
    return f"Photo: {text[found.end() :]}" if found else None
