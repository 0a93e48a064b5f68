"""Sentences keep their ids and order; corrections win; what was done is remembered, also after Ctrl-C."""

import pytest
from fake_engine import FakeEngine

from briefing.article import Article, Block, Sentence, SentenceKind
from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.match import Matcher
from briefing.memory import Memory
from briefing.translate import Flag, Hypothesis, Origin, SearchOptions, Segmented, Translator, untranslated
from briefing.translate.candidates import UNTOLD
from briefing.translate.translator import CHUNK
from briefing.translate.types import TermOutcome


def article(*texts, number=1, title=None):
    sentences = tuple(Sentence(f"S{number}.P{n}.1", text) for n, text in enumerate(texts, 1))
    return Segmented(
        number,
        Article("a.txt", tuple(map(Block, texts))),
        sentences,
        title and Sentence(f"S{number}.T", title),
    )


def english(results):
    return [t.english for result in results for t in result.translations]


@pytest.fixture
def memory(tmp_path):
    with Memory.open(tmp_path / "memory.sqlite") as opened:
        yield opened


def test_ids_order_and_titles_survive():
    first, second = article("Hij kwam.", "Zij ging.", title="Nieuws"), article("Hij kwam.", number=2)
    done = Translator(FakeEngine()).translate((first, second))
    assert [t.sentence for r in done for t in r.translations] == [*first.sentences, *second.sentences]
    assert english(done) == ["EN Hij kwam.", "EN Zij ging.", "EN Hij kwam."]
    assert (done[0].title.english, done[1].title) == ("EN Nieuws", None)


def test_the_same_sentence_is_translated_once():
    engine = FakeEngine()
    Translator(engine).translate((article("Hij kwam.", "Hij kwam."),))
    assert len(engine.calls[0][1]) == 1


def test_the_memory_is_used_instead_of_the_engine(memory):
    texts = article("Hij kwam.", "Zij ging.")
    first = Translator(FakeEngine(), memory=memory).translate((texts,))
    engine = FakeEngine()
    assert Translator(engine, memory=memory).translate((texts,)) == first
    assert not any(segments for _, segments in engine.calls)


def test_another_model_does_not_get_what_this_one_said(memory):
    texts = article("Hij kwam.")
    Translator(FakeEngine(), memory=memory).translate((texts,))
    engine = FakeEngine({"Hij kwam.": [Hypothesis("He came.", -0.1)]})
    engine.fingerprint = "0" * 64
    assert english(Translator(engine, memory=memory).translate((texts,))) == ["He came."]


def test_a_correction_wins_and_is_marked_as_reviewed(memory):
    texts = article("Hij kwam.")
    Translator(FakeEngine(), memory=memory).translate((texts,))
    memory.correct("Hij kwam.", "He arrived.")
    ((one,),) = [r.translations for r in Translator(FakeEngine(), memory=memory).translate((texts,))]
    assert (one.english, one.origin, one.flags, one.score) == ("He arrived.", Origin.REVIEWED, (), None)


def test_finished_chunks_are_kept_when_the_user_stops(memory):
    texts = article(*(f"Zin {n} kwam." for n in range(CHUNK + 20)))
    script = {
        s.text: [Hypothesis(s.text.replace("Zin", "Part").replace("kwam", "came"), -0.01)]
        for s in texts.sentences
    }
    plain = SearchOptions(choose=False)
    with pytest.raises(KeyboardInterrupt):
        Translator(FakeEngine(script, fails_at=2), memory=memory, options=plain).translate((texts,))
    assert memory.counts() == (0, CHUNK)
    engine = FakeEngine(script)
    done = Translator(engine, memory=memory, options=plain).translate((texts,))
    assert sum(len(segments) for _, segments in engine.calls) == 20
    assert done == Translator(FakeEngine(script), options=plain).translate((texts,))


def test_progress_counts_every_segment_once():
    seen = []
    Translator(FakeEngine()).translate((article("Hij kwam.", "Zij ging."),), lambda *n: seen.append(n))
    assert seen[0] == (0, 2)
    assert seen[-1] == (2, 2)
    assert seen == sorted(seen)


