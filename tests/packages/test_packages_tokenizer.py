"""Text goes to pieces and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_parts import parts, write_folder

from briefing.errors import ModelError
from briefing.packages import embedded, tokenizer
from briefing.packages.describe import describe

DUTCH = "De ministers spraken 'over' een bestand: 250.000 man, zei Anneke van-der_Laan (54%)."


def test_the_embedded_tokenizer_gives_back_what_it_was_given():
    pieces = tokenizer(embedded())
    assert pieces.decode(pieces.encode(DUTCH)) == DUTCH


@settings(deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyzëïéABC0123456789.,'_ "))
def test_words_and_underscores_survive(text):
    pieces = tokenizer(embedded())
    folded = " ".join(text.split())
    assert pieces.decode(pieces.encode(folded)) == folded


def test_a_bpe_tokenizer_joins_pieces_to_words(tiny_bpe_package):
    pieces = tokenizer(describe(tiny_bpe_package))
    assert pieces.encode("de hond zat") == ["de", "hond", "z@@", "a@@", "t"]
    assert pieces.decode(["the", "do@@", "g"]) == "the dog"


def test_a_piece_that_only_the_model_knows_keeps_its_space(tiny_package):
    pieces = tokenizer(describe(tiny_package))
    assert pieces.decode(["▁the", "▁Security▁Council"]) == "the Security Council"


@pytest.mark.parametrize(
    ("name", "content"), [("sentencepiece.model", b"no model"), ("bpe.model", b"#version: 0.2\na\n")]
)
def test_a_broken_tokenizer_is_named(tmp_path, name, content):
    files = parts()
    del files["bpe.model"]
    package = describe(write_folder(tmp_path / "p", files | {name: content}))
    with pytest.raises(ModelError, match=name):
        tokenizer(package)


def test_loading_a_bpe_tokenizer_leaves_home_alone(tiny_bpe_package, home):
    tokenizer(describe(tiny_bpe_package))
    assert not home.exists()
