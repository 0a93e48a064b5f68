"""Terms are annotated, checked, polished and reported."""

from dataclasses import replace

import pytest

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher
from briefing.translate import terms
from briefing.translate.engine import InlineTerm
from briefing.translate.finish import finish
from briefing.translate.types import TermOutcome

TRUCE = Term("bestand", "truce", PartOfSpeech.NOUN)
FILE = Term("bestand", "file", PartOfSpeech.NOUN, status=TermStatus.FORBIDDEN)
DUTCH = "Het bestand houdt stand."


def matches(text, *entries):
    return Matcher(Glossary(entries)).matches(text)


def test_a_term_is_annotated_where_it_stands_with_its_base_form():
    assert terms.inline(matches(DUTCH, TRUCE)) == (InlineTerm(4, 11, "truce"),)


def test_a_term_can_be_put_in_place_of_the_dutch():
    assert terms.in_place(DUTCH, matches(DUTCH, TRUCE)) == (
        "Het truce houdt stand.",
        (InlineTerm(4, 9, "truce"),),
    )


def test_a_term_can_be_put_in_place_in_quotation_marks_without_annotation():
    assert terms.in_place(DUTCH, matches(DUTCH, TRUCE), terms.quoted)[0] == 'Het "truce" houdt stand.'


def test_the_words_of_terms_can_be_left_out_with_all_places_kept():
    text = "De coalitie stelde de top uit."
    found = matches(text, Term("uitstellen", "postpone", PartOfSpeech.VERB))
    assert terms.blanked(text, found) == "De coalitie        de top    ."


def test_only_added_quotation_marks_are_taken_out_again():
    plain, quoted = "Het bestand.", 'Het "bestand".'
    assert terms.unquoted('The "truce" holds.', plain, matches(plain, TRUCE)) == "The truce holds."
    assert terms.unquoted('The "truce" holds.', quoted, matches(quoted, TRUCE)) == 'The "truce" holds.'
    assert terms.unquoted('A "word" more.', plain, matches(plain, TRUCE)) == 'A "word" more.'


def test_a_common_noun_gets_no_capital_inside_a_sentence():
    assert terms.polished("The Truce holds.", matches(DUTCH, TRUCE)) == "The truce holds."


def test_but_it_keeps_its_capital_at_the_start_of_a_sentence():
    assert terms.polished("Truce holds.", matches(DUTCH, TRUCE)) == "Truce holds."


def test_no_word_of_a_common_noun_gets_one():
    found = matches("Een wapenembargo.", Term("wapenembargo", "embargo on arms", PartOfSpeech.NOUN))
    assert terms.polished("There are Embargoes on Arms.", found) == "There are embargoes on arms."
    assert terms.polished("Embargoes on Arms fail.", found) == "Embargoes on arms fail."


def test_and_a_term_gets_the_capitals_that_the_glossary_has():
    found = matches("De blauwhelmen.", Term("blauwhelm", "UN peacekeeper", PartOfSpeech.NOUN))
    assert terms.polished("The un peacekeepers.", found) == "The UN peacekeepers."


def test_a_name_keeps_its_capitals():
    found = matches("De Krimbrug is dicht.", Term("Krimbrug", "Crimea Bridge", PartOfSpeech.NAME))
    assert terms.polished("The Crimea Bridge is shut.", found) == "The Crimea Bridge is shut."


@pytest.mark.parametrize(
    ("english", "mended"),
    [
        ("There is a armistice.", "There is an armistice."),
        ("An truce came.", "A truce came."),
        ("He is an UN envoy and a MP.", "He is a UN envoy and an MP."),
        ("A hour in an university", "An hour in a university"),
        (
            "A unidentified man had an SIM card and a eunuch.",
            "An unidentified man had a SIM card and a eunuch.",
        ),
        ("an unidirectional link, a unimportant one", "a unidirectional link, an unimportant one"),
        ("a 8 per cent rise", "an 8 per cent rise"),
        ("the minister came", "The minister came"),
        ("They were phoneing and surpriseing us.", "They were phoning and surprising us."),
        ("The wellbeing of an ageing human being", "The wellbeing of an ageing human being"),
        ('The " hybrid" threat and "peace"', 'The "hybrid" threat and "peace"'),
        ('He said "yes" and " no ".', 'He said "yes" and "no".'),
        ('He said "yes" and left.', 'He said "yes" and left.'),
    ],
)
def test_articles_fit_their_sound_and_a_sentence_begins_as_the_dutch_does(english, mended):
    assert finish(english, "Een zin." if english[0].isupper() or mended[0].isupper() else "een zin") == mended


def test_a_name_gets_the_spelling_of_the_glossary():
    found = matches("Het Defensieverbond kwam.", Term("Defensieverbond", "Defense Union", PartOfSpeech.NAME))
    assert terms.polished("The Defence Union's talks.", found) == "The Defense Union's talks."


