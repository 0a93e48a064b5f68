"""Inflected forms of Dutch verbs: weak by rule (’t kofschip), strong and irregular by table, prefixes apart or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.match import lemmas
from briefing.match.wordlist import word_list

# infinitive: past singular, past plural, participle (E-ANS 2.3.3). Compared with the end of a verb.
_STRONG_TABLE = """
bakken bakte bakten gebakken|barsten barstte barstten gebarsten|bederven bedierf bedierven bedorven
bedriegen bedroog bedrogen bedrogen|beginnen begon begonnen begonnen|bergen borg borgen geborgen
bevelen beval bevalen bevolen|bezwijken bezweek bezweken bezweken|bieden bood boden geboden
bijten beet beten gebeten|binden bond bonden gebonden|blijken bleek bleken gebleken|blijven bleef bleven gebleven
breken brak braken gebroken|brengen bracht brachten gebracht|buigen boog bogen gebogen|denken dacht dachten gedacht
dingen dong dongen gedongen|doen deed deden gedaan|dragen droeg droegen gedragen|drijven dreef dreven gedreven
dringen drong drongen gedrongen|drinken dronk dronken gedronken|duiken dook doken gedoken|dwingen dwong dwongen gedwongen
eten at aten gegeten|gaan ging gingen gegaan|gelden gold golden gegolden|genieten genoot genoten genoten
geven gaf gaven gegeven|gieten goot goten gegoten|glijden gleed gleden gegleden|graven groef groeven gegraven
grijpen greep grepen gegrepen|hangen hing hingen gehangen|hebben had hadden gehad|heffen hief hieven geheven
helpen hielp hielpen geholpen|houden hield hielden gehouden|jagen joeg joegen gejaagd|kiezen koos kozen gekozen
kijken keek keken gekeken|klimmen klom klommen geklommen|klinken klonk klonken geklonken|komen kwam kwamen gekomen
kopen kocht kochten gekocht|krijgen kreeg kregen gekregen|krimpen kromp krompen gekrompen|kruipen kroop kropen gekropen
laden laadde laadden geladen|laten liet lieten gelaten|lezen las lazen gelezen|liegen loog logen gelogen
liggen lag lagen gelegen|lijden leed leden geleden|lijken leek leken geleken|lopen liep liepen gelopen
meten mat maten gemeten|moeten moest moesten gemoeten|mogen mocht mochten gemogen|nemen nam namen genomen
prijzen prees prezen geprezen|raden ried rieden geraden|rijden reed reden gereden|rijzen rees rezen gerezen
roepen riep riepen geroepen|ruiken rook roken geroken|scheiden scheidde scheidden gescheiden
schenden schond schonden geschonden|schenken schonk schonken geschonken|scheppen schiep schiepen geschapen
schieten schoot schoten geschoten|schijnen scheen schenen geschenen|schrijven schreef schreven geschreven
schrikken schrok schrokken geschrokken|schuiven schoof schoven geschoven|slaan sloeg sloegen geslagen
slapen sliep sliepen geslapen|sluipen sloop slopen geslopen|sluiten sloot sloten gesloten|smelten smolt smolten gesmolten
smijten smeet smeten gesmeten|snijden sneed sneden gesneden|spreken sprak spraken gesproken|springen sprong sprongen gesprongen
staan stond stonden gestaan|steken stak staken gestoken|stelen stal stalen gestolen|sterven stierf stierven gestorven
stijgen steeg stegen gestegen|strijden streed streden gestreden|strijken streek streken gestreken|treden trad traden getreden
treffen trof troffen getroffen|trekken trok trokken getrokken|vallen viel vielen gevallen|vangen ving vingen gevangen
varen voer voeren gevaren|vechten vocht vochten gevochten|verdwijnen verdween verdwenen verdwenen
vergeten vergat vergaten vergeten|verliezen verloor verloren verloren|verslinden verslond verslonden verslonden
vinden vond vonden gevonden|vliegen vloog vlogen gevlogen|vouwen vouwde vouwden gevouwen|vragen vroeg vroegen gevraagd
vriezen vroor vroren gevroren|wassen waste wasten gewassen|wegen woog wogen gewogen|werpen wierp wierpen geworpen
werven wierf wierven geworven|weten wist wisten geweten|wijken week weken geweken|wijten weet weten geweten
wijzen wees wezen gewezen|winden wond wonden gewonden|winnen won wonnen gewonnen|worden werd werden geworden
wreken wreekte wreekten gewroken|wringen wrong wrongen gewrongen|zeggen zei zeiden gezegd|zenden zond zonden gezonden
zien zag zagen gezien|zijn was waren geweest|zingen zong zongen gezongen|zinken zonk zonken gezonken|zitten zat zaten gezeten
zoeken zocht zochten gezocht|zuigen zoog zogen gezogen|zullen zou zouden gezuld|zwemmen zwom zwommen gezwommen
bidden bad baden gebeden|blazen blies bliezen geblazen|brouwen brouwde brouwden gebrouwen|druipen droop dropen gedropen
fluiten floot floten gefloten|genezen genas genazen genezen|heten heette heetten geheten|kluiven kloof kloven gekloven
lachen lachte lachten gelachen|mijden meed meden gemeden|pluizen ploos plozen geplozen|rijgen reeg regen geregen
schelden schold scholden gescholden|scheren schoor schoren geschoren|slijten sleet sleten gesleten
splijten spleet spleten gespleten|spinnen spon sponnen gesponnen|spuiten spoot spoten gespoten
stinken stonk stonken gestonken|stoten stootte stootten gestoten|stuiven stoof stoven gestoven
vlechten vlocht vlochten gevlochten|vreten vrat vraten gevreten|zinnen zon zonnen gezonnen|zuipen zoop zopen gezopen
zwellen zwol zwollen gezwollen|zwerven zwierf zwierven gezworven|zweren zwoer zwoeren gezworen
zwijgen zweeg zwegen gezwegen|bannen bande banden gebannen|kunnen kon konden gekund
"""
_STRONG = {
    row.split()[0]: tuple(row.split()[1:]) for row in _STRONG_TABLE.replace("|", "\n").split("\n") if row
}
_PRESENT = {
    "gaan": ("ga", "gaat"),
    "staan": ("sta", "staat"),
    "slaan": ("sla", "slaat"),
    "doen": ("doe", "doet"),
    "zien": ("zie", "ziet"),
    "komen": ("kom", "komt"),
    "hebben": ("heb", "hebt", "heeft"),
    "zijn": ("ben", "bent", "is"),
    "houden": ("hou", "houd", "houdt"),
    "rijden": ("rij", "rijd", "rijdt"),
    "snijden": ("snij", "snijd", "snijdt"),
    "kunnen": ("kan", "kun", "kunt"),
    "mogen": ("mag",),
    "zullen": ("zal", "zult"),
    "zeggen": ("zegde", "zegden"),  # weak past of `opzeggen`, `toezeggen`
}
_INSEPARABLE = ("be", "ge", "her", "er", "ont", "ver", "mis", "wan")
_FIXED = ("onder", "over", "door", "voor", "om", "weer", "vol", "achter", "aan", "mis")
# Prefixes that stand apart in a main clause (E-ANS 12.2.2), longest first; those that can also be inseparable
# (`onder`, `over`, `door`, `voor`, `om`, `weer`, `vol`) are tried both ways.
PREFIXES = tuple(
    sorted(
        word_list(
            "aan aaneen achter achterna achterop achterover achteruit adem af beet bekend bezig bij bijeen binnen bloot boven "
            "buit buiten dank dicht dood doodop door droog dwars eruit failliet feest fijn flauw gade geheim gelijk gereed "
            "gerust gevangen gewaar glad goed groot hard heen hoog in ineen kaal kapot kennis klaar klem kort krom kwaad "
            "kwijt laag lam langs lastig leeg les los mede mee mis na naar neer om omhoog omlaag omver onder onderuit op "
            "open openbaar opeen opzij over overeen overeind overhoop plaats plat prijs recht rechtdoor rond rood samen scheef schoon "
            "schuil stand stil stop stuk tegemoet tegen tekeer tekort teleur teloor teniet tentoon terecht terug tevreden "
            "teweeg tewerk thuis toe totstand tussen uit uiteen vast veilig verder vol voor vooraf voorbij voorop voorover "
            "voort vooruit vreemd vrij waar warm weer weg wijs zaken zeker ziek zoek zorg zwart ten deel"
        ),
        key=lambda prefix: (-len(prefix), prefix),
    )
)
# Prefixes that are stressed and apart in some verbs, fixed in others: whether the listed rests are the separable
# ones (True) or the fixed ones (False).
_DOUBLE = {
    "onder": True,
    "over": True,
    "weer": True,
    "vol": True,
    "mis": True,
    "om": False,
    "door": False,
    "voor": False,
}
_DOUBLE |= {"aan": False, "achter": True}
_SEPARATE = {
    "onder": "duiken brengen dompelen gaan lopen sneeuwen",
    "over": "dragen nemen gaan leveren stappen steken lopen laten maken plaatsen hevelen brengen doen schakelen geven "
    "hellen houden komen nemen slaan vliegen zetten plaatsen boeken dragen gooien stemmen",
    "weer": "geven keren",
    "vol": "houden lopen stromen maken",
    "mis": "gaan lopen lukken",
    "achter": "blijven laten houden",
    "om": "vatten sluiten singelen ringen schrijven zeilen geven helzen armen",
    "door": "breken boren kruisen lopen staan zoeken gronden denken dringen",
    "voor": "komen voelen spellen zien zeggen",
    "aan": "vaarden bidden",
}
# Verbs that only look as if a prefix stood apart: these, and loan verbs in `in-` (`investeren`) but for those with one of
# these rests.
_SIMPLE = frozenset(
    word_list(
        "openen opereren opteren optimaliseren opiniëren naderen nagelen naaien nationaliseren naturaliseren navigeren"
    )
    + word_list(
        "affirmeren afficheren affiliëren afrikaniseren waarderen stileren standaardiseren stukadoren lamineren toeteren"
    )
    + word_list(
        "tennissen interviewen operationaliseren opponeren buitelen dwarsbomen kortwieken rechtvaardigen doodverven"
    )
)
_LOAN_RESTS = frozenset(
    word_list(
        "leveren smeren voeren keren weren zweren scheren polderen peperen bakeren roosteren kwartieren kaderen teren"
    )
)
_STEM_END = re.compile(r"(.*?)([bcdfghjklmnpqrstvwxz])\2$")
_UNSTRESSED = re.compile(r"[aeiou].*[^aeiou](?:el|er|en|em|ig)$")
_KOFSCHIP = ("t", "k", "f", "s", "ch", "p", "x")
_OPEN = re.compile(r"(?:^|.*[^aeiou])([aeou])([bdfgklmnprstvz])$")


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of one verb, lower case. `finite` can stand apart from a separable `prefix`; `whole` cannot."""

    infinitive: str
    prefix: str
    finite: frozenset[str]
    whole: frozenset[str]


