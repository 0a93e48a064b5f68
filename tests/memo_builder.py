"""Small builders for memos: articles written for the tests, translated by hand, and a summary of them."""

from __future__ import annotations

from datetime import date

from briefing.article import Article, Block, BlockKind, PartialDate, Sentence, SentenceKind
from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.memo import Memo, MemoRequest, compose
from briefing.signature import Signature
from briefing.summarise.types import Disagreement, Event, KeyPoint, Position, Summary, Theme
from briefing.translate.types import Flag, Origin, TermOutcome, TermUse, TranslatedArticle, Translation

SIGNATURE = Signature(
    (("briefing", "0.1.0"), ("model", "translate-nl_en-0.2"), ("glossary", "security@3f9a12"), ("beam", "4"))
)
GLOSSARY = Glossary(
    (
        Term("geruststellingsmacht", "reassurance force", PartOfSpeech.NOUN),
        Term("staakt-het-vuren", "ceasefire", PartOfSpeech.NOUN),
        Term("veiligheidsgarantie", "security guarantee", PartOfSpeech.NOUN),
        Term("Tweede Kamer", "House of Representatives", PartOfSpeech.NAME),
        Term("bestand", "truce", PartOfSpeech.NOUN),
    ),
    "security",
    "3f9a12",
)

_HEADING, _CAPTION = SentenceKind.HEADING, SentenceKind.CAPTION


def use(nl: str, en: str, status: TermOutcome = TermOutcome.KEPT) -> TermUse:
    return TermUse(nl, en, status)


def translation(id_: str, nl: str, en: str, **more: object) -> Translation:
    kind = more.pop("kind", SentenceKind.SENTENCE)
    return Translation(Sentence(id_, nl, kind), en, **more)


def article(
    number: int, blocks: list[list[Translation]], *, title: Translation | None = None, **more: object
) -> TranslatedArticle:
    kinds = {
        _HEADING: BlockKind.HEADING,
        _CAPTION: BlockKind.CAPTION,
        SentenceKind.SENTENCE: BlockKind.PARAGRAPH,
    }
    text = tuple(
        Block(" ".join(t.sentence.text for t in block), kinds[block[0].sentence.kind]) for block in blocks
    )
    source = Article(
        more.pop("source", f"sources/{number}.txt"),
        text,
        title=title.sentence.text if title else None,
        **more,
    )
    return TranslatedArticle(number, source, tuple(t for block in blocks for t in block), title)


FORCE = use("geruststellingsmacht", "reassurance force")
CEASEFIRE = use("staakt-het-vuren", "ceasefire")
GUARANTEE = use("veiligheidsgarantie", "security guarantee")
HOUSE = use("Tweede Kamer", "House of Representatives")


