"""Reads a .docx back part by part, as a test wants to see it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Docx:
    """The parts of a Word file, parsed."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self.names = package.namelist()
            self.blobs = {name: package.read(name) for name in self.names}
            self.dates = {entry.date_time for entry in package.infolist()}

    def xml(self, name: str):
        return etree.fromstring(self.blobs[name])

    @property
    def body(self):
        return self.xml("word/document.xml").find(f"{W}body")

    @property
    def bookmarks(self) -> list[str]:
        return [e.get(f"{W}name") for e in self.body.iter(f"{W}bookmarkStart")]

    @property
    def links(self) -> list[tuple[str, str]]:
        """(anchor, words) of each internal link."""
        return [(e.get(f"{W}anchor"), text(e)) for e in self.body.iter(f"{W}hyperlink")]

    @property
    def comments(self) -> list[str]:
        if "word/comments.xml" not in self.names:
            return []
        return [text(e) for e in self.xml("word/comments.xml")]

    def parts(self, start: str):
        return [self.xml(name) for name in sorted(self.names) if name.startswith(f"word/{start}")]


def text(element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def style(paragraph) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def dump(body) -> list[str]:
    """Return `Style: text` for each paragraph; a table's rows are in lines that begin with `|`."""
    lines = []
    for block in body:
        if block.tag == f"{W}p":
            lines.append(f"{style(block)}: {text(block)}")
        elif block.tag == f"{W}sdt":
            lines += [f"{style(p)}: {text(p)}" for p in block.iter(f"{W}p")]
        elif block.tag == f"{W}tbl":
            for row in block.iter(f"{W}tr"):
                cells = (" / ".join(text(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc"))
                lines.append("| " + " | ".join(cells))
    return lines
