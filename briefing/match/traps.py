"""Occurrences that are another word or another sense: told by neighbours, part of speech and cue words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.glossary import PartOfSpeech, Term
from briefing.match import verbs
from briefing.match.patterns import verb_first
from briefing.match.tokens import Token
from briefing.match.wordlist import word_list

_DETERMINERS = frozenset(
    word_list(
        "de het een deze die dit dat alle beide geen elk elke ieder iedere welk welke zulk zulke enkele sommige veel vele"
    )
    + word_list(
        "meer meerdere weinig mijn jouw je zijn haar ons onze uw hun diens wiens der des twee drie vier vijf zes zeven acht"
    )
    + word_list(
        "negen tien elf twaalf 's z'n zo'n eerste tweede derde vierde laatste ander andere diverse talloze verschillende minder"
    )
)
_PREPOSITIONS = frozenset(
    word_list(
        "aan achter bij binnen boven buiten door in inzake langs met na naar namens naast om onder ondanks op over per"
    )
    + word_list(
        "sinds tegen tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor wegens zonder rond omtrent en of"
    )
)
SUBJECTS = frozenset(word_list("ik jij je hij zij ze wij we jullie u men wie iedereen niemand"))
_OBJECTS = frozenset(word_list("elkaar zich hem hen mij me ons jullie niet"))
MODALS = frozenset(
    word_list(
        "kan kunnen kon konden zal zullen zou zouden moet moeten moest moesten wil willen wilde wilden mag mogen mocht"
    )
    + word_list(
        "mochten laat laten liet lieten gaat gaan ging gingen blijft blijven durft durven hoeft hoeven helpt helpen"
    )
)
WINDOW = 12  # words on either side in which a cue counts: about one clause


@dataclass(frozen=True, slots=True)
class Trap:
    """When a base form is another sense: by the next words, the words before, or cue words in the window."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    bare: bool = False  # without a determiner, adjective or preposition before it, it is not the noun
    verbs: tuple[str, ...] = ()  # with one of these near it is no noun, but behind a determiner
    noun_near: tuple[
        str, ...
    ] = ()  # words near, or right behind it, that make a bare one the noun all the same
    noun_after: tuple[str, ...] = ()


_COMPUTER = word_list(
    "computer laptop pdf map server downloaden download gedownload upload uploaden geüpload opslaan opgeslagen excel word bijlage "
    "wissen gewist printen mailen gemaild harde schijf usb kopiëren gekopieerd openen geopend kb mb gb gigabyte megabyte "
    "map mappen backup versleuteld formaat bestandsnaam website app software csv zip scannen klikken virus printer"
)
_MUSIC = word_list(
    "gitaar piano muziek mineur majeur lied liedje noot noten componist orkest viool toets toetsen melodie akkoordenschema "
    "gitarist pianist snaren concert symfonie band zanger zangeres couplet refrein harmonie dissonant orgel muzikant album"
)
_CHURCH = word_list(
    "kerk dominee predikant god preek preken kerkenraad kerkdienst bijbel ouderling psalm gelovigen doop avondmaal zondag diaken "
    "geloof kerkgebouw domineese christus heer bidden gebed gereformeerde hervormde protestantse evangelische zegen apostel"
)
_MOUNTAIN = word_list(
    "berg bergen klimmen klim klimmer klimmers beklimmen beklom beklommen boom bomen heuvel heuvels gebergte alpen everest sneeuw "
    "mast toren hoogte wandelaars wandelaar bergbeklimmer alpinist alpinisten hijsen vulkaan himalaya kilimanjaro ijsberg wandeling"
)
_HOUSE = word_list(
    "hotel bed slapen slaapt sliep huur huurt student studenten woonkamer huis deur bank raam behang verdieping gordijnen"
)
_WEATHER = word_list("regen weer buien knmi weerman bewolking zon temperatuur graden warme koude wind onweer")
_SPORT = word_list(
    "voetbal trainer speler spelers wedstrijd doelpunt bal scheidsrechter club competitie elftal supporters keeper doel"
)

