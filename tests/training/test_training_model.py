"""Weights and vocabularies: into a package and back, out of a GGUF file, cut without changing how texts are cut."""

from __future__ import annotations

import shutil

import ctranslate2
import gguf
import numpy as np
import pytest
import torch
from sentencepiece import SentencePieceProcessor
from small_language import METADATA, network, sentences, tokenizer

from briefing import packages
from training.base import LAYER, Base
from training.files import sha256
from training.network import score
from training.package import read_network, read_variables, write_model, write_package
from training.pipeline import converted_scores
from training.rows import Example
from training.ship import ship
from training.tokenizer import Tokenizer, seed
from training.vocabulary import BYTE, CONTROL, MARKS, NORMAL, SPARE, SPECIAL, Pieces, count, cut

TEXTS = [side for pair in sentences(900) for side in pair]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A network, its tokenizer's path and the package of both."""
    folder = tmp_path_factory.mktemp("made")
    model = tokenizer(folder / "tokenizer.model", TEXTS)
    net = network(SentencePieceProcessor(model_file=str(model)).get_piece_size())
    with torch.no_grad():
        for name, weight in net.named_parameters():  # norms are 0 at first: give them something to carry over
            if weight.dim() == 1:
                weight.normal_(std=0.1, generator=torch.Generator().manual_seed(len(name)))
    package = folder / "translate-nl_en-0_0"
    write_package(net, model, package, METADATA)
    return net, model, package


def test_a_package_is_one_that_briefing_opens(made):
    package = packages.named(str(made[2]), made[2])
    assert (package.name, package.version) == ("translate-nl_en", "0.0")
    assert package.terminology == "inline-1"


def test_float32_conversion_scores_as_the_network_does(made, tmp_path):
    net, model, _ = made
    write_model(net, model, tmp_path / "exact", quantization=None)
    tok = Tokenizer(str(model))
    examples = [tok.example(d, e) for d, e in sentences(12)]
    own = [p for e in examples for p in score(net, e.source, e.target)]
    assert converted_scores(tmp_path / "exact", tok, examples) == pytest.approx(own, abs=1e-3)
    assert len(own) == sum(len(e.target) for e in examples)


def test_the_dutch_is_opened_where_the_package_will_say_so(made):
    _, model, _ = made
    plain, opened = Tokenizer(str(model)), Tokenizer(str(model), "opened-1")
    text = "de <t>regeringspartij<=>sanctieverlichting</t> wil sanctieverlichting"
    read = plain.pieces.decode
    assert read(list(plain.source(text)[1:-1])) == text
    assert (
        read(list(opened.source(text)[1:-1]))
        == "de <t>regeringspartij<=>sanctieverlichting</t> wil sanctie- verlichting"
    )
    turned = "<=>the sanctieverlichting"  # the first side is English there
    assert opened.source(turned) == plain.source(turned)
    assert (
        opened.example("ja", "sanctieverlichting").target == plain.example("ja", "sanctieverlichting").target
    )


def test_with_merges_left_out_a_sentence_is_cut_in_other_ways_and_reads_the_same(made):
    _, model, _ = made
    tok = Tokenizer(str(model))
    dutch, english = sentences(1)[0]

    def cuts() -> list[Example]:
        seed(7)
        return [tok.example(dutch, english, 0.3) for _ in range(20)]

    found = cuts()
    assert len({e.source for e in found}) > 5
    assert {tok.pieces.decode(list(e.source[1:-1])) for e in found} == {dutch}
    assert {e.target for e in found} == {tok.example(dutch, english).target}
    assert cuts() == found


def test_int8_weights_read_back_are_those_written_but_for_rounding(made):
    net, _, package = made
    again = read_network(package)
    assert again.shape == net.shape
    for (name, a), (_, b) in zip(net.named_parameters(), again.named_parameters(), strict=True):
        step = a.abs().amax(-1, keepdim=True) / 127 if a.dim() == 2 else torch.zeros(1)
        assert ((a - b).abs() <= 0.51 * step + 1e-6).all(), name


def test_reading_back_and_writing_again_changes_nothing(made, tmp_path):
    _, model, package = made
    write_package(read_network(package), model, tmp_path / "again", METADATA)
    first = read_variables(package / "model" / "model.bin")
    second = read_variables(tmp_path / "again" / "model" / "model.bin")
    assert first.keys() == second.keys()
    for name, value in first.items():
        assert np.allclose(value, second[name], rtol=1e-6), name


def test_another_format_of_ctranslate2_is_refused(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"\x05\0\0\0" + bytes(40))
    with pytest.raises(ValueError, match="has format 5 of CTranslate2; this reads 6"):
        read_variables(tmp_path / "model.bin")


def base_pieces() -> Pieces:
    """A vocabulary as the base model has it: special pieces, unused ones, bytes, then merges."""
    trained = SentencePieceProcessor(model_proto=_plain())
    texts = [*SPECIAL, *(f"<unused{n}>" for n in range(40)), "<=>", *(f"<0x{n:02X}>" for n in range(256))]
    types = [CONTROL] * 5 + [CONTROL] * 40 + [NORMAL] + [BYTE] * 256
    scores = [0.0] * len(texts)
    for n in range(trained.get_piece_size()):
        if (
            (text := trained.id_to_piece(n)) not in texts
            and not trained.is_control(n)
            and not trained.is_byte(n)
        ):
            texts.append(text)
            types.append(NORMAL)
            scores.append(trained.get_score(n))
    for text in ("\n", "▁English", ":", "▁[", "▁=", "]"):
        if text not in texts:
            texts.append(text)
            types.append(NORMAL)
            scores.append(-1e6)
    return Pieces(texts, scores, types)


