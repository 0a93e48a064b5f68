"""The only door to matplotlib: a sheet of paper in points, on which lines, marks and words are put.

matplotlib is imported when the first canvas is made, with the object interface and no display. It is kept from
looking for the fonts of the system, which takes seconds, starts programs and writes a list of them into the home
folder: it is handed a list of its own two. What it writes says neither when nor by which version it was made.
"""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from briefing.render.text import clean

INK, GREY, RULE, PAPER = "#1F3864", "#595959", "#BFBFBF", "#FFFFFF"
# Fill and hatching that stay apart in black and white: full, empty, and four that differ in direction.
FILLS = ((INK, ""), (PAPER, ""), (PAPER, "/////"), (PAPER, "....."), (PAPER, "xxxxx"), ("#A9BBDD", ""))

_FONT = "DejaVu Sans"
_FONT_LIST = (
    390  # the version of its list of fonts that matplotlib 3.10 reads; another version looks for itself
)
_RC = {
    "font.family": _FONT,
    "svg.fonttype": "none",
    "svg.hashsalt": "briefing",
    "hatch.linewidth": 0.7,
    "axes.unicode_minus": False,
}


def available() -> bool:
    """Return whether pictures can be drawn: matplotlib is there, and a folder for its settings."""
    return find_spec("matplotlib") is not None and _matplotlib() is not None


@lru_cache(1)
def _matplotlib() -> ModuleType | None:
    """Return matplotlib, imported so that it reads and writes nothing outside its own folder."""
    before = os.environ.get("MPLCONFIGDIR")
    try:
        with TemporaryDirectory(prefix="briefing-") as folder:
            Path(folder, f"fontlist-v{_FONT_LIST}.json").write_text(json.dumps(_fonts()), "ascii")
            os.environ["MPLCONFIGDIR"] = folder
            try:
                import matplotlib as mpl
                import matplotlib.figure  # reads the list of fonts
            finally:
                os.environ.pop("MPLCONFIGDIR")
                if before is not None:
                    os.environ["MPLCONFIGDIR"] = before
    except OSError:  # no place for temporary files
        return None
    return mpl


def _fonts() -> dict[str, Any]:
    """Return the list of fonts as matplotlib keeps it: the two that come with it."""
    entry = {"name": _FONT, "style": "normal", "variant": "normal", "stretch": "normal", "size": "scalable"}
    files = {"DejaVuSans.ttf": 400, "DejaVuSans-Bold.ttf": 700}
    return {
        "_version": _FONT_LIST,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": _FONT, "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": [
            {"fname": f"fonts/ttf/{file}", "weight": weight, **entry, "__class__": "FontEntry"}
            for file, weight in files.items()
        ],
        "__class__": "FontManager",
    }


@lru_cache(2)
def _font(*, bold: bool) -> Any:
    from matplotlib.font_manager import get_font

    mpl = _matplotlib()
    folder = Path(mpl.get_data_path()) if mpl else Path()
    return get_font(str(folder / "fonts" / "ttf" / f"DejaVuSans{'-Bold' * bold}.ttf"))


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `words` are in points, at `size` points."""
    font = _font(bold=bold)
    font.set_size(size, 72)
    font.set_text(words)
    return float(font.get_width_height()[0]) / 64


def fit(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return `words` in letters that the font has, cut at a word where they are wider than `width` points."""
    font = _font(bold=bold)
    words = " ".join("".join(c for c in clean(words) if font.get_char_index(ord(c))).split())
    if measure(words, size, bold=bold) <= width:
        return words
    parts = words.split(" ")

    def fitting(pieces: Sequence[str], joint: str) -> int:
        """Return how many of the pieces fit, one at the least; by halving, since a title may be of any length."""
        many = range(1, len(pieces) + 1)
        wide = partial(measure, size=size, bold=bold)
        return max(1, bisect_right(many, width, key=lambda n: wide(joint.join(pieces[:n]) + "…")))

    words = " ".join(parts[: fitting(parts, " ")]).rstrip(" ,;:.–-")
    return words[: fitting(words, "")] + "…"


