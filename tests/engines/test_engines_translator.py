"""The engine for encoder-decoder packages, on a model whose translations are known exactly."""

import shutil
from dataclasses import replace

import pytest
import tiny_model

from briefing import engines
from briefing.engines.batches import Batch
from briefing.errors import ModelError
from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher
from briefing.packages import tokenizer
from briefing.packages.describe import describe
from briefing.translate import Flag, SearchOptions, Segment
from briefing.translate.search import Job, Means, search

TEXTS = ["de minister sprak over vrede", "het leger ziet de stad", "de hond", "een bestand niet", "vrede"]


@pytest.fixture(scope="module", params=[False, True], ids=["sentencepiece", "bpe"])
def package(request, tmp_path_factory):
    return describe(tiny_model.make_package(tmp_path_factory.mktemp("tiny"), bpe=request.param))


@pytest.fixture(scope="module")
def engine(package):
    return engines.load(package, workers=1)


@pytest.mark.parametrize("beam", [1, 4])
def test_every_segment_gets_its_own_translation(engine, beam):
    counted = []
    texts = TEXTS * 9
    found = engine.decode([Segment(t) for t in texts], beam=beam, progress=counted.append)
    assert [h.text for (h,) in found] == [tiny_model.expected(t) for t in texts]
    assert all(h.finished and h.score <= 0 for (h,) in found)
    assert sum(counted) == len(texts)


def test_the_best_hypothesis_comes_first(engine):
    ((*found,),) = engine.decode([Segment("een bestand")], beam=4, hypotheses=4)
    assert len(found) == 4
    assert found[0].text == tiny_model.expected("een bestand")
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


def test_what_is_suppressed_is_not_produced(engine):
    ((found,),) = engine.decode([Segment("de minister", suppress=("minister",))], beam=4)
    assert found.text == "the secretary"


# The other tokenizer cuts the English words of the dictionary into several pieces.
whole_words = pytest.mark.parametrize("package", [False], indirect=True, ids=["sentencepiece"])


@whole_words
def test_a_translation_goes_on_from_its_beginning(engine, package):
    free, forced = (
        Segment("de minister ziet de stad"),
        Segment("de minister ziet de stad", kept="the ", forced="minister"),
    )
    found = engine.decode([free, forced, Segment("de stad"), replace(forced, kept="it ")])
    texts = [hypothesis.text for (hypothesis,) in found]
    assert texts == ["the minister sees the city"] * 2 + ["the city", "it minister sees the city"]
    assert found[1][0].score == pytest.approx(found[0][0].score, abs=0.02)
    assert all(hypothesis.finished for (hypothesis,) in found)


@whole_words
def test_a_beginning_against_the_model_costs_what_was_kept_in_full_and_what_was_forced_no_more_than_its_limit(
    engine,
):
    text = "de minister ziet de stad"
    ((forced,),), ((kept,),) = (
        engine.decode([Segment(text, kept=k, forced=f)])
        for k, f in (("the ", "vrede"), ("the vrede ", "sees"))
    )
    assert kept.text == forced.text == "the vrede sees the city"
    assert kept.score < -1 < forced.score


@whole_words
@pytest.mark.parametrize(
    ("means", "rendering"),
    [
        (Means.FORCE, "military"),  # among the model's own hypotheses
        (Means.FORCE, "dog"),
        (Means.PLACEHOLDER, "expeditionary corps"),
    ],
)
def test_a_term_is_obeyed_by_each_means_that_needs_no_annotation(engine, means, rendering):
    text = "het leger ziet de stad"
    matches = Matcher(Glossary((Term("leger", rendering, PartOfSpeech.NOUN),))).matches(text)
    job = Job(text, matches)
    search(engine, [job], SearchOptions(means=frozenset({means})))
    assert job.best.english == f"the {rendering} sees the city"
    assert Flag.TERM not in job.best.flags
    assert job.candidates[0].english == "the army sees the city"


def test_nothing_to_do_gives_nothing(engine):
    assert engine.decode([]) == []


def test_an_engine_says_what_it_is(engine, package):
    assert (engine.name, engine.from_code, engine.terminology) == (package.full_name, "nl", None)
    assert len(engine.fingerprint) == 64


def test_broken_weights_are_a_model_error(package, tmp_path):
    copy = tmp_path / package.path.name
    shutil.copytree(package.path, copy)
    weights = copy / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:2000])
    with pytest.raises(ModelError, match="cannot be loaded") as raised:
        engines.load(describe(copy), workers=1)
    assert "models verify" in raised.value.hint


def test_an_encoder_decoder_model_is_refused_as_a_decoder(package):
    from briefing.engines.decoder import DecoderEngine

    with pytest.raises(ModelError, match="cannot be loaded"):
        DecoderEngine(package, tokenizer(package), workers=1)


def test_batches_never_mix_beginnings():
    batches = Batch.plan([3, 3, 3], [[], [], []], prefixes=[["a"], [], ["a"]])
    assert sorted(b.members for b in batches) == [(0, 2), (1,)]


def test_batches_hold_every_index_once_and_never_mix_what_is_suppressed():
    lengths = [5, 40, 33, 70, 8, 41]
    suppress = [[], [["x"]], [], [], [["x"]], []]
    batches = Batch.plan(lengths, suppress, bucket=32, size=2)
    assert sorted(i for b in batches for i in b.members) == list(range(6))
    for batch in batches:
        assert len(batch.members) <= 2
        assert all(batch.floor <= lengths[i] < batch.floor + 32 for i in batch.members)
        assert all((suppress[i] or None) == batch.suppress for i in batch.members)
