"""The Word file around the text: template, styles, header and footer, comments, properties, bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from briefing.errors import OutputError, SettingsError
from briefing.render.word.ooxml import NAMESPACES, R, W, Xml, attribute, paragraph, run
from briefing.render.word.styles import by_id
from briefing.render.word.template import archive, template

if TYPE_CHECKING:
    from docx.document import Document

_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of user-defined properties, ECMA-376 part 1, 22.3
_TLP = {"TLP:RED": "Red", "TLP:AMBER": "Amber", "TLP:GREEN": "Green", "TLP:CLEAR": "Clear"}


def w(name: str) -> str:
    """Return `name` in the namespace of WordprocessingML, as lxml writes it."""
    return f"{{{W}}}{name}"


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


class Package:
    """A Word file made from a template, ours or the office's."""

    def __init__(self, file: Path | None, paper: str) -> None:
        """Open the template and empty its body; SettingsError where it is no Word file."""
        self._document = _open(file, paper)
        self._own = file is None
        self._body = self._document.element.body
        self._section = _empty(self._body)
        self._styles = {} if self._own else _style_ids(self._document)

    @property
    def width(self) -> int:
        """The length of a line, in twentieths of a point."""
        size, margin = self._section.find(w("pgSz")), self._section.find(w("pgMar"))
        if size is None or margin is None:
            return 9412
        sides = sum(int(margin.get(w(side), "0")) for side in ("left", "right", "gutter"))
        return max(int(size.get(w("w"), "11906")) - sides, 3000)

    def fill(self, content: Xml, comments: Sequence[str], made: datetime) -> None:
        """Put `content` in the body, and `comments` where it refers to them."""
        for element in self._parse(f"<w:body {NAMESPACES}>{content}</w:body>"):
            self._section.addprevious(element)
        if comments:
            self._comment(comments, made)

    def mark(self, marking: str, title: str) -> None:
        """Put `marking` in every header and footer, letter for letter in one run, and `title` where they show it."""
        _ensure_header_and_footer(self._document, self._section, self._own)
        for part in _headers_and_footers(self._document):
            _mark(part.element, marking, self._parse)
            _show_title(part.element, title)

    def save(self, properties: Properties) -> bytes:
        """Return the file; equal content gives equal bytes."""
        _describe(self._document, properties)
        _add_custom(self._document, properties.custom)
        buffer = BytesIO()
        self._document.save(buffer)
        with ZipFile(buffer) as package:
            return archive({name: package.read(name) for name in package.namelist()}, properties.made)

    def _parse(self, xml: str) -> list[Any]:
        """Return the children of `xml`, their styles named as the template names them."""
        from docx.oxml.parser import parse_xml

        root = parse_xml(xml)
        if self._styles:
            for name in ("pStyle", "rStyle", "tblStyle"):
                for element in root.iter(w(name)):
                    own = element.get(w("val"), "")
                    element.set(w("val"), self._styles.get(own, own))
        return list(root)

    def _comment(self, comments: Sequence[str], made: datetime) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        root = etree.fromstring(f"<w:comments {NAMESPACES}/>")
        moment = f"{made:%Y-%m-%dT%H:%M:%SZ}"
        mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        for element in self._parse(
            f"<w:comments {NAMESPACES}>"
            + "".join(
                f'<w:comment w:id="{number}" w:author="Briefing" w:initials="B" w:date="{moment}">'
                f"{paragraph('CommentText', Xml(mark), run(words))}</w:comment>"
                for number, words in enumerate(comments)
            )
            + "</w:comments>"
        ):
            root.append(element)
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        main = self._document.part
        for name, link in list(main.rels.items()):
            if link.reltype == RELATIONSHIP_TYPE.COMMENTS:
                del main.rels[name]
        part = Part(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, blob, main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _open(file: Path | None, paper: str) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    if file is None:
        return docx.Document(BytesIO(template(paper)))
    try:
        data = file.read_bytes()
        with ZipFile(BytesIO(data)) as package:
            types = package.read("[Content_Types].xml")
            if _TEMPLATE_TYPE in types:  # a .dotx is a .docx under another name
                parts = {name: package.read(name) for name in package.namelist()}
                parts["[Content_Types].xml"] = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
                data = archive(parts, datetime(1980, 1, 1).astimezone())
        return docx.Document(BytesIO(data))
    except OSError as error:
        raise SettingsError(
            f"The template {file} cannot be read: {error.strerror or error}.", _HINT
        ) from error
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError) as error:
        raise SettingsError(f"The template {file} is not a Word document.", _HINT) from error


_HINT = "Make one with `briefing template -o office.docx`, or save yours in Word as .docx."


