"""The hand-made model is a real encoder-decoder: CTranslate2 runs it, and it says what its dictionary says."""

import ctranslate2
import pytest
import tiny_model

from briefing.packages import tokenizer
from briefing.packages.describe import describe


@pytest.fixture(params=["sentencepiece", "bpe"])
def package(request, tiny_package, tiny_bpe_package):
    return describe(tiny_package if request.param == "sentencepiece" else tiny_bpe_package)


def translate(package, text, compute_type="int8", **options):
    model = ctranslate2.Translator(str(package.model_path), compute_type=compute_type, intra_threads=1)
    pieces = tokenizer(package)
    results = model.translate_batch([pieces.encode(text)], return_scores=True, **options)
    return [pieces.decode(hypothesis) for hypothesis in results[0].hypotheses], results[0].scores


@pytest.mark.parametrize("compute_type", ["int8", "float32"])
@pytest.mark.parametrize("beam", [1, 4])
def test_it_translates_word_by_word(package, beam, compute_type):
    text = "de minister sprak gisteren over het bestand in Zwolle-2025"
    assert translate(package, text, compute_type, beam_size=beam)[0][0] == tiny_model.expected(text)
    assert tiny_model.expected(text) == "the minister spoke yesterday about the file in Zwolle-2025"


def test_other_renderings_stand_in_the_n_best_list(package):
    texts, scores = translate(package, "een bestand", beam_size=6, num_hypotheses=6)
    assert texts[0] == "a file"
    assert {"a truce", "a ceasefire", "one file"} <= set(texts)
    assert list(scores) == sorted(scores, reverse=True)


def test_a_long_text_keeps_its_length(package):
    text = " ".join(["hond", "kat"] * 200)
    assert translate(package, text, max_decoding_length=500)[0][0] == tiny_model.expected(text)


def test_making_it_twice_gives_the_same_bytes(tmp_path, tiny_package):
    again = tiny_model.make_package(tmp_path)
    for file in sorted(tiny_package.rglob("*")):
        if file.is_file():
            assert (again / file.relative_to(tiny_package)).read_bytes() == file.read_bytes()
