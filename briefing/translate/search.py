"""Two-pass search: a fast first pass over everything, then a wider one where the result looks bad.

Greedy decoding is four times as fast as a beam of four and as good for most sentences. What it spoils shows:
in the model's own score, in the checks, in a term that was missed, in Dutch words without a rendering. Those
sentences are decoded again, in other ways, and the best candidate of all is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.translate import dictionary, placeholders, terms
from briefing.translate.candidates import LOW_SCORE, Candidate, Job, Means, SearchOptions, judge
from briefing.translate.engine import Engine, Segment
from briefing.translate.ways import able, forced_names, forced_ways, forced_words, other_ways

__all__ = ["LOW_SCORE", "Candidate", "Job", "Means", "SearchOptions", "judge", "search"]

# Hypotheses among which a model without annotations is asked for one that obeys.
N_BEST = 4
# How often missed terms are forced: once more where a sentence missed several.
FORCED_ROUNDS = 2


def search(
    engine: Engine,
    jobs: Sequence[Job],
    options: SearchOptions,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Fill the jobs' candidates. `progress` counts the segments of the first pass."""
    possible = able(engine)
    means = options.means & possible
    inline = Means.INLINE in means

    def decode(asked: Sequence[tuple[Job, Segment]], beam: int) -> None:
        if asked:
            found = engine.decode([segment for _, segment in asked], beam=beam, hypotheses=beam)
            for (job, _), hypotheses in zip(asked, found, strict=True):
                job.add(hypotheses, options)

    def segment(job: Job) -> Segment:
        return Segment(job.text, terms.inline(job.matches) if inline else ())

    known = dictionary.load()
    for job in jobs:
        words = known.matches(job.text)
        job.words = tuple(w for w in words if not any(m.touches(*s) for m in job.matches for s in w.spans))
    first = engine.decode([segment(job) for job in jobs], beam=options.first_beam, progress=progress)
    for job, found in zip(jobs, first, strict=True):
        job.add(found, options)
    if options.second_beam <= options.first_beam:
        return
    doubtful = [j for j in jobs if j.best.flags or j.best.score < options.good_enough]
    decode([(j, segment(j)) for j in doubtful], options.second_beam)
    _weigh(engine, jobs, options)
    hinting = Means.INLINE in possible
    decode([(j, again) for j in jobs for again in other_ways(j, means, hinting=hinting)], options.repair_beam)
    _weigh(engine, jobs, options)
    for forced in (forced_words, forced_names):
        decode([(j, way) for j in jobs for way in forced(j, inline=inline)], options.repair_beam)
    if Means.FORCE in means:
        if not inline:
            decode([(j, Segment(j.text)) for j in jobs if j.missed], N_BEST)
        tried: set[tuple[int, Segment]] = set()
        for _ in range(FORCED_ROUNDS):
            ways = [(n, way) for n, job in enumerate(jobs) for way in forced_ways(job, inline=inline)]
            decode([(jobs[n], way) for n, way in ways if (n, way) not in tried], options.repair_beam)
            tried.update(ways)
    if Means.PLACEHOLDER in means:
        for form in placeholders.FORMS:
            _with_placeholders(engine, [job for job in jobs if job.missed], form, options)
    _weigh(engine, jobs, options)


def _weigh(engine: Engine, jobs: Sequence[Job], options: SearchOptions) -> None:
    """Ask of the candidates that may be the best how well the Dutch can be told from them.

    Noisy-channel reranking, after Yee et al. 2019 (arXiv 1908.05731). A value can only fall by it, so no candidate is
    asked for that does not come first until then.
    """
    while asked := [job for job in jobs if engine.reversible and job.best.backward is None]:
        found = engine.backward([(job.text, job.best.english) for job in asked])
        for job, backward in zip(asked, found, strict=True):
            job.weigh(backward, options)


def _with_placeholders(engine: Engine, jobs: Sequence[Job], form: str, options: SearchOptions) -> None:
    """Decode the jobs with their missed terms as placeholders; what lost one gives no candidate."""
    asked = [
        (job, gone, text)
        for job, gone in ((job, job.missed) for job in jobs)
        if (text := placeholders.protect(job.text, gone, form))
    ]
    if not asked:
        return
    found = engine.decode([Segment(text) for *_, text in asked], beam=options.repair_beam)
    for (job, gone, _), hypotheses in zip(asked, found, strict=True):
        for hypothesis in hypotheses:
            english = placeholders.restore(hypothesis.text, job.text, gone, form)
            if english is not None:
                job.add([replace(hypothesis, text=english)], options)