def test_but_a_common_noun_keeps_the_spelling_it_came_in():
    found = matches("Een arbeidsmacht.", Term("arbeidsmacht", "labor force", PartOfSpeech.NOUN))
    assert terms.polished("A labour force.", found) == "A labour force."


def test_a_term_is_kept_repaired_or_missed():
    found = matches(DUTCH, TRUCE)

    def status(english, first=None):
        return [use.status for use in terms.outcomes(found, english, first=first)]

    assert status("The truces hold.") == [TermOutcome.KEPT]
    assert status("The truce holds.", "The truce held.") == [TermOutcome.KEPT]
    assert status("The truce holds.", "The file holds.") == [TermOutcome.REPAIRED]
    assert status("The file holds.", "The file holds.") == [TermOutcome.MISSED]


def test_the_memory_key_changes_with_the_target_and_with_what_is_forbidden():
    keys = {
        terms.key(found)
        for found in (
            (),
            matches(DUTCH, TRUCE),
            matches(DUTCH, TRUCE, FILE),
            matches(DUTCH, Term("bestand", "armistice", PartOfSpeech.NOUN)),
        )
    }
    assert len(keys) == 4


def test_a_separable_verb_is_put_where_its_first_part_stands():
    text = "De coalitie stelde de top gisteren uit."
    (match,) = matches(text, Term("uitstellen", "postpone", PartOfSpeech.VERB))
    put, (annotation,) = terms.in_place(text, [match])
    assert put == "De coalitie postponed de top gisteren."
    assert put[annotation.start : annotation.end] == "postponed"


def test_a_part_of_a_compound_is_put_beside_the_rest_of_the_word():
    text = "Het veiligheidsgarantiepakket ligt klaar."
    (match,) = matches(text, Term("veiligheidsgarantie", "security guarantee", PartOfSpeech.NOUN))
    put, (annotation,) = terms.in_place(text, [match])
    assert put == "Het security guarantee pakket ligt klaar."
    assert put[annotation.start : annotation.end] == "security guarantee"


VERB = PartOfSpeech.VERB


@pytest.mark.parametrize(
    ("entry", "dutch", "english", "agreeing"),
    [
        (Term("beramen", "mastermind", VERB), "De roof is beraamd door drie mannen.", "The raid has been mastermind by three men.", "The raid has been masterminded by three men."),
        (Term("aanhouden", "round up", VERB), "Zij werden aangehouden.", "They were soon round up.", "They were soon rounded up."),
        (Term("raadsheer", "justice of the peace", PartOfSpeech.NOUN), "Twee raadsheren spraken.", "Two justice of the peace spoke.", "Two justices of the peace spoke."),
        (Term("opperbevelhebber", "commander-in-chief", PartOfSpeech.NOUN), "Er zijn 12 opperbevelhebbers.", "There are 12 commander-in-chief.", "There are 12 commanders-in-chief."),
        (Term("raket", "missile", PartOfSpeech.NOUN), "Drie aanvallen met raketten volgden.", "Three missile attacks followed.", "Three missile attacks followed."),
        (Term("raket", "missile", PartOfSpeech.NOUN), "De raketten vielen.", "The missile fell.", "The missile fell."),
        (Term("D66", "D66", status=TermStatus.KEEP), "Twee D66 stemden.", "Two D66 voted.", "Two D66 voted."),
    ],
)  # fmt: skip
def test_a_term_in_its_base_form_agrees_where_both_languages_ask_for_it(entry, dutch, english, agreeing):
    assert terms.agreeing(english, matches(dutch, entry)) == agreeing


def test_one_rendering_is_one_outcome():
    found = matches("Het bestand houdt, en een tweede bestand volgt.", TRUCE)
    uses = terms.outcomes(found, "The truce holds, and a second ceasefire follows.")
    assert [use.status for use in uses] == [TermOutcome.KEPT, TermOutcome.MISSED]
    uses = terms.outcomes(found, "The truce holds; a second truce follows.", first="The truce holds.")
    assert [use.status for use in uses] == [TermOutcome.KEPT, TermOutcome.REPAIRED]


@pytest.mark.parametrize(
    "entry",
    [
        Term("bestanden", "truce", PartOfSpeech.NOUN),
        Term("bestand", "truce", PartOfSpeech.VERB),
        Term("bestand", "truce", PartOfSpeech.NOUN, case_sensitive=True),
    ],
)
def test_the_memory_key_changes_with_all_that_decides_on_the_rendering(entry):
    at = matches(DUTCH, TRUCE)
    assert terms.key([replace(at[0], terms=(entry,))]) != terms.key(at)
