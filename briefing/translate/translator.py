"""From sentences to translations: everything together through one engine, remembered, checked and flagged."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.article import Article, Sentence
from briefing.match import Matcher, TermMatch, general
from briefing.memory import Entry, Key, Memory
from briefing.translate import literals, parts, terms
from briefing.translate.abbreviations import write_out
from briefing.translate.constructions import put_plainly
from briefing.translate.engine import Engine
from briefing.translate.finish import finish, photo_credit
from briefing.translate.search import LOW_SCORE, Job, SearchOptions, search
from briefing.translate.types import Flag, Origin, TermOutcome, TermUse, TranslatedArticle, Translation
from briefing.translate.typography import normalise, restore

# Segments between two savings of the memory: a Ctrl-C loses the work of a minute or two at most. They are about equally long, as batches are.
CHUNK = 64
# Raised when the checks or the search change what comes out for the same model: the memory's old entries then
# no longer count.
METHOD = "22"
# Share of a word's occurrences with a capital from which it is an abbreviation in a headline too.
_CAPITAL = 0.5


@dataclass(frozen=True, slots=True)
class Segmented:
    """An article with its number, its sentences and its title as sentences."""

    number: int
    article: Article
    sentences: tuple[Sentence, ...]
    title: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is translated once for all sentences with this text: normalised text and terms."""

    original: str
    text: str
    matches: tuple[TermMatch, ...]
    shouted: bool


