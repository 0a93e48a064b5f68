"""Common words are given the sense that their neighbours tell."""

from __future__ import annotations

import pytest
from fake_engine import FakeEngine

from briefing.article import Article, Block, Sentence
from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher
from briefing.translate import Flag, Translator, contexts
from briefing.translate.contexts import Sense, Senses
from briefing.translate.engine import Hypothesis
from briefing.translate.translator import Segmented

HOSE = Sense("slang", PartOfSpeech.NOUN, ("hose", "tube"), ("brandweer*", "in_zijn_keel", "!gif*"))
SENSES = Senses({"slang": [HOSE]})


@pytest.fixture
def senses(monkeypatch):
    monkeypatch.setattr(contexts, "load", lambda: SENSES)


def one(text, engine, glossary=None):
    article = Article("a", (Block(text),))
    translator = Translator(engine, Matcher(glossary) if glossary else None)
    (done,) = translator.translate([Segmented(1, article, (Sentence("S1.P1.1", text),))])
    return done.translations[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De brandweer legde slangen uit.", ["slangen"]),
        ("De brandweerlieden pakten een slang.", ["slang"]),
        ("Er zat een slang in zijn keel.", ["slang"]),
        ("De brandweer ving een giftige slang.", []),  # forbidden beside it
        ("Er zat een slang in de keel.", []),
        ("De slang sliep.", []),
    ],
)
def test_a_word_has_the_sense_that_its_neighbours_tell(text, found):
    assert [match.surface for match in SENSES.matches(text)] == found


def test_the_first_of_several_senses_that_apply_is_told():
    tube = Sense("slang", PartOfSpeech.NOUN, ("tube",), ("keel", "brandweer"))
    senses = Senses({"slang": [HOSE, tube]})
    (first,) = senses.matches("De brandweer zag een slang.")
    assert first.term.target == "hose"


def test_it_is_annotated_and_is_no_term_of_the_memo(senses):
    text = "De brandweer legde een slang uit."
    engine = FakeEngine(
        {(text, "hose"): [Hypothesis("The fire brigade laid out a hose.", -0.1)]}, terminology="inline-1"
    )
    found = one(text, engine)
    assert (found.english, found.terms, found.flags) == ("The fire brigade laid out a hose.", (), ())
    assert [t.target for t in engine.calls[0][1][0].terms] == ["hose"]


def test_another_sense_is_no_fault_but_costs(senses):
    text = "De brandweer legde een slang uit."
    beam = [
        Hypothesis("The fire brigade laid out a snake.", -0.1),
        Hypothesis("The fire brigade laid out a tube.", -0.3),
    ]
    assert (
        one(text, FakeEngine({text: beam}, terminology="inline-1")).english
        == "The fire brigade laid out a tube."
    )
    lost = one(text, FakeEngine({text: beam[:1]}, terminology="inline-1"))
    assert Flag.TERM not in lost.flags
    assert lost.terms == ()


def test_the_glossary_goes_before(senses):
    text = "De brandweer legde een slang uit."
    engine = FakeEngine(terminology="inline-1")
    one(text, engine, Glossary((Term("slang", "serpent"),)))
    assert [t.target for t in engine.calls[0][1][0].terms] == ["serpent"]


def test_a_model_without_annotations_is_left_alone(senses):
    engine = FakeEngine()
    one("De brandweer legde een slang uit.", engine)
    assert not engine.calls[0][1][0].terms


def test_the_shipped_senses_are_well_formed():
    for dutch, senses in contexts.load().table.items():
        assert dutch == dutch.strip().lower()
        assert " " not in dutch
        for sense in senses:
            assert all(english and english == english.strip() for english in sense.english), dutch
            assert any(not word.startswith("!") for word in sense.contexts), dutch
            assert len(set(sense.contexts)) == len(sense.contexts), dutch
