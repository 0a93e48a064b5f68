"""The memo as Markdown (CommonMark with the tables of GitHub), for a wiki or a review by diff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.article import SentenceKind
from briefing.memo import SECTIONS, AnnexArticle, AnnexRow, Cited, Memo, Source
from briefing.memo.wording import (
    ANALYST_FIELDS,
    ANALYST_NOTE,
    CONFIDENCE_NOTE,
    DISPUTE_NOTE,
    LANGUAGES,
    OPENING_NOTE,
    YARDSTICK_TITLE,
    YARDSTICKS,
    Linked,
    also_above,
    count,
    see_above,
)
from briefing.render.about import About
from briefing.render.text import clean

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
# What would begin a list, a heading or a rule at the start of a line.
_LEADING = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])")


def render_memo(memo: Memo) -> bytes:
    """Return the memo as UTF-8 Markdown; anchors are HTML, which CommonMark allows."""
    lines = [
        *([f"**{escape(memo.marking)}**", ""] if memo.marking else []),
        f"# {escape(memo.title)}",
        "",
        *_table(
            ("Briefing memo", ""),
            (
                ("To", escape(memo.to)),
                ("From", escape(memo.sender)),
                ("Date", memo.long_date),
                ("Subject", escape(memo.subject)),
                ("Period covered", escape(memo.period)),
                ("Sources", escape(memo.coverage)),
            ),
        ),
        "",
        f"*{escape(memo.notice)}*",
        "",
    ]
    for name in memo.sections:
        lines += [f'<a id="{name}"></a>', "", f"## {SECTIONS[name]}", "", *_SECTIONS[name](memo), ""]
    if "assessment" in memo.sections:
        lines += ['<a id="yardsticks"></a>', "", f"## {YARDSTICK_TITLE}", "", *_yardsticks()]
    if memo.marking:
        lines += ["", f"**{escape(memo.marking)}**"]
    return _bytes(lines)


def render_translation(articles: Sequence[AnnexArticle], bilingual: bool, about: About) -> bytes:
    """Return the articles as Markdown: side by side, or the English alone as running text."""
    lines = [f"*{escape(about.notice)}*", ""]
    for article in articles:
        source = article.source
        lines += [f"# {escape(source.heading)}", "", _about(source), ""]
        lines += _rows(article) if bilingual else _running(article)
        lines.append("")
    if about.signature:
        lines.append(f"`{clean(about.signature).replace('`', '')}`")
    return _bytes(lines)


def escape(text: str) -> str:
    """Return `text` so that Markdown prints it letter for letter, also in a table and at the start of a line."""
    safe = _SPECIAL.sub(r"\\\1", clean(text).strip())
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)


def _bytes(lines: Iterable[str]) -> bytes:
    text = "\n".join(line.rstrip() for line in lines)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cited(memo: Memo, entry: Cited) -> str:
    reference = entry.reference
    if memo.linked:
        reference = f"[{reference}](#{entry.sentences[0]})"
    marks = "".join(
        f" *({mark})*"
        for mark, shown in (
            (f"check: {', '.join(entry.flags)}", bool(entry.flags)),
            ("reviewed", entry.reviewed),
            ("English original", entry.untranslated),
        )
        if shown
    )
    return f'<a id="{entry.anchor}"></a>{escape(entry.english)}{marks} {reference}'


def _bottom_line(memo: Memo) -> Iterator[str]:
    yield "> " + " ".join(_cited(memo, entry) for entry in memo.bottom_line)


def _key_points(memo: Memo) -> Iterator[str]:
    for number, entry in enumerate(memo.key_points, 1):
        yield f"{number}. {_cited(memo, entry)}"


def _developments(memo: Memo) -> Iterator[str]:
    for theme in memo.themes:
        if not theme.entries:
            continue
        yield from (f"### {escape(theme.heading)}", "")
        yield from (f"- {_cited(memo, entry)}" for entry in theme.entries)
        if theme.above:
            yield "- " + _linked(see_above(theme.above))
        yield ""
    yield _linked(also_above(memo.themes))


def _linked(said: Linked) -> str:
    return "".join(f"[{text}](#{to})" if to else _SPECIAL.sub(r"\\\1", clean(text)) for text, to in said)


def _timeline(memo: Memo) -> Iterator[str]:
    return _table(
        ("Date", "In the original", "Event"),
        (
            (
                f"{event.when}, {event.caution}" if event.caution else event.when,
                escape(event.expression),
                _cited(memo, event.entry)
                + (f" *({escape(event.note)})*" if event.note and event.date else ""),
            )
            for event in memo.timeline
        ),
    )


def _positions(memo: Memo) -> Iterator[str]:
    for speaker in memo.speakers:
        yield from (f"### {escape(speaker.name)}", "")
        yield from (
            f"- *{said.speech.capitalize()}:* {_cited(memo, said.entry)}" for said in speaker.statements
        )
        yield ""


def _disagreements(memo: Memo) -> Iterator[str]:
    yield from (DISPUTE_NOTE, "")
    yield from _table(
        ("On", "Value", "Sentence"),
        (
            (escape(d.subject), escape(value), _cited(memo, entry))
            for d in memo.disputes
            for value, entry in d.values
        ),
    )


def _terms(memo: Memo) -> Iterator[str]:
    return _table(
        ("Dutch", "English", "Count", "Kept", "Repaired", "Missed"),
        (
            (escape(t.nl), escape(t.en), str(t.count), str(t.kept), str(t.repaired), str(t.missed))
            for t in memo.terms
        ),
    )


def _sources(memo: Memo) -> Iterator[str]:
    def title(source: Source) -> str:
        english = escape(source.heading)
        if memo.linked:
            english = f"[{english}](#article-{source.number})"
        original = f"<br>*{escape(source.original)}*" if source.original else ""
        return english + original

    yield from _table(
        ("No.", "Title", "Date", "File", "Words"),
        ((str(s.number), title(s), s.date, escape(s.file), f"{s.words:,}") for s in memo.sources),
    )
    if any(not s.titled for s in memo.sources):
        yield from ("", OPENING_NOTE)
    if memo.grid:
        yield ""
        yield from _table(
            ("Coverage", *memo.grid.columns),
            ((label, *(str(number or "") for number in counts)) for label, counts in memo.grid.rows),
        )


def _method(memo: Memo) -> Iterator[str]:
    method = memo.method
    yield from (f"- {escape(statement)}" for statement in method.statements)
    if method.flagged:
        yield from ("", "### Translations to check", "")
        yield from _table(
            ("Sentence", "English and original", "What failed"),
            (
                (
                    f"[{f.id}](#{f.id})" if memo.linked else f.id,
                    f"{escape(f.english)}<br>*{escape(f.dutch)}*",
                    escape("; ".join(f.reasons)),
                )
                for f in method.flagged
            ),
        )
    if method.skipped:
        yield from ("", "### Sources that were skipped", "")
        yield from (f"- {escape(file)}: {escape(reason)}" for file, reason in method.skipped)
    if method.duplicates:
        yield from ("", "### Sources with the same text", "")
        yield from (
            f"- {escape(file)} repeats {escape(first)} and was briefed once."
            for file, first in method.duplicates
        )
    yield from ("", "### Signature", "")
    if method.options:
        yield from (
            f"Summary: {escape('; '.join(f'{name}: {value}' for name, value in method.options))}.",
            "",
        )
    yield f"`{clean(method.signature).replace('`', '')}`"


def _assessment(_: Memo) -> Iterator[str]:
    yield from (f"{escape(ANALYST_NOTE)} [Yardsticks: PHIA and ICD 203](#yardsticks).", "")
    yield from _table(
        ("Field", "For the analyst"), ((name, f"*{prompt}*") for name, prompt in ANALYST_FIELDS)
    )


def _yardsticks() -> Iterator[str]:
    for title, words in YARDSTICKS:
        yield from (f"### {title}", "", *_table(("Words", "Likelihood"), words), "")
    yield escape(CONFIDENCE_NOTE)


def _annex(memo: Memo) -> Iterator[str]:
    for article in memo.annex:
        source = article.source
        yield from (
            f'<a id="article-{source.number}"></a>',
            "",
            f"### {source.number}\\. {escape(source.heading)}",
            "",
        )
        yield from (_about(source), "", *_rows(article), "")


def _about(source: Source) -> str:
    untranslated = "English original, not translated" if source.language == "en" else ""
    parts = (source.date, source.publisher, source.file, count(source.words, "word"), untranslated)
    return " · ".join(escape(part) for part in parts if part)


def _rows(article: AnnexArticle) -> Iterator[str]:
    language = LANGUAGES.get(article.source.language, article.source.language)
    return _table(("No.", language, "English"), (_row(row) for row in article.rows))


def _row(row: AnnexRow) -> tuple[str, str, str]:
    uses = "".join(f" [{use}](#{use})" for use in row.uses)
    marks = f" **check: {escape('; '.join(row.reasons))}**" if row.flags else ""
    marks += " *(reviewed)*" if row.reviewed else ""
    nl, en = (_dress(escape(text), row.kind) for text in (row.nl, row.en))
    return (
        f'<a id="{row.id}"></a>{row.id}{uses}',
        nl,
        "*as in the original*" if row.untranslated else en + marks,
    )


def _dress(text: str, kind: SentenceKind) -> str:
    mark = {SentenceKind.HEADING: "**", SentenceKind.CAPTION: "*"}.get(kind, "")
    return f"{mark}{text}{mark}" if text else ""


def _running(article: AnnexArticle) -> Iterator[str]:
    around = {SentenceKind.HEADING: ("## ", ""), SentenceKind.CAPTION: ("*", "*")}
    for rows in article.paragraphs:
        text = " ".join(escape(row.en) + (" **(check translation)**" if row.flags else "") for row in rows)
        before, after = around.get(rows[0].kind, ("", ""))
        yield from (f"{before}{text}{after}", "")


_SECTIONS = {
    "bottom-line": _bottom_line,
    "key-points": _key_points,
    "developments": _developments,
    "timeline": _timeline,
    "positions": _positions,
    "disagreements": _disagreements,
    "terms": _terms,
    "sources": _sources,
    "method": _method,
    "assessment": _assessment,
    "annex": _annex,
}
