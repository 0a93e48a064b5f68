"""PDF files with a text layer: the one door to pypdfium2."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from statistics import median_low
from typing import Any, NamedTuple

from briefing.article import Block, BlockKind
from briefing.errors import SourceError
from briefing.sources.draft import Draft, with_header
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
    }
)

_HYPHENS = "-\ufffe\x02\xad"
_BOLD = (b"bold", b"black", b"heavy", b"demi")


def read_pdf(data: bytes, name: str) -> Draft:
    """Return the article in a PDF file: wrapped lines joined to paragraphs, page headers and numbers left out.

    The first lines may be header lines, as in plain text, and stand under a heading, which then is the title.
    SourceError for a file that is broken, has a password, more than `MAX_PAGES` pages, or no text layer (a scan).
    """
    pages = _pages(data, name)
    if sum(letter.isalpha() for page in pages for line in page for letter in line.text) < _FEW_LETTERS:
        raise SourceError(
            f"{name} has no text layer: it is a scan or a picture.",
            "Run it through a text recogniser (OCR) first, or give the text.",
        )
    return with_header([Block(part.text, _kind(part)) for part in paragraphs(pages)], name)


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


class _Letter(NamedTuple):
    """One letter of a page; the box of white space says nothing."""

    text: str
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    size: float = 0.0
    bold: bool = True


def _lines(page: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of its text."""
    height = page.get_height()
    line: list[_Letter] = []
    for letter in _letters(page):
        if line and (letter.text in "\r\n" or _drops(line, letter)):
            yield from _line(line, number, height)
            line = []
        line.append(letter)
    yield from _line(line, number, height)
    page.close()


def _letters(page: Any) -> Iterator[_Letter]:
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
    origin = [ctypes.c_double() for _ in range(2)]
    for index in range(text_page.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if text.isspace():
            yield _Letter(text)
            continue
        pdfium.FPDFText_GetCharBox(text_page, index, *map(ctypes.byref, edges))
        pdfium.FPDFText_GetCharOrigin(text_page, index, *map(ctypes.byref, origin))
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        yield _Letter(text, edges[0].value, edges[1].value, origin[1].value, size, _is_bold(text_page, index))
    text_page.close()


def _drops(line: list[_Letter], letter: _Letter) -> bool:
    """Tell whether `letter` begins a new line: PDFium writes no line break after a hyphen."""
    last = line[-1]
    return (
        last.text in _HYPHENS
        and not letter.text.isspace()  # which has no place
        and letter.left < last.left
        and letter.baseline < last.baseline - 0.5 * last.size
    )


def _line(letters: list[_Letter], number: int, height: float) -> Iterator[Line]:
    solid = [letter for letter in letters if not letter.text.isspace()]
    text = "".join(letter.text for letter in letters).translate(_GLYPHS)
    text = text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "ignore"
    )  # letters beyond U+FFFF are two halves
    text = " ".join(text.translate(UNWRITABLE).split())
    text = re.sub("\xad$", "-", text).replace("\xad", "")  # shown at a line's end alone
    if text and solid:
        yield Line(
            text,
            min(letter.left for letter in solid),
            max(letter.right for letter in solid),
            median_low(letter.baseline for letter in solid),
            max(letter.size for letter in solid),
            number,
            height,
            all(letter.bold for letter in solid),
        )


def _is_bold(text_page: Any, index: int) -> bool:
    """Tell whether a letter is set in bold, by the name of its font: its weight is often not in the file."""
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), ctypes.byref(flags))
    return any(word in name.value.lower() for word in _BOLD)
