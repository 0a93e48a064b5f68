"""Small pieces of WordprocessingML as text, written in the order that ECMA-376 part 1 asks for.

python-docx cannot write hyperlinks, bookmarks, fields, content controls or repeating header rows, and builds a
large table a hundred times slower than a string does. `Xml` is text that is already escaped; everything that
comes from an article goes through `run`.
"""

from __future__ import annotations

from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from briefing.render.text import clean

Xml = NewType("Xml", str)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
NOTHING = Xml("")
# A paragraph stays on the page of the next; a row does so if each of its cells does.
KEEP_NEXT = "<w:keepNext/>"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 12700  # English metric units in a point

LANGUAGE_TAGS = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE", "fr": "fr-FR"}


def join(*parts: Xml) -> Xml:
    """Return the pieces one after another."""
    return Xml("".join(parts))


def attribute(value: str) -> str:
    """Return `value` cleaned, escaped and in quotation marks."""
    return quoteattr(clean(value))


def text(value: str) -> Xml:
    """Return a text element with `value` cleaned and escaped."""
    return Xml(f'<w:t xml:space="preserve">{escape(clean(value))}</w:t>')


def run(value: str, style: str = "", language: str = "en") -> Xml:
    """Return a run with its language tag, in character style `style` (an id) where one is given."""
    if not value:
        return NOTHING
    tag = LANGUAGE_TAGS.get(language, language)
    character = f'<w:rStyle w:val="{style}"/>' if style else ""
    return Xml(f"<w:r><w:rPr>{character}<w:lang w:val={attribute(tag)}/></w:rPr>{text(value)}</w:r>")


def tab() -> Xml:
    """Return a run that holds a tab."""
    return Xml("<w:r><w:tab/></w:r>")


def paragraph(style: str, *content: Xml, properties: str = "") -> Xml:
    """Return a paragraph in style `style` (an id); `properties` are what only this place asks for."""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(content)}</w:p>')


def field(instruction: str, cached: Xml) -> Xml:
    """Return a complex field that shows `cached` until someone updates it."""
    return Xml(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{cached}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(title: str, prompt: str, choices: tuple[str, ...] = ()) -> Xml:
    """Return a content control that shows `prompt` until it is filled in: a text field, or a list of `choices`."""
    items = "".join(f"<w:listItem w:displayText={attribute(c)} w:value={attribute(c)}/>" for c in choices)
    kind = f"<w:dropDownList>{items}</w:dropDownList>" if choices else "<w:text/>"
    return Xml(
        f"<w:sdt><w:sdtPr><w:alias w:val={attribute(title)}/><w:tag w:val={attribute(title)}/><w:showingPlcHdr/>{kind}"
        f"</w:sdtPr><w:sdtContent>{run(prompt, 'PlaceholderText')}</w:sdtContent></w:sdt>"
    )


def drawing(number: int, name: str, description: str, size: tuple[float, float]) -> Xml:
    """Return a run that shows picture `number` of the document, `size` points wide and high (part 1, 20.4.2.8)."""
    wide, high = (round(points * _EMU) for points in size)
    extent = f'cx="{wide}" cy="{high}"'
    return Xml(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name={attribute(name)} descr={attribute(description)}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name={attribute(name)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def picture_id(number: int) -> str:
    """Return the relationship that leads to picture `number`, under a name that no template uses."""
    return f"briefingPicture{number}"


def cell(width: int, *paragraphs: Xml, properties: str = "") -> Xml:
    """Return a table cell, `width` in twentieths of a point."""
    content = "".join(paragraphs)
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>')


def row(*cells: Xml, header: bool = False, split: bool = False, height: int = 0) -> Xml:
    """Return a table row: repeated on each page if it is a `header`, kept on one page unless it may `split`.

    `height` is the least it takes, in twentieths of a point.
    """
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties = ("" if split else "<w:cantSplit/>") + tall + ("<w:tblHeader/>" if header else "")
    return Xml(f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>")


def table(
    style: str, widths: tuple[int, ...], rows: list[Xml], *, title: str, description: str, header: bool = True
) -> Xml:
    """Return a table of fixed column `widths` (twentieths of a point) with its alternative text.

    `header` says that the first row holds headers; otherwise the first column does.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        if header
        else '<w:tblLook w:val="0480" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={attribute(title)}/>'
        f"<w:tblDescription w:val={attribute(description)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
