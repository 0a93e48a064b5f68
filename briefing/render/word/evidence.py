"""What the memo rests on: terms, sources, coverage, method and limits."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.memo import SECTIONS, Grid, Memo, TermRow
from briefing.memo.wording import LANGUAGES, OPENING_NOTE, split_terms
from briefing.render import pictures
from briefing.render.text import shorten
from briefing.render.word.ooxml import KEEP_NEXT, NOTHING, Xml, cell, join, paragraph, row, run, table
from briefing.render.word.tables import AFTER_TABLE, header, split
from briefing.render.word.writer import Writer

_SHOWN = 160  # characters of a sentence that the annex has in full
_SHADES = ("FFFFFF", "DCE4F2", "C3D0E8", "A9BBDD", "8FA6D2")  # black on the darkest: 8.6:1


def terms(memo: Memo, writer: Writer) -> Xml:
    """Return the glossary terms of the articles, how often they occur and whether the English kept them."""
    widths = split(writer.width, 0.36, 0.36, 0.1)
    rows = [header(widths, "Dutch", "English", "Count", "In the English")]
    listed, plain = split_terms(memo.terms)
    for term in listed:
        outcome = [
            f"{number} {name}"
            for number, name in ((term.kept, "kept"), (term.repaired, "repaired"), (term.missed, "missed"))
            if number
        ]
        rows.append(
            row(
                cell(widths[0], paragraph("TableText", run(term.nl, language="nl"))),
                cell(widths[1], paragraph("TableText", run(term.en))),
                cell(widths[2], paragraph("TableCount", run(str(term.count)))),
                cell(
                    widths[3],
                    paragraph("TableText", run(", ".join(outcome), "Strong" if term.missed else "")),
                ),
            )
        )
    return join(
        writer.heading("terms", SECTIONS["terms"]),
        table(
            "MemoAnnex",
            widths,
            rows,
            title="Terms used",
            description="Glossary terms found in the sources: Dutch, English, number of occurrences, and what became of them.",
        ),
        AFTER_TABLE,
        *_once(plain),
    )


def _once(terms: list[TermRow]) -> list[Xml]:
    """Return the terms met once and kept as one paragraph."""
    if not terms:
        return []
    pairs: list[Xml] = []
    for n, term in enumerate(terms):
        end = "." if n == len(terms) - 1 else "; "
        pairs += [run(term.nl, "Emphasis", language="nl"), run(f" {term.en}{end}")]
    return [paragraph("TableText", run("Once each, and kept: ", "Strong"), *pairs)]


def sources(memo: Memo, writer: Writer) -> Xml:
    """Return the list of sources, each a link to its text in the annex."""
    widths = split(writer.width, 0.06, 0.47, 0.13, 0.25)
    rows = [header(widths, "No.", "Title", "Date", "File", "Words")]
    for source in memo.sources:
        title = [paragraph("TableText", writer.link(f"article-{source.number}", source.heading, ""))]
        if source.original:
            title.append(paragraph("TableNote", run(source.original, language=source.language)))
        about = [
            source.publisher,
            source.url,
            "" if source.language == "nl" else f"in {LANGUAGES.get(source.language, source.language)}",
        ]
        if any(about):
            title.append(paragraph("TableNote", run(", ".join(part for part in about if part))))
        rows.append(
            row(
                cell(
                    widths[0],
                    paragraph(
                        "TableText", writer.bookmark(f"source-{source.number}", run(str(source.number)))
                    ),
                ),
                cell(widths[1], *title),
                cell(widths[2], paragraph("TableText", run(source.date))),
                cell(widths[3], paragraph("TableNote", run(source.file))),
                cell(widths[4], paragraph("TableNumber", run(f"{source.words:,}"))),
            )
        )
    return join(
        writer.heading("sources", SECTIONS["sources"]),
        table(
            "MemoTable",
            widths,
            rows,
            title="Sources",
            description="The articles this memo rests on: number, title, date, file and number of words.",
        ),
        AFTER_TABLE,
        *([paragraph("SmallPrint", run(OPENING_NOTE))] if any(not s.titled for s in memo.sources) else []),
        _coverage(memo, writer),
    )


def _coverage(memo: Memo, writer: Writer) -> Xml:
    """Return the picture of coverage and the figures as a table; a row for each source only where no picture is."""
    if memo.grid is None:
        return NOTHING
    picture = pictures.coverage(memo)
    if picture is None:
        return _grid(memo.grid, memo.grid.rows, writer.width)
    rows = memo.grid.totals if memo.grid.by == "source" else memo.grid.rows
    return join(writer.figure(picture), _grid(memo.grid, rows, writer.width))


def _grid(grid: Grid, counted: Sequence[tuple[str, tuple[int, ...]]], width: int) -> Xml:
    """Return counts over time as a table whose cells are darker where they hold more; the number stands in each."""
    label = 1900  # 3.35 cm
    column = min((width - label) // len(grid.columns), 1300)
    widths = (label, *(column for _ in grid.columns))
    head = [cell(label, paragraph("TableHead", run("Coverage")))]
    head += [
        cell(column, paragraph("TableCount", run(name, "Strong"), properties=KEEP_NEXT))
        for name in grid.columns
    ]
    rows = [row(*head, header=True)]
    for name, counts in counted:
        cells = [cell(label, paragraph("TableText", run(name), properties=KEEP_NEXT))]
        for number in counts:
            shade = (
                f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADES[min(number, 4)]}"/>' if number else ""
            )
            cells.append(
                cell(column, paragraph("TableCount", run(str(number) if number else "")), properties=shade)
            )
        rows.append(row(*cells))
    return join(
        table("MemoTable", widths, rows, title="Coverage over time", description=grid.description),
        AFTER_TABLE,
    )


def method(memo: Memo, writer: Writer) -> Xml:
    """Return how the memo was made, what failed and what was left out."""
    about = memo.method
    parts = [writer.heading("method", SECTIONS["method"])]
    parts += [paragraph("ListBullet", run(statement)) for statement in about.statements]
    if about.flagged:
        parts.append(paragraph("Heading2", writer.bookmark("method-flagged", run("Translations to check"))))
        widths = split(writer.width, 0.14, 0.52)
        rows = [header(widths, "Sentence", "English and original", "What failed")]
        rows += [
            row(
                cell(widths[0], paragraph("TableText", writer.link(flagged.id, flagged.id))),
                cell(
                    widths[1],
                    paragraph("TableText", run(shorten(flagged.english, _SHOWN))),
                    paragraph("TableNote", run(shorten(flagged.dutch, _SHOWN), language=flagged.language)),
                ),
                cell(widths[2], paragraph("TableText", run("; ".join(flagged.reasons)))),
            )
            for flagged in about.flagged
        ]
        parts.append(
            table(
                "MemoTable",
                widths,
                rows,
                title="Translations to check",
                description="Sentences whose translation failed an automatic check, with what failed.",
            )
        )
        parts.append(AFTER_TABLE)
    if about.skipped:
        parts.append(paragraph("Heading2", run("Sources that were skipped")))
        parts += [
            paragraph("ListBullet", run(file, "Strong"), run(f": {reason}")) for file, reason in about.skipped
        ]
    if about.duplicates:
        parts.append(paragraph("Heading2", run("Sources with the same text")))
        parts += [
            paragraph(
                "ListBullet",
                run(file, "Strong"),
                run(" repeats "),
                run(first, "Strong"),
                run(" and was briefed once."),
            )
            for file, first in about.duplicates
        ]
    parts.append(paragraph("Heading2", run("Signature")))
    if about.options:
        options = "; ".join(f"{name}: {value}" for name, value in about.options)
        parts.append(paragraph("SmallPrint", run(f"Summary: {options}.")))
    parts.append(paragraph("SmallPrint", run(about.signature)))
    return join(*parts)