def split_prefix(infinitive: str) -> tuple[str, str]:
    """Return the separable prefix (or "") and the rest of an infinitive."""
    if infinitive in _SIMPLE or (
        infinitive.startswith("in")
        and infinitive.endswith(("eren", "iëren"))
        and infinitive[2:] not in _LOAN_RESTS
    ):
        return "", infinitive
    for prefix in PREFIXES:
        rest = infinitive[len(prefix) :]
        if not infinitive.startswith(prefix) or len(rest) < 4 or not _is_verb(rest):
            continue
        if prefix in _DOUBLE and (rest in _SEPARATE[prefix].split()) is not _DOUBLE[prefix]:
            return "", infinitive
        return prefix, rest
    return "", infinitive


def _is_verb(word: str) -> bool:
    if word in _STRONG:
        return True
    if not word.endswith(("en", "aan", "oen", "ien")) or not re.match(r"[^aeiou]*[aeiouy]", word[:-2]):
        return False
    return bool(re.match(r"[^aeiouy]{0,3}[aeiouy]", word)) and word[0] not in "xy"


def _base_key(verb: str) -> str | None:
    """Return the strong verb that `verb` is or ends with after an inseparable prefix."""
    if verb in _STRONG:
        return verb
    for prefix in (*_INSEPARABLE, *_FIXED):
        if verb.startswith(prefix) and verb[len(prefix) :] in _STRONG:
            return verb[len(prefix) :]
    return None


