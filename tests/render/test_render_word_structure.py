"""The Word file holds together: parts, relationships, bookmarks, links, comments, order of elements."""

from __future__ import annotations

import posixpath
from collections import Counter
from itertools import pairwise

import memo_builder as build
import pytest
from docx_reader import Docx, R, W, style, text
from lxml import etree

from briefing.render import render


@pytest.fixture(scope="module")
def docx() -> Docx:
    return Docx(render(build.memo(marking="NLD RESTRICTED"), "docx"))


def test_every_part_is_well_formed_and_has_a_content_type(docx):
    types = docx.xml("[Content_Types].xml")
    overrides = {e.get("PartName").lstrip("/") for e in types if e.tag.endswith("Override")}
    defaults = {e.get("Extension"): e.get("ContentType") for e in types if e.tag.endswith("Default")}
    for name in docx.names:
        if name.endswith(".png"):
            assert defaults["png"] == "image/png"
            continue
        etree.fromstring(docx.blobs[name])
        assert name in overrides or name.endswith(".rels") or name == "[Content_Types].xml"


def test_every_relationship_leads_to_a_part(docx):
    for name in docx.names:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for link in docx.xml(name):
                target = link.get("Target")
                path = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
                assert path in docx.names


def test_every_relationship_id_in_the_document_exists(docx):
    known = {link.get("Id") for link in docx.xml("word/_rels/document.xml.rels")}
    used = {value for e in docx.body.iter() for key, value in e.attrib.items() if key.startswith(R)}
    assert used
    assert used <= known


def test_bookmarks_have_unique_names_and_ids_and_names_that_word_allows(docx):
    names = docx.bookmarks
    assert max(Counter(names).values()) == 1
    ids = [e.get(f"{W}id") for e in docx.body.iter(f"{W}bookmarkStart")]
    assert sorted(ids) == sorted({e.get(f"{W}id") for e in docx.body.iter(f"{W}bookmarkEnd")})
    for name in names:
        assert len(name) <= 40
        assert name.replace("_", "").isalnum()


def test_every_link_leads_to_a_bookmark(docx):
    assert {anchor for anchor, _ in docx.links} <= set(docx.bookmarks)


def test_every_bookmark_is_linked_to_or_is_a_sentence(docx):
    linked = {anchor for anchor, _ in docx.links}
    sentences = {row.id.replace(".", "_") for article in build.memo().annex for row in article.rows}
    assert set(docx.bookmarks) - linked <= sentences
    assert sentences <= set(docx.bookmarks)


def test_every_key_point_leads_to_its_sentence_and_the_sentence_leads_back(docx):
    links = docx.links
    for point in build.memo().key_points:
        sentence = point.sentences[0].replace(".", "_")
        assert (sentence, point.reference.replace(" ", "\u00a0")) in links
        row = next(
            r
            for r in docx.body.iter(f"{W}tr")
            if any(b.get(f"{W}name") == sentence for b in r.iter(f"{W}bookmarkStart"))
        )
        assert point.anchor in [link.get(f"{W}anchor") for link in row.iter(f"{W}hyperlink")]


def test_a_reference_shows_the_original_when_the_pointer_rests_on_it(docx):
    tips = [e.get(f"{W}tooltip") for e in docx.body.iter(f"{W}hyperlink") if e.get(f"{W}anchor") == "S1_P3_2"]
    assert "Italië en Polen doen niet mee, maar stellen wel vliegvelden en havens open." in tips


def test_a_flag_is_a_comment_that_says_what_failed(docx):
    assert docx.comments == [
        "Check this translation (number): numbers: 1.100 in the original, 1,000 in the English.",
        "Check this translation (term, low-score): glossary: “bestand” should be “truce”; the model is unsure of this sentence.",
    ]
    ranges = [e.get(f"{W}id") for e in docx.body.iter(f"{W}commentRangeStart")]
    references = [e.get(f"{W}id") for e in docx.body.iter(f"{W}commentReference")]
    assert ranges == references == ["0", "1"]


def test_the_table_of_contents_is_filled_linked_and_asks_for_no_update(docx):
    contents = next(p for p in docx.body.iter(f"{W}p") if style(p) == "TOC1")
    headings = [p for p in docx.body.iter(f"{W}p") if style(p) == "Heading1"]
    listed = [(link.get(f"{W}anchor"), text(link)) for link in contents.iter(f"{W}hyperlink")]
    assert listed == [(p.find(f"{W}bookmarkStart").get(f"{W}name"), text(p)) for p in headings]
    assert contents.find(f".//{W}instrText").text.split()[:3] == ["TOC", "\\o", '"1-1"']
    assert b"updateFields" not in docx.blobs["word/settings.xml"]
    assert b"w:dirty" not in docx.blobs["word/document.xml"]


