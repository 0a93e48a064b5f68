"""The inner sections of a memo: developments, timeline, positions, disagreements, terms, sources, method, analyst."""

from __future__ import annotations

from itertools import groupby

from briefing.memo import SECTIONS, DatedEntry, Grid, Memo, TermRow
from briefing.memo.wording import (
    ANALYST_FIELDS,
    ANALYST_NOTE,
    CONFIDENCE_NOTE,
    ICD_203,
    LANGUAGES,
    OPENING_NOTE,
    PHIA,
    YARDSTICK_TITLE,
    split_terms,
)
from briefing.render.text import shorten
from briefing.render.word.ooxml import NOTHING, Xml, cell, control, join, paragraph, row, run, table
from briefing.render.word.writer import Writer


def developments(memo: Memo, writer: Writer) -> Xml:
    """Return the themes, each a heading and its sentences."""
    parts = [writer.heading("developments", SECTIONS["developments"])]
    for theme in memo.themes:
        parts.append(paragraph("Heading2", run(_capital(theme.label))))
        parts += [paragraph("ListBullet", writer.cited(entry)) for entry in theme.entries]
    return join(*parts)


def timeline(memo: Memo, writer: Writer) -> Xml:
    """Return the dated sentences as a table, with the words each date was read from; then those without a date."""
    widths = _split(writer.width, 0.17)
    parts = [writer.heading("timeline", SECTIONS["timeline"])]
    rows = [_header(widths, "Date", "Event")]
    for event in memo.timeline:
        if event.date:
            date = [paragraph("TableLabel", run(event.date))]
            if event.expression:
                date.append(paragraph("TableNote", *_quoted(event)))
            what = [paragraph("TableText", writer.cited(event.entry))]
            if event.note:
                what.append(paragraph("TableNote", run(_sentence(event.note))))
            rows.append(row(cell(widths[0], *date), cell(widths[1], *what)))
    if len(rows) > 1:
        described = "Dated sentences in order of their date, with the words of the original that the date was read from."
        parts += [table("MemoTable", widths, rows, title="Timeline", description=described), _AFTER_TABLE]
    for note, events in groupby((e for e in memo.timeline if not e.date), key=lambda e: e.note):
        parts.append(paragraph("ListLead", run(f"Day not known. {_sentence(note)}".strip())))
        parts += [paragraph("ListBullet", *_quoted(e), run(": "), writer.cited(e.entry)) for e in events]
    return join(*parts)


def _quoted(event: DatedEntry) -> list[Xml]:
    return [run("“"), run(event.expression, language=event.entry.language), run("”")]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    """Return `words` with a capital and a full stop."""
    return _capital(words) + ("" if words.endswith((".", "!", "?")) or not words else ".")


def positions(memo: Memo, writer: Writer) -> Xml:
    """Return who said what, a speaker beside the statements."""
    widths = _split(writer.width, 0.22, 0.12)
    rows = [_header(widths, "Who", "How", "What")]
    for speaker in memo.speakers:
        for number, said in enumerate(speaker.statements):
            merge = "<w:vMerge/>" if number else '<w:vMerge w:val="restart"/>'
            rows.append(
                row(
                    cell(
                        widths[0],
                        paragraph("TableLabel", run("" if number else speaker.name)),
                        properties=merge,
                    ),
                    cell(widths[1], paragraph("TableNote", run(said.speech))),
                    cell(widths[2], paragraph("TableText", writer.cited(said.entry))),
                )
            )
    described = "Who said what: the speaker, whether the source quotes or reports, and the sentence."
    return join(
        writer.heading("positions", SECTIONS["positions"]),
        table("MemoTable", widths, rows, title="Positions", description=described),
        _AFTER_TABLE,
    )


def disagreements(memo: Memo, writer: Writer) -> Xml:
    """Return the quantities on which sources differ, value by value."""
    widths = _split(writer.width, 0.22, 0.16)
    rows = [_header(widths, "On", "Value", "Sentence")]
    for dispute in memo.disputes:
        for number, (value, entry) in enumerate(dispute.values):
            merge = "<w:vMerge/>" if number else '<w:vMerge w:val="restart"/>'
            subject = paragraph("TableLabel", run("" if number else _capital(dispute.subject)))
            rows.append(
                row(
                    cell(widths[0], subject, properties=merge),
                    cell(widths[1], paragraph("TableText", run(value, "Strong"))),
                    cell(widths[2], paragraph("TableText", writer.cited(entry))),
                )
            )
    return join(
        writer.heading("disagreements", SECTIONS["disagreements"]),
        table(
            "MemoTable",
            widths,
            rows,
            title="Disagreements",
            description="Quantities for which the sources give different values, with the sentence of each.",
        ),
        _AFTER_TABLE,
    )


