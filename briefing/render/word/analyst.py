"""What is the analyst's: empty fields, and the yardsticks to fill them by."""

from __future__ import annotations

from briefing.memo import SECTIONS, Memo
from briefing.memo.wording import (
    ANALYST_FIELDS,
    ANALYST_NOTE,
    CONFIDENCE_NOTE,
    ICD_203,
    PHIA,
    YARDSTICK_TITLE,
)
from briefing.render.word.ooxml import Xml, cell, control, join, paragraph, row, run, table
from briefing.render.word.tables import AFTER_TABLE, header, split
from briefing.render.word.writer import Writer

_HEIGHTS = {"Assessment": 1400}  # room to write by hand


_CHOICES = {
    "Likelihood": tuple(word for word, _ in PHIA),
    "Confidence": ("High", "Moderate", "Low"),
}


def assessment(_: Memo, writer: Writer) -> Xml:
    """Return the fields that are the analyst's, empty."""
    widths = split(writer.width, 0.2)
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
        AFTER_TABLE,
    )


def yardsticks(writer: Writer) -> Xml:
    """Return the words that stand for a likelihood in the United Kingdom and the United States, side by side."""
    widths = split(writer.width, 0.24, 0.26, 0.33)
    keep = "<w:keepNext/>"  # small enough to stand on one page
    rows = [header(widths, "PHIA (United Kingdom)", "Likelihood", "ICD 203 (United States)", "Likelihood")]
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
        AFTER_TABLE,
        paragraph(
            "BodyText", run(CONFIDENCE_NOTE + " "), writer.link("assessment", "Back to the assessment.")
        ),
    )