def test_fields_begin_separate_and_end_in_turn(docx):
    for root in (docx.body, *docx.parts("footer")):
        kinds = [e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)
        assert kinds


def test_headings_never_skip_a_level(docx):
    levels = [int(style(p)[-1]) for p in docx.body.iter(f"{W}p") if style(p).startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_repeat_their_header_keep_rows_whole_and_say_what_they_hold(docx):
    tables = list(docx.body.iter(f"{W}tbl"))
    assert len(tables) >= 10
    for table in tables:
        properties = table.find(f"{W}tblPr")
        assert properties.find(f"{W}tblCaption").get(f"{W}val")
        assert properties.find(f"{W}tblDescription").get(f"{W}val")
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        block = properties.find(f"{W}tblStyle").get(f"{W}val") == "MemoBlock"
        assert heads == [not block] + [False] * (len(rows) - 1)


def test_rows_have_as_many_cells_as_the_grid_has_columns(docx):
    for table in docx.body.iter(f"{W}tbl"):
        columns = [int(c.get(f"{W}w")) for c in table.find(f"{W}tblGrid")]
        for row in table.findall(f"{W}tr"):
            assert [int(c.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for c in row.findall(f"{W}tc")] == columns


def test_every_run_of_words_has_a_language(docx):
    for run in docx.body.iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}val") in {"en-GB", "nl-NL"}


def test_the_original_is_tagged_dutch_and_its_translation_english(docx):
    row = next(r for r in docx.body.iter(f"{W}tr") if text(r).startswith("S1.P3.2"))
    cells = row.findall(f"{W}tc")
    assert [c.findall(f".//{W}lang")[0].get(f"{W}val") for c in cells[1:]] == ["nl-NL", "en-GB"]


def test_every_style_that_is_used_is_defined_and_there_is_no_direct_formatting_of_words(docx):
    defined = {e.get(f"{W}styleId") for e in docx.xml("word/styles.xml").iter(f"{W}style")}
    roots = [docx.body, *docx.parts("header"), *docx.parts("footer"), *docx.parts("comments")]
    for root in roots:
        for name in ("pStyle", "rStyle", "tblStyle"):
            assert {e.get(f"{W}val") for e in root.iter(f"{W}{name}")} <= defined
        for properties in root.iter(f"{W}rPr"):
            assert {e.tag for e in properties} <= {f"{W}rStyle", f"{W}lang"}


# The order that ECMA-376 part 1 asks of children, for the elements this program writes (17.3.1.26, 17.4.60, 17.4.70).
_ORDER = {
    "pPr": ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl"],
    "tblPr": ["tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"],
    "tcPr": ["tcW", "vMerge", "tcBorders", "shd"],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "spacing", "sz", "szCs", "u", "shd", "lang"],
    "sdtPr": ["alias", "tag", "showingPlcHdr", "docPartObj", "dropDownList", "text"],
}  # fmt: skip


def test_children_stand_in_the_order_of_the_standard(docx):
    for part in ("word/document.xml", "word/styles.xml"):
        for element in docx.xml(part).iter():
            order = _ORDER.get(etree.QName(element).localname)
            if order:
                places = [
                    order.index(etree.QName(child).localname)
                    for child in element
                    if child.tag != f"{W}widowControl"
                ]
                assert places == sorted(places)


def test_the_marking_stands_in_one_run_of_every_header_and_footer(docx):
    parts = docx.parts("header") + docx.parts("footer")
    assert len(parts) == 2
    for part in parts:
        assert [t.text for t in part.iter(f"{W}t")].count("NLD RESTRICTED") == 1


def test_page_x_of_y_and_the_title_stand_in_the_footer(docx):
    footer = docx.parts("footer")[0]
    fields = [e.text.strip() for e in footer.iter(f"{W}instrText")]
    assert fields == ["TITLE", "PAGE", "NUMPAGES"]
    assert text(footer).startswith(build.memo().title)


def test_a_tlp_label_stands_on_the_right_in_its_colour_and_letter_for_letter():
    for label, name in (("TLP:RED", "Red"), ("TLP:AMBER+STRICT", "Amber"), ("TLP:CLEAR", "Clear")):
        docx = Docx(render(build.memo(marking=label), "docx"))
        paragraph = next(p for p in docx.parts("header")[0].iter(f"{W}p") if text(p))
        assert text(paragraph) == label
        assert style(paragraph) == "MarkingTLP"
        assert paragraph.find(f".//{W}rStyle").get(f"{W}val") == f"MarkingTLP{name}"


