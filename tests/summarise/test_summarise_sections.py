"""Bottom line and themes: what the memo's first and middle pages show."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summary_builders import AFFAIR, article

from briefing.summarise import summarise
from briefing.summarise.cues import cue_count
from briefing.summarise.labels import stems
from briefing.summarise.themes import OTHER
from briefing.translate.types import Flag, TermOutcome, TermUse


def test_the_bottom_line_is_up_to_three_key_points_with_the_newest_article_first():
    summary = summarise(AFFAIR, sentences=9)
    chosen = {point.translations for point in summary.key_points}
    assert 2 <= len(summary.bottom_line) <= 3
    assert all(point.translations in chosen for point in summary.bottom_line)
    assert summary.bottom_line[0].translations[0].sentence.source == 3
    assert [point.order for point in summary.bottom_line] == list(range(1, len(summary.bottom_line) + 1))


def flagged(articles, english):
    """The articles with a flag on the sentences of `english`."""
    return [
        replace(
            a,
            translations=tuple(
                replace(t, flags=(Flag.MEANING,)) if t.english in english else t for t in a.translations
            ),
        )
        for a in articles
    ]


def test_the_bottom_line_holds_no_doubted_translation_where_there_are_others():
    before = [p.english for p in summarise(AFFAIR, sentences=6).bottom_line]
    summary = summarise(flagged(AFFAIR, before), sentences=6)
    assert summary.bottom_line
    assert all(not point.translations[0].flags for point in summary.bottom_line)
    doubted = flagged(AFFAIR, {t.english for a in AFFAIR for t in a.translations})
    assert len(summarise(doubted, sentences=6).bottom_line) == len(before)


def test_the_bottom_line_rather_has_no_sentence_that_adds_to_one_that_does_not_stand_there():
    before = {p.english for p in summarise(AFFAIR, sentences=9).bottom_line}
    adding = [
        replace(
            a,
            translations=tuple(
                replace(t, english=t.english.replace(" ", " also ", 1)) if t.english in before else t
                for t in a.translations
            ),
        )
        for a in AFFAIR
    ]
    summary = summarise(adding, sentences=9)
    assert any(" also " in point.english for point in summary.key_points)
    assert not any(" also " in point.english for point in summary.bottom_line)


def test_of_two_sentences_that_say_as_much_the_one_without_a_flag_is_chosen():
    twins = [
        article("Noorwegen stuurt 14 schepen naar de Oostzee, zei minister Holm in Oslo.", number=1),
        article("Denemarken geeft 14 vliegtuigen aan de marine, zei premier Lind in Aarhus.", number=2),
    ]
    for doubted in (0, 1):
        texts = {twins[doubted].translations[0].english}
        (point,) = summarise(flagged(twins, texts), sentences=1).key_points
        assert point.translations[0].sentence.source == 2 - doubted


def test_the_bottom_line_prefers_sentences_that_need_no_neighbour():
    summary = summarise(AFFAIR, sentences=9)
    assert all(len(point.translations) == 1 for point in summary.bottom_line)


@given(st.integers(1, 12))
@settings(max_examples=12, deadline=None)
def test_themes_are_at_most_six_and_share_out_every_point_once(sentences):
    themes = summarise(AFFAIR, sentences=sentences).themes
    ids = [t.sentence.id for theme in themes for point in theme.points for t in point.translations]
    assert len(ids) == len(set(ids))
    headed = [theme for theme in themes if theme.label not in {OTHER, "Developments"}]
    assert len(themes) - len(headed) <= 1
    assert len(headed) <= 6
    assert all(len(theme.points) > 1 for theme in headed)


def test_a_heading_fits_every_sentence_below_it():
    themes = summarise(AFFAIR, sentences=12).themes
    headed = [theme for theme in themes if theme.label != OTHER]
    assert headed
    for theme in headed:
        assert all(set(stems(theme.label)) <= set(stems(point.english)) for point in theme.points)


def test_sentences_on_one_thing_share_a_theme():
    one = article(
        "Sweden is holding the tankers without insurance in the port of Malmö.",
        "The tankers without insurance sail to the port under a false flag.",
        "The insurance of tankers is checked in every port.",
        "Parliament in Oslo votes on a budget for schools.",
        "The budget for schools rises by 12 per cent, says parliament.",
        "Teachers find the budget of parliament for schools too low.",
        language="en",
    )
    themes = summarise([one], sentences=6).themes
    groups = [{t.sentence.block for p in theme.points for t in p.translations} for theme in themes]
    assert groups == [{1, 2, 3}, {4, 5, 6}]


def test_a_heading_is_what_some_sentences_say_and_most_do_not():
    one = article(
        "Norway has the sea cables repaired this week.",
        "The sea cables are guarded with ships of Norway.",
        "Norway will vote on the budget for schools in May.",
        "Teachers in Norway are striking for better pay.",
        "Norway opens a second airport near Bergen.",
        "The ferries of Norway sail on electric power now.",
        language="en",
    )
    cables, others = summarise([one], sentences=6).themes
    assert (cables.label, len(cables.points)) == ("sea cables", 2)
    assert (others.label, len(others.points)) == (OTHER, 4)


@pytest.mark.parametrize("span", ["third quarter", "weekend", "last year"])
def test_a_span_of_time_is_no_theme(span):
    one = article(
        f"Orders of ships rose in the {span} in Norway.",
        f"Sweden sold fewer tankers in the {span} than before.",
        "Parliament will vote on the budget for schools in May.",
        "Teachers in Bergen are striking for better pay.",
        "Denmark opens a second airport near Aarhus.",
        "The ferries of Finland sail on electric power now.",
        language="en",
    )
    assert span not in [theme.label for theme in summarise([one], sentences=6).themes]


def test_a_glossary_term_is_the_better_heading():
    use = (TermUse("vallei", "valley", TermOutcome.KEPT),)
    plain = article(
        "The ceasefire in the north holds in the valley.",
        "A ceasefire needs observers in the valley.",
        "Norway will vote on the budget for schools in May.",
        "Teachers in Bergen are striking for better pay.",
        "Denmark opens a second airport near Aarhus.",
        "The ferries of Sweden sail on electric power now.",
        language="en",
    )
    assert (
        summarise([plain], sentences=6).themes[0].label == "ceasefire"
    )  # as good, and first by the alphabet
    marked = replace(
        plain,
        translations=tuple(replace(t, terms=use) if "valley" in t.english else t for t in plain.translations),
    )
    assert summarise([marked], sentences=6).themes[0].label == "valley"


def test_cue_words_are_counted_in_their_inflections():
    assert cue_count("Zweden weigert mee te doen en stelt een voorwaarde.", "nl") == 2
    assert cue_count("Sweden refuses unless Norway agrees.", "en") == 3
    assert cue_count("Die Minister beschlossen es.", "de") == 0


def test_the_method_says_how_it_was_done():
    method = dict(summarise(AFFAIR, sentences=4).method)
    assert method["budget"] == "4 sentences"
    assert method["period"] == "all dates; 3 of 3 articles"
    assert method["sentences read"] == "12"


def test_the_method_counts_the_articles_that_lie_in_the_period():
    def period(articles, **limits):
        return dict(summarise(articles, **limits).method)["period"]

    assert period(AFFAIR, since=date(2025, 2, 1)) == "2025-02-01 to the end; 2 of 3 articles"
    # The others were left out when they were read, and are nobody's total.
    assert period(AFFAIR[1:], since=date(2025, 2, 1)) == "2025-02-01 to the end; 2 articles"
