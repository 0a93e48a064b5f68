"""From the lines of printed pages to paragraphs: running heads off, wrapped lines joined, line-end hyphens mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.sources.layout import ends_closed


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: text, left and right edge and baseline in points from the page's lower left corner.

    `size` is the largest type size on it, `page` the number of its page from 0, `page_height` in points, `bold`
    whether all of it is set in bold.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    page_height: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text, the number of lines it was printed on, and whether its type stands out from the body's.

    `large`: it is larger; `bold`: it is bold.
    """

    text: str
    lines: int = 1
    large: bool = False
    bold: bool = False


# Running heads and page numbers stand in the outer eighth of a page; on a single page, where nothing is repeated,
# only small type in the outer half of that is taken for one.
_MARGIN = 0.125
_PAGE_NUMBER = re.compile(
    r"\W*(?:pagina|page|blz\.?|p\.)?\s*\d{1,4}(?:\s*(?:van|of|/|-)\s*\d{1,4})?\W*", re.IGNORECASE
)
_LARGE = 1.12  # times the body's type size
_WIDE_GAP = 1.3  # times the usual distance between two lines
_FITS = 1.25  # times the width of the next word: with more room than that, the writer ended the line
_SMALL = 0.85  # times the body's type size
_LIST_ITEM = re.compile(r"(?:[•▪■◦*–—-]|\d{1,2}[.)])\s")


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of `pages` in reading order.

    A paragraph ends at a change of type, at a gap, after a line that leaves room for the next word, before an indented
    line and before a list item; at the end of a page or column where the sentence is closed.
    """
    lines = [line for page in _without_running_heads(pages) for line in page]
    if not lines:
        return
    body = _body_size(lines)
    leading = _leading(lines, body)
    edges = _right_edges(lines)
    words = Counter(word for line in lines for word in re.findall(r"\w[\w-]*\w", line.text.lower()))
    group = [lines[0]]
    for above, line in pairwise(lines):
        if _breaks(above, line, leading * max(1.0, line.size / body), edges, first=len(group) == 1):
            yield _joined(group, body, words)
            group = []
        group.append(line)
    yield _joined(group, body, words)


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without what is repeated in the margin of half of them."""
    counts = Counter(key for page in pages for key in {_key(line) for line in page if _in_margin(line)})
    often = {key for key, count in counts.items() if count >= max(2, len(pages) // 2)}
    small = _SMALL * _body_size([line for page in pages for line in page])

    def stays(line: Line) -> bool:
        if not _in_margin(line):
            return True
        at_the_edge = len(pages) == 1 and line.size <= small and _in_margin(line, _MARGIN / 2)
        return not (at_the_edge or _key(line) in often or _PAGE_NUMBER.fullmatch(line.text))

    return [[line for line in page if stays(line)] for page in pages]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.lower())


def _in_margin(line: Line, margin: float = _MARGIN) -> bool:
    return not margin * line.page_height < line.baseline < (1 - margin) * line.page_height


def _body_size(lines: Sequence[Line]) -> float:
    """Return the type size in which most letters are set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return max(letters.most_common(1)[0][0], 1.0) if letters else 1.0


def _leading(lines: Sequence[Line], body: float) -> float:
    """Return the usual distance from one baseline of body text to the next, in points."""
    distances = sorted(
        above.baseline - line.baseline
        for above, line in pairwise(lines)
        if abs(line.size - body) < 0.5 and 0.5 * body < above.baseline - line.baseline < 3 * body
    )
    # The lower half only: in text of short paragraphs half of all distances are those between paragraphs.
    return median(distances[: max(1, len(distances) // 2)]) if distances else 1.2 * body


def _right_edges(lines: Sequence[Line]) -> Mapping[tuple[int, int], float]:
    """Return how far right the lines reach that begin near each left edge, for each type size (whole points)."""
    edges: dict[tuple[int, int], float] = {}
    for left, size in {_column(line) for line in lines}:
        edges[left, size] = max(
            line.right for line in lines if abs(line.left - left) <= 25 and round(line.size) == size
        )
    return edges


def _column(line: Line) -> tuple[int, int]:
    return round(line.left), round(line.size)


def _breaks(
    above: Line, line: Line, leading: float, edges: Mapping[tuple[int, int], float], *, first: bool
) -> bool:
    """Tell whether a new paragraph begins with `line`; `first`: the line above began one."""
    if abs(line.size - above.size) > 0.08 * max(line.size, above.size):
        return True
    if _LIST_ITEM.match(line.text):
        return True
    goes_on = line.text[:1].islower() or re.search(r"\w-$", above.text) is not None
    if line.bold != above.bold and not goes_on:
        return True
    closed = ends_closed(above.text)
    distance = above.baseline - line.baseline
    if line.page != above.page or distance < -leading:  # the next page or column
        return closed or not goes_on
    if distance > _WIDE_GAP * leading:
        return True
    if goes_on and not closed:
        return False
    indented = line.left > above.left + 0.6 * line.size and not first
    # A line ends where the next word no longer fits; where it would have, the writer ended the line.
    word = len(line.text.split()[0]) + 1
    room = edges[_column(above)] - above.right
    return indented or room > _FITS * word * (above.right - above.left) / len(above.text)


def _joined(group: Sequence[Line], body: float, words: Mapping[str, int]) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text = _join(text, line.text, words)
    return Paragraph(
        text,
        len(group),
        large=min(line.size for line in group) > _LARGE * body,
        bold=all(line.bold for line in group),
    )


def _join(text: str, after: str, words: Mapping[str, int]) -> str:
    """Return `text` with the line `after` behind it; a hyphen that only broke a word goes."""
    last = text[text.rfind(" ") + 1 :]  # the text may be a long one
    broken = re.search(r"([\w-]*\w)-$", last)
    rest = re.match(r"\w[\w-]*", after)
    if broken is None:
        return f"{text} {after}"
    if rest is None or rest.group() in ("en", "of"):  # land- en zeemacht
        return f"{text} {after}"
    return text + after if _keeps_hyphen(broken.group(1), rest.group(), words) else text[:-1] + after


def _keeps_hyphen(before: str, after: str, words: Mapping[str, int]) -> bool:
    """Tell whether the hyphen between two halves of a word belongs to it, by the article's own use and by spelling.

    Dutch writes a hyphen after capitals and digits (`NAVO-top`), in chains (`staakt-het-vuren`), between clashing
    vowels (`zee-eend`) and before a capital.
    """
    whole, hyphenated = words.get((before + after).lower(), 0), words.get(f"{before}-{after}".lower(), 0)
    if whole != hyphenated:
        return hyphenated > whole
    return (
        not after[0].islower()
        or "-" in before
        or "-" in after
        or before[-1].isdigit()
        or (len(before) > 1 and before[-1].isupper())
        or (before[-1] + after[0]).lower()
        in ("aa", "ee", "oo", "uu", "ae", "ai", "au", "ei", "eu", "ie", "oe", "oi", "ou", "ui", "ii")
    )
