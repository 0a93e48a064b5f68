"""Markdown as it is meant to be read: the one door to markdown-it, which reads the marks inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.article import BlockKind
from briefing.sources.layout import is_heading

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# A line and what its marks say it is; None where they say nothing.
Marked = tuple[str, BlockKind | None]

_QUOTE = re.compile(r"(?:>[ \t]?)+")
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r"=+")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]")
# Characters of a paragraph; a longer one is no article's, and nested marks would take minutes.
_LONGEST = 10_000
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_IN_A_LINE = frozenset(
    "a abbr b cite code del em font i ins kbd mark q s small span strong sub time tt u var wbr".split()
)
# Elements of HTML, of which those that are not inside a line part words.
_ELEMENTS = _IN_A_LINE | frozenset(
    """address article aside blockquote br caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr img
    iframe li main nav ol p pre script section style summary sup table tbody td tfoot th thead tr ul video""".split()
)


def read_marks(lines: Sequence[str]) -> list[Marked]:
    """Return the lines without their Markdown marks, an empty one for each that was marks alone.

    Read are headings (`#`, or underlined), emphasis, links, pictures, code, quotes (`>`), rules, escapes and tags;
    list marks and tables stay as they are. A line all in bold that stands alone and has the size of a heading is
    one, a picture alone is a caption.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    lines = [_QUOTE.sub("", line, count=1) if line.startswith(">") else line for line in lines]
    found: list[Marked] = []
    for text, together in groupby(_parts(lines), key=lambda part: part[0]):
        group = [line for _, line in together]
        found += _paragraph(parser, group) if text else [_marks_alone(parser, line) for line in group]
    return found


def _parts(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each line with the number of the paragraph or list item it belongs to, 0 for those that stand alone."""
    number = 1
    for line in lines:
        alone = not line or _HEADING.fullmatch(line) or _RULE.fullmatch(line)
        number += bool(alone or _ITEM.match(line))
        yield (0 if alone else number, line)


def _marks_alone(parser: MarkdownIt, line: str) -> Marked:
    heading = _HEADING.fullmatch(line)
    return (_paragraph(parser, [heading[1]])[0][0], BlockKind.HEADING) if heading else ("", None)


def _paragraph(parser: MarkdownIt, lines: Sequence[str]) -> list[Marked]:
    """Return the lines of one paragraph; emphasis may run over several of them."""
    if len(lines) == 2 and _UNDERLINE.fullmatch(lines[1]):
        return [(_inside(parser, lines[0])[0][0], BlockKind.HEADING), ("", None)]
    if sum(map(len, lines)) > _LONGEST:
        return [(line, None) for line in lines]
    read = _inside(parser, "\n".join(lines))
    if len(read) != len(lines):  # code or a tag that runs over the end of a line
        read = [_inside(parser, line)[0] for line in lines]
    return read if len(read) == 1 else [(text, None) for text, _ in read]


def _inside(parser: MarkdownIt, text: str) -> list[Marked]:
    """Return the lines of `text` as they read, at least one."""
    tokens = parser.parseInline(text)[0].children or []
    lines: list[list[Token]] = [[]]
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            lines.append([])
        else:
            lines[-1].append(token)
    return [(_text(line), _kind(line)) for line in lines]


def _text(tokens: Sequence[Token]) -> str:
    return "".join(_shown(token) for token in tokens).strip()


def _shown(token: Token) -> str:
    if token.type != "html_inline":
        return token.content
    tag = _TAG.match(token.content)
    if tag is None or tag[1].lower() not in _ELEMENTS:
        return "" if token.content.startswith("<!") else token.content  # <naam bekend>, x<y
    return "" if tag[1].lower() in _IN_A_LINE else " "


def _kind(tokens: Sequence[Token]) -> BlockKind | None:
    """Return what the marks around a whole line say it is."""
    if [token.type for token in tokens] == ["image"]:
        return BlockKind.CAPTION
    depth, bold = 0, True
    for token in tokens:
        depth += (token.type == "strong_open") - (token.type == "strong_close")
        bold &= depth > 0 or not _shown(token).strip()
    return BlockKind.HEADING if bold and is_heading(_text(tokens), bold=True) else None
