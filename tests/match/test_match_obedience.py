"""What counts as obeyed, missed and forbidden."""

import pytest

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher, TermMatch
from briefing.match.obedience import Breach, forbidden, forbidden_in, missed, violations

NOUN = PartOfSpeech.NOUN
TRUCE = Term("bestand", "truce", NOUN)
FILE = Term("bestand", "file", NOUN, status=TermStatus.FORBIDDEN)
DUTCH = "Het bestand houdt stand."


def matches(text, *entries):
    return Matcher(Glossary(entries)).matches(text)


def test_a_term_is_missed_where_no_form_of_it_stands():
    found = matches(DUTCH, TRUCE)
    assert missed(found, "The file holds.") == found
    assert missed(found, "The truces hold.") == ()


def test_an_admitted_rendering_obeys_too():
    found = matches(DUTCH, TRUCE, Term("bestand", "armistice", NOUN, status=TermStatus.ADMITTED))
    assert missed(found, "The armistice holds.") == ()


def test_a_term_to_keep_must_stand_letter_for_letter():
    found = matches(
        "Zij las de Volkskrant.", Term("de Volkskrant", "", PartOfSpeech.NAME, status=TermStatus.KEEP)
    )
    assert missed(found, "She read de Volkskrant.") == ()
    assert missed(found, "She read De volkskrant.") == found
    assert missed(found, "She read the People's Paper.") == found


@pytest.mark.parametrize(
    ("kept", "right", "wrong"),
    [
        ("@redactie", "Follow (@redactie).", "Follow @@redactie."),
        ("http://a.nl/b", "See http://a.nl/b.", "See athttp://http://a.nl/b."),
        ("x_1@a.nl", "Mail x_1@a.nl.", "Mail #x_1@a.nl."),
    ],
)
def test_an_address_inside_another_one_is_not_kept(kept, right, wrong):
    found = (TermMatch((Term(kept, "", status=TermStatus.KEEP),), ((0, len(kept)),), kept),)
    assert missed(found, right) == ()
    assert missed(found, wrong) == found


def test_a_forbidden_rendering_is_given_as_it_stands_there():
    found = matches(DUTCH, TRUCE, FILE)
    assert forbidden(found, "The Files hold.") == ("Files",)
    assert forbidden(found, "The truce holds.") == ()


def test_a_forbidden_word_inside_an_accepted_rendering_is_no_fault():
    banned = Term("bestand", "fire", NOUN, status=TermStatus.FORBIDDEN)
    found = matches(DUTCH, Term("bestand", "end of fire", NOUN), banned)
    assert forbidden(found, "The end of fire holds.") == ()


def test_a_rendering_accepted_for_another_term_is_not_forbidden():
    terms = (
        Term("Europese Raad", "European Council"),
        Term("Europese Raad", "Council of Europe", status=TermStatus.FORBIDDEN),
        Term("Raad van Europa", "Council of Europe"),
    )
    english = "The European Council and the Council of Europe."
    assert list(forbidden_in(matches("De Europese Raad en de Raad van Europa.", *terms), english)) == []
    one = forbidden_in(matches("De Europese Raad.", *terms), english)
    assert [(term.target, text) for _, term, text in one] == [("Council of Europe", "Council of Europe")]


def test_violations_name_the_pair_the_term_and_what_was_wanted():
    keep = Term("Clingendael", "", PartOfSpeech.NAME, status=TermStatus.KEEP)
    pairs = [
        ("a:1", DUTCH, "The file holds."),
        ("a:2", DUTCH, "The truce holds."),
        ("a:3", "Clingendael meldt het.", "The institute reports it."),
    ]
    found = violations(pairs, Matcher(Glossary((TRUCE, FILE, keep))))
    assert [(v.place, v.breach, v.wanted) for v in found] == [
        ("a:1", Breach.MISSED, "truce"),
        ("a:1", Breach.FORBIDDEN, "file"),
        ("a:3", Breach.MISSED, "Clingendael"),
    ]


OCCUPIED = Term("bezet gebied", "occupied territory", NOUN)


@pytest.mark.parametrize(
    ("english", "obeyed"),
    [
        ("She demands the territories occupied by the neighbour back.", True),
        ("She demands the territory occupied by the neighbour back.", True),
        ("She demands the occupied territories back.", True),
        ("She demands the territories occupied since March back.", False),
        ("She demands the territories back, occupied by the neighbour.", False),
        ("She demands the towns occupied by the neighbour back.", False),
    ],
)
def test_a_participle_may_stand_behind_its_noun_with_who_did_it(english, obeyed):
    found = matches("Zij eist de door het buurland bezette gebieden terug.", OCCUPIED)
    assert len(found) == 1
    assert (missed(found, english) == ()) is obeyed


@pytest.mark.parametrize(
    ("english", "gone"),
    [
        ("The truce holds, and a second truce follows.", 0),
        ("The truce holds, and a second ceasefire follows.", 1),
        ("The ceasefire holds, and a second one follows.", 2),
    ],
)
def test_two_occurrences_need_two_renderings(english, gone):
    found = matches("Het bestand houdt stand, en een tweede bestand volgt.", TRUCE)
    assert len(missed(found, english)) == gone


def test_the_longest_rendering_is_given_first():
    found = matches(
        "De raad sprak met de Raad van Europa.",
        Term("raad", "council", NOUN),
        Term("Raad van Europa", "Council of Europe"),
    )
    assert missed(found, "The Council of Europe was spoken to by the council.") == ()
    assert [m.surface for m in missed(found, "It spoke with the Council of Europe.")] == ["raad"]


def test_a_term_in_a_compound_may_share_the_rendering_of_another():
    found = matches("De burgemeester houdt van het burgemeesterschap.", Term("burgemeester", "mayor", NOUN))
    assert [m.compound for m in found] == [False, True]
    assert missed(found, "The mayor likes the job.") == ()


def test_a_verb_takes_its_own_words_and_leaves_those_between_to_other_terms():
    entries = (Term("kabinet", "cabinet", NOUN), Term("ten val brengen", "bring down", PartOfSpeech.PHRASE))
    found = matches("De oppositie bracht het kabinet ten val.", *entries)
    assert missed(found, "The opposition brought the cabinet down.") == ()
    assert [m.surface for m in missed(found, "The opposition brought it down.")] == ["kabinet"]


def test_an_abbreviation_that_is_a_word_in_small_letters_is_not_that_word():
    found = matches("De VS gaven ons wapens.", Term("VS", "US", PartOfSpeech.ABBREVIATION))
    assert missed(found, "They gave us weapons.") == found
    assert missed(found, "The US gave us weapons.") == ()
