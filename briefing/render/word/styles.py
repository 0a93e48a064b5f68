"""The styles of our template: one line each, in Word's own names where Word has one.

Sizes are in half-points, distances in twentieths of a point. The contrast of every colour on white is at least
4.5 to 1 (WCAG 2.2, 1.4.3), and nothing is said by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

INK = "1F3864"  # dark blue of headings and links, 11.6:1
GREY = "595959"  # small print, 7.0:1
RULE = "BFBFBF"  # thin rules of tables
PALE = "F2F5FA"  # ground of the bottom line and of header rows

# Calibri and Cambria come with Word on Windows and macOS; Carlito and Caladea have the same widths in LibreOffice.
BODY_FONT, BODY_SUBSTITUTE = "Calibri", "Carlito"
TITLE_FONT, TITLE_SUBSTITUTE = "Cambria", "Caladea"


@dataclass(frozen=True, slots=True)
class Style:
    """A style: `kind` is paragraph, character or table; `ppr` and `rpr` are WordprocessingML properties."""

    id: str
    name: str
    kind: str = "paragraph"
    based: str = ""
    next: str = ""
    ppr: str = ""
    rpr: str = ""
    rest: str = ""
    priority: int = 99
    quick: bool = True
    default: bool = False

    @property
    def xml(self) -> str:
        """The style element."""
        custom = "" if self.id in BUILT_IN else ' w:customStyle="1"'
        default = ' w:default="1"' if self.default else ""
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{self.based}"/>' if self.based else "")
            + (f'<w:next w:val="{self.next}"/>' if self.next else "")
            + f'<w:uiPriority w:val="{self.priority}"/>'
            + ("<w:qFormat/>" if self.quick else "")
            + (f"<w:pPr>{self.ppr}</w:pPr>" if self.ppr else "")
            + (f"<w:rPr>{self.rpr}</w:rPr>" if self.rpr else "")
            + f"{self.rest}</w:style>"
        )


BUILT_IN = frozenset(
    {
        "Normal",
        "DefaultParagraphFont",
        "TableNormal",
        "NoList",
        "Title",
        "Subtitle",
        "Heading1",
        "Heading2",
        "Heading3",
    }
    | {
        "BodyText",
        "ListNumber",
        "ListBullet",
        "Quote",
        "Caption",
        "TOCHeading",
        "TOC1",
        "TOC2",
        "Header",
        "Footer",
    }
    | {"Hyperlink", "PlaceholderText", "CommentText", "CommentReference", "BalloonText", "Strong", "Emphasis"}
)


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _tlp(name: str, color: str) -> Style:
    # Colours of the Traffic Light Protocol, version 2.0 (FIRST, August 2022): the label on black.
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
    return Style(
        f"MarkingTLP{name}", f"Marking TLP {name}", "character", rpr=f"{_color(color)}{shade}", quick=False
    )


_KEEP = "<w:keepNext/><w:keepLines/>"
_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_THIN = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
_FIRM = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
_CELLS = '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/><w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
_HEADER_ROW = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>'
    f"{_color(INK)}</w:rPr><w:tcPr><w:tcBorders><w:top {_FIRM}/><w:bottom {_FIRM}/></w:tcBorders>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr>'
)

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", priority=0, default=True),
    Style("DefaultParagraphFont", "Default Paragraph Font", "character", priority=1, quick=False, default=True),
    Style(
        "TableNormal", "Normal Table", "table", quick=False, default=True,
        rest='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    ),
    Style("NoList", "No List", "numbering", quick=False, default=True),
    Style("BodyText", "Body Text", based="Normal", ppr=_space(0, 100), priority=1),
    Style("Title", "Title", based="Normal", next="BodyText", priority=10,
          ppr=_KEEP + _space(0, 120, 228), rpr=_font(TITLE_FONT) + _BOLD + _color(INK) + _size(40)),
    Style("Subtitle", "Subtitle", based="Normal", next="BodyText", priority=11,
          ppr=_KEEP + _space(0, 120), rpr=_ITALIC + _color(GREY) + _size(20)),
    Style("Heading1", "heading 1", based="Normal", next="BodyText", priority=9,
          ppr=_KEEP + f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="{RULE}"/></w:pBdr>' + _space(240, 90) + '<w:outlineLvl w:val="0"/>',
          rpr=_font(TITLE_FONT) + _BOLD + _color(INK) + _size(28)),
    Style("Heading2", "heading 2", based="Normal", next="BodyText", priority=9,
          ppr=_KEEP + _space(180, 60) + '<w:outlineLvl w:val="1"/>', rpr=_BOLD + _color(INK) + _size(23)),
    Style("Heading3", "heading 3", based="Normal", next="BodyText", priority=9,
          ppr=_KEEP + _space(120, 40) + '<w:outlineLvl w:val="2"/>', rpr=_BOLD + _color("404040")),
    Style("ListNumber", "List Number", based="BodyText", priority=12,
          ppr='<w:numPr><w:numId w:val="1"/></w:numPr>' + _space(0, 56)),
    Style("ListBullet", "List Bullet", based="BodyText", priority=12,
          ppr='<w:numPr><w:numId w:val="2"/></w:numPr>' + _space(0, 70)),
    Style("ListLead", "List Lead", based="BodyText", next="ListBullet", ppr=_KEEP + _space(120, 50), rpr=_ITALIC + _color(GREY)),
    Style("Quote", "Quote", based="BodyText", priority=29, ppr='<w:ind w:left="284" w:right="284"/>', rpr=_ITALIC),
    Style("Caption", "caption", based="Normal", next="BodyText", priority=35,
          ppr="<w:keepNext/>" + _space(60, 60), rpr=_color(GREY) + _size(18)),
    Style("MemoFigure", "Memo Figure", based="Normal", next="Caption", ppr="<w:keepNext/>" + _space(120, 0), quick=False),
    Style("TOCHeading", "TOC Heading", based="Normal", next="BodyText", priority=39,
          ppr=_KEEP + _space(240, 60), rpr=_font(TITLE_FONT) + _BOLD + _color(INK) + _size(24)),
    Style("TOC1", "toc 1", based="Normal", next="Normal", priority=39, quick=False,
          ppr="<w:keepLines/>" + f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
          + '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>' + _space(200, 60), rpr=_size(19)),
    Style("TOC2", "toc 2", based="Normal", next="Normal", priority=39, quick=False,
          ppr='<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>' + _space(0, 20) + '<w:ind w:left="284"/>'),
    Style("Header", "header", based="Normal", quick=False,
          ppr='<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>' + _space(0, 0), rpr=_color(GREY) + _size(17)),
    Style("Footer", "footer", based="Normal", quick=False,
          ppr='<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>' + _space(0, 0), rpr=_color(GREY) + _size(17)),
    Style("Marking", "Marking", based="Normal", ppr=_space(0, 40) + '<w:jc w:val="center"/>', rpr=_BOLD + _size(24)),
    Style("MarkingTLP", "Marking TLP", based="Marking", ppr='<w:jc w:val="right"/>'),
    _tlp("Red", "FF2B2B"),
    _tlp("Amber", "FFC000"),
    _tlp("Green", "33FF00"),
    _tlp("Clear", "FFFFFF"),
    Style("MemoKind", "Memo Kind", based="Normal", next="Title",
          ppr=_KEEP + _space(0, 40), rpr=_BOLD + "<w:caps/>" + _color(GREY) + '<w:spacing w:val="30"/>' + _size(18)),
    Style("MemoLabel", "Memo Label", based="Normal", ppr=_space(0, 0), rpr=_BOLD + _color(INK)),
    Style("MemoField", "Memo Field", based="Normal", ppr=_space(0, 0)),
    Style("MemoNotice", "Memo Notice", based="Normal", ppr=_space(80, 0), rpr=_ITALIC + _color(GREY) + _size(19)),
    Style("BottomLine", "Bottom Line", based="BodyText",
          ppr="<w:keepLines/>" + f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{INK}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>' + _space(0, 0, 276) + '<w:ind w:left="198"/>',
          rpr=_size(23)),
    Style("TableText", "Table Text", based="Normal", ppr=_space(0, 0), rpr=_size(20)),
    Style("TableHead", "Table Head", based="TableText", ppr="<w:keepNext/>", rpr=_BOLD + _color(INK)),
    Style("TableLabel", "Table Label", based="TableText", rpr=_BOLD + _color(INK)),
    Style("TableNumber", "Table Number", based="TableText", ppr='<w:jc w:val="right"/>'),
    Style("TableHeadNumber", "Table Head Number", based="TableHead", ppr='<w:jc w:val="right"/>'),
    Style("TableCount", "Table Count", based="TableText", ppr='<w:jc w:val="center"/>', rpr=_size(18)),
    Style("TableNote", "Table Note", based="TableText", rpr=_color(GREY) + _size(17)),
    Style("TableEnd", "Table End", based="Normal", ppr='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', quick=False),
    Style("AnnexText", "Annex Text", based="Normal", ppr=_space(0, 0, 252), rpr=_size(19)),
    Style("AnnexHeading", "Annex Heading", based="AnnexText", ppr="<w:keepNext/>", rpr=_BOLD),
    Style("AnnexCaption", "Annex Caption", based="AnnexText", rpr=_ITALIC + _color(GREY)),
    Style("AnnexId", "Annex Id", based="AnnexText", rpr=_color(GREY) + _size(16)),
    Style("SmallPrint", "Small Print", based="BodyText", rpr=_color(GREY) + _size(17)),
    Style("Hyperlink", "Hyperlink", "character", rpr=_color(INK) + '<w:u w:val="single"/>', quick=False),
    Style("Reference", "Memo Reference", "character", rpr=_color(INK) + _size(18)),
    Style("Remark", "Memo Remark", "character", rpr=_ITALIC + _color(GREY) + _size(18)),
    Style("TOCEntry", "Memo Contents", "character", rpr=_color(INK), quick=False),
    Style("Strong", "Strong", "character", rpr=_BOLD, priority=22),
    Style("Emphasis", "Emphasis", "character", rpr=_ITALIC, priority=20),
    Style("PlaceholderText", "Placeholder Text", "character", rpr=_color(GREY), quick=False),
    Style("CommentText", "annotation text", based="Normal", ppr=_space(0, 0), rpr=_size(20), quick=False),
    Style("CommentReference", "annotation reference", "character", rpr=_size(16), quick=False),
    Style("MemoBlock", "Memo Block", "table", based="TableNormal", quick=False,
          rest=f"<w:tblPr><w:tblBorders><w:top {_FIRM}/><w:bottom {_FIRM}/></w:tblBorders>{_CELLS.format(26, 0)}</w:tblPr>"),
    Style("MemoTable", "Memo Table", "table", based="TableNormal", quick=False,
          rest=f"<w:tblPr><w:tblBorders><w:top {_FIRM}/><w:bottom {_THIN}/><w:insideH {_THIN}/></w:tblBorders>{_CELLS.format(40, 85)}</w:tblPr>{_HEADER_ROW}"),
    Style("MemoAnnex", "Memo Annex", "table", based="MemoTable", quick=False,
          rest=f"<w:tblPr>{_CELLS.format(28, 85)}</w:tblPr>"),
)  # fmt: skip

DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{BODY_FONT}" w:hAnsi="{BODY_FONT}" w:eastAsia="{BODY_FONT}" w:cs="{BODY_FONT}"/>'
    f'{_size(21)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)


def by_id() -> dict[str, Style]:
    """Return the styles by their id."""
    return {style.id: style for style in STYLES}
