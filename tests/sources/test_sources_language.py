"""The language of an article: Dutch unless another is plain."""

import pytest

from briefing.sources import read_bytes
from briefing.sources.language import recognise

TEXTS = {
    "nl": "De minister van Defensie wil dat de strijdkrachten sneller groeien. Het kabinet besluit daar volgende "
    "week over, maar het geld is er volgens haar nog niet.",
    "en": "The minister of defence wants the armed forces to grow faster. The cabinet will decide next week, but "
    "according to her the money is not there yet.",
    "de": "Die Verteidigungsministerin will, dass die Streitkräfte schneller wachsen. Das Kabinett entscheidet "
    "nächste Woche darüber, aber das Geld fehlt noch.",
    "fr": "La ministre de la Défense veut que les forces armées grandissent plus vite. Le gouvernement décidera la "
    "semaine prochaine, mais l'argent manque encore.",
    "es": "La ministra de Defensa quiere que las fuerzas armadas crezcan más rápido. El gobierno decidirá la "
    "próxima semana, pero todavía falta el dinero.",
    "pl": "Minister obrony chce, aby siły zbrojne rosły szybciej. Rząd podejmie decyzję w przyszłym tygodniu, ale "
    "pieniędzy jeszcze nie ma.",
    "uk": "Міністр оборони хоче, щоб збройні сили зростали швидше. Уряд вирішить це наступного тижня.",
    "af": "Die minister van verdediging wil hê dat die weermag vinniger moet groei. Die kabinet sal volgende week "
    "daaroor besluit, maar sy sê dat die geld nog nie daar is nie.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_short_article_is_recognised(code):
    assert recognise(TEXTS[code]) == code


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Top mislukt",
        "Navo wil meer",
        "12 345 678 90",
        "Die top is in Parijs",
        "Sy wil nie gaan nie.",
        "De generaal is er klaar mee",
        "Het is nog niet gedaan met de vrede",
        "Brussel wil in Berlijn praten over Den Haag",
        "In Warschau is men er over uit",
    ],
)
def test_a_line_too_short_to_tell_is_held_for_dutch(line):
    assert recognise(line) == "nl"


def test_dutch_that_quotes_english_stays_dutch():
    assert recognise(f"{TEXTS['nl']} “We are ready to do whatever it takes”, zei hij in het Engels.") == "nl"


def test_the_language_given_stands_above_the_one_recognised():
    data = TEXTS["de"].encode()
    assert read_bytes(data, "a.txt").language == "de"
    assert read_bytes(data, "a.txt", language="NL").language == "nl"


def test_front_matter_may_name_the_language():
    assert read_bytes(f"---\nlang: nl-BE\n---\n{TEXTS['de']}".encode(), "a.txt").language == "nl"
