"""Word documents: the only door to python-docx for writing."""

from briefing.render.word.document import render_memo, render_translation
from briefing.render.word.template import template

__all__ = ["render_memo", "render_translation", "template"]
