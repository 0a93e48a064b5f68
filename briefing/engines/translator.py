"""The engine for encoder–decoder Argos packages: `ctranslate2.Translator`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from briefing.engines.batches import Batch, run
from briefing.engines.doors import running
from briefing.engines.package_engine import PackageEngine
from briefing.translate.engine import Hypothesis, Likelihood, Segment

if TYPE_CHECKING:
    from briefing.packages import Package, Tokenizer

_END = "</s>"


class TranslatorEngine(PackageEngine):
    """Translates with an encoder–decoder model; it knows no inline terms."""

    kind = "Translator"
    terminology: str | None = None
    reversible = False

    def __init__(self, package: Package, tokenizer: Tokenizer, *, workers: int) -> None:
        """Load the model; see PackageEngine."""
        super().__init__(package, tokenizer, workers=workers)
        language = str(package.metadata.get("target_prefix") or "")
        self._language = [language] if language else []

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
        prefixes = [self._began(segment) for segment in segments]

        def submit(batch: Batch) -> list[Any]:
            longest = max(len(sources[i]) for i in batch.members)
            options: dict[str, Any] = {"suppress_sequences": batch.suppress} if batch.suppress else {}
            begin = self._language + prefixes[batch.members[0]]
            if begin:
                options["target_prefix"] = [begin] * len(batch.members)
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
                prefixes=prefixes,
            )
            found = run(batches, submit, workers=self._workers, progress=progress)
            return [self._hypotheses(s, sources[i], found[i]) for i, s in enumerate(segments)]

    def backward(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """Raise NotImplementedError: an encoder-decoder package knows one direction."""
        raise NotImplementedError

    def forward(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """Raise NotImplementedError: only a model that knows both directions is asked."""
        raise NotImplementedError

    def _hypotheses(self, segment: Segment, source: list[str], result: Any) -> tuple[Hypothesis, ...]:
        hypotheses = []
        for written, score in zip(result.hypotheses, result.scores, strict=True):
            finished = bool(written) and written[-1] == _END
            pieces = written[len(self._language) : -1 if finished else None]
            whole = self._score(segment, source, pieces) if segment.prefix else float(score)
            hypotheses.append(Hypothesis(self._tokenizer.decode(pieces).strip(), whole, finished))
        return tuple(hypotheses)

    def _score(self, segment: Segment, source: list[str], pieces: list[str]) -> float:
        """Return the score of `pieces`, and of the end behind them, as a translation."""
        known = len(self._language)
        (scored,) = self._model.score_batch(
            [source], [self._language + pieces], max_input_length=0, offset=known
        )
        return self._mean(segment, scored.log_probs)
