"""Metadata and layout make a package, or one sentence on what is wrong."""

import pytest
from package_parts import parts, weights, write_folder

from briefing.errors import ModelError
from briefing.packages import Architecture, TokenizerKind
from briefing.packages.describe import describe, network


def test_an_argos_package_without_architecture_is_an_encoder_decoder(tmp_path):
    package = describe(write_folder(tmp_path / "p", parts()))
    assert package.architecture is Architecture.ENCODER_DECODER
    assert package.full_name == "translate-nl_en-1.0"
    assert (package.tokenizer_kind, package.tokenizer_path.name) == (TokenizerKind.BPE, "bpe.model")
    assert (package.prompt, package.end_token, package.terminology) == ((), None, None)


def test_a_decoder_package_says_how_it_is_prompted(tmp_path):
    files = parts(
        architecture="decoder",
        prompt=["<bos>", "{source}", "<en>"],
        end_token="<eos>",
        terminology="inline-1",
        reverse=["<bos>", "<=>", "{source}", "<en>"],
    )
    files["model/model.bin"] = weights("TransformerDecoderSpec")
    package = describe(write_folder(tmp_path / "p", files))
    assert package.architecture is Architecture.DECODER
    assert package.prompt == ("<bos>", "{source}", "<en>")
    assert package.end_token == "<eos>"
    assert package.terminology == "inline-1"
    assert package.reverse == ("<bos>", "<=>", "{source}", "<en>")


def test_sentencepiece_goes_before_bpe_as_in_argos(tmp_path):
    package = describe(write_folder(tmp_path / "p", parts() | {"sentencepiece.model": b"x"}))
    assert package.tokenizer_kind is TokenizerKind.SENTENCEPIECE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"from_code": None}, "from_code"),
        ({"from_code": "../../etc"}, "from_code"),
        ({"from_code": ["nl"]}, "from_code"),
        ({"to_code": "Engels"}, "to_code"),
        ({"package_version": "1/0"}, "package_version"),
        ({"package_version": 1.0}, "package_version"),
        ({"package_version": ""}, "package_version"),
        ({"type": "sbd"}, "sbd"),
        ({"to_code": "nl"}, "from nl to nl"),
        ({"architecture": "recurrent"}, "architecture"),
        ({"architecture": "decoder"}, "TransformerSpec"),
    ],
)
def test_wrong_metadata_is_named(tmp_path, changes, words):
    with pytest.raises(ModelError, match=words):
        describe(write_folder(tmp_path / "p", parts(**changes)))


@pytest.mark.parametrize(
    "prompt",
    [None, "<bos>", ["<bos>"], ["{source}", "{source}"], ["{source}", 3]],
    ids=str,
)
def test_a_decoder_package_with_a_broken_prompt_is_refused(tmp_path, prompt):
    files = parts(architecture="decoder", prompt=prompt, end_token="<eos>")
    files["model/model.bin"] = weights("TransformerDecoderSpec")
    with pytest.raises(ModelError, match="prompt"):
        describe(write_folder(tmp_path / "p", files))


def test_a_decoder_that_does_not_say_so_is_refused(tmp_path):
    files = parts() | {"model/model.bin": weights("TransformerDecoderSpec")}
    with pytest.raises(ModelError, match="TransformerDecoderSpec"):
        describe(write_folder(tmp_path / "p", files))


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b"\xff\xfe", b"[" * 100_000], ids=["open", "list", "bytes", "deep"]
)
def test_metadata_that_is_no_json_object_is_refused(tmp_path, content):
    with pytest.raises(ModelError, match=r"metadata\.json"):
        describe(write_folder(tmp_path / "p", parts() | {"metadata.json": content}))


@pytest.mark.parametrize("name", ["metadata.json", "model/model.bin"])
def test_a_missing_part_is_named_with_the_next_step(tmp_path, name):
    files = parts()
    del files[name]
    with pytest.raises(ModelError, match=name.split("/")[-1]) as caught:
        describe(write_folder(tmp_path / "p", files))
    assert "briefing models install" in caught.value.hint


def test_a_package_without_tokenizer_is_refused(tmp_path):
    files = parts()
    del files["bpe.model"]
    with pytest.raises(ModelError, match="tokenizer"):
        describe(write_folder(tmp_path / "p", files))


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (weights("WhisperSpec"), "WhisperSpec"),
        (weights("TransformerBase"), "TransformerBase"),
        (weights("X" * 90)[:64], None),
        (b"", None),
        (b"GGUF\x03\0\0\0", None),
        (b"\x06\0\0\0\x05\0\xff\xfe\xff\xfe\xff", None),
    ],
)
def test_the_network_is_read_from_the_start_of_the_weights(header, name):
    assert network(header) == name


@pytest.mark.parametrize("name", ["TransformerBase", "TransformerBig"])
def test_packages_of_the_first_ctranslate2_are_encoder_decoders(tmp_path, name):
    package = describe(write_folder(tmp_path / "p", parts() | {"model/model.bin": weights(name)}))
    assert package.architecture is Architecture.ENCODER_DECODER


def test_a_file_that_is_no_ctranslate2_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="not a CTranslate2 model"):
        describe(write_folder(tmp_path / "p", parts() | {"model/model.bin": b"PK\x03\x04" * 30}))


def test_a_decoder_package_with_a_broken_prompt_of_the_other_direction_is_refused(tmp_path):
    files = parts(
        architecture="decoder", prompt=["{source}", "<en>"], end_token="<eos>", reverse=["<bos>", "<en>"]
    )
    files["model/model.bin"] = weights("TransformerDecoderSpec")
    with pytest.raises(ModelError, match="reverse"):
        describe(write_folder(tmp_path / "p", files))


def test_a_decoder_package_without_an_end_is_refused(tmp_path):
    files = parts(architecture="decoder", prompt=["{source}", "<en>"])
    files["model/model.bin"] = weights("TransformerDecoderSpec")
    with pytest.raises(ModelError, match="ends a text"):
        describe(write_folder(tmp_path / "p", files))
