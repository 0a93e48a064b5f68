"""What our text needs of a template that is not ours: our styles under its ids, and lists that count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.render.word.ooxml import NAMESPACES, W
from briefing.render.word.styles import by_id
from briefing.render.word.template import LISTS, list_definition

if TYPE_CHECKING:
    from docx.document import Document


def w(name: str) -> str:
    """Return `name` in the namespace of WordprocessingML, as lxml writes it."""
    return f"{{{W}}}{name}"


def adopt(document: Document) -> dict[str, str]:
    """Return our style id -> the template's id of the style with that name; styles it lacks are added to it.

    Word translates ids (`Kop1`), never names. Lists whose style has no numbering of the template's get ours.
    """
    from docx.oxml.parser import parse_xml

    root = document.styles.element
    names = {
        (style.get(w("type")), style.find(w("name")).get(w("val"), "").lower()): style.get(w("styleId"), "")
        for style in root.iter(w("style"))
        if style.find(w("name")) is not None
    }
    taken = set(names.values())
    ids: dict[str, str] = {}
    missing = []
    for own in by_id().values():
        found = names.get((own.kind, own.name.lower()))
        if found is None:
            found = own.id if own.id not in taken else f"Briefing{own.id}"
            missing.append(own)
        ids[own.id] = found
    for own in missing:
        element = parse_xml(own.xml.replace("<w:style ", f"<w:style {NAMESPACES} ", 1))
        element.set(w("styleId"), ids[own.id])
        element.attrib.pop(w("default"), "")
        for name in ("basedOn", "next"):
            child = element.find(w(name))
            if child is not None:
                child.set(w("val"), ids[child.get(w("val"), "")])
        for properties in element.findall(w("pPr")):
            for numbered in properties.findall(w("numPr")):
                properties.remove(numbered)  # its number is one of our numbering, not of the template's
        root.append(element)
    _ensure_lists(document, ids)
    for name, link in list(document.part.rels.items()):
        if link.reltype.endswith("/stylesWithEffects"):  # Word 2010's copy of the styles, which now differs
            del document.part.rels[name]
    return ids


def _ensure_lists(document: Document, ids: dict[str, str]) -> None:
    from docx.oxml.parser import parse_xml

    styles: dict[str, Any] = {e.get(w("styleId"), ""): e for e in document.styles.element.iter(w("style"))}
    numbering = _numbering(document)
    for own, (form, mark, hanging) in LISTS.items():
        style = styles[ids[own]]
        if _is_numbered(style, styles, {num.get(w("numId")) for num in numbering.iter(w("num"))}):
            continue
        abstract = 1 + max(
            (int(e.get(w("abstractNumId"), "0")) for e in numbering.iter(w("abstractNum"))), default=0
        )
        number = 1 + max((int(e.get(w("numId"), "0")) for e in numbering.iter(w("num"))), default=0)
        definition, instance = parse_xml(
            f"<w:numbering {NAMESPACES}>{list_definition(abstract, number, form, mark, hanging)}</w:numbering>"
        )
        numbering.insert(sum(e.tag == w("abstractNum") for e in numbering), definition)
        numbering.append(instance)
        style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


def _is_numbered(style: Any, styles: dict[str, Any], known: set[str | None]) -> bool:
    """Return whether `style`, or one it is based on, has a numbering that exists."""
    seen: set[str] = set()
    while style is not None and style.get(w("styleId")) not in seen:
        seen.add(style.get(w("styleId")))
        number = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            return number.get(w("val")) in known
        base = style.find(w("basedOn"))
        style = None if base is None else styles.get(base.get(w("val")))
    return False


def _numbering(document: Document) -> Any:
    """Return the numbering of `document`, made where it has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.parser import parse_xml
    from docx.parts.numbering import NumberingPart

    main = document.part
    for link in main.rels.values():
        if link.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return link.target_part.element
    element = parse_xml(f"<w:numbering {NAMESPACES}/>")
    part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, main.package)
    main.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return element
