"""What the tables of the memo have in common: column widths, header rows, the space after."""

from __future__ import annotations

from briefing.render.word.ooxml import Xml, cell, paragraph, row, run

AFTER_TABLE = paragraph("TableEnd")
_NUMBERS = frozenset({"Words"})  # columns of figures, set to the right


def split(width: int, *shares: float) -> tuple[int, ...]:
    """Return column widths: each share of the line, and the rest."""
    columns = [round(width * share) for share in shares]
    return (*columns, width - sum(columns))


def header(widths: tuple[int, ...], *names: str) -> Xml:
    """Return a header row, repeated on every page."""
    cells = (
        cell(width, paragraph("TableHeadNumber" if name in _NUMBERS else "TableHead", run(name)))
        for width, name in zip(widths, names, strict=True)
    )
    return row(*cells, header=True)
