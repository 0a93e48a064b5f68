"""The engine for decoder-only packages: `ctranslate2.Generator` with the package's own prompt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.engines.batches import Batch, run
from briefing.engines.doors import running
from briefing.engines.package_engine import PackageEngine
from briefing.match.joints import opened
from briefing.translate import lexicon
from briefing.translate.engine import Hypothesis, InlineTerm, Likelihood, Segment

if TYPE_CHECKING:
    from briefing.packages import Package, Tokenizer

# Pieces of prompt length that share a batch; see `_anchor`. Of 8, 16, 32 and 64 the cheapest on five articles,
# measured at beam 1 and 4.
BUCKET = 32
# Hypotheses a batch. More were 3 % faster and took 250 MB more.
ROWS = 24
# From this beam on a batch holds segments whose prompts are equally long, needs no anchor, and is of no more than WIDE_ROWS hypotheses:
# at 5 and 6 a fifth faster than each segment for itself, as fast as more together, and it takes less memory.
WIDE, WIDE_ROWS = 5, 12
_FILLER = "De ministers spraken over de plannen, en daarna gingen zij naar huis. "

# Symbols of the annotation `inline-1`; in the text of an article they are only text.
_OPEN, _IS, _CLOSE = "<t>", "<=>", "</t>"
_RENDERING = re.compile(f"({_IS}.*?{_CLOSE})")
OPENED = "opened-1"  # how a package says that it reads compounds as `with_opened` writes them


class DecoderEngine(PackageEngine):
    """Translates with a language model that goes on from the Dutch to the English."""

    kind = "Generator"

    def __init__(self, package: Package, tokenizer: Tokenizer, *, workers: int) -> None:
        """Load the model; see PackageEngine."""
        super().__init__(package, tokenizer, workers=workers)
        self._end = package.end_token or "<eos>"
        self._filler: list[str] = []
        around = {piece for piece in (*package.prompt, *package.reverse) if piece != "{source}"}
        self._symbols = tuple(sorted(around | {self._end, _OPEN, _IS, _CLOSE}))

    @property
    def terminology(self) -> str | None:
        """The way of annotating terms that the model was trained for."""
        return self._package.terminology

    @property
    def reversible(self) -> bool:
        """Whether the package says how the model is asked for the Dutch of an English text."""
        return bool(self._package.reverse)

    def decode(
        self,
        segments: Sequence[Segment],
        *,
        beam: int = 1,
        hypotheses: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Return the best hypotheses of each segment, best first; see Engine."""
        prompts = [self._prompt(segment) for segment in segments]
        wide = beam >= WIDE
        bucket, rows = (1, WIDE_ROWS) if wide else (BUCKET, ROWS)

        def submit(batch: Batch) -> list[Any]:
            longest = batch.floor + bucket - 1
            anchor = [] if wide else [self._anchor(batch.floor)]
            options = {"suppress_sequences": batch.suppress} if batch.suppress else {}
            results: list[Any] = self._model.generate_batch(
                [*anchor, *(prompts[i] for i in batch.members)],
                beam_size=beam,
                num_hypotheses=hypotheses,
                max_length=2 * longest + 24,  # room for any translation; where a loop ends
                include_prompt_in_result=False,
                end_token=self._end,
                return_end_token=True,
                return_scores=True,
                asynchronous=True,
                **options,
            )
            return results[len(anchor) :]

        with running(self._package):
            batches = Batch.plan(
                [len(p) for p in prompts],
                [[p for text in s.suppress for p in self._spelt(text)] for s in segments],
                bucket=bucket,
                size=max(1, rows // beam),  # memory grows with hypotheses
            )
            found = run(batches, submit, workers=self._workers, progress=progress)
            return [self._hypotheses(s, found[i]) for i, s in enumerate(segments)]

    def forward(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """Return how probable each English text is as a translation of its Dutch; see Engine."""
        return self._likelihoods(self._package.prompt, [(self._source(Segment(nl)), en) for nl, en in pairs])

    def backward(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """Return how well each Dutch text can be told from its English; see Engine."""
        return self._likelihoods(self._package.reverse, [(self._pieces(en), nl) for nl, en in pairs])

    def _likelihoods(self, prompt: Sequence[str], asked: Sequence[tuple[list[str], str]]) -> list[Likelihood]:
        """Return how probable each text is behind the prompt of its source."""
        pieces = [[*self._pieces(text), self._end] for _, text in asked]
        prompts = [_around(prompt, source) for source, _ in asked]
        found = self._log_probabilities(list(zip(prompts, pieces, strict=True)))
        return [
            Likelihood(tuple((*place, p) for place, p in zip(_places(text, cut), of, strict=True)))
            for (_, text), cut, of in zip(asked, pieces, found, strict=True)
        ]

    def _pieces(self, text: str) -> list[str]:
        return self._tokenizer.encode(annotate(text, (), self._symbols))

    def _source(self, segment: Segment) -> list[str]:
        annotated = annotate(segment.text, segment.terms, self._symbols)
        return self._tokenizer.encode(
            with_opened(annotated) if self._package.compounds == OPENED else annotated
        )

    def _log_probabilities(self, asked: Sequence[tuple[list[str], list[str]]]) -> list[list[float]]:
        """Return the log-probability of each piece that goes on from a prompt.

        Each for itself: in a batch, what comes out would depend on the company.
        """

        def submit(batch: Batch) -> list[Any]:
            (i,) = batch.members
            prompt, pieces = asked[i]
            results: list[Any] = self._model.score_batch(
                [prompt + pieces], max_input_length=0, asynchronous=True
            )
            return results

        with running(self._package):
            found = run([Batch((i,), 0) for i in range(len(asked))], submit, workers=self._workers)
        return [found[i].log_probs[-len(pieces) :] for i, (_, pieces) in enumerate(asked)]

    def _spelt(self, text: str) -> list[list[str]]:
        """Return the pieces of `text` at the start of a sentence and after a space, where they differ."""
        both = [self._tokenizer.encode(text), self._tokenizer.encode(f" {text}")]
        return both if both[0] != both[1] else both[:1]

    def _prompt(self, segment: Segment) -> list[str]:
        return _around(self._package.prompt, self._source(segment)) + self._began(segment)

    def _anchor(self, length: int) -> list[str]:
        """Return a prompt of `length` pieces (or the shortest there is) that is decoded along with a batch.

        The model reads a batch's prompts together as far as the shortest goes and the rest piece by piece, and
        the two ways round differently. With the anchor the shortest is always the bucket's floor, so what comes
        out for a segment depends on nothing but that segment: not on its company, nor on what a memory held.
        """
        fixed = len(self._package.prompt) - 1
        while len(self._filler) < length:
            self._filler += self._tokenizer.encode(_FILLER)
        return _around(self._package.prompt, self._filler[: max(length - fixed, 1)])

    def _hypotheses(self, segment: Segment, result: Any) -> tuple[Hypothesis, ...]:
        prefix = self._began(segment)
        hypotheses = []
        for written, score in zip(result.sequences, result.scores, strict=True):
            finished = bool(written) and written[-1] == self._end
            pieces = prefix + (written[:-1] if finished else written)
            text = self._tokenizer.decode(pieces).strip()
            whole = self._score(segment, prefix + written) if prefix else float(score)
            hypotheses.append(Hypothesis(text, whole, finished))
        return tuple(hypotheses)

    def _score(self, segment: Segment, pieces: list[str]) -> float:
        """Return the score of `pieces` as a translation; each for itself, so that company changes nothing."""
        (found,) = self._log_probabilities([(self._prompt(replace(segment, kept="", forced="")), pieces)])
        return self._mean(segment, found)


def _around(prompt: Sequence[str], source: list[str]) -> list[str]:
    """Return the prompt with the pieces of a source in their place."""
    return [piece for part in prompt for piece in (source if part == "{source}" else [part])]


def _places(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each piece stands in `text`; one that is not written there (a byte, the end) takes no place."""
    places, at = [], 0
    for piece in pieces:
        written = piece.replace("▁", " ").strip()
        start = text.find(written, at)
        if not written or start < 0:
            places.append((at, at))
            continue
        at = start + len(written)
        places.append((start, at))
    return places


def annotate(text: str, terms: Sequence[InlineTerm], symbols: Sequence[str] = (_OPEN, _IS, _CLOSE)) -> str:
    """Return `text` with `<t>dutch<=>english</t>` at each term; symbols that the text itself holds are broken up."""

    def plain(part: str) -> str:
        for symbol in symbols:
            part = part.replace(symbol, f"{symbol[0]} {symbol[1:]}")
        return part

    out, at = [], 0
    for term in sorted(terms, key=lambda t: t.start):
        dutch = plain(text[term.start : term.end])
        out += [plain(text[at : term.start]), _OPEN, dutch, _IS, plain(term.target), _CLOSE]
        at = term.end
    return "".join([*out, plain(text[at:])])


def with_opened(annotated: str) -> str:
    """Return annotated text with the compounds of its Dutch opened; the English of the annotations stays as it is.

    What the lexicon has, which was learnt from what the models are trained on, is left whole.
    """
    met = lexicon.load().knows
    return "".join(
        part if number % 2 else opened(part, met) for number, part in enumerate(_RENDERING.split(annotated))
    )
