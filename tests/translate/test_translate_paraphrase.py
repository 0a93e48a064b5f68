"""Plain Dutch stands where the expression stood, in its form."""

import pytest
from hypothesis import assume, given
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


@pytest.mark.parametrize(
    ("text", "entry", "plain"),
    [
        ("De bond voerde felle actie.", "actie voeren", "protesteren"),
        ("De dieven maakten een grote buit.", "buit maken", "stelen"),
        ("Zij leverden hun strijd.", "strijd leveren", "vechten"),
        ("Hij leverde zijn eigen strijd.", "strijd leveren", "vechten"),
        ('De dieven maakten "enorme" buit.', "buit maken", "stelen"),
        ("Zij leverden zo'n strijd.", "strijd leveren", "vechten"),
        ("Haast maakt de minister niet.", "haast maken", "opschieten"),
        ("Zij hopen waar haast mee te maken.", "haast maken", "snel opschieten"),
        ("Het pand is tegen de vlakte gegaan.", "tegen de vlakte gaan", "gesloopt worden"),
    ],
)
def test_what_would_leave_a_word_alone_or_in_the_wrong_place_is_left_alone(text, entry, plain):
    assert changes(text, entry, plain) == ()


def test_other_words_before_the_noun_do_no_harm():
    assert plainly("De gemeente voerde actie.", "actie voeren", "protesteren") == "De gemeente protesteerde."
    assert (
        plainly("De bond wilde actie voeren.", "actie voeren", "protesteren") == "De bond wilde protesteren."
    )
    assert plainly("Zij vatte het samen.", "samenvatten", "opsommen", VERB) == "Zij somde het op."
    assert plainly("Zij levert felle strijd.", "strijd leveren", "strijd voeren") == "Zij voert felle strijd."


def test_a_capital_inside_the_sentence_stays():
    said = plainly('Zij zei: "Haast maken helpt."', "haast maken", "opschieten")
    assert said == 'Zij zei: "Opschieten helpt."'


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
        ("vermijden", "vermijden vermijdt vermeed vermeden vermeden vermijd vermijdend vermeden"),
        ("genezen", "genezen geneest genas genazen genezen genees genezend genezen"),
        ("geloven", "geloven gelooft geloofde geloofden geloofd geloof gelovend geloofde"),
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


KNOTS = st.sampled_from(
    ["de knoop {}doorhakken", "de knoop {}doorgehakt", "hakten {}de knoop door", "hakt {}de knoop door"]
)


@given(
    st.lists(WORDS, max_size=6).map(" ".join),
    KNOTS,
    st.sampled_from(["", "toch ", "gisteren met tegenzin "]),
    st.lists(WORDS, max_size=6).map(" ".join),
)
def test_the_rest_of_a_sentence_stays_as_it_is(before, knot, between, behind):
    text = " ".join(filter(None, (before, knot.format(between if "hakt" in knot[:4] else ""), behind)))
    matches = KNOT.matches(text)
    assume(matches)
    for match in matches:
        said, _ = paraphrase.rewritten(text, paraphrase.edits(text, match, "besluiten nemen"), ())
        (first, _), *_ = match.spans
        *_, (_, last) = match.spans
        before, behind = text[:first].split(), text[last:].split()
        words = said.split()
        assert words[: len(before)] == before
        assert not behind or words[-len(behind) :] == behind
        between = text[match.spans[0][1] : match.spans[-1][0]].split() if len(match.spans) > 1 else []
        left = iter(words[len(before) : len(words) - len(behind)])
        assert all(word in left for word in between)  # in their order


def test_the_shipped_plain_dutch_has_forms_and_is_not_what_it_replaces():
    known = dictionary.load()
    for entry, rest in known.table.items():
        if plain := known.plain(entry):
            assert plain != entry
            if rest[0] in "pv":
                prefix, verb = verbs.split_prefix(plain.split(" ")[-1])
                forms = verbs.conjugate(prefix + verb)
                said = verbs.paradigm(verb)
                assert verb.endswith("n"), entry
                assert said["third"] in forms.finite | forms.whole, entry
                assert prefix + said["participle"] in forms.whole, entry
