"""Plain text and Markdown: every line is a block, letter for letter, and its kind is read off the layout."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Block, BlockKind
from briefing.render.markdown import escape
from briefing.sources import read_bytes
from briefing.sources.form import Form, form_of_text
from briefing.sources.layout import is_heading

PARAGRAPH = "De ministers spraken in Warschau urenlang over de begroting, zonder een besluit te nemen."


def blocks(text, name="a.txt"):
    return read_bytes(text.encode(), name, language="nl").blocks


def kinds(text, name="a.txt"):
    return [block.kind.value for block in blocks(text, name)]


# What splitlines takes for a line end, what no XML file holds, and invisible marks are not part of a line.
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"))
LINES = st.lists(st.text(LETTERS, min_size=1).map(lambda s: "Q" + s + "q"), min_size=1)


@given(
    LINES,
    st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\n \t\n"]),
    st.sampled_from(["", "  ", "\t", "\u00a0"]),
)
def test_the_blocks_are_the_lines_letter_for_letter(lines, line_end, margin):
    text = line_end.join(f"{margin}{line}{margin}" for line in lines)
    assert [block.text for block in blocks(text)] == lines


@given(LINES)
def test_a_line_of_markdown_reads_as_it_was_written(lines):
    """What our own Markdown writes of a text is read back letter for letter."""
    assert [block.text for block in blocks("\n\n".join(map(escape, lines)), "a.md")] == lines


@given(st.lists(st.text(LETTERS, min_size=1).map(lambda s: "Q" + re.sub(r"[^\w ]", "", s) + "q"), min_size=1))
def test_no_line_is_lost_in_markdown_without_marks(lines):
    lines = [re.sub("_", "", line) for line in lines]
    assert [block.text for block in blocks("\n".join(lines), "a.md")] == lines


@pytest.mark.parametrize(
    "line",
    [
        "Doorbraak",
        "Een proef voor het bondgenootschap",
        "Moskou woedend",
        "Kleinere landen wijzen Polen en de Balten aan als woordvoerders bij het overleg over de grenzen",
        "‘Europa moet nu zelf kiezen’",
        "Wat nu, Europa",
        "2025 wordt beslissend",
    ],
)
def test_a_short_line_without_closing_mark_is_a_heading(line):
    assert kinds(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}") == ["paragraph", "heading", "paragraph"]
    assert kinds(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}") == ["paragraph", "heading", "paragraph"]
    assert kinds(f"{line}\n{PARAGRAPH}") == ["heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Het bleef stil.",
        "Wie betaalt dat?",
        "“Wij gaan door.”",
        "„Wij gaan door”, zei hij:",
        "Wat er nu gebeurt:",
        "En toen …",
        "- een punt van de lijst",
        "• een punt van de lijst",
        "1. een punt van de lijst",
        "https://krant.example/artikel",
        "redactie@krant.example",
        "* * *",
        "Een regel van wel twintig woorden die per ongeluk geen punt heeft gekregen is toch echt geen kop maar tekst",
    ],
)
def test_other_short_lines_are_paragraphs(line):
    assert kinds(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}") == ["paragraph"] * 3


def test_a_photo_line_is_a_caption_alone_or_after_one_sentence():
    assert kinds("beeld AFP, Anna Verbeek") == ["caption"]
    assert kinds("De ministers op het bordes in Warschau. beeld AFP, Anna Verbeek") == ["caption"]
    assert kinds("Prof. J. de Wit en dr. Bakker lopen naar binnen. Foto: ANP") == ["caption"]


def test_a_longer_paragraph_with_a_hanging_credit_stays_a_paragraph():
    found = blocks(f"{PARAGRAPH} Morgen gaan zij verder. beeld AFP, Anna Verbeek")
    assert [block.kind for block in found] == [BlockKind.PARAGRAPH]
    assert found[0].text.endswith("beeld AFP, Anna Verbeek")


def test_lines_of_hard_wrapped_text_are_no_headings_unless_they_stand_free():
    text = (
        "De ministers van de Baltische staten en\nde premier van Polen hebben in Warschau\n"
        "urenlang gepraat over de begroting van\nhet komende jaar, maar een besluit van\n"
        "de leiders bleef uit.\n\nNieuwe ronde\n\nVolgende week gaan zij verder in\nde hoofdstad van Letland.\n"
    )
    found = blocks(text)
    assert [block.text for block in found if block.kind is BlockKind.HEADING] == ["Nieuwe ronde"]
    assert len(found) == 8


def test_markdown_headings_lose_their_marks():
    assert blocks("# Besluit!\n\nDat is # niet weinig.\n\n### Wat nu ###\n\nZo gaat het\n===", "a.md") == (
        Block("Besluit!", BlockKind.HEADING),
        Block("Dat is # niet weinig.", BlockKind.PARAGRAPH),
        Block("Wat nu", BlockKind.HEADING),
        Block("Zo gaat het", BlockKind.HEADING),
    )
    assert blocks("# Besluit", "a.txt")[0].text == "# Besluit"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Dat is **heel** veel _geld_, zegt ***zij***.", "Dat is heel veel geld, zegt zij."),
        ("Zie [het rapport](https://x.example/a_b_c 'titel') hier.", "Zie het rapport hier."),
        ("Op <https://x.example> staat het.", "Op https://x.example staat het."),
        ("Van 5 * 3 en de_naam_hier en 2*3.", "Van 5 * 3 en de_naam_hier en 2*3."),
        (r"Vijf \*sterren\* en R&amp;D.", "Vijf *sterren* en R&D."),
        ("Met `code` en <em>nadruk</em>.<br>En verder.", "Met code en nadruk. En verder."),
        ("> “Wij gaan door”, zei hij gisteren.", "“Wij gaan door”, zei hij gisteren."),
        ("- **Ten eerste** het geld.", "- Ten eerste het geld."),
        ("Een [haakje] blijft staan (zo ook dit).", "Een [haakje] blijft staan (zo ook dit)."),
    ],
)
def test_the_marks_of_markdown_are_read_and_not_printed(written, read):
    assert [block.text for block in blocks(f"{written}\n\n{PARAGRAPH}", "a.md")] == [read, PARAGRAPH]
    assert blocks(f"{written}\n\n{PARAGRAPH}", "a.txt")[0].text == written


def test_emphasis_may_run_over_the_lines_of_a_paragraph_and_no_further():
    found = blocks("Dat is **heel\nveel** geld.\n\nEn *dit\n\nis* het niet.", "a.md")
    assert [block.text for block in found] == ["Dat is heel", "veel geld.", "En *dit", "is* het niet."]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("**Wie betaalt dat?**", "heading"),
        ("__Zo niet!__", "heading"),
        ("***Wat nu***", "heading"),
        ("**Wie** betaalt dat?", "paragraph"),
        ("**De minister stapt op.**", "paragraph"),
        ("Wie betaalt dat?", "paragraph"),
        (f"**{PARAGRAPH}**", "paragraph"),
        ("![De minister in Riga](a.jpg)", "caption"),
    ],
)
def test_a_line_all_in_bold_that_stands_alone_is_a_crosshead(line, kind):
    assert kinds(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}", "a.md") == ["paragraph", kind, "paragraph"]


def test_a_line_that_is_marks_alone_is_no_block():
    assert [b.text for b in blocks(f"{PARAGRAPH}\n\n***\n\n![](a.jpg)\n\n{PARAGRAPH}", "a.md")] == [
        PARAGRAPH
    ] * 2


def test_a_paragraph_of_endless_marks_is_read_at_once_and_kept():
    text = "[![a](" * 20_000
    assert blocks(f"{PARAGRAPH}\n\n{text}", "a.md")[1].text == text


def test_control_characters_that_no_word_file_holds_are_dropped():
    assert blocks("Het be\x08sluit is\x7f er.")[0].text == "Het besluit is er."


@given(st.text())
def test_a_heading_is_never_empty_nor_longer_than_the_limit(line):
    if is_heading(line):
        assert 0 < len(line.strip()) <= 130


def test_a_text_behind_many_comments_is_read_at_once():
    text = "<!-- a -->\n" * 300 + "De minister sprak.\n"
    assert form_of_text(text, "a.txt") is Form.TEXT
    assert form_of_text("<!-- a -->\n" * 300 + "<html><p>De minister sprak.</p></html>", "a.txt") is Form.HTML


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Doden: <td>12</td><td>34</td> en meer.", "Doden:  12  34  en meer."),
        (
            "Zij zei <onverstaanbaar> niets en <naam bekend> ook.",
            "Zij zei <onverstaanbaar> niets en <naam bekend> ook.",
        ),
        ("Dat is <b>zeker</b> waar.", "Dat is zeker waar."),
        ("Regel<br>twee hoort erbij.", "Regel twee hoort erbij."),
        ("Dat kost 10<sup>6</sup> euro.", "Dat kost 10 6  euro."),
    ],
)
def test_tags_of_a_markdown_line_part_words_and_what_is_none_stays(text, shown):
    assert [block.text for block in blocks(text, "a.md")] == [shown]
