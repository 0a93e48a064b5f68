"""Batches of similar length, a few in flight at a time, so that workers never idle and Ctrl-C is obeyed at once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

# Segments a batch. 16 were 3 % faster and took 250 MB more.
BATCH_SIZE = 12
TYPICAL = 34  # pieces of a news sentence; a batch of longer ones has fewer segments in proportion
# Seconds between two looks whether a result is there; waiting for it would keep Ctrl-C waiting too.
_LOOK = 0.01

# What keeps interrupted engines alive: one that is let go waits for its batches to end.
interrupted: list[object] = []


@dataclass(frozen=True, slots=True)
class Batch:
    """Indices of segments that are decoded together, and the piece sequences that they must not produce.

    Every member is at least `floor` pieces long.
    """

    members: tuple[int, ...]
    floor: int
    suppress: list[list[str]] | None = None

    @classmethod
    def plan(
        cls,
        lengths: Sequence[int],
        suppress: Sequence[Sequence[Sequence[str]]],
        *,
        prefixes: Sequence[Sequence[str]] | None = None,
        bucket: int | None = None,
        size: int = BATCH_SIZE,
    ) -> list[Batch]:
        """Return batches of at most `size` indices, longest first.

        None mixes different `suppress` sequences or `prefixes`, nor, with `bucket`, lengths of different multiples
        of it.
        """
        groups: dict[tuple[int, tuple[tuple[str, ...], ...], tuple[str, ...]], list[int]] = {}
        for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
            floor = lengths[index] // bucket * bucket if bucket else 0
            banned = tuple(tuple(pieces) for pieces in suppress[index] if pieces)
            key = (floor, banned, tuple(prefixes[index]) if prefixes else ())
            groups.setdefault(key, []).append(index)
        return [
            cls(members, floor, [list(pieces) for pieces in sequences] or None)
            for (floor, sequences, _), group in groups.items()
            for members in _cut(group, lengths, size)
        ]


def _cut(group: Sequence[int], lengths: Sequence[int], size: int) -> Iterator[tuple[int, ...]]:
    """Give the group in runs of at most `size`, fewer where they are long: memory grows with rows times length."""
    at = 0
    while at < len(group):
        count = max(1, min(size, size * TYPICAL // max(lengths[group[at]], 1)))
        yield tuple(group[at : at + count])
        at += count


def run(
    batches: Iterable[Batch],
    submit: Callable[[Batch], list[Any]],
    *,
    workers: int,
    progress: Callable[[int], None] | None = None,
) -> dict[int, Any]:
    """Return the result for each index. `submit` gives one result to be awaited (`.done()`, `.result()`) for each member.

    Ctrl-C ends it at once, and what is in flight goes on by itself; see `interrupted`.
    """
    waiting: deque[tuple[Batch, list[Any]]] = deque()
    done: dict[int, Any] = {}

    def collect() -> None:
        batch, results = waiting.popleft()
        for index, result in zip(batch.members, results, strict=True):
            while not result.done():
                time.sleep(_LOOK)
            done[index] = result.result()
        if progress:
            progress(len(batch.members))

    try:
        for batch in batches:
            if len(waiting) > workers:  # one batch each, and one more ready
                collect()
            waiting.append((batch, submit(batch)))
        while waiting:
            collect()
    except KeyboardInterrupt:
        interrupted.append(submit)
        raise
    return done
