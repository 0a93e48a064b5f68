"""Where a date without a week or year lies: behind its article or ahead of it, by the verb of its own clause."""

import pytest

from briefing.article import PartialDate
from briefing.summarise.dates import find_dates
from briefing.summarise.outlook import Way, outlook


def resolved(text, anchor, language="nl", place=0):
    found = find_dates(text, PartialDate.parse(anchor), language)[place]
    return found.date.isoformat() if found.date else None


# 2026-11-25 is a Wednesday.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vanaf zaterdag praten de vissers weer.", "2026-11-28"),
        ("Vrijdag rijden er geen bussen, omdat de chauffeurs staakten.", "2026-11-27"),
        ("Zondag weten zij of het heeft geholpen.", "2026-11-29"),
        ("De begrafenis is vrijdag; de weg is afgezet.", "2026-11-27"),
        ("Dat heeft de minister maandag bepleit in Oslo.", "2026-11-23"),
        ("Zondag praten de vissers in Esbjerg over de quota.", "2026-11-29"),
        ("Het Deense parlement stemt donderdag over de haven.", "2026-11-26"),
        ("De reder geeft uiterlijk vrijdag een lijst van zijn schepen.", "2026-11-27"),
        ("De reder beloofde uiterlijk vrijdag een lijst van zijn schepen.", "2026-11-27"),
        ("Vanaf zaterdag is de haven dicht.", "2026-11-28"),
        ("De haven blijft tot zondag dicht.", "2026-11-29"),
        ("Voor vrijdag moet het schip weg zijn.", "2026-11-27"),
        ("Het verbod gaat vrijdag in.", "2026-11-27"),
        ("De kapitein wordt maandag gehoord.", "2026-11-30"),
        ("De vissers hopen de haven zaterdag te heropenen.", "2026-11-28"),
        ("De begrafenis van de loods is vrijdag in Skagen.", "2026-11-27"),
        ("De loods zei dat het schip vrijdag vertrekt.", "2026-11-27"),
        ("Minister Holm heeft donderdag de haven bezocht.", "2026-11-19"),
        ("Zondag is een tanker op de rotsen gelopen.", "2026-11-22"),
        ("De reder heeft maandag laten weten dat hij stopt.", "2026-11-23"),
        ("Minister Holm zegt maandag dat de haven veilig is.", "2026-11-23"),
        ("De haven is sinds zaterdag dicht.", "2026-11-21"),
        ("De reder liet zaterdag zijn schepen binnenlopen en betaalt niets.", "2026-11-21"),
        ("De minister zei donderdag dat hij het verbod zal opheffen.", "2026-11-19"),
        ("De regering besloot maandag dat de loodsen zullen vertrekken.", "2026-11-23"),
        ("De minister kondigde maandag aan dat er een veiling is gepland.", "2026-11-23"),
        ("De vrijdag gepubliceerde lijst telt zes schepen.", "2026-11-20"),
        ("Bij de brand van zondag raakten twee loodsen gewond.", "2026-11-22"),
        ("De minister wilde maandag niets zeggen over de haven, want dat ging niet.", None),
        ("Uit de cijfers van dinsdag volgt dat de vangst daalt.", None),
        ("Het overleg van vrijdag is afgelast.", None),
        ("Het schip zou vrijdag uitvaren.", None),
        ("De partijen spraken af om vrijdag verder te praten.", None),
    ],
)
def test_a_weekday_lies_where_the_verb_of_its_clause_looks(text, expected):
    assert resolved(text, "2026-11-25") == expected


def test_an_unclear_weekday_says_so_but_is_the_day_of_the_article_where_the_names_agree():
    (found,) = find_dates("Het overleg van vrijdag is afgelast.", PartialDate(2026, 11, 25), "nl")
    assert found.note == "whether this is before or after the article is not clear"
    assert resolved("Het overleg van vrijdag is afgelast.", "2026-11-27") == "2026-11-27"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council meets on Friday.", "2026-11-27"),
        ("The result will be announced on Friday.", "2026-11-27"),
        ("On Sunday the ministers will meet in Oslo.", "2026-11-29"),
        ("The minister must reply by Friday.", "2026-11-27"),
        ("Talks planned for Friday are in Oslo.", "2026-11-27"),
        ("The minister said on Tuesday that he will resign.", "2026-11-24"),
        ("The ministry said the council meets on Friday.", "2026-11-27"),
        ("A motion on the port received 92 votes on Tuesday.", "2026-11-24"),
        ("The port has been closed since Saturday.", "2026-11-21"),
        ("The ship would sail on Friday.", None),
        ("Friday’s meeting is in doubt.", None),
    ],
)
def test_english_weekdays_do_too(text, expected):
    assert resolved(text, "2026-11-25", "en") == expected


