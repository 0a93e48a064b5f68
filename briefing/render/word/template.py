"""Our template, made from nothing: styles, numbering, fonts, header and footer. `briefing template` writes it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing.render.word.ooxml import NAMESPACES, Xml, field, paragraph, run, tab
from briefing.render.word.styles import (
    BODY_FONT,
    BODY_SUBSTITUTE,
    DEFAULTS,
    INK,
    STYLES,
    TITLE_FONT,
    TITLE_SUBSTITUTE,
)
from briefing.render.word.theme import THEME

# Width and height in twentieths of a point: ISO 216 A4, ANSI Letter. Margins leave a line of about 95 characters.
PAPER = {"a4": (11906, 16838), "letter": (12240, 15840)}
MARGIN = 1247  # left and right, 2.2 cm
_OPC = "http://schemas.openxmlformats.org/package/2006"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = datetime(2025, 1, 1, tzinfo=UTC)  # any fixed moment; a memo replaces it by its own

_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "header1": "header",
    "footer1": "footer",
}


_KIND = {"header1": "header", "footer1": "footer", "theme/theme1": "theme"}


def template(paper: str = "a4") -> bytes:
    """Return an empty Word document with our styles, header and footer, to write on or to change."""
    width, height = PAPER[paper]
    content = {
        "document": _document(width, height),
        "styles": f"<w:styles {NAMESPACES}>{DEFAULTS}{''.join(style.xml for style in STYLES)}</w:styles>",
        "settings": _settings(),
        "fontTable": _fonts(),
        "numbering": f"<w:numbering {NAMESPACES}>{_numbering()}</w:numbering>",
        "header1": f"<w:hdr {NAMESPACES}>{paragraph('Marking')}</w:hdr>",
        "theme/theme1": THEME,
        "footer1": f"<w:ftr {NAMESPACES}>{page_line(width - 2 * MARGIN)}{paragraph('Marking')}</w:ftr>",
    }
    parts = {f"word/{name}.xml": text for name, text in content.items()}
    parts["docProps/core.xml"] = _core()
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{_DOC}/extended-properties"><Application>Briefing</Application></Properties>'
    )
    parts["_rels/.rels"] = _relationships(
        ("document", f"{_DOC}/relationships/officeDocument", "word/document.xml"),
        ("core", f"{_OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("app", f"{_DOC}/relationships/extended-properties", "docProps/app.xml"),
    )
    parts["word/_rels/document.xml.rels"] = _relationships(
        *(
            (name.rpartition("/")[2], f"{_DOC}/relationships/{_KIND.get(name, name)}", f"{name}.xml")
            for name in content
            if name != "document"
        )
    )
    parts["[Content_Types].xml"] = _content_types()
    return archive({name: (_HEAD + text).encode() for name, text in parts.items()}, _MADE)


# What a zip can say.
_FIRST, _LAST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)


def archive(parts: dict[str, bytes], made: datetime) -> bytes:
    """Return a zip of `parts` that depends on nothing else: names in order, content types first, all made at `made`."""
    buffer = BytesIO()
    moment = min(max(made, _FIRST), _LAST).timetuple()[:6]
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(
            parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)
        ):
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # as Word writes it, on whatever system this runs
            package.writestr(entry, parts[name])
    return buffer.getvalue()


def _document(width: int, height: int) -> str:
    return (
        f"<w:document {NAMESPACES}><w:body>{paragraph('BodyText')}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="1361" w:right="{MARGIN}" w:bottom="1304" w:left="{MARGIN}" w:header="567" w:footer="510" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def page_line(width: int) -> Xml:
    """Return the footer's line: the document's title, and page x of y."""
    return paragraph(
        "Footer",
        field("TITLE", run("Briefing memo")),
        tab(),
        run("Page "),
        field("PAGE", run("1")),
        run(" of "),
        field("NUMPAGES", run("1")),
        properties=f'<w:tabs><w:tab w:val="clear" w:pos="9412"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>',
    )


def _settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _fonts() -> str:
    return (
        f"<w:fonts {NAMESPACES}>"
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{substitute}"/><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
            for name, substitute, family, panose in (
                (BODY_FONT, BODY_SUBSTITUTE, "swiss", "020F0502020204030204"),
                (TITLE_FONT, TITLE_SUBSTITUTE, "roman", "02040503050406030204"),
            )
        )
        + "</w:fonts>"
    )


def list_definition(abstract: int, number: int, form: str, mark: str, hanging: int) -> str:
    """Return an abstract list and its instance: the form of its numbers, their text, the indent."""
    return (
        f'<w:abstractNum w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{INK}"/></w:rPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    )


# Style -> form of its numbers, their text, indent in twentieths of a point. The first is numbering 1 of styles.py.
LISTS = {"ListNumber": ("decimal", "%1.", 397), "ListBullet": ("bullet", "•", 284)}


def _numbering() -> str:
    lists = [list_definition(n, n, *form) for n, form in enumerate(LISTS.values(), 1)]
    parts = [part.partition("<w:num ") for part in lists]
    return "".join(part[0] for part in parts) + "".join(part[1] + part[2] for part in parts)


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Briefing memo</dc:title><dc:creator>Briefing</dc:creator><dc:language>en-GB</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MADE:%Y-%m-%dT%H:%M:%SZ}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MADE:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified></cp:coreProperties>'
    )


def _relationships(*targets: tuple[str, str, str]) -> str:
    items = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in targets
    )
    return f'<Relationships xmlns="{_OPC}/relationships">{items}</Relationships>'


def _content_types() -> str:
    types = {name: f"{_TYPE}.{kind}" for name, kind in _PARTS.items()}
    types["theme/theme1"] = "application/vnd.openxmlformats-officedocument.theme"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}+xml"/>' for name, kind in types.items()
    )
    return (
        f'<Types xmlns="{_OPC}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )
