"""The words and forms by which a Dutch or English sentence points back to the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language.

    `connectives` and `pronouns` point back as first words, `openings` as first phrases; `complete` are openings of
    these kinds that don't, since what they announce follows in the sentence itself. `items` go on with a list,
    `dangling` leave an object open, `adding` adds to a sentence that may not stand there (“stated on Friday *also*”).
    `personal` need a name before them, `first_person` speaks only in quotations.
    """

    connectives: frozenset[str]
    pronouns: frozenset[str]
    openings: re.Pattern[str]
    complete: re.Pattern[str]
    items: re.Pattern[str]
    dangling: re.Pattern[str]
    adding: re.Pattern[str]
    personal: frozenset[str]
    first_person: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# No sentence has it.
_NEVER = re.compile(r"(?!)")

_DUTCH = Forms(
    connectives=_words(
        """maar ook al want dus en of toch echter bovendien daarnaast verder tevens overigens vervolgens niettemin immers daarentegen
        kortom zodoende evenmin desondanks integendeel ondertussen intussen sindsdien sterker althans tenminste namelijk ja nee jawel
        anderzijds enerzijds voorts zelfs wel gelukkig helaas reden"""
    ),
    pronouns=_words(
        """hij zij ze hem haar hun hen dat dit deze die daar daarbij daardoor daarin daarmee daarna daarom daarop daarover daartegen
        daartoe daaruit daarvan daarvoor hier hierbij hierdoor hierin hiermee hierna hierop hierover hiertoe hieruit hiervan hiervoor
        zo zulke dergelijke zoiets beide beiden eerstgenoemde laatstgenoemde zelf zijn diens ermee eruit ervan ervoor erover erbij"""
    ),
    openings=re.compile(
        # "Van dat bedrag", "Op dezelfde dag", "Zolang die vragen"
        r"(?:Van|Met|Op|In|Over|Aan|Bij|Na|Voor|Door|Tegen|Onder|Uit|Om|Zolang|Zonder|Tijdens|Wegens|Volgens|Als|Hoewel|Zodra|Ondanks|Dankzij)"
        r" (?:dat|die|dit|deze|dezelfde|hetzelfde|zulke|zo’n|zo'n|beide|hem|haar|hen|hun|zijn)\b(?! (?:jaar|week|maand|weekend)\b)"
        r"|(?:Een (?:dag|week|maand|jaar|uur) (?:later|eerder|daarvoor|daarna)|Even later|Kort (?:daarna|daarvoor|erna)|Daags (?:erna|daarna)"
        r"|De les daarvan|Toen (?:ging|was|waren|werd|werden|kwam|had|zei|bleek|volgde)|Eerst|Dan|Nu)\b"
        # "Het" is an article before a noun and a pronoun before these verbs.
        r"|Het (?:is|was|zijn|wordt|werd|heeft|had|gaat|ging|kan|kon|moet|moest|zal|zou|blijft|bleef|komt|kwam|gebeurde|betekent|leidt|vormt"
        r"|toont|blijkt)\b"
    ),
    complete=re.compile(
        # "Het is onduidelijk welke ...", "Het gaat om ..."
        r"Het \w+(?: \w+){0,4},? (?:dat|of|wie|wat|welke?|hoe|hoeveel|waar|wanneer|waarom|om)\b|Het gaat (?:om|over) "
        r"|(?:Dit|Deze|Die) (?:jaar|week|weken|maand|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|zomer|winter|voorjaar|najaar"
        r"|ochtend|middag|avond)\b"
        r"|Zo (?:snel|veel|lang|goed) mogelijk|Wel \d|Of (?!dat\b|die\b|dit\b|deze\b).+, (?:is|valt|moet|blijft|hangt) "
    ),
    items=re.compile(
        r"Ten (?:tweede|derde|vierde|slotte)\b|Tot slot\b|Het tweede\b"
        r"|De (?:tweede|derde|vierde|andere|anderen|overige|laatste|resterende)\b(?: [\w,]+){0,2} (?:is|was|zijn|mag|mogen|wordt|werd)\b"
    ),
    dangling=re.compile(
        # "... hebben dat uitgesloten.": an object that only the sentence before names
        r".*\b(?:heeft|hebben|had|hadden|wil|willen|wilde|wilden|kan|kunnen|kon|konden|zal|zullen|zou|zouden|moet|moeten|mag|mogen|wordt|worden"
        r"|doet|doen|deed|deden|vindt|vinden|vond|noemt|noemen|noemde)\s+(?:dat|dit)\s+(?:\w+\s+){0,2}\w+[.!?]?$"
        # "Oekraïne zit daar niet bij aan tafel", but not "daarvoor ... dat", which announces
        r"|[^,:;]*\bdaar(?:aan|bij|door|in|mee|na|om|op|over|tegen|toe|uit|van|voor)?\b(?!.*\b(?:dat|om|of|wat)\b)"
    ),
    # not "maar ook" (but also), "hoe dan ook", "ook al", "ook als"
    adding=re.compile(
        r"(?<!maar )(?<!dan )\b(?:ook|eveneens|tevens)\b(?! (?:als?|wanneer|maar)\b)", re.IGNORECASE
    ),
    personal=_words("hij zij ze hem hen"),
    first_person=_words("ik wij we ons onze mijn me mij"),
)
_ENGLISH = Forms(
    connectives=_words(
        """but and or so yet also however moreover furthermore additionally besides then therefore thus hence still nevertheless
        nonetheless meanwhile instead otherwise afterwards similarly likewise conversely indeed because yes no"""
    ),
    pronouns=_words(
        """he she they him them his hers their theirs it its this that these those such both neither here there former latter"""
    ),
    openings=re.compile(
        r"(?:Of|With|On|In|About|At|After|For|By|Against|Under|From|As|While|Without|During|Despite|According to)"
        r" (?:that|those|these|this|him|her|them|his|their)\b(?! (?:year|week|month|weekend)\b)"
        r"|(?:A (?:day|week|month|year) (?:later|earlier)|Shortly (?:after|before)(?:wards)?|Then|Now)\b"
    ),
    complete=re.compile(
        r"It (?:is|was|has been|will be|seems|appears|remains)(?: \w+){0,4} (?:that|whether|who|what|which|how|when|if|to)\b"
        r"|(?:There|Here) (?:is|are|was|were|has|have|had|will|would|could|may|might|appears?|remains?)\b"
        r"|(?:This|That) (?:year|week|month|summer|winter|spring|autumn|morning|evening|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
        r"|Both \w+(?: \w+)? and |Because .*,"
    ),
    items=re.compile(
        r"Second(?:ly)?,|Third(?:ly)?,|Finally,|Lastly,|The (?:second|third|other|others|latter)\b"
    ),
    dangling=_NEVER,
    adding=re.compile(r"(?<!but )\balso\b|\btoo(?=[,.;]|$)|\bas well\b(?! as\b)", re.IGNORECASE),
    personal=_words("he she they him them it"),
    first_person=_words("i we our my us me"),
)
FORMS = {"nl": _DUTCH, "en": _ENGLISH}

# What a personal pronoun can point to inside its own sentence, beside a name.
ROLE = re.compile(
    r"\b(?:president|premier|ministers?|leiders?|landen|regering|kabinet|bondgenoten|woordvoerders?|partijen|planners|militairen|troepen|mensen"
    r"|leaders?|countries|government|allies|troops|soldiers|sailors|people|survivors)\b",
    re.IGNORECASE,
)
