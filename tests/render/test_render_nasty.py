"""Text from strangers does no harm in any format."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import memo_builder as build
import pytest
from docx_reader import Docx, W, text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing.render import FORMATS, render
from briefing.render.text import clean, shorten


def annex_row(docx: Docx):
    """Return the last row of the sentence: the list of translations to check comes before the annex."""
    return [r for r in docx.body.iter(f"{W}tr") if text(r).startswith("S1.P1.1")][-1]


@pytest.mark.parametrize("words", build.NASTY)
def test_the_word_file_opens_and_says_the_same(words):
    docx = Docx(render(build.nasty_memo(words), "docx"))
    for name in docx.names:
        etree.fromstring(docx.blobs[name])
    row = annex_row(docx)
    cell = row.findall(f"{W}tc")[1]
    assert text(cell) == clean(words)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


@pytest.mark.parametrize("words", build.NASTY)
def test_the_page_has_no_script_and_no_handler(words):
    parser = _Tags()
    parser.feed(render(build.nasty_memo(words), "html").decode())
    assert not parser.tags & {"script", "img", "iframe", "object"}
    assert not {name for name in parser.attributes if name.startswith("on")}


@pytest.mark.parametrize("words", build.NASTY)
def test_json_holds_the_text_and_markdown_prints_it_on_one_line(words):
    annex = json.loads(render(build.nasty_memo(words), "json"))["sections"][-1]["content"]
    assert annex[0]["sentences"][1]["nl"] == words.encode("utf-8", "replace").decode()
    lines = render(build.nasty_memo(words), "md").decode().splitlines()
    assert len([line for line in lines if line.startswith('| <a id="S1.P1.1"')]) == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text_at_all_renders_in_every_format(words):
    memo = build.nasty_memo(words)
    for name in FORMATS:
        assert render(memo, name)


@given(st.text())
def test_clean_text_is_clean(words):
    once = clean(words)
    assert clean(once) == once
    assert etree.fromstring(f"<a>{once.replace('&', '&amp;').replace('<', '&lt;')}</a>").text == (
        once or None
    )


@given(st.text(alphabet="ab c", max_size=60), st.integers(2, 30))
def test_a_shortened_text_fits(words, limit):
    assert len(shorten(words, limit)) <= limit


def test_a_sentence_longer_than_a_page_may_break_across_pages():
    long = Docx(render(build.nasty_memo("woord " * 900), "docx"))
    row = annex_row(long)
    assert row.find(f"{W}trPr") is None


def test_the_marking_stands_letter_for_letter():
    words = " NLD//<RESTRICTED>  & “co” – 100% "
    memo = replace(build.memo(), marking=words)
    header = Docx(render(memo, "docx")).parts("header")[0]
    assert [t.text for t in header.iter(f"{W}t")] == [words]
