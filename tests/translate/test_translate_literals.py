"""Addresses, hashtags, emoji and figures that stand alone are copied."""

import pytest
from fake_engine import FakeEngine
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Block, Sentence
from briefing.glossary import Term
from briefing.match import TermMatch
from briefing.translate import Flag, Hypothesis, Segmented, Translator, literals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lees meer op https://voorbeeld.nl/nieuws_2025/a.html?x=1&y=2.",
            ["https://voorbeeld.nl/nieuws_2025/a.html?x=1&y=2"],
        ),
        ("Mail naar redactie@voorbeeld.nl, of bel.", ["redactie@voorbeeld.nl"]),
        ("Zie www.voorbeeld.be/nl (in het Frans).", ["www.voorbeeld.be/nl"]),
        ("Dat meldt voorbeeld.nl vandaag.", ["voorbeeld.nl"]),
        ("Het is #vrede en #klimaattop2025, zei @minister_x.", ["#vrede", "#klimaattop2025", "@minister_x"]),
        ("Volg het op krant.example/top_2 of elders.", ["krant.example/top_2"]),
        (r"Het stuk C:\map\eind_3.docx ontbrak.", [r"C:\map\eind_3.docx"]),
        (r"Op \\server\map, zei hij.", [r"\\server\map"]),
        ("Dat zei hij.zij/hun kwamen later.", []),
        ("Zei de minister.Hij/zij en NAVO/EU a.u.b./n.v.t.", []),
        ("Hij staat op #2.", []),
        ("Dhr. De Vries zei nee.En toen.", []),
        ("De A.I.V.D. en de M.I.V.D. zwijgen.", []),
        ("Om 12.30 uur, 1.200 euro", []),
        ("Johnson&#39;s", []),
    ],
)
def test_what_is_copied(text, expected):
    found = literals.matches(text)
    assert [m.surface for m in found] == expected
    assert [text[m.start : m.end] for m in found] == expected


def test_a_term_of_the_glossary_goes_first():
    text = "Zie voorbeeld.nl nu."
    term = TermMatch((Term("voorbeeld.nl", "Example"),), ((4, 16),), "voorbeeld.nl")
    assert literals.matches(text, (term,)) == ()
    assert not literals.is_literal(term)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Geen emoji.", [("Geen emoji.", False)]),
        ("🇺🇦 Vrede! 🕊️", [("🇺🇦", True), ("Vrede!", False), ("🕊️", True)]),
        ("Goed👍🏽zo", [("Goed", False), ("👍🏽", True), ("zo", False)]),
        ("😀😀", [("😀😀", True)]),
        ("De 👩\u200d⚖️ zwijgt", [("De", False), ("👩\u200d⚖️", True), ("zwijgt", False)]),
        ("", []),
    ],
)
def test_texts_are_cut_at_their_emoji(text, pieces):
    assert list(literals.cut(text)) == pieces


@given(st.text())
def test_cutting_loses_nothing_but_white_space(text):
    assert "".join("".join(p.split()) for p, _ in literals.cut(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("1.250.000", "1,250,000"),
        ("3,7%", "3.7%"),
        ("€ 1.200,50", "€ 1,200.50"),
        ("12.03.2025", "12.03.2025"),
        ("10.30", "10.30"),
        ("06-12.345.678", "06-12.345.678"),
        ("2-1", "2-1"),
        ("1,2,3", "1,2,3"),
    ],
)
def test_figures_alone_are_written_as_in_english(dutch, english):
    assert literals.figures(dutch) == english


def one(text, engine):
    article = Segmented(1, Article("a.txt", (Block(text),)), (Sentence("S1.P1.1", text),))
    return Translator(engine).translate([article])[0].translations[0]


def test_emoji_never_reach_the_model():
    engine = FakeEngine({"Vrede!": [Hypothesis("Peace!", -0.1)]})
    assert one("🇺🇦 Vrede! 😀", engine).english == "🇺🇦 Peace! 😀"
    assert {s.text for _, segments in engine.calls for s in segments} == {"Vrede!"}


def test_figures_alone_never_reach_the_model():
    engine = FakeEngine()
    assert one("1.250.000", engine).english == "1,250,000"
    assert not any(segments for _, segments in engine.calls)


def test_an_address_that_is_lost_is_flagged_as_a_name_and_is_no_term():
    text = "Stuur uw vragen aan redactie@voorbeeld.nl en wacht op antwoord."
    lost = FakeEngine(
        {text: [Hypothesis("Send your questions to newsroom@voorbeeld.nl and wait for a reply.", -0.1)]},
        terminology="inline-1",
    )
    found = one(text, lost)
    assert found.terms == ()
    assert Flag.NAME in found.flags
    assert Flag.TERM not in found.flags


def test_an_address_that_comes_through_is_not_flagged():
    text = "Stuur uw vragen aan redactie@voorbeeld.nl en wacht op antwoord."
    kept = FakeEngine(
        {text: [Hypothesis("Send your questions to redactie@voorbeeld.nl and wait for a reply.", -0.1)]},
        terminology="inline-1",
    )
    found = one(text, kept)
    assert found.flags == ()
    assert "redactie@voorbeeld.nl" in found.english


@pytest.mark.parametrize(
    "run", ["a" * 200_000, "a-" * 50_000 + "b", "." * 200_000, "1" * 200_000, "a." * 50_000 + "b"]
)
def test_a_run_without_end_is_passed_over(run):
    assert [m.surface for m in literals.matches(f"Zie www.example.nl of {run} hier.")][:1] == [
        "www.example.nl"
    ]
