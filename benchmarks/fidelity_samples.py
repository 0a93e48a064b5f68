"""Dutch news sentences made from templates and a seed, with the facts that must come through.

The persons and places are put together from syllables, so that no model has seen them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

SEED = 20251126
COUNT = 500

# A slot names its kind; a digit behind it tells two of a kind apart.
TEMPLATES = (
    "{person} werd op {date} benoemd tot gezant in {place}.",
    "In {place} kwamen {number} mensen bijeen om naar {person} te luisteren.",
    "Het fonds van {place} keert dit jaar {amount} uit aan {number} gezinnen.",
    "De inflatie steeg in {month} naar {percent}, meldt het statistiekbureau.",
    "Volgens {person} kost de nieuwe kazerne bij {place} zeker {amount}.",
    "De trein naar {place} vertrok om {time} met {number} passagiers aan boord.",
    "Op {day} praten de ministers in {place} over de begroting van {amount}.",
    "Het leger verloor in {month} bij {place} {number} voertuigen en {number2} granaten.",
    "De rechtbank van {place} legde {person} een boete op van {amount}.",
    "{person}, de burgemeester van {place}, trad op {day} af.",
    "De steun voor het voorstel daalde van {percent} naar {percent2}.",
    "Het bedrijf boekte een winst van {amount}, {percent} meer dan een jaar eerder.",
    "Om {time} ging in {place} het luchtalarm af, en om {time2} was het voorbij.",
    "De ontmoeting tussen {person} en {person2} begint op {day} om {time}.",
    "Op {date} ondertekenden {person} en {person2} het verdrag van {place}.",
    "De grenspost bij {place} is sinds {date} gesloten voor vrachtverkeer.",
    "Een woordvoerder van {person} zei dat {number} reservisten naar {place} gaan.",
    "De brug bij {place} is {decimal} kilometer lang en kostte {amount}.",
    "Van de {number} stemmen gingen er {few} naar {person}.",
    "De werkloosheid in {place} bedraagt {percent}, tegen {percent2} in {month}.",
    "Onderzoeker {person} telde in {place} {number} schendingen van het bestand.",
    "De lening van {amount} moet vóór {date} zijn terugbetaald.",
    "In de haven van {place} ligt {number} ton graan te wachten op een schip.",
    "Minister {person} vloog op {day} om {time} terug naar {place}.",
    "Het parlement keurde op {date} een pakket van {amount} goed.",
    "De afstand tussen {place} en {place2} is {decimal} kilometer.",
    "Kolonel {person} gaf toe dat er in {place} geen {number} maar {number2} soldaten waren gelegerd.",
    "Sinds {month} zijn er {number} vluchtelingen in {place} aangekomen, zegt {person}.",
    "De zaak tegen {person} wordt op {date} om {time} in {place} hervat.",
    "De minister trekt {amount} uit voor {number} nieuwe woningen in {place}.",
    "Oud-rechter {person} leidt vanaf {date} het onderzoek naar de brand in {place}.",
    "De olieprijs daalde met {percent} nadat {person} de quota had verhoogd.",
    "Bij de aardbeving van {date} vielen in {place} {few} doden.",
    "{place} en {place2} krijgen samen {amount} uit het noodfonds.",
    "De partij van {person} haalde {percent} van de stemmen en komt uit op {few} zetels.",
    "Het rapport van {date} telt {few} bladzijden en noemt {person} nergens.",
)

MONTHS = {
    "januari": "January",
    "februari": "February",
    "maart": "March",
    "april": "April",
    "mei": "May",
    "juni": "June",
    "juli": "July",
    "augustus": "August",
    "september": "September",
    "oktober": "October",
    "november": "November",
    "december": "December",
}
WEEKDAYS = {
    "maandag": "Monday",
    "dinsdag": "Tuesday",
    "woensdag": "Wednesday",
    "donderdag": "Thursday",
    "vrijdag": "Friday",
    "zaterdag": "Saturday",
    "zondag": "Sunday",
}


@dataclass(frozen=True)
class Fact:
    """What must come through. `value` is the figure, `unit` € or $, `english` the words an English reader expects.

    A date has its day (or none) as value, month, year and weekday as words; a time the minutes since midnight.
    """

    kind: str
    dutch: str
    value: Decimal = Decimal(0)
    unit: str = ""
    english: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sample:
    """A sentence and the facts in it."""

    dutch: str
    facts: tuple[Fact, ...]


def samples(count: int = COUNT, seed: int = SEED) -> list[Sample]:
    """Return `count` different sentences, each template in its turn; the same ones for the same seed."""
    chance = random.Random(seed)
    made: dict[str, Sample] = {}
    while len(made) < count:
        sample = _fill(TEMPLATES[len(made) % len(TEMPLATES)], chance)
        made.setdefault(sample.dutch, sample)
    return list(made.values())


def _fill(template: str, chance: random.Random) -> Sample:
    slots = re.findall(r"\{(\w+?)(\d?)\}", template)
    while True:
        facts = {kind + n: MAKERS[kind](chance) for kind, n in slots}
        if len({fact.dutch for fact in facts.values()}) == len(facts):
            text = template.format(**{slot: fact.dutch for slot, fact in facts.items()})
            return Sample(text, tuple(facts.values()))


def _dutch(value: Decimal) -> str:
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def _number(chance: random.Random) -> Fact:
    value = Decimal(chance.randint(13, chance.choice((99, 999, 9_999, 999_999))))
    return Fact("number", _dutch(value), value)


def _few(chance: random.Random) -> Fact:
    value = Decimal(chance.randint(13, 999))
    return Fact("few", _dutch(value), value)


def _decimal(chance: random.Random) -> Fact:
    value = Decimal(chance.randint(13, chance.choice((999, 19_999))) * 10 + chance.randint(1, 9)) / 100
    return Fact("decimal", _dutch(value), value)


def _percent(chance: random.Random) -> Fact:
    value = Decimal(chance.randint(13, 990)) / chance.choice((10, 10, 1, 100))
    value = value if value < 100 else value / 10
    return Fact("percent", f"{_dutch(value)}{chance.choice((' procent', ' procent', '%'))}", value)


def _amount(chance: random.Random) -> Fact:
    word, scale = chance.choice((("", 1), (" miljoen", 10**6), (" miljoen", 10**6), (" miljard", 10**9)))
    if scale == 1:
        value = Decimal(chance.randint(25, 9_999) * 50)
    else:
        value = Decimal(chance.randint(21, 9_990)) / chance.choice((10, 100))
    unit = chance.choice("€€$")
    shape = chance.choice(("€ {}{}", "{}{} euro")) if unit == "€" else "{}{} dollar"
    return Fact("amount", shape.format(_dutch(value), word), value * scale, unit)


def _time(chance: random.Random) -> Fact:
    hour, minute = chance.randint(5, 22), chance.choice((0, 15, 30, 45, chance.randint(1, 59)))
    minute = minute or (30 if hour == 12 else 0)  # noon may be said in a word
    return Fact("time", f"{hour}.{minute:02} uur", Decimal(hour * 60 + minute))


def _any_day(chance: random.Random) -> tuple[date, str, str]:
    day = date(2018, 1, 1) + timedelta(days=chance.randrange(365 * 14))
    return day, list(MONTHS)[day.month - 1], list(WEEKDAYS)[day.weekday()]


def _date(chance: random.Random) -> Fact:
    day, month, _ = _any_day(chance)
    return Fact("date", f"{day.day} {month} {day.year}", Decimal(day.day), "", (MONTHS[month], str(day.year)))


def _day(chance: random.Random) -> Fact:
    day, month, weekday = _any_day(chance)
    english = (MONTHS[month], "", WEEKDAYS[weekday])
    return Fact("day", f"{weekday} {day.day} {month}", Decimal(day.day), "", english)


def _month(chance: random.Random) -> Fact:
    day, month, _ = _any_day(chance)
    return Fact("month", f"{month} {day.year}", english=(MONTHS[month], str(day.year)))


_FIRST = (
    "Jorv Sel Tams Iv Kar Ond Zden Alw Fjel Hes Ruv Wend Lub Mir",
    "in ira ek osa mar wyn ela isse ika orn",
)
_LAST = (
    "Bruk Vald Sker Tolm Orlen Harsk Drev Kvist Zwan Lachm Ylst Grav Szad Meij Tjor Plev",
    "emans istra okowicz evårdsen ojević ulescu enbaum esma elinck onides aņš auer",
)
_PLACE = (
    "Brunn Skar Oster Kolv Vistr Zeld Marn Jasz Tirg Hev Przed Dolm Wiek Karst Ulv Gramm",
    "holm enica ograd erveen ești upils emoor ajärvi ów endal enkirch evária esund ijk",
)


def _joined(parts: tuple[str, str], chance: random.Random) -> str:
    return "".join(chance.choice(part.split()) for part in parts)


def _person(chance: random.Random) -> Fact:
    particle = chance.choice(("", "", "", "", "", "van der ", "de ", "ten "))
    name = f"{_joined(_FIRST, chance)} {particle}{_joined(_LAST, chance)}"
    return Fact("person", name, english=(name,))


def _place(chance: random.Random) -> Fact:
    name = _joined(_PLACE, chance)
    return Fact("place", name, english=(name,))


MAKERS: dict[str, Callable[[random.Random], Fact]] = {
    "number": _number,
    "few": _few,
    "decimal": _decimal,
    "percent": _percent,
    "amount": _amount,
    "time": _time,
    "date": _date,
    "day": _day,
    "month": _month,
    "person": _person,
    "place": _place,
}
