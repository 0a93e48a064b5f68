"""An English rendering is recognised in its inflections, at word boundaries, and made to fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.glossary import PartOfSpeech, Term, load
from briefing.glossary.csvfile import packaged_path
from briefing.match import english_form, find_rendering
from briefing.match.english_forms import spellings
from briefing.match.inflect import Form, dutch_form, fitting_form, inflect

NOUN, VERB = PartOfSpeech.NOUN, PartOfSpeech.VERB
TERMS = load([packaged_path()]).terms


@pytest.mark.parametrize(
    ("target", "text", "pos"),
    [
        ("ceasefire", "Two ceasefires failed.", NOUN),
        ("ceasefire", "The cease-fire failed.", NOUN),
        ("ceasefire", "Ceasefire’s end", NOUN),
        ("ally", "The allies agreed.", NOUN),
        ("postpone", "It was postponed.", VERB),
        ("withdraw", "They withdrew.", VERB),
        ("bring down", "It brought the whole government down.", VERB),
        ("come to power", "He came to power.", VERB),
        ("head of government", "heads of government", NOUN),
        ("prime minister", "the Prime Minister’s office", NOUN),
        ("UN peacekeeper", "UN peacekeepers", NOUN),
        ("battlegroup", "battle-groups", NOUN),
        ("recognise", "It recognized the state.", VERB),
        ("defence ministry", "Defense Ministry", NOUN),
        ("coalition of the willing", "a coalition-of-the-willing summit", NOUN),
        ("House of Representatives", "the House of Representatives", None),
        ("crisis", "crises", NOUN),
        ("commander-in-chief", "two commanders-in-chief", NOUN),
        ("aircraft", "aircraft", NOUN),
    ],
)
def test_a_rendering_is_found_in_its_inflections(target: str, text: str, pos: PartOfSpeech | None) -> None:
    assert find_rendering(target, text, pos=pos) is not None


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("file", "a profile"),
        ("act", "factions"),
        ("truce", "trucenik"),
        ("US", "use of force"),
        ("bill", "billion"),
        ("force", "enforced"),
    ],
)
def test_a_substring_is_no_rendering(target: str, text: str) -> None:
    assert find_rendering(target, text) is None


def test_capitals_count_where_the_entry_asks_for_them() -> None:
    assert find_rendering("DENK", "denk", case_sensitive=True) is None
    assert find_rendering("DENK", "DENK", case_sensitive=True) == (0, 4)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(TERMS),
    st.sampled_from([Form.BASE, Form.PLURAL, Form.PAST, Form.PARTICIPLE, Form.THIRD, Form.GERUND]),
)
def test_what_we_inflect_we_find_again(term: Term, form: Form) -> None:
    verbal = term.pos is VERB
    if verbal is (form is Form.PLURAL) and form is not Form.BASE:
        form = Form.BASE
    if not verbal and form not in {Form.BASE, Form.PLURAL}:
        form = Form.BASE
    english = inflect(term.target, form, term.pos)
    text = f"Then {english} again."
    assert find_rendering(term.target, text, pos=term.pos) == (5, 5 + len(english))


@pytest.mark.parametrize(
    ("source", "target", "pos", "surface", "english"),
    [
        ("veiligheidsgarantie", "security guarantee", NOUN, "veiligheidsgaranties", "security guarantees"),
        ("staatshoofd", "head of state", NOUN, "staatshoofden", "heads of state"),
        ("bondgenoot", "ally", NOUN, "bondgenoten", "allies"),
        ("onderhandelaar", "negotiator", NOUN, "onderhandelaarsters", "negotiators"),
        ("vredestroepen", "peacekeeping troops", NOUN, "vredestroepen", "peacekeeping troops"),
        ("uitstellen", "postpone", VERB, "stelde uit", "postponed"),
        ("uitstellen", "postpone", VERB, "uitgesteld", "postponed"),
        ("uitstellen", "postpone", VERB, "stelt uit", "postpones"),
        ("intrekken", "withdraw", VERB, "trok in", "withdrew"),
        ("intrekken", "withdraw", VERB, "ingetrokken", "withdrawn"),
        ("in stand houden", "maintain", VERB, "hield in stand", "maintained"),
        ("Poetin", "Putin", PartOfSpeech.NAME, "Poetins", "Putin"),
        ("aan de rem trekken", "slow down", PartOfSpeech.PHRASE, "trok aan de rem", "slowed down"),
        ("botweg weigeren", "flatly refuse", PartOfSpeech.PHRASE, "weigerde botweg", "flatly refused"),
        ("in zijn nopjes zijn", "be pleased", PartOfSpeech.PHRASE, "in zijn nopjes was", "was pleased"),
        (
            "te buiten gaan",
            "overstep the mark",
            PartOfSpeech.PHRASE,
            "ging te buiten",
            "overstepped the mark",
        ),
        ("hoge ogen gooien", "do well", PartOfSpeech.PHRASE, "gooit hoge ogen", "does well"),
        ("van de baan zijn", "off the agenda", PartOfSpeech.PHRASE, "was van de baan", "off the agenda"),
        ("op volle zee", "on the high seas", PartOfSpeech.PHRASE, "op volle zee", "on the high seas"),
    ],
)
def test_the_english_takes_the_form_of_the_dutch(
    source: str, target: str, pos: PartOfSpeech, surface: str, english: str
) -> None:
    assert english_form(Term(source, target, pos), surface) == english


def test_the_base_form_stays_as_it_is() -> None:
    term = Term("verdrag", "treaty", NOUN)
    assert dutch_form(term, "verdrag") is Form.BASE
    assert english_form(term, "Verdrag") == "treaty"


@pytest.mark.parametrize(
    ("source", "target", "pos", "surface", "before", "english"),
    [
        ("uitstellen", "postpone", VERB, "stelde uit", "The chair ", "postponed"),
        ("intrekken", "withdraw", VERB, "ingetrokken", "The plan has not been ", "withdrawn"),
        ("intrekken", "withdraw", VERB, "ingetrokken", "The chair ", "withdrew"),
        ("intrekken", "withdraw", VERB, "trok in", "She decided to ", "withdraw"),
        ("intrekken", "withdraw", VERB, "in te trekken", "The idea of ", "withdrawing"),
        ("gezant", "envoy", NOUN, "gezanten", "The ", "envoys"),
        ("gezant", "envoy", NOUN, "gezant", "These ", "envoys"),
        ("gezant", "envoy", NOUN, "gezanten", "", "Envoys"),
        ("gezant", "envoy", NOUN, "gezant", "He left. ", "Envoy"),
        ("Poetin", "Putin", PartOfSpeech.NAME, "Poetins", "These ", "Putin"),
    ],
)
def test_the_english_in_front_asks_for_a_form(
    source: str, target: str, pos: PartOfSpeech, surface: str, before: str, english: str
) -> None:
    assert fitting_form(Term(source, target, pos), surface, before) == english


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("labour force", "labor force"),
        ("organisation", "organization"),
        ("defence minister", "defense minister"),
        ("command centre", "command center"),
        ("programme", "program"),
        ("armoured vehicle", "armored vehicle"),
        ("manoeuvre", "maneuver"),
        ("judgement", "judgment"),
        ("security adviser", "security advisor"),
        ("sceptic", "skeptic"),
    ],
)
def test_british_and_american_spellings_are_found_for_each_other(british: str, american: str) -> None:
    assert find_rendering(british, f"the {american}s here", pos=NOUN) is not None
    assert find_rendering(american, f"the {british}s here", pos=NOUN) is not None


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("travelling", "traveling"),
        ("manoeuvred", "maneuvered"),
        ("analysed", "analyzed"),
    ],
)
def test_inflected_verbs_have_both_spellings(british: str, american: str) -> None:
    assert {british, american} <= spellings(british) & spellings(american)


@pytest.mark.parametrize("row", ["-" * 400, "a-" * 400, "- " * 400, "'" * 400])
def test_rows_of_dashes_are_looked_through_once(row):
    assert find_rendering("put off", f"put {row}x", pos=PartOfSpeech.VERB) is None
    assert find_rendering("put off", "They put the long-awaited debate off.", pos=PartOfSpeech.VERB) == (
        5,
        36,
    )
