"""The timeline: which dated sentences are events, and which of them fit."""

import pytest
from summary_builders import article

from briefing.summarise import summarise
from briefing.summarise.timeline import MAX_EVENTS

PORTS = """Bergen Stavanger Trondheim Drammen Kristiansand Sandnes Moss Haugesund Arendal Bodø Larvik Halden Harstad Molde Horten Gjøvik Alta
Narvik Levanger Hammerfest Vardø Mandal Grimstad Risør Lillesand Namsos Steinkjer Florø""".split()


def test_resolved_dates_come_first_and_the_others_get_the_rows_that_are_left():
    dated = [
        f"Op {day} mei 2025 brak bij {port} een kabel van {day + 40} jaar."
        for day, port in enumerate(PORTS[:20], 1)
    ]
    undated = [
        f"Donderdag verloor de haven van {port} ruim {n + 50} schepen." for n, port in enumerate(PORTS)
    ]
    events = summarise(
        [article(*undated, number=1, date="2025-05"), article(*dated, number=2, date="2025-05-30")]
    ).timeline
    assert len(events) == MAX_EVENTS
    assert sum(event.date is not None for event in events) == 20


@pytest.mark.parametrize(
    "text",
    [
        "De tanks zijn voor 71 procent gevuld, tegen 84 procent een jaar geleden.",
        "De haven telt 40 procent meer schepen dan in mei 2024.",
        "De vangst is klein vergeleken met vorig jaar.",
    ],
)
def test_what_a_date_only_measures_is_no_event(text):
    assert summarise([article(text, date="2025-06-02")]).timeline == ()


def test_an_event_of_one_day_is_told_once():
    one = article(
        "Maandag 2 juni praten de ministers van de Oostzee in Tallinn over tankers.", date="2025-05-28"
    )
    two = article(
        "De ministers van de Oostzee praten op 2 juni over tankers en kabels.", number=2, date="2025-05-30"
    )
    other = article("Op 2 juni opent in Bergen een museum voor vissers.", number=3, date="2025-05-30")
    assert [event.translation.sentence.source for event in summarise([one, two, other]).timeline] in (
        [1, 3],
        [2, 3],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Meer dan 100 mensen kwamen zondag om bij een aanval op Charkov.",
        "Het parlement stemde met 230 tegen 180 stemmen donderdag voor de wet.",
    ],
)
def test_a_number_that_is_compared_leaves_the_event_its_date(text):
    (event,) = summarise([article(text, date="2025-06-11")]).timeline
    assert event.date is not None
