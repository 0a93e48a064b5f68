"""Cue words: what is decided, promised, demanded, refused, made a condition or announced.

Edmundson (1969) found cue words among the best signs of a sentence worth extracting. His came from scientific
prose; these are the words by which a diplomatic report says that something now holds which did not hold before.
They are stems with their inflections, none tied to one affair.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    "nl": r"""
        afgesproken afspra\w+ akkoord\w* beslo\w+ besluit\w* overeengekomen overeenkomst\w* toegezegd toezegg\w+ belo[fv]\w+
        bereid eis eisen eist eiste\w* geëist weiger\w* geweigerd uitgesloten uitsluit\w* sluit(?:en)?\s(?:\w+\s){0,3}uit voorwaarde\w* mits
        verw[eoi]rp\w* afgewezen wijst\saf waarschuw\w* gewaarschuwd dreig\w* kondig\w* aangekondigd gepland voorstel\w* voorgesteld\w*
        steun\w* stop stopt stoppen stopte\w* beëindig\w* onduidelijk\w* verdeeld\w* oneens eens nodig verwacht\w* voorspel\w* garant\w+
        maatregel\w* sancti\w+ verbied\w* verbod\w* verboden goedgekeurd toestemming stemde\w* tegen\sde lid
    """,
    "en": r"""
        agree\w* agreement\w* accord\w* decid\w+ decision\w* pledg\w+ promis\w+ commit\w* willing ready demand\w* refus\w+
        rul\w+\sout exclud\w+ condition\w* unless provided\sthat reject\w* warn\w* threat\w* announc\w+ plan plans planned
        propos\w+ support\w* halt\w* end ends ended stop\w* unclear divided disagree\w* need\w* expect\w* predict\w* guarantee\w*
        measure\w* sanction\w* ban bans banned forbid\w* approv\w+ permission vot\w+ against member\w*
    """,
}


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _WORDS.get(language, "").split()
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) if words else None


def cue_count(text: str, language: str) -> int:
    """Return how many cue words the text holds; 0 in a language without a list."""
    pattern = _pattern(language)
    return len(pattern.findall(text)) if pattern is not None else 0
