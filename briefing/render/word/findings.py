"""What the sources say: developments, timeline, positions, disagreements."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.memo import SECTIONS, DatedEntry, Memo
from briefing.memo.wording import DISPUTE_NOTE, Linked, also_above, see_above
from briefing.render import pictures
from briefing.render.word.ooxml import KEEP_NEXT, Xml, cell, join, paragraph, row, run, table
from briefing.render.word.tables import AFTER_TABLE, header, split
from briefing.render.word.writer import Writer


def developments(memo: Memo, writer: Writer) -> Xml:
    """Return the themes, each a heading and its sentences; of those that stand above only where, in one line."""
    parts = [writer.heading("developments", SECTIONS["developments"])]
    for theme in memo.themes:
        if not theme.entries:
            continue
        parts.append(paragraph("Heading2", run(theme.heading)))
        parts += [paragraph("ListBullet", writer.cited(entry)) for entry in theme.entries]
        if theme.above:
            parts.append(paragraph("ListBullet", *_linked(see_above(theme.above), writer)))
    if said := also_above(memo.themes):
        parts.append(paragraph("BodyText", *_linked(said, writer)))
    return join(*parts)


def _linked(said: Linked, writer: Writer) -> Iterable[Xml]:
    return (writer.link(to, text, "TOCEntry") if to else run(text) for text, to in said)


def timeline(memo: Memo, writer: Writer) -> Xml:
    """Return a picture of the dated sentences, and a table with the words that each date was read from."""
    widths = split(writer.width, 0.06, 0.23)
    parts = [writer.heading("timeline", SECTIONS["timeline"])]
    if picture := pictures.timeline(memo):
        parts.append(writer.figure(picture))
    rows = [header(widths, "No.", "Date", "Event")]
    for event in memo.timeline:
        what = [paragraph("TableText", writer.cited(event.entry))]
        if event.note and event.date:
            what.append(paragraph("TableNote", run(_sentence(event.note))))
        rows.append(
            row(
                cell(widths[0], paragraph("TableLabel", run(str(event.number)))),
                cell(
                    widths[1],
                    paragraph("TableLabel" if event.date else "TableText", run(event.when)),
                    paragraph("TableNote", *_read_from(event)),
                ),
                cell(widths[2], *what),
            )
        )
    described = (
        "Dated sentences in order of their date, or of their article's where no day is known, "
        "with the words of the original that the date was read from."
    )
    parts += [table("MemoTable", widths, rows, title="Timeline", description=described), AFTER_TABLE]
    return join(*parts)


def _read_from(event: DatedEntry) -> list[Xml]:
    """Return the words of the original, in their language, and that they leave the day open where they do."""
    after = f", {event.caution}" if event.caution else ""
    return [run("“"), run(event.expression, language=event.entry.language), run(f"”{after}")]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    """Return `words` with a capital and a full stop."""
    return _capital(words) + ("" if words.endswith((".", "!", "?")) or not words else ".")


def positions(memo: Memo, writer: Writer) -> Xml:
    """Return who said what: beside each statement its speaker, since a page may end between two of them."""
    widths = split(writer.width, 0.22, 0.12)
    rows = [header(widths, "Who", "How", "What")]
    for speaker in memo.speakers:
        for number, said in enumerate(speaker.statements):
            who = paragraph("TableNote" if number else "TableLabel", run(speaker.name))
            rows.append(
                row(
                    cell(widths[0], who),
                    cell(widths[1], paragraph("TableNote", run(said.speech))),
                    cell(widths[2], paragraph("TableText", writer.cited(said.entry))),
                )
            )
    described = "Who said what: the speaker, whether the source quotes or reports, and the sentence."
    return join(
        writer.heading("positions", SECTIONS["positions"]),
        table("MemoTable", widths, rows, title="Positions", description=described),
        AFTER_TABLE,
    )


def disagreements(memo: Memo, writer: Writer) -> Xml:
    """Return the quantities on which sources differ, value by value; those of one quantity stay on a page."""
    widths = split(writer.width, 0.22, 0.16)
    rows = [header(widths, "On", "Value", "Sentence")]
    for dispute in memo.disputes:
        for number, (value, entry) in enumerate(dispute.values, 1):
            merge = '<w:vMerge w:val="restart"/>' if number == 1 else "<w:vMerge/>"
            keep = KEEP_NEXT if number < len(dispute.values) else ""
            subject = run(_capital(dispute.subject) if number == 1 else "")
            rows.append(
                row(
                    cell(widths[0], paragraph("TableLabel", subject, properties=keep), properties=merge),
                    cell(widths[1], paragraph("TableText", run(value, "Strong"), properties=keep)),
                    cell(widths[2], paragraph("TableText", writer.cited(entry), properties=keep)),
                )
            )
    return join(
        writer.heading("disagreements", SECTIONS["disagreements"]),
        paragraph("SmallPrint", run(DISPUTE_NOTE), properties=KEEP_NEXT),
        table(
            "MemoTable",
            widths,
            rows,
            title="Disagreements",
            description="Quantities for which the sources give different values, with the sentence of each.",
        ),
        AFTER_TABLE,
    )