def articles() -> tuple[TranslatedArticle, ...]:
    t = translation
    return (
        article(
            1,
            [
                [
                    t(
                        "S1.P1.1",
                        "Veertien landen hebben dinsdag in Kopenhagen toegezegd troepen te leveren voor een geruststellingsmacht in Oekraïne.",
                        "Fourteen countries pledged troops for a reassurance force in Ukraine on Tuesday in Copenhagen.",
                        terms=(FORCE,),
                    ),
                    t(
                        "S1.P1.2",
                        "De eerste eenheden kunnen volgens de Deense premier Frederiksen binnen zes weken na een staakt-het-vuren vertrekken.",
                        "According to Danish Prime Minister Frederiksen, the first units can leave within six weeks of a ceasefire.",
                        terms=(CEASEFIRE,),
                    ),
                ],
                [t("S1.P2.1", "Geen mandaat", "No mandate", kind=_HEADING)],
                [
                    t(
                        "S1.P3.1",
                        "„We wachten niet op een mandaat van de Veiligheidsraad”, zei Frederiksen na afloop.",
                        "“We are not waiting for a mandate from the Security Council,” Frederiksen said afterwards.",
                    ),
                    t(
                        "S1.P3.2",
                        "Italië en Polen doen niet mee, maar stellen wel vliegvelden en havens open.",
                        "Italy and Poland are not taking part, but are opening airfields and ports.",
                    ),
                    t(
                        "S1.P3.3",
                        "Het gaat om zo’n 12.000 militairen, onder wie 1.100 Nederlanders.",
                        "It concerns some 12,000 troops, including 1,000 Dutch.",
                        flags=(Flag.NUMBER,),
                    ),
                ],
                [
                    t(
                        "S1.P4.1",
                        "Premier Frederiksen verlaat de top. Beeld ANP",
                        "Prime Minister Frederiksen leaves the summit. Photo ANP",
                        kind=_CAPTION,
                    )
                ],
            ],
            title=t(
                "S1.T",
                "Veertien landen beloven troepen voor Oekraïne",
                "Fourteen countries promise troops for Ukraine",
            ),
            date=PartialDate(2025, 3, 4),
            source="sources/kopenhagen.html",
            publisher="De Ochtendbode",
        ),
        article(
            2,
            [
                [
                    t(
                        "S2.P1.1",
                        "De Tweede Kamer debatteert donderdag over de Nederlandse bijdrage aan de geruststellingsmacht.",
                        "On Thursday, the House of Representatives will debate the Dutch contribution to the reassurance force.",
                        terms=(HOUSE, FORCE),
                    ),
                    t(
                        "S2.P1.2",
                        "Het kabinet wil alleen meedoen als de Verenigde Staten een veiligheidsgarantie geven.",
                        "The cabinet only wants to take part if the United States gives a security guarantee.",
                        terms=(GUARANTEE,),
                        origin=Origin.REVIEWED,
                    ),
                ],
                [
                    t(
                        "S2.P2.1",
                        "Minister Brekelmans noemt een aantal van 900 militairen, een compagnie genie en twee schepen.",
                        "Minister Brekelmans mentions 900 troops, an engineer company and two ships.",
                    ),
                    t(
                        "S2.P2.2",
                        "Een bestand zonder toezicht is volgens hem niets waard.",
                        "According to him, a stock without supervision is worth nothing.",
                        terms=(use("bestand", "truce", TermOutcome.MISSED),),
                        flags=(Flag.TERM, Flag.LOW_SCORE),
                    ),
                    t(
                        "S2.P2.3",
                        "Een Kamermeerderheid steunt het plan, al willen PVV en SP er niet aan.",
                        "A majority in the House supports the plan, although PVV and SP will not hear of it.",
                        terms=(HOUSE,),
                    ),
                ],
            ],
            date=PartialDate(2025, 3),
            source="sources/kamerdebat.txt",
        ),
        article(
            3,
            [
                [
                    t(
                        "S3.P1.1",
                        "Rusland wijst Europese troepen in Oekraïne af, herhaalde woordvoerder Peskov maandag.",
                        "Russia rejects European troops in Ukraine, spokesman Peskov repeated on Monday.",
                    ),
                    t(
                        "S3.P1.2",
                        "Moskou noemt de geruststellingsmacht een „bezettingsleger onder een andere naam”.",
                        "Moscow calls the reassurance force an “occupation army by another name”.",
                        terms=(FORCE,),
                    ),
                ],
                [
                    t(
                        "S3.P2.1",
                        "Op 1 april spreken de chefs van staven elkaar in Brussel over het tijdpad.",
                        "On 1 April, the chiefs of staff will meet in Brussels to discuss the timetable.",
                    )
                ],
            ],
            title=t(
                "S3.T",
                "Moskou: geen Europese soldaten bij de grens",
                "Moscow: no European soldiers near the border",
            ),
            date=PartialDate(2025, 3, 10),
            source="sources/moskou.docx",
            publisher="Persbureau Noord",
            url="https://example.org/moskou",
        ),
        article(
            4,
            [
                [
                    t(
                        "S4.P1.1",
                        "The Kremlin has ruled out any monitoring role for NATO members.",
                        "The Kremlin has ruled out any monitoring role for NATO members.",
                        origin=Origin.ORIGINAL,
                    ),
                    t(
                        "S4.P1.2",
                        "Diplomats in Brussels expect a first draft of the guarantees in April.",
                        "Diplomats in Brussels expect a first draft of the guarantees in April.",
                        origin=Origin.ORIGINAL,
                    ),
                ]
            ],
            title=t(
                "S4.T", "Kremlin says no to monitors", "Kremlin says no to monitors", origin=Origin.ORIGINAL
            ),
            date=PartialDate(2025, 5, 18),
            source="sources/monitors.md",
            language="en",
        ),
    )


