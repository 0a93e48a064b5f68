"""Terms and names for a title nobody gave."""

from __future__ import annotations

import memo_builder as build
import pytest

from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.memo import topics


def test_terms_that_stand_in_most_articles_come_first():
    assert topics.terms(build.articles(), build.GLOSSARY)[0] == "reassurance force"


def test_names_leave_out_words_of_terms_titles_and_days():
    found = topics.names(build.articles(), limit=20)
    assert "Ukraine" in found
    assert not {"House", "Thursday", "Prime", "Minister"} & set(" ".join(found).split())


def test_nothing_is_invented_where_there_is_nothing():
    assert topics.terms((), None) == ()
    assert topics.names(()) == ()


def said(*english: str, terms=()):
    """Return one article that says these sentences."""
    told = [[build.translation(f"S1.P{n}.1", en, en, terms=terms)] for n, en in enumerate(english, 1)]
    return (build.article(1, told),)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Yesterday Gijs van Oort and Rik de Boer met Noor.", {"Gijs van Oort", "Rik de Boer", "Noor"}),
        ("On Monday, Ines von der Heide spoke.", {"Ines von der Heide"}),
        (
            "In the port, van Oort saw Omar al-Hadi and Sami bin Rashed.",
            {"van Oort", "Omar al-Hadi", "Sami bin Rashed"},
        ),
        ("There Minister De Boer met President Lena zu Anhalt.", {"De Boer", "Lena zu Anhalt"}),
        ("The minister met Élodie Marchand.", {"Élodie Marchand"}),
        ("On Tuesday ten Polish ships left Gdynia.", {"Gdynia"}),
    ],
)
def test_a_surname_keeps_its_particles(sentence, names):
    assert set(topics.names(said(sentence), limit=9)) == names


def test_one_surname_with_and_without_first_name_is_one_name():
    found = topics.names(
        said("Yesterday Gijs van Oort left.", "Today Van Oort came back.", "Later Van Oort ate.")
    )
    assert found == ("Van Oort",)


@pytest.mark.parametrize(
    "name",
    ["Julian", "Fabian", "Adriana", "Tatiana", "Orleans", "Indiana", "Germany", "Afghanistan", "Vatican"],
)
def test_a_name_that_sounds_like_a_people_is_a_name(name):
    assert topics.names(said(f"Yesterday the ship reached {name}.")) == (name,)


@pytest.mark.parametrize(
    "people",
    [
        "Ukrainian",
        "Danish",
        "Germans",
        "Irish",
        "Frenchmen",
        "Franco-German",
        "French-speaking",
        "Westerners",
    ],
)
def test_a_people_is_no_name(people):
    assert topics.names(said(f"Yesterday the {people} crew left."), limit=9) == ()


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("air base", "air bases"), ("crisis", "crises"), ("frigate", "frigates")],
)
def test_a_term_stands_in_the_number_that_the_text_prefers(singular, plural):
    glossary = Glossary((Term("x", singular, PartOfSpeech.NOUN),), "g", "0")
    use = (build.use("x", singular),)
    many = said(f"The {plural} were there.", f"Both {plural} left.", f"One {singular} stayed.", terms=use)
    assert topics._number(singular, many) == plural
    assert topics.terms(said(f"One {singular} stayed.", terms=use), glossary) == (singular,)


@pytest.mark.parametrize(("count", "least"), [(0, 1), (1, 1), (2, 2), (5, 2), (6, 2), (7, 3), (8, 3)])
def test_what_articles_share_stands_in_a_third_of_them_and_in_two(count, least):
    assert topics.least_shared(said("One.") * count) == least


def test_what_one_article_of_several_says_is_left_out_where_more_are_asked_for():
    assert topics.terms(build.articles(), build.GLOSSARY, least=2) == ("reassurance force",)
    assert "Kremlin" in topics.names(build.articles())
    assert "Kremlin" not in topics.names(build.articles(), least=2)