def _plain() -> bytes:
    import io

    from sentencepiece import SentencePieceTrainer

    out = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(TEXTS), model_writer=out, model_type="bpe", vocab_size=600, byte_fallback=True,
        add_dummy_prefix=False, normalization_rule_name="identity", remove_extra_whitespaces=False,
        hard_vocab_limit=False, minloglevel=2,
    )  # fmt: skip
    return out.getvalue()


def test_texts_of_kept_pieces_are_cut_as_before_and_all_texts_come_back():
    pieces = base_pieces()
    counts = count(pieces, {"a": TEXTS[:300], "b": TEXTS[300:400]}, {"b": 2.0})
    numbers = cut(pieces, counts, least=30)
    assert len(numbers) < len(pieces.texts) - 50
    whole = SentencePieceProcessor(model_proto=pieces.model(range(len(pieces.texts)), {}))
    small = SentencePieceProcessor(model_proto=pieces.model(numbers))
    kept = {pieces.texts[n] for n in numbers}
    same = 0
    for text in [*TEXTS, "Ω-team €", "<t>raad<=>council</t>"]:
        assert small.decode(small.encode(text)) == text
        before = whole.encode(text, out_type=str)
        if set(before) <= kept and "<" not in text:
            same += 1
            assert small.encode(text, out_type=str) == before
    assert same > 50
    assert small.encode("<t>raad<=>council</t>", out_type=str)[0] == "<t>"
    assert [small.id_to_piece(n) for n in range(4)] == list(SPECIAL[:4])
    assert sum(f"<unused{n}>" in kept for n in range(40)) == SPARE
    assert len({small.id_to_piece(n) for n in range(len(numbers))}) == len(numbers)
    assert set(MARKS.values()) <= {small.id_to_piece(n) for n in range(len(numbers))}


def test_the_weight_of_a_source_counts():
    pieces = base_pieces()
    once = count(pieces, {"a": ["De minister"]}, {})
    assert count(pieces, {"a": ["De minister"]}, {"a": 2.5}) == {n: 2.5 * times for n, times in once.items()}


def test_the_base_weights_of_a_gguf_file_make_a_network(tmp_path):
    pieces = base_pieces()
    model = network(len(pieces.texts))
    shape, state = model.shape, model.state_dict()
    writer = gguf.GGUFWriter(tmp_path / "base.gguf", "gemma3")
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_head_count(shape.heads)
    writer.add_key_length(shape.head_width)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_token_list(pieces.texts)
    writer.add_token_scores(pieces.scores)
    writer.add_token_types(pieces.types)
    writer.add_tensor("token_embd.weight", state["embedding.weight"].numpy())
    writer.add_tensor("output_norm.weight", 1 + state["norm.weight"].numpy())
    for layer in range(shape.layers):
        for tensor, attribute in LAYER.items():
            weight = state[f"layers.{layer}.{attribute}.weight"].numpy()
            writer.add_tensor(f"blk.{layer}.{tensor}.weight", weight + 1 if weight.ndim == 1 else weight)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()

    base = Base(tmp_path / "base.gguf")
    assert base.pieces() == pieces
    numbers = cut(pieces, count(pieces, {"a": TEXTS}, {}), least=5)
    made = base.network(numbers)
    assert made.shape.vocabulary == len(numbers)
    assert (made.shape.layers, made.shape.heads, made.shape.hidden) == (
        shape.layers,
        shape.heads,
        shape.hidden,
    )
    for name, weight in made.state_dict().items():
        if name != "embedding.weight":
            assert torch.allclose(weight, state[name]), name
    at = {pieces.texts[n]: new for new, n in enumerate(numbers)}
    old = {text: n for n, text in enumerate(pieces.texts)}
    embedding, whole = made.state_dict()["embedding.weight"], state["embedding.weight"]
    assert torch.equal(embedding[at["▁minister"]], whole[old["▁minister"]])
    assert torch.equal(embedding[at["<unused1>"]], whole[old["▁["]])
    expected = (whole[old["\n"]] + whole[old["▁English"]] + whole[old[":"]]) / 3
    assert torch.allclose(embedding[at["<unused0>"]], expected)


def test_ctranslate2_runs_what_is_written(made):
    generator = ctranslate2.Generator(str(made[2] / "model"))
    found = generator.generate_batch(
        [["<bos>", "▁minister", "<en>"]], max_length=5, include_prompt_in_result=False
    )
    assert len(found[0].sequences[0]) <= 5


def test_shipping_replaces_the_embedded_package_and_its_checksums(made, tmp_path):
    models = tmp_path / "models"
    (models / "translate-nl_en-9_9" / "model").mkdir(parents=True)
    (made[2] / "NOTICE").write_text("Notice.\n", encoding="utf-8")
    target = ship(made[2], models)
    assert [p.name for p in models.glob("translate-*")] == [target.name]
    assert (models / "NOTICE").read_text(encoding="utf-8") == "Notice.\n"
    sums = packages.checksums.read_sums(models / "SHA256SUMS")
    assert sums == {
        f"{target.name}/{p.relative_to(target).as_posix()}": sha256(p)
        for p in target.rglob("*")
        if p.is_file()
    }


def test_a_package_without_a_notice_is_not_shipped(made, tmp_path):
    (tmp_path / "models").mkdir()
    package = shutil.copytree(made[2], tmp_path / made[2].name, ignore=shutil.ignore_patterns("NOTICE"))
    with pytest.raises(ValueError, match="has no NOTICE"):
        ship(package, tmp_path / "models")
