"""What the rules of constructions are made of: patterns of numbers and words, and verbs that are put for others."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.match import verbs

Put = str | Callable[[re.Match[str]], str]
Rule = tuple[str, Put]
_PARTS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien"
    "|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend"
)
NUMBER = rf"(?!(?:een|één)\b)(?:\d[\d.]*(?:,\d+)?|(?:(?:{_PARTS})(?:en|ën)?)+)(?!\w)"
WORDS = r"(?:[\w'’-]+(?:[.,]\d+)* )"  # one, and the space behind it
FINITE = ("third", "past", "pasts")


def verb(
    old: str,
    new: str,
    pattern: str,
    put: str,
    slots: tuple[str, ...] = ("infinitive", "third", "past", "pasts"),
) -> Rule:
    """Return a rule with a form of the infinitive `old` in its pattern, as `{v}`, and that form of `new` in what is put."""
    before, behind = verbs.paradigm(old), verbs.paradigm(new)
    forms = {before[slot]: behind[slot] for slot in slots}
    return (
        pattern.replace("{v}", rf"(?P<v>{'|'.join(sorted(forms, key=len, reverse=True))})\b"),
        lambda found: put.format(**found.groupdict() | {"v": forms[found["v"].lower()]}),
    )
