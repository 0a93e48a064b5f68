"""Small Dutch constructions are put plainly before the model reads them."""

from __future__ import annotations

import pytest

from briefing.translate.constructions import put_plainly


@pytest.mark.parametrize(
    ("dutch", "plain"),
    [
        ("Een kleine tweehonderd mensen bleven.", "Bijna tweehonderd mensen bleven."),
        ("Er wonen een kleine 12.500 mensen.", "Er wonen bijna 12.500 mensen."),
        ("Het kost een kleine miljoen euro.", "Het kost bijna een miljoen euro."),
        ("De rit duurt een klein half uur.", "De rit duurt bijna een half uur."),
        ("Een dikke drie uur later.", "Ruim drie uur later."),
        ("een dik uur en een ruime week", "ruim een uur en ruim een week"),
        ("een slordige 3,5 miljoen", "ongeveer 3,5 miljoen"),
        ("in een krappe twee weken of een krap uur", "in nog geen twee weken of nog geen uur"),
        ("Een man of tien keek toe.", "Ongeveer tien mensen keek toe."),
        ("om een uur of drie, na een uur of vijf", "rond drie uur, na ongeveer vijf uur"),
        ("Hij bleef een week of drie.", "Hij bleef ongeveer drie weken."),
        ("De bus rijdt om het half uur.", "De bus rijdt elk half uur."),
        ("de op twee na grootste stad", "de derde grootste stad"),
        ("Gent is op één na de grootste stad.", "Gent is de tweede grootste stad."),
        ("open om het andere weekend", "open elk tweede weekend"),
        ("Er waren tegen de duizend mensen.", "Er waren bijna duizend mensen."),
        ("Hij zit al twee jaar aan één stuk vast.", "Hij zit al twee jaar onafgebroken vast."),
        ("Omdat de stemmen staakten", "Omdat de stemmen gelijk waren"),
        ("De burgemeester is tegen de tachtig.", "De burgemeester is bijna tachtig."),
        ("Als de stemmen staken, beslist hij.", "Als de stemmen gelijk zijn, beslist hij."),
        ("asperges op zijn Vlaams of op zijn Chinees", "asperges op Vlaamse wijze of op Chinese wijze"),
        ("ten laatste in mei", "uiterlijk in mei"),
        ("Zij werd op één na laatste.", "Zij werd voorlaatste."),
        ("Hij steunt nu eens links, dan weer rechts.", "Hij steunt soms links, soms rechts."),
        ("Het protest mocht niet baten.", "Het protest had geen succes."),
        ("De man kwam later te overlijden.", "De man overleed later."),
        ("ouders die kwamen te overlijden", "ouders die overleden"),
    ],
)
def test_what_the_model_reads_word_by_word_is_put_plainly(dutch, plain):
    assert put_plainly(dutch) == plain


@pytest.mark.parametrize(
    "dutch",
    [
        "Een kleine partij won twee zetels.",
        "een kleine eenheid van het leger",
        "een dikke zestiger en een kleine achterban",
        "een krappe meerderheid",
        "een man of een vrouw",
        "tegen een uur of tien",
        "Hij hing aan een stuk staaldraad.",
        "De schade loopt tegen de 900.000 euro, de boer tegen de zestig.",
        "Hij reed op zijn Mercedes af, en ten laatste was hij weg.",
        "Het bewijs tegen de vier verdachten is zwak.",
        "om het huis te kopen",
        "Het gaat om het kwartier dat zij langer bezig zijn.",
        "alle landen op twee na",
        "Een klein land, een ruime keuze.",
        "Hij kwam en wilde niet te overlijden staan.",
    ],
)
def test_what_is_no_such_construction_stays(dutch):
    assert put_plainly(dutch) == dutch
