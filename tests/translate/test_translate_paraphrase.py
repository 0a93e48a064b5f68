"""Plain Dutch stands where the expression stood, in its form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher, verbs
from briefing.translate import dictionary, paraphrase
from briefing.translate.engine import InlineTerm

PHRASE, VERB = PartOfSpeech.PHRASE, PartOfSpeech.VERB


def changes(text, entry, plain, pos=PHRASE):
    (match,) = Matcher(Glossary((Term(entry, "x", pos),))).matches(text)
    return paraphrase.edits(text, match, plain)


def plainly(*args):
    return paraphrase.rewritten(args[0], changes(*args), ())[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De leiders hakten gisteren de knoop door.", "De leiders namen gisteren het besluit."),
        ("Zij hakt de knoop door.", "Zij neemt het besluit."),
        ("De knoop moet worden doorgehakt.", "Het besluit moet worden genomen."),
        ("Om de knoop door te hakken.", "Om het besluit te nemen."),
        ("Zij zei dat zij de knoop doorhakt.", "Zij zei dat zij het besluit neemt."),
        ("Zij moeten de knoop door kunnen hakken.", "Zij moeten het besluit kunnen nemen."),
    ],
)
def test_plain_dutch_has_the_form_of_the_expression(text, said):
    assert plainly(text, "de knoop doorhakken", "het besluit nemen") == said


@pytest.mark.parametrize(
    ("text", "entry", "plain", "said"),
    [
        ("Zij sprak dat tegen.", "tegenspreken", "ontkennen", "Zij ontkende dat."),
        ("Dat werd tegengesproken.", "tegenspreken", "ontkennen", "Dat werd ontkend."),
        ("Zij hoopte dat tegen te spreken.", "tegenspreken", "ontkennen", "Zij hoopte dat te ontkennen."),
        ("Zij haalde haar gelijk.", "zijn gelijk halen", "gelijk krijgen", "Zij kreeg gelijk."),
        (
            "Wij deden ons best.",
            "zijn best doen",
            "zijn uiterste kracht geven",
            "Wij gaven ons uiterste kracht.",
        ),
        ("Het gaat tegen de vlakte.", "tegen de vlakte gaan", "gesloopt worden", "Het wordt gesloopt."),
        ("Dat is in spe.", "in spe", "later", "Dat is later."),
        ("Zij zei haast te maken.", "haast maken", "snel opschieten", "Zij zei snel op te schieten."),
        ("Zij maakt morgen haast.", "haast maken", "snel opschieten", "Zij schiet morgen snel op."),
    ],
)
def test_verbs_in_one_piece_or_two(text, entry, plain, said):
    pos = VERB if " " not in entry else None if entry == "in spe" else PHRASE
    assert plainly(text, entry, plain, pos) == said


def test_a_perfect_with_another_auxiliary_is_left_alone():
    assert changes("Zij zijn het lek op het spoor gekomen.", "op het spoor komen", "ontdekken") == ()
    assert (
        plainly("Zij kwamen het lek op het spoor.", "op het spoor komen", "ontdekken")
        == "Zij ontdekten het lek."
    )
    assert plainly("Hij is de straat op gegaan.", "de straat op gaan", "verdwijnen") == "Hij is verdwenen."


def test_a_form_that_may_be_a_participle_and_another_is_left_alone():
    assert changes("Zij hebben de strijdbijl begraven.", "de strijdbijl begraven", "vrede maken") == ()
    assert changes("Hij heeft de biezen gepakt.", "de biezen pakken", "vertrekken") == ()
    assert changes("Boodschappen moeten worden gedaan.", "boodschappen doen", "winkelen") == ()


def test_a_noun_with_geen_before_it_is_left_alone():
    assert changes("Zij leverden geen strijd.", "strijd leveren", "vechten") == ()
    assert plainly("Zij leverden strijd.", "strijd leveren", "vechten") == "Zij vochten."


def test_annotations_move_with_their_words():
    text = "Zij sprak de minister tegen."
    start = text.index("minister")
    change = changes(text, "tegenspreken", "ontkennen", VERB)
    said, (term,) = paraphrase.rewritten(text, change, [InlineTerm(start, start + 8, "minister")])
    assert said == "Zij ontkende de minister."
    assert said[term.start : term.end] == "minister"


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("nemen", "nemen neemt nam namen genomen neem nemend genomen"),
        ("verspillen", "verspillen verspilt verspilde verspilden verspild verspil verspillend verspilde"),
        ("besluiten", "besluiten besluit besloot besloten besloten besluit besluitend besloten"),
        ("hebben", "hebben heeft had hadden gehad heb hebbend gehadde"),
        ("kunnen", "kunnen kan kon konden gekund kan kunnend gekunde"),
        ("zetten", "zetten zet zette zetten gezet zet zettend gezette"),
        ("handelen", "handelen handelt handelde handelden gehandeld handel handelend gehandelde"),
        (
            "veroordelen",
            "veroordelen veroordeelt veroordeelde veroordeelden veroordeeld veroordeel veroordelend veroordeelde",
        ),
        ("vergaan", "vergaan vergaat verging vergingen vergaan verga vergaand vergane"),
    ],
)
def test_the_forms_of_a_verb(infinitive, forms):
    found = verbs.paradigm(infinitive)
    assert list(found) == list(verbs.SLOTS)
    assert " ".join(found.values()) == forms
    assert verbs.slot(infinitive, forms.split()[2]) == "past"
    assert verbs.slot(infinitive, "xyzzy") == ""


WORDS = st.sampled_from(
    "de De knoop door hakten hakt doorgehakt doorhakken te hakken , zullen worden mee . niet".split()
)
KNOT = Matcher(Glossary((Term("de knoop doorhakken", "x", PHRASE),)))


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_the_rest_of_a_sentence_stays_as_it_is(text):
    for match in KNOT.matches(text):
        said, _ = paraphrase.rewritten(text, paraphrase.edits(text, match, "besluiten nemen"), ())
        rest = [w for w in text.split() if w not in set(match.surface.split())]
        assert [w for w in said.split() if w in rest] == [w for w in rest if w in said.split()]


def test_the_shipped_plain_dutch_has_forms_and_is_not_what_it_replaces():
    known = dictionary.load()
    for entry, rest in known.table.items():
        if plain := known.plain(entry):
            assert plain != entry
            if rest[0] in "pv":
                prefix, verb = verbs.split_prefix(plain.split(" ")[-1])
                assert verb.endswith("n"), entry
                assert prefix + verbs.paradigm(verb)["third"], entry
