"""The pool that every algorithm chooses from: sentences with their words, and the entries they can form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefing.article import PartialDate, SentenceKind
from briefing.sources.layout import MAX_CAPTION_WORDS
from briefing.summarise import text as words_of
from briefing.summarise.dates import Mention, find_dates
from briefing.summarise.standalone import needs_context
from briefing.translate.types import TranslatedArticle, Translation

if TYPE_CHECKING:
    from briefing.summarise.sparse import Sparse

MAX_NEIGHBOURS = 3  # an entry of more sentences is a paragraph, not a point
MAX_ANSWER_WORDS = 10  # a longer sentence after a question says what it answers
MIN_WORDS = 5  # shorter segments are exclamations and remains of layout


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of running text.

    `text` is what ranking sees, in `language`: the original where we have function words for its language (Dutch,
    English), else the translation. `article` counts the articles summarised from 0, `place` the running sentences of its article from 0.
    `stems` are its content words in the language that ranking sees, `pairs` its pairs of neighbouring words of
    which one at least is a content word, `english_stems` the content words of the English. `words` is the length of the English, `size` that of the text itself. `needs` says what the
    sentence lacks to be read alone; empty where it lacks nothing. `mentions` are the dates that it names.
    """

    translation: Translation
    text: str
    language: str
    article: int
    place: int
    date: PartialDate | None
    stems: tuple[str, ...]
    pairs: tuple[str, ...]
    english_stems: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    words: int
    size: int
    needs: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that could be chosen: neighbouring lines, as places in `Pool.lines`; the last one is the point."""

    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Everything an algorithm sees; `articles` are all that were given, in story order, those without lines, too."""

    lines: tuple[Line, ...]
    candidates: tuple[Candidate, ...]
    articles: tuple[TranslatedArticle, ...]
    language: str
    vectors: Sparse
    english_vectors: Sparse


def in_period(article: TranslatedArticle, since: date | None, until: date | None) -> bool:
    """Return whether the article can lie in the period, both ends included.

    A date known to the month or year is kept where any day of it can lie in the period; an undated article is
    always kept, since nothing says it lies outside.
    """
    when = article.article.date
    return when is None or when.may_lie(since, until)


def build_pool(articles: Sequence[TranslatedArticle], language: str) -> Pool:
    """Return the pool of the articles in story order: by date, undated ones where the arguments put them.

    With `language` `nl`, each article is ranked in its own language; any other `language` is that of all.
    """
    from briefing.summarise.sparse import tf_idf

    ordered = story_order(articles)
    lines: list[Line] = []
    candidates: list[Candidate] = []
    for number, article in enumerate(ordered):
        start = len(lines)
        lines.extend(_lines(article, number, language))
        candidates.extend(_candidates(lines, start))
    if not candidates:  # nothing can stand alone: each line by itself is better than no summary
        candidates = [Candidate((index,)) for index in range(len(lines))]
    return Pool(
        tuple(lines),
        tuple(candidates),
        tuple(ordered),
        language,
        tf_idf([line.stems for line in lines]),
        tf_idf([line.english_stems for line in lines]),
    )


def story_order(articles: Sequence[TranslatedArticle]) -> list[TranslatedArticle]:
    """Return the articles by date; those of one date, and undated ones, keep the order of the arguments.

    An undated article is told right after the article that stands before it in the arguments.
    """
    latest: date | None = None
    keyed: list[tuple[date, int, TranslatedArticle]] = []
    for place, article in enumerate(articles):
        when = article.article.date
        latest = when.first if when is not None else latest
        keyed.append((latest or date.min, place, article))
    return [article for _, _, article in sorted(keyed, key=lambda key: key[:2])]


def _lines(article: TranslatedArticle, number: int, language: str) -> list[Line]:
    own = article.article.language if language == "nl" else language
    known = own in words_of.STOP_WORDS
    language = own if known else "en"
    lines: list[Line] = []
    asked = 0  # the block in which a question was just asked
    following = (*article.translations[1:], None)
    for translation, after in zip(article.translations, following, strict=False):
        if translation.sentence.kind is not SentenceKind.SENTENCE or _is_caption(translation, after):
            continue
        english = translation.english or translation.sentence.text
        text = translation.sentence.text if known else english
        tokens = words_of.tokens(text)
        needs = needs_context(text, language)
        if not needs and asked == translation.sentence.block and len(tokens) <= MAX_ANSWER_WORDS:
            needs = "answer"
        asked = translation.sentence.block if needs == "question" else 0
        lines.append(
            Line(
                translation=translation,
                text=text,
                language=language,
                article=number,
                place=len(lines),
                date=article.article.date,
                stems=words_of.stems(tokens, language),
                pairs=words_of.pairs(tokens, language),
                english_stems=words_of.stems(words_of.tokens(english), "en"),
                names=words_of.names(tokens),
                numbers=words_of.numbers(tokens, language),
                words=words_of.word_count(english),
                size=words_of.word_count(text),
                needs=needs,
                mentions=find_dates(text, article.article.date, language),
            )
        )
    return lines


def _is_caption(translation: Translation, after: Translation | None) -> bool:
    """Whether a photo credit follows in the same block: the short sentence before it is the photo's caption."""
    return (
        after is not None
        and after.sentence.kind is SentenceKind.CAPTION
        and after.sentence.block == translation.sentence.block
        and words_of.word_count(translation.sentence.text) <= MAX_CAPTION_WORDS
    )


def _candidates(lines: Sequence[Line], start: int) -> list[Candidate]:
    """Return one candidate for each line from `start` that can stand, alone or with the lines before it."""
    found: list[Candidate] = []
    for index in range(start, len(lines)):
        first = index
        while lines[first].needs and first > start and index - first < MAX_NEIGHBOURS - 1:
            first -= 1
        if not lines[first].needs and lines[index].size >= MIN_WORDS:
            found.append(Candidate(tuple(range(first, index + 1))))
    return found
