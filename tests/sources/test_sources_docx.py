"""Word documents: styles, tables, text boxes, tracked changes; bombs and broken files."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml import parse_xml

from briefing.article import PartialDate
from briefing.errors import SourceError
from briefing.sources import docx as reader
from briefing.sources import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "De ministers spraken in Warschau over de begroting."


def document(*paragraphs):
    made = docx.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        made.add_paragraph(text, style)
    return made


def saved(made):
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def read(made, name="a.docx"):
    return read_bytes(made if isinstance(made, bytes) else saved(made), name, language="nl")


def dump(article):
    return [(block.kind.value, block.text) for block in article.blocks]


def test_styles_say_what_is_title_heading_and_caption():
    article = read(
        document(
            ("Top in Warschau", "Title"),
            SENTENCE,
            ("Besluit!", "Heading 2"),
            SENTENCE,
            ("De premier.", "Caption"),
        )
    )
    assert article.title == "Top in Warschau"
    assert dump(article) == [
        ("paragraph", SENTENCE),
        ("heading", "Besluit!"),
        ("paragraph", SENTENCE),
        ("caption", "De premier."),
    ]


def test_a_style_based_on_a_heading_is_one():
    made = document()
    style = made.styles.add_style("Tussenkop", 1)
    style.base_style = made.styles["Heading 3"]
    made.add_paragraph("Wat nu?", "Tussenkop")
    assert dump(read(made)) == [("heading", "Wat nu?")]


def test_without_styles_the_layout_decides():
    assert dump(read(document(SENTENCE, "Geen besluit", SENTENCE, "beeld AFP, Anna Verbeek"))) == [
        ("paragraph", SENTENCE),
        ("heading", "Geen besluit"),
        ("paragraph", SENTENCE),
        ("caption", "beeld AFP, Anna Verbeek"),
    ]


def test_list_items_are_no_headings():
    assert dump(read(document(("Meer geld", "List Bullet"), SENTENCE)))[0] == ("paragraph", "Meer geld")


def test_tables_are_read_where_they_stand_cell_by_cell():
    made = document(SENTENCE)
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Cel {number}"
    made.add_paragraph("Slot is hier.")
    assert [text for _, text in dump(read(made))] == [
        SENTENCE,
        "Cel 0",
        "Cel 1",
        "Cel 2",
        "Cel 3",
        "Slot is hier.",
    ]
    assert {kind for kind, _ in dump(read(made))} == {"paragraph"}


def test_a_line_break_in_a_paragraph_parts_two_blocks():
    assert [text for _, text in dump(read(document("Eerste regel.\nTweede regel.")))] == [
        "Eerste regel.",
        "Tweede regel.",
    ]


def test_inserted_and_linked_text_is_read_and_deleted_text_is_not():
    made = document()
    made.element.body.insert(
        0,
        parse_xml(
            f"<w:p {W}><w:r><w:t>Het is </w:t></w:r><w:ins><w:r><w:t>zeker </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>niet </w:delText></w:r></w:del>"
            "<w:hyperlink><w:r><w:t>waar</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"
        ),
    )
    assert dump(read(made)) == [("paragraph", "Het is zeker waar.")]


def test_text_in_content_controls_and_text_boxes_is_not_lost():
    made = document()
    body = made.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In een vak.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    body.insert(
        1,
        parse_xml(
            f'<w:p {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Lopende tekst.</w:t></w:r><w:r><w:pict><v:shape>'
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>In een kader.</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r></w:p>"
        ),
    )
    assert [text for _, text in dump(read(made))] == ["In een vak.", "Lopende tekst.", "In een kader."]


def test_the_first_paragraphs_may_be_a_header_also_under_the_title():
    article = read(document(("Top", "Title"), "datum: 2025-03", "bron: De Krant", SENTENCE))
    assert (article.title, article.date, article.publisher) == ("Top", PartialDate(2025, 3), "De Krant")
    assert dump(article) == [("paragraph", SENTENCE)]


def test_a_heading_above_header_lines_is_the_title():
    article = read(document(("Top", "Heading 1"), "datum: 2025-03", SENTENCE))
    assert (article.title, article.date) == ("Top", PartialDate(2025, 3))
    assert dump(article) == [("paragraph", SENTENCE)]
    assert read(document(("Top", "Heading 1"), SENTENCE)).title is None


def test_the_one_line_form_works_in_word_too():
    article = read(document(f"date 2025-03 {SENTENCE}", "Nog een zin."))
    assert article.date == PartialDate(2025, 3)
    assert [text for _, text in dump(article)] == [SENTENCE, "Nog een zin."]


def test_the_day_the_file_was_made_is_not_the_articles_date():
    made = document(SENTENCE)
    made.core_properties.created = datetime(2024, 1, 2, tzinfo=UTC)
    assert read(made).date is None


@pytest.mark.parametrize(("said", "title"), [("Top in Warschau", "Top in Warschau"), ("Document1", None)])
def test_the_title_property_counts_only_where_the_text_says_it_too(said, title):
    made = document(("Top in Warschau", "Heading 1"), SENTENCE)
    made.core_properties.title = said
    article = read(made)
    assert article.title == title
    assert len(article.blocks) == (1 if title else 2)


def test_a_word_file_is_known_by_its_bytes_whatever_its_name():
    for name in ("a", "a.txt", "a.pdf"):
        assert dump(read(document(SENTENCE), name)) == [("paragraph", SENTENCE)]


def rebuilt(change, data=None):
    """Return a Word file each of whose parts went through `change`."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data or saved(document(SENTENCE)))) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part.filename)))
    return file.getvalue()


