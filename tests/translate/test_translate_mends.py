"""Abbreviations are written out for the model; photo credits are set by rule."""

from __future__ import annotations

import pytest

from briefing.translate.abbreviations import write_out
from briefing.translate.finish import finish, photo_credit


@pytest.mark.parametrize(
    ("dutch", "plain"),
    [
        ("Steun van o.a. Noorwegen.", "Steun van onder andere Noorwegen."),
        ("Vragen m.b.t. de missie", "Vragen met betrekking tot de missie"),
        ("O.a. Denemarken doet mee.", "Onder andere Denemarken doet mee."),
        ("Op 1 jan. 2028 stopt het.", "Op 1 januari 2028 stopt het."),
        ("Wapens, munitie e.d.", "Wapens, munitie en dergelijke."),
        ("Van 3 t/m 5 mei", "Van 3 tot en met 5 mei"),
        ("Een plan van € 4,5 mrd, en 30 mln extra.", "Een plan van € 4,5 miljard, en 30 miljoen extra."),
        ("Het kostte 12 mld.", "Het kostte 12 miljard."),
        ("Vrijdag jl. was het rustig.", "Vrijdag jongstleden was het rustig."),
        ("Hij komt terug op 3 dec.", "Hij komt terug op 3 december."),
        ("Landen in het noorden (e.a.)", "Landen in het noorden (en anderen)"),
    ],
)
def test_an_abbreviation_is_written_out(dutch, plain):
    assert write_out(dutch) == plain


@pytest.mark.parametrize(
    "text",
    [
        "De heer O.M. Bakker en mevrouw M.N. Visser",
        "De BV. Nederland",
        "De staat van z.",
        "dr. Jansen en mr. De Wit",
        "De sep. is niet bekend.",
        "bvb. en incluis",
    ],
)
def test_but_other_words_are_let_be(text):
    assert write_out(text) == text


@pytest.mark.parametrize(
    ("credit", "english"),
    [
        ("beeld AFP, Jan Jansen", "Photo: AFP, Jan Jansen"),
        ("Foto: ANP / Piet de Vries", "Photo: ANP / Piet de Vries"),
    ],
)
def test_a_photo_credit_keeps_its_names_letter_for_letter(credit, english):
    assert photo_credit(credit) == english


def test_a_sentence_about_a_photo_is_no_credit():
    assert photo_credit("Foto van de leiders op de trappen van het paleis.") is None


@pytest.mark.parametrize(
    ("english", "mended"),
    [
        ("The european leaders met on monday.", "The European leaders met on Monday."),
        ("Two ukrainians and a frenchman.", "Two Ukrainians and a Frenchman."),
        ("They may march to polish it.", "They may march to polish it."),
        ("See www.dutch.example/english.", "See www.dutch.example/english."),
        ("A germane point.", "A germane point."),
        ("The pro-russian party.", "The pro-Russian party."),
        ("It stands on european.eu.", "It stands on european.eu."),
    ],
)
def test_a_proper_adjective_has_a_capital(english, mended):
    assert finish(english, "Dutch") == mended


@pytest.mark.parametrize(
    ("english", "mended"),
    [
        ("They met for an emergency talks.", "They met for emergency talks."),
        ("It failed. A talks in Paris was held.", "It failed. Talks in Paris was held."),
        ("It began with a hastily convened talks on gas.", "It began with hastily convened talks on gas."),
        ("A woman talks to them.", "A woman talks to them."),
        ("He said that talks would resume.", "He said that talks would resume."),
        ("A peace talks venue.", "A peace talks venue."),
    ],
)
def test_talks_are_many(english, mended):
    assert finish(english, "Dutch") == mended


@pytest.mark.parametrize(
    ("dutch", "english", "mended"),
    [
        ("Dat overleg komt later.", "That talks will come later.", "Those talks will come later."),
        ("Na dit crisisoverleg.", "After this crisis talks.", "After these crisis talks."),
        (
            "Hij zei dat overleg nodig is.",
            "He said those talks are needed.",
            "He said those talks are needed.",
        ),
        ("Hij wil dat er overleg komt.", "He wants that talks are held.", "He wants that talks are held."),
    ],
)
def test_so_that_they_are_those(dutch, english, mended):
    assert finish(english, dutch) == mended


@pytest.mark.parametrize(
    ("english", "mended"),
    [
        (
            "British prime minister Keller met US vice president Holm.",
            "British Prime Minister Keller met US Vice President Holm.",
        ),
        ("Prime minister Visser said so.", "Prime Minister Visser said so."),
        ("American secretary of state Ruiz spoke.", "American Secretary of State Ruiz spoke."),
        ("He told the prime minister Keller had left.", "He told the prime minister Keller had left."),
        ("She saw president Tuesday.", "She saw president Tuesday."),
        ("The minister of defence and president EU.", "The minister of defence and president EU."),
        ("It was said by minister Oud.", "It was said by Minister Oud."),
        ("So deputy foreign minister Vos left.", "So Deputy Foreign Minister Vos left."),
        ("So sports minister Vos and minister president Weil left.",) * 2,
        ("As president European unity was his aim.", "As president European unity was his aim."),
        ("The ex-president Vos and president Šimić met.", "The ex-president Vos and President Šimić met."),
        ("Prime minister May of Brexit fame.", "Prime Minister May of Brexit fame."),
    ],
)
def test_a_title_before_a_name_has_a_capital(english, mended):
    assert finish(english, "Dutch") == mended


@pytest.mark.parametrize(
    ("english", "mended"),
    [
        (
            "The group A is not big, Plan A involves a idea.",
            "The group A is not big, Plan A involves an idea.",
        ),
        ("A apple. A orange: “fine”.", "An apple. An orange: “fine”."),
        ("Prosecutor An Baeyens spoke of a error.", "Prosecutor An Baeyens spoke of an error."),
        ("An Baeyens spoke.", "An Baeyens spoke."),
        ("An minister spoke.", "A minister spoke."),
        ("He spoke of a ' worrying pattern'.", "He spoke of a 'worrying pattern'."),
        ("The ministers' plan is 'good'.", "The ministers' plan is 'good'."),
    ],
)
def test_an_article_is_mended_and_a_letter_or_a_name_is_none(english, mended):
    assert finish(english, "An Baeyens sprak.") == mended