@pytest.mark.parametrize(
    "text", ["Op een zondag brak de kabel.", "Elke vrijdag vaart er een boot.", "Op Goede Vrijdag."]
)
def test_any_sunday_is_no_date(text):
    assert find_dates(text, PartialDate(2026, 11, 25), "nl") == ()


@pytest.mark.parametrize(
    ("text", "language", "anchor", "expected"),
    [
        ("Vanaf april wil Denemarken zes schepen sturen.", "nl", "2026-10", "2027-04"),
        ("De wet gaat op 1 juni in.", "nl", "2026-11-25", "2027-06-01"),
        ("Op 1 juni zal de wet ingaan.", "nl", "2026-11-25", "2027-06-01"),
        ("The law will take effect on 1 June.", "en", "2026-11-25", "2027-06-01"),
        ("Talks will start in May.", "en", "2026-11-25", "2027-05"),
        ("In mei brak de kabel.", "nl", "2027-01-10", "2026-05"),
        ("Op 1 juli liep het schip vast.", "nl", "2027-02-10", "2026-07-01"),
        ("Uit een rapport van 20 november volgt niets.", "nl", "2026-11-25", "2026-11-20"),
        ("De minister plande de veiling in april.", "nl", "2026-11-25", "2026-04"),
        ("Dinsdag 1 december stemt het parlement.", "nl", "2026-11-25", "2026-12-01"),
        ("Parliament votes on Tuesday, 1 December.", "en", "2026-11-25", "2026-12-01"),
    ],
)
def test_a_month_or_day_takes_the_year_to_which_its_clause_looks(text, language, anchor, expected):
    found = find_dates(text, PartialDate.parse(anchor), language)
    assert [mention.date and mention.date.isoformat() for mention in found] == [expected]


def test_half_a_year_either_way_stays_open_without_a_verb_to_tell():
    (found,) = find_dates("Het overleg in mei over de haven.", PartialDate(2026, 11, 25), "nl")
    assert found.date is None
    assert "the year is unknown" in found.note


def test_a_weekday_before_a_date_is_part_of_it_and_helps_to_find_its_year():
    (found,) = find_dates("De brief van dinsdag 1 juni.", PartialDate(2021, 12, 20), "nl")
    assert (found.expression, found.date) == ("dinsdag 1 juni", PartialDate(2021, 6, 1))


def test_letters_that_only_look_alike_are_read():
    (found,) = find_dates("De haven brandde giſteren.", PartialDate(2026, 11, 25), "nl")
    assert (found.expression, found.date) == ("giſteren", PartialDate(2026, 11, 24))


def test_a_date_without_any_verb_looks_nowhere():
    assert outlook("zondag", 0, 6, "nl").way is Way.OPEN


def test_a_line_of_nothing_but_dates_is_read_to_its_end():
    assert len(find_dates("vrijdag " * 2000, PartialDate(2026, 11, 25), "nl")) == 2000


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("De top was vastgesteld op 5 juni, maar werd afgelast.", "nl", "2025-06-05"),
        ("De verkiezingen, gepland voor 18 mei, werden uitgesteld.", "nl", "2025-05-18"),
        ("De verkiezingen zijn gepland voor 18 mei.", "nl", "2026-05-18"),
        ("Per 1 mei is de prijs gestegen.", "nl", "2025-05-01"),
        ("De op 5 juni geplande top werd afgelast.", "nl", "2025-06-05"),
        ("De op 5 juli geplande top gaat door.", "nl", "2025-07-05"),
        ("The summit scheduled for June 5 was cancelled.", "en", "2025-06-05"),
        ("De demonstratie was gepland voor maandag, maar ging niet door.", "nl", None),
        ("Vrijdag vroeg de premier om steun.", "nl", "2025-06-06"),
        ("In May the president resigned.", "en", "2025-05"),
        ("Komend weekend zijn er verkiezingen.", "nl", "2025-06"),
    ],
)
def test_what_was_planned_may_be_over(text, language, expected):
    found = find_dates(text, PartialDate(2025, 6, 11), language)
    assert [mention.date and mention.date.isoformat() for mention in found] == [expected]


def test_the_coming_weekend_is_the_next_to_come():
    (found,) = find_dates("Komend weekend zijn er verkiezingen.", PartialDate(2025, 5, 28), "nl")
    assert "31 May" in found.note
