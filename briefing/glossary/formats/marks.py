"""What a format has no column for, behind the note: `seen in the treaty [pos: noun; status: admitted]`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.glossary.csvfile import CASES
from briefing.glossary.types import PartOfSpeech, TermStatus

_BLOCK = re.compile(r"\s*\[((?:(?:pos|case|status|domain): [^;\]]*(?:; )?)+)\]\s*$")
_KNOWN = {"pos": frozenset(PartOfSpeech), "case": frozenset(CASES), "status": frozenset(TermStatus)}


def marked(note: str, details: Mapping[str, str], status: TermStatus) -> str:
    """Return the note with `details` behind it, by column; as it is where there are none.

    A note that ends like such details itself gets the entry's status behind it, so that it comes back as it was.
    """
    if not details and read(note)[1]:
        details = {"status": status.value}
    block = "; ".join(f"{column}: {value}" for column, value in details.items())
    return f"{note} [{block}]".strip() if block else note


def read(comment: str) -> tuple[str, dict[str, str]]:
    """Return the note and the details that `marked` put behind it; what only looks like them is note."""
    found = _BLOCK.search(comment)
    pairs = dict(part.split(": ", 1) for part in found[1].split("; ") if ": " in part) if found else {}
    if found is None or any(value not in _KNOWN.get(column, {value}) for column, value in pairs.items()):
        return comment, {}
    return comment[: found.start()], pairs