def _empty(body: Any) -> Any:
    """Remove what stands in `body` and return its last section, with the headers it took over from earlier ones."""
    from docx.oxml.parser import parse_xml

    sections = list(body.iter(w("sectPr")))
    last = body.find(w("sectPr"))
    if last is None:
        last = parse_xml(
            f'<w:sectPr {NAMESPACES}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1247" w:bottom="1304" w:left="1247" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
        )
        body.append(last)
    held = {(e.tag, e.get(w("type"))) for e in last if e.tag in _REFERENCES}
    for section in reversed(sections):
        for element in section if section is not last else ():
            if element.tag in _REFERENCES and (element.tag, element.get(w("type"))) not in held:
                held.add((element.tag, element.get(w("type"))))
                last.insert(0, element)
    for element in list(body):
        if element is not last:
            body.remove(element)
    return last


_REFERENCES = (w("headerReference"), w("footerReference"))


def _style_ids(document: Document) -> dict[str, str]:
    """Return our style id -> the template's id of the style with that name; styles it lacks are added to it.

    Word translates ids (`Kop1`), never names.
    """
    from docx.oxml.parser import parse_xml

    root = document.styles.element
    names = {
        style.find(w("name")).get(w("val")).lower(): style.get(w("styleId"))
        for style in root.iter(w("style"))
        if style.find(w("name")) is not None
    }
    taken = set(names.values())
    ids: dict[str, str] = {}
    missing = []
    for own in by_id().values():
        found = names.get(own.name.lower())
        if found is None:
            found = own.id if own.id not in taken else f"Briefing{own.id}"
            missing.append(own)
        ids[own.id] = found
    for own in missing:
        if own.kind == "numbering":
            continue
        element = parse_xml(own.xml.replace("<w:style ", f"<w:style {NAMESPACES} ", 1))
        element.set(w("styleId"), ids[own.id])
        element.attrib.pop(w("default"), "")
        for name in ("basedOn", "next"):
            child = element.find(w(name))
            if child is not None:
                child.set(w("val"), ids[child.get(w("val"), "")])
        root.append(element)
    return ids


def _headers_and_footers(document: Document) -> list[Any]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    return [link.target_part for link in document.part.rels.values() if link.reltype in kinds]


def _ensure_header_and_footer(document: Document, section: Any, own: bool) -> None:
    """Give a template without a header or a footer ours."""
    if own or all(any(e.tag == tag for e in section) for tag in _REFERENCES):
        return
    import docx

    ours = docx.Document(BytesIO(template()))
    last, model = document.sections[-1], ours.sections[-1]
    for place, source in ((last.header, model.header), (last.footer, model.footer)):
        if place.is_linked_to_previous:
            place.is_linked_to_previous = False
            target, content = place.part.element, source.part.element
            for element in list(target):
                target.remove(element)
            for element in list(content):
                target.append(element)


def _mark(root: Any, marking: str, parse: Any) -> None:
    """Write `marking` in the paragraph of style Marking, or in a new one: first in a header, last in a footer."""
    places = [p for p in root.iter(w("p")) if _style(p).startswith(("Marking", "BriefingMarking"))]
    if not marking:
        for place in places:
            if place.getparent() is root and len(root) > 1:
                root.remove(place)
            else:
                _clear(place)
        return
    label = marking.strip().upper().split("+")[0]
    tlp = _TLP.get(label)
    style = "MarkingTLP" if tlp else "Marking"
    xml = paragraph(style, run(marking, f"MarkingTLP{tlp}" if tlp else ""))
    fresh = parse(f"<w:hdr {NAMESPACES}>{xml}</w:hdr>")[0]
    if places:
        places[0].getparent().replace(places[0], fresh)
    elif root.tag == w("hdr"):
        root.insert(0, fresh)
    else:
        root.append(fresh)


def _style(element: Any) -> str:
    found = element.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else str(found.get(w("val")))


def _clear(element: Any) -> None:
    for child in list(element):
        if child.tag != w("pPr"):
            element.remove(child)


def _show_title(root: Any, title: str) -> None:
    """Put `title` in the cached result of the first TITLE field, which Word shows until it updates fields."""
    from briefing.render.text import clean, shorten

    inside = False
    for element in root.iter(w("instrText"), w("t")):
        if element.tag == w("instrText"):
            inside = (element.text or "").strip() == "TITLE"
        elif inside:
            element.text = shorten(clean(title), 90)
            inside = False


def _describe(document: Document, about: Properties) -> None:
    from briefing.render.text import clean

    core = document.core_properties
    core.title, core.subject = clean(about.title)[:255], clean(about.subject)[:255]
    core.author = core.last_modified_by = clean(about.author)[:255]
    core.keywords, core.comments = clean(about.keywords)[:255], clean(about.description)[:255]
    core.language, core.revision = "en-GB", 1
    core.created = core.modified = about.made.replace(tzinfo=None)


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
        if link.reltype == _CUSTOM_LINK:
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
                f"<vt:lpwstr>{run_text(words)}</vt:lpwstr></property>"
            )
        )
    for number, element in enumerate(root, 2):
        element.set("pid", str(number))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, blob, package)
    package.relate_to(part, _CUSTOM_LINK)


def run_text(words: str) -> str:
    """Return `words` cleaned and escaped for the content of an element."""
    from xml.sax.saxutils import escape

    from briefing.render.text import clean

    return escape(clean(words))


__all__ = ["Package", "Properties", "R"]