def stem(infinitive: str) -> str:
    """Return the stem (first person singular) of a regular infinitive: `leveren` lever, `schorten` schort."""
    body = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if body.endswith("iër"):
        return body[:-2] + "eer"
    if body.endswith("eër"):
        return body[:-2] + "ëer"
    doubled = _STEM_END.match(body)
    if doubled:
        return body[:-1]
    opened = _OPEN.match(body)
    if opened and not _UNSTRESSED.search(body):
        body = body[:-1] + opened[1] + body[-1]
    if body.endswith("v"):
        return body[:-1] + "f"
    if body.endswith("z"):
        return body[:-1] + "s"
    return body


def stems(infinitive: str) -> tuple[str, ...]:
    """Return the stems that the spelling allows: `handelen` handel and `veroordelen` veroordeel look the same."""
    first = stem(infinitive)
    body = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    opened = _OPEN.match(body)
    if not opened or not _UNSTRESSED.search(body):
        return (first,)
    return first, body[:-1] + opened[1] + body[-1]


def _simple(verb: str) -> tuple[set[str], set[str]]:
    """Return the finite forms and the participles (no separable prefix)."""
    key = _base_key(verb)
    before = verb[: -len(key)] if key else ""
    roots = stems(verb)
    finite = {verb} | {form for root in roots for form in (root, root if root.endswith("t") else root + "t")}
    voiced = infinitive_end(verb)
    past = "t" if voiced.endswith(_KOFSCHIP) else "d"
    inseparable = bool(before) or (verb.startswith((*_INSEPARABLE, *_FIXED)) and len(verb) > 6 and not key)
    inseparable = inseparable and not verb.startswith("erven")
    if key:
        singular, plural, participle = _STRONG[key]
        finite |= {before + singular, before + plural, before + singular + "t"}
        finite |= {before + form for form in _PRESENT.get(key, ())}
        participles = {before + (participle.removeprefix("ge") if before else participle)}
    else:
        finite |= {root + past + end for root in roots for end in ("e", "en")}
        participles = set()
        for root in roots:
            done = root if root.endswith(past) else root + past
            participles |= {done} if inseparable else {"ge" + done} | _diaeresis(done)
    if verb == "zijn":
        finite -= {"zij", "zijt"}  # a pronoun, and no form of today
    present = {verb + "d", verb + "de"} if verb.endswith("n") else set()
    participles |= {form + "e" for form in participles}
    return finite, participles | present


