"""Training rows: several sentence pairs packed into a row of fixed length, so that all batches have one shape.

Packing after Krell et al. 2021, "Efficient Sequence Packing without Cross-contamination" (arXiv 2107.02027): a
block-diagonal mask keeps the pairs of a row apart, and positions start again at 0 in each.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

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


class Rows:
    """Packed rows, kept as three arrays: they are many, and go to a file as they are."""

    def __init__(self, tokens: np.ndarray, sizes: np.ndarray, counts: np.ndarray) -> None:
        """Take the tokens of all pairs, the sizes (source, target) of each, and how many pairs each row holds."""
        self.tokens, self.sizes, self.counts = tokens, sizes, counts
        self._pairs = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
        self._places = np.concatenate([[0], np.cumsum(sizes.sum(1), dtype=np.int64)])

    @classmethod
    def of(cls, examples: Iterable[Example], length: int) -> Rows:
        """Return the rows of at most `length` tokens into which `examples` are packed."""
        tokens, sizes, counts = array("I"), array("I"), array("I")
        for row in packed(examples, length):
            counts.append(len(row))
            for example in row:
                sizes.extend((len(example.source), len(example.target)))
                tokens.extend(example.source)
                tokens.extend(example.target)
        pieces = np.asarray(tokens)
        return cls(
            pieces.astype(np.uint16 if pieces.max(initial=0) < 1 << 16 else np.uint32),
            np.array(sizes, np.uint16).reshape(-1, 2),
            np.array(counts, np.uint16),
        )

    def __len__(self) -> int:
        return len(self.counts)

    def __getitem__(self, number: int) -> list[Example]:
        """Return row number `number`, from 0; IndexError beyond the last."""
        found = []
        for pair in range(self._pairs[number], self._pairs[number + 1]):
            source = self.sizes[pair, 0]
            tokens = self.tokens[self._places[pair] : self._places[pair + 1]].tolist()
            found.append(Example(tuple(tokens[:source]), tuple(tokens[source:])))
        return found


_MIXTURE = "mixture"
_PARTS = ("tokens", "sizes", "counts")


def save(path: Path, mixture: Rows, held_out: Mapping[str, Rows]) -> None:
    """Write the rows to train on and those of each held-out source into one file (numpy's .npz)."""
    sets = {_MIXTURE: mixture, **{f"held out/{name}": rows for name, rows in held_out.items()}}
    with path.open("wb") as out:
        np.savez(out, **{f"{n}/{part}": getattr(rows, part) for n, rows in sets.items() for part in _PARTS})


def load(file: Path | IO[bytes]) -> tuple[Rows, dict[str, Rows]]:
    """Return what `save` wrote: the rows to train on, and those of each held-out source."""
    with np.load(file) as arrays:
        names = dict.fromkeys(key.rpartition("/")[0] for key in arrays.files)
        sets = {n: Rows(*(arrays[f"{n}/{part}"] for part in _PARTS)) for n in names}
    mixture = sets.pop(_MIXTURE)
    return mixture, {name.partition("/")[2]: rows for name, rows in sets.items()}


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

    def twice(self) -> Batch:
        """Return the batch with each of its rows a second time, behind them all."""
        twofold = (torch.cat([t, t]) for t in (self.tokens, self.positions, self.labels, self.owners))
        return Batch(*twofold, self.size)

    @property
    def written(self) -> Tensor:
        """Whether a token (rows, length) belongs to the side that is to be written."""
        return functional.pad(self.labels[:, :-1] != IGNORED, (1, 0))

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
