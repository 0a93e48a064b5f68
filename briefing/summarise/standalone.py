"""Whether a sentence can be read alone: what it would need from the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.summarise.text import STOP_WORDS

# Words that open a sentence by pointing back. A connective does so whatever follows; a pronoun unless a noun
# phrase of its own follows ("dit jaar", "die avond": see `_POINTS_ALONE`).
_CONNECTIVES = {
    "nl": """maar ook al want dus en of toch echter bovendien daarnaast verder tevens overigens vervolgens niettemin
        immers daarentegen kortom zodoende evenmin desondanks integendeel ondertussen intussen sindsdien sterker althans
        tenminste namelijk ja nee jawel anderzijds enerzijds voorts zelfs wel gelukkig helaas reden""",
    "en": """but and or so yet also however moreover furthermore additionally besides then therefore thus hence still
        nevertheless nonetheless meanwhile instead otherwise afterwards similarly likewise conversely indeed because yes no""",
}
_PRONOUNS = {
    "nl": """hij zij ze hem haar hun hen dat dit deze die daar daarbij daardoor daarin daarmee daarna daarom daarop
        daarover daartegen daartoe daaruit daarvan daarvoor hier hierbij hierdoor hierin hiermee hierna hierop hierover hiertoe hieruit
        hiervan hiervoor zo zulke dergelijke zoiets beide beiden eerstgenoemde laatstgenoemde zelf zijn diens
        ermee eruit ervan ervoor erover erbij""",
    "en": """he she they him her them his hers their theirs it its this that these those such both neither here there
        former latter""",
}
_SPEECH_I = {
    "nl": {"ik", "wij", "we", "ons", "onze", "mijn", "me", "mij"},
    "en": {"i", "we", "our", "my", "us", "me"},
}
# "Het" is an article before a noun and a pronoun before a verb; the verbs that make it point back. "Het is
# onduidelijk welke ...", "Het lijkt erop dat ..." are complete: the clause it announces follows.
_HET_POINTS = re.compile(
    r"Het (?:is|was|zijn|wordt|werd|heeft|had|gaat|ging|kan|kon|moet|moest|zal|zou|blijft|bleef|komt|kwam|gebeurde|betekent|leidt|vormt|toont|blijkt)\b"
)
_HET_ANNOUNCES = re.compile(
    r"^Het \w+(?: \w+){0,4},? (?:dat|of|wie|wat|welke?|hoe|hoeveel|waar|wanneer|waarom|om)\b|^Het gaat (?:om|over) "
)
_IT_ANNOUNCES = re.compile(
    r"^It (?:is|was|has been|will be|seems|appears|remains)(?: \w+){0,4} (?:that|whether|who|what|which|how|when|if|to)\b"
)
_THERE_IS = re.compile(
    r"^(?:There|Here) (?:is|are|was|were|has|have|had|will|would|could|may|might|appears?|remains?)\b"
)
# "haar/zijn/hun + noun" inside is fine once the noun it points to has been named; at the start it is not.
# "Dat laatste", "dit alles" point back; "dit jaar", "deze week" and "die dag" are dates.
_TIME_NOUN = re.compile(
    r"^(?:Dit|Deze|Die|This|That)\s+(?:jaar|week|weken|maand|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|zomer|winter|"
    r"voorjaar|najaar|ochtend|middag|avond|year|week|month|summer|winter|spring|autumn|morning|evening|afternoon|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
# "... hebben dat uitgesloten.", "... kan dit niet accepteren": an object that only the sentence before names.
_DANGLING_OBJECT = re.compile(
    r"\b(?:heeft|hebben|had|hadden|wil|willen|wilde|wilden|kan|kunnen|kon|konden|zal|zullen|zou|zouden|moet|moeten|mag|mogen"
    r"|wordt|worden|doet|doen|deed|deden|vindt|vinden|vond|noemt|noemen|noemde)\s+(?:dat|dit)\s+(?:\w+\s+){0,2}\w+[.!?]?$"
)
# "Ten tweede", "de tweede pijler", "tot slot": an item of a list that began earlier.
_LIST_ITEM = re.compile(
    r"^(?:Ten (?:tweede|derde|vierde|slotte)|Tot slot|Het tweede|De (?:tweede|derde|vierde|andere|anderen|overige|laatste|resterende)\b(?: [\w,]+){0,2} (?:is|was|zijn|mag|mogen|wordt|werd)"
    r"|Second(?:ly)?,|Third(?:ly)?,|Finally,|Lastly,|The (?:second|third|other|others|latter)\b)"
)
_OPENERS = "\"“”„«»‘’'‚`‹›–—- \u00a0("
# Double marks of any kind; single ones only where they can't be apostrophes.
QUOTATION = re.compile(
    r"[\"“„”«][^\"“”„«»]*[\"”“»]|(?<![\w’'])[‘’'](?!t\b|s\b|n\b)[^‘’']*(?:[’']\w[^‘’']*)*[’'](?!\w)"
)
# "Van dat bedrag", "Op dezelfde dag", "Zolang die vragen": the opening phrase points back.
_POINTING_PHRASE = {
    "nl": re.compile(
        r"^(?:Van|Met|Op|In|Over|Aan|Bij|Na|Voor|Door|Tegen|Onder|Uit|Om|Zolang|Zonder|Tijdens|Wegens|Volgens|Als|Hoewel|Zodra|Ondanks|Dankzij) "
        r"(?:dat|die|dit|deze|dezelfde|hetzelfde|zulke|zo’n|zo'n|beide|hem|haar|hen|hun|zijn)\b(?! (?:jaar|week|maand|weekend)\b)"
        r"|^(?:Een (?:dag|week|maand|jaar|uur) (?:later|eerder|daarvoor|daarna)|Even later|Kort (?:daarna|daarvoor|erna)|Daags (?:erna|daarna)"
        r"|De les daarvan|Toen (?:ging|was|waren|werd|werden|kwam|had|zei|bleek|volgde)|Eerst|Dan|Nu)\b"
    ),
    "en": re.compile(
        r"^(?:Of|With|On|In|About|At|After|For|By|Against|Under|From|As|While|Without|During|Despite|According to) "
        r"(?:that|those|these|this|him|her|them|his|their)\b(?! (?:year|week|month|weekend)\b)"
        r"|^(?:A (?:day|week|month|year) (?:later|earlier)|Shortly (?:after|before)(?:wards)?|Then|Now)\b"
    ),
}
# "Oekraïne zit daar niet bij aan tafel": a place or thing named before; not "daarvoor ... dat", which announces.
_DAAR = re.compile(
    r"^[^,:;]*\bdaar(?:aan|bij|door|in|mee|na|om|op|over|tegen|toe|uit|van|voor)?\b(?!.*\b(?:dat|om|of|wat)\b)"
)
_HEAR_HIM = re.compile(r"\b(?:volgens|noemt|noemde|lijkt|aldus) (?:hem|haar|hen|hij)\b")
_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w-]+")
_ROLE = re.compile(
    r"\b(?:president|premier|minister|leiders?|landen|regering|kabinet|bondgenoten|ministers|woordvoerders?|partijen|planners|leaders?"
    r"|countries|government|ministers?|allies|troops|militairen|troepen|soldiers|sailors|people|mensen|survivors)\b",
    re.IGNORECASE,
)


def quotes_open(text: str) -> bool:
    """Return whether a quotation is opened or closed in `text` without its other half.

    Dutch papers open with „ or “ or ” and close with ”, so double marks are counted together: an odd number
    is half a quotation. Single marks double as apostrophes and are not counted.
    """
    return sum(text.count(mark) for mark in '"“”„«»') % 2 == 1


def _single_open(text: str) -> bool:
    """Whether a single mark at the start is never closed."""
    return text[:1] in "‘’'" and not re.match(r"[’'](?:t|s|n)\b", text) and QUOTATION.match(text) is None


def is_bare_quote(text: str) -> bool:
    """Return whether `text` is nothing but a quotation: it doesn't say whose words it gives."""
    stripped = text.strip()
    whole = QUOTATION.match(stripped)
    return whole is not None and not stripped[whole.end() :].strip(".,!? ")


