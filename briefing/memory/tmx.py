"""TMX 1.4 (LISA 2005): the memory as other translation tools read and write it.

A unit of ours carries what TMX has no place for in `x-briefing` properties, so that a memory survives the way out
and back in to the letter. A unit of another tool is a person's work: it comes in as a correction.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing import __version__
from briefing.errors import MemoryFileError
from briefing.memory.types import Correction, Entry, Key, Record

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DETAILS = "x-briefing:details"  # JSON in ASCII
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b-\x1f\ufffe\uffff]"
)  # XML 1.0 has no way to write them (or folds them: CR)
_AGAIN = "Export it again as TMX 1.4 from the tool it comes from."
_CODES = {"bpt", "ept", "ph", "it", "ut"}  # elements whose content is mark-up of the original, not text


@dataclass(frozen=True, slots=True)
class TmxContents:
    """What a TMX file holds for us; `skipped` counts its units that lack Dutch or English."""

    corrections: tuple[Correction, ...]
    entries: tuple[tuple[Key, Entry], ...]
    skipped: int


def write_tmx(records: Iterable[Record]) -> bytes:
    """Return `records` as a TMX 1.4 document in UTF-8."""
    from lxml import etree

    written = BytesIO()
    header = {
        "creationtool": "briefing",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "briefing",
        "adminlang": "en",
        "srclang": "nl",
        "datatype": "plaintext",
    }
    with etree.xmlfile(written, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", version="1.4"):
            xml.write("\n")
            xml.write(etree.Element("header", header))
            xml.write("\n")
            with xml.element("body"):
                xml.write("\n")
                for record in records:
                    xml.write(_unit(record))
                    xml.write("\n")
    return written.getvalue() + b"\n"


def read_tmx(path: Path) -> TmxContents:
    """Return what the TMX file at `path` holds.

    Raises MemoryFileError, with the line, where it is not well-formed, declares entities, or is not TMX.
    """
    corrections: list[Correction] = []
    entries: list[tuple[Key, Entry]] = []
    skipped = 0
    for unit in _units(path):
        details = _details(unit)
        try:
            dutch, english = _segment(unit, "nl"), _segment(unit, "en")
        except RecursionError:
            raise MemoryFileError(f"{path} nests its markup too deep to be read.", _AGAIN) from None
        if dutch is None or english is None or not dutch.strip() or not english.strip():
            skipped += 1
        elif "key" in details and details.get("written") == _digest(dutch, english):
            entries.append(_machine(details, dutch, english, path))
        else:
            # A machine translation of ours that another tool changed is a person's work too.
            created = "" if "key" in details else str(details.get("created", ""))
            corrections.append(Correction(str(details.get("nl", dutch)), english, created))
    return TmxContents(tuple(corrections), tuple(entries), skipped)


def _unit(record: Record) -> Any:
    from lxml import etree

    unit = etree.Element("tu")
    texts = {"nl": record.nl, "english": record.english}
    details: dict[str, Any] = {"created": record.created}
    # A text that XML cannot hold to the letter stands in the details as well.
    details |= {name: text for name, text in texts.items() if _ILLEGAL.search(text)}
    if record.key is not None and record.entry is not None:
        details["key"] = [record.key.model, record.key.terms, record.key.options]
        details["written"] = _digest(_xml_text(record.nl), _xml_text(record.english))
        details["score"] = record.entry.score
        details["flags"] = record.entry.flags
        details["terms"] = record.entry.terms
    etree.SubElement(unit, "prop", type="x-briefing:status").text = (
        "reviewed" if record.reviewed else "machine"
    )
    etree.SubElement(unit, "prop", type=_DETAILS).text = json.dumps(details)
    for language, text in (("nl-NL", record.nl), ("en-GB", record.english)):
        variant = etree.SubElement(unit, "tuv", {_XML_LANG: language})
        etree.SubElement(variant, "seg").text = _xml_text(text)
    return unit


def _units(path: Path) -> Iterator[Any]:
    """Yield the `tu` elements, each emptied after use."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        with path.open("rb") as file:
            # A document type declaration is usual in TMX; entities in it are refused.
            root = None
            for event, element in iterparse(file, events=("start", "end"), forbid_dtd=False):
                if root is None:
                    root = element
                    if _tag(root) != "tmx":
                        raise MemoryFileError(
                            f"{path} is not a TMX file: its root element is {_tag(root)}.", _AGAIN
                        )
                if event == "end" and _tag(element) == "tu":
                    yield element
                    element.clear()
    except ParseError as broken:
        raise MemoryFileError(
            f"{path}, line {broken.position[0]}: not well-formed XML ({broken}).", _AGAIN
        ) from broken
    except DefusedXmlException as refused:
        raise MemoryFileError(f"{path} declares entities; such a file is not read.", _AGAIN) from refused
    except (LookupError, ValueError) as broken:
        raise MemoryFileError(f"{path} is in an encoding that cannot be read ({broken}).", _AGAIN) from broken
    except OSError as failure:
        raise MemoryFileError(f"{path} cannot be read: {failure.strerror}.") from failure


def _details(unit: Any) -> dict[str, Any]:
    for child in unit:
        if _tag(child) == "prop" and child.get("type") == _DETAILS:
            try:
                details = json.loads(child.text or "")
                json.dumps(
                    details, ensure_ascii=False
                ).encode()  # ValueError for half a letter, which no file can hold
            except (ValueError, RecursionError):
                return {}
            return details if isinstance(details, dict) else {}
    return {}


def _machine(details: dict[str, Any], dutch: str, english: str, path: Path) -> tuple[Key, Entry]:
    try:
        model, terms, options = map(str, details["key"])
        uses = tuple((str(d), str(e), str(status)) for d, e, status in details["terms"])
        score = None if details["score"] is None else float(details["score"])
        flags = tuple(map(str, details["flags"]))
    except (KeyError, TypeError, ValueError) as broken:
        raise MemoryFileError(
            f"{path} has a unit of briefing whose properties are broken: {dutch[:40]!r}.",
            "Take its x-briefing properties out, and it counts as a correction.",
        ) from broken
    nl, text = str(details.get("nl", dutch)), str(details.get("english", english))
    return Key(nl, model, terms, options), Entry(text, score, flags, uses, str(details.get("created", "")))


def _segment(unit: Any, language: str) -> str | None:
    """Return the text of the unit's first variant in `language`, whatever its region."""
    for variant in unit:
        code = variant.get(_XML_LANG) or variant.get("lang") or ""
        if _tag(variant) == "tuv" and re.split("[-_]", code.lower())[0] == language:
            for child in variant:
                if _tag(child) == "seg":
                    return _text(child)
    return None


def _xml_text(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _digest(dutch: str, english: str) -> str:
    """Return what tells whether a unit's texts are those that were written."""
    return hashlib.sha256(f"{dutch}\0{english}".encode()).hexdigest()[:16]


def _text(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if _tag(child) not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
