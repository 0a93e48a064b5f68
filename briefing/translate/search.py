"""Two-pass search: a fast first pass over everything, then a wider one where the result looks bad.

Greedy decoding is four times as fast as a beam of four and as good for most sentences. What it spoils shows:
in the model's own score, in the checks, in a term that was missed, in Dutch words without a rendering. Those
sentences are decoded again, in other ways, and the best candidate of all is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from briefing.match import TermMatch
from briefing.translate import checks, lexicon, terms
from briefing.translate.engine import Engine, Hypothesis, InlineTerm, Segment
from briefing.translate.types import Flag


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """Widths of the passes, and the score below which a sentence gets the second one.

    `good_enough` is a mean log-probability of a piece, chosen from the curve of quality against cost in
    docs/translation.md.
    """

    first_beam: int = 1
    second_beam: int = 2
    repair_beam: int = 1
    good_enough: float = -0.6
    coverage_weight: float = 0.4

    def __str__(self) -> str:
        """Return the options as they stand in a signature: `1>2>1@-0.6*0.4`."""
        return f"{self.first_beam}>{self.second_beam}>{self.repair_beam}@{self.good_enough:g}*{self.coverage_weight:g}"


# What a failed check costs a candidate, in units of mean log-probability. A changed number or a vanished
# negation is worse than any clumsy wording; names and lengths are checked less surely.
_COST = {
    Flag.NUMBER: 1.0,
    Flag.NEGATION: 1.0,
    Flag.REPETITION: 2.0,
    Flag.CUT: 1.0,
    Flag.UNTRANSLATED: 1.0,
    Flag.LENGTH: 1.0,
    Flag.NAME: 0.5,
    Flag.TERM: 0.6,
    Flag.FORBIDDEN: 0.8,
}
# Below this mean log-probability a translation is flagged: two of 397 segments of twelve articles, both wrong.
LOW_SCORE = -1.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hypothesis with what the checks say of it; `value` ranks candidates of one sentence, higher is better."""

    english: str
    score: float
    flags: tuple[Flag, ...]
    value: float


@dataclass(slots=True)
class Job:
    """One segment on its way through the passes: normalised text, its terms, the candidates found so far."""

    text: str
    matches: tuple[TermMatch, ...] = ()
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def best(self) -> Candidate:
        """The best candidate so far; the first of equals."""
        return max(self.candidates, key=lambda c: c.value)

    def add(self, hypotheses: Sequence[Hypothesis], options: SearchOptions) -> None:
        """Judge hypotheses, their terms polished, and keep them as candidates."""
        for found in hypotheses:
            english = terms.unquoted(found.text, self.text, self.matches)
            hypothesis = replace(found, text=terms.polished(english, self.matches))
            self.candidates.append(judge(self.text, self.matches, hypothesis, options))


def judge(
    text: str, matches: Sequence[TermMatch], hypothesis: Hypothesis, options: SearchOptions
) -> Candidate:
    """Return the hypothesis as a candidate: its flags, and its value.

    The value is the model's score, plus the weighted mean log-probability with which each Dutch content word
    finds a rendering (lexical coverage, after noisy-channel reranking as in Yee et al. 2019, arXiv 1908.05731),
    less the cost of each failed check.
    """
    flags = set(checks.check(text, hypothesis.text))
    if not hypothesis.finished:
        flags.add(Flag.CUT)
    count = terms.missed(matches, hypothesis.text)
    if count:
        flags.add(Flag.TERM)
    if terms.forbidden(matches, hypothesis.text):
        flags.add(Flag.FORBIDDEN)
    cost = sum(_COST[flag] for flag in flags) + _COST[Flag.TERM] * max(count - 1, 0)
    coverage = lexicon.load().coverage(text, hypothesis.text)
    value = hypothesis.score + options.coverage_weight * coverage - cost
    return Candidate(hypothesis.text, hypothesis.score, tuple(f for f in Flag if f in flags), value)


def search(
    engine: Engine,
    jobs: Sequence[Job],
    options: SearchOptions,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Fill the jobs' candidates. `progress` counts the segments of the first pass."""
    annotates = engine.terminology == "inline-1"

    def decode(chosen: Sequence[Job], segments: Sequence[Segment], beam: int) -> None:
        for job, found in zip(chosen, engine.decode(segments, beam=beam, hypotheses=beam), strict=True):
            job.add(found, options)

    def segment(job: Job) -> Segment:
        return Segment(job.text, terms.inline(job.matches) if annotates else ())

    first = engine.decode([segment(job) for job in jobs], beam=options.first_beam, progress=progress)
    for job, found in zip(jobs, first, strict=True):
        job.add(found, options)
    if options.second_beam <= options.first_beam:
        return
    doubtful = [j for j in jobs if j.best.flags or j.best.score < options.good_enough]
    if doubtful:
        decode(doubtful, [segment(j) for j in doubtful], options.second_beam)
    asked = [(job, again) for job in jobs for again in other_ways(job, annotates=annotates)]
    if asked:
        decode([job for job, _ in asked], [again for _, again in asked], options.repair_beam)


def other_ways(job: Job, *, annotates: bool) -> tuple[Segment, ...]:
    """Return the ways in which a job that is not right yet is asked for again; none for one that is.

    A forbidden rendering is suppressed. With a model that knows annotations: dropped words are hinted at; a term
    that was missed is put in English in place of the Dutch, annotated as itself, and in quotation marks; and a
    sentence that fails for another reason is tried without its annotations.
    """
    flags = set(job.best.flags)
    inline = terms.inline(job.matches) if annotates else ()
    ways = []
    if Flag.FORBIDDEN in flags:
        banned = _spellings(terms.forbidden(job.matches, job.best.english))
        ways.append(Segment(job.text, inline, banned))
    if annotates:
        if hinted := hints(job):
            ways.append(Segment(job.text, hinted))
        if Flag.TERM in flags:
            ways.append(Segment(*terms.in_place(job.text, job.matches)))
            ways.append(Segment(*terms.in_place(job.text, job.matches, quoted=True)))
        elif flags and inline:
            ways.append(Segment(job.text))
    return tuple(ways)


# A Dutch word whose renderings have less probability than FOUND in the English counts as dropped or misread; it
# is hinted at where the lexicon is as sure of one rendering as SURE.
FOUND, SURE = 0.02, 0.5


def hints(job: Job) -> tuple[InlineTerm, ...]:
    """Return the job's terms, and an annotation for each dropped word; nothing where no word was dropped."""
    known = lexicon.load()
    own = terms.inline(job.matches)
    dropped = []
    for word in known.dropped(job.text, job.best.english, FOUND):
        rendering, probability = known.best(job.text[word])
        if probability >= SURE and all(word.stop <= t.start or t.end <= word.start for t in own):
            dropped.append(InlineTerm(word.start, word.stop, rendering))
    return (*own, *dropped) if dropped else ()


def _spellings(renderings: Sequence[str]) -> tuple[str, ...]:
    """Return each rendering as it may begin inside a sentence and at its start."""
    return tuple(
        dict.fromkeys(form for r in renderings for form in (r, r.lower(), r[:1].upper() + r[1:].lower()))
    )
