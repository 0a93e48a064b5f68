"""Where glossary terms stand in a sentence and in its English, in whatever form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher, find_rendering
from briefing.translate.types import TermOutcome, TermUse

Span = tuple[int, int]


class Finder:
    """Finds the terms of a memo again; the Dutch as the translation found it, the English as it was checked."""

    def __init__(self, uses: Iterable[TermUse]) -> None:
        """Learn the terms, once for all sentences."""
        pairs = sorted({(use.nl, use.en) for use in uses if use.nl.strip()})
        terms = [Term(nl, en) for nl, en in pairs]
        # A use does not say what part of speech it is; a Dutch infinitive ends in -n, and only a verb is parted.
        terms += [Term(nl, en, PartOfSpeech.VERB) for nl, en in pairs if nl.endswith("n")]
        self._matcher = Matcher(Glossary(tuple(terms)))

    def original(self, text: str, uses: Iterable[TermUse]) -> tuple[Span, ...]:
        """Return where the Dutch of `uses` stands in `text`: inflected, in a compound, or parted from its prefix."""
        wanted = {use.nl for use in uses}
        if not wanted:
            return ()
        found = (m.spans for m in self._matcher.matches(text) if m.term.source in wanted)
        return merged(span for spans in found for span in spans)

    @staticmethod
    def english(text: str, uses: Iterable[TermUse]) -> tuple[Span, ...]:
        """Return where the English of `uses` stands in `text`, in any inflection; a missed term has none."""
        targets = {use.en for use in uses if use.status is not TermOutcome.MISSED}
        return merged(span for target in targets for span in _all(target, text))


def _all(target: str, text: str) -> Iterator[Span]:
    start = 0
    while found := find_rendering(target, text[start:]):
        yield (start + found[0], start + found[1])
        start += max(found[1], 1)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the ranges by their start, those that overlap as one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
