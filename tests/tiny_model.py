"""A small encoder-decoder Argos package with weights set by hand: it translates word by word from a dictionary.

The network is exact, not trained. Every source piece is a one-hot vector; its position is a pair of one-hot
vectors (position modulo 23 and modulo 24, coprime, so 552 positions differ). The decoder's cross-attention asks
for its own position, receives the one-hot piece that stands there, and the output layer maps that piece to
English: a dictionary word to its renderings, best first and LOGIT_STEP apart, anything else to itself. The source's
`</s>` maps to `</s>`, which ends the sentence. All weights are whole numbers, so 8-bit computation is exact too.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

# Dutch word -> English renderings, best first. The model prefers the first by LOGIT_STEP nats a piece, so a
# search with beam 4 brings the others up in its n-best list.
DICTIONARY: dict[str, tuple[str, ...]] = {
    "de": ("the",),
    "het": ("the", "it"),
    "een": ("a", "one"),
    "en": ("and",),
    "in": ("in",),
    "niet": ("not",),
    "minister": ("minister", "secretary"),
    "sprak": ("spoke", "talked"),
    "over": ("about", "on"),
    "vrede": ("peace",),
    "bestand": ("file", "truce", "ceasefire"),
    "geruststellingsmacht": ("army", "force"),
    "leger": ("army", "military"),
    "hond": ("dog",),
    "kat": ("cat",),
    "ziet": ("sees",),
    "blauwhelmen": ("peacekeepers",),
    "stad": ("city", "town"),
    "gisteren": ("yesterday",),
    "ministers": ("ministers",),
}
LOGIT_BEST = 12.0
LOGIT_STEP = 1.5
MODULI = (23, 24)
POSITIONS = MODULI[0] * MODULI[1]
_SPECIAL = ("<unk>", "<s>", "</s>")
_CHARACTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "àâäáçéèêëíïîóôöúûüÉËÏÖÜ.,;:!?'\"()[]{}<>=-–—…%€$&@#*+/_|’‘“”„«»"
)


def make_package(
    folder: Path, *, bpe: bool = False, from_code: str = "nl", to_code: str = "en", version: str = "1.0"
) -> Path:
    """Write an unpacked package into `folder` and return its path, `folder/translate-nl_en-1_0`."""
    package = folder / f"translate-{from_code}_{to_code}-{version.replace('.', '_')}"
    (package / "model").mkdir(parents=True)
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "type": "translate",
        "from_code": from_code,
        "from_name": "Dutch",
        "to_code": to_code,
        "to_name": "English",
        "license": "CC0",
    }
    (package / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    (package / "README.md").write_text("# A word-by-word model for tests\n", encoding="utf-8")
    pieces = (
        _write_bpe(package / "bpe.model") if bpe else _write_sentencepiece(package / "sentencepiece.model")
    )
    _write_network(package / "model", pieces, _mapping(pieces, bpe=bpe))
    return package


def make_archive(folder: Path, *, bpe: bool = False, **metadata: str) -> Path:
    """Write `folder/translate-nl_en-1_0.argosmodel` (an unpacked copy stays beside it) and return its path."""
    package = make_package(folder, bpe=bpe, **metadata)
    archive = folder / f"{package.name}.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as zipped:
        for file in sorted(package.rglob("*")):
            if file.is_file():
                zipped.write(file, file.relative_to(folder).as_posix())
    return archive


def expected(text: str) -> str:
    """Return what the model makes of `text`, words parted by spaces, each in the dictionary or copied."""
    return " ".join(DICTIONARY[word][0] if word in DICTIONARY else word for word in text.split())


def _mapping(pieces: list[str], *, bpe: bool) -> dict[str, tuple[str, ...]]:
    mark = "" if bpe else "▁"
    words = {
        mark + dutch: tuple(mark + english for english in renderings)
        for dutch, renderings in DICTIONARY.items()
    }
    missing = words.keys() - set(pieces)
    if missing:
        raise AssertionError(f"not one piece each: {sorted(missing)}")
    return words


def _write_sentencepiece(path: Path) -> list[str]:
    """Train a tokenizer whose vocabulary holds the words of both languages and every character."""
    import sentencepiece

    # Each word often enough to become a piece.
    words = [*DICTIONARY, *(english for renderings in DICTIONARY.values() for english in renderings)]
    sentences = [f"{word} {other}" for word in words for other in words]
    sentences += list(_CHARACTERS)
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=written,
        model_type="bpe",
        vocab_size=800,
        hard_vocab_limit=False,
        max_sentencepiece_length=40,
        character_coverage=1.0,
        required_chars=_CHARACTERS,
        normalization_rule_name="identity",
        bos_id=1,
        eos_id=2,
        unk_id=0,
        num_threads=1,
        minloglevel=2,
    )
    path.write_bytes(written.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    return [processor.id_to_piece(i) for i in range(3, processor.get_piece_size())]


def _write_bpe(path: Path) -> list[str]:
    """Learn merges (Sennrich et al. 2016) until each dictionary word is one piece; write them for subword-nmt."""
    words = [[*word[:-1], word[-1] + "</w>"] for word in DICTIONARY]
    merges: list[tuple[str, str]] = []
    symbols = {*_CHARACTERS, *(c + "</w>" for c in _CHARACTERS)}
    while any(len(word) > 1 for word in words):
        counts = Counter(pair for word in words for pair in pairwise(word))
        left, right = max(counts, key=lambda pair: (counts[pair], pair))
        merges.append((left, right))
        symbols.add(left + right)
        for word in words:
            i = 0
            while i < len(word) - 1:
                if (word[i], word[i + 1]) == (left, right):
                    word[i : i + 2] = [left + right]
                i += 1
    path.write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges), encoding="utf-8")
    return sorted(s.removesuffix("</w>") if s.endswith("</w>") else s + "@@" for s in symbols)


def _write_network(folder: Path, pieces: list[str], mapping: dict[str, tuple[str, ...]]) -> None:
    import numpy as np
    from ctranslate2.specs import TransformerSpec

    english = [piece for renderings in mapping.values() for piece in renderings]
    tokens = list(dict.fromkeys([*_SPECIAL, *pieces, *english]))
    index = {token: i for i, token in enumerate(tokens)}
    size = len(tokens)
    # Every other place is empty: without VNNI, x86 adds the 8-bit products of two neighbours in 16 bits, which overflow.
    width = 2 * size
    depth = width + sum(MODULI)
    zeros = lambda *shape: np.zeros(shape, dtype=np.float32)  # noqa: E731

    position = zeros(POSITIONS, depth)
    for i in range(POSITIONS):
        position[i, width + i % MODULI[0]] = position[i, width + MODULI[0] + i % MODULI[1]] = 1
    positions_only = np.diag(np.r_[zeros(width), np.ones(sum(MODULI), np.float32)])
    tokens_only = np.diag(np.r_[np.ones(width, np.float32), zeros(sum(MODULI))])

    spec = TransformerSpec.from_config((1, 1), num_heads=1)
    spec.config.add_source_eos = True
    spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = False

    def norm(layer: object, ones: int) -> None:
        """Make a layer norm the identity for vectors that hold `ones` ones and zeros otherwise."""
        mean = ones / depth
        layer.gamma = np.full(depth, np.sqrt(mean - mean**2), dtype=np.float32)
        layer.beta = np.full(depth, mean, dtype=np.float32)

    def linear(layer: object, weight: object) -> None:
        layer.weight = weight
        layer.bias = zeros(weight.shape[0])

    def silent(layer: object, ones: int) -> None:
        """Let self-attention and feed-forward add nothing."""
        norm(layer.self_attention.layer_norm, ones)
        linear(layer.self_attention.linear[0], zeros(3 * depth, depth))
        linear(layer.self_attention.linear[1], zeros(depth, depth))
        linear(layer.ffn.linear_0, zeros(8, depth))
        linear(layer.ffn.linear_1, zeros(depth, 8))

    token = zeros(size, depth)
    token[np.arange(size), 2 * np.arange(size)] = 1
    spec.encoder.embeddings[0].weight = token
    spec.encoder.position_encodings.encodings = position
    silent(spec.encoder.layer[0], 3)
    norm(spec.encoder.layer[0].ffn.layer_norm, 3)
    norm(spec.encoder.layer_norm, 3)

    spec.decoder.embeddings.weight = zeros(size, depth)  # what was said does not matter, only how much
    spec.decoder.position_encodings.encodings = position
    decoder = spec.decoder.layer[0]
    silent(decoder, 2)
    norm(decoder.attention.layer_norm, 2)
    sharpness = np.float32(np.ceil(30 * np.sqrt(depth)))  # the right position leads by 30 nats
    linear(decoder.attention.linear[0], positions_only * sharpness)
    linear(decoder.attention.linear[1], np.vstack([positions_only, tokens_only]))
    linear(decoder.attention.linear[2], np.eye(depth, dtype=np.float32))
    norm(decoder.ffn.layer_norm, 3)
    norm(spec.decoder.layer_norm, 3)

    output = zeros(size, depth)
    for piece in tokens:
        for rank, rendering in enumerate(mapping.get(piece, (piece,))):
            output[index[rendering], 2 * index[piece]] = LOGIT_BEST - LOGIT_STEP * rank
    linear(spec.decoder.projection, output)

    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
