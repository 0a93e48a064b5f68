"""Tiny builders: articles from plain sentences, with an English side where a test needs one."""

from __future__ import annotations

from briefing.article import Article, PartialDate, Sentence, SentenceKind
from briefing.translate.types import TranslatedArticle, Translation


def translation(
    text: str, english: str = "", *, number: int = 1, block: int = 1, place: int = 1
) -> Translation:
    return Translation(Sentence(f"S{number}.P{block}.{place}", text), english or text)


def article(
    *sentences: str | tuple[str, str],
    number: int = 1,
    date: str | None = None,
    language: str = "nl",
    kind: SentenceKind = SentenceKind.SENTENCE,
) -> TranslatedArticle:
    """One block a sentence; a pair is (Dutch, English), a lone text stands for both."""
    parts = []
    for block, given in enumerate(sentences, 1):
        text, english = given if isinstance(given, tuple) else (given, given)
        parts.append(Translation(Sentence(f"S{number}.P{block}.1", text, kind), english))
    when = PartialDate.parse(date) if date else None
    return TranslatedArticle(number, Article(f"{number}.txt", (), language, date=when), tuple(parts))


def paragraphs(*blocks: tuple[str, ...], date: str | None = None, language: str = "nl") -> TranslatedArticle:
    """An article of paragraphs of several sentences each, which stand for both languages."""
    parts = [
        translation(text, block=block, place=place)
        for block, texts in enumerate(blocks, 1)
        for place, text in enumerate(texts, 1)
    ]
    when = PartialDate.parse(date) if date else None
    return TranslatedArticle(1, Article("1.txt", (), language, date=when), tuple(parts))


AFFAIR = (
    article(
        "De ministers van Defensie van 22 landen kwamen in Oslo bijeen om over de kustwacht te praten.",
        "Noorwegen en Denemarken sturen samen 14 schepen naar de Oostzee, zei minister Holm.",
        "De kabels op de zeebodem zijn dit jaar al 9 keer beschadigd, meldde de Deense marine.",
        "Het overleg duurde twee dagen en eindigde zonder verklaring over de kosten.",
        number=1,
        date="2025-01-14",
    ),
    article(
        "Zweden wil dat tankers zonder verzekering in de Oostzee worden aangehouden en doorzocht.",
        "Volgens premier Lind zijn er 60 schepen die hun herkomst verbergen.",
        "De Zweedse kustwacht krijgt van het kabinet 400 miljoen kronen voor patrouilles.",
        "Finland steunt het plan, maar waarschuwt voor een incident met de Russische marine.",
        number=2,
        date="2025-02-03",
    ),
    article(
        "De Europese Commissie stelt voor om een vloot van reparatieschepen voor kabels te betalen.",
        "Estland en Letland eisen dat de NAVO de Oostzee tot gezamenlijk gebied verklaart.",
        "In Tallinn werd gisteren een tanker aan de ketting gelegd wegens valse papieren.",
        "De bemanning van de tanker telt 24 mensen en mag het schip niet verlaten.",
        number=3,
        date="2025-03-20",
    ),
)