def test_a_heading_in_capitals_is_translated_as_a_sentence_and_set_in_capitals():
    engine = FakeEngine({"Crisis in het kabinet": [Hypothesis("Crisis in the cabinet", -0.1)]})
    heading = Segmented(
        1, Article("a", ()), (Sentence("S1.P1.1", "CRISIS IN HET KABINET", SentenceKind.HEADING),)
    )
    assert english(Translator(engine).translate((heading,))) == ["CRISIS IN THE CABINET"]


def test_an_abbreviation_of_the_glossary_keeps_its_capitals_there_and_a_word_does_not():
    engine = FakeEngine(
        {
            "BUZA waarschuwt, en mensen denk mee": [
                Hypothesis("Foreign Ministry warns, and people think along", -0.1)
            ]
        }
    )
    terms = (
        Term("BUZA", "Foreign Ministry", PartOfSpeech.ABBREVIATION, case_sensitive=True),
        Term("DENK", "DENK", case_sensitive=True, status=TermStatus.KEEP),
    )
    translator = Translator(engine, Matcher(Glossary(terms)))
    (one,) = translator.translate((article("BUZA WAARSCHUWT, EN MENSEN DENK MEE"),))[0].translations
    assert [(use.nl, use.status) for use in one.terms] == [("BUZA", TermOutcome.KEPT)]


@pytest.mark.parametrize("text", ["250.000", "https://example.org/a", "🙂", "* * *", ""])
def test_what_is_no_language_is_copied(text):
    engine = FakeEngine()
    assert english(Translator(engine).translate((article(text),))) == [text]
    assert not any(segments for _, segments in engine.calls)


def test_a_sentence_of_5000_characters_is_put_in_parts_and_joined_again():
    engine = FakeEngine()
    long = " ".join(["woorden"] * 625)
    (result,) = english(Translator(engine).translate((article(long),)))
    assert result.replace("EN ", "") == long
    assert all(len(s.text) <= 420 for _, segments in engine.calls for s in segments)


def test_an_english_article_is_its_own_translation():
    done = untranslated(article("He came.", title="News"))
    assert [(t.english, t.origin) for t in (*done.translations, done.title)] == [
        ("He came.", Origin.ORIGINAL),
        ("News", Origin.ORIGINAL),
    ]


@pytest.mark.parametrize(("told", "flags"), [(UNTOLD - 0.1, (Flag.MEANING,)), (UNTOLD + 0.1, ())])
def test_a_translation_from_which_the_dutch_cannot_be_told_is_flagged(told, flags):
    dutch, english = "De minister kwam gisteren.", "The minister came yesterday."
    engine = FakeEngine({dutch: [Hypothesis(english, -0.1)]}, untold={english: told})
    ((translation,),) = [a.translations for a in Translator(engine).translate((article(dutch),))]
    assert translation.flags == flags


def test_another_language_is_not_judged_as_dutch():
    german = (
        "Am Mittwoch, dem 3. Mai, sprachen die Minister noch einmal in Brüssel über zwei Millionen Euro.",
        "Der Sprecher B.V. Meier sagte jl. nichts dazu, aber niemand in Deutschland glaubt ihm.",
    )
    said = (
        "On Wednesday, 3 May, the ministers spoke once more in Brussels about two million euros.",
        "Spokesman B.V. Meier had nothing to say about it, but nobody in Germany believes him.",
    )
    engine = FakeEngine({d: [Hypothesis(e, -0.1)] for d, e in zip(german, said, strict=True)})
    engine.from_code = "de"
    (done,) = Translator(engine).translate((article(*german),))
    assert [(t.english, t.flags) for t in done.translations] == [(e, ()) for e in said]


def test_but_a_loop_is_one_in_any_language():
    text = "Der Minister sprach gestern in Berlin über den Haushalt."
    engine = FakeEngine({text: [Hypothesis("The minister the minister the minister the minister.", -0.1)]})
    engine.from_code = "de"
    (done,) = Translator(engine).translate((article(text),))
    assert Flag.REPETITION in done.translations[0].flags
