"""The first page: title block, bottom line up front, key points, table of contents."""

from __future__ import annotations

from briefing.memo import SECTIONS, Memo
from briefing.memo.wording import YARDSTICK_TITLE
from briefing.render.word.ooxml import Xml, cell, control, join, paragraph, row, run, table
from briefing.render.word.writer import Writer

_LABEL_WIDTH = 1644  # 2.9 cm, "Period covered" on one line


def title_block(memo: Memo, writer: Writer) -> Xml:
    """Return what kind of paper this is, its title, who it is for and what it rests on."""
    fields = (
        ("To", run(memo.to) or control("To", "[recipient]")),
        ("From", run(memo.sender) or control("From", "[sender]")),
        ("Date", run(memo.long_date)),
        ("Subject", run(memo.subject)),
        ("Period covered", run(memo.period)),
        (
            "Sources",
            writer.link("sources", memo.coverage, "") if "sources" in memo.sections else run(memo.coverage),
        ),
    )
    rows = [
        row(
            cell(_LABEL_WIDTH, paragraph("MemoLabel", run(label))),
            cell(writer.width - _LABEL_WIDTH, paragraph("MemoField", content)),
        )
        for label, content in fields
    ]
    block = table(
        "MemoBlock",
        (_LABEL_WIDTH, writer.width - _LABEL_WIDTH),
        rows,
        title="Title block",
        description="Recipient, sender, date, subject, period covered and sources of this memo.",
        header=False,
    )
    limits = (
        writer.link("method", "See method and limits.", "Reference") if "method" in memo.sections else Xml("")
    )
    return join(
        paragraph("MemoKind", run("Briefing memo")),
        paragraph("Title", run(memo.title)),
        block,
        paragraph("MemoNotice", run(memo.notice + " "), limits),
    )


def bottom_line(memo: Memo, writer: Writer) -> Xml:
    """Return the bottom line as one paragraph."""
    sentences: list[Xml] = []
    for entry in memo.bottom_line:
        sentences += [run(" ")] * bool(sentences) + [writer.cited(entry)]
    return join(writer.heading("bottom-line", SECTIONS["bottom-line"]), paragraph("BottomLine", *sentences))


def key_points(memo: Memo, writer: Writer) -> Xml:
    """Return the numbered key points."""
    points = (paragraph("ListNumber", writer.cited(entry)) for entry in memo.key_points)
    return join(writer.heading("key-points", SECTIONS["key-points"]), *points)


def contents(writer: Writer) -> Xml:
    """Return the table of contents, filled and linked, as a field that Word can update.

    It runs on in one paragraph and has no page numbers: only the program that lays out the pages knows them, and
    a wrong number is worse than none. Updating the field (F9 in Word) makes it a list with page numbers.
    """
    entries: list[Xml] = []
    for name, words in writer.headings:
        entries += [run(" · ")] if entries else []
        entries.append(
            Xml(f'<w:hyperlink w:anchor="{name}" w:history="1">{run(words, "TOCEntry")}</w:hyperlink>')
        )
    listed = paragraph("TOC1", Xml(_FIELD_START), run("Contents: ", "Strong"), *entries, Xml(_FIELD_END))
    return Xml(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{listed}</w:sdtContent></w:sdt>"
    )


_FIELD_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def targets(memo: Memo) -> frozenset[str]:
    """Return every place of this memo that a link can lead to."""
    printed = set(memo.sections)
    places = set(printed)
    entries = {
        "bottom-line": memo.bottom_line,
        "key-points": memo.key_points,
        "developments": tuple(e for theme in memo.themes for e in theme.entries),
        "timeline": tuple(event.entry for event in memo.timeline),
        "positions": tuple(s.entry for speaker in memo.speakers for s in speaker.statements),
        "disagreements": tuple(e for dispute in memo.disputes for _, e in dispute.values),
    }
    for section, cited in entries.items():
        if section in printed:
            places.update(entry.anchor for entry in cited)
    if "method" in printed and memo.method.flagged:
        places.add("method-flagged")
    if "assessment" in printed:
        places.add("yardsticks")
    if "sources" in printed:
        places.update(f"source-{source.number}" for source in memo.sources)
    if "annex" in printed:
        for article in memo.annex:
            places.add(f"article-{article.source.number}")
            places.update(r.id for r in article.rows)
    return frozenset(places)


__all__ = ["YARDSTICK_TITLE", "bottom_line", "contents", "key_points", "targets", "title_block"]