def _diaeresis(done: str) -> set[str]:
    """Return a participle of a verb that begins with `e` or `i` (`geïnvesteerd`)."""
    return {"ge" + {"e": "ë", "i": "ï"}[done[0]] + done[1:]} if done[0] in "ei" else set()


def infinitive_end(verb: str) -> str:
    """Return what stands before -en with its voicing, which decides between -te and -de."""
    return verb[:-2] if verb.endswith("en") else verb[:-1]


def conjugate(infinitive: str) -> Verb:
    """Return the forms of a lower-case Dutch infinitive, one word."""
    infinitive = infinitive.casefold()
    prefix, rest = split_prefix(infinitive)
    finite, participles = _simple(rest)
    if not prefix:
        whole = finite | participles
        return Verb(infinitive, "", frozenset(), frozenset(whole))
    whole = {prefix + form for form in finite | participles}
    return Verb(infinitive, prefix, frozenset(finite), frozenset(whole))


def participles(infinitive: str) -> set[str]:
    """Return the participles of a folded infinitive, past and present; some are other forms of it too (`verloren`, `besteed`)."""
    prefix, rest = split_prefix(infinitive)
    _, found = _simple(rest)
    return {prefix + form for form in found}


# The forms of a verb by which another one is put in its place, in the order in which a form that is two of them is read.
SLOTS = ("infinitive", "third", "past", "pasts", "participle", "first", "gerund", "declined")
# First and third person where `_PRESENT` has none or others.
_THIRD = {
    "kunnen": ("kan", "kan"),
    "mogen": ("mag", "mag"),
    "zullen": ("zal", "zal"),
    "willen": ("wil", "wil"),
    "zeggen": ("zeg", "zegt"),
}
_DOUBLES = re.compile(r"(?<=[^aeiou][aeiou])([bdfgklmnprst])$")