TRAPS: dict[str, Trap] = {
    "bestand": Trap(after=("tegen",), cues=_COMPUTER + word_list("visbestand wild haring kabeljauw vissen")),
    "top": Trap(
        after=word_list("10 tien 100 3 vijf drie"),
        before=word_list("tip aan"),
        cues=_MOUNTAIN + word_list("kleding jurk rok shirt hitlijst hitparade nummer zomerse taart"),
    ),
    "akkoord": Trap(
        after=word_list("gaan gaat ging gingen gegaan bevonden verklaard verklaarde"),
        before=word_list("gaan gaat ga ging gingen is zijn was waren ben niet onder beding accoord helemaal"),
        cues=_MUSIC,
        bare=True,
        verbs=word_list("ga gaat gaan ging gingen gegaan"),
        noun_near=word_list("bereiken bereikt bereikte bereikten sluiten sloot sloten gesloten sluit"),
        noun_after=word_list("over tussen"),
    ),
    "gemeente": Trap(cues=_CHURCH),
    "kamer": Trap(cues=_HOUSE),
    "kabinet": Trap(
        cues=word_list("antiek meubel kast laden eikenhout notenhout porselein museum meubelmaker lades hout")
    ),
    "fractie": Trap(
        after=("van",), before=("kleine", "een"), cues=word_list("seconde procent miljoenste prijs tel")
    ),
    "zetel": Trap(
        cues=word_list(
            "leren fauteuil zitten zat gezeten woonkamer salon kussens zithoek comfortabele bank armleuning"
        )
    ),
    "front": Trap(cues=_WEATHER),
    "raad": Trap(
        before=word_list("goede vroeg vraag vragen gaf geven geeft gegeven om ten wijze"),
        after=word_list("vragen gevraagd geven gegeven inwinnen ingewonnen weten weet wist"),
    ),
    "staat": Trap(
        before=word_list("in goede slechte er het dat die wat dit zoals daar hier hij zij ze"),
        after=word_list("op in vast stil klaar voor er onder bekend centraal te niet nog"),
        bare=True,
    ),
    "beweging": Trap(cues=word_list("dagelijks gezond lichaam sport arts minuten wandelen spieren")),
    "missie": Trap(
        cues=word_list("ruimte mars maan nasa astronaut astronauten raket bedrijf kerk zendeling bekering")
    ),
    "partij": Trap(
        cues=_MUSIC
        + word_list("schaken schaakbord schaker biljart tennis lading cocaïne container goederen dammen")
    ),
    "kern": Trap(after=("van",), cues=word_list("appel atoom perzik pit nucleaire cel aarde")),
    "spil": Trap(cues=_SPORT),
    "bank": Trap(cues=word_list("zitten zat park woonkamer kussens gezeten televisie tv")),
    "mijn": Trap(
        bare=True, after=word_list("eigen vader moeder vrouw man huis werk land mening vriend collega")
    ),
    "arm": Trap(cues=word_list("been hand pols gebroken schouder elleboog")),
    "zaak": Trap(cues=word_list("winkel café restaurant klanten kapper ondernemer")),
    "granaat": Trap(cues=word_list("edelsteen ketting juweel appel sieraad")),
    "mol": Trap(cues=word_list("tuin gras gang graven")),
    "mantel": Trap(
        cues=word_list("jas winter wol wollen kapstok knopen kleding kledingzaak trok droeg paspop")
    ),
    "blok": Trap(cues=word_list("beton hout cement marmer straat hond wandeling")),
    "lid": Trap(cues=word_list("artikel grondwet wetboek wimper oog ooglid deksel")),
    "ontspanning": Trap(
        cues=word_list(
            "yoga sauna massage vakantie vrije rust spieren bad weekend stress ademhaling hobby sport"
        )
    ),
    "inlichtingen": Trap(
        after=("verkrijgbaar",),
        before=("nadere", "voor"),
        cues=word_list("telefonisch balie inschrijven reserveren"),
    ),
    "tegoed": Trap(
        before=("te", "nog"), cues=word_list("beltegoed chipkaart ov vakantiedagen cadeaubon van jou houden")
    ),
    "verdachte": Trap(after=word_list("omstandigheden pakketje situatie tas auto geur")),
    "volt": Trap(
        cues=word_list("stroom spanning accu batterij lading stopcontact watt ampère elektriciteit kabel")
    ),
    "premier": Trap(after=("league",), cues=("league",)),
    "kroon": Trap(cues=word_list("tand kies tandarts zweedse noorse deense wisselkoers boom")),
    "wapen": Trap(cues=word_list("heraldiek leeuw schild gemeentewapen familie stadswapen")),
    "linie": Trap(cues=_SPORT),
    "schikking": Trap(cues=word_list("bloemen bloemist vaas boeket rozen tulpen kerststuk")),
    "resolutie": Trap(cues=word_list("scherm pixels camera beeldscherm foto hd dpi monitor")),
    "orgaan": Trap(cues=word_list("donor transplantatie nier lever hart lichaam patiënt arts")),
    "cel": Trap(cues=word_list("kanker dna biologie bloed stamcel microscoop weefsel")),
    "hof": Trap(cues=word_list("koning koningin paleis prins tuin")),
    "uitspraak": Trap(cues=word_list("accent klinker klinkers medeklinker klank taal engels woord letter")),
    "spanning": Trap(cues=word_list("volt stroom elektrisch kabel stopcontact spier spieren film thriller")),
    "actie": Trap(cues=word_list("film aanbieding korting winkel supermarkt reclame")),
    "druk": Trap(cues=word_list("boek uitgave uitgever oplage bloed banden bar hij zij")),
    "koers": Trap(cues=word_list("beurs aandeel aandelen dollar wielrennen renner renners euro")),
    "kanaal": Trap(cues=word_list("tv televisie youtube zender schip sluis water")),
    "bron": Trap(cues=word_list("water rivier berg warmwater")),
}


