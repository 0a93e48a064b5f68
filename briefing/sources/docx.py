"""Word documents: the one door to python-docx for reading.

The body is walked element by element, since `Document.paragraphs` leaves out tables, text boxes, content
controls and inserted text under tracked changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from briefing.article import Block, BlockKind
from briefing.errors import SourceError
from briefing.sources.draft import Draft, with_header
from briefing.sources.layout import is_caption, kind_of
from briefing.sources.text import lines_of

# A long report with pictures unpacks to a tenth of this; a size bomb to a thousand times as much.
MAX_UNPACKED = 100_000_000
MAX_PARTS = 5_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "title"
_TEXT_STYLES = ("quote", "intense quote", "body text", "normal")


def read_docx(data: bytes, name: str) -> Draft:
    """Return the blocks of a Word document in reading order, and its title.

    The title is the first paragraph in the style Title, or the document property where the text begins with the
    same words, or a heading right above header lines. Heading styles (also those based on them) give headings,
    Caption captions; other paragraphs are told apart by their layout, and text in tables is running text. The first
    paragraphs may be header lines, as in plain text; the date the file was made is not the article's and is not taken.
    """
    document = _open(data, name)
    styles = _style_kinds(document)
    title: str | None = None
    blocks: list[Block] = []
    for text, kind in _walk(document.element.body, styles):
        if kind == _TITLE and title is None:
            title = text
        elif kind is None:
            blocks.append(Block(text, kind_of(text)))
        elif is_caption(text):
            blocks.append(Block(text, BlockKind.CAPTION))
        else:
            blocks.append(Block(text, BlockKind.HEADING if kind == _TITLE else BlockKind(kind)))
    if title is None and blocks:
        said = " ".join(_property_title(document).split())
        if said and said == " ".join(blocks[0].text.split()):
            title = said
            del blocks[0]
    return with_header(blocks, name, title)


def _property_title(document: Any) -> str:
    """Return the title among the properties, which a file may have in a part that is something else."""
    try:
        return str(document.core_properties.title or "")
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return ""


def _open(data: bytes, name: str) -> Any:
    broken = SourceError(f"{name} is a broken Word file.", "Open it in Word and save it again.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if any(part.flag_bits & 1 for part in parts):
                raise SourceError(f"{name} is protected with a password.", "Save it without one.")
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken from error
    if size > MAX_UNPACKED or len(parts) > MAX_PARTS:
        raise SourceError(
            f"{name} unpacks to {size / 1e6:,.0f} MB in {len(parts):,} parts; "
            f"at most {MAX_UNPACKED // 1_000_000} MB in {MAX_PARTS:,} are read.",
            "Save the article alone, without its pictures.",
        )
    import docx

    try:
        document = docx.Document(BytesIO(data))
        document.element.body.tag  # noqa: B018  # a document without a body fails here
    except Exception as error:  # python-docx passes on whatever zipfile, lxml and its own parts raise
        raise broken from error
    return document


def _style_kinds(document: Any) -> dict[str, str]:
    """Return what each paragraph style means, by its id; a style inherits from the one it is based on."""
    kinds: dict[str, str] = {}
    try:
        styles = list(document.styles.element.iter(f"{_W}style"))
    except (KeyError, AttributeError):
        return kinds
    parents: dict[str, str] = {}
    for style in styles:
        key = style.get(f"{_W}styleId") or ""
        named = style.find(f"{_W}name")
        based = style.find(f"{_W}basedOn")
        parents[key] = based.get(f"{_W}val", "") if based is not None else ""
        word = (named.get(f"{_W}val", "") if named is not None else key).lower()
        if word == "title":
            kinds[key] = _TITLE
        elif word.startswith("heading ") or word == "subtitle":
            kinds[key] = BlockKind.HEADING
        elif word == "caption":
            kinds[key] = BlockKind.CAPTION
        elif word.startswith("list ") or word in _TEXT_STYLES[:3]:
            kinds[key] = BlockKind.PARAGRAPH
    for key in parents:
        above, seen = key, {key}
        while above not in kinds and parents.get(above) and parents[above] not in seen:
            above = parents[above]
            seen.add(above)
        if above in kinds:
            kinds[key] = kinds[above]
    return kinds


def _walk(parent: Any, styles: dict[str, str], *, table: bool = False) -> Iterator[tuple[str, str | None]]:
    """Yield each line of text under `parent` with the kind that its style gives it, None where it gives none."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles, table=table)
        elif child.tag == f"{_W}tbl":
            yield from _walk(child, styles, table=True)
        elif child.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}sectPr", _FALLBACK):
            yield from _walk(child, styles, table=table)


def _paragraph(paragraph: Any, styles: dict[str, str], *, table: bool) -> Iterator[tuple[str, str | None]]:
    text: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, text, boxes)
    kind: str | None = BlockKind.PARAGRAPH if table else None
    properties = paragraph.find(f"{_W}pPr")
    if properties is not None:
        style = properties.find(f"{_W}pStyle")
        level = properties.find(f"{_W}outlineLvl")
        if style is not None and style.get(f"{_W}val") in styles:
            kind = styles[style.get(f"{_W}val")]
        elif level is not None and level.get(f"{_W}val") != "9":  # 9 is body text
            kind = BlockKind.HEADING
        elif properties.find(f"{_W}numPr") is not None:
            kind = BlockKind.PARAGRAPH
    for line in lines_of("".join(text)):
        visible = line.strip()
        if visible:
            yield visible, kind
    for box in boxes:
        yield from _walk(box, styles)


def _collect(element: Any, text: list[str], boxes: list[Any]) -> None:
    """Add the visible text of a paragraph to `text`, and the text boxes anchored in it to `boxes`."""
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            text.append(child.text or "")
        elif tag in (f"{_W}br", f"{_W}cr"):
            text.append("\n")
        elif tag == f"{_W}tab":
            if element.tag == f"{_W}r":  # elsewhere it is a tab stop
                text.append("\t")
        elif tag == f"{_W}noBreakHyphen":
            text.append("\u2011")
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK):
            _collect(child, text, boxes)
