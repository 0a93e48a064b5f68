"""A picture before it is drawn: its words, and what draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.render.pictures.canvas import Canvas

DPI = 240  # sharp on paper, 30 kB a picture
WIDTH = 460.0  # points of an HTML page; text is set for this width


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of any width. `description` is its alternative text; `draw` returns it on a canvas so wide (points)."""

    name: str
    caption: str
    description: str
    draw: Callable[[float], Canvas]

    def png(self, width: float) -> tuple[bytes, float]:
        """Return the picture as PNG, `width` points wide, and its height in points."""
        canvas = self.draw(width)
        return canvas.png(DPI), canvas.height

    def svg(self) -> str:
        """Return the picture as an element to stand in an HTML page; its ids begin with its name."""
        return self.draw(WIDTH).svg(self.name)
