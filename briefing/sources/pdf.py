"""PDF files with a text layer: the one door to pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from statistics import median_low
from typing import Any

from briefing.article import Block, BlockKind
from briefing.errors import SourceError
from briefing.sources.draft import Draft
from briefing.sources.header import split_header
from briefing.sources.layout import is_caption, is_heading
from briefing.sources.pdf_layout import Line, Paragraph, paragraphs
from briefing.sources.text import UNWRITABLE

MAX_PAGES = 300
_FEW_LETTERS = 20  # under this many letters in all, what text there is was stamped on a scan
# PDFium writes a hyphen at a line's end as U+FFFE or U+0002; ligatures are the typesetter's, not the writer's.
_GLYPHS = str.maketrans(
    {
        "\ufffe": "-",
        "\x02": "-",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "\0": "",
        "\xad": "-",
    }
)

_BOLD = (b"bold", b"black", b"heavy", b"demi")


def read_pdf(data: bytes, name: str) -> Draft:
    """Return the article in a PDF file: wrapped lines joined to paragraphs, page headers and numbers left out.

    The first lines may be header lines, as in plain text. SourceError for a file that is broken, has a password,
    more than `MAX_PAGES` pages, or no text layer (a scan).
    """
    pages = _pages(data, name)
    if sum(letter.isalpha() for page in pages for line in page for letter in line.text) < _FEW_LETTERS:
        raise SourceError(
            f"{name} has no text layer: it is a scan or a picture.",
            "Run it through a text recogniser (OCR) first, or give the text.",
        )
    found = list(paragraphs(pages))
    header, rest = split_header([paragraph.text for paragraph in found], name)
    kept = found[len(found) - len(rest) :]
    if kept and rest[0] != kept[0].text:  # a one-line header: its line goes on with text
        kept[0] = Paragraph(rest[0], lines=kept[0].lines)
    return Draft(tuple(Block(part.text, _kind(part)) for part in kept if part.text), header)


def _kind(paragraph: Paragraph) -> BlockKind:
    if is_caption(paragraph.text):
        return BlockKind.CAPTION
    words = len(paragraph.text.split())
    stands_out = (paragraph.large and words <= 40) or (paragraph.bold and words <= 20)
    if stands_out and not paragraph.text.endswith((".", ",", ";")):
        return BlockKind.HEADING
    return BlockKind.HEADING if paragraph.lines <= 2 and is_heading(paragraph.text) else BlockKind.PARAGRAPH


def _pages(data: bytes, name: str) -> list[list[Line]]:
    import pypdfium2
    from pypdfium2 import PdfiumError

    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise SourceError(f"{name} is protected with a password.", "Save it without one.") from error
        raise _broken(name) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise SourceError(
                f"{name} has {count} pages; at most {MAX_PAGES} are read.", "Save the article's own pages."
            )
        return [list(_lines(document[number], number)) for number in range(count)]
    except (PdfiumError, ValueError, IndexError) as error:
        raise _broken(name) from error
    finally:
        document.close()


def _broken(name: str) -> SourceError:
    return SourceError(f"{name} is a broken PDF file.", "Save it again, or copy it anew.")


def _lines(page: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of its text."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    height = page.get_height()
    edges = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
    origin = [ctypes.c_double() for _ in range(2)]
    letters: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    baselines: list[float] = []
    size, bold = 0.0, True
    count = text_page.count_chars()
    for index in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(text_page, index) if index < count else 10
        if code not in (10, 13):
            letters.append(chr(code))
            if not chr(code).isspace():
                pdfium.FPDFText_GetCharBox(text_page, index, *map(ctypes.byref, edges))
                pdfium.FPDFText_GetCharOrigin(text_page, index, *map(ctypes.byref, origin))
                lefts.append(edges[0].value)
                rights.append(edges[1].value)
                baselines.append(origin[1].value)
                size = max(size, pdfium.FPDFText_GetFontSize(text_page, index))
                bold = bold and _is_bold(text_page, index)
            continue
        text = (
            "".join(letters).translate(_GLYPHS).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        )
        text = " ".join(text.translate(UNWRITABLE).split())
        if text and lefts:
            yield Line(text, min(lefts), max(rights), median_low(baselines), size, number, height, bold)
        for pile in (lefts, rights, baselines):
            pile.clear()
        letters.clear()
        size, bold = 0.0, True
    text_page.close()
    page.close()


def _is_bold(text_page: Any, index: int) -> bool:
    """Tell whether a letter is set in bold, by the name of its font: its weight is often not in the file."""
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), ctypes.byref(flags))
    return any(word in name.value.lower() for word in _BOLD)
