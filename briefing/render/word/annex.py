"""The annex: each article in full, original and English side by side, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.article import SentenceKind
from briefing.memo import AnnexArticle, AnnexRow, Memo, Source
from briefing.memo.wording import LANGUAGES, PLACES, SECTIONS, count
from briefing.render.word.ooxml import KEEP_NEXT, NOTHING, Xml, cell, join, paragraph, row, run, table
from briefing.render.word.writer import ANNEX_STYLE, CHECK, RUNNING_STYLE, Writer

_ID_WIDTH = 964  # 1.7 cm, `S12.P34.10` on one line
_UNSPLIT = 2500  # characters; a longer sentence may not fit on a page, so its row may break


def annex(memo: Memo, writer: Writer) -> Xml:
    """Return every article of the memo under its own heading."""
    used = [a[0] for article in memo.annex for r in article.rows for a in r.uses]
    letters = ", ".join(f"{letter} {name}" for letter, name in PLACES.items() if letter in used)
    guide = "Each sentence has a number (source, paragraph, sentence). "
    if letters:
        guide += f"The letters below it lead back to where the memo uses it: {letters}. "
    if any(r.flags for article in memo.annex for r in article.rows):
        guide += f"“{CHECK}” and a comment mark a translation that failed a check. "
    parts = [
        writer.heading("annex", SECTIONS["annex"], new_page=True),
        paragraph("BodyText", run(guide.strip())),
    ]
    for article in memo.annex:
        parts += _article(article, writer)
    return join(*parts)


def _article(article: AnnexArticle, writer: Writer) -> list[Xml]:
    source = article.source
    heading = writer.bookmark(f"article-{source.number}", run(f"{source.number}. {source.heading}"))
    return [paragraph("Heading2", heading), _caption(source, writer), *_sentences(article, writer)]


def _caption(source: Source, writer: Writer) -> Xml:
    about = [
        source.date,
        source.publisher,
        source.file,
        count(source.words, "word"),
        "English original, not translated" if source.language == "en" else "",
    ]
    place = f"source-{source.number}"
    back = join(run(" · "), writer.link(place, "back to sources")) if place in writer.targets else NOTHING
    return paragraph("Caption", run(" · ".join(part for part in about if part)), back)


def _sentences(article: AnnexArticle, writer: Writer) -> list[Xml]:
    source = article.source
    return [
        side_by_side(article.rows, writer, source.language, f"Article {source.number}"),
        paragraph("TableEnd"),
    ]


def bilingual(article: AnnexArticle, writer: Writer) -> Xml:
    """Return one article side by side, under its own heading of the first level."""
    return join(_title(article.source), _caption(article.source, writer), *_sentences(article, writer))


def running(article: AnnexArticle, writer: Writer) -> Xml:
    """Return the English of one article as running text: a paragraph for each block of the original."""
    parts = [_title(article.source), _caption(article.source, writer)]
    for rows in article.paragraphs:
        style = RUNNING_STYLE[rows[0].kind]
        parts.append(
            paragraph(
                style, *(join(run(" ") if n else NOTHING, *_english(r, writer)) for n, r in enumerate(rows))
            )
        )
    return join(*parts)


def heads_alone(articles: Sequence[AnnexArticle], title: str) -> bool:
    """Return whether the heading of the only article says what `title` says."""
    return len(articles) == 1 and articles[0].source.titled and articles[0].source.title == title


def _title(source: Source) -> Xml:
    return paragraph("Heading1", run(source.heading))


def side_by_side(rows: Sequence[AnnexRow], writer: Writer, language: str, title: str) -> Xml:
    """Return the table of an article: number, original, English; English sources have no column of their own twice."""
    name = LANGUAGES.get(language, language)
    alone = all(r.untranslated for r in rows)
    text = writer.width - _ID_WIDTH
    widths = (_ID_WIDTH, text) if alone else (_ID_WIDTH, text // 2, text - text // 2)
    heads = ("No.", "English original") if alone else ("No.", name, "English")
    lines = [
        row(
            *(cell(w, paragraph("TableHead", run(head))) for w, head in zip(widths, heads, strict=True)),
            header=True,
        )
    ]
    for r in rows:
        style = ANNEX_STYLE[r.kind]
        cells = [cell(widths[0], *_id(r, writer))]
        if not alone:
            cells.append(cell(widths[1], paragraph(style, run(r.nl, language=language))))
        cells.append(cell(widths[-1], paragraph(style, *_english(r, writer))))
        lines.append(row(*cells, split=len(r.nl) + len(r.en) > 2 * _UNSPLIT))
    return table(
        "MemoAnnex", widths, lines, title=title, description=f"{name} and English, sentence by sentence."
    )


def _id(r: AnnexRow, writer: Writer) -> list[Xml]:
    """Return number and links back; beside a heading they keep its row on the page of the next, as it does."""
    keep = KEEP_NEXT if r.kind is SentenceKind.HEADING else ""
    parts = [paragraph("AnnexId", writer.bookmark(r.id, run(r.id)), properties=keep)]
    if r.uses:
        links = [join(run(" ") if n else Xml(""), writer.link(use, use)) for n, use in enumerate(r.uses)]
        parts.append(paragraph("AnnexId", *links, properties=keep))
    return parts


def _english(r: AnnexRow, writer: Writer) -> list[Xml]:
    english = run(r.en)
    parts = [english]
    if r.flags:
        reasons = "; ".join(r.reasons)
        words = f"Check this translation ({', '.join(r.flags)}): {reasons}."
        parts = [writer.comment(english, words), run(f" {CHECK}", "Remark")]
    if r.reviewed:
        parts.append(run(" (reviewed)", "Remark"))
    return parts
