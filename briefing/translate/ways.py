"""The ways in which a sentence that is not right yet is asked for again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefing.glossary import PartOfSpeech, Term
from briefing.match import TermMatch, general
from briefing.match.obedience import forbidden
from briefing.translate import dictionary, lexicon, paraphrase, terms
from briefing.translate.candidates import Job, Means
from briefing.translate.checks import names
from briefing.translate.engine import Engine, InlineTerm, Segment
from briefing.translate.force import beginnings, wrong_rendering
from briefing.translate.types import Flag

# Translations into which a missed term is forced.
BASES = 2
# Places where a word of the dictionary is forced in.
PLACES = 2
UNSURE = -4.0  # what a forced piece of its rendering counts for at least: it is no office's word, and the place may be wrong
# The English of a preposition before a name.
_PREPOSITIONS = {
    "uit": "from",
    "vanuit": "from",
    "van": "of",
    "in": "in",
    "naar": "to",
    "met": "with",
    "door": "by",
    "tegen": "against",
    "voor": "for",
    "bij": "near",
}


def able(engine: Engine) -> frozenset[Means]:
    """Return the means of enforcing terms that the engine's model has; inline annotation is one it was trained for."""
    return frozenset(m for m in Means if m is not Means.INLINE or engine.terminology == "inline-1")


def other_ways(job: Job, means: Collection[Means], *, hinting: bool) -> tuple[Segment, ...]:
    """Return the ways in which a job is asked for again; none where nothing is wrong and no expression has plain Dutch.

    An expression that the dictionary has plain Dutch for is put in that, rendered or not: the rest may be garbled. A
    forbidden rendering is suppressed, and so is what stands for a missed term. Where the model knows annotations
    (`hinting`), dropped words are hinted at, and what the dictionary has is put in English in place of the Dutch. Where terms
    are annotated, one that was missed is put in English in place of the Dutch, annotated as itself, and in quotation
    marks; and a sentence that fails is tried without annotations.
    """
    flags = set(job.best.flags)
    annotates = Means.INLINE in means
    inline = terms.inline(job.matches) if annotates else ()
    ways = plain_ways(job, inline)
    banned = forbidden(job.matches, job.best.english)
    if not annotates and Means.FORCE in means:
        banned += tuple(filter(None, (wrong_rendering(job.text, m, job.best.english) for m in job.missed)))
    if banned:
        ways.append(Segment(job.text, inline, _spellings(banned)))
    if hinting:
        if hinted := hints(job):
            ways.append(Segment(job.text, (*inline, *hinted)))
        obeyed = job.matches if annotates else ()
        ways += [
            Segment(*terms.in_place(job.text, (*obeyed, *words))) for words in put_in_place(job.best.untold)
        ]
    if annotates:
        if Flag.TERM in flags:
            ways.append(Segment(*terms.in_place(job.text, job.matches)))
            ways.append(Segment(terms.in_place(job.text, job.matches, terms.quoted)[0]))
        if flags and inline:
            ways.append(Segment(job.text))
    return tuple(ways)


def plain_ways(job: Job, inline: Sequence[InlineTerm]) -> list[Segment]:
    """Return the sentence with plain Dutch in place of its expressions, all of them and each alone, and of single words not rendered."""
    asked = [word for word in job.words if " " in word.term.source or word in job.best.untold]
    each = [change for word in asked if (change := job.plain(word))]
    together = [tuple(edit for change in each for edit in change)] if len(each) > 1 else []
    return [Segment(*paraphrase.rewritten(job.text, change, inline)) for change in (*together, *each)]


def forced_ways(job: Job, *, inline: bool) -> tuple[Segment, ...]:
    """Return the segments that force each missed term into the best translations found so far."""
    annotated = terms.inline(job.matches) if inline else ()
    found = dict.fromkeys(c.english for c in sorted(job.candidates, key=lambda c: -c.value))
    return tuple(
        dict.fromkeys(
            Segment(job.text, annotated, (), kept, forced)
            for match in job.missed
            for english in list(found)[:BASES]
            for kept, forced in beginnings(job.text, match, english)
        )
    )


def forced_words(job: Job, *, inline: bool) -> tuple[Segment, ...]:
    """Return the segments that force each noun and name of the dictionary without a rendering into the best translation so far."""
    words = [word for word in job.best.untold if _forceable(word) and not dictionary.is_guess(word)]
    return tuple(dict.fromkeys(way for word in words for way in _forced(job, word, inline=inline)))


