"""Slavic names in the spelling of English, and no others."""

import pytest

from briefing.glossary import Glossary, Term, TermStatus
from briefing.match import Matcher
from briefing.translate.transliteration import respelt


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Oesjakov", "Ushakov"),
        ("Joemasjev", "Yumashev"),
        ("Tsjernysjenko", "Chernyshenko"),
        ("Sobjanin", "Sobyanin"),
        ("Prigozjin", "Prigozhin"),
        ("Krasjtsjovski", "Krashchovsky"),
        ("Droezjkivka", "Druzhkivka"),
    ],
)
def test_a_slavic_name_has_the_letters_of_english(dutch, english):
    assert respelt(f"Yesterday {dutch}'s staff left.", f"Gisteren vertrok de staf van {dutch}.", ()) == (
        f"Yesterday {english}'s staff left."
    )


@pytest.mark.parametrize(
    "name",
    ["Sjoerd", "Broekhoven", "Moeskroen", "Majewski", "Dragoev", "Bošnjak", "Martijn", "Kasjubië", "Sjon"],
)
def test_other_names_keep_theirs(name):
    assert respelt(f"{name} left.", f"{name} vertrok.", ()) == f"{name} left."


def test_what_the_english_spells_by_itself_is_let_be():
    assert respelt("Ushakov left.", "Oesjakov vertrok.", ()) == "Ushakov left."


def test_what_a_term_covers_is_spelt_as_the_glossary_says():
    text = "Oesjakov vertrok."
    matches = Matcher(Glossary((Term("Oesjakov", "", status=TermStatus.KEEP),))).matches(text)
    assert respelt("Oesjakov left.", text, matches) == "Oesjakov left."
