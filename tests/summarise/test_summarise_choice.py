"""What holds for every summary, whatever the algorithm."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summary_builders import AFFAIR, article

from briefing.article import SentenceKind
from briefing.errors import UsageError
from briefing.summarise import ALGORITHMS, summarise
from briefing.summarise.pool import build_pool
from briefing.summarise.redundancy import SAME, similarity

WORDS = "minister tanker kabel haven vloot Oslo Tallinn 14 60 steunt eist stuurt zonder naar verdrag nacht kade".split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=5, max_size=14).map(lambda w: "De " + " ".join(w) + ".")
ARTICLES = st.lists(st.lists(SENTENCES, min_size=1, max_size=6), min_size=1, max_size=4)


def build(texts):
    return [article(*sentences, number=n) for n, sentences in enumerate(texts, 1)]


def chosen_ids(summary):
    return [t.sentence.id for point in summary.key_points for t in point.translations]


@given(ARTICLES, st.sampled_from(sorted(ALGORITHMS)), st.integers(1, 9), st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_no_budget_is_ever_exceeded(texts, algorithm, sentences, words):
    by_sentences = summarise(build(texts), algorithm=algorithm, sentences=sentences)
    by_words = summarise(build(texts), algorithm=algorithm, words=words)
    assert len(chosen_ids(by_sentences)) <= sentences
    assert len(" ".join(point.english for point in by_words.key_points).split()) <= words


@given(ARTICLES, st.sampled_from(sorted(ALGORITHMS)))
@settings(max_examples=30, deadline=None)
def test_no_two_chosen_sentences_say_the_same(texts, algorithm):
    articles = build(texts)
    pool = build_pool(articles, "nl")
    place = {line.translation.sentence.id: index for index, line in enumerate(pool.lines)}
    chosen = [place[i] for i in chosen_ids(summarise(articles, algorithm=algorithm, sentences=6))]
    for one in chosen:
        assert all(similarity(pool, one)[other] <= SAME for other in chosen if other != one)


@given(ARTICLES, st.sampled_from(sorted(ALGORITHMS)))
@settings(max_examples=30, deadline=None)
def test_key_points_are_numbered_in_story_order(texts, algorithm):
    summary = summarise(build(texts), algorithm=algorithm, sentences=5)
    keys = [(t.sentence.source, t.sentence.block) for point in summary.key_points for t in point.translations]
    assert keys == sorted(keys)
    assert [point.order for point in summary.key_points] == list(range(1, len(summary.key_points) + 1))


@pytest.mark.parametrize("algorithm", sorted(ALGORITHMS))
def test_the_story_is_told_by_date_and_not_by_argument(algorithm):
    backwards = summarise(AFFAIR[::-1], algorithm=algorithm, sentences=6)
    assert [i[:2] for i in chosen_ids(backwards)] == sorted(i[:2] for i in chosen_ids(backwards))


def test_undated_articles_keep_the_order_of_the_arguments():
    undated = [article(*(t.sentence.text for t in a.translations), number=a.number) for a in AFFAIR]
    swapped = [undated[2], undated[0], undated[1]]
    sources = [int(i[1]) for i in chosen_ids(summarise(swapped, sentences=9))]
    assert sources == sorted(sources, key=[3, 1, 2].index)


def test_every_key_point_says_why_with_shares_of_one():
    for point in summarise(AFFAIR, sentences=4).key_points:
        assert {"centrality", "position", "terms", "names", "numbers", "recency", "agreement"} <= dict(
            point.scores
        ).keys()
        assert all(0 <= value <= 1 for _, value in point.scores)
        assert 0 <= point.score <= 1


def test_an_irrelevant_article_changes_little():
    cooking = article(
        "Voor deze soep snijdt u drie uien en een prei in dunne ringen.",
        "Laat de boter smelten en bak de groente zachtjes glazig.",
        "Schenk er een liter bouillon bij en kook alles twintig minuten.",
        number=4,
        date="2025-02-10",
    )
    before = set(chosen_ids(summarise(AFFAIR, sentences=6)))
    after = set(chosen_ids(summarise([*AFFAIR, cooking], sentences=6)))
    assert len(before & after) >= 4


def test_two_hundred_copies_are_told_once():
    texts = [t.sentence.text for t in AFFAIR[0].translations]
    copies = [article(*texts, number=n, date="2025-01-14") for n in range(1, 201)]
    summary = summarise(copies, sentences=12)
    said = [point.english for point in summary.key_points]
    assert len(said) == len(set(said)) <= len(texts)
    assert said


@pytest.mark.parametrize("articles", [[], [article()], [article("Een kop", kind=SentenceKind.HEADING)]])
def test_without_a_sentence_the_summary_is_empty(articles):
    summary = summarise(articles)
    assert (summary.key_points, summary.bottom_line, summary.themes, summary.timeline) == ((), (), (), ())
    assert dict(summary.method)["algorithm"] == "submodular"


@pytest.mark.parametrize("algorithm", sorted(ALGORITHMS))
def test_one_sentence_is_its_own_summary(algorithm):
    summary = summarise([article("Noorwegen stuurt veertien schepen naar de Oostzee.")], algorithm=algorithm)
    assert chosen_ids(summary) == ["S1.P1.1"]
    assert summary.bottom_line[0].translations == summary.key_points[0].translations


def test_one_article_is_summarised():
    assert len(chosen_ids(summarise(AFFAIR[:1], sentences=2))) == 2


def test_a_sentence_that_points_back_brings_its_neighbour_and_counts_for_two():
    one = article(
        "Noorwegen stuurt veertien schepen naar de Oostzee.",
        "Daarmee wil minister Holm de 9 kabels tussen Oslo, Tallinn en Helsinki beter beschermen.",
    )
    both = summarise([one], sentences=2)
    assert [len(point.translations) for point in both.key_points] in ([2], [1, 1], [1])
    assert "S1.P2.1" not in chosen_ids(summarise([one], sentences=1))
    assert chosen_ids(both) == ["S1.P1.1", "S1.P2.1"]
    assert len(both.key_points) == 1


def test_a_sentence_without_a_neighbour_to_lean_on_is_left_out_unless_there_is_no_other():
    leaning = article("Daarmee wil de minister de kabels beter beschermen.", number=1)
    assert chosen_ids(summarise([leaning])) == ["S1.P1.1"]
    standing = article("Noorwegen stuurt veertien schepen naar de Oostzee.", number=2)
    assert chosen_ids(summarise([leaning, standing])) == ["S2.P1.1"]


def test_the_caption_of_a_photo_is_left_out():
    from briefing.article import Article, Sentence
    from briefing.translate.types import TranslatedArticle, Translation

    parts = (
        Translation(Sentence("S1.P1.1", "Noorwegen stuurt veertien schepen naar de Oostzee."), "A"),
        Translation(Sentence("S1.P1.2", "De minister bezoekt een schip in de haven."), "B"),
        Translation(Sentence("S1.P1.3", "foto ANP", SentenceKind.CAPTION), "C"),
    )
    summary = summarise([TranslatedArticle(1, Article("1.txt", ()), parts)])
    assert chosen_ids(summary) == ["S1.P1.1"]


def test_since_and_until_keep_what_can_lie_in_the_period():
    day = article("Noorwegen stuurt veertien schepen naar de Oostzee.", number=1, date="2025-01-14")
    month = article("Zweden houdt zes tankers zonder verzekering aan.", number=2, date="2025-02")
    undated = article("Estland legt in Tallinn een schip aan de ketting.", number=3)
    late = summarise([day, month, undated], since=date(2025, 2, 15))
    assert {i[:2] for i in chosen_ids(late)} == {"S2", "S3"}
    early = summarise([day, month, undated], until=date(2025, 1, 14))
    assert {i[:2] for i in chosen_ids(early)} == {"S1", "S3"}


def test_a_limit_below_one_is_refused():
    with pytest.raises(UsageError, match="sentences must be 1 or more"):
        summarise(AFFAIR, sentences=0)


def test_twelve_sentences_are_the_default():
    many = [
        article(*(t.sentence.text for t in a.translations), number=a.number, date="2025-01-01")
        for a in AFFAIR
    ]
    extra = article(
        "Polen bouwt in Gdynia een nieuwe basis voor 11 mijnenvegers.",
        "Litouwen sluit de haven van Klaipeda 's nachts voor vreemde schepen.",
        "Duitsland vraagt de rechter om 3 kapiteins te vervolgen.",
        number=4,
    )
    assert 9 <= len(chosen_ids(summarise([*many, extra]))) <= 12


PROGRAM = """
import sys
sys.path[:0] = {paths!r}
from summary_builders import AFFAIR
from briefing.summarise import ALGORITHMS, summarise
print([repr(summarise(AFFAIR, algorithm=name, sentences=5)) for name in ALGORITHMS])
"""


def test_the_summary_does_not_depend_on_the_order_of_hashes():
    program = PROGRAM.format(paths=[str(Path(__file__).parent), *sys.path])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "KeyPoint" in outputs.pop()


def test_english_articles_are_ranked_in_english():
    english = article(
        "Norway is sending fourteen ships to the Baltic Sea, minister Holm said.",
        "But it is unclear who will pay for them.",
        language="en",
    )
    assert chosen_ids(summarise([english], sentences=1, language="en")) == ["S1.P1.1"]
