"""Checks of a translation against its source; a failed one sends the sentence back, or ends as a flag."""

from __future__ import annotations

from collections.abc import Callable

from briefing.translate.checks import names, negation, numbers, shape
from briefing.translate.types import Flag

# Each takes (Dutch, English), both normalised, and says whether something is wrong.
CHECKS: dict[Flag, Callable[[str, str], bool]] = {
    Flag.NUMBER: numbers.differ,
    Flag.REPETITION: shape.repeats,
    Flag.LENGTH: shape.odd_length,
    Flag.UNTRANSLATED: names.untranslated,
    Flag.NAME: names.vanished,
    Flag.NEGATION: negation.differs,
    Flag.CUT: shape.cut_off,
}


# What does not depend on the language of the source; the others know Dutch words.
OF_ANY_LANGUAGE = frozenset({Flag.REPETITION, Flag.LENGTH, Flag.CUT})


def check(source: str, english: str, *, dutch: bool = True) -> tuple[Flag, ...]:
    """Return the flags of the checks that fail, in the order of `CHECKS`; both texts are normalised.

    Where the source is not `dutch`, only those are made that any language allows.
    """
    made = CHECKS if dutch else {flag: CHECKS[flag] for flag in CHECKS if flag in OF_ANY_LANGUAGE}
    return tuple(flag for flag, wrong in made.items() if wrong(source, english))


__all__ = ["CHECKS", "check"]
