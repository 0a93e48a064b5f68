"""Terms and names for a title nobody gave."""

from __future__ import annotations

import memo_builder as build

from briefing.memo import topics


def test_terms_that_stand_in_most_articles_come_first():
    assert topics.terms(build.articles(), build.GLOSSARY)[0] == "reassurance force"


def test_names_leave_out_words_of_terms_titles_and_days():
    found = topics.names(build.articles(), limit=20)
    assert "Ukraine" in found
    assert not {"House", "Thursday", "Prime", "Minister"} & set(" ".join(found).split())


def test_nothing_is_invented_where_there_is_nothing():
    assert topics.terms((), None) == ()
    assert topics.names(()) == ()
