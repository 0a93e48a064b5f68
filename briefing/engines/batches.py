"""Batches of similar length, a few in flight at a time, so that workers never idle and Ctrl-C is obeyed at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

# Segments a batch, with several hypotheses each and with one.
BATCH_SIZE, WIDE_BATCH = 16, 32


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
        bucket: int | None = None,
        size: int = BATCH_SIZE,
    ) -> list[Batch]:
        """Return batches of at most `size` indices, longest first.

        None mixes different `suppress` sequences, nor, with `bucket`, lengths of different multiples of it.
        """
        groups: dict[tuple[int, tuple[tuple[str, ...], ...]], list[int]] = {}
        for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
            floor = lengths[index] // bucket * bucket if bucket else 0
            key = (floor, tuple(tuple(pieces) for pieces in suppress[index] if pieces))
            groups.setdefault(key, []).append(index)
        return [
            cls(tuple(members[at : at + size]), floor, [list(pieces) for pieces in sequences] or None)
            for (floor, sequences), members in groups.items()
            for at in range(0, len(members), size)
        ]


def run(
    batches: Iterable[Batch],
    submit: Callable[[Batch], list[Any]],
    *,
    workers: int,
    progress: Callable[[int], None] | None = None,
) -> dict[int, Any]:
    """Return the result for each index. `submit` gives one awaitable result (`.result()`) for each member."""
    waiting: deque[tuple[Batch, list[Any]]] = deque()
    done: dict[int, Any] = {}

    def collect() -> None:
        batch, results = waiting.popleft()
        for index, result in zip(batch.members, results, strict=True):
            done[index] = result.result()
        if progress:
            progress(len(batch.members))

    for batch in batches:
        if len(waiting) > workers:  # one batch each, and one more ready
            collect()
        waiting.append((batch, submit(batch)))
    while waiting:
        collect()
    return done