def needs_context(text: str, language: str) -> str:
    """Return what `text` lacks to be read alone, or an empty string.

    The word names the reason: `connective`, `pronoun`, `list`, `quote`, `half-quote`, `object`, `question`,
    `fragment`, `empty`. The rules look at form alone (opening words, quotation marks) and are meant to be strict:
    a sentence that is held back for no good reason can still come with its neighbour.
    """
    reason = ""
    bare = text.lstrip(_OPENERS)
    words = bare.split()
    if not words:
        return "empty"
    first = words[0].rstrip(",.;:!?").lower()
    connectives = _words(_CONNECTIVES).get(language, frozenset())
    pronouns = _words(_PRONOUNS).get(language, frozenset())
    if quotes_open(text) or _single_open(text):
        reason = "half-quote"
    elif is_bare_quote(text):
        reason = "quote"
    elif text.rstrip(_OPENERS).endswith("?"):
        reason = "question"
    elif first in connectives and not _complete_opening(bare, first, language):
        reason = "connective"
    elif (
        first in pronouns and not _TIME_NOUN.match(bare) and not _complete_opening(bare, first, language)
    ) or (language in _POINTING_PHRASE and _POINTING_PHRASE[language].match(bare)):
        reason = "pronoun"
    elif _LIST_ITEM.match(bare):
        reason = "list"
    elif language == "nl" and _HET_POINTS.match(bare) and not _HET_ANNOUNCES.match(bare):
        reason = "pronoun"
    elif language == "nl" and (_DANGLING_OBJECT.search(bare) or _DAAR.match(QUOTATION.sub(" ", bare))):
        reason = "object"
    elif len(words) < 5:
        reason = "fragment"
    elif _first_person(text, language):
        reason = "quote"
    elif not _subject_known(QUOTATION.sub(" ", text).split(), language):
        reason = "pronoun"
    return reason


