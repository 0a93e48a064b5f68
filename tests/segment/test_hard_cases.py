"""Sentence ends in newspaper Dutch, case by case; `|` stands where a sentence ends."""

import pytest

from briefing.segment import split
from briefing.segment.boundaries import LONGEST_QUOTE

CASES = {
    "titles never end a sentence": "Wij spraken prof. dr. Mulder. | Ook ir. De Bruin en dhr. Bos waren er.",
    "compound titles too": "Het woord is aan min.-pres. De Wit. | Oud-gen. Visser luistert.",
    "references stand before a figure": "Zie art. 5 en blz. 12. | In nr. 10 staat meer.",
    "connectives go on": "Dat is m.b.t. Polen en o.a. Litouwen zo. | T.a.v. Estland ook.",
    "jl. ends a sentence before a capital": "Dat was maandag jl. | Minister Bos was erbij.",
    "jl. goes on before a small letter": "Op maandag jl. was dat nog anders. | Nu niet.",
    "e.d. and enz. end a sentence": "Er zijn tanks, drones e.d. | Duitsland betaalt radars enz. | Klaar.",
    "months go on before a year": "Tussen 1 jan. 2024 en 3 feb. 2025 viel er niets. | Daarna wel.",
    "initials belong to a name": "Daarna sprak J.P. de Boer. | Ook Th. Smits en A. B. Vos kwamen.",
    "a suspect's initial can end a sentence": "De rechter verhoorde B. | Het duurde lang.",
    "and can go on": "Verdachte B. zei niets. | Hij keek weg.",
    "a ruler's number can end a sentence": "Hij diende onder Willem I. | Daarna vertrok hij.",
    "upper-case abbreviations are words": "Hij belt met de VS. | Daarna met de EU. | De NAVO. | Klaar.",
    "decimals and thousands": "Het kost 3.50 euro voor 250.000 man. | 27 landen betalen. | €4 miljard is veel.",
    "times": "De top begint om 10.30 uur. | Om 11.00. | Dan wordt er gegeten.",
    "dates": "De volgende top is op 11 april. | Dan komt ook Polen.",
    "labels of a list go on": "Er zijn drie eisen. | 1. Een mandaat. | 2. Geld. | b. Een einddatum. | Meer niet.",
    "addresses": "Kijk op www.rijk.nl. | Mail pers@rijk.nl. | Zie https://rijk.nl/a.html voor meer.",
    "names with a stop inside": "Hij boekt via Booking.com. | Nu.nl schrijft erover.",
    "several marks": "Wat?! | Nee!! | Echt niet!? | Jawel.",
    "an ellipsis goes on before a small letter": "Het kan… maar het mag niet. | Toch...",
    "an ellipsis ends before a common word": "Het blijft stil... | Iedereen wacht.",
    "an ellipsis in brackets is a cut": "De brief (...) Kyiv is lang. | Te lang.",
    "an ellipsis can open a sentence": "Hij wacht. | ...En wacht. | …Nog steeds.",
    "elisions": "Het is laat. | 's Avonds regent het. | ’t Is koud. | Zo’n dag was het.",
    "an elision can end a sentence": "Zo is 't. | Klaar is 't. | Meer niet.",
    "a figure can end a sentence": "Hij kreeg een 5. | Klaar was hij.",
    "names that begin small": "Hij koopt telefoons. | iPhones zijn duur. | eBay ook.",
    "a forgotten space": "De oorlog is voorbij.|De vrede nog niet.|„Zo is het”, zei hij. | Klaar.",
    "a forgotten space after a quotation": "Hij zei: „Ja.”|De zaal lachte.",
    "a reporting clause": "„Wij gaan door”, zei hij. | „Dat is zeker!” riep zij. | „Waarom?” vroeg hij.",
    "a quotation of several sentences": "„Kan dat? Nee. Dat kan niet”, aldus zijn chef. | De Kamer zweeg.",
    "a quotation after a colon": "Hij zei: „Wij gaan. Zij niet.” | Daarna vertrok hij.",
    "a quotation inside a quotation": "„Hij zei ‘Ga weg. Nu.’ en wij gingen. Zo was dat.” | Zij knikte.",
    "straight marks": "\"Het is klaar. Echt waar\", zei ze. | 'Ja. Nee', zei hij. | Mooi.",
    "English marks": "“Het is klaar. Echt waar,” zei ze. | ‘Ja. Nee’, zei hij. | Mooi.",
    "one mark for both sides": "De ”macht. Of zo” komt. | De ’leider. Van niets’ ook. | Klaar.",
    "German marks": "„Het is klaar. Echt“, zei ze. | Mooi.",
    "angle marks": "«Het is klaar. Echt», zei ze. | »Ja. Nee«, zei hij. | Mooi.",
    "typewriter marks": ",,Het is klaar. Echt'', zei ze. | Mooi.",
    "a closing mark that is missing": "„Wij gaan door, zei hij. | Zij bleven. | „Wij ook.” | Toen was het stil.",
    "an opening mark that is missing": "Wij gaan door”, zei hij. | Zij bleven.” | Toen was het stil.",
    "a space after an opening mark": 'Hij zweeg. | " Wij gaan door", zei zij. | Klaar.',
    "initials in small letters": "Ook H. v. d. Bos kwam. | Hij bleef.",
    "an apostrophe is no mark": "Parijs' plan is klaar. | Londens foto's niet. | Zo’n plan. | ‘Ja.’ | Klaar.",
    "a sentence in brackets": "De top is klaar. | (Zie ook blz. 3. Daar staat meer.) | De rest volgt.",
    "brackets in a sentence": "De top (dat was in mei. Of juni) is klaar. | De rest volgt.",
    "no-break spaces": "Dat zegt prof.\u00a0Bos.\u00a0| Hij weet het.",
    "nothing but a name": "Mark Bos",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_dutch(marked):
    expected = [part.strip() for part in marked.split("|")]
    assert list(split(marked.replace(" |", "").replace("|", ""))) == expected


ENGLISH = {
    "titles": "Gen. Smith met Dr. Jones. | Mr. Brown did not.",
    "states and initials": "He left the U.S. | The U.S. Senate met. | John F. Kennedy Jr. spoke.",
    "hours": "It began at 5 p.m. | They left at 6 a.m. on Monday.",
    "no. before a figure": "She said no. | He is No. 5 on the list. | That was all.",
    "quotations": '"Are you sure? I am not," said Mr. Brown. | They left.',
    "companies": "Acme Inc. announced it. | Smith & Co. did not.",
}


@pytest.mark.parametrize("marked", ENGLISH.values(), ids=ENGLISH.keys())
def test_english(marked):
    assert list(split(marked.replace(" |", ""), "en")) == marked.split(" | ")


def test_a_long_quotation_is_parted_at_its_own_sentence_ends():
    clause = "wij blijven hier tot het klaar is"  # seven words
    short = f"„{'. '.join([clause.capitalize()] * 5)}”, zei hij."
    long = f"„{'. '.join([clause.capitalize()] * 6)}”, zei hij."
    assert LONGEST_QUOTE == 40
    assert split(short) == (short,)
    assert len(split(long)) == 6


def test_a_decision_does_not_depend_on_what_was_split_before():
    text = "Hij woont in de VS. Daarna ging hij naar J.P. Bos e.d. De rest volgt."
    first = split(text)
    split("Mr. J.P. Bos left. The VS. is e.d. Daarna.", "en")
    assert split(text) == first
