"""Common words are given the sense that their neighbours tell."""

from __future__ import annotations

import pytest
from fake_engine import FakeEngine

from briefing.article import Article, Block, Sentence
from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher
from briefing.translate import Translator
from briefing.translate import senses as module
from briefing.translate.engine import Hypothesis
from briefing.translate.senses import Sense, Senses
from briefing.translate.translator import Segmented

HOSE = Sense("slang", PartOfSpeech.NOUN, ("hose", "tube"), ("brandweer*", "in_zijn_keel", "!gif*"))
SENSES = Senses({"slang": [HOSE]})


@pytest.fixture
def senses(monkeypatch):
    monkeypatch.setattr(module, "load", lambda: SENSES)


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
        ("Brandweerman Dirk Slang blust.", []),  # a name
        ("De brandweer pakte een slangetje.", []),
    ],
)
def test_a_word_has_the_sense_that_its_neighbours_tell(text, found):
    assert [match.surface for match in SENSES.matches(text)] == found


def test_the_first_of_several_senses_that_apply_is_told():
    tube = Sense("slang", PartOfSpeech.NOUN, ("tube",), ("keel", "brandweer"))
    senses = Senses({"slang": [HOSE, tube]})
    (first,) = senses.matches("De brandweer zag een slang.")
    assert first.term.target == "hose"


TEXT = "De brandweer legde een slang uit."


def test_a_translation_with_the_sense_is_chosen(senses):
    beam = [
        Hypothesis("The fire brigade laid out a snake.", -0.1),
        Hypothesis("The fire brigade laid out a tube.", -0.15),
    ]
    assert one(TEXT, FakeEngine({TEXT: beam})).english == "The fire brigade laid out a tube."


def test_where_none_has_it_the_model_is_asked_again(senses):
    engine = FakeEngine(
        {
            TEXT: [Hypothesis("The fire brigade laid out a snake.", -0.1)],
            (TEXT, "hose"): [Hypothesis("The fire brigade laid out a hose.", -0.12)],
        },
        terminology="inline-1",
    )
    found = one(TEXT, engine)
    assert (found.english, found.terms, found.flags) == ("The fire brigade laid out a hose.", (), ())


def test_another_sense_is_no_reason_for_a_flag(senses):
    engine = FakeEngine({TEXT: [Hypothesis("The fire brigade laid out a snake.", -0.1)]})
    assert one(TEXT, engine).flags == ()


def test_the_glossary_goes_before(senses):
    engine = FakeEngine(
        {TEXT: [Hypothesis("The fire brigade laid out a serpent.", -0.1)]}, terminology="inline-1"
    )
    found = one(TEXT, engine, Glossary((Term("slang", "serpent"),)))
    assert found.english == "The fire brigade laid out a serpent."
    assert not any(t.target == "hose" for _, segments in engine.calls for s in segments for t in s.terms)


def test_the_shipped_senses_are_well_formed():
    for dutch, senses in module.load().table.items():
        assert dutch == dutch.strip().lower()
        assert " " not in dutch
        for sense in senses:
            assert all(english and english == english.strip() for english in sense.english), dutch
            assert any(not word.startswith("!") for word in sense.contexts), dutch
            assert len(set(sense.contexts)) == len(sense.contexts), dutch
