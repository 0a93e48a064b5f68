"""Effort goes where it is needed: a wider search for what looks bad, and repairs one after the other."""

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
    (first_beam, first), (second_beam, second) = engine.calls
    assert (first_beam, second_beam) == (1, 4)
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
            ("Zij ging niet.", 4): [Hypothesis("She left.", SURE), Hypothesis("She did not go.", SURE - 0.3)],
        }
    )
    (job,) = run(engine, Job("Zij ging niet."))
    assert (job.best.english, job.best.flags) == ("She did not go.", ())


def test_a_text_cut_off_by_the_length_limit_is_flagged():
    engine = FakeEngine({"Hij kwam.": [Hypothesis("He came.", SURE, finished=False)]})
    (job,) = run(engine, Job("Hij kwam."))
    assert Flag.CUT in job.best.flags


def test_repairs_follow_in_order_until_the_sentence_is_mended():
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
    texts = [(beam, s.text, bool(s.terms)) for beam, (s,) in engine.calls if s.text != DUTCH]
    assert texts == [(2, "Het truce duurt.", True), (2, 'Het "truce" duurt.', False)]
    assert next(s.terms != () for _, (s,) in engine.calls if s.text == DUTCH)


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
