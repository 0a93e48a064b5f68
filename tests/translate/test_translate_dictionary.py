"""The dictionary: which of its words stand in a text, and whether a translation tells them."""

import pytest

from briefing.match.tokens import tokenize
from briefing.translate.dictionary import Dictionary, is_name, load, told

WORDS = Dictionary(
    {
        "loodgieter": "n\tplumber",
        "afmattend": "a\tgruelling; exhausting",
        "aankaarten": "v\traise; bring up",
        "doodskist": "n\tcoffin",
        "strandtent": "n\tbeach bar; beach café",
        "mulder": "n\tmiller",
        "drents": "a\tof Drenthe",
        "de knoop doorhakken": "p\ttake the decision; cut the knot",
        "van meet af aan": "o\tfrom the outset; from the start",
        "zijn opwachting maken": "p\tmake their appearance",
        "er geen doekjes om winden": "p\tnot mince words",
        "afzien van": "v\tabandon",
        "nis": "n\tniche; alcove",
        "witte nijl": "e\tWhite Nile",
        "recht en rechtvaardigheid": "e\tLaw and Justice",
        "golanhoogte": "e\tGolan Heights; Golan",
    }
)


def found(text, words=WORDS):
    return [(m.surface, *(t.target for t in m.terms)) for m in words.matches(text)]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("De loodgieters staakten.", "loodgieters"),
        ("Het was een afmattende zitting.", "afmattende"),
        ("Zij wil de zaak aankaarten.", "aankaarten"),
        ("Zij hebben de zaak aangekaart.", "aangekaart"),
        ("Er stonden drie doodskisten.", "doodskisten"),
        ("De strandtenten bleven dicht.", "strandtenten"),
        ("Na drie dagen hakten de ministers de knoop door.", "hakten de knoop door"),
        ("Dat was van meet af aan duidelijk.", "van meet af aan"),
        ("Gisteren maakte zij haar opwachting.", "maakte haar opwachting"),
        ("Hij wond er geen doekjes om.", "wond er geen doekjes om"),
        ("Zij zagen af van de koop.", "zagen af van"),
    ],
)
def test_a_word_is_found_in_any_form(text, surface):
    assert [f[0] for f in found(text)] == [surface]


def test_the_renderings_keep_their_order():
    assert found("Een afmattend debat.") == [("afmattend", "gruelling", "exhausting")]


@pytest.mark.parametrize(
    "text",
    [
        "Zij sprak met Mulder.",
        "Mulder ontkent het.",
        "De loodgietersbond staakte.",
        "De oud-loodgieter kwam.",
        "Zij kaartten.",
        "Zij kaartten het in mei aan.",
        "",
    ],
)
def test_what_may_be_something_else_is_not_found(text):
    assert found(text) == []


def test_a_sentence_may_begin_with_a_word():
    assert found("Loodgieter werd hij nooit.") == [("Loodgieter", "plumber")]


@pytest.mark.parametrize(
    ("text", "english", "is_told"),
    [
        ("De loodgieter kwam.", "The plumber came.", True),
        ("De loodgieter kwam.", "Plumbers came.", True),
        ("De loodgieter kwam.", "The plumbing firm came.", True),
        ("De loodgieter kwam.", "The sandler came.", False),
        ("Een afmattend debat.", "An exhausting debate.", True),
        ("Zij wil het aankaarten.", "She wants to bring it up.", True),
        ("Zij wil het aankaarten.", "She wants to card it.", False),
        ("De strandtent ging open.", "The beach bars opened.", True),
        ("De strandtent ging open.", "The beach tent opened.", False),
        ("Zij maakte haar opwachting.", "She made her appearance.", True),
        ("De strandtent ging open.", "The beachbar opened.", True),
    ],
)
def test_a_word_is_told_by_any_of_its_renderings_or_their_family(text, english, is_told):
    (match,) = WORDS.matches(text)
    assert told(match, english) is is_told


def test_a_word_is_told_by_the_likeliest_rendering_of_the_corpus():
    """The lexicon has *shelter* first for it."""
    lodging = Dictionary({"onderdak": "n\tlodging; accommodation"})
    (match,) = lodging.matches("Zij zochten onderdak.")
    assert told(match, "They looked for shelter.")
    assert not told(match, "They looked for a roof.")
    lodging = Dictionary({"onderdak": "n\tlodging; place of shelter"})
    (match,) = lodging.matches("Zij zochten onderdak.")
    assert not told(match, "They looked for shelter."), "a part of a rendering is no rendering"


def test_a_superlative_is_no_form_of_an_adjective_in_s():
    grand = Dictionary({"groots": "a\tgrand"})
    assert not grand.matches("Die partij is het grootst.")
    assert grand.matches("Die plannen zijn groots.")


def test_what_is_likely_depends_on_no_order_of_sets():
    text = "Hij wond er geen doekjes om: van meet af aan maakte zij haar opwachting als loodgieter."
    assert list(dict.fromkeys(WORDS._likely(tokenize(text)))) == [
        "er geen doekjes om winden",
        "zijn opwachting maken",
        "van meet af aan",
        "loodgieter",
    ]


def test_an_abbreviation_is_no_word():
    assert found("NIS levert brandstof, en de nis is leeg.") == [("nis", "niche", "alcove")]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Recht en Rechtvaardigheid verloor.", True),
        ("Zij koos voor Recht en rechtvaardigheid.", True),
        ("Recht en rechtvaardigheid zijn twee dingen.", False),
        ("Zij vroeg om recht en rechtvaardigheid.", False),
    ],
)
def test_a_name_has_a_capital_of_its_own(text, is_found):
    assert bool(found(text)) == is_found


def test_a_name_is_told_by_itself_alone():
    (match,) = WORDS.matches("Het dorp ligt aan de Witte Nijl.")
    assert told(match, "The village lies on the White Nile.")
    assert not told(match, "The village lies on the White Nijl.")
    (match,) = WORDS.matches("Op de Golanhoogte wordt gevochten.")
    assert told(match, "There is fighting on the Golan.")
    assert not told(match, "There is fighting on the Golanhoogte.")


def test_the_possessive_is_that_of_the_sentence():
    assert found("Gisteren maakte zij haar opwachting.") == [
        ("maakte haar opwachting", "make her appearance")
    ]


def test_the_shipped_dictionary_is_well_formed():
    shipped = load()
    assert len(shipped.table) > 60_000
    for dutch, rest in shipped.table.items():
        pos, renderings, *plain = rest.split("\t")
        assert len(plain) < 2, dutch
        assert all(p and p == p.strip() and not set(";()[]<>=/|") & set(p) for p in plain), dutch
        assert pos in set("nvapeo"), dutch
        assert dutch == dutch.strip()
        if " " in dutch:
            assert dutch in set(shipped._likely(tokenize(dutch))), dutch
        assert all(r and r == r.strip() and "  " not in r for r in renderings.split("; ")), dutch
        assert not set("()[]<>=/|") & set(dutch + renderings), dutch
        assert not {"one's", "someone", "someone's", "somebody"} & set(renderings.replace(";", "").split()), (
            dutch
        )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prof. dr. E. van Rijn sprak.", []),
        ("Minister Karin van Rijn sprak over de Rijn.", ["Rhine"]),
        ("De oevers van de Schelde.", ["Scheldt"]),
        ("President van Tsjaad sprak.", ["Chad"]),
        ("Wederopbouw van Charkiv begint.", ["Kharkiv"]),
    ],
)
def test_a_surname_is_no_river(text, found):
    assert [m.term.target for m in load().matches(text) if is_name(m)] == found
