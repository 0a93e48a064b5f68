"""The sample articles that a newcomer's first memo is built from: read, whole, and our own words."""

import re
from pathlib import Path

import pytest

from briefing.article import SentenceKind
from briefing.segment import segment
from briefing.sources import read

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "sources").glob("2025-*"))
REAL = sorted((ROOT / "../shared/sources").glob("*.txt"))


@pytest.fixture(scope="module")
def articles():
    return [read(str(path)) for path in SAMPLES]


def test_the_samples_show_every_form_a_reader_may_have():
    data = {path.name: path.read_bytes() for path in SAMPLES}
    assert {path.suffix for path in SAMPLES} == {".txt", ".md", ".html", ".docx"}
    assert any(text.startswith(b" date 2025-04 ") for text in data.values())  # known to the month
    assert any(text.startswith(b"---\n") for text in data.values())
    with pytest.raises(UnicodeDecodeError):
        data["2025-07-19-sancties-olie.txt"].decode("utf-8")
    assert "„Dit doet pijn" in data["2025-07-19-sancties-olie.txt"].decode("cp1252")


def test_each_is_a_dated_dutch_news_article(articles):
    assert len(articles) >= 6
    for article in articles:
        assert article.language == "nl"
        assert article.date is not None
        assert article.date.year == 2025
        assert 350 <= article.words <= 700
    assert any(article.title is None for article in articles)
    assert any(article.date.day is None for article in articles)


def test_each_has_crossheads_and_a_caption(articles):
    for number, article in enumerate(articles, 1):
        kinds = [sentence.kind for sentence in segment(article, number)]
        assert kinds.count(SentenceKind.HEADING) >= 2
        assert kinds.count(SentenceKind.CAPTION) >= 1
        assert kinds.count(SentenceKind.SENTENCE) >= 20


def test_no_sentence_is_longer_than_a_translator_can_take(articles):
    words = [len(s.text.split()) for n, a in enumerate(articles, 1) for s in segment(a, n)]
    assert max(words) <= 50


@pytest.mark.skipif(not REAL, reason="the real articles are not here")
def test_no_nine_words_in_a_row_come_from_the_real_articles(articles):
    def runs(text):
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}

    real = set().union(*(runs(path.read_text(encoding="utf-8")) for path in REAL))
    assert real
    for article in articles:
        assert not runs(article.text) & real
