"""Amounts, times and ranks: *een kleine tweehonderd* is almost 200, *om het uur* every hour."""

from __future__ import annotations

from briefing.translate.constructions.rules import NUMBER, Rule
from briefing.translate.typography import folded

_LARGE = r"(?:miljoen|miljard)(?!\w)"
_TIME = r"(?:(?:half|kwart) )?(?:uur|halfuur|kwartier|jaar|week|maand|minuut|dag)(?!\w)"
_SEVERAL = {"dag": "dagen", "week": "weken", "maand": "maanden", "minuut": "minuten"}
_ORDINAL = {"een": "tweede", "één": "tweede", "twee": "derde", "drie": "vierde", "vier": "vijfde"}
_MANNERS = (
    "Vlaams|Hollands|Nederlands|Belgisch|Frans|Duits|Engels|Brits|Amerikaans|Italiaans|Spaans|Russisch|Chinees|Japans|Grieks"
    "|Turks|Deens|Zweeds|Noors|Pools|Brabants|Limburgs|Amsterdams|Rotterdams"
)


def _amount(short: str, long: str, put: str, one: str = "een ") -> tuple[Rule, ...]:
    """Return the rules for an adjective before an amount: `een dikke 300`, `een dikke miljoen`, `een dik uur`."""
    return (
        (rf"een {long} (?={NUMBER})", f"{put} "),
        (rf"een {long} (?={_LARGE})", f"{put} {one}"),
        (rf"een (?:{short}|{long}) (?={_TIME})", f"{put} {one}"),
    )


RULES: tuple[Rule, ...] = (
    *_amount("klein", "kleine", "bijna"),
    *_amount("dik", "dikke", "ruim"),
    *_amount("ruim", "ruime", "ruim"),
    *_amount("slordig", "slordige", "ongeveer"),
    *_amount("krap", "krappe", "nog geen", ""),
    (rf"een man of ({NUMBER})", r"ongeveer \1 mensen"),
    (rf"(?:om|rond) een uur of ({NUMBER})", r"rond \1 uur"),
    (rf"(?<!tegen )(?<!vanaf )(?<!tot )een uur of ({NUMBER})", r"ongeveer \1 uur"),
    (
        rf"een (dag|week|maand|minuut) of ({NUMBER})",
        lambda found: f"ongeveer {found[2]} {_SEVERAL[folded(found[1])]}",
    ),
    (r"om het (?=(?:(?:half ?)?uur|kwartier)\b(?! (?:dat|van|waar)))", "elk "),
    (r"op (twee|drie|vier) na (?=\w+ste\b)", lambda found: f"{_ORDINAL[folded(found[1])]} "),
    (
        r"op (een|één|twee|drie|vier) na de (?=\w+ste\b)",
        lambda found: f"de {_ORDINAL[folded(found[1])]} ",
    ),
    (r"op (?:een|één) na laatste\b", "voorlaatste"),
    (r"nu eens\b(.{1,80}?)\bdan weer\b", r"soms\1soms"),
    (r"om het andere (?=weekend\b|jaar\b|uur\b)", "elk tweede "),
    (r"om de andere (?=dag\b|week\b|maand\b|zondag\b)", "elke tweede "),
    (rf"(er (?:waren|zijn|kwamen|stonden|vielen|liepen|hingen)) tegen de (?={NUMBER})", r"\1 bijna "),
    (
        r"(jaar|uur|dagen|weken|maanden|minuten) aan (?:een|één) stuk\b(?: door\b)?",
        r"\1 onafgebroken",
    ),
    (
        r"(is|was|inmiddels|al) tegen de (?=(?:dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)[.,;])",
        r"\1 bijna ",
    ),
    (r"(als|indien|wanneer) de stemmen staken\b", r"\1 de stemmen gelijk zijn"),
    (r"(omdat|doordat|toen|nadat) de stemmen staakten\b", r"\1 de stemmen gelijk waren"),
    (rf"op (?:zijn|z'n) ({_MANNERS})\b", lambda found: f"op {found[1].replace('nees', 'nes')}e wijze"),
    (
        r"ten laatste(?= (?:op|in|tegen|om|begin|eind|half|\d|maandag|dinsdag|woensdag|donderdag|vrijdag))",
        "uiterlijk",
    ),
    (r"mocht(en)? niet baten\b", lambda found: f"had{'den' if found[1] else ''} geen succes"),
)