def test_a_size_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(reader, "MAX_UNPACKED", 1_000_000)
    bomb = rebuilt(lambda name, data: data + b" " * 2_000_000 if name == "word/styles.xml" else data)
    with pytest.raises(SourceError, match="unpacks to 3 MB"):
        read(bomb)


def test_entities_of_a_stranger_are_not_expanded(tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("wachtwoord")
    layers = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE d [<!ENTITY geheim SYSTEM "file://{secret}"><!ENTITY l0 "ha">{layers}]>'

    def change(name, data):
        if name != "word/document.xml":
            return data
        head, rest = data.decode().split("?>", 1)
        return f"{head}?>{doctype}{rest.replace('Warschau', '&geheim;&l11;')}".encode()

    try:
        text = read(rebuilt(change)).text
    except SourceError as error:
        text = error.message
    assert text
    assert "wachtwoord" not in text
    assert "haha" not in text


@pytest.mark.parametrize(
    "part", ["word/document.xml", "[Content_Types].xml", "word/styles.xml", "_rels/.rels"]
)
@pytest.mark.parametrize("content", [b"", b"<kapot", b"<x/>"])
def test_a_broken_part_is_a_source_error_or_does_not_matter(part, content):
    try:
        text = read(rebuilt(lambda name, data: content if name == part else data)).text
    except SourceError as error:
        text = error.message
    assert "a.docx" in text or text == SENTENCE


def test_a_cut_off_file_is_a_source_error():
    with pytest.raises(SourceError, match="broken"):
        read(saved(document(SENTENCE))[:-200])


def test_another_archive_is_a_source_error():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(SourceError, match="other than Word"):
        read(file.getvalue())


@pytest.mark.parametrize("damage", ["root", "type"])
def test_odd_properties_are_no_reason_not_to_read_an_article(damage):
    whole = zipfile.ZipFile(io.BytesIO(saved(document(SENTENCE))))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as changed:
        for name in whole.namelist():
            data = whole.read(name)
            if damage == "root" and name == "docProps/core.xml":
                data = b"<other/>"
            if damage == "type" and name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-package.core-properties+xml", b"text/plain"
                )
            changed.writestr(name, data)
    assert dump(read(file.getvalue())) == [("paragraph", SENTENCE)]
