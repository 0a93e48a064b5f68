"""What both engines are: a loaded package with its tokenizer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefing.engines.doors import loading
from briefing.packages import fingerprint
from briefing.translate.engine import Segment

if TYPE_CHECKING:
    from briefing.packages import Package, Tokenizer


class PackageEngine:
    """A package, its tokenizer and its model in memory; `kind` is the class of CTranslate2 that runs it."""

    kind: str

    def __init__(self, package: Package, tokenizer: Tokenizer, *, workers: int) -> None:
        """Load the model; `workers` batches are decoded at once, one thread each. Raises ModelError."""
        self._package = package
        self._tokenizer = tokenizer
        self._workers = workers
        self._fingerprint = fingerprint(package)
        with loading(package):
            import ctranslate2

            self._model: Any = getattr(ctranslate2, self.kind)(
                str(package.model_path),
                device="cpu",
                inter_threads=workers,
                intra_threads=1,
                compute_type="int8",
            )

    @property
    def name(self) -> str:
        """Package name and version."""
        return self._package.full_name

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the weights."""
        return self._fingerprint

    @property
    def from_code(self) -> str:
        """ISO 639-1 code of the source language."""
        return self._package.from_code

    def _began(self, segment: Segment) -> list[str]:
        """Return the pieces that a translation of the segment begins with."""
        return self._tokenizer.encode(segment.prefix) if segment.prefix else []

    def _mean(self, segment: Segment, log_probs: Sequence[float]) -> float:
        """Return the mean of a translation's log-probabilities, what was forced counting for no less than the segment says."""
        kept = self._tokenizer.encode(segment.kept.rstrip()) if segment.kept else []
        end = len(self._began(segment))
        counted = [max(p, segment.least) if len(kept) <= n < end else p for n, p in enumerate(log_probs)]
        return sum(counted) / len(counted)
