"""What we measure against: leads, and sumy's algorithms on our own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.article import SentenceKind
from briefing.summarise.text import STOP_WORDS, tokens
from briefing.translate.types import TranslatedArticle, Translation

SUMY = ("LexRank", "TextRank", "Lsa", "KL")
_LANGUAGES = {"nl": "dutch", "en": "english"}


def running(article: TranslatedArticle) -> list[Translation]:
    """Return the sentences of running text."""
    return [t for t in article.translations if t.sentence.kind is SentenceKind.SENTENCE]


def lead(articles: Sequence[TranslatedArticle], each: int) -> list[Translation]:
    """Return the first `each` sentences of every article, article by article."""
    return [t for article in articles for t in running(article)[:each]]


class _Tokenizer:
    """Our words for sumy, whose own tokenizer needs a download."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(tokens(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)


def sumy(
    name: str,
    articles: Sequence[TranslatedArticle],
    language: str,
    *,
    sentences: int | None = None,
    words: int | None = None,
) -> list[Translation]:
    """Return the choice of sumy's summariser, in the order of the articles.

    With `words` the smallest number of sentences that fills them is taken, to be cut at the limit.
    """
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer

    module = {"LexRank": "lex_rank", "TextRank": "text_rank", "Lsa": "lsa", "KL": "kl"}[name]
    summariser = getattr(import_module(f"sumy.summarizers.{module}"), f"{name}Summarizer")(
        Stemmer(_LANGUAGES[language])
    )
    summariser.stop_words = STOP_WORDS[language]
    tokenizer = _Tokenizer()
    by_text: dict[str, Translation] = {}
    paragraphs = []
    for article in articles:
        for translation in running(article):
            by_text.setdefault(translation.sentence.text.strip(), translation)
        paragraphs.append(Paragraph([Sentence(t.sentence.text, tokenizer) for t in running(article)]))
    document = ObjectDocumentModel(paragraphs)

    def choose(count: int) -> list[Translation]:
        return [by_text[str(sentence)] for sentence in summariser(document, count)]

    if sentences is not None:
        return choose(sentences)
    count = max(1, (words or 0) // 30)  # no system takes sentences of more than 30 words on average
    while True:
        chosen = choose(count)
        if sum(len(t.english.split()) for t in chosen) >= (words or 0) or count >= len(by_text):
            return chosen
        count += 1
