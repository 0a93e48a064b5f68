"""Effort goes where it is needed: a wider search for what looks bad, then other ways of asking."""

from dataclasses import replace

import pytest
from fake_engine import FakeEngine

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher
from briefing.translate import dictionary, placeholders
from briefing.translate.candidates import UNTOLD
from briefing.translate.dictionary import Dictionary
from briefing.translate.engine import Hypothesis, Likelihood
from briefing.translate.search import N_BEST, Job, Means, SearchOptions, judge, search
from briefing.translate.types import Flag

OPTIONS = SearchOptions()
SURE, UNSURE = -0.04, -0.19
TRUCE = Term("bestand", "truce", PartOfSpeech.NOUN)
FILE = Term("bestand", "file", PartOfSpeech.NOUN, status=TermStatus.FORBIDDEN)
DUTCH = "Het bestand duurt."


@pytest.fixture(autouse=True)
def words(monkeypatch):
    """An empty dictionary in place of the shipped one, to be filled by a test."""
    known = {}
    monkeypatch.setattr(dictionary, "load", lambda: Dictionary(known))
    return known


def run(engine, *jobs, options=OPTIONS):
    search(engine, jobs, options)
    return jobs


def matches(text, *entries):
    return Matcher(Glossary(entries)).matches(text)


def test_where_nothing_is_wrong_each_sentence_is_decoded_once():
    engine = FakeEngine(
        {"Hij kwam.": [Hypothesis("He came.", SURE)], "Zij ging.": [Hypothesis("She left.", UNSURE)]}
    )
    run(engine, *map(Job, ("Hij kwam.", "Zij ging.")))
    ((beam, asked),) = engine.calls
    assert beam == OPTIONS.beam
    assert [s.text for s in asked] == ["Hij kwam.", "Zij ging."]


def test_without_a_choice_the_likeliest_translation_is_taken_as_it_is():
    hypotheses = [Hypothesis("She went.", UNSURE), Hypothesis("She did not go.", UNSURE - 0.1)]
    engine = FakeEngine({"Zij ging niet.": hypotheses}, untold={})
    (job,) = run(engine, Job("Zij ging niet."), options=SearchOptions(choose=False))
    assert job.best.english == "She went."
    assert job.best.flags == (Flag.NEGATION,)
    assert (len(engine.calls), engine.told) == (1, [])


def test_a_candidate_without_flags_wins_over_a_likelier_one():
    engine = FakeEngine(
        {
            "Zij ging niet.": [
                Hypothesis("She left.", SURE),
                Hypothesis("She did not go.", SURE - 0.3),
            ],
        }
    )
    (job,) = run(engine, Job("Zij ging niet."))
    assert (job.best.english, job.best.flags) == ("She did not go.", ())


def test_a_text_cut_off_by_the_length_limit_is_flagged():
    engine = FakeEngine({"Hij kwam.": [Hypothesis("He came.", SURE, finished=False)]})
    (job,) = run(engine, Job("Hij kwam."))
    assert Flag.CUT in job.best.flags


def test_a_missed_term_is_asked_for_in_place_of_the_dutch_and_in_quotation_marks():
    wrong = [Hypothesis("The file lasts.", SURE)]
    engine = FakeEngine(
        {
            DUTCH: wrong,
            "Het truce duurt.": wrong,
            'Het "truce" duurt.': [Hypothesis('The "truce" lasts.', SURE)],
        },
        terminology="inline-1",
    )
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert job.best.english == "The truce lasts."
    beam, asked = engine.calls[-1]
    assert beam == OPTIONS.repair_beam
    assert not any(s.prefix for s in asked)
    assert [(s.text, bool(s.terms)) for s in asked if s.text != DUTCH] == [
        ("Het truce duurt.", True),
        ('Het "truce" duurt.', False),
    ]


