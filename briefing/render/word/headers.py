"""Headers and footers: whose they are, the marking in each, the title where they show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from briefing.render.text import clean, shorten
from briefing.render.word.ooxml import NAMESPACES, W, Xml, paragraph, run
from briefing.render.word.template import page_line

if TYPE_CHECKING:
    from docx.document import Document

Parse = Callable[[str], list[Any]]

REFERENCES = (f"{{{W}}}headerReference", f"{{{W}}}footerReference")
_BLANK = paragraph("Header")
_TLP = {"TLP:RED": "Red", "TLP:AMBER": "Amber", "TLP:GREEN": "Green", "TLP:CLEAR": "Clear"}


def complete(document: Document, section: Any, parse: Parse, width: int) -> None:
    """Give a template without a header or a footer ours, and an empty one to each kind of page it sets apart."""
    last = document.sections[-1]
    first, even = (
        section.find(f"{{{W}}}titlePg") is not None,
        document.settings.odd_and_even_pages_header_footer,
    )
    places = [
        (last.header, _BLANK, True),
        (last.footer, page_line(width), True),
        (last.first_page_header, _BLANK, first),
        (last.first_page_footer, _BLANK, first),
        (last.even_page_header, _BLANK, even),
        (last.even_page_footer, _BLANK, even),
    ]
    for place, content, wanted in places:
        if wanted and place.is_linked_to_previous:
            place.is_linked_to_previous = False
            root = place.part.element
            for element in list(root):
                root.remove(element)
            root.extend(parse(f"<w:hdr {NAMESPACES}>{content}</w:hdr>"))


def mark(document: Document, marking: str, title: str, parse: Parse, style_id: str) -> None:
    """Write `marking` in every header and footer, letter for letter in one run, and `title` where they show it.

    It stands in the paragraph of style Marking (`style_id` in this document) where there is one, else in a new
    one: first in a header, last in a footer.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    for link in document.part.rels.values():
        if link.reltype in kinds:
            _mark(link.target_part.element, marking, parse, style_id)
            _show_title(link.target_part.element, title)


def _mark(root: Any, marking: str, parse: Parse, style_id: str) -> None:
    places = [p for p in root.iter(f"{{{W}}}p") if _style(p).startswith(style_id)]
    if not marking:
        for place in places:
            if place.getparent() is root and len(root) > 1:
                root.remove(place)
            else:
                for child in [c for c in place if c.tag != f"{{{W}}}pPr"]:
                    place.remove(child)
        return
    tlp = _TLP.get(marking.strip().upper().split("+")[0])
    words: Xml = run(marking, f"MarkingTLP{tlp}" if tlp else "")
    fresh = parse(f"<w:hdr {NAMESPACES}>{paragraph('MarkingTLP' if tlp else 'Marking', words)}</w:hdr>")[0]
    if places:
        places[0].getparent().replace(places[0], fresh)
    elif root.tag == f"{{{W}}}hdr":
        root.insert(0, fresh)
    else:
        root.append(fresh)


def _style(element: Any) -> str:
    found = element.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return "" if found is None else str(found.get(f"{{{W}}}val"))


def _show_title(root: Any, title: str) -> None:
    """Put `title` in the cached result of the first TITLE field, which Word shows until it updates fields."""
    inside = False
    for element in root.iter(f"{{{W}}}instrText", f"{{{W}}}t"):
        if element.tag == f"{{{W}}}instrText":
            inside = (element.text or "").strip() == "TITLE"
        elif inside:
            element.text = shorten(clean(title), 90)
            inside = False
