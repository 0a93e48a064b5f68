"""The engine for encoder–decoder Argos packages: `ctranslate2.Translator`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from briefing.engines.batches import Batch, run
from briefing.engines.doors import running
from briefing.engines.package_engine import PackageEngine
from briefing.translate.engine import Hypothesis, Segment

if TYPE_CHECKING:
    from briefing.packages import Package, Tokenizer

_END = "</s>"


class TranslatorEngine(PackageEngine):
    """Translates with an encoder–decoder model; it knows no inline terms."""

    kind = "Translator"
    terminology: str | None = None

    def __init__(self, package: Package, tokenizer: Tokenizer, *, workers: int) -> None:
        """Load the model; see PackageEngine."""
        super().__init__(package, tokenizer, workers=workers)
        self._prefix = str(package.metadata.get("target_prefix") or "")

    def decode(
        self,
        segments: Sequence[Segment],
        *,
        beam: int = 1,
        hypotheses: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Return the best hypotheses of each segment, best first; see Engine."""
        sources = [self._tokenizer.encode(segment.text) for segment in segments]

        def submit(batch: Batch) -> list[Any]:
            longest = max(len(sources[i]) for i in batch.members)
            options: dict[str, Any] = {"suppress_sequences": batch.suppress} if batch.suppress else {}
            if self._prefix:
                options["target_prefix"] = [[self._prefix]] * len(batch.members)
            results: list[Any] = self._model.translate_batch(
                [sources[i] for i in batch.members],
                beam_size=beam,
                num_hypotheses=hypotheses,
                max_decoding_length=2 * longest + 24,
                max_input_length=0,
                return_end_token=True,
                return_scores=True,
                replace_unknowns=True,
                asynchronous=True,
                **options,
            )
            return results

        with running(self._package):
            batches = Batch.plan(
                [len(s) for s in sources],
                [[self._tokenizer.encode(text) for text in s.suppress] for s in segments],
            )
            found = run(batches, submit, workers=self._workers, progress=progress)
        return [
            tuple(self._hypothesis(r, i) for i in range(len(r.hypotheses)))
            for r in (found[i] for i in range(len(segments)))
        ]

    def _hypothesis(self, result: Any, index: int) -> Hypothesis:
        pieces = result.hypotheses[index]
        finished = bool(pieces) and pieces[-1] == _END
        pieces = pieces[:-1] if finished else pieces
        if self._prefix and pieces[:1] == [self._prefix]:
            pieces = pieces[1:]
        return Hypothesis(self._tokenizer.decode(pieces).strip(), float(result.scores[index]), finished)
