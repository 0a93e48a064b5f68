"""Each check passes good pairs and catches bad ones; all pairs are written for these tests."""

import pytest

from briefing.translate.checks import CHECKS, check
from briefing.translate.types import Flag

GOOD = [
    ("Behalve Nederland doet Spanje mee.", "Besides the Netherlands, Spain is taking part."),
    ("Volgens Nederland kan dat niet.", "That is impossible, the Dutch say."),
    ("De minister sprak met 250.000 mensen.", "The minister spoke with 250,000 people."),
    ("De begroting stijgt met 2,5 miljard euro.", "The budget will rise by 2.5 billion euros."),
    ("Het kostte anderhalf miljoen euro.", "It cost 1.5 million euros."),
    ("Zij kreeg 1 miljoen.", "She got one million."),
    ("De zitting begint om 17.30 uur.", "The session starts at 5.30 pm."),
    ("De zitting begint om 17.30 uur.", "The session starts at 17:30."),
    ("Het overleg begint om 10.00 uur.", "The talks start at 10am."),
    ("Het overleg is maandag in Brussel.", "The talks are on Monday in Brussels."),
    ("Maandagavond kwam het bericht.", "The news came on Monday evening."),
    ("Op 9 mei komt de raad bijeen.", "The council will meet on 9 May."),
    ("De septembertop is voorbij.", "The September summit is over."),
    ("Er kwamen zeven ministers.", "7 ministers came."),
    ("Honderdduizend soldaten staan klaar.", "100,000 soldiers stand ready."),
    ("In de jaren negentig was dat anders.", "In the 1990s that was different."),
    ("In 2014 kwam hij om 14 uur aan.", "In 2014 he arrived at 2 pm."),
    ("Om 14 uur kwam hij, om 16 uur ging hij.", "He came at 2 pm, he left at 4 pm."),
    ("Er zijn tot 250.000 manschappen nodig.", "Up to 250,000 troops are needed."),
    ("De boete loopt op tot wel 4500 euro.", "The fine can be as high as 4,500 euros."),
    ("Er zijn 10.000 tot 30.000 militairen nodig.", "10,000-30,000 soldiers are needed."),
    ("Het verdrag geldt tot 2029.", "The treaty is valid until 2029."),
    ("De twee landen werken samen.", "Both countries work together."),
    ("Het aantal steeg van 1200 naar 1.500.", "The number rose from 1,200 to 1,500."),
    ("Het land besteedt 3,5 procent.", "The country spends 3.5 per cent."),
    ("Op tweede paasdag sprak de paus.", "The pope spoke on Easter Monday."),
    ("Op eerste paasdag sprak de paus.", "The pope spoke on Easter Sunday."),
    ("Op tweede kerstdag was het stil.", "It was quiet on Boxing Day."),
    ("Hij is toch gekomen, toch?", "He came, didn't he?"),
    ("De hoofdverdachte zwijgt.", "The main suspect is not talking."),
    ("Het toernooi gaat niet door.", "The tournament is off."),
    ("De bewoners trekken er in mei in.", "The residents will move in in May."),
    ("De macht is een jojo.", "Power is a yo-yo."),
    ("Hij zei om 10.10 uur: kom.", "He said at 10.10: come."),
    ("De partij vierde de overwinning.", "The party celebrated its victory."),
    ("Zij vierden haar vierde verjaardag.", "They celebrated her fourth birthday."),
    ("In de jaren zestig was dat anders.", "In the sixties that was different."),
    ("De toespraak duurde vijf kwartier.", "The speech lasted an hour and a quarter."),
    ("De 2.600 bewoners mogen om 14.00 uur terug.", "The 2,600 residents may return at 14:00."),
    ("Een junior medewerker belde.", "A junior employee rang."),
    ("De brief komt voor 12.00 uur.", "The letter will come before noon."),
    ("Hij sprak om 9 uur en om 15 uur.", "He spoke at 9 am and at 3 pm."),
    ("Het meisje kwam in juni.", "The girl came in June."),
    ("Er waren 1.200,50 euro en 3,0 procent.", "There were 1,200.50 euros and 3 per cent."),
    ("Het project kost vier ton.", "The project costs 400,000 euros."),
    ("Het huis kost zeven ton.", "The house costs seven hundred thousand euros."),
    ("Het kost anderhalve ton, of een ton.", "It costs 150,000 euros, or 100,000 euros."),
    ("Het schip vervoerde vier ton staal.", "The ship carried four tonnes of steel."),
    ("Dat zei hij niet.", "He did not say that."),
    ("Er is geen akkoord.", "There is no agreement."),
    ("Nog geen uur geleden kwam zij thuis.", "Less than an hour ago she came home."),
    ("Van de 90 bruggen is nog geen kwart klaar.", "Not even a quarter of the 90 bridges is finished."),
    ("Honderden mensen wachtten urenlang.", "Several hundred people waited for hours."),
    ("Zij is een vrouw uit duizenden.", "She is one of a kind."),
    ("Tienduizenden liepen mee, de helft in het wit.", "Tens of thousands marched, half of them in white."),
    ("Het vat kost $ 80, of 75 euro.", "A barrel costs 80 dollars, or €75."),
    ("De AIVD zweeg.", "The intelligence service AIVD was silent."),
    ("Zij vonden twee kilo TATP.", "They found two kilos of TATP."),
    ("Het is onmogelijk.", "It is not possible."),
    ("Hij kwam pas gisteren.", "He did not come until yesterday."),
    ("Niet alleen Polen maar ook Litouwen doet mee.", "Both Poland and Lithuania take part."),
    ("Minister Brekelmans reisde naar Kiev.", "Minister Brekelmans travelled to Kyiv."),
    ("De Hongaarse premier Orbán was tegen.", "Hungarian Prime Minister Orban was against it."),
    ("Het Witte Huis zweeg.", "The White House was silent."),
    ("De Volkskrant schreef dat.", "De Volkskrant wrote that."),
    ("De NAVO en de VS zijn het eens.", "NATO and the US agree."),
    ("Het leger trok naar Zjoekovsk en Batoemi.", "The army moved on to Zhukovsk and Batumi."),
    ("Daarover gaat de Vergrijzingscommissie.", "That is for the committee on ageing."),
    ("Zij zag Merkel in de Bundestag.", "She saw Merkel in the Bundestag."),
    ("Het was Selwin ten Gravauers brief.", "It was Selwin ten Gravauer's letter."),
    ("In de Achterhoek sneeuwt het.", "It is snowing in the Achterhoek."),
    ("De partij van Selwin ten Gravauer wint.", "Selwin ten Gravauer's party wins."),
    ("Waarom niet?", "Why not?"),
    ("De vogelaars zagen het organiseren aan.", "The birdwatchers watched them organise it."),
    ("Zij noemt het realpolitik.", "She calls it realpolitik."),
    ("Hij kon niet komen.", "He couldn't come."),
    ("De uitspraak viel niet in goede aarde.", "The ruling was badly received."),
    (
        "Nog geen derde van het geld is besteed, maar er is haast.",
        "Less than a third is spent, but it is urgent.",
    ),
    ("De onderhandelaars kwamen er niet uit.", "The negotiators were unable to agree."),
    ("Volgens Eurostat zijn er minder banen.", "There are fewer jobs, according to Eurostat."),
    ("Volgens Munir al-Rawadi is het klaar.", "According to Munir al-Rawadi, it is done."),
    ("Het kabinet-Okkerveld viel.", "The Okkerveld government fell."),
    ("Slager Huib Meerkerk stopt.", "Butcher Huib Meerkerk is closing down."),
]

