"""One file, or standard input, to one `Article`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from briefing.article import Article
from briefing.errors import SourceError
from briefing.sources.draft import Draft
from briefing.sources.files import STDIN
from briefing.sources.form import Form, form_of_bytes, form_of_text

# A newspaper article has some 5 kB of text, a long report 1 MB.
MAX_TEXT = 5_000_000  # characters
MAX_FILE = 50_000_000  # bytes, of a PDF, Word or HTML file, whose pictures and scripts weigh most


def read(path: str, *, language: str | None = None, stdin: BinaryIO | None = None) -> Article:
    """Return the article in the file `path`, or on standard input where `path` is `-`.

    `language`, an ISO 639-1 code, stands above what the recogniser finds; `stdin` replaces `sys.stdin`.
    SourceError where the file is missing, unreadable, too large, of another kind, or without text.
    """
    try:
        if path == STDIN:
            data = _standard_input(stdin).read(MAX_FILE + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_FILE + 1)
                if len(data) > MAX_FILE:
                    raise _too_large(path, Path(path).stat().st_size, MAX_FILE)
    except FileNotFoundError as error:
        raise SourceError(f"{path}: there is no such file.", "Check the name.") from error
    except IsADirectoryError as error:
        raise SourceError(f"{path} is a folder, not an article.", "Name a file in it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise SourceError(
            f"{path} cannot be read ({reason}).", "Check the file and its permissions."
        ) from error
    return read_bytes(data, path, language=language)


def _standard_input(stdin: BinaryIO | None) -> BinaryIO:
    if stdin is None and sys.stdin is None:
        raise SourceError("Standard input is closed.", "Name a file, or send an article through a pipe.")
    return stdin or sys.stdin.buffer


def read_bytes(data: bytes, name: str, *, language: str | None = None) -> Article:
    """Return the article that `data`, the bytes of a file called `name`, holds; see `read`."""
    shown = "standard input" if name == STDIN else name
    if len(data) > MAX_FILE:
        raise _too_large(shown, len(data), MAX_FILE)
    draft = _draft(data, name, shown)
    if not any(letter.isalnum() for block in draft.blocks for letter in block.text):
        raise SourceError(f"{shown} holds no text.", "Check the file, or leave it out.")
    header = draft.header
    code = language or header.language
    if code is None:
        from briefing.sources.language import recognise

        code = recognise("\n".join([header.title or "", *(block.text for block in draft.blocks)]))
    return Article(
        # A name whose bytes are no UTF-8 has lone surrogates, which no memo or JSON can hold.
        source=name.encode("utf-8", "replace").decode("utf-8"),
        blocks=draft.blocks,
        language=code.lower(),
        title=header.title,
        date=header.date,
        publisher=header.publisher,
        url=header.url,
    )


def _draft(data: bytes, name: str, shown: str) -> Draft:
    form = form_of_bytes(data, shown)
    if form is Form.PDF:
        from briefing.sources.pdf import read_pdf

        draft = read_pdf(data, shown)
    elif form is Form.DOCX:
        from briefing.sources.docx import read_docx

        draft = read_docx(data, shown)
    else:
        return _text_draft(data, name, shown)
    length = sum(len(block.text) for block in draft.blocks)
    if length > MAX_TEXT:
        raise _too_large(shown, length, MAX_TEXT)
    return draft


def _text_draft(data: bytes, name: str, shown: str) -> Draft:
    from briefing.sources.encoding import decode
    from briefing.sources.header import split_header
    from briefing.sources.text import blocks_of, lines_of

    if len(data) > 4 * MAX_TEXT:  # no encoding has more bytes a letter
        raise _too_large(shown, len(data), MAX_TEXT)
    text = decode(data, shown)
    form = form_of_text(text, name)
    if form is Form.HTML:
        from briefing.sources.html import read_html

        return read_html(text, shown)
    if len(text) > MAX_TEXT:
        raise _too_large(shown, len(data), MAX_TEXT)
    header, lines = split_header(lines_of(text), shown)
    return Draft(blocks_of(lines, markdown=form is Form.MARKDOWN), header)


def _too_large(shown: str, size: int, limit: int) -> SourceError:
    return SourceError(
        f"{shown} is too large for an article: {size / 1e6:,.1f} MB, where at most {limit / 1e6:,.0f} MB are read.",
        "Split it, or give the article alone.",
    )
