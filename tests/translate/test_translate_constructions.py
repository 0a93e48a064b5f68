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


@pytest.mark.parametrize(
    ("dutch", "plain"),
    [
        ("De politie houdt het op duizend betogers.", "De politie spreekt van duizend betogers."),
        (
            "De partij zegt dat zij het op ongeveer 40 houdt.",
            "De partij zegt dat zij van ongeveer 40 spreekt.",
        ),
        ("Zij houdt het voorlopig op kortsluiting.", "Zij gaat voorlopig uit van kortsluiting."),
        ("Hij kwam eerder uit voor FC Twente.", "Hij speelde eerder voor FC Twente."),
        ("Het is de dieven vooral om koper te doen.", "De dieven willen vooral koper."),
        ("Volgens haar was het hem om het geld te doen.", "Volgens haar wilde hij het geld."),
        ("Ze zegt dat het haar niet om de macht te doen is.", "Ze zegt dat zij niet de macht wil."),
        ("Het was de daders te doen om de buit.", "De daders wilden de buit."),
        ("Hij wil nog weleens te laat komen.", "Hij kan soms te laat komen."),
        ("Zo te zien is er weinig schade.", "Kennelijk is er weinig schade."),
        ("De proef verliep even moeizaam.", "De proef verliep net zo moeizaam."),
        ("Met z'n drieën runnen ze de kliniek.", "Alle drie samen runnen ze de kliniek."),
        (
            "Het stadion is dringend toe aan vernieuwing.",
            "Het stadion heeft dringend behoefte aan vernieuwing.",
        ),
        ("Hij zegt dat hij toe was aan vakantie.", "Hij zegt dat hij behoefte had aan vakantie."),
        ("De minister kwam later op dat besluit terug.", "De minister trok later dat besluit in."),
        ("De premier komt terug op zijn belofte.", "De premier trekt zijn belofte in."),
        (
            "Hij ontkende eerst, maar kwam daar later op terug.",
            "Hij ontkende eerst, maar zag daar later van af.",
        ),
        ("Zij zijn de taal niet machtig.", "Zij spreken de taal niet."),
        ("Wie het Nederlands machtig is, krijgt voorrang.", "Wie het Nederlands spreekt, krijgt voorrang."),
        (
            "De burgemeester kreeg de hele raad over zich heen.",
            "De burgemeester kreeg de hele raad tegen zich.",
        ),
        ("Kleine winkels leggen het vaak af tegen ketens.", "Kleine winkels verliezen vaak van ketens."),
        ("Hij moest het in 2010 afleggen tegen een Deen.", "Hij moest in 2010 verliezen van een Deen."),
        ("De website is weer in de lucht.", "De website is weer beschikbaar."),
        ("Er ging van de vaten geen gevaar uit.", "Er was door de vaten geen gevaar."),
        ("Lezers vielen over het woord.", "Lezers maakten bezwaar tegen het woord."),
        ("Zij zijn ingegaan op het aanbod.", "Zij hebben het aanbod aanvaard."),
        (
            "Hij durft niet voor zijn geloof uit te komen.",
            "Hij durft niet openlijk over zijn geloof te spreken.",
        ),
        (
            "Als de subsidie achterwege blijft, sluit het museum.",
            "Als de subsidie niet komt, sluit het museum.",
        ),
        ("Stuk voor stuk zijn zij vertrokken.", "Allemaal zijn zij vertrokken."),
        (
            "Het gebouw wordt om niet ter beschikking gesteld.",
            "Het gebouw wordt gratis ter beschikking gesteld.",
        ),
        ("De spits krijgt de handen niet op elkaar.", "De spits krijgt geen steun."),
        ("De koning stond erop zelf te rijden.", "De koning eiste zelf te rijden."),
        ("Zij kwam tijdens het debat over als onzeker.", "Zij leek tijdens het debat onzeker."),
        ("Het festival viel in het water.", "Het festival ging niet door."),
        ("De Denen trokken op met de Zweden.", "De Denen werkten samen met de Zweden."),
        ("Zij tuinden erin.", "Zij lieten zich misleiden."),
        ("Artsen zeggen dat zij er weer bovenop komt.", "Artsen zeggen dat zij weer herstelt."),
        ("Hij belooft er werk van te maken.", "Hij belooft er iets aan te doen."),
        ("Het onderhoud schoot erbij in.", "Het onderhoud werd verwaarloosd."),
        ("De streek moet het vooral van toeristen hebben.", "De streek is vooral van toeristen afhankelijk."),
        ("Op zon- en feestdagen is het dicht.", "Op zondagen en feestdagen is het dicht."),
        ("De politie liet de betogers begaan.", "De politie liet de betogers met rust."),
        ("De stad was van minder gasten uitgegaan.", "De stad had minder gasten verwacht."),
        (
            "De economie mag dan groeien, de werknemers merken er niets van.",
            "De economie kan wel groeien, maar de werknemers merken er niets van.",
        ),
        (
            "Zij dreigen door de storm te worden afgesneden.",
            "Zij lopen het risico door de storm te worden afgesneden.",
        ),
        ("Winkels dragen te weinig btw af.", "Winkels betalen te weinig btw."),
        ("Daardoor kregen de leerlingen vrij.", "Daardoor kregen de leerlingen een vrije dag."),
        ("Het vermiste kind is weer terecht.", "Het vermiste kind is weer teruggevonden."),
        ("Aan huur is zij 900 euro kwijt.", "Aan huur geeft zij 900 euro uit."),
        ("Hij hoopt de achterstand snel in te lopen.", "Hij hoopt de achterstand snel weg te werken."),
        ("De bouw loopt twee jaar uit.", "De bouw duurt twee jaar langer."),
        ("Die vergelijking gaat niet op.", "Die vergelijking klopt niet."),
    ],
)
def test_verbs_and_phrases_that_mean_something_else_together(dutch, plain):
    assert put_plainly(dutch) == plain


@pytest.mark.parametrize(
    "dutch",
    [
        "Daar houdt het op een bepaald moment op.",
        "Het regent, maar het houdt op.",
        "De president schreef zijn nederlaag toe aan de vervroegde verkiezingen.",
        "Hij kwam er niet meer op terug.",
        "Een vrouw viel in het water.",
        "Zij gaan op en neer.",
        "Zij dreigen de regering te worden.",
        "Hij is zijn geld kwijt.",
        "De kritiek is terecht.",
        "Laten we die fout niet opnieuw begaan.",
    ],
)
def test_the_same_words_in_another_sense_stay(dutch):
    assert put_plainly(dutch) == dutch
