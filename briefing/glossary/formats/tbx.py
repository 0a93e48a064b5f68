"""TBX-Basic (ISO 30042): versions 2 (2008) and 3 (2019) in, in both styles of version 3; version 3, style DCA, out.

An entry of ours is a pair; a concept there holds the terms of several languages. Out, the renderings of one
Dutch term make one concept; in, every Dutch term of a concept is paired with every English one. Case, and
keep, have no data category in TBX-Basic: they stand in a note as `case: sensitive` and `status: keep`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from briefing.errors import GlossaryError
from briefing.glossary.csvfile import parse_row
from briefing.glossary.formats import Exported, marks
from briefing.glossary.table import MAX_BYTES
from briefing.glossary.types import PartOfSpeech, Term, TermStatus

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS_OUT = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.KEEP: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
_STATUS_IN = {
    "preferredterm": TermStatus.PREFERRED,
    "standardizedterm": TermStatus.PREFERRED,
    "regulatedterm": TermStatus.PREFERRED,
    "legalterm": TermStatus.PREFERRED,
    "admittedterm": TermStatus.ADMITTED,
    "supersededterm": TermStatus.FORBIDDEN,
    "deprecatedterm": TermStatus.FORBIDDEN,
}
_POS_OUT = {
    PartOfSpeech.NOUN: "noun",
    PartOfSpeech.VERB: "verb",
    PartOfSpeech.ADJECTIVE: "adjective",
    PartOfSpeech.ADVERB: "adverb",
    PartOfSpeech.NAME: "properNoun",
    PartOfSpeech.ABBREVIATION: "other",
    PartOfSpeech.PHRASE: "other",
}
_POS_IN = {
    "noun": "noun",
    "verb": "verb",
    "adjective": "adj",
    "adj": "adj",
    "adverb": "adv",
    "adv": "adv",
    "propernoun": "name",
    "name": "name",
    "abbr": "abbr",
    "phrase": "phrase",
}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML 1.0 character


def read(path: Path) -> list[Term]:
    """Return the Dutch-English pairs in order; GlossaryError where it is no TBX or not safe to read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GlossaryError(
                f"{path}: the file is larger than {MAX_BYTES // 2**20} MB.", "Is it a glossary?"
            )
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror}).") from None
    return parse(data, str(path))


def parse(data: bytes, name: str) -> list[Term]:
    """Return the pairs that a TBX document holds; `name` is the file to name in errors."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except ParseError as error:
        line = error.position[0]
        raise GlossaryError(f"{name}:{line}: this is not well-formed XML ({error}).") from None
    except DefusedXmlException:
        raise GlossaryError(
            f"{name}: the file declares entities, which a glossary has no need for.", "It was not read."
        ) from None
    except (ValueError, LookupError) as error:
        raise GlossaryError(f"{name}: the file cannot be read as XML ({error}).") from None
    if _tag(root) not in {"tbx", "martif"}:
        raise GlossaryError(
            f"{name}: this is XML, but no TBX (its root is <{_tag(root)}>).", "Export it as TBX-Basic."
        )
    terms = [
        term for number, entry in enumerate(_entries(root), start=1) for term in _pairs(entry, name, number)
    ]
    if not terms:
        raise GlossaryError(f"{name}: the file holds no pair of a Dutch and an English term.")
    return terms


def _tag(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _entries(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if _tag(element) in {"conceptEntry", "termEntry"})


def _pairs(entry: Any, name: str, number: int) -> Iterator[Term]:
    concept = _properties(entry, deep=False)
    dutch: list[tuple[str, dict[str, str]]] = []
    english: list[tuple[str, dict[str, str]]] = []
    for section in entry:
        if _tag(section) not in {"langSec", "langSet"}:
            continue
        language = (section.get(_LANG) or section.get("lang") or "").lower().replace("_", "-").split("-")[0]
        side = {"nl": dutch, "en": english}.get(language)
        if side is None:
            continue
        for group in section.iter():
            if _tag(group) in {"termSec", "tig", "ntig"}:
                words = [_content(part) for part in group.iter() if _tag(part) == "term"]
                if words and words[0]:
                    side.append((words[0], _properties(section, deep=False) | _properties(group, deep=True)))
    for source, of_source in dutch:
        for target, of_target in english:
            values = concept | of_source | of_target
            note, ours = marks.read(values.get("note", ""))
            status = _STATUS_IN.get(
                of_target.get("administrativestatus", "").lower().split("-")[0], TermStatus.PREFERRED
            )
            row = {
                "source": source,
                "target": target,
                "pos": ours.get("pos") or _POS_IN.get(values.get("partofspeech", "").lower(), ""),
                "case": ours.get("case", ""),
                "status": ours.get("status") or status.value,
                "domain": values.get("subjectfield", ""),
                "note": note.strip(),
            }
            yield parse_row(row, name, number)


def _content(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _properties(element: Any, *, deep: bool) -> dict[str, str]:
    """Return data categories by name: `<termNote type="partOfSpeech">` and `<min:partOfSpeech>` alike."""
    found: dict[str, str] = {}
    for child in element.iter() if deep else element:
        if child is element or _tag(child) in {"langSec", "langSet", "termSec", "tig", "ntig", "term"}:
            continue
        if not deep and _tag(child).endswith("Grp"):
            found |= _properties(child, deep=True)
            continue
        kind = child.get("type") or _tag(child)
        text = _content(child)
        if text and not kind.endswith("Grp"):
            found[str(kind).lower()] = text
    return found


def write(terms: Sequence[Term]) -> Exported:
    """Return a TBX-Basic document of version 3 in DCA style, UTF-8."""
    groups: dict[tuple[str, str, str], list[Term]] = {}
    for term in terms:
        groups.setdefault((term.source, term.pos or "", term.domain), []).append(term)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "  <tbxHeader><fileDesc><sourceDesc><p>Glossary of the program briefing.</p></sourceDesc></fileDesc></tbxHeader>",
        "  <text><body>",
    ]
    for number, ((source, _, domain), group) in enumerate(groups.items(), start=1):
        out.append(f'    <conceptEntry id="c{number}">')
        if domain:
            out.append(f'      <descrip type="subjectField">{_xml(domain)}</descrip>')
        out.append(
            f'      <langSec xml:lang="nl"><termSec><term>{_xml(source)}</term>{_pos(group[0])}</termSec></langSec>'
        )
        out.append('      <langSec xml:lang="en">')
        out += [f"        {_english(term)}" for term in group]
        out += ["      </langSec>", "    </conceptEntry>"]
    out += ["  </body></text>", "</tbx>", ""]
    return Exported("\n".join(out).encode(), (), len(terms))


def _english(term: Term) -> str:
    details = {}
    if term.case_sensitive:
        details["case"] = "sensitive"
    if term.status is TermStatus.KEEP:
        details["status"] = term.status.value
    if term.pos in {PartOfSpeech.ABBREVIATION, PartOfSpeech.PHRASE}:
        details["pos"] = term.pos.value
    note = marks.marked(term.note, details, term.status)
    return (
        f"<termSec><term>{_xml(term.target)}</term>{_pos(term)}"
        f'<termNote type="administrativeStatus">{_STATUS_OUT[term.status]}</termNote>'
        + (f"<note>{_xml(note.strip())}</note>" if note.strip() else "")
        + "</termSec>"
    )


def _pos(term: Term) -> str:
    return f'<termNote type="partOfSpeech">{_POS_OUT[term.pos]}</termNote>' if term.pos else ""


def _xml(text: str) -> str:
    return escape(_ILLEGAL.sub("", text))
