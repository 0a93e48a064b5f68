"""The memo as one self-contained HTML page for review on screen: no script, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.memo import SECTIONS, AnnexArticle, AnnexRow, Cited, Memo, wording
from briefing.render.about import About
from briefing.render.text import clean

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_INFLECTION = 4  # letters that Dutch and English add to a base form at most: -s, -en, -ing, -eren


def render_memo(memo: Memo) -> bytes:
    """Return the memo as an HTML page; equal memos give equal bytes."""
    environment = _environment()
    page = environment.get_template("memo.html.j2")
    return page.render(
        memo=memo, sections=SECTIONS, wording=wording, marking=_css_string(memo.marking)
    ).encode()


def render_translation(articles: Sequence[AnnexArticle], bilingual: bool, about: About) -> bytes:
    """Return the articles as an HTML page: side by side, or the English as text that shows the original on hover."""
    page = _environment().get_template("translation.html.j2")
    return page.render(
        articles=articles,
        bilingual=bilingual,
        about=about,
        wording=wording,
        marking=_css_string(about.marking),
    ).encode()


def highlight(text: str, forms: Iterable[str]) -> Markup:
    """Return `text` escaped, with the words of `forms` (base forms, inflected or not) marked as terms."""
    from markupsafe import Markup, escape

    wanted = sorted(
        {clean(form).strip() for form in forms if form.strip()}, key=lambda form: (-len(form), form)
    )
    if not wanted:
        return escape(clean(text))
    ends = "|".join(rf"{re.escape(form)}\w{{0,{_INFLECTION}}}" for form in wanted)
    pieces = re.split(rf"(?<!\w)({ends})(?!\w)", clean(text), flags=re.IGNORECASE)
    return Markup("").join(
        Markup('<mark class="term">{}</mark>').format(piece) if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )


def _terms(row: AnnexRow | Cited, language: str) -> tuple[str, ...]:
    return tuple(use.nl if language == "nl" else use.en for use in row.terms)


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

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
        "highlight": highlight,
        "terms": _terms,
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
