"""What the layout of a line says: heading, photo caption, or running text.

Nothing here parses language; the rules look at length, capitals and closing marks, as a sub-editor's eye does.
"""

from __future__ import annotations

import re

from briefing.article import BlockKind

MAX_CAPTION_WORDS = 20  # a longer sentence before a credit is text that the photo stood beside

# News and picture agencies whose name may stand in a credit without the word "foto" or "beeld".
_AGENCY = (
    r"(?:ANP|AFP|AP|EPA(?:-EFE)?|EFE|DPA|dpa|Reuters|REUTERS|Belga|BELGA|Getty(?:\sImages)?|TASS|Tass|"
    r"Hollandse\sHoogte|HH|iStock|Shutterstock|Unsplash|Imago|IMAGO|Photo\sNews|Anadolu|Xinhua|Sipa|Zuma)"
)
_KEYWORD = (
    r"(?:(?:[Aa]rchief|[Pp]ers|[Ss]cherm)?[Ff]oto(?:['’]s|grafie|graaf)?|[Bb]eeld|FOTO|BEELD|[Pp]hoto|"
    r"[Ii]llustratie|[Ii]nfographic)"
)
_PARTICLE = (
    r"(?:van|de|der|den|het|ter|ten|te|von|zu|di|da|del|della|dos|la|le|el|al|bin|ibn|en|and|und|&|via|voor|"
    r"for|of|['’][ts]|d['’])"
)
_INITIALS = r"(?:[A-ZÀ-Þ]\.)+"
_WORD = r"[^\W\d_a-zß-ÿ][\w'’.@-]*"  # a name: a capital first (also in another alphabet)
_NAME = rf"(?:{_INITIALS}|@\w+|{_WORD}|[a-z]+(?:\.[a-z]+)+|(?:19|20)\d\d)"
_JOIN = r"(?:\s*[/,|+]\s*|\s+[–—-]\s+|\s+)"
# At most eight words: "ANP / Hollandse Hoogte / Jan van der Berg".
_NAMES = rf"{_NAME}(?:{_JOIN}(?:{_PARTICLE}(?=\W)|{_NAME})){{0,7}}"
_FREE = r"[^\s.!?…:;][^.!?…:;\n]*?"

_SENTENCE_END = r"(?<=[.!?…])|(?<=[.!?…][\"'”’»)\]])|(?<=[|•])"
_CREDIT = re.compile(
    rf"""
    (?:
        (?:^|(?:{_SENTENCE_END})\s+)(?:{_KEYWORD})(?:\s*:\s*|\s+(?:door\s+|by\s+)?){_NAMES}
      | (?:{_SENTENCE_END})\s+(?:{_KEYWORD})\s*:\s*(?:[\w'’-]+\s+){{0,4}}[\w'’-]+  # foto: eigen archief
      | (?:^|(?:{_SENTENCE_END})\s+){_AGENCY}\s*[/,]\s*{_NAMES}               # ANP / Naam
      | \s(?:Foto(?:['’]s)?|FOTO|Beeld|BEELD)\s*:\s*{_NAMES}                  # no full stop before it
      | (?:^|\s)(?:{_KEYWORD})\s*:?\s*(?i:{_AGENCY})\b(?:\s*[/,]\s*{_NAMES})?
      | (?:^|\s)(?:©|\(\s?[cC]\s?\)|[Cc]opyright)\s*:?\s*{_NAMES}
      | (?:^|\s)[(\[]\s*(?:{_KEYWORD}|©)\s*:?\s*(?:{_NAMES}|(?<=:){_FREE}|(?<=:\s){_FREE})\s*[)\]]
    )
    \s?\.?$
    """,
    re.VERBOSE,
)
_LINE = re.compile(rf"(?:{_KEYWORD})\s*:\s*\S")  # foto: anything at all, as a line of its own
_THIRD_ITEM = re.compile(r"\s*\(c\)")
_WINDOW = 400  # characters at the end of a paragraph in which a credit can begin


def photo_credit(text: str) -> int | None:
    """Return where the photo credit that ends `text` begins, as an offset; None where there is none.

    The offset of a text that is a credit as a whole is that of its first letter. Elsewhere the credit hangs after
    the last sentence, or needs no full stop before it where its form is plain:
    `beeld AFP, Naam`, `foto: ...`, `Foto ANP`, `(c) ANP`, `© ANP / Naam`, `(foto: Naam)`, `ANP / Naam`.
    """
    if len(text) <= _WINDOW and _LINE.match(text.lstrip()):
        return len(text) - len(text.lstrip())
    shown = text.rstrip()
    skipped = max(0, len(shown) - _WINDOW)
    found = _CREDIT.search(shown, skipped)
    if found is None or (_THIRD_ITEM.match(found.group()) and "(b)" in shown[: found.start()]):
        return None
    return found.start() + len(found.group()) - len(found.group().lstrip())


# A crosshead of sixteen words is the longest seen in five Dutch news articles; a paragraph that lost its full
# stop seldom stays under eighteen.
_HEADING_WORDS = 18
_HEADING_CHARACTERS = 130
_CLOSED = re.compile(r"[.!?…:;,‚][\"'”’“‘»›)\]]*$")
_ASKS = re.compile(r"[?!][\"'”’“‘»›)\]]*$")
_LIST_MARK = re.compile(r"[-–—•·*▪■◦‣>+~]|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\.\w{1,3}|\b(?:dr|drs|mr|ir|ing|prof|ds|jl|nr|ca|resp|bijv|bv|art|gen|kol|kapt|lt|sgt|st|blz|vs))\.$",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘„”«(]*[A-ZÀ-Þ0-9])")


def ends_closed(line: str) -> bool:
    """Tell whether `line` ends with a closing mark (quotation marks and brackets after it do not count)."""
    return _CLOSED.search(line.rstrip()) is not None


def is_heading(line: str, *, bold: bool = False) -> bool:
    """Tell whether `line` has the shape of a heading: short, a letter in it, no closing mark, no list item.

    A `bold` line may ask or exclaim: it is what an interviewer says.
    """
    line = line.strip()
    return (
        0 < len(line) <= _HEADING_CHARACTERS
        and len(line.split()) <= _HEADING_WORDS
        and any(letter.isalpha() for letter in line)
        and (not ends_closed(line) or (bold and _ASKS.search(line) is not None))
        and _LIST_MARK.match(line) is None
        and _ADDRESS.match(line) is None
    )


def is_caption(text: str) -> bool:
    """Tell whether `text` is a photo line: a credit alone, or one short sentence with a credit hanging after it."""
    start = photo_credit(text)
    if start is None:
        return False
    before = text[:start].strip()
    return len(before.split()) <= MAX_CAPTION_WORDS and not any(
        _ABBREVIATED.search(before[: found.start() + 1]) is None for found in _SENTENCE_BREAK.finditer(before)
    )


def kind_of(text: str) -> BlockKind:
    """Return what a line that stands free, with no neighbour that it could run on into, is."""
    if is_caption(text):
        return BlockKind.CAPTION
    return BlockKind.HEADING if is_heading(text) else BlockKind.PARAGRAPH
