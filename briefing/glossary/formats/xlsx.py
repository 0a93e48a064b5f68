"""Excel workbooks through openpyxl, its only door: the first sheet, our columns, no formula ever."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import GlossaryError
from briefing.glossary.csvfile import COLUMNS, parse_header, parse_row
from briefing.glossary.document import fields_of
from briefing.glossary.formats import Exported
from briefing.glossary.formats.cells import restore
from briefing.glossary.table import Record
from briefing.glossary.types import Term

_MAX_UNPACKED = 64 * 1024 * 1024  # a workbook of half a million entries; in memory it takes ten times that
_MAX_GAP, _MAX_COLUMNS = 10_000, 256  # empty rows in a row, and columns: more than a glossary has
_WIDTHS = (36, 36, 8, 12, 12, 16, 48)  # characters


def read(path: Path) -> list[Term]:
    """Return the entries of the first sheet; GlossaryError with file and row where it cannot be read."""
    _check_size(path)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=False)
        rows = list(_rows(book.worksheets[0]))
    except Exception as error:  # noqa: BLE001 - openpyxl raises what its parsers raise
        raise GlossaryError(
            f"{path}: this is no Excel workbook that can be read ({error}).",
            "Save it again as .xlsx, or as CSV.",
        ) from None
    header: tuple[str, ...] | None = None
    terms = []
    for number, row in rows:
        if header is None:
            if {"source", "target"} <= {cell.strip().lower() for cell in row}:
                header = parse_header(Record("", number, row), str(path))
                continue
            header = COLUMNS[:2]  # a list of pairs without a header
        values = {
            column: restore(value.strip()) for column, value in zip(header, row, strict=False) if column
        }
        terms.append(parse_row(values, str(path), number))
    if header is None:
        raise GlossaryError(f"{path}: the first sheet is empty.", f"Its first row is {', '.join(COLUMNS)}.")
    return terms


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (number, cells) of the rows that hold something.

    The size that the sheet claims is not believed, since the empty cells up to it would be made.
    """
    sheet.reset_dimensions()
    last = 0
    for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True), start=1):
        if row.count(None) == len(row):
            if number - last > _MAX_GAP:
                raise ValueError(f"more than {_MAX_GAP} empty rows after row {last}")
            continue
        last = number
        cells = tuple(_text(cell) for cell in row)
        if any(cells):
            yield number, cells


def _check_size(path: Path) -> None:
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except FileNotFoundError:
        raise GlossaryError(f"{path}: there is no such file.") from None
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise GlossaryError(f"{path}: this is no Excel workbook ({error}).", "Save it as .xlsx.") from None
    except NotImplementedError as error:
        raise GlossaryError(f"{path}: this is no Excel workbook ({error}).", "Save it as .xlsx.") from None
    if size > _MAX_UNPACKED:
        raise GlossaryError(
            f"{path}: unpacked the workbook is {size // 2**20} MB large.", "Is it a glossary?"
        )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write(terms: Sequence[Term]) -> Exported:
    """Return a workbook with our columns; every cell is text, so that none is run as a formula."""
    import re

    import openpyxl
    from openpyxl.styles import Font

    illegal = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Glossary"
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), start=1):
        sheet.cell(1, column, name).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.freeze_panes = "A2"
    for row, term in enumerate(terms, start=2):
        for column, value in enumerate(fields_of(term).values(), start=1):
            if value:
                cell = sheet.cell(row, column)
                cell.value = illegal.sub("", value)
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@", "'"))
    out = io.BytesIO()
    book.save(out)
    return Exported(out.getvalue(), (), len(terms))
