"""Which form a file has, by its bytes first and its suffix second."""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from briefing.errors import SourceError

_SAVE_AS = "Save it as Word (.docx), PDF, HTML or plain text."
_OTHER = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls) or an encrypted one"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|section|div|meta|title|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_CLOSING_TAG = re.compile(r"</[a-z][a-z0-9]*\s*>|<p\b", re.IGNORECASE)
_LOOKED_AT = 4096


class Form(StrEnum):
    """The forms an article can come in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


def form_of_bytes(data: bytes, name: str) -> Form | None:
    """Return DOCX or PDF where the bytes say so, None where `data` may be text; SourceError for other files."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Form.PDF
    if data.startswith(b"PK\x03\x04"):
        from zipfile import BadZipFile, ZipFile

        try:
            with ZipFile(BytesIO(data)) as archive:
                if "word/document.xml" in archive.namelist():
                    return Form.DOCX
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise SourceError(
                f"{name} is a broken Word file or archive.", "Save it again, or copy it anew."
            ) from error
        raise SourceError(f"{name} is an archive or an Office file other than Word.", _SAVE_AS)
    for start, what in _OTHER:
        if data.startswith(start):
            raise SourceError(f"{name} is {what}, which cannot be read.", _SAVE_AS)
    return None


def form_of_text(text: str, name: str) -> Form:
    """Return the form of decoded text: HTML by its first tag, Markdown by the suffix, else plain text."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML_SUFFIXES and _CLOSING_TAG.search(text):
        return Form.HTML
    if _HTML_START.match(text[:_LOOKED_AT]) and _CLOSING_TAG.search(text):
        return Form.HTML
    return Form.MARKDOWN if suffix in (".md", ".markdown") else Form.TEXT