def test_without_marking_header_and_footer_say_nothing_of_one():
    docx = Docx(render(build.memo(), "docx"))
    assert text(docx.parts("header")[0]) == ""
    assert all(style(p) != "Marking" for p in docx.parts("footer")[0].iter(f"{W}p"))


def test_properties_say_what_the_file_is(docx):
    core = {etree.QName(e).localname: e.text for e in docx.xml("docProps/core.xml")}
    assert core["title"] == build.memo().title
    assert core["creator"] == "Press Analysis Desk"
    assert core["created"] == core["modified"] == "2025-05-20T00:00:00Z"
    assert core["language"] == "en-GB"
    custom = {e.get("name"): e[0].text for e in docx.xml("docProps/custom.xml")}
    assert custom["Marking"] == "NLD RESTRICTED"
    assert custom["Signature"] == str(build.SIGNATURE)
    assert [e.get("pid") for e in docx.xml("docProps/custom.xml")] == ["2", "3", "4", "5"]


def test_equal_memos_give_equal_bytes_with_a_fixed_date(docx):
    first, second = (render(build.memo(), "docx") for _ in range(2))
    assert first == second
    assert docx.dates == {(2025, 5, 20, 0, 0, 0)}


def test_without_annex_references_are_words_alone():
    docx = Docx(render(build.memo(annex=False), "docx"))
    anchors = {anchor for anchor, _ in docx.links}
    assert not {a for a in anchors if a.startswith("S")}
    assert "[1\u00a0·\u00a04\u00a0Mar\u00a02025]" in text(docx.body)
    assert anchors <= set(docx.bookmarks)


def test_the_fields_of_the_analyst_are_empty_controls_one_click_from_the_yardstick(docx):
    controls = {
        e.find(f"{W}sdtPr/{W}alias").get(f"{W}val"): e
        for e in docx.body.iter(f"{W}sdt")
        if e.find(f"{W}sdtPr/{W}alias") is not None
    }
    assert list(controls) == ["Assessment", "Likelihood", "Confidence", "Reviewer"]
    assert all(c.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for c in controls.values())
    words = [e.get(f"{W}value") for e in controls["Likelihood"].iter(f"{W}listItem")]
    assert words[0] == "Remote chance"
    assert words[-1] == "Almost certain"
    assert ("yardsticks", "Yardsticks: PHIA and ICD 203.") in docx.links


def test_letter_and_a4_have_their_own_width():
    widths = {}
    for paper in ("a4", "letter"):
        docx = Docx(render(build.memo(paper=paper), "docx"))
        widths[paper] = docx.body.find(f"{W}sectPr/{W}pgSz").get(f"{W}w")
    assert widths == {"a4": "11906", "letter": "12240"}


def kept(paragraph, docx: Docx) -> bool:
    """Whether a paragraph stays on the page of the next one, by itself or by its style."""
    if paragraph.find(f"{W}pPr/{W}keepNext") is not None:
        return True
    styles = {e.get(f"{W}styleId"): e for e in docx.xml("word/styles.xml").iter(f"{W}style")}
    return styles[style(paragraph)].find(f"{W}pPr/{W}keepNext") is not None


def table_with(docx: Docx, words: str):
    return next(t for t in docx.body.iter(f"{W}tbl") if words in text(t))


@pytest.mark.parametrize(("id_", "stays"), [("S1.P2.1", True), ("S1.P1.1", False)])
def test_a_heading_of_the_annex_never_ends_a_page(docx, id_, stays):
    """A row stays with the next one only where each of its cells says so."""
    row = next(r for r in table_with(docx, "S1.P2.1").iter(f"{W}tr") if text(r).startswith(id_))
    assert {kept(p, docx) for p in row.iter(f"{W}p")} == {stays}


def test_an_article_of_the_annex_begins_with_a_sentence_of_it_on_the_page(docx):
    heading = next(p for p in docx.body.iter(f"{W}p") if text(p).startswith("1. Fourteen countries"))
    assert kept(heading, docx)
    assert kept(heading.getnext(), docx)
    head = heading.getnext().getnext().find(f"{W}tr")
    assert all(kept(p, docx) for p in head.iter(f"{W}p"))


def test_the_values_of_one_quantity_stay_on_one_page(docx):
    rows = table_with(docx, "OnValueSentence").findall(f"{W}tr")
    assert [{kept(p, docx) for p in row.iter(f"{W}p")} for row in rows] == [{True}, {True}, {False}]