def test_a_dropped_word_is_hinted_at():
    """The lexicon is sure of *vrede*; the English says nothing of it."""
    text = "De leiders willen vrede."
    engine = FakeEngine({text: [Hypothesis("The leaders want to.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    hinted = [t for s in engine.calls[-1][1] for t in s.terms]
    assert [(text[t.start : t.end], t.target) for t in hinted] == [("vrede", "peace")]


def test_a_name_that_was_lost_is_annotated_as_itself():
    text = "De partij van Selwin ten Gravauer wint."
    engine = FakeEngine({text: [Hypothesis("Selwin's party wins.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    hinted = [t for _, asked in engine.calls for s in asked for t in s.terms]
    assert [t.target for t in hinted if text[t.start : t.end] == t.target] == ["Selwin ten Gravauer"]


def test_and_forced_where_it_is_still_lost():
    text = "Dat maakte Eurostat bekend."
    wrong = [Hypothesis("That was announced by Statistics Netherlands.", SURE)]
    forced = "That was announced by Eurostat"
    engine = FakeEngine(
        {text: wrong, (text, forced): [Hypothesis(f"{forced}.", SURE)]}, terminology="inline-1"
    )
    (job,) = run(engine, Job(text))
    assert job.best.english == "That was announced by Eurostat."
    assert job.best.flags == ()


def test_with_the_preposition_that_was_lost_with_it():
    text = "Het aantal boekingen vanuit België stijgt."
    lost = "The number of bookings is rising."
    engine = FakeEngine(
        {
            text: [Hypothesis(lost, SURE)],
            (text, "The number of bookings Belgium"): [
                Hypothesis("The number of bookings Belgium is rising.", UNSURE)
            ],
            (text, "The number of bookings from Belgium"): [
                Hypothesis("The number of bookings from Belgium is rising.", SURE)
            ],
        },
        terminology="inline-1",
    )
    (job,) = run(engine, Job(text))
    assert job.best.english == "The number of bookings from Belgium is rising."


def test_but_no_adjective_or_compound_is():
    text = "De Zeldense commissie van het Instituut voor Veiligheidsstudies zweeg."
    engine = FakeEngine({text: [Hypothesis("The committee was silent.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    assert not any(s.forced for _, asked in engine.calls for s in asked)


def test_a_name_of_the_dictionary_that_the_model_will_not_have_is_forced(words):
    words["tsjadische"] = "e\tChadian"
    text = "Het Tsjadische leger zweeg."
    script = {(text, "The Chadian"): [Hypothesis("The Chadian army was silent.", SURE)]}
    for asked in (text, "Het Chadian leger zweeg."):
        script[asked] = [Hypothesis("The Czech army was silent.", SURE)]
    engine = FakeEngine(script, terminology="inline-1")
    (job,) = run(engine, Job(text))
    assert job.best.english == "The Chadian army was silent."
    assert job.best.untold == ()


def test_and_a_sentence_with_every_word_rendered_is_not():
    text = "De leiders willen vrede."
    engine = FakeEngine({text: [Hypothesis("The leaders want peace.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    assert len(engine.calls) == 1


def test_a_word_of_the_dictionary_is_hinted_at_and_put_in_place_by_each_of_its_first_renderings(words):
    text = "De loodgieter wil vrede."
    words["loodgieter"] = "n\tplumber; plumbing firm; pipe fitter"
    engine = FakeEngine({text: [Hypothesis("The sandler wants peace.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    asked = [(s.text, [t.target for t in s.terms]) for s in engine.calls[1][1]]
    assert asked == [
        (text, ["plumber"]),
        ("De plumber wil vrede.", ["plumber"]),
        ("De plumbing firm wil vrede.", ["plumbing firm"]),
    ]


def test_two_words_are_put_in_place_together_and_each_alone(words):
    text = "De loodgieter wil gruwelijk graag vrede."
    words |= {"loodgieter": "n\tplumber", "gruwelijk": "a\tawfully"}
    engine = FakeEngine({text: [Hypothesis("The sandler wants peace.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    asked = [s.text for s in engine.calls[-1][1] if s.text != text]
    assert asked == [
        "De plumber wil awfully graag vrede.",
        "De plumber wil gruwelijk graag vrede.",
        "De loodgieter wil awfully graag vrede.",
    ]


def test_a_noun_of_the_dictionary_that_no_other_way_brings_is_forced_in_last(words):
    words["grootboek"] = "n\tledger"
    text = "Het grootboek is terug."
    engine = FakeEngine(
        {
            text: [Hypothesis("The large book is back.", SURE)],
            ("Het ledger is terug.", "ledger"): [Hypothesis("The leadger is back.", UNSURE)],
            (text, "The ledger"): [Hypothesis("The ledger is back.", UNSURE)],
        },
        terminology="inline-1",
    )
    (job,) = run(engine, Job(text))
    assert job.best.english == "The ledger is back."
    assert [(s.kept, s.forced) for s in engine.calls[-1][1]] == [("The ", "ledger"), ("", "Ledger")]


def test_a_verb_of_the_dictionary_is_not_forced_in(words):
    words["aankaarten"] = "v\tbring up"
    text = "Zij wil het aankaarten."
    engine = FakeEngine({text: [Hypothesis("She wants to card it.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    assert not any(segment.forced for _, asked in engine.calls for segment in asked)


def test_from_a_rendering_of_the_dictionary_the_dutch_need_not_be_told(words):
    """Both translations are as bad at telling the Dutch; the one of the dictionary is not blamed for its word."""
    text = "De loodgieter wil vrede."
    words["loodgieter"] = "n\tplumber"
    plumber, sandler = "The plumber wants peace.", "The sandler wants peace."
    engine = FakeEngine(
        {text: [Hypothesis(sandler, SURE)], (text, "plumber"): [Hypothesis(plumber, SURE - 1.0)]},
        terminology="inline-1",
        untold={plumber: -9.0, sandler: -9.0},
        untold_at=(3, 13),
        likely={"EN De plumber wil vrede.": -5.0},
    )
    (job,) = run(engine, Job(text))
    assert job.best.english == plumber
    assert job.best.backward is not None


def test_a_translation_that_tells_a_word_goes_before_one_that_does_not(words):
    text = "De loodgieter wil vrede."
    words["loodgieter"] = "n\tplumber"
    told = Hypothesis("The plumber wants peace.", SURE - OPTIONS.untold_cost + 0.1)
    engine = FakeEngine(
        {text: [Hypothesis("The sandler wants peace.", SURE)], (text, "plumber"): [told]},
        terminology="inline-1",
    )
    (job,) = run(engine, Job(text))
    assert job.best.english == told.text
    words["loodgieter"] = "n\tsandler"
    (job,) = run(engine, Job(text))
    assert job.best.english == "The sandler wants peace."


def test_an_expression_is_asked_for_in_plain_dutch_with_the_terms_where_they_stand_then(words):
    words["de knoop doorhakken"] = "p\ttake the decision\thet besluit nemen"
    text = "Het bestand duurt, maar de knoop moet worden doorgehakt."
    plain = "Het bestand duurt, maar het besluit moet worden genomen."
    found = matches(text, TRUCE)
    for terminology in ("inline-1", None):
        engine = FakeEngine(
            {
                text: [Hypothesis("The truce lasts, but the knot has to be cut.", SURE)],
                plain: [Hypothesis("The truce lasts, but the decision has to be taken.", SURE)],
            },
            terminology=terminology,
        )
        (job,) = run(engine, Job(text, found))
        assert job.best.english == "The truce lasts, but the decision has to be taken."
        (asked,) = {s for _, segments in engine.calls for s in segments if s.text == plain}
        assert [plain[t.start : t.end] for t in asked.terms] == (["bestand"] if terminology else [])


@pytest.mark.parametrize(
    ("english", "doubted"),
    [
        ("The decision was taken.", False),  # as the plain Dutch says
        ("The knot was cut through.", False),  # as the dictionary says
        ("The button was pressed.", True),
    ],
)
def test_renderings_of_the_plain_dutch_tell_an_expression_too(words, english, doubted):
    words["de knoop doorhakken"] = "p\tcut the knot\thet besluit nemen"
    text = "Zij heeft de knoop doorgehakt."
    engine = FakeEngine(
        {t: [Hypothesis(english, SURE)] for t in (text, "Zij heeft het besluit genomen.")}, untold={}
    )
    (job,) = run(engine, Job(text))
    assert job.doubted is doubted


def test_a_name_that_the_dictionary_renders_otherwise_has_not_vanished(words):
    text = "De rijke man leeft er als God in Frankrijk."
    rich, poor = "The rich man lives there like a king.", "The rich man lives there."
    assert Flag.NAME in judge(Job(text), Hypothesis(rich, SURE), OPTIONS).flags
    words["als god in frankrijk leven"] = "p\tlive like a king"
    job = Job(text, words=dictionary.load().matches(text))
    assert Flag.NAME not in judge(job, Hypothesis(rich, SURE), OPTIONS).flags
    assert Flag.NAME in judge(job, Hypothesis(poor, SURE), OPTIONS).flags


def test_the_glossary_goes_before_the_dictionary(words):
    words["bestand"] = "n\tfile"
    engine = FakeEngine({DUTCH: [Hypothesis("The truce lasts.", SURE)]}, terminology="inline-1")
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert job.words == ()
    assert len(engine.calls) == 1


def test_an_engine_without_annotations_is_not_asked_again_for_a_word(words):
    text = "De loodgieter wil vrede."
    words["loodgieter"] = "n\tplumber"
    engine = FakeEngine({text: [Hypothesis("The sandler wants peace.", SURE)]})
    run(engine, Job(text))
    assert all(not s.terms for _, asked in engine.calls for s in asked)


@pytest.mark.parametrize(
    ("english", "told", "doubted"),
    [
        ("The plumber wants peace.", UNTOLD - 1, False),
        ("The sandler wants peace.", UNTOLD - 1, True),
        ("The sandler wants peace.", 0.0, True),
    ],
)
def test_what_the_dictionary_answers_for_need_not_be_told_by_the_model_but_must_stand_there(
    words, english, told, doubted
):
    text = "De loodgieter wil vrede."
    words["loodgieter"] = "n\tplumber"
    engine = FakeEngine({text: [Hypothesis(english, SURE)]}, untold={english: told}, untold_at=(3, 13))
    (job,) = run(engine, Job(text))
    assert job.doubted is doubted


@pytest.mark.parametrize(
    ("text", "english", "doubted"),
    [
        (
            "Beveiliging",
            "Security",
            False,
        ),  # a heading: too few pieces for a mean, and its word finds a rendering
        ("Beveiliging", "Cheese", True),
        ("De beveiliging faalde vandaag.", "The security failed today.", True),
    ],
)
def test_a_heading_is_doubted_where_a_word_of_it_finds_no_rendering(text, english, doubted):
    engine = FakeEngine({text: [Hypothesis(english, SURE)]}, untold={english: UNTOLD - 1})
    (job,) = run(engine, Job(text))
    assert job.doubted is doubted


def test_a_missed_term_is_forced_where_its_wrong_rendering_stands():
    engine = FakeEngine(
        {
            DUTCH: [Hypothesis("The file lasts.", SURE)],
            'Het "truce" duurt.': [Hypothesis("The file lasts.", SURE)],
            "Het truce duurt.": [Hypothesis("The file lasts.", SURE)],
            (DUTCH, "The truce"): [Hypothesis("The truce lasts.", SURE)],
        },
        terminology="inline-1",
    )
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert (job.best.english, job.best.flags) == ("The truce lasts.", ())
    forced = [s for _, asked in engine.calls for s in asked if s.prefix]
    assert (forced[0].kept, forced[0].forced) == ("The ", "truce")
    assert all(s.terms for s in forced)


def test_two_missed_terms_are_forced_one_after_the_other():
    text = "De minister leest het bestand."
    found = matches(text, Term("minister", "secretary", PartOfSpeech.NOUN), TRUCE)
    engine = FakeEngine(
        {
            text: [Hypothesis("The minister reads the file.", SURE)],
            (text, "The secretary"): [Hypothesis("The secretary reads the file.", SURE)],
            (text, "The secretary reads the truce"): [Hypothesis("The secretary reads the truce.", SURE)],
        }
    )
    (job,) = run(engine, Job(text, found), options=replace(OPTIONS, means=frozenset({Means.FORCE})))
    assert (job.best.english, job.best.flags) == ("The secretary reads the truce.", ())


def test_a_forbidden_rendering_is_suppressed_in_every_spelling():
    engine = FakeEngine({DUTCH: [Hypothesis("The file lasts.", SURE)]})
    (job,) = run(
        engine,
        Job(DUTCH, matches(DUTCH, TRUCE, FILE)),
        options=replace(OPTIONS, means=frozenset({Means.FORCE})),
    )
    suppressed = [s.suppress for _, asked in engine.calls for s in asked if s.suppress]
    assert suppressed == [("file", "File")]
    assert set(job.best.flags) == {Flag.TERM, Flag.FORBIDDEN}


def test_without_annotations_the_best_that_obeys_is_chosen_among_several():
    engine = FakeEngine(
        {
            DUTCH: [Hypothesis("The file lasts.", SURE)],
            (DUTCH, N_BEST): [
                Hypothesis("The file lasts.", SURE),
                Hypothesis("The truce lasts.", SURE - 0.1),
            ],
        }
    )
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert job.best.english == "The truce lasts."
    assert not any(s.prefix for _, asked in engine.calls for s in asked)


def test_the_wrong_rendering_of_a_missed_term_is_suppressed():
    text = "De vrede duurt."
    engine = FakeEngine({text: [Hypothesis("The peace lasts.", SURE)]})
    run(engine, Job(text, matches(text, Term("vrede", "concord", PartOfSpeech.NOUN))))
    assert ("peace", "Peace") in {s.suppress for _, asked in engine.calls for s in asked}


def test_placeholders_come_last_and_the_next_form_is_tried_where_one_is_lost():
    first, second, *_ = placeholders.FORMS
    engine = FakeEngine(
        {
            DUTCH: [Hypothesis("The file lasts.", SURE)],
            f"Het {first.replace('#', '1')} duurt.": [Hypothesis("It lasts.", SURE)],
            f"Het {second.replace('#', '1')} duurt.": [
                Hypothesis(f"The {second.replace('#', '1')} lasts.", SURE)
            ],
        }
    )
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert job.best.english == "The truce lasts."
    assert [s.text for s in engine.calls[-1][1]] == [f"Het {second.replace('#', '1')} duurt."]


def test_an_engine_without_terminology_gets_no_annotation():
    engine = FakeEngine({DUTCH: [Hypothesis("The file lasts.", SURE)]})
    run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert not any(s.terms for _, segments in engine.calls for s in segments)


def test_means_that_are_left_out_stand_in_the_signature():
    assert str(replace(OPTIONS, means=frozenset({Means.PLACEHOLDER}))) == f"{OPTIONS} placeholder"


def test_a_sentence_without_a_term_is_asked_for_in_the_same_ways_as_without_a_glossary():
    text = "Zij ging niet."
    script = {text: [Hypothesis("She went.", UNSURE)]}
    with_glossary, without = FakeEngine(script), FakeEngine(script)
    run(with_glossary, Job(DUTCH, matches(DUTCH, TRUCE)), Job(text, matches(text, TRUCE)))
    run(without, Job(text))
    asked = [
        [s for _, asked in engine.calls for s in asked if s.text == text]
        for engine in (with_glossary, without)
    ]
    assert asked[0] == asked[1]


def test_a_rendering_that_the_lexicon_does_not_know_is_as_good_as_another():
    text = "De vrede duurt."
    values = [
        judge(
            Job(text, matches(text, Term("vrede", english, PartOfSpeech.NOUN))),
            Hypothesis(f"The {english} lasts.", SURE),
            OPTIONS,
        ).value
        for english in ("concord", "peace")
    ]
    assert values[0] == values[1]


def test_a_name_that_the_glossary_renders_otherwise_has_not_vanished():
    text = "Hij sprak de Elzenbroeker."
    found = matches(text, Term("Elzenbroeker", "the governor", PartOfSpeech.NAME))
    assert (
        Flag.NAME not in judge(Job(text, found), Hypothesis("He spoke to the governor.", SURE), OPTIONS).flags
    )
    assert Flag.NAME in judge(Job(text, found), Hypothesis("He spoke to the man.", SURE), OPTIONS).flags


def test_a_term_that_is_long_in_english_makes_no_sentence_too_long():
    text = "Het kort geding dient vrijdag in Assen, zei hij."
    found = matches(text, Term("kort geding", "interim injunction proceedings", PartOfSpeech.NOUN))
    english = "The interim injunction proceedings are going to be heard on Friday in Assen, he said."
    assert Flag.LENGTH in judge(Job(text, ()), Hypothesis(english, SURE), OPTIONS).flags
    assert Flag.LENGTH not in judge(Job(text, found), Hypothesis(english, SURE), OPTIONS).flags


def test_words_are_hinted_at_whatever_the_means_so_that_sentences_without_a_term_stay_the_same():
    text = "De leiders willen vrede."
    calls = []
    for means in (frozenset(Means), frozenset({Means.FORCE})):
        engine = FakeEngine({text: [Hypothesis("The leaders want to.", SURE)]}, terminology="inline-1")
        run(engine, Job(text), options=replace(OPTIONS, means=means))
        calls.append(engine.calls)
    assert calls[0] == calls[1]


def test_no_sentence_costs_nothing():
    assert run(FakeEngine()) == ()


def test_the_candidate_from_which_the_dutch_can_be_told_wins_and_no_other_is_asked_for():
    engine = FakeEngine(
        {
            "Zij ging.": [
                Hypothesis("She left.", UNSURE),
                Hypothesis("She went.", UNSURE - 0.2),
                Hypothesis("She goes.", UNSURE - 3),
            ],
        },
        untold={"She left.": -2.0, "She went.": -0.5},
    )
    (job,) = run(engine, Job("Zij ging."))
    assert job.best.english == "She went."
    assert job.best.backward.mean() == -0.5
    judged = judge(Job(job.text, ()), Hypothesis("She went.", UNSURE - 0.2), OPTIONS)
    assert job.best.value == pytest.approx(judged.value - 0.5 * OPTIONS.backward_weight)
    assert engine.told == [("Zij ging.", "She left."), ("Zij ging.", "She went.")]


def test_of_annotated_translations_that_wins_which_is_likely_without_annotations_too():
    lasts, goes_on = "The truce lasts.", "The truce goes on."
    engine = FakeEngine(
        {(DUTCH, "truce"): [Hypothesis(lasts, UNSURE), Hypothesis(goes_on, UNSURE - 0.1)]},
        terminology="inline-1",
        untold={},
        likely={lasts: -2.0, goes_on: -0.3},
    )
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert job.best.english == goes_on
    assert engine.asked == [(DUTCH, lasts), (DUTCH, goes_on)]


def test_of_a_plain_translation_the_model_has_said_already_how_likely_it_is():
    engine = FakeEngine({"Zij ging.": [Hypothesis("She went.", UNSURE)]}, untold={})
    (job,) = run(engine, Job("Zij ging."))
    assert engine.asked == []
    assert job.best.value == judge(Job(job.text), Hypothesis("She went.", UNSURE), OPTIONS).value


def test_no_english_is_weighed_twice():
    engine = FakeEngine({"Zij ging.": [Hypothesis("She went.", UNSURE)] * 3}, untold={})
    run(engine, Job("Zij ging."))
    assert engine.told == [("Zij ging.", "She went.")]


def test_of_many_translations_the_first_few_are_weighed_and_the_best_of_those_is_taken():
    english = [f"She left {place}." for place in ("town", "home", "work", "here", "there", "us")]
    engine = FakeEngine(
        {"Zij ging.": [Hypothesis(e, UNSURE - n / 1000) for n, e in enumerate(english)]},
        untold=dict(zip(english, (-0.9, -0.8, -0.7, -0.8, 0.0, 0.0), strict=True)),
    )
    (job,) = run(engine, Job("Zij ging."), options=SearchOptions(weighed=4))
    assert engine.told == [("Zij ging.", e) for e in english[:4]]
    assert job.best.english == english[2]


def test_what_the_glossary_and_the_dictionary_answer_for_is_not_asked_of_the_model():
    text = "De stukadoor sprak over het bestand."
    plasterer = Term("stukadoor", "plasterer", PartOfSpeech.NOUN)
    job = Job(text, matches(text, TRUCE), matches(text, plasterer))
    english = "The plasterers spoke of the truce."
    job.add([Hypothesis(english, SURE)], OPTIONS)
    value = job.best.value
    likely = Likelihood(((4, 14, -9.0), (15, 20, -0.2), (28, 33, -9.0)))
    job.weigh(likely, Likelihood(()), OPTIONS)
    assert job.best.value == pytest.approx(value + (-0.2 - SURE) * OPTIONS.forward_weight)


def test_an_engine_of_one_direction_is_not_asked_for_the_other():
    engine = FakeEngine({"Zij ging.": [Hypothesis("She left.", UNSURE)]})
    (job,) = run(engine, Job("Zij ging."))
    assert engine.told == []
    assert job.best.backward is None
