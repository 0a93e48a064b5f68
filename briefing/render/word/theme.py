"""The theme of our template: what Word's galleries offer to whoever edits the memo."""

from __future__ import annotations

from briefing.render.word.styles import BODY_FONT, GREY, INK, PALE, TITLE_FONT

# The colours and fonts that Word's galleries offer to whoever edits the memo (ECMA-376 part 1, 20.1.6.9).
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_SOLID}</a:ln>'
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_THEME_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": INK,
    "lt2": PALE,
    "accent1": INK,
    "accent2": "8A5A00",
    "accent3": "3F6B4F",
    "accent4": "7A3B69",
    "accent5": "2E75B6",
    "accent6": GREY,
    "hlink": INK,
    "folHlink": "5B3A78",
}
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Briefing"><a:themeElements><a:clrScheme name="Briefing">'
    + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _THEME_COLORS.items())
    + '</a:clrScheme><a:fontScheme name="Briefing">'
    + "".join(
        f'<a:{name}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}Font>'
        for name, font in (("major", TITLE_FONT), ("minor", BODY_FONT))
    )
    + f'</a:fontScheme><a:fmtScheme name="Briefing"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    + f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
