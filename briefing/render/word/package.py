"""The Word file around the text: template, styles, header and footer, comments, properties, bytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from briefing.errors import SettingsError
from briefing.render.word import headers
from briefing.render.word.office import adopt, w
from briefing.render.word.ooxml import NAMESPACES, R, Xml, paragraph, picture_id, run
from briefing.render.word.properties import Properties, describe
from briefing.render.word.template import archive, template

if TYPE_CHECKING:
    from docx.document import Document

_SENTENCE = re.compile(r"S\d+_(?:T|P\d+_\d+)")
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"


class Package:
    """A Word file made from a template, ours or the office's."""

    def __init__(self, file: Path | None, paper: str) -> None:
        """Open the template and empty its body; SettingsError where it is no Word file."""
        self._file = file
        with _readable(file):
            self._document = _open(file, paper)
            self._body = self._document.element.body
            self._section = _empty(self._body)
            for reference in self._section.iter(*headers.REFERENCES):
                self._document.part.rels[reference.get(f"{{{R}}}id")]  # KeyError where it leads to no header
            self._styles = {} if file is None else adopt(self._document)

    @property
    def width(self) -> int:
        """The length of a line, in twentieths of a point."""
        size, margin = self._section.find(w("pgSz")), self._section.find(w("pgMar"))
        if size is None or margin is None:
            return 9412
        try:
            sides = sum(round(float(margin.get(w(side), "0"))) for side in ("left", "right", "gutter"))
            return max(round(float(size.get(w("w"), "11906"))) - sides, 3000)
        except (ValueError, OverflowError):  # `2cm`
            return 9412

    def fill(
        self, content: Xml, comments: Sequence[str], made: datetime, pictures: Sequence[bytes] = ()
    ) -> None:
        """Put `content` in the body, and `comments` and `pictures` (PNG) where it refers to them."""
        for element in self._parse(f"<w:body {NAMESPACES}>{content}</w:body>"):
            self._section.addprevious(element)
        _drop_idle_bookmarks(self._body)
        if comments:
            self._comment(comments, made)
        for number, data in enumerate(pictures, 1):
            self._picture(number, data)

    def _picture(self, number: int, data: bytes) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        main = self._document.part
        part = Part(PackURI(f"/word/media/briefing{number}.png"), CONTENT_TYPE.PNG, data, main.package)
        main.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, picture_id(number))

    def mark(self, marking: str, title: str) -> None:
        """Put `marking` in every header and footer, letter for letter in one run, and `title` where they show it."""
        with _readable(self._file):
            headers.complete(self._document, self._section, self._parse, self.width)
            headers.mark(self._document, marking, title, self._parse, self._styles.get("Marking", "Marking"))

    def save(self, properties: Properties) -> bytes:
        """Return the file; equal content gives equal bytes."""
        buffer = BytesIO()
        with _readable(self._file):
            describe(self._document, properties)
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


def _drop_idle_bookmarks(body: Any) -> None:
    """Remove the bookmarks that no link leads to, except those of sentences, which other documents may cite."""
    linked = {link.get(w("anchor")) for link in body.iter(w("hyperlink"))}
    idle = {
        start.get(w("id"))
        for start in body.iter(w("bookmarkStart"))
        if start.get(w("name")) not in linked and not _SENTENCE.fullmatch(start.get(w("name"), ""))
    }
    for element in [e for e in body.iter(w("bookmarkStart"), w("bookmarkEnd")) if e.get(w("id")) in idle]:
        element.getparent().remove(element)


@contextmanager
def _readable(file: Path | None) -> Iterator[None]:
    """Turn what a broken template raises into a SettingsError; our own template is not broken."""
    try:
        yield
    except SettingsError:
        raise
    except OSError as error:
        if file is None:
            raise
        raise SettingsError(
            f"The template {file} cannot be read: {error.strerror or error}.", _HINT
        ) from error
    except _DAMAGE as error:
        if file is None:
            raise
        raise SettingsError(
            f"The template {file} is not a Word document, or it is damaged.", _HINT
        ) from error


def _open(file: Path | None, paper: str) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    if file is None:
        return docx.Document(BytesIO(template(paper)))
    data = file.read_bytes()
    with ZipFile(BytesIO(data)) as package:
        _check_parts(package, file)
        types = package.read("[Content_Types].xml")
        if _TEMPLATE_TYPE in types:  # a .dotx is a .docx under another name
            parts = {name: package.read(name) for name in package.namelist()}
            parts["[Content_Types].xml"] = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
            data = archive(parts, datetime(1980, 1, 1).astimezone())
    try:
        return docx.Document(BytesIO(data))
    except PackageNotFoundError as error:
        raise ValueError(str(error)) from error


def _check_parts(package: ZipFile, file: Path) -> None:
    """Raise SettingsError where a part is not whole: python-docx carries what it does not read into the memo as it is."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for name in package.namelist():
        data = package.read(name)  # BadZipFile where its checksum is another
        if name.endswith((".xml", ".rels")):
            try:
                etree.fromstring(data, parser)
            except etree.XMLSyntaxError as error:
                raise SettingsError(
                    f"The template {file} is damaged: its {name} is not XML.", _HINT
                ) from error


# What zipfile, lxml and python-docx raise for a broken archive, broken XML, and XML that is something else.
_DAMAGE = (
    BadZipFile,
    zlib.error,
    SyntaxError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
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
    held = {(e.tag, e.get(w("type"))) for e in last if e.tag in headers.REFERENCES}
    for section in reversed(sections):
        for element in section if section is not last else ():
            if element.tag in headers.REFERENCES and (element.tag, element.get(w("type"))) not in held:
                held.add((element.tag, element.get(w("type"))))
                last.insert(0, element)
    for element in list(body):
        if element is not last:
            body.remove(element)
    return last
