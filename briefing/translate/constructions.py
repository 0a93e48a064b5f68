"""Small Dutch constructions that the model reads word by word, put plainly for it: *een kleine tweehonderd* is almost 200."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.match import verbs

_PARTS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien"
    "|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend"
)
_NUMBER = rf"(?!(?:een|één)\b)(?:\d[\d.]*(?:,\d+)?|(?:(?:{_PARTS})(?:en|ën)?)+)(?!\w)"
_LARGE = r"(?:miljoen|miljard)(?!\w)"
_TIME = r"(?:(?:half|kwart) )?(?:uur|halfuur|kwartier|jaar|week|maand|minuut|dag)(?!\w)"
_SEVERAL = {"dag": "dagen", "week": "weken", "maand": "maanden", "minuut": "minuten"}
_ORDINAL = {"een": "tweede", "één": "tweede", "twee": "derde", "drie": "vierde", "vier": "vijfde"}
_COUNTS = {"vijv": "vijf", "zess": "zes"}
_MANNERS = (
    "Vlaams|Hollands|Nederlands|Belgisch|Frans|Duits|Engels|Brits|Amerikaans|Italiaans|Spaans|Russisch|Chinees|Japans|Grieks"
    "|Turks|Deens|Zweeds|Noors|Pools|Brabants|Limburgs|Amsterdams|Rotterdams"
)
_Put = str | Callable[[re.Match[str]], str]
_WORDS = r"(?:[\w'’-]+(?:[.,]\d+)* )"


def _amount(short: str, long: str, put: str, one: str = "een ") -> tuple[tuple[str, _Put], ...]:
    """Return the rules for an adjective before an amount: `een dikke 300`, `een dikke miljoen`, `een dik uur`."""
    return (
        (rf"een {long} (?={_NUMBER})", f"{put} "),
        (rf"een {long} (?={_LARGE})", f"{put} {one}"),
        (rf"een (?:{short}|{long}) (?={_TIME})", f"{put} {one}"),
    )


_FINITE = ("third", "past", "pasts")


def _verb(
    old: str,
    new: str,
    pattern: str,
    put: str,
    slots: tuple[str, ...] = ("infinitive", "third", "past", "pasts"),
) -> tuple[str, _Put]:
    """Return a rule with a form of the infinitive `old` in its pattern, as `{v}`, and that form of `new` in what is put."""
    before, behind = verbs.paradigm(old), verbs.paradigm(new)
    forms = {before[slot]: behind[slot] for slot in slots}
    return (
        pattern.replace("{v}", rf"(?P<v>{'|'.join(sorted(forms, key=len, reverse=True))})\b"),
        lambda found: put.format(**found.groupdict() | {"v": forms[found["v"].lower()]}),
    )


_ESTIMATE = rf"(?:(?:ongeveer|zo'n|ruim|bijna|circa|hooguit|minstens|rond de|enkele) |['‘\"“]|{_NUMBER})"
_DECISION = (
    r"(?:(?:dat|die|het|de|zijn|haar|hun|een|deze|dit|eerdere|eerder) )(?:\w+ )?"
    r"(?:besluit|beslissing|plan|plannen|belofte|toezegging|voornemen|standpunt|afspraak|keuze|uitspraak)\b"
)
_LANGUAGE = (
    r"(?:(?:de|het|die|een|onze|hun) (?:\w+ )?\w*taal|talen|(?:het )?(?:Nederlands|Engels|Frans|Duits|Spaans|Arabisch|Russisch|Turks"
    r"|Oekraïens|Chinees|Pools|Portugees|Italiaans))\b"
)
_SERVICE = r"(?:zender|omroep|kanaal|website|webwinkel|\w*site|dienst|diensten|systeem|systemen|app|servers?|platform|portaal|netwerk)\b"
_EVENT = (
    r"(?:festival|feest|optocht|concert|vakantie|wedstrijd|plannen|plan|evenement|viering|tocht|bezoek|barbecue|carnaval|kermis|reis|dag"
    r"|tentoonstelling|voorstelling|uitje|bruiloft)"
)
_REMARK = r"(?:opmerking|uitspraak|uitlating|woorden|verwijt|tekst|term|leus|naam|titel|formulering)(?:en)?"
_FOR = r"(?:aan|voor|waaraan|waarvoor|ervoor|eraan|hieraan|daaraan|daarvoor|hiervoor)"
_EFFECT = r"(?:gevaar|dreiging|risico|werking|effect|signaal|invloed|aantrekkingskracht|kracht)"
_BELIEF = r"(?:zijn|haar|hun|je|mijn|onze) (?:\w+ )?(?:geaardheid|seksualiteit|mening|geloof|overtuiging|identiteit|afkomst)"
_USED = {"placht": "past", "plachten": "pasts"}
_ALIKE = r"(?:on(?!der|geveer|s\b|line)\w{4,}|\w{3,}(?:loos|zaam))\b"
_WHO = {"hun": "zij", "hen": "zij", "hem": "hij", "haar": "zij", "ons": "wij", "mij": "ik", "me": "ik"}


def _form(infinitive: str, slot: str) -> str:
    return verbs.paradigm(infinitive.lower())[slot]


def _want(order: str) -> Callable[[re.Match[str]], str]:
    """Return what puts `is het hun vooral om geld te doen` as `willen zij vooral geld`, in this order."""

    def put(found: re.Match[str]) -> str:
        own = found["who"].lower()
        who = _WHO.get(own, found["who"])
        several = own in {"hun", "hen", "ons"} or (" " in own and own.endswith(("en", "s")))
        want = ("wilde" if found["is"].lower() == "was" else "wil") + (
            "n" if found["is"].lower() == "was" else "len"
        ) * several
        return order.format(want=want, who=who, how=found["how"] or "", what=found["what"].rstrip())

    return put


_WHOM = r"(?P<who>hun|hen|hem|haar|ons|mij|me|(?:de|het) \w+)"
_HOW = r"(?:(?:vooral|alleen|niet|slechts|enkel|uitsluitend|puur|ook|louter) )*"
_WANT = rf"{_WHOM} (?P<how>{_HOW})om (?P<what>{_WORDS}{{1,6}}?)te doen(?!,? maar)"

# Written for sentences in which the model was seen to take the words one by one; what it knows is left to it.
_RULES: tuple[tuple[re.Pattern[str], _Put], ...] = tuple(
    (re.compile(rf"\b{pattern}", re.IGNORECASE), put)
    for pattern, put in (
        *_amount("klein", "kleine", "bijna"),
        *_amount("dik", "dikke", "ruim"),
        *_amount("ruim", "ruime", "ruim"),
        *_amount("slordig", "slordige", "ongeveer"),
        *_amount("krap", "krappe", "nog geen", ""),
        (rf"een man of ({_NUMBER})", r"ongeveer \1 mensen"),
        (rf"(?:om|rond) een uur of ({_NUMBER})", r"rond \1 uur"),
        (rf"(?<!tegen )(?<!vanaf )(?<!tot )een uur of ({_NUMBER})", r"ongeveer \1 uur"),
        (
            rf"een (dag|week|maand|minuut) of ({_NUMBER})",
            lambda found: f"ongeveer {found[2]} {_SEVERAL[found[1].lower()]}",
        ),
        (r"om het (?=(?:(?:half ?)?uur|kwartier)\b(?! (?:dat|van|waar)))", "elk "),
        (r"op (twee|drie|vier) na (?=\w+ste\b)", lambda found: f"{_ORDINAL[found[1].lower()]} "),
        (
            r"op (een|één|twee|drie|vier) na de (?=\w+ste\b)",
            lambda found: f"de {_ORDINAL[found[1].lower()]} ",
        ),
        (r"op (?:een|één) na laatste\b", "voorlaatste"),
        (r"nu eens\b(.{1,80}?)\bdan weer\b", r"soms\1soms"),
        (r"om het andere (?=weekend\b|jaar\b|uur\b)", "elk tweede "),
        (r"om de andere (?=dag\b|week\b|maand\b|zondag\b)", "elke tweede "),
        (rf"(er (?:waren|zijn|kwamen|stonden|vielen|liepen|hingen)) tegen de (?={_NUMBER})", r"\1 bijna "),
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
        _verb(
            "houden",
            "spreken",
            rf"{{v}} (?P<a>{_WORDS}{{0,4}})het (?P<b>{_WORDS}{{0,2}}?)op (?={_ESTIMATE})",
            r"{v} {a}{b}van ",
        ),
        _verb(
            "komen",
            "spelen",
            rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)uit voor (?-i:(?=(?:het \w+e )?[A-Z]))",
            r"{v} {a}voor ",
        ),
        _verb("houden", "spreken", rf"het op (?P<a>(?={_ESTIMATE}){_WORDS}{{1,4}}?){{v}}", r"van {a}{v}"),
        (rf"(?P<is>is|was) het {_WANT}\b", _want("{want} {who} {how}{what}")),
        (rf"het (?P<is>is|was) {_WANT}\b", _want("{who} {want} {how}{what}")),
        (rf"het {_WANT} (?P<is>is|was)\b", _want("{who} {how}{what} {want}")),
        _verb(
            "willen", "kunnen", rf"{{v}} (?P<a>{_WORDS}{{0,6}}?)nog (?:weleens|wel eens)\b", r"{v} {a}soms"
        ),
        _verb("willen", "kunnen", r"nog (?:weleens|wel eens) {v}", r"soms {v}", _FINITE),
        (r"zo te (?:zien|horen)\b(?! (?:is|was|zijn|waren)\b)", "kennelijk"),
        (rf"even (?={_ALIKE})", "net zo "),
        (
            r"met (?:z'n|zijn|ons|hun) (twee|drie|vier|vijv|zess|zeven|acht|negen|tien)[eë]n\b",
            lambda found: f"alle {_COUNTS.get(found[1].lower(), found[1].lower())} samen",
        ),
        _verb(
            "zijn",
            "hebben",
            rf"{{v}} (?!nog niet)(?P<a>{_WORDS}{{0,6}}?)toe aan\b",
            r"{v} {a}behoefte aan",
            _FINITE,
        ),
        (r"zijn ((?:hard|echt|dringend|nu|weer|dan) )*toe aan\b", r"hebben \1behoefte aan"),
        _verb("zijn", "hebben", r"(?<!er )(?<!aan )toe {v} aan\b", r"behoefte {v} aan"),
        _verb(
            "komen",
            "trekken",
            rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)op (?P<b>{_DECISION}) terug\b",
            r"{v} {a}{b} in",
        ),
        _verb(
            "komen", "trekken", rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)terug op (?P<b>{_DECISION})", r"{v} {a}{b} in"
        ),
        (
            rf"kwam(en)? daar ({_WORDS}{{0,6}}?)op terug\b",
            lambda found: f"zag{'en' if found[1] else ''} daar {found[2]}van af",
        ),
        _verb("zijn", "spreken", rf"{{v}} (?P<a>{_LANGUAGE} {_WORDS}{{0,4}}?)machtig\b", r"{v} {a}"),
        _verb("zijn", "spreken", rf"(?P<a>{_LANGUAGE} {_WORDS}{{0,4}}?)machtig {{v}}", r"{a}{v}"),
        (
            rf"((?:krijgt|krijgen|kreeg|kregen) {_WORDS}{{0,4}}?(?:de|het|een) (?:halve|hele|voltallige) \w+ )over zich heen\b",
            r"\1tegen zich",
        ),
        _verb("leggen", "verliezen", rf"{{v}} het (?P<a>{_WORDS}{{0,8}}?)af tegen\b", r"{v} {a}van"),
        _verb(
            "leggen",
            "verliezen",
            rf"het (?P<a>{_WORDS}{{0,5}}?)tegen (?P<b>{_WORDS}{{1,6}}?)(?:af){{v}}",
            r"{a}van {b}{v}",
        ),
        _verb("leggen", "verliezen", rf"het (?P<a>{_WORDS}{{0,5}}?)(?:af){{v}} tegen\b", r"{a}{v} van"),
        (
            rf"({_SERVICE} {_WORDS}{{0,6}}?(?:is|was|zijn|waren|weer|nog|niet|meer|langer|blijft) )in de lucht\b(?! (?:te )?(?:ge)?h[oi])",
            r"\1beschikbaar",
        ),
        (
            rf"((?:krijgt|krijgen|kreeg|kregen) {_WORDS}{{0,6}}?)de handen (niet )?op elkaar\b",
            lambda found: f"{found[1]}{'geen ' if found[2] else ''}steun",
        ),
        (
            r"de handen (niet )?op elkaar (?=(?:te )?(?:krijg|kreeg|gekreg))",
            lambda found: f"{'geen ' if found[1] else ''}steun ",
        ),
        (
            rf"((?:krijgt|krijgen|kreeg|kregen) {_WORDS}{{0,5}}begroting {_WORDS}{{0,3}}?)rond\b",
            r"\1sluitend",
        ),
        _verb("staan", "eisen", rf"{{v}} erop (?=(?:om )?{_WORDS}{{0,6}}?te \w+en\b)", r"{v} "),
        _verb(
            "komen",
            "lijken",
            rf"{{v}} (?!niet)(?P<a>{_WORDS}{{0,6}}?)over als (?=(?:een |te |erg |heel |zeer )?[\w'-]+(?: en [\w'-]+)?[.,;])",
            r"{v} {a}",
        ),
        _verb(
            "vallen",
            "gaan",
            rf"{{v}} (?P<a>{_WORDS}{{0,3}}?{_EVENT} {_WORDS}{{0,3}}?)in het water\b",
            r"{v} {a}niet door",
        ),
        _verb(
            "vallen",
            "gaan",
            rf"(?P<a>{_EVENT} (?:{_WORDS}{{1,4}})?){{v}} (?P<b>{_WORDS}{{0,3}}?)in het water\b",
            r"{a}{v} {b}niet door",
        ),
        _verb(
            "slaan",
            "gaan",
            rf"(?P<a>{_REMARK} ){{v}} (?!nergens)(?P<b>{_WORDS}{{0,4}}?)op\b",
            r"{a}{v} {b}over",
        ),
        _verb(
            "trekken",
            "werken",
            rf"{{v}} (?P<a>{_WORDS}{{0,5}}?)op met (?!\d|een snelheid|hoge)",
            r"{v} {a}samen met ",
        ),
        (r"met stip (?=op)", "duidelijk "),
        (r"met stip (?=naar|gestegen|binnen)", "snel "),
        _verb(
            "gaan",
            "zijn",
            rf"{{v}} (?:er )?van (?P<a>{_WORDS}{{1,7}}?)(?P<b>(?:(?:geen|een|weinig|veel|enig|grote|enorme|\w+end|\w+ende) )*{_EFFECT}) uit\b",
            r"{v} er door {a}{b}",
        ),
        _verb(
            "gaan",
            "zijn",
            rf"er van (?P<a>{_WORDS}{{1,7}}?)(?P<b>(?:(?:geen|een|weinig|veel|enig|grote|enorme|\w+end|\w+ende) )*{_EFFECT}) uit{{v}}",
            r"er door {a}{b} {v}",
        ),
        _verb(
            "houden",
            "gaan",
            rf"{{v}} het (?P<a>{_WORDS}{{0,2}}?)op (?=(?:een (?!gegeven|bepaald)|kortsluiting|zelfmoord|brandstichting|zelfdoding|moord))",
            r"{v} {a}uit van ",
        ),
        _verb(
            "zitten",
            "worstelen",
            rf"{{v}} (?P<a>{_WORDS}{{0,5}}?)met (?=de vraag|vragen|problemen|een probleem)",
            r"{v} {a}met ",
        ),
        _verb(
            "vallen",
            "maken",
            rf"{{v}} (?P<a>{_WORDS}{{0,2}}?)over (?=het woord|de term|de toon|de woordkeus|de titel|de formulering)",
            r"{v} {a}bezwaar tegen ",
        ),
        _verb(
            "zijn",
            "hebben",
            rf"{{v}} (?P<a>{_WORDS}{{0,3}}?)ingegaan op (?P<b>(?:het|de|een|dat|die|zijn|haar|hun) (?:\w+ )?(?:aanbod|voorstel|uitnodiging|bod))\b",
            r"{v} {a}{b} aanvaard",
        ),
        _verb(
            "komen",
            "spreken",
            rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)uit voor (?={_BELIEF})",
            r"{v} {a}openlijk over ",
        ),
        _verb(
            "komen",
            "spreken",
            rf"voor (?P<a>{_BELIEF}) uit (?P<b>(?:te )?){{v}}",
            r"openlijk over {a} {b}{v}",
        ),
        (
            rf"(placht|plachten) ((?:men|hij|zij|ze|ik|wij|we) )?({_WORDS}{{0,5}}?)te (\w+en)\b",
            lambda found: (
                f"{_form(found[4], _USED[found[1].lower()])} {found[2] or ''}gewoonlijk {found[3]}".rstrip()
            ),
        ),
        _verb(
            "leggen",
            "vragen",
            rf"{{v}} (?P<a>{_WORDS}{{0,5}}?)een (?P<b>te )?(?:groot|zwaar) beslag op\b",
            r"{v} {a}te veel van",
        ),
        _verb("blijven", "komen", r"achterwege {v}", r"niet {v}"),
        _verb("blijven", "komen", rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)achterwege\b", r"{v} {a}niet"),
        (r"achterwege gebleven\b", "niet gekomen"),
        (
            r"onder de streep\b(?= (?:gaan|gaat|houdt|hield|levert|blijft|bleef|is|was|betekent|kost|verdient|verliest))",
            "uiteindelijk",
        ),
        (r"uit hoofde van\b", "vanwege"),
        _verb(
            "nemen",
            "maken",
            rf"{{v}} (?P<a>{_WORDS}{{0,6}}?{_WORDS}{{0,2}}(?:doelpunt|goal|treffer)\w*) voor (?:zijn|haar|hun) rekening\b",
            r"{v} {a}",
        ),
        (r"stuk voor stuk\b", "allemaal"),
        (r"tussen de bedrijven door\b", "tussendoor"),
        (r"om niet (?=ter beschikking|beschikbaar|in gebruik|in bruikleen)", "gratis "),
        _verb(
            "dragen",
            "betalen",
            rf"{{v}} (?P<a>{_WORDS}{{0,12}}?(?:btw|belasting|belastingen|premies?|loonbelasting|accijns|huur)) af\b",
            r"{v} {a}",
        ),
        (
            rf"((?:krijgen|krijgt|kreeg|kregen) {_WORDS}{{0,5}}?\w*(?:leerlingen|scholieren|studenten|kinderen|personeel|werknemers|ambtenaren|medewerkers) (?:{_WORDS}{{1,3}})?)(?<!dag )(?<!dagen )(?<!week )vrij(?=[.,;:]|$)",
            r"\1een vrije dag",
        ),
        (
            rf"kan (?:dat )?({_WORDS}{{0,7}}?{_NUMBER} euro (?:per (?:jaar|maand) )?)schelen\b",
            r"kan daarmee \1besparen",
        ),
        (
            rf"((?:gestolen|vermiste?|weggelopen|verdwenen|ontsnapte?|zoekgeraakte?)\b.{{0,60}}? (?:is|zijn|was|waren) {_WORDS}{{0,5}}?)terecht(?=[:.,;]|$)",
            r"\1teruggevonden",
        ),
        _verb(
            "zijn",
            "geven",
            rf"(?P<a>{_FOR} {_WORDS}{{0,8}}?){{v}} (?P<b>{_WORDS}{{0,6}}?{_NUMBER} (?:miljoen |miljard )?euro )kwijt\b",
            r"{a}{v} {b}uit",
            _FINITE,
        ),
        _verb(
            "zijn",
            "geven",
            rf"{{v}} (?P<a>{_WORDS}{{0,6}}?{_NUMBER} (?:miljoen |miljard )?euro )kwijt (?=aan\b)",
            r"{v} {a}uit ",
            _FINITE,
        ),
        _verb(
            "zijn",
            "geven",
            rf"(?P<a>{_FOR} {_WORDS}{{0,12}}?)(?P<b>{_NUMBER} (?:miljoen |miljard )?euro )kwijt {{v}}",
            r"{a}{b}uit{v}",
        ),
        (rf"(achterstand\w* {_WORDS}{{0,6}}?)in te lopen\b", r"\1weg te werken"),
        (
            rf"(achterstand\w* {_WORDS}{{0,6}}?)in(?=(?:lopen|gelopen)\b)(?:lopen|(gelopen))",
            lambda found: f"{found[1]}weg{'gewerkt' if found[2] else 'werken'}",
        ),
        _verb(
            "lopen",
            "winnen",
            rf"{{v}} (?P<a>{_WORDS}{{0,6}}?(?:seconden?|minuten|minuut|punten|meter|tellen) )in op\b",
            r"{v} {a}op",
        ),
        _verb(
            "lopen",
            "duren",
            rf"{{v}} (?P<a>{_WORDS}{{0,4}}?(?:{_NUMBER}|een|een half|enkele|paar) (?:jaar|jaren|maand|maanden|week|weken|uur|uren|dagen)) uit\b",
            r"{v} {a} langer",
        ),
        _verb(
            "lopen",
            "duren",
            rf"(?P<a>(?:vergadering|zitting|overleg|debat|bijeenkomst|wedstrijd|onderhandelingen) (?!op ){_WORDS}{{0,3}}?)uit{{v}}",
            r"{a}langer {v}",
        ),
        _verb("gaan", "kloppen", rf"{{v}} (?P<a>{_WORDS}{{0,7}}?)niet op(?=[.,;:]|$)", r"{v} {a}niet"),
        _verb("gaan", "gelden", rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)niet op (?=voor\b)", r"{v} {a}niet "),
        _verb("gaan", "kloppen", r"niet op{v}", r"niet {v}", _FINITE),
        (r"om en om\b", "om de beurt"),
        (
            rf"(?P<is>is|was) het {_WHOM} (?P<how>{_HOW})te doen om\b(?P<what>)",
            _want("{want} {who} {how}"),
        ),
        (r"zon- en feestdag", "zondagen en feestdag"),
        (
            r"((?:laat|laten|liet|lieten) (?!we |wij )(?:(?!fout|mis|moord|zelfmoord)[\w'’-]+ ){1,7}?)begaan\b(?! (?:de|het|een)\b)",
            r"\1met rust",
        ),
        _verb("zijn", "hebben", rf"{{v}} van (?P<a>{_WORDS}{{1,6}}?)uitgegaan\b", r"{v} {a}verwacht"),
        (
            rf"(^{_WORDS}{{1,6}}?)(mag|mogen) dan ({_WORDS}{{0,8}}?\w+(?:en|n)), (?!(?:maar|wat|die|dat|aldus|zegt|zei|vindt)\b)",
            lambda found: f"{found[1]}{'kan' if found[2] == 'mag' else 'kunnen'} wel {found[3]}, maar ",
        ),
        _verb(
            "dreigen",
            "lopen",
            rf"{{v}} (?P<a>(?:(?:door|uit|vanwege|wegens) {_WORDS}{{1,6}})?)te worden (?=(?:ge|be|ver|ont|her|\w+ge)\w+[dtn]\b)",
            r"{v} het risico {a}te worden ",
        ),
        (
            (
                rf"((?:wil|willen|wilde|wilden|moet|kan|mag|zal) (?:(?:bovendien|ook|nu) )?)((?:de|een) \w+|hem|haar|hen|[A-Z][\w.]*) "
                rf"({_WORDS}{{0,5}}?{_NUMBER} (?:miljoen |miljard )?(?:euro|dollar)\b(?: \w+){{0,3}}? (?:afpakken|afnemen|ontnemen))\b"
            ),
            r"\1van \2 \3",
        ),
        _verb("tuinen", "laten", rf"{{v}} (?P<a>{_WORDS}{{0,4}}?)erin\b", r"{v} zich {a}misleiden"),
        (r"erin geluisd\b", "bedrogen"),
        _verb(
            "komen",
            "herstellen",
            r"er (?P<a>(?:(?:weer|wel|snel|helemaal|volledig|langzaam) )*)bovenop {v}",
            r"{a}{v}",
        ),
        _verb(
            "komen",
            "herstellen",
            r"{v} er (?P<a>(?:(?:weer|wel|snel|helemaal|volledig|langzaam) )*)bovenop\b",
            r"{v} {a}",
        ),
        (r"er ((?:weer|wel|helemaal|volledig|snel) )?bovenop gekomen\b", r"\1hersteld"),
        _verb(
            "gaan",
            "doen",
            rf"{{v}} er (?P<a>{_WORDS}{{0,3}}?)toe over(?= (?:als|wanneer|zodra|nadat|tenzij)\b)",
            r"{v} dat {a}",
        ),
        _verb("maken", "doen", rf"{{v}} er (?P<a>{_WORDS}{{0,3}}?)werk van\b", r"{v} er {a}iets aan"),
        _verb(
            "maken",
            "doen",
            rf"er (?P<a>{_WORDS}{{0,3}}?)werk van (?P<b>(?:te )?){{v}}",
            r"er {a}iets aan {b}{v}",
        ),
        _verb("schieten", "worden", rf"{{v}} (?P<a>{_WORDS}{{0,6}}?)erbij in\b", r"{v} {a}verwaarloosd"),
        _verb("schieten", "worden", r"erbij in{v}", r"verwaarloosd {v}", _FINITE),
        _verb(
            "moeten",
            "zijn",
            rf"{{v}} (?P<a>{_WORDS}{{0,3}}?)het (?P<b>(?:vooral |voornamelijk |toch |nu )?van (?!voren)(?:(?!ge\w+ hebben)[\w'’-]+ ){{1,4}}?)hebben\b",
            r"{v} {a}{b}afhankelijk",
        ),
    )
)
_GAPS = re.compile(r" +(?=[ .,;:?!])")
_DIED = re.compile(r"\bkwam(en)?\b((?:(?!\b(?:kwam|kwamen|en|maar|dat|die)\b)[^,.;:])*?) te overlijden\b")


def put_plainly(text: str) -> str:
    """Return Dutch `text` with these constructions in plainer words; a capital at the beginning stays."""
    put = _DIED.sub(lambda m: f"overle{'den' if m[1] else 'ed'}{m[2]}", text)
    for pattern, plain in _RULES:
        put = pattern.sub(plain, put)
    if put == text:
        return text
    put = _GAPS.sub("", put)
    return put[:1].upper() + put[1:] if text[:1].isupper() else put
