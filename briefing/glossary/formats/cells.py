"""Cells that a spreadsheet would run as formulas, made harmless and back (OWASP, CSV injection)."""

from __future__ import annotations

_TRIGGERS = ("=", "+", "-", "@", "\t", "\r")


def neutralise(value: str) -> str:
    """Return `value` with an apostrophe before a beginning that a spreadsheet reads as a formula."""
    bare = value.lstrip("'")
    return "'" + value if bare.startswith(_TRIGGERS) else value


def restore(value: str) -> str:
    """Return what neutralise was given."""
    bare = value.lstrip("'")
    return value[1:] if value.startswith("'") and bare.startswith(_TRIGGERS) else value
