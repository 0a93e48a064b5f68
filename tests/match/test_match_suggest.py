"""Candidates are terms that the glossary lacks, with their frequency and a sentence; names and everyday words are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher, general
from briefing.match.suggest import Candidate, candidates

EMPTY = Matcher(Glossary(()))
TEXT = [
    "De havenblokkade duurt voort.",
    "Niemand voorzag de havenblokkade.",
    "De havenblokkades kosten geld, zegt het ministerie.",
    "De digitale weerbaarheid moet omhoog.",
    "Volgens Anna Verhulst is digitale weerbaarheid het doel.",
    "Binnenkort praat de Raad van Europa er in Parijs over, zei zij maandagmiddag. „Wij wachten al een week.”",
]


def found(*sentences: str, names: bool = False) -> dict[str, Candidate]:
    return {c.source: c for c in candidates(sentences, EMPTY, names=names)}


def test_inflections_of_one_candidate_are_counted_together_under_the_singular() -> None:
    candidate = found(*TEXT)["havenblokkade"]
    assert candidate.frequency == 3
    assert candidate.example == TEXT[0]


def test_a_plural_that_is_the_usual_form_stays() -> None:
    assert "troepen" in found("De troepen zijn onderweg.")


def test_an_adjective_and_its_noun_are_one_candidate_and_the_noun_within_is_not_counted() -> None:
    assert found(*TEXT)["digitale weerbaarheid"].frequency == 2
    assert "weerbaarheid" not in found(*TEXT)


def test_an_adjective_of_opinion_makes_no_term_unless_it_comes_back() -> None:
    once = ["Het was een keiharde havenblokkade."]
    assert "keiharde havenblokkade" not in found(*once)
    assert "keiharde havenblokkade" in found(*once, *once)


def test_words_joined_by_hyphens_are_one_candidate() -> None:
    assert "drone-aanval" in found("De drone-aanvallen gingen door.", "Een drone-aanval mislukte.")


@pytest.mark.parametrize(
    "word", ["binnenkort", "maandagmiddag", "week", "wachten", "Parijs", "Wij", "Anna", "anna verhulst"]
)
def test_adverbs_the_calendar_verbs_and_names_are_no_terms(word: str) -> None:
    assert word not in found(*TEXT)


def test_names_stand_behind_the_terms_where_they_are_asked_for() -> None:
    all_found = candidates(TEXT, EMPTY, names=True)
    names = {c.source for c in all_found if c.name}
    assert names == {"Anna Verhulst", "Raad van Europa", "Parijs"}
    assert [c.name for c in all_found] == sorted(c.name for c in all_found)


def test_what_the_glossary_has_is_not_suggested() -> None:
    matcher = Matcher(Glossary((Term("havenblokkade", "port blockade", PartOfSpeech.NOUN),)))
    assert not any("havenblokkade" in c.source for c in candidates(TEXT, matcher))


def test_a_word_made_like_the_glossarys_own_comes_before_another() -> None:
    text = ["De gevechtsmacht en de vergadertafel staan klaar."]
    own = tuple(Term(f"{word}smacht", "force") for word in ("vrede", "garantie", "verzekering"))
    plain = {c.source: c.termhood for c in candidates(text, EMPTY)}
    related = {c.source: c.termhood for c in candidates(text, Matcher(Glossary(own)))}
    assert related["gevechtsmacht"] > plain["gevechtsmacht"]
    assert related["vergadertafel"] == plain["vergadertafel"]


def test_a_rare_word_comes_before_an_everyday_one() -> None:
    order = [c.source for c in candidates(["Het land wil een ontsnappingsclausule van de regering."], EMPTY)]
    assert order[0] == "ontsnappingsclausule"


def test_the_best_come_first_and_no_more_than_asked() -> None:
    best = candidates(TEXT, EMPTY, limit=2)
    assert len(best) == 2
    assert best[0].termhood >= best[1].termhood


def test_an_empty_text_has_no_candidates() -> None:
    assert candidates([], EMPTY) == ()
    assert candidates(["", "..."], EMPTY, names=True) == ()


PIECE = st.sampled_from(
    [
        *" .,-’'\"„”:\u00ad\u200b\n",
        "de",
        "Raad",
        "van",
        "drone-aanval",
        "’s",
        "digitale",
        "vredestroepen",
        "ge",
        "F-16",
        "ß",
        "İ",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECE | st.text(max_size=4), max_size=20).map(" ".join), st.booleans())
def test_any_text_has_candidates_with_a_source_and_a_frequency(text: str, names: bool) -> None:
    for candidate in candidates([text, text.replace(" ", "")], EMPTY, names=names):
        assert candidate.source == " ".join(candidate.source.split()) != ""
        assert candidate.frequency > 0
        assert candidate.example in {text, text.replace(" ", "")}


def test_general_dutch_tells_nouns_adverbs_and_names_apart() -> None:
    words = general.load()
    assert words.rarity("land") < words.rarity("fregat") < words.rarity("havenblokkade")
    noun, adverb, name = (words.usage(word) for word in ("mandaat", "sindsdien", "parijs"))
    assert noun is not None
    assert adverb is not None
    assert name is not None
    assert noun.noun > 0.3 > 0.05 > adverb.noun
    assert name.name > 0.9
