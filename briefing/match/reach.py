"""Mistakes in a glossary that only matching shows: entries that never match, are shadowed, or fight each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.glossary import Glossary, PartOfSpeech, Term, TermStatus
from briefing.glossary.check import Finding
from briefing.match import lemmas
from briefing.match.english import find_rendering
from briefing.match.matcher import Matcher
from briefing.match.tokens import tokenize

_NAMES = {PartOfSpeech.NAME, PartOfSpeech.ABBREVIATION}
# Letters from which a word of a target is evidence that it is Dutch: shorter ones are both languages'.
_MIN_LENGTH = 4


def check_reach(terms: Sequence[Term]) -> list[Finding]:
    """Return the findings, in line order."""
    findings = [*_unreachable(terms), *_dutch(terms), *_cycles(terms)]
    return sorted(findings, key=lambda finding: (finding.file, finding.line, finding.kind))


def _unreachable(terms: Sequence[Term]) -> Iterator[Finding]:
    every = Matcher(Glossary(tuple(terms)))
    for term in terms:
        sentence = example(term)
        if not tokenize(term.source):
            yield Finding(
                "unreachable", term.file, term.line, f"{term.source!r} holds no word, so it never matches."
            )
            continue
        alone = Matcher(Glossary((term,))).matches(sentence)
        if not alone:
            message = f"{term.source!r} can never match: no text is read as these words."
            yield Finding("unreachable", term.file, term.line, message)
            continue
        if any(term in (*match.terms, *match.forbidden) for match in every.matches(sentence)):
            continue
        winner = next(
            (m for m in every.matches(sentence) if m.start < alone[0].end and alone[0].start < m.end), None
        )
        if winner is not None:
            other = (*winner.terms, *winner.forbidden)[0]
            message = (
                f"{term.source!r} is shadowed by {other.source!r} (line {other.line}), which always wins."
            )
            yield Finding("shadowed", term.file, term.line, message)


def example(term: Term) -> str:
    """Return the shortest Dutch text in which the entry should be found."""
    article = {PartOfSpeech.NOUN: "de ", PartOfSpeech.VERB: "te " if " " not in term.source else ""}
    return article.get(term.pos, "") + term.source if term.pos else term.source


def _dutch(terms: Sequence[Term]) -> Iterator[Finding]:
    for term in terms:
        if term.status in {TermStatus.KEEP, TermStatus.FORBIDDEN} or term.pos in _NAMES:
            continue
        words = [token.folded for token in tokenize(term.target) if len(token.folded) >= _MIN_LENGTH]
        if words and all(lemmas.known(word) and not lemmas.known(word, "en") for word in words):
            yield Finding("dutch-target", term.file, term.line, f"the rendering {term.target!r} looks Dutch.")


def _cycles(terms: Sequence[Term]) -> Iterator[Finding]:
    """An entry whose preferred rendering holds one that is forbidden for the same words cannot be obeyed."""
    matcher = Matcher(Glossary(tuple(terms)))
    for term in terms:
        if term.status is not TermStatus.FORBIDDEN:
            continue
        for match in matcher.matches(example(term)):
            if term not in match.forbidden:
                continue
            for other in match.terms:
                if (
                    other.target.casefold() == term.target.casefold()
                    and other.source.casefold() == term.source.casefold()
                ):
                    continue  # a contradiction, reported as such
                if find_rendering(term.target, other.target, pos=term.pos) is not None:
                    message = (
                        f"{term.target!r} is forbidden for {term.source!r}, but its {other.status.value} rendering "
                        f"{other.target!r} (line {other.line}) holds it."
                    )
                    yield Finding("cycle", term.file, term.line, message)