class Translator:
    """Translates articles with one engine, under one glossary, with or without a memory."""

    def __init__(
        self,
        engine: Engine,
        matcher: Matcher | None = None,
        memory: Memory | None = None,
        options: SearchOptions | None = None,
    ) -> None:
        """Keep what every translation needs; nothing is loaded here."""
        self.engine = engine
        self.matcher = matcher
        self.memory = memory
        self.options = options or SearchOptions()
        self._dutch = engine.from_code == "nl"

    def translate(
        self, articles: Sequence[Segmented], progress: Callable[[int, int], None] | None = None
    ) -> tuple[TranslatedArticle, ...]:
        """Return the articles with a translation for each sentence, in order.

        `progress` is called with the numbers of segments done and to do. Finished chunks are in the memory
        even where an exception ends the work.
        """
        wanted = [s for a in articles for s in ((a.title, *a.sentences) if a.title else a.sentences)]
        casing = self._abbreviations() | parts.casing(s.text for s in wanted)
        reviewed = self.memory.corrections([s.text for s in wanted]) if self.memory else {}
        pieces = {s.text: self._piece(s.text, casing) for s in wanted if s.text not in reviewed}
        done = self._remembered(list(pieces.values()))
        missing = [piece for text, piece in pieces.items() if text not in done]
        missing.sort(key=lambda piece: -len(piece.text))
        for at in range(0, len(missing), CHUNK):
            if progress:
                progress(len(done), len(pieces))
            chunk = missing[at : at + CHUNK]
            base = len(done)
            counted = 0

            def count(n: int, base: int = base, size: int = len(chunk)) -> None:
                nonlocal counted
                counted = min(counted + n, size)
                if progress:
                    progress(base + counted, len(pieces))

            entries = self._decode(chunk, count)
            done |= entries
            if self.memory:
                self.memory.store({self._key(p): entries[p.original] for p in chunk})
        if progress:
            progress(len(pieces), len(pieces))

        def result(sentence: Sentence) -> Translation:
            if sentence.text in reviewed:
                return self._reviewed(sentence, reviewed[sentence.text])
            return _translation(sentence, done[sentence.text])

        return tuple(
            TranslatedArticle(
                a.number, a.article, tuple(map(result, a.sentences)), result(a.title) if a.title else None
            )
            for a in articles
        )

    def _abbreviations(self) -> dict[str, str]:
        """Return the glossary's words in capitals that are no other word, by their small letters: `BUZA`, but not `DENK`."""
        words = [
            term.source for term in (self.matcher.terms if self.matcher else ()) if term.source.isupper()
        ]
        counts = general.load()
        used = {word: counts.usage(word.lower()) for word in words}
        return {word.lower(): word for word, usage in used.items() if usage is None or usage.name >= _CAPITAL}

    def _piece(self, original: str, casing: dict[str, str]) -> _Piece:
        text = normalise(original)
        if self._dutch:
            text = put_plainly(write_out(text))
        shouted = parts.shouts(text)
        if shouted:
            text = parts.calm(text, casing)
        return _Piece(original, text, self._matches(text), shouted)

    def _matches(self, text: str) -> tuple[TermMatch, ...]:
        """Return the glossary's terms in `text`, and what is copied letter for letter."""
        found = self._terms(text)
        return (*found, *literals.matches(text, found))

    def _terms(self, text: str) -> tuple[TermMatch, ...]:
        return self.matcher.matches(text) if self.matcher else ()

    def _remembered(self, pieces: Sequence[_Piece]) -> dict[str, Entry]:
        if not self.memory:
            return {}
        found = self.memory.lookup([self._key(piece) for piece in pieces])
        # A version to come may know other flags and outcomes; what it left is translated anew.
        return {
            key.nl: entry
            for key, entry in found.items()
            if set(entry.flags) <= set(Flag) and {status for *_, status in entry.terms} <= set(TermOutcome)
        }

    def _key(self, piece: _Piece) -> Key:
        return Key(
            piece.original,
            self.engine.fingerprint,
            f"{piece.text if piece.shouted else ''}{terms.key(piece.matches)}",
            f"{METHOD};{self.options}",
        )

    def _decode(self, pieces: Sequence[_Piece], count: Callable[[int], None]) -> dict[str, Entry]:
        """Return an entry for each piece, by its original text."""
        work: list[tuple[_Piece, list[Job | str]]] = []
        jobs: list[Job] = []
        for piece in pieces:
            if credit := photo_credit(piece.original):
                work.append((piece, [credit]))
                continue
            found: list[Job | str] = []
            cuts = itertools.chain.from_iterable(map(literals.cut, parts.split(piece.text)))
            for part, copied in cuts:
                if copied or not parts.translatable(part):
                    found.append(literals.figures(part))
                    continue
                matches = piece.matches if part == piece.text else self._matches(part)
                job = Job(part, matches, dutch=self._dutch)
                found.append(job)
                jobs.append(job)
            work.append((piece, found))
        search(self.engine, jobs, self.options, count)
        return {piece.original: self._entry(piece, found) for piece, found in work}

    def _entry(self, piece: _Piece, found: Sequence[Job | str]) -> Entry:
        jobs = [job for job in found if isinstance(job, Job)]
        english = " ".join(job.best.english if isinstance(job, Job) else job for job in found)
        first = " ".join(job.candidates[0].english for job in jobs)
        flags = {flag for job in jobs for flag in job.best.flags}
        score = min((job.best.score for job in jobs), default=None)
        if score is not None and score < LOW_SCORE:
            flags.add(Flag.LOW_SCORE)
        if any(job.doubted for job in jobs):
            flags.add(Flag.MEANING)
        matches = [m for job in jobs for m in job.matches]
        uses = terms.outcomes([m for m in matches if not literals.is_literal(m)], english, first=first)
        if Flag.TERM in flags and all(use.status is not TermOutcome.MISSED for use in uses):
            flags = flags - {Flag.TERM} | {Flag.NAME}  # what was not copied is no term of the glossary
        if piece.shouted:
            english = english.upper()
        return Entry(
            english=restore(finish(english, piece.text)),
            score=None if score is None else round(score, 4),
            flags=tuple(str(flag) for flag in Flag if flag in flags),
            terms=tuple((use.nl, use.en, str(use.status)) for use in uses),
        )

    def _reviewed(self, sentence: Sentence, english: str) -> Translation:
        """Return a person's English; its terms are reported, nothing about it is flagged."""
        uses = terms.outcomes(self._terms(normalise(sentence.text)), normalise(english))
        return Translation(sentence, english, uses, origin=Origin.REVIEWED)


def _translation(sentence: Sentence, entry: Entry) -> Translation:
    return Translation(
        sentence,
        entry.english,
        tuple(TermUse(nl, en, TermOutcome(status)) for nl, en, status in entry.terms),
        tuple(Flag(flag) for flag in entry.flags),
        entry.score,
        Origin.MODEL,
    )


def untranslated(article: Segmented) -> TranslatedArticle:
    """Return an English article as it is: each sentence is its own translation."""

    def same(sentence: Sentence) -> Translation:
        return Translation(sentence, sentence.text, origin=Origin.ORIGINAL)

    return TranslatedArticle(
        article.number,
        article.article,
        tuple(map(same, article.sentences)),
        same(article.title) if article.title else None,
    )
