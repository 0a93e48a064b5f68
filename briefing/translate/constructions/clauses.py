"""Verbs and phrases that mean something else together: *het houden op*, *toe zijn aan*, *uitkomen voor*."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.match import verbs
from briefing.translate.constructions.rules import FINITE, NUMBER, WORDS, Rule, verb
from briefing.translate.typography import folded

_COUNTS = {"vijv": "vijf", "zess": "zes"}
_ESTIMATE = rf"(?:(?:ongeveer|zo'n|ruim|bijna|circa|hooguit|minstens|rond de|enkele) |['‘\"“]|{NUMBER})"
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
_EFFECT = (
    r"(?:(?:geen|een|weinig|veel|enig|grote|enorme|\w+ende?) )*"
    r"(?:gevaar|dreiging|risico|werking|effect|signaal|invloed|aantrekkingskracht|kracht)"
)
_GET = r"(?:krijgt|krijgen|kreeg|kregen)"
_WELL = r"(?:(?:weer|wel|snel|helemaal|volledig|langzaam) )*"
_BELIEF = r"(?:zijn|haar|hun|je|mijn|onze) (?:\w+ )?(?:geaardheid|seksualiteit|mening|geloof|overtuiging|identiteit|afkomst)"
_USED = {"placht": "past", "plachten": "pasts"}
_ALIKE = r"(?:on(?!der|geveer|s\b|line)\w{4,}|\w{3,}(?:loos|zaam))\b"
_WANTS = {"is": ("wil", "willen"), "was": ("wilde", "wilden")}
_WHO = {"hun": "zij", "hen": "zij", "hem": "hij", "haar": "zij", "ons": "wij", "mij": "ik", "me": "ik"}


def _form(infinitive: str, slot: str) -> str:
    return verbs.paradigm(infinitive.lower())[slot]


def _want(order: str) -> Callable[[re.Match[str]], str]:
    """Return what puts `is het hun vooral om geld te doen` as `willen zij vooral geld`, in this order."""

    def put(found: re.Match[str]) -> str:
        own = found["who"].lower()
        who = _WHO.get(own, found["who"])
        several = own in {"hun", "hen", "ons"} or (" " in own and own.endswith(("en", "s")))
        want = _WANTS[folded(found["is"])][several]
        return order.format(want=want, who=who, how=found["how"] or "", what=found["what"].rstrip())

    return put


_WHOM = r"(?P<who>hun|hen|hem|haar|ons|mij|me|(?:de|het) \w+)"
_HOW = r"(?:(?:vooral|alleen|niet|slechts|enkel|uitsluitend|puur|ook|louter) )*"
_WANT = rf"{_WHOM} (?P<how>{_HOW})om (?P<what>{WORDS}{{1,6}}?)te doen(?!,? maar)"

RULES: tuple[Rule, ...] = (
    verb(
        "houden",
        "spreken",
        rf"{{v}} (?P<a>{WORDS}{{0,4}})het (?P<b>{WORDS}{{0,2}}?)op (?={_ESTIMATE})",
        r"{v} {a}{b}van ",
    ),
    verb(
        "komen",
        "spelen",
        rf"{{v}} (?P<a>{WORDS}{{0,4}}?)uit voor (?-i:(?=(?:het \w+e )?[A-Z]))",
        r"{v} {a}voor ",
    ),
    verb("houden", "spreken", rf"het op (?P<a>(?={_ESTIMATE}){WORDS}{{1,4}}?){{v}}", r"van {a}{v}"),
    (rf"(?P<is>is|was) het {_WANT}\b", _want("{want} {who} {how}{what}")),
    (rf"het (?P<is>is|was) {_WANT}\b", _want("{who} {want} {how}{what}")),
    (rf"het {_WANT} (?P<is>is|was)\b", _want("{who} {how}{what} {want}")),
    verb("willen", "kunnen", rf"{{v}} (?P<a>{WORDS}{{0,6}}?)nog (?:weleens|wel eens)\b", r"{v} {a}soms"),
    verb("willen", "kunnen", r"nog (?:weleens|wel eens) {v}", r"soms {v}", FINITE),
    (r"zo te (?:zien|horen)\b(?! (?:is|was|zijn|waren)\b)", "kennelijk"),
    (r"^zo te (?:zien|horen)\b", "kennelijk"),
    (rf"even (?={_ALIKE})", "net zo "),
    (
        r"met (?:z'n|zijn|ons|hun) (twee|drie|vier|vijv|zess|zeven|acht|negen|tien)[eë]n\b",
        lambda found: f"alle {_COUNTS.get(folded(found[1]), folded(found[1]))} samen",
    ),
    verb(
        "zijn",
        "hebben",
        rf"{{v}} (?!nog niet)(?P<a>{WORDS}{{0,6}}?)toe aan\b",
        r"{v} {a}behoefte aan",
        FINITE,
    ),
    (r"zijn ((?:hard|echt|dringend|nu|weer|dan) )*toe aan\b", r"hebben \1behoefte aan"),
    verb("zijn", "hebben", r"(?<!er )(?<!aan )toe {v} aan\b", r"behoefte {v} aan"),
    verb(
        "komen",
        "trekken",
        rf"{{v}} (?P<a>{WORDS}{{0,4}}?)op (?P<b>{_DECISION}) terug\b",
        r"{v} {a}{b} in",
    ),
    verb("komen", "trekken", rf"{{v}} (?P<a>{WORDS}{{0,4}}?)terug op (?P<b>{_DECISION})", r"{v} {a}{b} in"),
    (
        rf"kwam(en)? daar ({WORDS}{{0,6}}?)op terug\b",
        lambda found: f"zag{'en' if found[1] else ''} daar {found[2]}van af",
    ),
    verb("zijn", "spreken", rf"{{v}} (?P<a>{_LANGUAGE} {WORDS}{{0,4}}?)machtig\b", r"{v} {a}"),
    verb("zijn", "spreken", rf"(?P<a>{_LANGUAGE} {WORDS}{{0,4}}?)machtig {{v}}", r"{a}{v}"),
    (
        rf"({_GET} {WORDS}{{0,4}}?(?:de|het|een) (?:halve|hele|voltallige) \w+ )over zich heen\b",
        r"\1tegen zich",
    ),
    verb("leggen", "verliezen", rf"{{v}} het (?P<a>{WORDS}{{0,8}}?)af tegen\b", r"{v} {a}van"),
    verb(
        "leggen",
        "verliezen",
        rf"het (?P<a>{WORDS}{{0,5}}?)tegen (?P<b>{WORDS}{{1,6}}?)af{{v}}",
        r"{a}van {b}{v}",
    ),
    verb("leggen", "verliezen", rf"het (?P<a>{WORDS}{{0,5}}?)af{{v}} tegen\b", r"{a}{v} van"),
    (
        rf"({_SERVICE} {WORDS}{{0,6}}?(?:is|was|zijn|waren|weer|nog|niet|meer|langer|blijft) )in de lucht\b(?! (?:te )?(?:ge)?h[oi])",
        r"\1beschikbaar",
    ),
    (
        rf"({_GET} {WORDS}{{0,6}}?)de handen (niet )?op elkaar\b",
        lambda found: f"{found[1]}{'geen ' if found[2] else ''}steun",
    ),
    (
        r"de handen (niet )?op elkaar (?=(?:te )?(?:krijg|kreeg|gekreg))",
        lambda found: f"{'geen ' if found[1] else ''}steun ",
    ),
    (
        rf"({_GET} {WORDS}{{0,5}}begroting {WORDS}{{0,3}}?)rond\b",
        r"\1sluitend",
    ),
    verb("staan", "eisen", rf"{{v}} erop (?=(?:om )?{WORDS}{{0,6}}?te \w+en\b)", r"{v} "),
    verb(
        "komen",
        "lijken",
        rf"{{v}} (?!niet)(?P<a>{WORDS}{{0,6}}?)over als (?=(?:een |te |erg |heel |zeer )?[\w'-]+(?: en [\w'-]+)?[.,;])",
        r"{v} {a}",
    ),
    verb(
        "vallen",
        "gaan",
        rf"{{v}} (?P<a>{WORDS}{{0,3}}?{_EVENT} {WORDS}{{0,3}}?)in het water\b",
        r"{v} {a}niet door",
    ),
    verb(
        "vallen",
        "gaan",
        rf"(?P<a>{_EVENT} (?:{WORDS}{{1,4}})?){{v}} (?P<b>{WORDS}{{0,3}}?)in het water\b",
        r"{a}{v} {b}niet door",
    ),
    verb(
        "slaan",
        "gaan",
        rf"(?P<a>{_REMARK} ){{v}} (?!nergens)(?P<b>{WORDS}{{0,4}}?)op\b",
        r"{a}{v} {b}over",
    ),
    verb(
        "trekken",
        "werken",
        rf"{{v}} (?P<a>{WORDS}{{0,5}}?)op met (?!\d|een snelheid|hoge)",
        r"{v} {a}samen met ",
    ),
    (r"met stip (?=op)", "duidelijk "),
    (r"met stip (?=naar|gestegen|binnen)", "snel "),
    verb(
        "gaan", "zijn", rf"er {{v}} van (?P<a>{WORDS}{{1,7}}?)(?P<b>{_EFFECT}) uit\b", r"er {v} door {a}{b}"
    ),
    verb(
        "gaan",
        "zijn",
        rf"{{v}} (?:er )?van (?P<a>{WORDS}{{1,7}}?)(?P<b>{_EFFECT}) uit\b",
        r"{v} er door {a}{b}",
    ),
    verb("gaan", "zijn", rf"er van (?P<a>{WORDS}{{1,7}}?)(?P<b>{_EFFECT}) uit{{v}}", r"er door {a}{b} {v}"),
    verb(
        "houden",
        "gaan",
        rf"{{v}} het (?P<a>{WORDS}{{0,2}}?)op (?=(?:een (?!gegeven|bepaald)|kortsluiting|zelfmoord|brandstichting|zelfdoding|moord))",
        r"{v} {a}uit van ",
    ),
    verb(
        "zitten",
        "worstelen",
        rf"{{v}} (?P<a>{WORDS}{{0,5}}?)met (?=de vraag|vragen|problemen|een probleem)",
        r"{v} {a}met ",
    ),
    verb(
        "vallen",
        "maken",
        rf"{{v}} (?P<a>{WORDS}{{0,2}}?)over (?=het woord|de term|de toon|de woordkeus|de titel|de formulering)",
        r"{v} {a}bezwaar tegen ",
    ),
    verb(
        "zijn",
        "hebben",
        rf"{{v}} (?P<a>{WORDS}{{0,3}}?)ingegaan op (?P<b>(?:het|de|een|dat|die|zijn|haar|hun) (?:\w+ )?(?:aanbod|voorstel|uitnodiging|bod))\b",
        r"{v} {a}{b} aanvaard",
    ),
    verb(
        "komen",
        "spreken",
        rf"{{v}} (?P<a>{WORDS}{{0,4}}?)uit voor (?={_BELIEF})",
        r"{v} {a}openlijk over ",
    ),
    verb(
        "komen",
        "spreken",
        rf"voor (?P<a>{_BELIEF}) uit (?P<b>(?:te )?){{v}}",
        r"openlijk over {a} {b}{v}",
    ),
    (
        rf"(placht|plachten) ((?:men|hij|zij|ze|ik|wij|we) )?({WORDS}{{0,5}}?)te (\w+en)\b",
        lambda found: (
            f"{_form(found[4], _USED[folded(found[1])])} {found[2] or ''}gewoonlijk {found[3]}".rstrip()
        ),
    ),
    verb(
        "leggen",
        "vragen",
        rf"{{v}} (?P<a>{WORDS}{{0,5}}?)een (?P<b>te )?(?:groot|zwaar) beslag op\b",
        r"{v} {a}te veel van",
    ),
    verb("blijven", "komen", r"achterwege {v}", r"niet {v}"),
    verb("blijven", "komen", rf"{{v}} (?P<a>{WORDS}{{0,4}}?)achterwege\b", r"{v} {a}niet"),
    (r"achterwege gebleven\b", "niet gekomen"),
    (
        r"onder de streep\b(?= (?:gaan|gaat|houdt|hield|levert|blijft|bleef|is|was|betekent|kost|verdient|verliest))",
        "uiteindelijk",
    ),
    (r"uit hoofde van\b", "vanwege"),
    verb(
        "nemen",
        "maken",
        rf"{{v}} (?P<a>{WORDS}{{0,6}}?{WORDS}{{0,2}}(?:doelpunt|goal|treffer)\w*) voor (?:zijn|haar|hun) rekening\b",
        r"{v} {a}",
    ),
    (r"stuk voor stuk\b", "allemaal"),
    (r"tussen de bedrijven door\b", "tussendoor"),
    (r"om niet (?=ter beschikking|beschikbaar|in gebruik|in bruikleen)", "gratis "),
    verb(
        "dragen",
        "betalen",
        rf"{{v}} (?P<a>{WORDS}{{0,12}}?(?:btw|belasting|belastingen|premies?|loonbelasting|accijns|huur)) af\b",
        r"{v} {a}",
    ),
    (
        rf"({_GET} {WORDS}{{0,5}}?\w*(?:leerlingen|scholieren|studenten|kinderen|personeel|werknemers|ambtenaren|medewerkers) (?:{WORDS}{{1,3}})?)(?<!dag )(?<!dagen )(?<!week )vrij(?=[.,;:]|$)",
        r"\1een vrije dag",
    ),
    (
        rf"kan (?:dat )?({WORDS}{{0,7}}?{NUMBER} euro (?:per (?:jaar|maand) )?)schelen\b",
        r"kan daarmee \1besparen",
    ),
    (
        rf"((?:gestolen|vermiste?|weggelopen|verdwenen|ontsnapte?|zoekgeraakte?)\b.{{0,60}}? (?:is|zijn|was|waren) {WORDS}{{0,5}}?)terecht(?=[:.,;]|$)",
        r"\1teruggevonden",
    ),
    verb(
        "zijn",
        "geven",
        rf"(?P<a>{_FOR} {WORDS}{{0,8}}?){{v}} (?P<b>{WORDS}{{0,6}}?{NUMBER} (?:miljoen |miljard )?euro )kwijt\b",
        r"{a}{v} {b}uit",
        FINITE,
    ),
    verb(
        "zijn",
        "geven",
        rf"{{v}} (?P<a>{WORDS}{{0,6}}?{NUMBER} (?:miljoen |miljard )?euro )kwijt (?=aan\b)",
        r"{v} {a}uit ",
        FINITE,
    ),
    verb(
        "zijn",
        "geven",
        rf"(?P<a>{_FOR} {WORDS}{{0,12}}?)(?P<b>{NUMBER} (?:miljoen |miljard )?euro )kwijt {{v}}",
        r"{a}{b}uit{v}",
    ),
    (rf"(achterstand\w* {WORDS}{{0,6}}?)in te lopen\b", r"\1weg te werken"),
    (
        rf"(achterstand\w* {WORDS}{{0,6}}?)in(?:lopen|(gelopen))\b",
        lambda found: f"{found[1]}weg{'gewerkt' if found[2] else 'werken'}",
    ),
    verb(
        "lopen",
        "winnen",
        rf"{{v}} (?P<a>{WORDS}{{0,6}}?(?:seconden?|minuten|minuut|punten|meter|tellen) )in op\b",
        r"{v} {a}op",
    ),
    verb(
        "lopen",
        "duren",
        rf"{{v}} (?P<a>{WORDS}{{0,4}}?(?:{NUMBER}|een|een half|enkele|paar) (?:jaar|jaren|maand|maanden|week|weken|uur|uren|dagen)) uit\b",
        r"{v} {a} langer",
    ),
    verb(
        "lopen",
        "duren",
        rf"(?P<a>(?:vergadering|zitting|overleg|debat|bijeenkomst|wedstrijd|onderhandelingen) (?!op ){WORDS}{{0,3}}?)uit{{v}}",
        r"{a}langer {v}",
    ),
    verb("gaan", "kloppen", rf"{{v}} (?P<a>{WORDS}{{0,7}}?)niet op(?=[.,;:]|$)", r"{v} {a}niet"),
    verb("gaan", "gelden", rf"{{v}} (?P<a>{WORDS}{{0,4}}?)niet op (?=voor\b)", r"{v} {a}niet "),
    verb("gaan", "kloppen", r"niet op{v}", r"niet {v}", FINITE),
    (r"om en om\b", "om de beurt"),
    (
        rf"(?P<is>is|was) het {_WHOM} (?P<how>{_HOW})te doen om\b(?P<what>)",
        _want("{want} {who} {how}"),
    ),
    (
        rf"het (?P<is>is|was) {_WHOM} (?P<how>{_HOW})te doen om\b(?P<what>)",
        _want("{who} {want} {how}"),
    ),
    (r"zon- en feestdag", "zondagen en feestdag"),
    (
        r"((?:laat|laten|liet|lieten) (?!we |wij )(?:(?!fout|mis|moord|zelfmoord)[\w'’-]+ ){1,7}?)begaan\b(?! (?:de|het|een)\b)",
        r"\1met rust",
    ),
    verb("zijn", "hebben", rf"{{v}} van (?P<a>{WORDS}{{1,6}}?)uitgegaan\b", r"{v} {a}verwacht"),
    (
        rf"(^{WORDS}{{1,6}}?)(mag|mogen) dan ({WORDS}{{0,8}}?\w+(?:en|n)), (?!(?:maar|wat|die|dat|aldus|zegt|zei|vindt)\b)",
        lambda found: f"{found[1]}{'kan' if found[2] == 'mag' else 'kunnen'} wel {found[3]}, maar ",
    ),
    verb(
        "dreigen",
        "lopen",
        rf"{{v}} (?P<a>(?:(?:door|uit|vanwege|wegens) {WORDS}{{1,6}})?)te worden (?=(?:ge|be|ver|ont|her|\w+ge)\w+[dtn]\b)",
        r"{v} het risico {a}te worden ",
    ),
    (
        (
            rf"((?:wil|willen|wilde|wilden|moet|kan|mag|zal) (?:(?:bovendien|ook|nu) )?)((?:de|een) \w+|hem|haar|hen|[A-Z][\w.]*) "
            rf"({WORDS}{{0,5}}?{NUMBER} (?:miljoen |miljard )?(?:euro|dollar)\b(?: \w+){{0,3}}? (?:afpakken|afnemen|ontnemen))\b"
        ),
        r"\1van \2 \3",
    ),
    verb("tuinen", "laten", rf"{{v}} (?P<a>{WORDS}{{0,4}}?)erin\b", r"{v} zich {a}misleiden"),
    (r"erin geluisd\b", "bedrogen"),
    verb(
        "komen",
        "herstellen",
        rf"er (?P<a>{_WELL})bovenop {{v}}",
        r"{a}{v}",
    ),
    verb(
        "komen",
        "herstellen",
        rf"{{v}} er (?P<a>{_WELL})bovenop\b",
        r"{v} {a}",
    ),
    (r"er ((?:weer|wel|helemaal|volledig|snel) )?bovenop gekomen\b", r"\1hersteld"),
    verb(
        "gaan",
        "doen",
        rf"{{v}} er (?P<a>{WORDS}{{0,3}}?)toe over(?= (?:als|wanneer|zodra|nadat|tenzij)\b)",
        r"{v} dat {a}",
    ),
    verb("maken", "doen", rf"{{v}} er (?P<a>{WORDS}{{0,3}}?)werk van\b", r"{v} er {a}iets aan"),
    verb(
        "maken",
        "doen",
        rf"er (?P<a>{WORDS}{{0,3}}?)werk van (?P<b>(?:te )?){{v}}",
        r"er {a}iets aan {b}{v}",
    ),
    verb("schieten", "worden", rf"{{v}} (?P<a>{WORDS}{{0,6}}?)erbij in\b", r"{v} {a}verwaarloosd"),
    verb("schieten", "worden", r"erbij in{v}", r"verwaarloosd {v}", FINITE),
    verb(
        "moeten",
        "zijn",
        rf"{{v}} (?P<a>{WORDS}{{0,3}}?)het (?P<b>(?:vooral |voornamelijk |toch |nu )?van (?!voren)(?:(?!ge\w+ hebben)[\w'’-]+ ){{1,4}}?)hebben\b",
        r"{v} {a}{b}afhankelijk",
    ),
)
