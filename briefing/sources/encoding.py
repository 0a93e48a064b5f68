"""Bytes to text: UTF-8, UTF-16, UTF-32, Windows-1252, and only then a guess."""

from __future__ import annotations

import codecs
import re
import unicodedata

from briefing.errors import SourceError

# More than one where one program after another adds its own.
_UTF8_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf)+")
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Western European text in Windows-1252 has above ASCII: its letters and its punctuation.
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŠšŽžŸĳĲ"
    "€‚„…‘’“”•–—™¡¢£§©ª«¬®°±²³´µ¶·¹º»¼½¾¿×÷\u00a0\u00ad†‡‰‹›¨¯¸"
)
# Where DOS and old Macintosh code pages keep é, ä, ï, Windows-1252 has marks that never stand inside a word.
_MARK_IN_A_WORD = re.compile(r"[a-z][‚„“”…†‡‰‹•™ˆŽ¡¢£¤§¨©ª«¬®¯°±´µ¶¸»¼½¾¿×÷€º][a-zï]|\s[‚ˆ‰ŠŽ“”‹][‚ˆ‰‹”]")
_FOREIGN_LETTERS = re.compile(r"[À-ÿ]{3}")  # where Cyrillic and Greek code pages keep whole words

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)


def decode(data: bytes, name: str) -> str:
    """Return the text that `data` holds; SourceError where the bytes are no text in any known encoding."""
    text = _decode(data, name)
    controls = sum(1 for letter in text if letter < " " and letter not in "\t\n\r\f\v\x1a")
    if "\0" in text or controls > len(text) // 100 + 1:
        raise _binary(name)
    return text


def _decode(data: bytes, name: str) -> str:
    data = _UTF8_MARKS.sub(b"", data, count=1)
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"{name} says it is {encoding[:6].upper()}, but its bytes are not.",
                    "Save it as UTF-8 text.",
                ) from error
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    if b"\0" in data:
        raise _binary(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data) or _utf8_with_strays(data) or _western(data) or _guess(data, name)


def _declared(data: bytes) -> str | None:
    """Return the text of a page in the encoding that it names itself, where it does.

    Latin-1 and ASCII mean Windows-1252 there (WHATWG, Encoding Standard, 4.2), and a page in bytes is not UTF-16.
    """
    found = _CHARSET.search(data[:4096])
    try:
        named = codecs.lookup(found.group(1).decode("ascii")).name if found else ""
        if not named or named.startswith(("utf-16", "utf-32")):
            return None
        return data.decode("cp1252" if named in ("iso8859-1", "ascii") else named)
    except (LookupError, ValueError):
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """Return UTF-16 text that lacks its mark: in European text every second byte is nearly always 0."""
    if len(data) < 4 or len(data) % 2:
        return None
    first, second = (data[offset::2].count(0) / (len(data) // 2) for offset in (0, 1))
    if max(first, second) < 0.6 or min(first, second) > 0.02:
        return None
    try:
        return data.decode("utf-16-le" if second > first else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _utf8_with_strays(data: bytes) -> str | None:
    """Return text that is UTF-8 but for a few bytes, read as Windows-1252; None where it is not mainly UTF-8."""
    good = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", data))
    text = data.decode("utf-8", errors="surrogateescape")
    strays = sum(1 for letter in text if "\udc80" <= letter <= "\udcff")
    if good < 2 * strays or good < 2:
        return None
    return "".join(
        bytes([ord(letter) - 0xDC00]).decode("cp1252", errors="replace")
        if "\udc80" <= letter <= "\udcff"
        else letter
        for letter in text
    )


def _western(data: bytes) -> str | None:
    """Return text in Windows-1252, or in the code pages of DOS and the old Macintosh, where it looks like text."""
    for encoding in ("cp1252", "cp850", "mac-roman"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        foreign = any(ord(letter) > 127 and letter not in _WESTERN for letter in text)
        if not (foreign or _MARK_IN_A_WORD.search(text) or _FOREIGN_LETTERS.search(text)):
            return text
    return None


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    text = data.decode(best.encoding, errors="replace") if best else ""
    letters = sum(1 for letter in text if unicodedata.category(letter)[0] in "LZNP" or letter.isspace())
    if not text or letters < 0.9 * len(text) or text.count("\ufffd") > len(text) // 200:
        raise _binary(name)
    return text


def _binary(name: str) -> SourceError:
    return SourceError(
        f"{name} is no text: its bytes are in no known encoding.",
        "Give a text, HTML, Word (.docx) or PDF file.",
    )
