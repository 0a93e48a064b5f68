"""Dutch abbreviations written out for the model, which has seldom seen them."""

from __future__ import annotations

import re

from briefing.translate.typography import folded

# What English writes out or has another abbreviation for; titles (dr., mr.) are left alone: they stand with names.
_WRITTEN_OUT = {
    "a.s.": "aanstaande",
    "bijv.": "bijvoorbeeld",
    "bv.": "bijvoorbeeld",
    "blz.": "bladzijde",
    "ca.": "circa",
    "d.m.v.": "door middel van",
    "d.w.z.": "dat wil zeggen",
    "e.a.": "en anderen",
    "e.d.": "en dergelijke",
    "enz.": "enzovoort",
    "excl.": "exclusief",
    "i.h.b.": "in het bijzonder",
    "i.p.v.": "in plaats van",
    "i.s.m.": "in samenwerking met",
    "i.v.m.": "in verband met",
    "incl.": "inclusief",
    "jl.": "jongstleden",
    "m.b.t.": "met betrekking tot",
    "m.i.v.": "met ingang van",
    "m.m.v.": "met medewerking van",
    "m.n.": "met name",
    "m.u.v.": "met uitzondering van",
    "mld": "miljard",
    "mld.": "miljard",
    "mln": "miljoen",
    "mln.": "miljoen",
    "mrd": "miljard",
    "mrd.": "miljard",
    "n.a.v.": "naar aanleiding van",
    "o.a.": "onder andere",
    "o.l.v.": "onder leiding van",
    "o.m.": "onder meer",
    "resp.": "respectievelijk",
    "t.a.v.": "ten aanzien van",
    "t.b.v.": "ten behoeve van",
    "t.g.v.": "ten gevolge van",
    "t.o.v.": "ten opzichte van",
    "t/m": "tot en met",
    "z.g.": "zogenoemde",
    "zgn.": "zogenoemde",
}
_MONTHS = {
    "jan": "januari", "feb": "februari", "febr": "februari", "mrt": "maart", "apr": "april", "jun": "juni", "jul": "juli",
    "aug": "augustus", "sep": "september", "sept": "september", "okt": "oktober", "nov": "november", "dec": "december",
}  # fmt: skip
_ANY = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(re.escape(a) for a in sorted(_WRITTEN_OUT, key=len, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<=\d )(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.(?=\s|$)")


def write_out(text: str) -> str:
    """Return `text` with its abbreviations written out; a full stop that also ends the sentence stays."""
    end = len(text.rstrip("\"'"))

    def words(found: re.Match[str]) -> str:
        if not found.group()[1:].islower():
            return found.group()  # initials (O.M. Bakker), a company (BV.)
        full = _WRITTEN_OUT[folded(found.group())]
        full = full[0].upper() + full[1:] if found.group()[0].isupper() else full
        return full + ("." if found.end() == end and found.group().endswith(".") else "")

    text = _ANY.sub(words, text)
    end = len(text.rstrip("\"'"))
    return _MONTH.sub(lambda m: _MONTHS[m[1]] + ("." if m.end() == end else ""), text)