def forced_names(job: Job, *, inline: bool) -> tuple[Segment, ...]:
    """Return the segments that force each name that is lost, and whose English is sure, into the best translation found so far.

    Where a preposition stands before the name, its English is forced too: it may be lost with the name.
    """
    if Flag.NAME not in job.best.flags:
        return ()
    ways: dict[Segment, None] = {}
    for name in _lost_names(job):
        if name.term.target != name.surface or names.is_copied(name.surface):
            before = (job.text[: name.start].lower().split() or [""])[-1]
            front = _PREPOSITIONS.get(before, "")
            ways |= dict.fromkeys(_forced(job, name, inline=inline, front=front))
    return tuple(ways)


def _forced(job: Job, word: TermMatch, *, inline: bool, front: str = "") -> Iterator[Segment]:
    """Yield the segments that force a word into the best translation found so far, alone and with `front` before it."""
    annotated = terms.inline(job.matches) if inline else ()
    for kept, forced in beginnings(job.text, word, job.best.english, limit=PLACES):
        yield Segment(job.text, annotated, (), kept, forced, UNSURE)
        if front and kept and not kept.rstrip().endswith(f" {front}"):
            yield Segment(job.text, annotated, (), kept, f"{front} {forced}", UNSURE)


def _lost_names(job: Job) -> Iterator[TermMatch]:
    """Yield the names outside the terms that the best candidate has lost, each with its English."""
    for place in names.lost(job.text, job.best.english):
        if not any(match.touches(place.start, place.stop) for match in (*job.matches, *job.best.untold)):
            name = job.text[place]
            term = Term(name, _named(name), PartOfSpeech.NAME)
            yield TermMatch((term,), ((place.start, place.stop),), name)


def _forceable(word: TermMatch) -> bool:
    """Whether a word is a name, or a noun in the dictionary and, as far as is known, in the sentence (`gist`: yeast, or ferments)."""
    noun = word.term.pos is PartOfSpeech.NOUN and general.load().may_be_noun(word.surface.lower())
    return noun or dictionary.is_name(word)


# A Dutch word whose renderings have less probability than FOUND in the English counts as dropped or misread; it
# is hinted at where the lexicon is as sure of one rendering as SURE.
FOUND, SURE = 0.02, 0.5
# Renderings of the dictionary that are tried for a word.
SENSES = 2


def hints(job: Job) -> tuple[InlineTerm, ...]:
    """Return annotations for what the best candidate does not render and is no part of a term.

    Of a word that the dictionary has it is the first rendering, of a name what the lexicon is sure of (`Nederland`:
    Netherlands) or else the name itself; of another word that was dropped, what the lexicon is sure of.
    """
    if not job.dutch:
        return ()
    known = lexicon.load()
    found = list(terms.inline(job.best.untold))
    found += (InlineTerm(name.start, name.end, name.term.target) for name in _lost_names(job))
    text = terms.blanked(job.text, (*job.matches, *job.words))
    for word in known.dropped(text, job.best.english, FOUND):
        if any(word.start < term.end and term.start < word.stop for term in found):
            continue
        if rendering := _sure_of(job.text[word]):
            found.append(InlineTerm(word.start, word.stop, rendering))
    return tuple(found)


def _sure_of(word: str) -> str:
    """Return the rendering of which the lexicon is sure; "" where it is of none."""
    rendering, probability = lexicon.load().best(word)
    return rendering if probability >= SURE else ""


def _named(name: str) -> str:
    """Return a name in English: the lexicon's where it is sure of one, else as it is."""
    rendering = _sure_of(name)
    return rendering.capitalize() if rendering and rendering != name.lower() else name


def put_in_place(untold: Sequence[TermMatch]) -> list[tuple[TermMatch, ...]]:
    """Return, for each time that the model is asked, the words whose English is put in place of the Dutch.

    They are all, with their first renderings and with the second ones; each alone; and all with the English of those
    that stand apart where their last part stands (`ziet de raad af van`). A word that it has never met the model
    translates as it thinks, whatever an annotation says; English it copies.
    """
    ways = [tuple(_by_sense(word, sense) for word in untold) for sense in range(SENSES)]
    if len(untold) > 1:
        ways += [(word,) for word in untold]
    ways.append(tuple(replace(word, spans=word.spans[::-1]) for word in untold))
    return list(dict.fromkeys(filter(None, ways)))


def _by_sense(word: TermMatch, sense: int) -> TermMatch:
    return replace(word, terms=word.terms[min(sense, len(word.terms) - 1) :])


def _spellings(renderings: Sequence[str]) -> tuple[str, ...]:
    """Return each rendering as it may begin inside a sentence and at its start."""
    return tuple(
        dict.fromkeys(form for r in renderings for form in (r, r.lower(), r[:1].upper() + r[1:].lower()))
    )
