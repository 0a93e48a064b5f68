"""Numbers, months and weekdays must come through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.translate import spoken_clock

_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_DECADE = re.compile(r"\b(?:1[89]|20)(\d0)s\b")
_WORD = re.compile(r"[^\W\d_]+")

# Number words that are other words as well (acht: eight, considers) or that English says otherwise
# (beide, een paar, a couple, both, once): allowed in the English, never asked for.
_OPTIONAL = frozenset({"0", "1", "1.5", "2", "8", "11", "12", "100", "1000", "1000000", "1000000000"})

MONTHS = dict(
    zip(
        "januari februari maart april mei juni juli augustus september oktober november december".split(),
        "January February March April May June July August September October November December".split(),
        strict=True,
    )
)
WEEKDAYS = dict(
    zip(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
        strict=True,
    )
)


# Multipliers are compared on their own: "2,5 miljard" is "2.5 billion", and a billion too many is a scandal.
_MULTIPLIERS = {
    "nl": {
        "miljoen": 6,
        "miljoenen": 6,
        "mln": 6,
        "miljard": 9,
        "miljarden": 9,
        "mld": 9,
        "mrd": 9,
        "biljoen": 12,
    },
    "en": {"million": 6, "millions": 6, "mn": 6, "billion": 9, "billions": 9, "bn": 9, "trillion": 12},
}
_THOUSANDS = {  # the separator that groups digits by three; the other one marks decimals
    "nl": re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)"),
}
_ONE = re.compile(r"\b(?:one\b|an?(?= (?:m|b|tr)illion\b))", re.IGNORECASE)
# Amounts that are no figures, and currencies, each with what says it in English.
_AMOUNTS = tuple(
    (re.compile(dutch, re.IGNORECASE), re.compile(english, re.IGNORECASE))
    for dutch, english in (
        (r"\btientallen\b", r"\b(?:dozens?|tens|scores|decades)\b"),
        (r"\b(?:honderd|tien)?duizenden\b(?<!uit duizenden)", r"\bthousands?\b"),
        (r"\bhonderdduizenden\b|\bhonderden\b", r"\bhundreds?\b"),
        (r"\bhelft\b", r"\bhal[fv]|\b50\b|\bfifty\b|\btwi(?:ce|ns?)\b"),
        (r"\$|\bdollar\b", r"\$|\bdollars?\b|\bUSD\b"),
        (r"€|\beuro\b", r"€|\beuro|\bEUR\b|\bpenny\b"),
    )
)
_EXACT_MONTHS = frozenset({"maart", "mei", "juli"})  # other words begin like them: meisje, juliana
_CLOCK_NL = re.compile(
    r"\b(\d{1,2})[.:u](\d{2})(?=\s?u(?:ur|\.)?\b)|(?:(?<=\b[Oo]m )|(?<=\b[Vv]anaf )|(?<=\b[Oo]mstreeks ))(1[3-9]|2[0-3])(?= uur\b)"
)
_NAMED = {0: "midnight", 12: "noon", 24: "midnight"}

# A ton of money is a hundred thousand: `vier ton` is 400,000 euros, or four tonnes.
_TON = re.compile(r"\b([^\W\d_]+|\d+(?:,\d)?) ton\b", re.IGNORECASE)
_TONS = {"een": "1", "één": "1", "halve": "0.5", "anderhalve": "1.5"}


# `tot 250.000 man` is up to 250,000: not the end of a range, of a period, or of a day.
_LIMIT = re.compile(
    r"(?<![\d%])(?<!\d) tot (?:(?:wel|ongeveer|maximaal|maar liefst|zo'n|ruim) )?(\d[\d.]*)(?![\d-])(?! ?(?:uur|"
    + "|".join(MONTHS)
    + "))",
    re.IGNORECASE,
)
_UP_TO = r"(?:up to|into|high as|low as|many as|much as|to|until|till|by|through|maximum|most|than|reach\w*|total\w*|and|[-–])"

# What English says without the Dutch number.
_SAID_OTHERWISE = (
    (
        re.compile(r"\bvijf kwartier\b", re.IGNORECASE),
        re.compile(r"\b(?:an|one) hour and a quarter\b|\b75 minutes\b"),
    ),
    (re.compile(r"\bvijf voor twaalf\b", re.IGNORECASE), re.compile(r"\beleventh hour\b")),
    (re.compile(r"\b(?:eerste|tweede) (?=(?:kerst|paas|pinkster)dag\b)", re.IGNORECASE), re.compile("")),
)
# He celebrated; the fourth has a word of this kind before it.
_CELEBRATED = re.compile(
    r"(?<!\bde )(?<!\bhet )(?<!\been )(?<!\bzijn )(?<!\bhaar )(?<!\bhun )(?<!\bons )(?<!\bonze )(?<!\bals )(?<!\bten )"
    r"\bvierden?\b(?! keer| maal)",
    re.IGNORECASE,
)
_TENS = {
    w: str(10 * n)
    for n, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}

# Feasts of two days, and what English calls them.
_FEASTS = (
    (re.compile(r"\beerste (?:paas|pinkster)dag\b", re.IGNORECASE), "Sunday"),
    (re.compile(r"\b(?:paas|pinkster)dag\b", re.IGNORECASE), "Monday"),
)


def differ(dutch: str, english: str) -> bool:
    """Return whether a number, a month or a weekday vanished, changed or was invented."""
    rest = spoken_clock.without_same(dutch, english)
    if rest is None:
        return True
    dutch, english = _same_clock(*rest)
    return _multipliers(dutch, "nl") != _multipliers(english, "en") or (
        _figures_differ(dutch, english)
        or _days_differ(dutch, english)
        or _limit_lost(dutch, english)
        or _amount_lost(dutch, english)
    )


def _amount_lost(dutch: str, english: str) -> bool:
    """Return whether an amount that is no figure (*tientallen*, *de helft*) or a currency vanished."""
    return any(said.search(dutch) and not heard.search(english) for said, heard in _AMOUNTS)


def _limit_lost(dutch: str, english: str) -> bool:
    """Return whether a figure that was the most there is (`tot 250.000`) is what there is in the English."""
    plain = _plain(english, "en")
    for limit in _LIMIT.findall(_plain(dutch, "nl")):
        figure = limit.rstrip(".")
        stands = re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.]*\d)", plain)
        if stands and not re.fullmatch(r"(?:19|20)\d\d", figure):
            before = plain[: stands.start()]
            if not re.search(rf"\b{_UP_TO}(?: \S+){{0,4}} ?\S{{0,2}}$|[-–]$", before, re.IGNORECASE):
                return True
    return False


def _same_clock(dutch: str, english: str) -> tuple[str, str]:
    """Return both texts without the times of day that agree: 17.30 uur and 5.30 pm, 10.00 uur and 10am."""
    for found in reversed(list(_CLOCK_NL.finditer(dutch))):
        hour, minute = int(found[1] or found[3]), found[2] or "00"
        minutes = rf"[.:]?{minute}" if minute != "00" else r"(?:[.:]00)?"
        named = rf"|\b{_NAMED[hour]}\b" if minute == "00" and hour in _NAMED else ""
        said = re.search(rf"\b(?:0?{hour}|{(hour - 1) % 12 + 1}){minutes}(?![.,:]?\d){named}", english)
        if said:
            dutch = dutch[: found.start()] + dutch[found.end() :]
            english = english[: said.start()] + english[said.end() :]
    return dutch, english


def _multipliers(text: str, language: str) -> set[int]:
    powers = _MULTIPLIERS[language]
    return {powers[w] for w in (w.lower() for w in _WORD.findall(text)) if w in powers}


def _figures_differ(dutch: str, english: str) -> bool:
    for said, otherwise in _SAID_OTHERWISE:
        if said.search(dutch) and otherwise.search(english):
            dutch, english = said.sub("", dutch), otherwise.sub("", english)
    written = _figures(dutch, "nl")
    found = _figures(english, "en")
    spoken_nl, spoken_en = _spoken(dutch, "nl"), _spoken(english, "en")
    decades = Counter(_DECADE.findall(english)) + Counter(
        _TENS[w] for w in _WORD.findall(english.lower()) if w in _TENS
    )
    for count, amount in _tons(dutch):
        if spoken_en[amount] > 0:
            for figures, figure in (
                (written, count),
                (spoken_nl, count),
                (found, amount),
                (spoken_en, amount),
            ):
                figures[figure] = max(0, figures[figure] - 1)
    missing = written - found - spoken_en - decades
    missing += (spoken_nl - written) - found - spoken_en - decades
    if any(figure not in _OPTIONAL or figure in written for figure in missing):
        return True
    invented = found - written - spoken_nl
    return any(figure not in _OPTIONAL and figure[2:] not in spoken_nl + written for figure in invented)


def _tons(dutch: str) -> Iterator[tuple[str, str]]:
    """Yield the number of each `ton` in the text, and what it would be as money."""
    for word in _TON.findall(dutch):
        for count in [_TONS[word.lower()]] if word.lower() in _TONS else _spoken(word, "nl"):
            yield count, str(round(float(count) * 100_000))


def _figures(text: str, language: str) -> Counter[str]:
    """Return the numbers written in digits, in one form: 250.000 and 250,000 are both 250000, 2,5 is 2.5."""
    return Counter(_DIGITS.findall(_plain(text, language)))


def _plain(text: str, language: str) -> str:
    """Return the text with its figures as a computer writes them: no thousands mark, a decimal point."""
    thousands = _THOUSANDS[language]

    def plain(found: re.Match[str]) -> str:
        figure = found[0]
        if whole := thousands.match(figure):
            figure = re.sub(r"[.,]", "", whole[0]) + figure[whole.end() :]
        figure = re.sub(r"[,:]", ".", figure)
        return figure.rstrip("0").rstrip(".") if figure.count(".") == 1 else figure

    return _DIGITS.sub(plain, text)


def _spoken(text: str, language: str) -> Counter[str]:
    """Return all numbers of the text, words turned into digits."""
    from text_to_num import alpha2digit

    joined = _plain(text, language).replace("-", " ")  # five-metre-high
    if language == "nl":
        joined = _CELEBRATED.sub(",", joined)
    joined = _WORD.sub(lambda w: "," if w[0].lower() in _MULTIPLIERS[language] else w[0], joined)
    spoken = Counter(_DIGITS.findall(alpha2digit(joined, language)))
    if language == "en":  # text2num leaves a lone "one" alone
        spoken["1"] += len(_ONE.findall(text))
    return spoken


def _days_differ(dutch: str, english: str) -> bool:
    words_nl = [w.lower() for w in _WORD.findall(dutch)]
    words_en = set(_WORD.findall(english))
    feast = next((day for said, day in _FEASTS if said.search(dutch)), "")
    for day_nl, day_en in WEEKDAYS.items():
        said = any(w.startswith(day_nl) or w.endswith(day_nl) for w in words_nl)
        heard = any(w.startswith(day_en) for w in words_en)
        if said != heard and not (heard and day_en == feast):
            return True
    for month_nl, month_en in MONTHS.items():
        said = month_nl in words_nl or (
            month_nl not in _EXACT_MONTHS
            and any(w.startswith(month_nl) and not w.startswith("junior") for w in words_nl)
        )
        heard = month_en in words_en
        if said != heard and not (
            month_en in ("May", "March") and heard
        ):  # also a verb at a sentence's start
            return True
    return False
