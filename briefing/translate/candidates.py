"""Candidates: hypotheses for a segment, judged by score, coverage and checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from briefing.match import TermMatch
from briefing.match.obedience import forbidden, missed, renderings
from briefing.translate import checks, clock, dictionary, lexicon, literals, paraphrase, terms
from briefing.translate.checks import negation
from briefing.translate.engine import Hypothesis, Likelihood
from briefing.translate.transliteration import respelt
from briefing.translate.types import Flag


class Means(StrEnum):
    """A means of enforcing terms. Those that a model is able of are used in this order."""

    INLINE = "inline"  # annotations in the source
    FORCE = "force"  # n-best choice, the wrong rendering suppressed, the right one forced
    PLACEHOLDER = "placeholder"  # a sign in place of the term


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """Widths of the passes, how many candidates are weighed after each, and the weights; docs/translation.md says how they were chosen.

    Without `choose` the likeliest translation is taken as it is.
    """

    beam: int = 6
    repair_beam: int = 1
    weighed: int = 4
    coverage_weight: float = 0.2
    support_weight: float = 0.05
    forward_weight: float = 1.0
    backward_weight: float = 0.6
    untold_cost: float = 0.2
    choose: bool = True
    means: frozenset[Means] = frozenset(Means)

    def __str__(self) -> str:
        """Return the options as they stand in a signature: `6>1@4*0.2*0.05*1*0.6*0.2`, and the means where some are left out."""
        means = "" if self.means == frozenset(Means) else f" {'+'.join(m for m in Means if m in self.means)}"
        if not self.choose:
            return f"{self.beam}{means}"
        passes = f"{self.beam}>{self.repair_beam}@{self.weighed}"
        weights = (
            self.coverage_weight,
            self.support_weight,
            self.forward_weight,
            self.backward_weight,
            self.untold_cost,
        )
        return f"{passes}*{'*'.join(f'{w:g}' for w in weights)}{means}"


# What a failed check costs a candidate, in units of mean log-probability. A changed number or a vanished
# negation is worse than any clumsy wording; names are checked less surely. A term that is not the office's costs more than
# the three probabilities of a value tell apart: with 0.9 a fluent sentence without it won (206 of 211 random renderings).
_COST = {
    Flag.NUMBER: 1.0,
    Flag.NEGATION: 1.0,
    Flag.REPETITION: 2.0,
    Flag.CUT: 1.0,
    Flag.UNTRANSLATED: 1.0,
    Flag.LENGTH: 1.0,
    Flag.NAME: 0.5,
    Flag.TERM: 2.5,
    Flag.FORBIDDEN: 2.5,
}
_LITERAL = 0.9  # what an address costs that is lost
# Checks that look at the Dutch with the English of obeyed terms standing in it; that of names also with that of the words of the
# dictionary that are told (*als God in Frankrijk leven*).
_TERMS_ASIDE = frozenset({Flag.NAME, Flag.LENGTH})
# Below this mean log-probability a translation is flagged: two of 397 segments of twelve articles, both wrong.
LOW_SCORE = -1.2
# A translation is flagged where the Dutch is less probable than this, given the English (mean log-probability of a piece):
# docs/translation.md says how many of such sentences are wrong.
UNTOLD = -1.15
HEADING = 2  # words of a text that says too little for that
# What a word costs that is guessed from its parts, and a name, in units of a word that the dictionary has.
GUESSED, NAMED = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hypothesis with what the checks say of it; `value` ranks candidates of one sentence, higher is better.

    `backward` is None until the model was asked how well the Dutch can be told from it, which lowers the value. `untold`
    are the words of which it has none of the dictionary's renderings. It is `plain` where the model was given the Dutch as it stands,
    nothing annotated, put in its place or forced.
    """

    english: str
    score: float
    flags: tuple[Flag, ...]
    value: float
    backward: Likelihood | None = None
    untold: tuple[TermMatch, ...] = ()
    plain: bool = False