def terms(memo: Memo, writer: Writer) -> Xml:
    """Return the glossary terms of the articles, how often they occur and whether the English kept them."""
    widths = _split(writer.width, 0.36, 0.36, 0.1)
    rows = [_header(widths, "Dutch", "English", "Count", "In the English")]
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
            "MemoTable",
            widths,
            rows,
            title="Terms used",
            description="Glossary terms found in the sources: Dutch, English, number of occurrences, and what became of them.",
        ),
        _AFTER_TABLE,
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
    widths = _split(writer.width, 0.06, 0.47, 0.13, 0.25)
    rows = [_header(widths, "No.", "Title", "Date", "File", "Words")]
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
        _AFTER_TABLE,
        *([paragraph("SmallPrint", run(OPENING_NOTE))] if any(not s.titled for s in memo.sources) else []),
        _coverage(memo.grid, writer.width) if memo.grid else NOTHING,
    )


def method(memo: Memo, writer: Writer) -> Xml:
    """Return how the memo was made, what failed and what was left out."""
    about = memo.method
    parts = [writer.heading("method", SECTIONS["method"])]
    parts += [paragraph("ListBullet", run(statement)) for statement in about.statements]
    if about.flagged:
        parts.append(paragraph("Heading2", writer.bookmark("method-flagged", run("Translations to check"))))
        widths = _split(writer.width, 0.14, 0.52)
        rows = [_header(widths, "Sentence", "English", "What failed")]
        rows += [
            row(
                cell(widths[0], paragraph("TableText", writer.link(flagged.id, flagged.id))),
                cell(widths[1], paragraph("TableText", run(shorten(flagged.english, 160)))),
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
        parts.append(_AFTER_TABLE)
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


_HEIGHTS = {"Assessment": 1400}  # room to write by hand
_CHOICES = {
    "Likelihood": tuple(word for word, _ in PHIA),
    "Confidence": ("High", "Moderate", "Low"),
}


def assessment(_: Memo, writer: Writer) -> Xml:
    """Return the fields that are the analyst's, empty."""
    widths = _split(writer.width, 0.2)
    rows = [
        row(
            cell(widths[0], paragraph("MemoLabel", run(name))),
            cell(widths[1], paragraph("MemoField", control(name, f"[{prompt}]", _CHOICES.get(name, ())))),
            height=_HEIGHTS.get(name, 0),
        )
        for name, prompt in ANALYST_FIELDS
    ]
    return join(
        writer.heading("assessment", SECTIONS["assessment"]),
        paragraph(
            "BodyText",
            run(ANALYST_NOTE + " "),
            writer.link("yardsticks", "Yardsticks: PHIA and ICD 203."),
            properties="<w:keepNext/>",
        ),
        table(
            "MemoBlock",
            widths,
            rows,
            title="Analyst’s assessment",
            description="Empty fields for the analyst: assessment, likelihood, confidence and reviewer.",
            header=False,
        ),
        _AFTER_TABLE,
    )


def yardsticks(writer: Writer) -> Xml:
    """Return the words that stand for a likelihood in the United Kingdom and the United States, side by side."""
    widths = _split(writer.width, 0.22, 0.25, 0.34)
    keep = "<w:keepNext/>"  # small enough to stand on one page
    rows = [_header(widths, "PHIA (United Kingdom)", "Likelihood", "ICD 203 (United States)", "Likelihood")]
    rows += [
        row(
            *(
                cell(w, paragraph("TableText", run(t), properties=keep))
                for w, t in zip(widths, here + there, strict=True)
            )
        )
        for here, there in zip(PHIA, ICD_203, strict=True)
    ]
    return join(
        writer.heading("yardsticks", YARDSTICK_TITLE),
        table(
            "MemoTable",
            widths,
            rows,
            title="Yardsticks",
            description="Words of likelihood and the probability each stands for, in the PHIA yardstick and in ICD 203.",
        ),
        _AFTER_TABLE,
        paragraph(
            "BodyText", run(CONFIDENCE_NOTE + " "), writer.link("assessment", "Back to the assessment.")
        ),
    )


def _coverage(grid: Grid, width: int) -> Xml:
    """Return counts over time as a table whose cells are darker where they hold more; the number stands in each."""
    label = 1900  # 3.35 cm
    column = min((width - label) // len(grid.columns), 1300)
    widths = (label, *(column for _ in grid.columns))
    head = [cell(label, paragraph("TableHead", run("Coverage")))]
    head += [
        cell(column, paragraph("TableCount", run(name, "Strong"), properties="<w:keepNext/>"))
        for name in grid.columns
    ]
    rows = [row(*head, header=True)]
    for name, counts in grid.rows:
        cells = [cell(label, paragraph("TableText", run(name), properties="<w:keepNext/>"))]
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
        _AFTER_TABLE,
    )


_SHADES = ("FFFFFF", "DCE4F2", "C3D0E8", "A9BBDD", "8FA6D2")  # black on the darkest: 8.6:1
_NUMBERS = frozenset({"Words"})  # columns of figures
_AFTER_TABLE = paragraph("TableEnd")


def _split(width: int, *shares: float) -> tuple[int, ...]:
    """Return column widths: each share of the line, and the rest."""
    columns = [round(width * share) for share in shares]
    return (*columns, width - sum(columns))


def _header(widths: tuple[int, ...], *names: str) -> Xml:
    cells = (
        cell(width, paragraph("TableHead", run(name))) for width, name in zip(widths, names, strict=True)
    )
    return row(*cells, header=True)
