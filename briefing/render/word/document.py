"""A memo, or a set of translations, as a Word file."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.memo import AnnexArticle, Memo
from briefing.render.about import About
from briefing.render.word import analyst, annex, evidence, findings, front
from briefing.render.word.ooxml import NOTHING, join, paragraph, run
from briefing.render.word.package import Package
from briefing.render.word.properties import Properties
from briefing.render.word.writer import Writer

_SECTIONS = {
    "bottom-line": front.bottom_line,
    "key-points": front.key_points,
    "developments": findings.developments,
    "timeline": findings.timeline,
    "positions": findings.positions,
    "disagreements": findings.disagreements,
    "terms": evidence.terms,
    "sources": evidence.sources,
    "method": evidence.method,
    "assessment": analyst.assessment,
    "annex": annex.annex,
}
_FIRST_PAGE = ("bottom-line", "key-points")  # the table of contents follows them


def render_memo(memo: Memo) -> bytes:
    """Return the memo as a .docx file; SettingsError where its template is no Word document."""
    package = Package(memo.template, memo.paper)
    writer = Writer(package.width, front.targets(memo))
    head = front.title_block(memo, writer)
    written = {name: _SECTIONS[name](memo, writer) for name in memo.sections}
    if "assessment" in memo.sections:
        written["yardsticks"] = analyst.yardsticks(writer)
    opening = join(head, *(written.pop(name, NOTHING) for name in _FIRST_PAGE))
    contents = front.contents(writer) if len(writer.headings) > 2 else NOTHING
    package.fill(join(opening, contents, *written.values()), writer.comments, memo.made, writer.pictures)
    package.mark(memo.marking, memo.title)
    return package.save(
        Properties(
            title=memo.title,
            subject=memo.subject,
            author=memo.sender or "Briefing",
            keywords=", ".join(memo.topics),
            description=memo.notice,
            made=memo.made,
            custom=(
                ("Marking", memo.marking),
                ("Period covered", memo.period),
                ("Signature", memo.method.signature),
                ("Translation", memo.notice),
            ),
        )
    )


def render_translation(articles: Sequence[AnnexArticle], bilingual: bool, about: About) -> bytes:
    """Return the articles as a .docx file: side by side, or the English alone as running text."""
    package = Package(about.template, about.paper)
    places = {row.id for article in articles for row in article.rows} if bilingual else set()
    writer = Writer(package.width, places)
    body = annex.bilingual if bilingual else annex.running
    package.fill(
        join(
            paragraph("MemoKind", run("Translation")),
            NOTHING if annex.heads_alone(articles, about.title) else paragraph("Title", run(about.title)),
            paragraph("MemoNotice", run(about.notice)),
            *(body(article, writer) for article in articles),
            paragraph("SmallPrint", run(about.signature)) if about.signature else NOTHING,
        ),
        writer.comments,
        about.made,
    )
    package.mark(about.marking, about.title)
    custom = (("Signature", about.signature),) if about.signature else ()
    return package.save(
        Properties(title=about.title, description=about.notice, made=about.made, custom=custom)
    )
