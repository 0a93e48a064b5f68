"""What the Word file says of itself: core and custom properties (ECMA-376 part 2, 11; part 1, 22.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from briefing.errors import OutputError
from briefing.render.text import clean
from briefing.render.word.ooxml import attribute

if TYPE_CHECKING:
    from docx.document import Document

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of user-defined properties, ECMA-376 part 1, 22.3
_LONGEST = 255  # characters that Word keeps of a property


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. `custom` are (name, text) pairs."""

    title: str
    made: datetime
    subject: str = ""
    author: str = "Briefing"
    keywords: str = ""
    description: str = ""
    custom: tuple[tuple[str, str], ...] = field(default=())


def describe(document: Document, about: Properties) -> None:
    """Write the properties into `document`; custom ones of the template stay beside ours."""
    _drop_foreign_core(document)
    core = document.core_properties
    core.title, core.subject = clean(about.title)[:_LONGEST], clean(about.subject)[:_LONGEST]
    core.author = core.last_modified_by = clean(about.author)[:_LONGEST]
    core.keywords, core.comments = clean(about.keywords)[:_LONGEST], clean(about.description)[:_LONGEST]
    core.language, core.revision = "en-GB", 1
    core.created = core.modified = about.made.replace(tzinfo=None)
    _add_custom(document, about.custom)


def _drop_foreign_core(document: Document) -> None:
    """Drop core properties that LibreOffice links under a name of its own: python-docx would add a second part."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    links = document.part.package.rels if document.part.package else {}
    for name, link in list(links.items()):
        if link.reltype.endswith("/core-properties") and link.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del links[name]


def _add_custom(document: Document, properties: Sequence[tuple[str, str]]) -> None:
    """Add the custom properties, beside those the template has."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    package = document.part.package
    if package is None:
        raise OutputError("The Word file has no package to hold its properties.")
    root = etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>')
    for name, link in list(package.rels.items()):
        if link.reltype == _LINK:
            root = etree.fromstring(link.target_part.blob, etree.XMLParser(resolve_entities=False))
            del package.rels[name]
    ours = {name for name, _ in properties}
    for element in list(root):
        if element.get("name") in ours:
            root.remove(element)
    for name, words in properties:
        root.append(
            etree.fromstring(
                f'<property xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}" fmtid="{_FORMAT_ID}" pid="0" name={attribute(name)}>'
                f"<vt:lpwstr>{escape(clean(words))}</vt:lpwstr></property>"
            )
        )
    for number, element in enumerate(root, 2):
        element.set("pid", str(number))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/docProps/custom.xml"), _TYPE, blob, package)
    package.relate_to(part, _LINK)
