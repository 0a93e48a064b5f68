"""Photo credits: what hangs at the end of a paragraph, and what only looks like it."""

import time

import pytest

from briefing.sources.layout import photo_credit

ALONE = [
    "beeld AFP, Anna Verbeek",
    "Beeld: ANP / Joris de Wit",
    "foto: de minister op weg naar het overleg",
    "Foto ANP",
    "Foto’s: Hans Vermeer",
    "Archieffoto EPA",
    "(c) ANP",
    "© ANP / Joris van der Meer",
    "© 2025 Reuters",
    "(Foto: Belga)",
    "ANP / Joris de Wit",
    "Foto door J.P. Bakker",
    "BEELD REUTERS",
    "beeld anp",
]


@pytest.mark.parametrize("line", ALONE)
def test_a_line_that_is_all_credit_starts_at_zero(line):
    assert photo_credit(line) == 0


@pytest.mark.parametrize("credit", ALONE[:2] + ALONE[3:])
@pytest.mark.parametrize(
    "before", ["De ministers in Warschau.", "Een tank rijdt door de modder. “Het is koud.”"]
)
def test_a_credit_hanging_after_a_sentence_is_found_where_it_begins(before, credit):
    text = f"{before} {credit}"
    assert photo_credit(text) == len(before) + 1
    assert text[photo_credit(text) :] == credit


@pytest.mark.parametrize(
    ("before", "credit"),
    [
        ("De leiders op het bordes.", "foto: eigen archief"),
        ("De leiders op het bordes", "© Getty Images"),
        ("De leiders op het bordes", "Foto: ANP"),
        ("De leiders op het bordes", "(foto: Karel Smit)."),
        ("De leiders op het bordes", "beeld AFP, Anna Verbeek"),
    ],
)
def test_a_credit_needs_no_full_stop_before_it_when_its_form_is_plain(before, credit):
    assert photo_credit(f"{before} {credit}") == len(before) + 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Het beeld is somber.",
        "Dat geeft een ander beeld: Rusland wint aan de onderhandelingstafel.",
        "Beeld van Oekraïne kantelt",
        "De minister deelde een foto van het overleg.",
        "Op de foto staat Macron.",
        "Lid (a) blijft, lid (b) vervalt en lid (c) geldt voortaan.",
        "Op tafel liggen (a) geld, (b) tijd en (c) Oekraïne",
        "Het bericht komt van persbureau Reuters.",
        "Volgens AFP, Reuters en ANP is de top geslaagd.",
        "De ambassade in Kyiv bleef dicht (ANP).",
        "Hij kwam in beeld. Daarna verdween hij.",
    ],
)
def test_running_text_is_no_credit(text):
    assert photo_credit(text) is None


def test_a_long_paragraph_is_searched_at_its_end_alone():
    before = "De onderhandelaars praten verder. " * 400
    assert photo_credit(f"{before}beeld AFP, Anna Verbeek") == len(before)
    assert photo_credit(before) is None


def test_white_space_around_a_credit_is_not_part_of_it():
    assert photo_credit("  foto: ANP  ") == 2
    assert photo_credit("Het bordes.   beeld AFP \n") == 14


def test_hostile_white_space_costs_no_time():
    started = time.process_time()
    for text in ("foto: a" + " " * 20_000 + "b", "A." * 9_000, "x. Foto: " + "a " * 9_000, " " * 20_000):
        photo_credit(text)
    assert time.process_time() - started < 1
