"""Articles to sentences: ids, kinds, and the promise that no character is lost."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Block, BlockKind, SentenceKind
from briefing.segment import segment, split, title_sentence


def article(*blocks, title=None, language="nl"):
    made = tuple(b if isinstance(b, Block) else Block(b) for b in blocks)
    return Article("test.txt", made, language=language, title=title)


def squeezed(text):
    return "".join(text.split())


# Letters of text alone rarely meet, so strings are built from what sentences and their marks are made of.
PIECES = st.sampled_from(
    [
        *".!?…,:;-–()[]\"'„“”‘’«»©",
        " ",
        "\n",
        "\u00a0",
        "...",
        "’s",
        "De",
        "zei",
        "Schoof",
        "prof.",
        "jl.",
        "J.P.",
        "250.000",
        "1.",
        "iPhone",
        "foto",
        "ANP",
        "beeld",
        "é",
        "É",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@given(TEXTS, st.sampled_from(["nl", "en", "de"]))
def test_sentences_joined_are_the_text(text, language):
    sentences = split(text, language)
    assert squeezed("".join(sentences)) == squeezed(text)
    assert all(s == s.strip() and s for s in sentences)
    at = 0
    for sentence in sentences:  # each stands in the text letter for letter, in order
        at = text.index(sentence, at) + len(sentence)


@given(st.lists(st.builds(Block, TEXTS, st.sampled_from(list(BlockKind)))))
def test_sentences_of_a_block_joined_are_the_block(blocks):
    sentences = segment(article(*blocks), 3)
    for number, block in enumerate(blocks, 1):
        own = [s for s in sentences if s.block == number]
        assert squeezed("".join(s.text for s in own)) == squeezed(block.text)
        assert [s.id for s in own] == [f"S3.P{number}.{k}" for k in range(1, len(own) + 1)]


def test_ids_count_every_block_of_the_article():
    blocks = (Block("Kop boven", BlockKind.HEADING), Block("Het regent. De top begint."))
    assert [(s.id, s.text, s.kind) for s in segment(article(*blocks), 2)] == [
        ("S2.P1.1", "Kop boven", SentenceKind.HEADING),
        ("S2.P2.1", "Het regent.", SentenceKind.SENTENCE),
        ("S2.P2.2", "De top begint.", SentenceKind.SENTENCE),
    ]


def test_a_hanging_photo_credit_is_a_caption_of_the_same_block():
    sentences = segment(article("De ministers komen aan in Den Haag. beeld ANP, Jan Jansen"), 1)
    assert [(s.id, s.text, s.kind) for s in sentences] == [
        ("S1.P1.1", "De ministers komen aan in Den Haag.", SentenceKind.SENTENCE),
        ("S1.P1.2", "beeld ANP, Jan Jansen", SentenceKind.CAPTION),
    ]


def test_every_sentence_of_a_caption_is_a_caption():
    block = Block("De ministers komen aan. Links de gastheer. beeld ANP, Jan Jansen", BlockKind.CAPTION)
    sentences = segment(article(block), 1)
    assert [s.text for s in sentences] == [
        "De ministers komen aan.",
        "Links de gastheer.",
        "beeld ANP, Jan Jansen",
    ]
    assert {s.kind for s in sentences} == {SentenceKind.CAPTION}


def test_a_heading_that_looks_like_a_credit_stays_a_heading():
    sentences = segment(article(Block("Foto: de eerste dag", BlockKind.HEADING)), 1)
    assert [(s.text, s.kind) for s in sentences] == [("Foto: de eerste dag", SentenceKind.HEADING)]


def test_the_title_is_a_heading_of_its_own():
    found = title_sentence(article("Tekst.", title=" Top in Parijs "), 4)
    assert found is not None
    assert (found.id, found.text, found.kind, found.source, found.block) == (
        "S4.T",
        "Top in Parijs",
        SentenceKind.HEADING,
        4,
        0,
    )


@pytest.mark.parametrize("title", [None, "", "  "])
def test_an_article_without_title_has_no_title_sentence(title):
    assert title_sentence(article("Tekst.", title=title), 1) is None


def test_english_articles_are_split_with_english_parameters():
    text = "Mr. Smith met Sen. Jones on Fri. Jan. 3 in Washington D.C. He left at 5 p.m. The talks go on."
    assert split(text, "en") == (
        "Mr. Smith met Sen. Jones on Fri. Jan. 3 in Washington D.C.",
        "He left at 5 p.m.",
        "The talks go on.",
    )


@pytest.mark.parametrize("text", ["", " \n ", "\u00a0"])
def test_an_empty_text_has_no_sentences(text):
    assert split(text) == ()


@pytest.mark.parametrize(
    "piece", [".", "(", "„", "„a. ", "”", "x. ", ". ” ", "(a. ", "A.", "a.B", "'s ", "… ", " ", "\n", ")a("]
)
def test_the_time_grows_with_the_length_of_the_text_only(piece):
    """A text ten times as long takes about ten times as long, whatever it repeats, not a hundred times."""
    split(piece * 10)

    def used(count):
        start = process_time()
        split(piece * count)
        return process_time() - start

    assert used(50_000) < 40 * max(used(5_000), 0.02)
