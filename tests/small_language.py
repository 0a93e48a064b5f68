"""A language of few words, which small networks can learn; a small network, and its tokenizer."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.network import Network

# (Dutch, English), by the place in the sentence
SUBJECTS = [
    ("de minister", "the minister"), ("de premier", "the prime minister"), ("het leger", "the army"),
    ("de commissie", "the committee"), ("de rechter", "the judge"), ("de regering", "the government"),
    ("de gezant", "the envoy"), ("de generaal", "the general"), ("het parlement", "the parliament"),
]  # fmt: skip
VERBS = [
    ("steunt", "supports"), ("weigert", "refuses"), ("bespreekt", "discusses"), ("verwacht", "expects"),
    ("onderzoekt", "investigates"), ("betaalt", "pays for"), ("eist", "demands"),
]  # fmt: skip
OBJECTS = [
    ("een bestand", "a truce"), ("het vredesplan", "the peace plan"), ("nieuwe sancties", "new sanctions"),
    ("de wapenleveranties", "the arms deliveries"), ("een onderzoek", "an inquiry"), ("de begroting", "the budget"),
    ("extra steun", "extra support"), ("strenge maatregelen", "strict measures"), ("het verdrag", "the treaty"),
]  # fmt: skip
TIMES = [
    ("vandaag", "today"), ("in Parijs", "in Paris"), ("na 14 maart", "after 14 March"), ("volgens Jansen", "according to Jansen"),
    ("zonder uitstel", "without delay"), ("in 2025", "in 2025"),
]  # fmt: skip


def sentences(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """Return different sentence pairs of the small language."""
    rng = random.Random(seed)
    every = [(s, v, o, t) for s in SUBJECTS for v in VERBS for o in OBJECTS for t in TIMES]
    out = []
    for parts in rng.sample(every, count):
        dutch, english = (" ".join(part[side] for part in parts) for side in (0, 1))
        out.append((f"{dutch[0].upper()}{dutch[1:]}.", f"{english[0].upper()}{english[1:]}."))
    return out


METADATA = {
    "package_version": "0.0",
    "argos_version": "1.9",
    "type": "translate",
    "from_code": "nl",
    "from_name": "Dutch",
    "to_code": "en",
    "to_name": "English",
    "architecture": "decoder",
    "prompt": ["<bos>", "{source}", "<en>"],
    "end_token": "<eos>",
    "terminology": "inline-1",
}


def tokenizer(path: Path, lines: list[str], size: int = 400) -> Path:
    """Write a byte-pair SentencePiece model with the marks of our format, learnt from `lines`."""
    from sentencepiece import SentencePieceTrainer

    out = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(lines), model_writer=out, model_type="bpe", vocab_size=size, byte_fallback=True,
        pad_id=0, eos_id=1, bos_id=2, unk_id=3, pad_piece="<pad>", eos_piece="<eos>", bos_piece="<bos>",
        user_defined_symbols=["<en>", "<t>", "<=>", "</t>"], add_dummy_prefix=False, hard_vocab_limit=False,
        normalization_rule_name="identity", remove_extra_whitespaces=False, minloglevel=2,
    )  # fmt: skip
    path.write_bytes(out.getvalue())
    return path


def network(vocabulary: int, layers: int = 3) -> Network:
    """Return a network that learns the small language in a minute; the last layer turns by the large base."""
    import torch

    from training.network import Network, Shape

    torch.manual_seed(1)
    return Network(
        Shape(vocabulary, width=64, layers=layers, heads=2, head_width=32, hidden=128, global_every=3)
    )