def _words(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(text.split()) for language, text in table.items()}


def _complete_opening(bare: str, first: str, language: str) -> bool:
    """Whether an opening word that often points back is complete here."""
    if language == "en":
        return bool(
            (first == "it" and _IT_ANNOUNCES.match(bare))
            or (first in {"there", "here"} and _THERE_IS.match(bare))
            or (first == "both" and re.match(r"^Both \w+(?: \w+)? and ", bare))
            or (first == "because" and "," in bare)
        )
    return bool(
        (first == "zo" and re.match(r"^Zo (?:snel|veel|lang|goed) mogelijk", bare))
        or (first == "wel" and re.match(r"^Wel \d", bare))
    )


def _first_person(text: str, language: str) -> bool:
    """Whether "ik" or "wij" speaks outside quotation marks: a quotation that lost its marks or its speaker."""
    outside = QUOTATION.sub(" ", text)
    lowered = {word.strip(_OPENERS + ",.;:!?").lower() for word in outside.split()}
    return bool(lowered & _SPEECH_I.get(language, set())) and not text.startswith(tuple('"“„”«'))


def _subject_known(words: list[str], language: str) -> bool:
    """Whether a personal pronoun outside quotation marks finds a name, or a noun at the head, before it."""
    personal = {
        "nl": {"hij", "zij", "ze", "hem", "hen"},
        "en": {"he", "she", "they", "him", "them", "it"},
    }.get(language, set())
    cleaned = [bare for word in words if (bare := word.strip(_OPENERS + ",.;:!?"))]
    for place, word in enumerate(cleaned):
        if word.lower() in personal:
            before = cleaned[:place]
            if word.lower() == "it" and place != 1:
                continue  # at the head it has been judged; further on it finds its noun
            if not before:
                return False
            head = before[0].lower() not in STOP_WORDS.get(language, frozenset())
            named = any(_CAPITAL.match(w) for w in before[1:])
            return named or (head and word.lower() != "it") or _ROLE.search(" ".join(before)) is not None
    return True