@dataclass(slots=True)
class Job:
    """One segment on its way through the passes: normalised text, its terms, the candidates found so far.

    `words` are what the dictionary has of it outside the terms. A text that is not `dutch` is judged without all that
    knows Dutch: dictionary, lexicon, times of day, names.
    """

    text: str
    matches: tuple[TermMatch, ...] = ()
    words: tuple[TermMatch, ...] = ()
    dutch: bool = True
    candidates: list[Candidate] = field(default_factory=list)
    _weighed: dict[tuple[str, bool], tuple[Likelihood | None, Likelihood]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _plain: dict[TermMatch, tuple[paraphrase.Edit, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def plain(self, word: TermMatch) -> tuple[paraphrase.Edit, ...]:
        """Return what says a word of the dictionary in plain Dutch; nothing where it has none."""
        found = self._plain.get(word)
        if found is None:
            plain = dictionary.load().plain(word.term.source)
            found = self._plain[word] = paraphrase.edits(self.text, word, plain) if plain else ()
        return found

    @property
    def best(self) -> Candidate:
        """The best candidate so far; the first of equals."""
        return max(self.candidates, key=lambda c: c.value)

    @property
    def missed(self) -> tuple[TermMatch, ...]:
        """The terms that the best candidate misses."""
        return missed(self.matches, self.best.english)

    @property
    def doubted(self) -> bool:
        """Whether the Dutch can hardly be told from the best candidate, or it has no rendering of one of the dictionary's words.

        What the glossary or the dictionary answers for is left out: the model need not know those words. Of a heading of one or two
        words there are too few pieces for a mean; it is told if each word finds a rendering.
        """
        best = self.best
        if any(not dictionary.is_guess(word) and not dictionary.is_sense(word) for word in best.untold):
            return True
        unlikely = best.backward is not None and best.backward.mean(self._answered(best)) < UNTOLD
        return unlikely and not (len(self.text.split()) <= HEADING and self._rendered(best))

    def _rendered(self, candidate: Candidate) -> bool:
        """Whether each content word outside the terms finds a rendering in the candidate."""
        found = lexicon.load().found(terms.blanked(self.text, self.matches), candidate.english)
        return all(probability >= lexicon.ENOUGH for _, probability in found)

    def _answered(self, candidate: Candidate) -> list[tuple[int, int]]:
        """Where the glossary or, with a rendering that stands in the candidate, the dictionary answers for the English."""
        return [span for match in (*self.matches, *self.told(candidate.untold)) for span in match.spans]

    def _standing(self, candidate: Candidate) -> list[tuple[int, int]]:
        """Where the renderings of the glossary and of the dictionary stand in the candidate."""
        known = (*self.matches, *self.told(candidate.untold))
        return [at for at in renderings(known, candidate.english) if at]

    def told(self, untold: Sequence[TermMatch]) -> list[TermMatch]:
        """Return the words of the dictionary without those that are `untold`."""
        return [word for word in self.words if word not in untold]

    def weigh(self, forward: Likelihood | None, backward: Likelihood, options: SearchOptions) -> None:
        """Take in how probable the best candidate is, unless its own score says that, and how well the Dutch can be told from it.

        What the glossary or the dictionary answers for is left out, in either language: from "honesty is the best policy" no model tells
        the Dutch.
        """
        best = self.best
        self._weighed[best.english, best.plain] = forward, backward
        self.candidates = [self._weighted(c, options) for c in self.candidates]

    def _weighted(self, candidate: Candidate, options: SearchOptions) -> Candidate:
        """Return a candidate with what `weigh` has been told of its English."""
        known = self._weighed.get((candidate.english, candidate.plain))
        if candidate.backward is not None or known is None:
            return candidate
        forward, backward = known
        cost = options.backward_weight * backward.mean(self._answered(candidate))
        if forward is not None:
            cost += options.forward_weight * (forward.mean(self._standing(candidate)) - candidate.score)
        return replace(candidate, value=candidate.value + cost, backward=backward)

    def settle(self) -> None:
        """Keep those candidates alone that were weighed, where the best one was not."""
        if self.best.backward is None:
            self.candidates = [c for c in self.candidates if c.backward is not None]

    def add(self, hypotheses: Sequence[Hypothesis], options: SearchOptions, *, plain: bool = False) -> None:
        """Judge hypotheses, their terms made to agree and polished, times put right and names respelt, and keep them as candidates."""
        for found in hypotheses:
            english = terms.unquoted(found.text, self.text, self.matches)
            english = terms.polished(terms.agreeing(english, self.matches), self.matches)
            if self.dutch:
                english = respelt(clock.mended(self.text, english), self.text, (*self.matches, *self.words))
            judged = replace(judge(self, replace(found, text=english), options), plain=plain)
            self.candidates.append(self._weighted(judged, options))


def judge(job: Job, hypothesis: Hypothesis, options: SearchOptions) -> Candidate:
    """Return the hypothesis as a candidate: its flags, and its value.

    The value is the model's score, once as it was asked and once for the probability of the English alone, which `Job.weigh` puts right
    where the Dutch was given otherwise than it stands; plus, weighted, how far each Dutch content word finds a
    rendering (lexical coverage) and each English one is a rendering (support), less the cost of each
    failed check and of each word without any of the dictionary's renderings; `Job.weigh` adds the other direction. The words of terms and those that the dictionary
    answers for are left out of the coverage, and neither a name in a term nor the length of its English is a fault: the
    glossary says what they become, not the lexicon.
    """
    text, matches = job.text, job.matches
    flags = set(checks.check(text, hypothesis.text, dutch=job.dutch))
    if not hypothesis.finished:
        flags.add(Flag.CUT)
    gone = missed(matches, hypothesis.text)
    if gone:
        flags.add(Flag.TERM)
    if forbidden(matches, hypothesis.text):
        flags.add(Flag.FORBIDDEN)
    obeyed = [match for match in matches if match not in gone]
    untold = tuple(word for word in job.words if not _told(job, word, hypothesis.text))
    told = job.told(untold)
    for flag in flags & _TERMS_ASIDE:
        aside = [*obeyed, *(told if flag is Flag.NAME else ())]
        if aside and not checks.CHECKS[flag](terms.in_place(text, aside)[0], hypothesis.text):
            flags.remove(flag)
    if Flag.UNTRANSLATED in flags:
        rest = terms.renderings_out(hypothesis.text, [*obeyed, *told])
        if not checks.CHECKS[Flag.UNTRANSLATED](text, rest):
            flags.remove(Flag.UNTRANSLATED)
    cost = sum(_COST[flag] for flag in flags if flag is not Flag.TERM)
    cost += sum(_LITERAL if literals.is_literal(match) else _COST[Flag.TERM] for match in gone)
    cost += options.untold_cost * sum(map(_weight, untold))
    value = (1 + options.forward_weight) * hypothesis.score - cost
    if job.dutch:
        coverage = lexicon.load().coverage(terms.blanked(text, (*matches, *told)), hypothesis.text)
        renderings = (term.target for word in (*matches, *job.words) for term in word.terms)
        support = lexicon.load().support(text, hypothesis.text, renderings)
        value += options.coverage_weight * coverage + options.support_weight * support
    found = tuple(flag for flag in Flag if flag in flags)
    return Candidate(hypothesis.text, hypothesis.score, found, value, untold=untold)


def _weight(word: TermMatch) -> float:
    return GUESSED if dictionary.is_guess(word) else NAMED if dictionary.is_name(word) else 1.0


def _told(job: Job, word: TermMatch, english: str) -> bool:
    """Whether a rendering of the dictionary stands in the English, or renderings of all of its plain Dutch."""
    if dictionary.told(word, english):
        return True
    plain = " ".join(new for _, _, new in job.plain(word))
    if negation.lost(plain, english):
        return False
    found = lexicon.load().found(plain, english)
    return bool(found) and all(probability >= lexicon.ENOUGH for _, probability in found)