def find(id_: str, everything: tuple[TranslatedArticle, ...] | None = None) -> Translation:
    for found in everything or articles():
        for t in ((found.title,) if found.title else ()) + found.translations:
            if t.sentence.id == id_:
                return t
    raise KeyError(id_)


def point(order: int, *ids: str) -> KeyPoint:
    return KeyPoint(tuple(find(id_) for id_ in ids), 1 / order, order)


def summary() -> Summary:
    return Summary(
        key_points=(
            point(1, "S1.P1.1", "S1.P1.2"),
            point(2, "S1.P3.2"),
            point(3, "S2.P1.2"),
            point(4, "S2.P2.3"),
            point(5, "S3.P1.1"),
            point(6, "S4.P1.2"),
        ),
        bottom_line=(point(1, "S1.P1.1"), point(2, "S2.P1.2"), point(3, "S3.P1.1")),
        further=(
            point(1, "S1.P3.2"),
            point(2, "S2.P2.1", "S2.P2.2"),
            point(3, "S2.P2.3"),
            point(4, "S3.P2.1"),
            point(5, "S4.P1.2"),
        ),
        themes=(
            Theme("reassurance force", (point(1, "S1.P3.3"), point(2, "S2.P1.1"), point(3, "S3.P1.2"))),
            Theme(
                "security guarantees",
                (
                    point(2, "S1.P3.2"),
                    point(1, "S1.P3.1"),
                    point(4, "S2.P2.3"),
                    point(5, "S3.P1.1"),
                    point(2, "S4.P1.1"),
                ),
            ),
            Theme("airfields", (point(2, "S1.P3.2"), point(3, "S2.P1.2"))),
        ),
        timeline=(
            Event(
                find("S2.P1.1"),
                "donderdag",
                None,
                "the article is dated to the month, so its Thursday is not known",
            ),
            Event(find("S1.P1.1"), "dinsdag", PartialDate(2025, 3, 4)),
            Event(find("S3.P1.1"), "maandag", PartialDate(2025, 3, 10)),
            Event(find("S3.P2.1"), "Op 1 april", PartialDate(2025, 4, 1)),
        ),
        positions=(
            Position("Dmitri Peskov", find("S3.P1.1"), "reported"),
            Position("Mette Frederiksen", find("S1.P3.1"), "direct"),
            Position("Mette Frederiksen", find("S1.P1.2"), "reported"),
        ),
        disagreements=(Disagreement("Dutch troops", (("1,000", find("S1.P3.3")), ("900", find("S2.P2.1")))),),
        method=(("algorithm", "lexrank"), ("sentences", "6")),
    )


def request(**more: object) -> MemoRequest:
    values = {
        "date": date(2025, 5, 20),
        "to": "Director Russia and Eastern Europe",
        "from_": "Press Analysis Desk",
        **more,
    }
    return MemoRequest(**values)


def memo(**more: object) -> Memo:
    return compose(
        articles(),
        summary(),
        request=request(**more),
        glossary=GLOSSARY,
        signature=SIGNATURE,
        skipped=(("sources/scan.pdf", "the PDF has no text layer"),),
        duplicates=(("sources/kopie.txt", "sources/kopenhagen.html"),),
    )


NASTY = (
    "a\x00b\x0bc\x1bd\x7f",
    "]]> <![CDATA[ &amp; <w:p/> </w:t>",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "🇺🇦 👩‍👩‍👧‍👦 🫡 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "قال المتحدث إن “الاتفاق” جاهز 2025 \u202eevil\u202c",
    "{{ 7*7 }} {% raw %} {# no #}",
    "| pipes | and `ticks` and *stars* [link](http://example.org) # not a heading",
    "\ud800 lone \udfff surrogates \ufffe \uffff",
    "1. not a list\n- nor this\r\n\tline",
    '”" onmouseover="alert(3)',
    "woord " * 900,
)


def nasty_memo(words: str) -> Memo:
    """Return a memo that says `words` everywhere."""
    only = article(
        1,
        [[translation("S1.P1.1", words, words, flags=(Flag.NAME,))]],
        title=translation("S1.T", words, words),
        source=words[:200] or "x",
    )
    point = KeyPoint(only.translations, 1.0, 1)
    return compose(
        (only,),
        Summary((point,), (point,)),
        request=request(marking=words[:100], subject=words, to=words),
        glossary=None,
        signature=SIGNATURE,
        skipped=((words, words),),
    )
