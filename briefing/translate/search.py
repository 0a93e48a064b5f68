"""The search: a beam over everything, a choice among its hypotheses, and other ways of asking where something is wrong.

The right translation is often not the likeliest, but among the likeliest. So all hypotheses of the beam are weighed; where something
shows (the checks, a term that was missed, Dutch words without a rendering) the sentence is decoded again in other ways, and the best
candidate of all is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.match import TermMatch
from briefing.translate import dictionary, placeholders, senses, terms
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
    """Fill the jobs' candidates. `progress` counts the segments as they leave the beam, by which half of the work is done."""
    possible = able(engine)
    means = options.means & possible
    inline, hinting = Means.INLINE in means, Means.INLINE in possible

    def decode(
        asked: Sequence[tuple[Job, Segment]],
        beam: int,
        *,
        hypotheses: int | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        if asked:
            segments = [segment for _, segment in asked]
            found = engine.decode(segments, beam=beam, hypotheses=hypotheses or beam, progress=progress)
            for (job, way), candidates in zip(asked, found, strict=True):
                job.add(candidates, options, plain=way == Segment(job.text))

    def segment(job: Job) -> Segment:
        return Segment(job.text, terms.inline(job.matches) if inline else ())

    for job in jobs:
        if job.dutch:
            job.words = _words(job)
    several = options.beam if options.choose else 1
    decode([(job, segment(job)) for job in jobs], options.beam, hypotheses=several, progress=progress)
    if not options.choose:
        return
    _weigh(engine, jobs, options)
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


def _words(job: Job) -> tuple[TermMatch, ...]:
    """Return what the dictionary knows of a job outside its terms: expressions before senses, senses before single words."""
    known = dictionary.load().matches(job.text)
    phrases = [word for word in known if " " in word.term.source]
    common = _apart(senses.load().matches(job.text), phrases)
    return _apart((*common, *_apart(known, common)), job.matches)


def _apart(words: Sequence[TermMatch], others: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    """Return the words that touch none of the others."""
    return tuple(w for w in words if not any(other.touches(*span) for other in others for span in w.spans))


def _weigh(engine: Engine, jobs: Sequence[Job], options: SearchOptions) -> None:
    """Ask of the candidates that may be the best how probable they are and how well the Dutch can be told from them.

    Noisy-channel reranking, after Yee et al. 2019 (arXiv 1908.05731). A value falls by it (it can rise a little where
    the dictionary answers for much of a hinted candidate), so no candidate is asked for that does not come first until then, and of
    each sentence only so many: the choice is then among those.
    """
    if not engine.reversible:
        return
    for _ in range(options.weighed):
        if not (asked := [job for job in jobs if job.best.backward is None]):
            return
        pairs = [(job.text, job.best.english) for job in asked]
        others = [pair for job, pair in zip(asked, pairs, strict=True) if not job.best.plain]
        forward = dict(zip(others, engine.forward(others), strict=True))
        for job, pair, backward in zip(asked, pairs, engine.backward(pairs), strict=True):
            job.weigh(forward.get(pair) if not job.best.plain else None, backward, options)
    for job in jobs:
        job.settle()


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
