"""Bottom line and themes: what the memo's first and middle pages show."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from summary_builders import AFFAIR, article, translation

from briefing.summarise import summarise
from briefing.summarise.cues import cue_count
from briefing.summarise.labels import label
from briefing.translate.types import Flag, TermOutcome, TermUse, Translation


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
    assert len(themes) <= 6
    assert all(theme.label for theme in themes)
    assert len(themes) == 1 or all(len(theme.points) > 1 for theme in themes)


def test_sentences_on_one_thing_share_a_theme():
    one = article(
        "Zweden houdt tankers zonder verzekering aan in de haven van Malmö.",
        "De tankers zonder verzekering varen onder valse vlag naar de haven.",
        "De verzekering van tankers wordt in elke haven nagekeken.",
        "Het parlement in Oslo stemt over een begroting voor scholen.",
        "De begroting voor scholen stijgt volgens het parlement met 12 procent.",
        "Leraren vinden de begroting van het parlement voor scholen te laag.",
    )
    themes = summarise([one], sentences=6).themes
    groups = {frozenset(t.sentence.block for p in theme.points for t in p.translations) for theme in themes}
    assert all(group <= {1, 2, 3} or group <= {4, 5, 6} for group in groups)


def test_a_label_is_what_the_group_says_and_the_others_do_not():
    cables = [
        translation("x", "The repair of the sea cables takes a week."),
        translation("x", "Norway guards the sea cables with ships."),
    ]
    schools = [translation("x", "Norway votes on the schools budget.")]
    assert label(cables, schools, []) == "Sea cables"


def test_a_glossary_term_is_the_better_label():
    use = (TermUse("staakt-het-vuren", "ceasefire", TermOutcome.KEPT),)
    group = [
        Translation(translation("x").sentence, "The ceasefire at sea holds in the north.", use),
        Translation(translation("x").sentence, "A ceasefire needs observers in the north.", use),
    ]
    assert label(group, [], []).startswith("Ceasefire")


def test_cue_words_are_counted_in_their_inflections():
    assert cue_count("Zweden weigert mee te doen en stelt een voorwaarde.", "nl") == 2
    assert cue_count("Sweden refuses unless Norway agrees.", "en") == 3
    assert cue_count("Die Minister beschlossen es.", "de") == 0


def test_the_method_says_how_it_was_done():
    method = dict(summarise(AFFAIR, sentences=4).method)
    assert method["budget"] == "4 sentences"
    assert method["period"] == "all dates; 3 of 3 articles"
    assert method["sentences read"] == "12"
