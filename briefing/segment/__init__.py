"""Sentences: the only module that decides what one is.

Headings and captions are known from the layout that `sources` saw; inside a block, sentence ends are found by
Punkt with parameters of our own, and quotations are kept whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.article import Article, Block, BlockKind, Sentence, SentenceKind
from briefing.sources.layout import photo_credit

_KIND = {
    BlockKind.PARAGRAPH: SentenceKind.SENTENCE,
    BlockKind.HEADING: SentenceKind.HEADING,
    BlockKind.CAPTION: SentenceKind.CAPTION,
}


def segment(article: Article, number: int) -> tuple[Sentence, ...]:
    """Return the sentences of source `number` (from 1) in reading order, letter for letter, its title left out.

    The sentences of a block, white space removed, are the block's text with white space removed. Every sentence
    of a heading or caption is of that kind; the photo credit that hangs at a paragraph's end is a caption in the
    same block.
    """
    return tuple(
        Sentence(f"S{number}.P{p}.{k}", text, kind)
        for p, block in enumerate(article.blocks, 1)
        for k, (text, kind) in enumerate(_parts(block, article.language), 1)
    )


def title_sentence(article: Article, number: int) -> Sentence | None:
    """Return the title of source `number` as a heading with the id `S{number}.T`; None where it has none."""
    title = (article.title or "").strip()
    return Sentence(f"S{number}.T", title, SentenceKind.HEADING) if title else None


def split(text: str, language: str = "nl") -> tuple[str, ...]:
    """Return the sentences of one block of running text, letter for letter, without the white space between.

    `language` is `nl` or `en`; any other is split as Dutch. A quotation stays whole, with its reporting clause,
    up to `boundaries.LONGEST_QUOTE` words; a mark without its counterpart binds nothing.

    >>> split("„Wij gaan door. Dat is zeker”, zei de minister. De Kamer was het met hem eens.")
    ('„Wij gaan door. Dat is zeker”, zei de minister.', 'De Kamer was het met hem eens.')
    """
    from briefing.segment.boundaries import find_ends
    from briefing.segment.punkt import load

    text = text.strip()
    sentences = []
    start = 0
    for end, after in find_ends(text, load(language)):
        sentences.append(text[start:end])
        start = after
    return (*sentences, text[start:]) if text else ()


def _parts(block: Block, language: str) -> Iterator[tuple[str, SentenceKind]]:
    kind = _KIND[block.kind]
    offset = None if block.kind is BlockKind.HEADING else photo_credit(block.text)
    body = block.text if offset is None else block.text[:offset]
    yield from ((text, kind) for text in split(body, language))
    if offset is not None and block.text[offset:].strip():
        yield block.text[offset:].strip(), SentenceKind.CAPTION