BAD = [
    (Flag.NUMBER, "De minister sprak met 250.000 mensen.", "The minister spoke with 25,000 people."),
    (Flag.NUMBER, "De begroting stijgt met 2,5 miljard euro.", "The budget will rise by 2.5 million euros."),
    (Flag.NUMBER, "De begroting stijgt met 2,5 miljard euro.", "The budget will rise by 25 billion euros."),
    (Flag.NUMBER, "Het land besteedt 3,5 procent.", "The country spends 35 per cent."),
    (Flag.NUMBER, "De zitting begint om 17.30 uur.", "The session starts at 7.30 pm."),
    (Flag.NUMBER, "Het overleg is maandag in Brussel.", "The talks are on Tuesday in Brussels."),
    (Flag.NUMBER, "Op 9 mei komt de raad bijeen.", "The council will meet on 9 June."),
    (Flag.NUMBER, "Er kwamen zeven ministers.", "Six ministers came."),
    (Flag.NUMBER, "Er zijn tot 250.000 manschappen nodig.", "250,000 troops are needed."),
    (Flag.NUMBER, "Op eerste paasdag sprak de paus.", "The pope spoke on Easter Monday."),
    (Flag.NUMBER, "Het is haar vierde kind.", "It is her third child."),
    (Flag.NUMBER, "In de jaren zestig was dat anders.", "In the seventies that was different."),
    (Flag.NUMBER, "Hij sprak om 15 uur.", "He spoke at 4 pm."),
    (Flag.NUMBER, "Het project kost vier ton.", "The project costs 40,000 euros."),
    (Flag.NUMBER, "Het kost vier ton, en vier mensen.", "It costs 400,000 euros, and people."),
    (Flag.NUMBER, "De eerste bijeenkomst was in 2014.", "The first meeting was held."),
    (Flag.NUMBER, "Van de stukken zijn er enkele tientallen geheim.", "Some of the documents are secret."),
    (Flag.NUMBER, "Er vielen honderdduizenden doden.", "Hundreds of people died."),
    (Flag.NUMBER, "De helft van de leden kwam.", "The members came."),
    (Flag.NUMBER, "De omweg kost $1 miljoen.", "The detour costs 1 million euros."),
    (Flag.NEGATION, "Dat zei hij niet.", "He said that."),
    (
        Flag.NEGATION,
        "De afspraak is nog geen halfjaar geleden vastgelegd.",
        "The agreement was not laid down less than six months ago.",
    ),
    (Flag.NEGATION, "Er is geen akkoord.", "There is an agreement."),
    (Flag.NEGATION, "Hij kwam.", "He did not come."),
    (Flag.NEGATION, "Maar het is geen wapen.", "But it is a weapon."),
    (
        Flag.NEGATION,
        "De raad is tegen, en dat is geen geheim.",
        "The council is against it, and that is a secret.",
    ),
    (Flag.NEGATION, "Binnen de unie is dat niet gebruikelijk.", "Inside the union that is usual."),
    (Flag.NEGATION, "Zonder vergunning mag men niet bouwen.", "Without a permit one may build."),
    (Flag.NAME, "Dat maakte Eurostat bekend.", "Statistics Netherlands announced that."),
    (Flag.NAME, "De regering-Okkerveld viel.", "The government fell."),
    (Flag.NAME, "Vreeswijk noemt geen datum.", "The fear neighbourhood gives no date."),
    (Flag.NAME, "Zij spraken met Brekelmans over de plannen.", "They spoke about the plans."),
    (Flag.NAME, "Behalve Nederland doet Spanje mee.", "Besides the network, Spain is taking part."),
    (Flag.NAME, "Gisteren sprak minister Verwoerdt.", "The minister spoke yesterday."),
    (Flag.NAME, "De partij van Selwin ten Gravauer wint.", "Selwin's party wins at Gravauer."),
    (Flag.NAME, "Zo sprak minister Meerkerk.", "So spoke the minister."),
    (Flag.NAME, "Alwwyn de Gravauer trad af.", "Alwyn de Gravauer stepped down."),
    (Flag.NAME, "Volgens Drusmilla Okkerveld is het klaar.", "According to Drusilma Okkerveld, it is done."),
    (Flag.NAME, "Zdrevanna kwam te laat.", "Zedrevanna was late."),
    (Flag.NAME, "Zij vonden twee kilo TATP.", "They found two kilos of Tile."),
    (
        Flag.UNTRANSLATED,
        "De minister sprak over de verhoudingen in het land.",
        "The minister spoke over de verhoudingen in het land.",
    ),
    (
        Flag.UNTRANSLATED,
        "De bevolking is ongerust over de toekomst.",
        "The bevolking is worried about the future.",
    ),
    (Flag.UNTRANSLATED, "Het is nu niet meer duidelijk.", "Het is nu niet meer duidelijk."),
    (Flag.UNTRANSLATED, "De stukadoor kwam.", "The pieceadoor came."),
    (Flag.UNTRANSLATED, "Twee lijnrechters keken toe.", "Two lijnrechters looked on."),
    (
        Flag.REPETITION,
        "De minister kwam voor overleg met zijn collega's.",
        "The minister came to talk with his colleagues with his colleagues with his colleagues.",
    ),
    (Flag.REPETITION, "Hij kwam gisteren.", "He came came came yesterday."),
    (
        Flag.CUT,
        "De minister kwam naar Parijs voor overleg met zijn collega's.",
        "The minister came to Paris for",
    ),
    (
        Flag.LENGTH,
        "De minister kwam naar Parijs voor overleg met zijn collega's uit de andere landen.",
        "The minister came.",
    ),
    (Flag.LENGTH, "Hij kwam.", "He came and then he went and then he came back and then he slept."),
    (Flag.LENGTH, "Hij kwam.", ""),
]


@pytest.mark.parametrize(("dutch", "english"), GOOD)
def test_a_faithful_translation_has_no_flag(dutch, english):
    assert check(dutch, english) == ()


@pytest.mark.parametrize(("flag", "dutch", "english"), BAD)
def test_a_spoilt_translation_is_caught(flag, dutch, english):
    assert flag in check(dutch, english)


def test_every_check_is_shown_to_fail_somewhere():
    assert {flag for flag, *_ in BAD} == set(CHECKS)


def test_an_empty_pair_has_no_flag():
    assert check("", "") == ()


@pytest.mark.parametrize(
    ("heading", "flagged"),
    [("Tussenkop", True), ("Kopje", True), ("Deventer", False), ("Reuters", False), ("Museum", False)],
)
def test_a_heading_that_stayed_dutch_is_seen_and_a_name_is_not(heading, flagged):
    assert (Flag.UNTRANSLATED in check(heading, heading)) is flagged