class Canvas:
    """A white sheet, `width` by `height` points; the origin is its lower left corner."""

    def __init__(self, width: float, height: float) -> None:
        """Take a sheet; whether it can be printed `available` says."""
        self.width, self.height = width, height
        self._drawn: list[Callable[[Any], object]] = []

    def line(
        self, start: tuple[float, float], end: tuple[float, float], *, color: str = RULE, weight: float = 0.5,
        dashed: bool = False,
    ) -> None:  # fmt: skip
        """Draw a line."""
        (x0, y0), (x1, y1) = start, end
        style = (0, (3, 2)) if dashed else "-"
        self._drawn.append(
            lambda axes: axes.plot(
                [x0, x1], [y0, y1], color=color, linewidth=weight, linestyle=style, clip_on=False
            )
        )

    def box(
        self, corner: tuple[float, float], width: float, height: float, *, fill: str = INK, hatch: str = "",
        edge: bool = True,
    ) -> None:  # fmt: skip
        """Draw a box, with an edge of ink where it has one, from its lower left `corner`."""
        from matplotlib.patches import Rectangle

        color, weight = (INK, 0.7) if edge else ("none", 0)

        def draw(axes: Any) -> None:
            axes.add_patch(
                Rectangle(
                    corner, width, height, facecolor=fill, edgecolor=color, hatch=hatch, linewidth=weight, zorder=2, clip_on=False
                )
            )  # fmt: skip

        self._drawn.append(draw)

    def mark(self, place: tuple[float, float], size: float, *, square: bool, hollow: bool) -> None:
        """Draw a round or square mark, `size` points across."""
        x, y = place
        size = size * 0.89 if square else size  # equal to the eye
        look = {
            "marker": "s" if square else "o",
            "markersize": size,
            "markeredgewidth": 0.9,
            "markeredgecolor": INK,
            "clip_on": False,
        }
        fill = PAPER if hollow else INK
        self._drawn.append(lambda axes: axes.plot([x], [y], markerfacecolor=fill, zorder=3, **look))

    def words(
        self, place: tuple[float, float], words: str, *, size: float = 7.5, align: str = "left", color: str = "#1A1A1A",
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Write `words` on a line whose middle is `place`'s height; `align` is left, center or right.

        Centred words that would run over an edge of the sheet are moved inside.
        """
        x, y = place[0], place[1] - size * 0.36  # half the height of a figure
        if align == "center":
            half = measure(words, size, bold=bold) / 2
            x = max(half, min(x, self.width - half))
        look = {"fontsize": size, "color": color, "weight": "bold" if bold else "normal", "zorder": 4}
        self._drawn.append(
            lambda axes: axes.text(
                x, y, words, horizontalalignment=align, verticalalignment="baseline", parse_math=False, **look
            )
        )

    def png(self, dpi: int) -> bytes:
        """Return the sheet as PNG."""
        return self._print(BytesIO(), format="png", dpi=dpi, metadata={"Software": None}).getvalue()

    def svg(self, name: str) -> str:
        """Return the sheet as an SVG element without a size of its own; every id begins with `name`.

        Its words are text in the font of the page. It is hidden from screen readers: what holds it describes it.
        """
        about = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        return _inline(self._print(BytesIO(), format="svg", metadata=about).getvalue().decode(), name)

    def _print(self, file: BytesIO, **how: Any) -> BytesIO:
        mpl = _matplotlib()
        if mpl is None:
            raise RuntimeError("matplotlib is not available")
        # Its own defaults and ours, whatever a settings file of the user says.
        with mpl.rc_context({k: v for k, v in mpl.rcParamsDefault.items() if k != "backend"} | _RC):
            figure = mpl.figure.Figure(figsize=(self.width / 72, self.height / 72), facecolor=PAPER)
            axes = figure.add_axes((0, 0, 1, 1))
            axes.set_axis_off()
            axes.set_xlim(0, self.width)
            axes.set_ylim(0, self.height)
            for draw in self._drawn:
                draw(axes)
            figure.savefig(file, **how)
        return file


def _inline(svg: str, name: str) -> str:
    body = svg[svg.index("<svg") :]
    used = set(re.findall(r'(?:url\(#|xlink:href="#)([\w-]+)', body))
    body = re.sub(r' id="([\w-]+)"', lambda m: f' id="{name}-{m[1]}"' if m[1] in used else "", body)
    body = re.sub(r'(url\(#|xlink:href="#)', rf"\1{name}-", body)
    body = re.sub(r"font-family: [^;\"]*; ", "", body)
    body = re.sub(r' (?:width|height)="[\d.]+pt"', "", body, count=2)
    body = re.sub(r"<style[^>]*>.*?</style>", "", body, count=1, flags=re.DOTALL)
    body = body.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return re.sub(r"\n\s*", "\n", body).strip()
