"""Which sentences can be read alone."""

import pytest

from briefing.summarise.quotation import is_bare_quote, is_half_quote
from briefing.summarise.standalone import needs_context

ALONE = [
    "Noorwegen stuurt veertien schepen naar de Oostzee.",
    "Het is onduidelijk welke landen de kosten dragen.",
    "Het Noorse parlement stemt in mei over het plan.",
    "Dit jaar zijn al negen kabels beschadigd.",
    "Minister Holm zei dat hij het plan steunt.",
    "„De kabels zijn onze levenslijn”, zei minister Holm donderdag.",
    "Er zijn nog geen afspraken over de kosten gemaakt.",
    "Deskundigen wijzen erop dat er tachtig schepen nodig zijn.",
]
NOT_ALONE = [
    ("Maar Finland waarschuwt voor een incident.", "connective"),
    ("Ook premier Lind wil meedoen aan de patrouilles.", "connective"),
    ("Daarom vraagt Estland om hulp van de NAVO.", "pronoun"),
    ("Deze schepen varen onder valse vlag.", "pronoun"),
    ("Dat plan kost volgens de minister 400 miljoen kronen.", "pronoun"),
    ("Van dat geld koopt de marine zes schepen.", "pronoun"),
    ("Het is een eerste stap van de regering.", "pronoun"),
    ("Zweden en Finland hebben dat uitgesloten.", "object"),
    ("Estland zit daar niet bij aan tafel.", "object"),
    ("Een lijst met schepen gaf hij niet.", "pronoun"),
    ("De tweede maatregel is een verbod op lossen.", "list"),
    ("„Wij laten ons niet bang maken.”", "quote"),
    ("„Wij laten ons niet bang maken, zegt de kapitein.", "half-quote"),
    ("Wie betaalt de reparatie van de kabels?", "question"),
    ("In Tallinn klonk opluchting.", "fragment"),
    ("„We zijn er klaar voor”, zei hij donderdag.", "pronoun"),
    ("Gisteren zei hij dat de haven veilig is.", "pronoun"),
    ("Morgen spreekt hij in Oslo met minister Holm.", "pronoun"),
    ("Maandagavond zei hij dat de haven veilig is.", "pronoun"),
    ("Vorige maand beloofde zij twee miljoen kronen extra.", "pronoun"),
    ("In Parijs zei hij dat de haven veilig is.", "pronoun"),
]


@pytest.mark.parametrize("text", ALONE)
def test_these_stand_alone(text):
    assert needs_context(text, "nl") == ""


@pytest.mark.parametrize(("text", "reason"), NOT_ALONE)
def test_these_need_what_stands_before_them(text, reason):
    assert needs_context(text, "nl") == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Norway is sending fourteen ships to the Baltic Sea.", ""),
        ("It is unclear who will pay for the repairs.", ""),
        ("There are no agreements yet on the costs.", ""),
        ("But Finland warns of an incident at sea.", "connective"),
        ("They sail under a false flag at night.", "pronoun"),
        ("Now it wants its money back from them.", "pronoun"),
        ("“We will not be frightened by anybody.”", "quote"),
        ("On Thursday he said that the port is safe.", "pronoun"),
        ("Holm said on Thursday that he is safe.", ""),
    ],
)
def test_english_has_its_own_words(text, reason):
    assert needs_context(text, "en") == reason


def test_quotation_marks_of_different_kinds_are_counted_together():
    assert not is_half_quote("„Goed”, zei hij.")
    assert is_half_quote("„Goed, zei hij.")


def test_an_apostrophe_is_no_quotation_mark():
    assert not is_bare_quote("’s Ochtends vertrok de kapitein naar z’n schip.")
    assert is_bare_quote("‘Wij gaan door met de patrouilles.’")