def paradigm(infinitive: str) -> dict[str, str]:
    """Return the forms of a folded infinitive without separable prefix, by `SLOTS`.

    `first` is the first person singular of the present, `past` and `pasts` are the past singular and plural, `declined`
    is the participle before a noun.
    """
    key = _base_key(infinitive)
    before = infinitive[: -len(key)] if key else ""
    options = stems(infinitive)
    root = next((r for r in options if lemmas.lemma(_third(r)) == infinitive), options[0])
    first, third = root, _third(root)
    if key:
        singular, plural, participle = _STRONG[key]
        singular, plural = before + singular, before + plural
        participle = before + (participle.removeprefix("ge") if before else participle)
        if key in _PRESENT and key not in _THIRD:
            first, third = before + _PRESENT[key][0], before + _PRESENT[key][-1]
    else:
        ending = "t" if infinitive_end(infinitive).endswith(_KOFSCHIP) else "d"
        singular, plural = root + ending + "e", root + ending + "en"
        done = root if root.endswith(ending) else root + ending
        fixed = infinitive.startswith((*_INSEPARABLE, *_FIXED)) and len(infinitive) > 6
        participle = done if fixed else next(iter(_diaeresis(done)), "ge" + done)
    first, third = _THIRD.get(infinitive, (first, third))
    declined = participle if participle.endswith("en") else _declined(participle)
    forms = (infinitive, third, singular, plural, participle, first, infinitive + "d", declined)
    return dict(zip(SLOTS, forms, strict=True))


def _third(root: str) -> str:
    return root if root.endswith("t") else root + "t"


def _declined(participle: str) -> str:
    if participle.endswith("aan"):
        return participle[:-2] + "ne"
    return _DOUBLES.sub(r"\1\1", participle) + "e"


def slot(infinitive: str, word: str) -> str:
    """Return which of its `SLOTS` a folded form of an infinitive without separable prefix fills.

    Of a form that fills several it is the first, but "" where one is the participle (`verloren`): the sentence would have to
    tell. "" for no form too.
    """
    found = [name for name, form in paradigm(infinitive).items() if form == word]
    if "participle" in found and set(found) - {"participle", "declined"}:
        return ""
    return found[0] if found else ""


def form_of(infinitive: str, word: str) -> str:
    """Return which form of the verb a folded word is: `third`, `past`, `participle`, `gerund`, `base`; "" if none.

    A form that is both (`erkent` third person, `erkend` participle) is told by its spelling alone.
    """
    prefix, rest = split_prefix(infinitive.casefold())
    if not word.startswith(prefix):
        return ""
    word = word[len(prefix) :]
    key = _base_key(rest)
    before = rest[: -len(key)] if key else ""
    roots = stems(rest)
    if word == rest:
        return "base"
    if word in {rest + "d", rest + "de"}:
        return "gerund"
    if key:
        singular, plural, _ = _STRONG[key]
        if word in {before + singular, before + plural}:
            return "past"
        present = {before + form for form in _PRESENT.get(key, ())}
    else:
        present = set()
        if word.endswith(("te", "ten", "de", "den")) and word.removesuffix("n")[:-2] in roots:
            return "past"
    finite, participles = _simple(rest)
    if word in present and word.endswith(("de", "den")):
        return "past"
    if word in participles and word not in finite:
        return "participle"
    if word in roots:
        return "base"
    if word in finite | present:
        return "third"
    return ""
