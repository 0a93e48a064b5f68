"""Terms are found again where they stand, in the form they stand in."""

from __future__ import annotations

import memo_builder as build
import pytest
from lxml import html

from briefing.render import render
from briefing.render.terms import Finder, merged
from briefing.translate.types import TermOutcome

USE = {
    nl: build.use(nl, en)
    for nl, en in {
        "geruststellingsmacht": "reassurance force",
        "bestand": "truce",
        "uitstellen": "put off",
        "overeenkomen": "agree on",
        "land": "country",
        "crisis": "crisis",
        "zeemijn": "naval mine",
    }.items()
}
FINDER = Finder(USE.values())


def words(text: str, spans) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("De geruststellingsmachten komen", ["geruststellingsmacht"], ["geruststellingsmachten"]),
        ("Bestanden en bestand", ["bestand"], ["Bestanden", "bestand"]),
        ("Twee landen, een land", ["land"], ["landen", "land"]),
        ("De Kamer stelt het debat uit", ["uitstellen"], ["stelt", "uit"]),
        ("Een bestand", ["land"], []),
        ("Niets", ["bestand"], []),
        ("Een bestand", [], []),
    ],
)
def test_dutch_terms_are_found_in_every_form(text, terms, found):
    assert words(text, FINDER.original(text, [USE[t] for t in terms])) == found


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        (
            "Two reassurance forces, one Reassurance force.",
            ["geruststellingsmacht"],
            ["reassurance forces", "Reassurance force"],
        ),
        ("The countries agreed on it", ["land", "overeenkomen"], ["countries", "agreed on"]),
        ("Crises upon crises", ["crisis"], ["Crises", "crises"]),
        ("The truce’s end; trucement", ["bestand"], ["truce’s"]),
        ("Naval-mines", ["zeemijn"], ["Naval-mines"]),
        ("", ["bestand"], []),
    ],
)
def test_english_terms_are_found_in_every_form(text, terms, found):
    assert words(text, FINDER.english(text, [USE[t] for t in terms])) == found


def test_a_missed_term_is_not_looked_for_in_the_english():
    missed = build.use("bestand", "truce", TermOutcome.MISSED)
    assert FINDER.english("A truce all the same", [missed]) == ()
    assert words("een bestand", FINDER.original("een bestand", [missed])) == ["bestand"]


def test_ranges_that_overlap_become_one():
    assert merged([(4, 9), (0, 2), (5, 12), (12, 13)]) == ((0, 2), (4, 12), (12, 13))


def test_the_page_marks_them_in_both_languages():
    page = html.document_fromstring(render(build.memo(), "html"))
    row = page.get_element_by_id("S2.P1.1")
    assert [mark.text for mark in row.xpath("./td[@lang]//mark")] == ["Tweede Kamer", "geruststellingsmacht"]
    english = [mark.text for mark in row.xpath("./td[not(@lang)]//mark")]
    assert english == ["House of Representatives", "reassurance force"]
