"""What the rules of constructions are made of: patterns of numbers and words, and verbs that are put for others."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.match import verbs
from briefing.translate.typography import folded

Put = str | Callable[[re.Match[str]], str]
Rule = tuple[str, Put]
_PARTS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien"
    "|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend"
)
NUMBER = rf"(?!(?:een|één)\b)(?:\d[\d.]*(?:,\d+)?|(?:(?:{_PARTS})(?:en|ën)?)+)(?!\w)"
WORDS = r"(?:[\w'’-]+(?:[.,]\d+)* )"  # one, and the space behind it
FINITE = ("third", "past", "pasts")
_SLOTS = ("infinitive", *FINITE)


def forms(old: str, new: str, slots: tuple[str, ...] = _SLOTS) -> dict[str, str]:
    """Return the forms of the infinitive `old`, each with that form of `new`."""
    before, behind = verbs.paradigm(old), verbs.paradigm(new)
    return {before[slot]: behind[slot] for slot in slots}


def verb(
    old: str,
    new: str,
    pattern: str,
    put: str,
    slots: tuple[str, ...] = _SLOTS,
) -> Rule:
    """Return a rule with a form of the infinitive `old` in its pattern, as `{v}`, and that form of `new` in what is put."""
    said = forms(old, new, slots)
    return (
        pattern.replace("{v}", rf"(?P<v>{'|'.join(sorted(said, key=len, reverse=True))})\b"),
        lambda found: put.format(**found.groupdict() | {"v": said[folded(found["v"])]}),
    )
