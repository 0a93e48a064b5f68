"""The HTML page: one file, no script, read by anyone."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import memo_builder as build
import pytest
from lxml import html

from briefing.render import render
from briefing.render.html import highlight


@pytest.fixture(scope="module")
def page():
    return html.document_fromstring(render(build.memo(marking="NLD RESTRICTED"), "html"))


def test_it_is_one_file_that_fetches_nothing_and_runs_nothing(page):
    assert not page.xpath("//script | //link | //img | //iframe")
    assert not page.xpath("//@src")
    assert all(href.startswith("#") for href in page.xpath("//@href"))
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_it_has_a_language_a_title_landmarks_and_a_way_past_the_contents(page):
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == build.memo().title
    assert len(page.xpath("//main")) == len(page.xpath("//header")) == 1
    assert page.xpath("//nav/@aria-label") == ["Contents"]
    assert page.xpath("//body/a[1]/@href") == ["#main"]


def test_headings_begin_with_one_h1_and_skip_no_level(page):
    levels = [int(e.tag[1]) for e in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_and_label_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)
    named = " ".join(page.xpath("//@aria-labelledby | //@aria-describedby")).split()
    assert set(named) <= set(ids)


def test_every_table_has_a_caption_and_scoped_headers(page):
    tables = page.xpath("//table")
    assert len(tables) >= 9
    for table in tables:
        assert table.findtext("caption").strip()
        assert table.xpath("./thead/tr/th[@scope='col']")
        assert all(th.get("scope") in {"col", "row"} for th in table.xpath(".//th"))


def test_the_original_is_shown_at_each_sentence_and_described_to_a_screen_reader(page):
    sentence = page.get_element_by_id("K5")
    original = sentence.xpath("./span[@role='tooltip']")[0]
    assert original.get("lang") == "nl"
    assert original.text == "Italië en Polen doen niet mee, maar stellen wel vliegvelden en havens open."
    link = sentence.xpath("./a")[0]
    assert link.get("aria-describedby") == original.get("id")
    assert (link.get("href"), link.text) == ("#S1.P3.2", "[1 · 4 Mar 2025]")


def test_a_theme_leads_to_its_key_points(page):
    [item] = [li for li in page.xpath("//li") if li.text_content().startswith("See also")]
    assert item.text_content() == "See also the bottom line and key points 4 and 5."
    assert item.xpath("./a/@href") == ["#B3", "#K4", "#K5"]


def test_a_theme_without_a_sentence_of_its_own_is_named_in_one_line(page):
    [line] = [p for p in page.xpath("//p") if p.text_content().startswith("Also above")]
    assert line.text_content() == "Also above: airfields (the bottom line, key point 5)."
    assert [a.get("href") for a in line.iter("a")] == ["#B2", "#K5"]
    assert not [h for h in page.xpath("//h3") if h.text_content() == "Airfields"]


def test_the_values_of_one_quantity_are_printed_on_one_page(page):
    table = next(t for t in page.iter("table") if "different values" in t.findtext("caption", ""))
    assert [group.get("class") for group in table.iter("tbody")] == ["together"]
    assert len(table.findall("tbody/tr")) == 2


def test_without_annex_the_sentence_itself_can_be_focused():
    page = html.document_fromstring(render(build.memo(annex=False), "html"))
    assert page.get_element_by_id("K2").get("tabindex") == "0"


def test_terms_and_flags_are_marked_and_the_flagged_rows_can_be_filtered(page):
    row = page.get_element_by_id("S2.P2.2")
    assert "flagged" in row.get("class").split()
    assert row.xpath(".//mark/text()") == ["bestand"]
    assert "“bestand” should be “truce”" in row.xpath(".//span[@class='flag']/text()")[0]
    assert page.xpath("//input[@type='checkbox']/@id") == ["only-flagged"]
    assert page.xpath("//label[input]")


def test_the_marking_stands_first_and_last_and_on_each_printed_page(page):
    marks = page.xpath("//p[contains(@class, 'marking')]/text()")
    assert marks == ["NLD RESTRICTED"] * 2
    assert r'@top-center { content: "NLD\20 RESTRICTED"' in page.findtext(".//style")


def test_equal_memos_give_equal_bytes():
    assert render(build.memo(), "html") == render(build.memo(), "html")


@pytest.mark.parametrize(
    ("text", "spans", "marked"),
    [
        ("a <b> ceasefire", [(2, 5), (6, 15)], ["&lt;b&gt;", "ceasefire"]),
        ("a <b> & c", [(0, 1)], ["a"]),
        ("nothing here", [], []),
    ],
)
def test_terms_are_marked_and_everything_is_escaped(text, spans, marked):
    page = str(highlight(text, spans))
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", page) == marked
    assert unescape(re.sub(r"</?mark[^>]*>", "", page)) == text


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_of_text_has_a_contrast_of_at_least_4_5():
    from briefing.render.word.styles import GREY, INK, PALE

    for ink in (INK, GREY, "404040"):
        for ground in ("FFFFFF", PALE):
            assert contrast(ink, ground) >= 4.5
    assert contrast("000000", "8FA6D2") >= 4.5
    assert contrast("1A1A1A", "FFF3D6") >= 4.5


@pytest.mark.parametrize(("label", "name"), [("TLP:RED", "tlp-red"), ("TLP:AMBER+STRICT", "tlp-amber")])
def test_a_tlp_label_has_its_colour(label, name):
    page = html.document_fromstring(render(build.memo(marking=label), "html"))
    assert page.xpath(f"//p[starts-with(@class, 'marking')]/span[@class='tlp {name}']/text()") == [label] * 2
