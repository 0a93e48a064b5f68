"""Inflected forms of English words, and their spelling variants."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.match.wordlist import word_list

# base: past, participle (Quirk et al. 1985, 3.19-3.20, as far as news uses them)
_VERB_TABLE = """
arise arose arisen|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent
bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone
grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit
hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent
let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid
put put put|quit quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk
sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
tread trod trodden|understand understood understood|wake woke woken|wear wore worn|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written
overthrow overthrew overthrown|overtake overtook overtaken|undertake undertook undertaken|uphold upheld upheld
undergo underwent undergone|override overrode overridden|oversee oversaw overseen|outrun outran outrun|redo redid redone
upset upset upset|overcome overcame overcome|outgrow outgrew outgrown|repay repaid repaid|breastfeed breastfed breastfed
fling flung flung|sling slung slung|misunderstand misunderstood misunderstood|forgo forwent forgone|stink stank stunk
overrun overran overrun|recast recast recast|undo undid undone|outbid outbid outbid|overshoot overshot overshot
rebuild rebuilt rebuilt|foresee foresaw foreseen|mislead misled misled|offset offset offset|set set set|rewrite rewrote rewritten
string strung strung|wring wrung wrung|sting stung stung|stride strode stridden|weave wove woven|slit slit slit
forecast forecast forecast|broadcast broadcast broadcast|sew sewed sewn|mow mowed mown|slay slew slain|smite smote smitten
spit spat spat|weep wept wept|leap leapt leapt|kneel knelt knelt|outdo outdid outdone|undercut undercut undercut
reset reset reset|swell swelled swollen|thrust thrust thrust|rid rid rid
"""
VERBS = {row.split()[0]: tuple(row.split()[1:]) for row in _VERB_TABLE.replace("|", "\n").split("\n") if row}
PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "crisis": "crises", "basis": "bases", "analysis": "analyses", "thesis": "theses", "hypothesis": "hypotheses",
    "axis": "axes", "criterion": "criteria", "phenomenon": "phenomena", "medium": "media", "memorandum": "memoranda",
    "referendum": "referendums", "half": "halves", "life": "lives", "knife": "knives", "leaf": "leaves", "wife": "wives",
    "thief": "thieves", "wolf": "wolves", "shelf": "shelves", "self": "selves", "loaf": "loaves", "hero": "heroes",
    "veto": "vetoes", "embargo": "embargoes", "echo": "echoes", "cargo": "cargoes", "torpedo": "torpedoes",
    "tomato": "tomatoes", "potato": "potatoes", "nucleus": "nuclei", "stimulus": "stimuli", "alumnus": "alumni",
    "staff": "staff", "aircraft": "aircraft", "spacecraft": "spacecraft", "series": "series", "species": "species",
    "personnel": "personnel", "police": "police", "headquarters": "headquarters", "means": "means", "corps": "corps",
    "frigate": "frigates", "attorney": "attorneys", "secretary": "secretaries", "chassis": "chassis", "data": "data",
    "infantry": "infantry", "cavalry": "cavalry", "artillery": "artillery", "intelligence": "intelligence",
    "equipment": "equipment", "information": "information", "ammunition": "ammunition", "mine": "mines",
}  # fmt: skip
_ES = re.compile(r"(?:[sxz]|ch|sh)$")
_CVC = re.compile(r"^[^aeiou]*[aeiou][bdfgklmnprtvz]$")
# Verbs of more syllables whose last consonant is doubled: stressed at the end, or British -l.
_DOUBLED = frozenset(
    word_list(
        "admit allot commit compel control concur confer cancel counsel defer deter dispel expel incur infer label level "
        "occur omit patrol permit prefer propel rebel refer regret remit repel shrivel signal submit transfer transmit travel "
        "equip fulfil instal enrol quarrel fuel dial model channel tunnel marshal rival total outfit kidnap worship program "
        "overstep sidestep excel extol overlap annul outwit entrap underpin outstrip quiz instil"
    )
)
_OUR = "lab|neighb|fav|behavi|col|hon|harb|endeav|arm|hum|rig|vig|rum|splend|val"
# A wrong guess does no harm: it is a word that no text holds.
_TO_AMERICAN = (
    (r"(.{3,})is(e[drs]?|ing|ers|ations?|ational)", r"\1iz\2"),
    (r"(.*)(defen|offen|licen)ce(s?)", r"\1\2se\3"),
    (r"(.*)(cent|theat|calib|kilomet)re(s?)", r"\1\2er\3"),
    (r"(.*)programme(s?)", r"\1program\2"),
    (rf"({_OUR})our(.*)", r"\1or\2"),
    (r"(.*)manoeuvre(s?)", r"\1maneuver\2"),
    (r"(.*)manoeuvr(ed|ing)", r"\1maneuver\2"),
    (r"(.*[aeiou]l)l(ed|ing|ers?)", r"\1\2"),
    (r"(fulfil|enrol|instal)(s|ments?|)", r"\1l\2"),
    (r"(.*)(judg|acknowledg)ement(s?)", r"\1\2ment\3"),
    (r"(.*)(anal|paral)ys(e[drs]?|ing)", r"\1\2yz\3"),
    (r"adviser(s?)", r"advisor\1"),
    (r"sceptic(.*)", r"skeptic\1"),
    (r"grey(.*)", r"gray\1"),
)
_TO_BRITISH = (
    (r"(.{3,})iz(e[drs]?|ing|ers|ations?|ational)", r"\1is\2"),
    (r"(.*)(defen|offen|licen)se(s?)", r"\1\2ce\3"),
    (r"(.*)(cent|theat|calib|kilomet)er(s?)", r"\1\2re\3"),
    (r"(.*)program(s?)", r"\1programme\2"),
    (rf"({_OUR})or(.*)", r"\1our\2"),
    (r"(.*)maneuver(s?)", r"\1manoeuvre\2"),
    (r"(.*)maneuver(ed|ing)", r"\1manoeuvr\2"),
    (r"(.*[aeiou]l)(ed|ing|ers?)", r"\1l\2"),
    (r"(fulfil|enrol|instal)l(s|ments?|)", r"\1\2"),
    (r"(.*)(judg|acknowledg)ment(s?)", r"\1\2ement\3"),
    (r"(.*)(anal|paral)yz(e[drs]?|ing)", r"\1\2ys\3"),
    (r"advisor(s?)", r"adviser\1"),
    (r"skeptic(.*)", r"sceptic\1"),
    (r"gray(.*)", r"grey\1"),
)
_SPELLINGS = tuple((re.compile(pattern), other) for pattern, other in (*_TO_AMERICAN, *_TO_BRITISH))
_TO_BE = ("am", "is", "are", "was", "were", "been", "being", "be")


@lru_cache(4096)
def plural(noun: str) -> str:
    """Return the plural of an English noun of one word, in the noun's capitals."""
    low = noun.lower()
    for single, many in PLURALS.items():
        if low == single or (
            low.endswith(single)
            and single in {"man", "woman", "child", "craft", "aircraft", "staff"}
            and low not in {"human", "german", "roman", "ottoman", "talisman", "norman"}
        ):
            return noun[: len(noun) - len(single)] + (
                many
                if noun[-len(single)].islower() or (len(single) == len(noun) and low == noun)
                else many.capitalize()
                if noun[-1].islower()
                else many
            )
    if noun.isupper() and len(noun) > 1:
        return noun + "s"
    if _ES.search(low):
        return noun + "es"
    if low.endswith("y") and len(low) > 1 and low[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _doubles(verb: str) -> bool:
    return bool(_CVC.search(verb)) or verb in _DOUBLED


def past(verb: str) -> str:
    """Return the past tense of an English verb, lower case."""
    return VERBS[verb][0] if verb in VERBS else _regular_ed(verb)


def participle(verb: str) -> str:
    """Return the past participle of an English verb, lower case."""
    return VERBS[verb][1] if verb in VERBS else _regular_ed(verb)


def _regular_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    return verb + verb[-1] + "ed" if _doubles(verb) else verb + "ed"


def gerund(verb: str) -> str:
    """Return the -ing form of an English verb, lower case."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    if verb.endswith("c"):
        return verb + "king"
    return verb + verb[-1] + "ing" if _doubles(verb) else verb + "ing"


def third(verb: str) -> str:
    """Return the third person singular of an English verb, lower case."""
    if verb == "be":
        return "is"
    if verb == "have":
        return "has"
    if verb in {"do", "go", "undergo", "veto"}:
        return verb + "es"
    return plural(verb) if verb not in PLURALS else verb + "s"


def noun_forms(noun: str) -> set[str]:
    """Return singular and plural, lower case."""
    return {noun, plural(noun)} | ({noun + "s"} if noun in PLURALS else set())


def verb_forms(verb: str) -> set[str]:
    """Return all forms of a verb, lower case."""
    found = {verb, third(verb), past(verb), participle(verb), gerund(verb)}
    return found | set(_TO_BE) if verb == "be" else found


def adjective_forms(word: str) -> set[str]:
    """Return positive, comparative, superlative and the adverb in -ly, lower case."""
    if word.endswith("e"):
        stems = {word + "r", word + "st"}
    elif word.endswith("y") and len(word) > 2:
        stems = {word[:-1] + "ier", word[:-1] + "iest"}
    elif _CVC.search(word):
        stems = {word + word[-1] + "er", word + word[-1] + "est"}
    else:
        stems = {word + "er", word + "est"}
    return {word} | stems


def spellings(word: str) -> set[str]:
    """Return a lower-case word with its British and American spellings, whichever it is in."""
    return {word, *(there.sub(other, word) for there, other in _SPELLINGS if there.fullmatch(word))}
