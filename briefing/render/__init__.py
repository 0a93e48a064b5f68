"""Renderers: a memo, or a set of translations, as the bytes of a file. One format a module, chosen by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from briefing.errors import UsageError
from briefing.memo import AnnexArticle, Memo, notice, side_by_side
from briefing.render.about import About
from briefing.translate.types import TranslatedArticle

# Format -> the module that writes it: `render_memo`, and `render_translation` where it has one.
FORMATS = {
    "docx": "briefing.render.word",
    "html": "briefing.render.html",
    "md": "briefing.render.markdown",
    "json": "briefing.render.json",
}


def render(memo: Memo, format: str) -> bytes:  # noqa: A002 - the contract's name
    """Return the memo as a file of `format`, a key of FORMATS; equal memos give equal bytes.

    Raises UsageError for another format, and SettingsError where the memo's template is no Word document.
    """
    write: Callable[[Memo], bytes] = _find(format, "render_memo")
    return write(memo)


def translation(
    articles: Sequence[TranslatedArticle],
    format: str,  # noqa: A002 - the contract's name
    bilingual: bool,
    about: About | None = None,
) -> bytes:
    """Return the articles' English as a file of `format` (docx, html or md), beside the original if `bilingual`.

    `about` holds title, signature, marking and the moment it was made; what is empty is derived.
    Raises UsageError for another format.
    """
    about = about or About()
    about = replace(
        about,
        title=about.title
        or ("Translation" if len(articles) != 1 else side_by_side(articles)[0].source.title),
        notice=about.notice or notice(articles, summarised=False),
    )
    write: Callable[[Sequence[AnnexArticle], bool, About], bytes] = _find(format, "render_translation")
    return write(side_by_side(articles), bilingual, about)


def check_template(template: Path) -> None:
    """Raise SettingsError where a memo cannot be made from the template, before any work is done for it."""
    from briefing.render.word.package import Package

    Package(template, "a4")


def _find(name: str, function: str) -> Callable[..., bytes]:
    found = getattr(import_module(FORMATS[name]), function, None) if name in FORMATS else None
    if found is None:
        raise UsageError(f"There is no format “{name}” here.", f"Formats are {', '.join(FORMATS)}.")
    write: Callable[..., bytes] = found
    return write


__all__ = ["FORMATS", "About", "render", "translation"]
