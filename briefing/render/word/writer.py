"""Numbers bookmarks and comments, and knows which places of the document a link can lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from briefing.article import SentenceKind
from briefing.memo import Cited
from briefing.render.pictures import Picture
from briefing.render.text import shorten
from briefing.render.word.ooxml import NOTHING, Xml, attribute, drawing, join, paragraph, run
from briefing.render.word.ooxml import field as field_code

CHECK = "(check translation)"
NO_BREAK = "\N{NO-BREAK SPACE}"
_WIDEST = 540.0  # points; a picture is no wider, whatever the paper
_TOOLTIP = 250  # Word shows at most 260 characters in a screen tip


def bookmark_name(anchor: str) -> str:
    """Return the bookmark for an anchor or a sentence id: Word allows letters, digits and underscores, 40 at most."""
    return anchor.replace(".", "_").replace("-", "_")[:40]


@dataclass(slots=True)
class Writer:
    """State of one document: `width` of a line in twentieths of a point, `targets` that links may lead to."""

    width: int
    targets: Collection[str] = ()
    comments: list[str] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    _bookmarks: int = 0

    def bookmark(self, anchor: str, inner: Xml) -> Xml:
        """Return `inner` as the place that links to `anchor` lead to."""
        self._bookmarks += 1
        return Xml(
            f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{bookmark_name(anchor)}"/>{inner}'
            f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'
        )

    def link(self, anchor: str, words: str, style: str = "Reference", tip: str = "") -> Xml:
        """Return a link to `anchor`, or the words alone where this document has no such place."""
        inner = run(words, style)
        if anchor not in self.targets:
            return inner
        tooltip = f" w:tooltip={attribute(shorten(tip, _TOOLTIP))}" if tip else ""
        return Xml(
            f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1"{tooltip}>{inner}</w:hyperlink>'
        )

    def comment(self, inner: Xml, words: str) -> Xml:
        """Return `inner` with a comment on it that says `words`."""
        number = len(self.comments)
        self.comments.append(words)
        return Xml(
            f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )

    def heading(self, anchor: str, words: str, *, new_page: bool = False) -> Xml:
        """Return a heading of the first level and enter it in the table of contents."""
        name = f"_Toc{len(self.headings) + 1:08d}"
        self.headings.append((name, words))
        inner = self.bookmark(name, self.bookmark(anchor, run(words)))
        return paragraph("Heading1", inner, properties="<w:pageBreakBefore/>" if new_page else "")

    def figure(self, picture: Picture) -> Xml:
        """Return a picture as wide as the line, with its alternative text, and its numbered caption below it."""
        width = min(self.width / 20, _WIDEST)
        data, height = picture.png(width)
        self.pictures.append(data)
        number = len(self.pictures)
        drawn = drawing(number, f"Figure {number}", picture.description, (width, height))
        caption = (
            run("Figure "),
            field_code("SEQ Figure \\* ARABIC", run(str(number))),
            run(f". {picture.caption}"),
        )
        return join(paragraph("MemoFigure", drawn), paragraph("Caption", *caption))

    def cited(self, entry: Cited, *, anchor: bool = True) -> Xml:
        """Return the English of `entry` with its marks and its reference, which leads to the annex."""
        english = run(entry.english)
        parts = [self.bookmark(entry.anchor, english) if anchor else english, *self.marks(entry)]
        tip = "" if entry.untranslated else entry.dutch
        whole = entry.reference.replace(" ", NO_BREAK)
        return join(*parts, run(" "), self.link(entry.sentences[0], whole, tip=tip))

    def marks(self, entry: Cited) -> Iterable[Xml]:
        """Yield what a reader should know of a sentence before relying on it."""
        if entry.flags:
            yield run(" ")
            yield self.link("method-flagged", CHECK, "Remark")
        if entry.reviewed:
            yield run(" (reviewed)", "Remark")
        if entry.untranslated:
            yield run(" (English original)", "Remark")


ANNEX_STYLE = {
    SentenceKind.SENTENCE: "AnnexText",
    SentenceKind.HEADING: "AnnexHeading",
    SentenceKind.CAPTION: "AnnexCaption",
}
RUNNING_STYLE = {
    SentenceKind.SENTENCE: "BodyText",
    SentenceKind.HEADING: "Heading2",
    SentenceKind.CAPTION: "Caption",
}

__all__ = ["ANNEX_STYLE", "CHECK", "NOTHING", "RUNNING_STYLE", "Writer", "bookmark_name"]
