"""Training rows: several sentence pairs packed into a row of fixed length, so that all batches have one shape.

Packing after Krell et al. 2021, "Efficient Sequence Packing without Cross-contamination" (arXiv 2107.02027): a
block-diagonal mask keeps the pairs of a row apart, and positions start again at 0 in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from training.network import MASKED

OPEN_ROWS = 40  # rows that still take pairs; more pack tighter, fewer keep the order better
IGNORED = -1  # label of a place without loss


@dataclass(frozen=True, slots=True)
class Example:
    """A pair in tokens: `<bos> dutch <en>` and `english <eos>`."""

    source: tuple[int, ...]
    target: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.source) + len(self.target)


class Tokenizer:
    """Cuts sentences into the pieces of the vocabulary, in the format of a training row and of a prompt."""

    def __init__(self, model: str) -> None:
        self.pieces = SentencePieceProcessor(model_file=model)
        self.bos, self.eos, self.english = (self.pieces.piece_to_id(p) for p in ("<bos>", "<eos>", "<en>"))

    def source(self, dutch: str) -> tuple[int, ...]:
        """Return the prompt of a Dutch sentence."""
        return (self.bos, *self.pieces.encode(dutch), self.english)

    def example(self, dutch: str, english: str) -> Example:
        """Return a pair in tokens."""
        return Example(self.source(dutch), (*self.pieces.encode(english), self.eos))


def packed(examples: Iterable[Example], length: int) -> Iterator[list[Example]]:
    """Yield rows of at most `length` tokens, near the order of `examples` (first fit among the open rows).

    Examples longer than a row are left out.
    """
    rows: list[list[Example]] = []
    used: list[int] = []
    for example in examples:
        size = len(example)
        if size > length:
            continue
        for number, taken in enumerate(used):
            if taken + size <= length:
                rows[number].append(example)
                used[number] += size
                break
        else:
            rows.append([example])
            used.append(size)
        if len(rows) > OPEN_ROWS:
            fullest = max(range(len(rows)), key=used.__getitem__)
            used.pop(fullest)
            yield rows.pop(fullest)
    yield from rows


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of a batch of rows, each (rows, length); `owners` numbers the pairs of a row."""

    tokens: Tensor
    positions: Tensor
    labels: Tensor
    owners: Tensor
    size: int  # tokens that are not padding

    def to(self, device: str) -> Batch:
        """Return the batch on `device`."""
        moved = (t.to(device) for t in (self.tokens, self.positions, self.labels, self.owners))
        return Batch(*moved, self.size)

    @property
    def mask(self) -> Tensor:
        """What is added to the scores (rows, length, length): a token sees itself and what stands before it in its pair."""
        length = self.tokens.shape[1]
        before = torch.ones(length, length, dtype=torch.bool, device=self.owners.device).tril()
        seen = (self.owners[:, :, None] == self.owners[:, None]) & before
        return torch.zeros(seen.shape, device=seen.device).masked_fill(~seen, MASKED)


def batch(rows: list[list[Example]], length: int, count: int) -> Batch:
    """Return `count` rows as tensors; missing rows are padding. The label stands one place before its token."""
    tokens, positions = np.zeros((2, count, length), np.int64)
    labels = np.full((count, length), IGNORED, np.int64)
    owner = np.full((count, length), IGNORED, np.int64)
    for number, row in enumerate(rows):
        at = 0
        for which, example in enumerate(row):
            end = at + len(example)
            first = at + len(example.source)
            tokens[number, at:end] = example.source + example.target
            positions[number, at:end] = np.arange(end - at)
            labels[number, first - 1 : end - 1] = example.target
            owner[number, at:end] = which
            at = end
    size = sum(len(example) for row in rows for example in row)
    return Batch(*(torch.from_numpy(a) for a in (tokens, positions, labels, owner)), size)
