"""The memo as one self-contained HTML page for review on screen: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.memo import SECTIONS, AnnexArticle, AnnexRow, Cited, Memo, wording
from briefing.render.about import About
from briefing.render.terms import Finder, Span
from briefing.render.text import clean

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from briefing.render.pictures import Picture


def render_memo(memo: Memo) -> bytes:
    """Return the memo as an HTML page; equal memos give equal bytes."""
    environment = _environment(memo.annex)
    page = environment.get_template("memo.html.j2")
    return page.render(
        memo=memo,
        sections=SECTIONS,
        wording=wording,
        marking=_css_string(memo.marking),
        pictures=_pictures(memo),
    ).encode()


def _pictures(memo: Memo) -> dict[str, Picture | None]:
    """Return the picture of each section that has one."""
    from briefing.render import pictures

    draw = {"timeline": pictures.timeline, "sources": pictures.coverage}
    return {name: draw[name](memo) if name in memo.sections else None for name in draw}


def render_translation(articles: Sequence[AnnexArticle], bilingual: bool, about: About) -> bytes:
    """Return the articles as an HTML page: side by side, or the English as text that shows the original on hover."""
    page = _environment(articles).get_template("translation.html.j2")
    return page.render(
        articles=articles,
        bilingual=bilingual,
        about=about,
        wording=wording,
        marking=_css_string(about.marking),
    ).encode()


def highlight(text: str, spans: Iterable[Span]) -> Markup:
    """Return `text` escaped, with its ranges `spans` (in order, apart from each other) marked as terms."""
    from markupsafe import Markup, escape

    pieces, at = Markup(), 0
    for start, end in spans:
        term = Markup('<mark class="term">{}</mark>').format(text[start:end])
        pieces += escape(text[at:start]) + term
        at = end
    return pieces + escape(text[at:])


def _environment(articles: Sequence[AnnexArticle]) -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    finder = Finder(use for article in articles for row in article.rows for use in row.terms)

    def dutch(row: AnnexRow) -> Markup:
        text = clean(row.nl)
        return highlight(text, finder.original(text, row.terms))

    def english(part: AnnexRow | Cited) -> Markup:
        text = clean(part.en if isinstance(part, AnnexRow) else part.english)
        return highlight(text, finder.english(text, part.terms))

    folder = files("briefing.render") / "pages"
    environment = Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    filters: dict[str, Callable[..., Any]] = {
        "dutch": dutch,
        "english": english,
        "language": lambda code: wording.LANGUAGES.get(code, code),
        "capital": lambda text: text[:1].upper() + text[1:],
        "count": wording.count,
    }
    environment.filters.update(filters)
    return environment


def _finalize(value: Any) -> Any:
    """Clean every plain text that is put in the page."""
    return clean(value) if type(value) is str else value


def _css_string(text: str) -> str:
    r"""Return `text` as a CSS string in which every character but letters and digits is an escape (`\2f `)."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in clean(text))