def is_trap(term: Term, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words `first`..`last` are not the term but another word or sense.

    The tests, in order: the trap table for the entry's base form; for nouns a verb reading of a form in -en
    (`kunnen elkaar niet verdragen`); for verbs a noun reading of a bare stem (`het verzoek`) or of a plural
    (`de voorstellen`).
    """
    trap = TRAPS.get(term.source.casefold())
    if trap is not None and _trapped(trap, tokens, first, last):
        return True
    if first != last:  # `het optreden tegen` is no verb
        return (
            term.pos is PartOfSpeech.VERB
            and verb_first(term.source.split())
            and is_noun_phrase(tokens, first)
        )
    if term.pos is PartOfSpeech.NOUN:
        return _reads_as_verb(tokens, first)
    if term.pos is PartOfSpeech.VERB:
        return _reads_as_noun(term, tokens, first)
    return False


def _trapped(trap: Trap, tokens: Sequence[Token], first: int, last: int) -> bool:
    before = tokens[first - 1].folded if first and tokens[first].joined else ""
    after = tokens[last + 1].folded if last + 1 < len(tokens) and tokens[last + 1].joined else ""
    if before in trap.before or (after in trap.after and not (trap.bare and before in _DETERMINERS)):
        return True
    near = {t.folded for t in tokens[max(0, first - WINDOW) : last + 1 + WINDOW]}
    surely = _indefinite(tokens, first) or before in _DETERMINERS
    if not surely and not near.isdisjoint(trap.verbs):
        return True
    noun = surely or after in trap.noun_after or not near.isdisjoint(trap.noun_near)
    if trap.bare and not noun and not _nominal(tokens, first) and not _plural(tokens[first].folded):
        return True
    return not near.isdisjoint(trap.cues)


def is_noun_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner or an inflected adjective stands right before, so that the word is a noun or belongs to one."""
    if not at or not tokens[at].joined:
        return False
    word = tokens[at - 1].folded
    return word in _DETERMINERS or _inflected_adjective(word)


def _plural(word: str) -> bool:
    return word.endswith(("en", "s"))


def _nominal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner, numeral, preposition or inflected adjective stands right before."""
    if not at or not tokens[at].joined:
        return False
    word = tokens[at - 1].folded
    return tokens[at].hyphened or word in _PREPOSITIONS or word[0].isdigit() or is_noun_phrase(tokens, at)


def _indefinite(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective without ending stands before, behind `een` or its like, as it does if the noun is neuter."""
    if at and tokens[at].joined and tokens[at - 1].folded.endswith(("isch", "aans")):
        return True  # a heading: `Tunesisch akkoord`
    if at < 2 or not (tokens[at].joined and tokens[at - 1].joined):
        return False
    return tokens[at - 2].folded in _INDEFINITE and _ADJECTIVE.fullmatch(tokens[at - 1].folded) is not None


_INDEFINITE = frozenset(word_list("een geen elk ieder welk zo'n"))
_ADJECTIVE = re.compile(
    r"\w+(?:isch|ig|lijk|baar|zaam|loos|eel|aal|ief|air|erend)|mager|groter|breder|later|beter|sterker|kleiner|nieuwer|verder|eerder|politiek|overhaast|haastig|"
    r"breed|groot|klein|nieuw|oud|vaag|hard|zwak|sterk|goed|slecht|snel|apart|informeel|geheim|bindend|geldend|los|kort|lang"
)


def _inflected_adjective(word: str) -> bool:
    return (len(word) > 4 and word.endswith("e") and not word.endswith(("de", "te"))) or word.endswith(
        ("ende", "eerde", "ste")
    )


def _reads_as_verb(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].folded
    before = tokens[at - 1].folded if at and tokens[at].joined else ""
    after = tokens[at + 1].folded if at + 1 < len(tokens) and tokens[at + 1].joined else ""
    if before == "te" or before in {"ik", "jij", "hij", "wij", "we"}:
        return True
    if not word.endswith("en") or _nominal(tokens, at):
        return False
    if before in SUBJECTS or after in _OBJECTS:
        return True
    closes = at + 1 == len(tokens) or bool(tokens[at + 1].gap.strip()) or after in MODALS
    clause = _clause_before(tokens, at)
    return closes and not MODALS.isdisjoint(clause) and not before.endswith(("e", "se"))


def _clause_before(tokens: Sequence[Token], at: int) -> set[str]:
    words = set()
    for place in range(at - 1, max(-1, at - 1 - WINDOW), -1):
        words.add(tokens[place].folded)
        if tokens[place].gap.strip(" \t\"'“”„‘’"):
            break
    return words


def _reads_as_noun(term: Term, tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].folded
    before = tokens[at - 1].folded if at and tokens[at].joined else ""
    infinitive = term.source.casefold()
    prefix, rest = verbs.split_prefix(infinitive)
    bare = prefix + verbs.stem(rest)
    if word == infinitive:
        return before in _DETERMINERS - {"het", "dat", "dit"} or _inflected_adjective(before)
    if word != bare:
        return False
    if not prefix and bare.endswith("t"):
        return _nominal(tokens, at)
    near = {t.folded for t in tokens[max(0, at - 4) : at + 2]}
    return _nominal(tokens, at) or near.isdisjoint({"ik", "je", "jij"})
