"""Numbers of one thing that differ between sources."""

import pytest
from summary_builders import article

from briefing.summarise import summarise
from briefing.summarise.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "language", "values", "written"),
    [
        ("In Oslo zaten 27 westerse leiders aan tafel.", "nl", (27,), "27 westerse leiders"),
        ("Er zijn tot 250.000 militairen nodig.", "nl", (250_000,), "tot 250.000 militairen"),
        ("Het gaat om 10.000 tot 30.000 troepen.", "nl", (10_000, 30_000), "10.000 tot 30.000 troepen"),
        ("Er zijn dertig bondgenoten aanwezig.", "nl", (30,), "dertig bondgenoten"),
        ("Dat kost 3,5 miljoen kronen.", "nl", (3_500_000,), "3,5 miljoen kronen"),
        ("Some 1,500 soldiers arrived.", "en", (1500,), "Some 1,500 soldiers"),
        ("Er voeren drieëntwintig schepen uit.", "nl", (23,), "drieëntwintig schepen"),
        ("Er voeren tweehonderd schepen uit.", "nl", (200,), "tweehonderd schepen"),
        ("Er kwamen vijfduizend vissers.", "nl", (5000,), "vijfduizend vissers"),
        ("Thirty-four ships sailed.", "en", (34,), "Thirty-four ships"),
        ("Two hundred ships sailed.", "en", (200,), "Two hundred ships"),
    ],
)
def test_a_number_is_read_with_its_noun(text, language, values, written):
    (found,) = find_quantities(text, language)
    assert (found.values, found.written) == (values, written)


def test_leaders_of_thirty_countries_are_leaders_and_countries():
    (found,) = find_quantities("Leiders van bijna 30 landen kwamen bijeen.", "nl")
    assert found.written == "Leiders van bijna 30 landen"
    assert found.heads == ("land", "leider")


@pytest.mark.parametrize(
    "text", ["Dat duurt drie weken.", "In 2025 begon het.", "Het is 16.00 uur.", "Eén schip zonk."]
)
def test_units_years_and_one_are_not_counted(text):
    assert find_quantities(text, "nl") == ()


def listed(*articles):
    return [[value for value, _ in d.values] for d in summarise(articles).disagreements]


def test_two_sources_with_different_numbers_are_listed_with_the_english_words():
    one = article(
        ("In Oslo maakten 27 westerse leiders afspraken.", "In Oslo 27 Western leaders made agreements.")
    )
    two = article(
        ("Leiders van bijna 40 landen waren in Oslo.", "Leaders of nearly 40 countries were in Oslo."),
        number=2,
    )
    assert listed(one, two) == [["27 Western leaders", "Leaders of nearly 40 countries"]]


@pytest.mark.parametrize(
    ("said", "otherwise", "disagree"),
    [
        ("27 leiders", "bijna 30 leiders", False),
        ("32 leiders", "ruim 30 leiders", False),
        ("28 leiders", "ongeveer 30 leiders", False),
        ("32 leiders", "zo'n 30 leiders", False),
        ("31 leiders", "bijna 30 leiders", True),
        ("29 leiders", "ruim 30 leiders", True),
        ("20 leiders", "ongeveer 30 leiders", True),
        ("5 doden", "minstens 3 doden", True),
    ],
)
def test_a_number_disagrees_with_one_that_is_about_so_much_only_where_it_is_out_of_reach(
    said, otherwise, disagree
):
    one = article(f"In Oslo waren er {said} bijeen.")
    two = article(f"In Oslo waren er {otherwise} bijeen.", number=2)
    assert bool(listed(one, two)) is disagree


def test_one_source_does_not_disagree_with_itself():
    one = article("In Oslo waren 27 leiders bijeen.", "Later kwamen nog 30 leiders naar Oslo.")
    assert listed(one) == []


def test_equal_numbers_and_a_number_inside_a_range_agree():
    one = article("Er gaan 10.000 tot 30.000 troepen naar de kust.")
    assert listed(one, article("Er gaan 25.000 troepen naar de kust.", number=2)) == []
    assert len(listed(one, article("Er gaan 45.000 troepen naar de kust.", number=2))) == 1


@pytest.mark.parametrize(
    ("said", "otherwise", "disagree"),
    [
        ("Er liggen 12 tankers in de haven van Oslo.", "In de haven van Oslo liggen 9 tankers.", True),
        (
            "De marine wil 12 extra schepen naar de Oostzee sturen.",
            "De marine stuurt 9 schepen naar de Oostzee.",
            False,
        ),
        ("De kustwacht hield 12 tankers aan.", "Estland bouwt komend jaar 9 tankers.", False),
        ("Er zijn 250.000 militairen nodig.", "Londen spreekt over 10.000 tot 30.000 militairen.", True),
    ],
)
def test_one_thing_is_the_noun_with_more_of_its_clause_and_wanted_or_not(said, otherwise, disagree):
    assert bool(listed(article(said), article(otherwise, number=2))) is disagree


def test_a_line_of_nothing_but_numbers_is_read_to_its_end():
    assert len(find_quantities("zes schepen van de " * 3000, "nl")) == 3000


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two hundred and fifty people died.", "en"),
        ("Six hundred and twelve hostages returned.", "en"),
        ("One hundred and fifty thousand soldiers fled.", "en"),
        ("Er kwamen drieduizend vijfhonderd mensen.", "nl"),
    ],
)
def test_a_part_of_a_longer_numeral_is_no_number(text, language):
    assert find_quantities(text, language) == ()
