"""The memo as Markdown and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import memo_builder as build
import pytest

from briefing.errors import UsageError
from briefing.memo import SECTIONS
from briefing.render import render, translation
from briefing.render.markdown import escape


def test_markdown_has_every_section_under_its_heading_in_order():
    text = render(build.memo(), "md").decode()
    places = [text.index(f"\n## {heading}\n") for heading in SECTIONS.values()]
    assert places == sorted(places)


def test_a_key_point_leads_to_the_annex_and_back():
    text = render(build.memo(), "md").decode()
    assert (
        '5. <a id="K5"></a>Italy and Poland are not taking part, but are opening airfields and ports. [[1 · 4 Mar 2025]](#S1.P3.2)'
        in text
    )
    assert '| <a id="S1.P3.2"></a>S1.P3.2 [K5](#K5) | Italië en Polen' in text


def test_a_theme_leads_to_its_key_points():
    text = render(build.memo(), "md").decode()
    assert "- See also [the bottom line](#B3) and key points [4](#K4) and [5](#K5).\n" in text
    sections = json.loads(render(build.memo(), "json"))["sections"]
    [themes] = [section["content"] for section in sections if section["name"] == "developments"]
    assert [theme["above"] for theme in themes] == [[], ["B3", "K4", "K5"], ["B2", "K5"]]


def test_a_theme_without_a_sentence_of_its_own_is_named_in_one_line():
    text = render(build.memo(), "md").decode()
    assert "\nAlso above: airfields ([the bottom line](#B2), key point [5](#K5)).\n" in text
    assert "### Airfields" not in text
    sections = json.loads(render(build.memo(), "json"))["sections"]
    [themes] = [section["content"] for section in sections if section["name"] == "developments"]
    assert (themes[2]["label"], themes[2]["entries"]) == ("Airfields", [])


def test_what_is_known_of_the_date_of_an_undated_article_is_said_once():
    first, *rest = build.memo().timeline
    undated = replace(first, entry=replace(first.entry, date=""))
    text = render(replace(build.memo(), timeline=(undated, *rest)), "md").decode()
    assert "| undated article | donderdag |" in text
    assert "| Mar 2025, day not known | donderdag |" in render(build.memo(), "md").decode()


def test_every_row_of_a_table_has_as_many_cells_as_its_header():
    text = render(build.memo(), "md").decode()
    columns = 0
    for line in text.splitlines():
        if line.startswith("|"):
            cells = line.replace("\\|", "").count("|")
            columns = columns or cells
            assert cells == columns
        else:
            columns = 0


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a|b", r"a\|b"),
        ("*x* _y_ [z] <t>", r"\*x\* \_y\_ \[z\] \<t\>"),
        ("1. list", r"1\. list"),
        ("- dash", r"\- dash"),
        ("# head", r"\# head"),
        ("250.000 mensen", "250.000 mensen"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_prints_text_letter_for_letter(text, printed):
    assert escape(text) == printed


def test_json_is_one_document_with_the_printed_sections():
    document = json.loads(render(build.memo(marking="TLP:CLEAR"), "json"))
    assert document["format"] == "briefing-memo/1"
    assert (document["marking"], document["date"], document["made"]) == (
        "TLP:CLEAR",
        "2025-05-20",
        "2025-05-20T00:00:00Z",
    )
    assert [section["name"] for section in document["sections"]] == list(SECTIONS)
    content = {section["name"]: section["content"] for section in document["sections"]}
    assert content["key-points"][4] == {
        "anchor": "K5",
        "en": "Italy and Poland are not taking part, but are opening airfields and ports.",
        "nl": "Italië en Polen doen niet mee, maar stellen wel vliegvelden en havens open.",
        "sentences": ["S1.P3.2"],
        "source": 1,
        "reference": "[1 · 4 Mar 2025]",
        "flags": [],
        "reviewed": False,
        "translated": True,
    }
    assert content["timeline"][0]["date"] is None
    assert set(content["assessment"].values()) == {None}
    assert content["annex"][1]["sentences"][3]["terms"] == [
        {"nl": "bestand", "en": "truce", "status": "missed"}
    ]


def test_an_unknown_format_is_refused_and_the_known_ones_are_named():
    with pytest.raises(UsageError, match="no format “odt”") as caught:
        render(build.memo(), "odt")
    assert "docx" in caught.value.hint
    with pytest.raises(UsageError, match="no format “json”"):
        translation(build.articles(), "json", bilingual=True)
