"""Translations without a memo: side by side, or the English alone."""

from __future__ import annotations

from datetime import UTC, datetime

import memo_builder as build
import pytest
from docx_reader import Docx, W, dump
from lxml import html

from briefing.article import SentenceKind
from briefing.render import About, translation

FORMATS = ("docx", "html", "md")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("bilingual", [True, False])
def test_equal_articles_give_equal_bytes(name, bilingual):
    assert translation(build.articles(), name, bilingual) == translation(build.articles(), name, bilingual)


def test_english_alone_keeps_paragraphs_headings_and_captions():
    lines = dump(Docx(translation(build.articles()[:1], "docx", bilingual=False)).body)
    assert (
        "\n".join(lines)
        == """\
MemoKind: Translation
MemoNotice: Machine translation from Dutch, not reviewed.
Heading1: Fourteen countries promise troops for Ukraine
Caption: 4 Mar 2025 · De Ochtendbode · kopenhagen.html · 76 words
BodyText: Fourteen countries pledged troops for a reassurance force in Ukraine on Tuesday in Copenhagen. According to Danish Prime Minister Frederiksen, the first units can leave within six weeks of a ceasefire.
Heading2: No mandate
BodyText: “We are not waiting for a mandate from the Security Council,” Frederiksen said afterwards. Italy and Poland are not taking part, but are opening airfields and ports. It concerns some 12,000 troops, including 1,000 Dutch. (check translation)
Caption: Prime Minister Frederiksen leaves the summit. Photo ANP"""
    )


def test_side_by_side_holds_every_sentence_of_both_languages():
    for name in FORMATS:
        data = translation(build.articles(), name, bilingual=True)
        text = (
            "\n".join(dump(Docx(data).body))
            if name == "docx"
            else html.fromstring(data).text_content()
            if name == "html"
            else data.decode()
        )
        for article in build.articles():
            for t in article.translations:
                assert t.english in text
                assert t.sentence.text in text


def test_the_page_shows_the_dutch_of_each_english_sentence():
    page = html.document_fromstring(translation(build.articles(), "html", bilingual=False))
    sentence = page.get_element_by_id("S1.P3.2")
    assert sentence.get("tabindex") == "0"
    assert page.get_element_by_id(sentence.get("aria-describedby")).text.startswith("Italië en Polen")


def test_title_signature_marking_and_moment_are_taken_from_about():
    about = About(
        "Five articles",
        signature="briefing:0.1.0",
        marking="NLD RESTRICTED",
        made=datetime(2025, 9, 5, tzinfo=UTC),
    )
    docx = Docx(translation(build.articles(), "docx", bilingual=True, about=about))
    lines = dump(docx.body)
    assert lines[1] == "Title: Five articles"
    assert lines[-1] == "SmallPrint: briefing:0.1.0"
    assert docx.dates == {(2025, 9, 5, 0, 0, 0)}
    assert "NLD RESTRICTED" in translation(build.articles(), "html", bilingual=True, about=about).decode()


def test_each_flagged_sentence_has_one_comment_in_either_form():
    for bilingual in (True, False):
        docx = Docx(translation(build.articles(), "docx", bilingual))
        references = [e.get(f"{W}id") for e in docx.body.iter(f"{W}commentReference")]
        assert len(docx.comments) == len(references) == 2


def test_a_caption_at_the_end_of_a_paragraph_stands_alone():
    t = build.translation
    rows = [
        t("S1.P1.1", "De top begint.", "The summit begins."),
        t("S1.P1.2", "Foto: ANP", "Photo: ANP", kind=SentenceKind.CAPTION),
        t("S1.P2.1", "Zij praten.", "They talk."),
    ]
    article = build.article(1, [rows[:2], rows[2:]], source="top.txt")
    lines = dump(Docx(translation([article], "docx", bilingual=False)).body)
    assert lines[-3:] == ["BodyText: The summit begins.", "Caption: Photo: ANP", "BodyText: They talk."]
    assert (
        "The summit begins.\n\n*Photo: ANP*\n\nThey talk."
        in translation([article], "md", bilingual=False).decode()
    )
