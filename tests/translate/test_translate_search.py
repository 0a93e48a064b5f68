"""Effort goes where it is needed: a wider search for what looks bad, then other ways of asking."""

from fake_engine import FakeEngine

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher
from briefing.translate.engine import Hypothesis
from briefing.translate.search import Job, SearchOptions, search
from briefing.translate.types import Flag

OPTIONS = SearchOptions()
SURE, UNSURE = OPTIONS.good_enough + 0.1, OPTIONS.good_enough - 0.1
TRUCE = Term("bestand", "truce", PartOfSpeech.NOUN)
FILE = Term("bestand", "file", PartOfSpeech.NOUN, status=TermStatus.FORBIDDEN)
DUTCH = "Het bestand duurt."


def run(engine, *jobs, options=OPTIONS):
    search(engine, jobs, options)
    return jobs


def matches(text, *entries):
    return Matcher(Glossary(entries)).matches(text)


def test_only_doubtful_sentences_get_the_second_pass():
    engine = FakeEngine(
        {
            "Hij kwam.": [Hypothesis("He came.", SURE)],
            "Zij ging.": [Hypothesis("She left.", UNSURE)],
            "Zij ging niet.": [Hypothesis("She went.", SURE)],
        }
    )
    run(engine, *map(Job, ("Hij kwam.", "Zij ging.", "Zij ging niet.")))
    (first_beam, first), (second_beam, second), *_ = engine.calls
    assert (first_beam, second_beam) == (OPTIONS.first_beam, OPTIONS.second_beam)
    assert [s.text for s in first] == ["Hij kwam.", "Zij ging.", "Zij ging niet."]
    assert [s.text for s in second] == ["Zij ging.", "Zij ging niet."]


def test_a_second_pass_no_wider_than_the_first_is_left_out():
    engine = FakeEngine({"Zij ging.": [Hypothesis("She left.", UNSURE)]})
    run(engine, Job("Zij ging."), options=SearchOptions(first_beam=4))
    assert len(engine.calls) == 1


def test_a_candidate_without_flags_wins_over_a_likelier_one():
    engine = FakeEngine(
        {
            ("Zij ging niet.", 1): [Hypothesis("She went.", SURE)],
            ("Zij ging niet.", OPTIONS.second_beam): [
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


def test_and_a_sentence_with_every_word_rendered_is_not():
    text = "De leiders willen vrede."
    engine = FakeEngine({text: [Hypothesis("The leaders want peace.", SURE)]}, terminology="inline-1")
    run(engine, Job(text))
    assert len(engine.calls) == 1


def test_a_forbidden_rendering_is_suppressed_in_every_spelling():
    engine = FakeEngine({DUTCH: [Hypothesis("The file lasts.", SURE)]})
    (job,) = run(engine, Job(DUTCH, matches(DUTCH, TRUCE, FILE)))
    assert engine.calls[-1][1][0].suppress == ("file", "File")
    assert set(job.best.flags) == {Flag.TERM, Flag.FORBIDDEN}


def test_an_engine_without_terminology_gets_no_annotation():
    engine = FakeEngine({DUTCH: [Hypothesis("The file lasts.", SURE)]})
    run(engine, Job(DUTCH, matches(DUTCH, TRUCE)))
    assert all(s.terms == () and s.text == DUTCH for _, segments in engine.calls for s in segments)


def test_no_sentence_costs_nothing():
    assert run(FakeEngine()) == ()
