"""LibreOffice opens the memo, keeps what is in it, and prints it as it should look."""

from __future__ import annotations

from collections import Counter

import memo_builder as build
import pypdfium2
from docx_reader import Docx, W, style, text

from briefing.render import render, translation
from briefing.render.word import template


def pages(file) -> list[str]:
    document = pypdfium2.PdfDocument(str(file))
    return [page.get_textpage().get_text_bounded() for page in document]


def test_headings_links_tables_and_comments_survive_being_saved_again(libreoffice, tmp_path):
    file = tmp_path / "memo.docx"
    file.write_bytes(render(build.memo(marking="NLD RESTRICTED"), "docx"))
    before, after = Docx(file.read_bytes()), Docx(libreoffice(file, "docx").read_bytes())

    def headings(docx: Docx) -> Counter[str]:
        return Counter(text(p) for p in docx.body.iter(f"{W}p") if style(p).startswith("Heading"))

    assert headings(after) == headings(before)
    assert sum(1 for _ in after.body.iter(f"{W}tbl")) == sum(1 for _ in before.body.iter(f"{W}tbl"))
    assert after.comments == before.comments
    kept = {(anchor, words) for anchor, words in after.links if words.startswith("[")}
    assert kept == {(anchor, words) for anchor, words in before.links if words.startswith("[")}
    assert {anchor for anchor, _ in before.links} <= set(after.bookmarks)


def test_every_printed_page_has_the_marking_twice_and_its_number(libreoffice, tmp_path):
    file = tmp_path / "memo.docx"
    file.write_bytes(render(build.memo(marking="NLD RESTRICTED"), "docx"))
    printed = pages(libreoffice(file, "pdf"))
    for number, words in enumerate(printed, 1):
        assert words.count("NLD RESTRICTED") == 2
        assert f"Page {number} of {len(printed)}" in words


def test_the_first_page_holds_the_bottom_line_and_the_key_points(libreoffice, tmp_path):
    file = tmp_path / "memo.docx"
    file.write_bytes(render(build.memo(), "docx"))
    first = " ".join(pages(libreoffice(file, "pdf"))[0].split())
    assert "Bottom line up front" in first
    assert "Diplomats in Brussels expect a first draft of the guarantees in April." in first


def test_a_translation_prints_both_languages(libreoffice, tmp_path):
    file = tmp_path / "articles.docx"
    file.write_bytes(translation(build.articles(), "docx", bilingual=True))
    printed = " ".join(" ".join(pages(libreoffice(file, "pdf"))).split())
    assert "stellen wel vliegvelden" in printed
    assert "are opening airfields" in printed


def test_a_template_that_libreoffice_saved_is_taken(libreoffice, tmp_path):
    file = tmp_path / "office.docx"
    file.write_bytes(template())
    saved = libreoffice(file, "docx")
    result = tmp_path / "memo.docx"
    result.write_bytes(render(build.memo(template=saved, marking="NLD RESTRICTED"), "docx"))
    docx = Docx(result.read_bytes())
    assert len(docx.names) == len(set(docx.names))
    assert docx.names.count("docProps/core.xml") == 1
    ids = {e.get(f"{W}styleId") for e in docx.xml("word/styles.xml").iter(f"{W}style")}
    assert {
        e.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle") for e in docx.body.iter(f"{W}{name}")
    } <= ids
    printed = pages(libreoffice(result, "pdf"))
    assert all(words.count("NLD RESTRICTED") == 2 for words in printed)


def test_hostile_text_is_printed_and_nothing_follows_from_it(libreoffice, tmp_path):
    file = tmp_path / "nasty.docx"
    file.write_bytes(render(build.nasty_memo(" ".join(build.NASTY)), "docx"))
    printed = " ".join(" ".join(pages(libreoffice(file, "pdf"))).split())
    assert "<w:p/>" in printed
    assert "{{ 7*7 }}" in printed
    assert "Analyst’s assessment" in printed
