"""A glossary term found in a Dutch sentence."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.glossary import Term


@dataclass(frozen=True, slots=True)
class TermMatch:
    """One occurrence of a term in one sentence.

    `spans` are the half-open character ranges of the occurrence in the sentence's text, in order: one range,
    or two for a separable verb whose prefix stands apart, and one more for a reflexive pronoun. `terms` are the entries that apply to this Dutch
    form: first the preferred ones (the first of them is to be used), then admitted ones. `forbidden` are the
    renderings that must not appear for it. `compound` says that the range is a part of a longer word.
    """

    terms: tuple[Term, ...]
    spans: tuple[tuple[int, int], ...]
    surface: str
    forbidden: tuple[Term, ...] = ()
    compound: bool = False

    @property
    def term(self) -> Term:
        """The entry to be used."""
        return self.terms[0]

    @property
    def start(self) -> int:
        """Where the occurrence begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the occurrence ends."""
        return self.spans[-1][1]

    def touches(self, start: int, end: int) -> bool:
        """Return whether the occurrence shares a character with the range."""
        return any(start < after and first < end for first, after in self.spans)

    @property
    def contiguous(self) -> bool:
        """Whether the occurrence is one range of whole words, so that it can be annotated in place."""
        return len(self.spans) == 1 and not self.compound
