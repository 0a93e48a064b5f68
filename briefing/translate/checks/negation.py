"""A negation that vanished or appeared turns a sentence into its opposite."""

from __future__ import annotations

import re

_NL = re.compile(
    r"\b(?:niet|geen|geeneens|nooit|niemand|niets|nergens|noch|evenmin|allerminst|nimmer)\b", re.IGNORECASE
)
# What may stand in Dutch where the English says "not", and in English where the Dutch says "niet".
_NL_WIDE = re.compile(
    r"\b(?:niet\w*|geen\w*|nooit|niemand|niets|niks|nergens|noch|evenmin|allerminst|nimmer|zonder|nauwelijks|amper|weinig"
    r"|on[a-z]{3,}|weiger\w*|gewei\w*|uitgeslo\w*|uitslui\w*|sluit\w*|verb\w+|ontbre\w*|gebrek\w*|tegen\w*|behalve|tenzij|mis\w*"
    r"|laat\s+staan|kwijt|weg|af|uit|voorkom\w*|verhinder\w*|ontk\w+|stop\w*|zelden|voordat|eer|minder|wel\s+eens|allesbehalve"
    r"|zwij\w*|zweeg|zwegen|gezwegen|slecht\w*|nee|welnee|exclusief|toch(?=\?)|los(?= van)|lak(?= aan)"
    r"|maar|slechts|pas|a\w*loos\w*|\w+loze|\w+loos)\b",
    re.IGNORECASE,
)
_EN = re.compile(r"\b(?:not|never|nobody|nothing|nowhere|cannot|neither|no one)\b|n't\b", re.IGNORECASE)
_EN_SURE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|fail\w*|refus\w*|lack\w*|reject\w*"
    r"|unable|unwilling|impossible)\b|n['’]t\b",
    re.IGNORECASE,
)
_EN_WIDE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|little|few|fewer|less"
    r"|(?:un|in|im|il|ir|non|dis|mis)-?[a-z]{3,}|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|rul\w+\s+out|rather|instead|only|yet|far\s+from"
    r"|ceas\w*|declin\w*|prohibit\w*|bann?ed|begrudg\w*|bad|badly|off"
    r"|stop\w*|avoid\w*|prevent\w*|exclu\w*|reject\w*|miss\w*|absen\w*|any\w*|until|unless|but|just|beyond|short|out|free|\w+less)\b|n't\b",
    re.IGNORECASE,
)

_ONLY = re.compile(r"\bniet\s+alleen\b", re.IGNORECASE)  # niet alleen X maar ook Y: both X and Y


def lost(dutch: str, english: str) -> bool:
    """Return whether the Dutch is plainly negated and the English not: more is asked of it than by `differs`."""
    return bool(_NL.search(_ONLY.sub("", dutch))) and not _EN_SURE.search(english)


def differs(dutch: str, english: str) -> bool:
    """Return whether one side is plainly negated and the other holds nothing that could be read so."""
    if _NL.search(_ONLY.sub("", dutch)) and not _EN_WIDE.search(english):
        return True
    return bool(_EN.search(english)) and not _NL_WIDE.search(dutch)
