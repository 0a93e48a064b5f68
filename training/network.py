"""The network: a decoder-only transformer of the Gemma 3 shape, written for training on few cores.

After Gemma Team 2025, "Gemma 3 Technical Report" (arXiv 2503.19786): norms before and after each block and on queries
and keys, one key and value head for all query heads (Shazeer 2019, arXiv 1911.02150), rotary positions with two bases,
GELU-gated feed-forward layers, embeddings tied to the output. The layout of a `state_dict` follows the attribute names
here; `training.package` maps it to CTranslate2 and back, `training.base` from the base weights.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

EPSILON = 1e-6
LOCAL_BASE = 10_000.0
GLOBAL_BASE = 1_000_000.0
MASKED = (
    -1e4
)  # added to the score of a key that may not be seen; finite, so that a row of padding stays finite


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network. Every `global_every`-th layer turns its positions by the large base."""

    vocabulary: int
    width: int = 640
    layers: int = 18
    heads: int = 4
    head_width: int = 256
    hidden: int = 2048
    global_every: int = 6

    def rotary_base(self, layer: int) -> float:
        """Return the rotary base of layer number `layer` (from 0)."""
        return GLOBAL_BASE if (layer + 1) % self.global_every == 0 else LOCAL_BASE


class Norm(nn.Module):
    """Root-mean-square norm (Zhang and Sennrich 2019, arXiv 1910.07467); the weight is an offset from 1."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor) -> Tensor:
        """Normalise the last axis, computed in float32, returned in the type of `x`."""
        wide = x.float()
        scale = torch.rsqrt(wide.square().mean(-1, keepdim=True) + EPSILON)
        return (wide * scale * (1 + self.weight)).type_as(x)


def rotation(positions: Tensor, base: float, head_width: int) -> tuple[Tensor, Tensor]:
    """Return cosine and sine, each (rows, length, head_width), of the angles of `positions` (rows, length)."""
    frequencies = base ** -(torch.arange(0, head_width, 2, device=positions.device).float() / head_width)
    angles = positions[..., None].float() * frequencies
    angles = torch.cat([angles, angles], -1)
    return angles.cos(), angles.sin()


def _rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    first, second = x.chunk(2, -1)
    return x * cosine + torch.cat([-second, first], -1) * sine


class Layer(nn.Module):
    """One block: attention, then the gated feed-forward layer, each between two norms."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()

        def linear(inputs: int, outputs: int) -> nn.Linear:
            return nn.Linear(inputs, outputs, bias=False)

        self.heads, self.head_width = shape.heads, shape.head_width
        inner = shape.heads * shape.head_width
        self.query = linear(shape.width, inner)
        self.key = linear(shape.width, shape.head_width)
        self.value = linear(shape.width, shape.head_width)
        self.output = linear(inner, shape.width)
        self.gate = linear(shape.width, shape.hidden)
        self.up = linear(shape.width, shape.hidden)
        self.down = linear(shape.hidden, shape.width)
        self.query_norm = Norm(shape.head_width)
        self.key_norm = Norm(shape.head_width)
        self.before_attention = Norm(shape.width)
        self.after_attention = Norm(shape.width)
        self.before_feed_forward = Norm(shape.width)
        self.after_feed_forward = Norm(shape.width)

    def forward(self, x: Tensor, cosine: Tensor, sine: Tensor, mask: Tensor) -> Tensor:
        """Return what the block adds to `x` (rows, length, width); `mask` (rows, length, length) is added to the scores."""
        rows, length, _ = x.shape
        y = self.before_attention(x)
        query = self.query_norm(self.query(y).view(rows, length, self.heads, self.head_width))
        query = _rotate(query, cosine[:, :, None], sine[:, :, None])
        key = _rotate(self.key_norm(self.key(y)), cosine, sine)
        value = self.value(y)
        # All heads share the keys, so they are folded into the query axis: two plain batched products.
        folded = query.to(value.dtype).reshape(rows, length * self.heads, self.head_width)
        scores = torch.bmm(folded, key.to(value.dtype).transpose(1, 2)).float() * self.head_width**-0.5
        scores = scores.view(rows, length, self.heads, length) + mask[:, :, None]
        weights = torch.softmax(scores, -1).to(value.dtype).view(rows, length * self.heads, length)
        mixed = torch.bmm(weights, value).view(rows, length, self.heads * self.head_width)
        attended = self.after_attention(self.output(mixed))
        y = self.before_feed_forward(x + attended)
        y = self.down(functional.gelu(self.gate(y), approximate="tanh") * self.up(y))
        return attended + self.after_feed_forward(y)


class Network(nn.Module):
    """Token numbers in, hidden states out; the output layer is the embedding matrix."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = Norm(shape.width)

    def compile_layers(self) -> None:
        """Compile the forward pass of a layer; one compilation serves all, as long as batches keep their shape."""
        for layer in self.layers:
            layer.forward = torch.compile(layer.forward, dynamic=False)  # type: ignore[method-assign]

    def forward(
        self,
        tokens: Tensor,
        positions: Tensor,
        mask: Tensor,
        dtype: torch.dtype,
        dropout: float = 0.0,
        unread: Tensor | None = None,
    ) -> Tensor:
        """Return the hidden states (rows, length, width) of `tokens` (rows, length), computed in `dtype`.

        `dropout` is the share of the embeddings and of what each block adds that is left out (Srivastava et al. 2014);
        `unread` (rows, length) says which tokens have no embedding at all.
        """
        x = (self.embedding(tokens) * math.sqrt(self.shape.width)).to(dtype)
        if unread is not None:
            x = x.masked_fill(unread[..., None], 0.0)
        x = functional.dropout(x, dropout, training=dropout > 0)
        turns = {base: rotation(positions, base, self.shape.head_width) for base in (LOCAL_BASE, GLOBAL_BASE)}
        for number, layer in enumerate(self.layers):
            added = layer(x, *turns[self.shape.rotary_base(number)], mask)
            x = x + functional.dropout(added, dropout, training=dropout > 0)
        return self.norm(x)

    def logits(self, hidden: Tensor) -> Tensor:
        """Return the scores of all pieces for `hidden` (n, width): (n, vocabulary)."""
        return functional.linear(hidden, self.embedding.weight)


def save_network(network: Network, path: Path) -> None:
    """Write a network for `load_network`."""
    torch.save({"shape": asdict(network.shape), "network": network.state_dict()}, path)


def load_network(path: Path) -> Network:
    """Return a network that a step of the recipe saved."""
    state = torch.load(path, weights_only=True)
    network = Network(Shape(**state["shape"]))
    network.load_state_dict(state["network"])
    return network


def score(network: Network, source: Sequence[int], target: Sequence[int]) -> list[float]:
    """Return the log-probability of each token of `target` after `source` (float32), one sentence at a time."""
    tokens = torch.tensor([[*source, *target]])
    length = tokens.shape[1]
    mask = torch.full((length, length), MASKED).triu(1)[None]
    with torch.no_grad():
        hidden = network(tokens, torch.arange(length)[None], mask, torch.float32)
        logits = network.logits(hidden[0, len(source) - 1 : -1])
        chosen = torch.log_softmax(logits, -1).gather(1, torch.tensor(target)[:, None])
    return [float(p) for p in chosen[:, 0]]
