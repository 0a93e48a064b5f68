"""Candidates are terms that the glossary lacks, with their frequency and a sentence."""

from __future__ import annotations

from briefing.glossary import Glossary, PartOfSpeech, Term
from briefing.match import Matcher
from briefing.match.suggest import candidates

TEXT = [
    "De havenblokkade duurt voort.",
    "Niemand voorzag de havenblokkade.",
    "De havenblokkades kosten geld, zegt het ministerie.",
    "De digitale weerbaarheid moet omhoog.",
    "Volgens Anna Verhulst is digitale weerbaarheid het doel.",
]


def test_inflections_of_one_candidate_are_counted_together() -> None:
    found = {c.source: c for c in candidates(TEXT, Matcher(Glossary(())))}
    assert found["havenblokkade"].frequency in {2, 3}
    assert "havenblokkade" in found["havenblokkade"].example


def test_an_adjective_and_its_noun_are_one_candidate() -> None:
    assert "digitale weerbaarheid" in {c.source for c in candidates(TEXT, Matcher(Glossary(())))}


def test_what_the_glossary_has_is_not_suggested() -> None:
    matcher = Matcher(Glossary((Term("havenblokkade", "port blockade", PartOfSpeech.NOUN),)))
    assert not any("havenblokkade" in c.source for c in candidates(TEXT, matcher))


def test_the_best_come_first_and_no_more_than_asked() -> None:
    found = candidates(TEXT, Matcher(Glossary(())), limit=2)
    assert len(found) == 2
    assert found[0].termhood >= found[1].termhood


def test_an_empty_text_has_no_candidates() -> None:
    assert candidates([], Matcher(Glossary(()))) == ()
    assert candidates(["", "..."], Matcher(Glossary(()))) == ()
