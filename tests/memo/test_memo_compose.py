"""What stands in a memo, in which order, and what leads where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import memo_builder as build
import pytest

from briefing.article import PartialDate, SentenceKind
from briefing.errors import UsageError
from briefing.memo import SECTIONS, Memo, TermRow, compose, section_names
from briefing.memo.wording import also_above, reasons, split_terms
from briefing.summarise import summarise
from briefing.summarise.types import Position, Summary, Theme
from briefing.translate.types import Origin


def memo_of(summary: Summary) -> Memo:
    """Return the memo of the builder's articles with another summary."""
    return compose(
        build.articles(), summary, request=build.request(), glossary=None, signature=build.SIGNATURE
    )


def test_sections_stand_in_the_memos_order_and_none_is_empty():
    assert build.memo().sections == tuple(SECTIONS)


def test_a_section_without_content_is_left_out():
    memo = compose(
        build.articles(),
        Summary(key_points=(build.point(1, "S1.P1.1"),)),
        request=build.request(),
        glossary=None,
        signature=build.SIGNATURE,
    )
    assert memo.sections == ("key-points", "terms", "sources", "method", "assessment", "annex")


def test_the_user_chooses_sections_but_not_their_order():
    assert build.memo(sections=("annex", "Key points", "bluf")).sections == (
        "bottom-line",
        "key-points",
        "annex",
    )


def test_an_unknown_section_is_refused_and_the_names_are_said():
    with pytest.raises(UsageError, match="no section “sumary”") as caught:
        section_names(["sumary"])
    assert "key-points" in caught.value.hint


def test_an_unknown_paper_is_refused():
    with pytest.raises(UsageError, match="a4 or letter"):
        build.memo(paper="legal")


def test_no_annex_leaves_references_without_a_place_to_lead_to():
    memo = build.memo(annex=False)
    assert "annex" not in memo.sections
    assert not memo.linked


def test_bilingual_only_keeps_the_articles_their_list_and_the_limits():
    memo = build.memo(bilingual_only=True)
    assert memo.sections == ("sources", "method", "annex")
    assert "summary" not in memo.notice + " ".join(memo.method.statements)
    assert memo.method.options == ()


def test_a_reference_names_the_source_and_a_date_no_more_precise_than_known():
    memo = build.memo()
    assert [point.reference for point in memo.key_points] == [
        "[4 · 18 May 2025]",
        "[3 · 10 Mar 2025]",
        "[2 · Mar 2025]",
        "[2 · Mar 2025]",
        "[1 · 4 Mar 2025]",
    ]


def test_the_key_points_say_what_the_bottom_line_does_not_the_newest_source_first():
    memo = build.memo()
    assert [point.sentences[0] for point in memo.key_points] == [
        "S4.P1.2",
        "S3.P2.1",
        "S2.P2.1",
        "S2.P2.3",
        "S1.P3.2",
    ]
    alone = build.memo(sections=("key-points",))
    assert [point.sentences[0] for point in alone.key_points] == [
        "S4.P1.2",
        "S3.P1.1",
        "S2.P1.2",
        "S2.P2.3",
        "S1.P1.1",
        "S1.P3.2",
    ]


def test_a_memo_of_which_the_bottom_line_says_all_has_key_points_nevertheless():
    only = build.point(1, "S1.P1.1")
    memo = compose(
        build.articles(),
        Summary((only,), (only,)),
        request=build.request(),
        glossary=None,
        signature=build.SIGNATURE,
    )
    assert [p.sentences for p in memo.bottom_line] == [p.sentences for p in memo.key_points]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 5, 17), ""),
        (date(2025, 6, 17), ""),
        (date(2025, 6, 18), " The newest source is 4 weeks older than this memo."),
        (date(2025, 7, 20), " The newest source is 2 months older than this memo."),
        (date(2026, 11, 28), " The newest source is 18 months older than this memo."),
    ],
)
def test_a_memo_says_that_its_news_is_old(day, said):
    assert build.memo(date=day).notice.partition("person.")[2] == said


def test_an_undated_source_is_said_to_be_undated():
    first, *rest = build.articles()
    undated = replace(first, article=replace(first.article, date=None))
    memo = compose(
        (undated, *rest), build.summary(), request=build.request(), glossary=None, signature=build.SIGNATURE
    )
    assert memo.key_points[-1].reference == "[1 · undated]"
    assert memo.sources[0].date == "undated"
    assert memo.period == "Mar 2025 to 18 May 2025 (1 article undated)"


def test_neighbours_that_stand_together_are_one_entry_with_both_sentences():
    point = build.memo().key_points[2]
    assert point.sentences == ("S2.P2.1", "S2.P2.2")
    assert point.english.count(".") == 2
    assert point.dutch.startswith("Minister Brekelmans")


def test_every_anchor_is_unique_and_every_citation_is_known_in_the_annex():
    memo = build.memo()
    entries = [
        *memo.bottom_line,
        *memo.key_points,
        *(e for theme in memo.themes for e in theme.entries),
        *(event.entry for event in memo.timeline),
        *(said.entry for speaker in memo.speakers for said in speaker.statements),
        *(entry for dispute in memo.disputes for _, entry in dispute.values),
    ]
    anchors = [entry.anchor for entry in entries]
    assert len(set(anchors)) == len(anchors)
    uses = {row.id: row.uses for article in memo.annex for row in article.rows}
    for entry in entries:
        for sentence in entry.sentences:
            assert entry.anchor in uses[sentence]


def test_the_annex_leads_back_only_to_sections_that_are_printed():
    memo = build.memo(sections=("key-points", "annex"))
    letters = {use[0] for article in memo.annex for row in article.rows for use in row.uses}
    assert letters == {"K"}


def test_a_theme_names_what_stands_above_and_prints_the_rest():
    theme = build.memo().themes[1]
    assert theme.above == ("B3", "K4", "K5")
    assert [(e.anchor, e.sentences) for e in theme.entries] == [
        ("D2.1", ("S1.P3.1",)),
        ("D2.2", ("S4.P1.1",)),
    ]
    alone = build.memo(sections=("developments",)).themes[1]
    assert alone.above == ()
    assert [e.sentences for e in alone.entries][:2] == [("S1.P3.2",), ("S1.P3.1",)]
    assert len(alone.entries) == 5


def test_a_theme_of_which_all_stands_above_is_named_as_inside_a_sentence():
    theme = build.memo().themes[2]
    assert (theme.label, theme.entries, theme.above) == ("airfields", (), ("B2", "K5"))
    assert "".join(words for words, _ in also_above(build.memo().themes)) == (
        "Also above: airfields (the bottom line, key point 5)."
    )
    assert also_above(build.memo(sections=("developments",)).themes) == []


@pytest.mark.parametrize("label", ["Other developments", "Developments"])
def test_what_belongs_to_no_theme_and_stands_above_is_not_named(label):
    point = build.point(1, "S1.P1.1")
    memo = memo_of(Summary((point,), themes=(Theme(label, (point,)),)))
    assert memo.themes == ()
    assert "developments" not in memo.sections


def test_the_timeline_is_in_order_and_what_cannot_be_dated_stands_at_the_date_of_its_article():
    memo = build.memo()
    assert [event.iso for event in memo.timeline] == ["", "2025-03-04", "2025-03-10", "2025-04-01"]
    open_ = memo.timeline[0]
    assert (open_.date, open_.when, open_.expression) == ("", "Mar 2025", "donderdag")
    assert "dated to the month" in open_.note
    assert memo.timeline[1].when == "4 Mar 2025"


def test_a_day_stands_before_the_month_that_begins_with_it():
    told = (
        ("In maart 2025 sluit Zweden drie havens.", "In March 2025 Sweden will close three ports."),
        (
            "Op 1 maart 2025 begint de oefening bij Bornholm.",
            "The exercise near Bornholm begins on 1 March 2025.",
        ),
    )
    said = [[build.translation(f"S1.P{n}.1", nl, en)] for n, (nl, en) in enumerate(told, 1)]
    articles = (build.article(1, said, date=PartialDate(2025, 2, 20)),)
    memo = compose(
        articles, summarise(articles), request=build.request(), glossary=None, signature=build.SIGNATURE
    )
    assert [event.date for event in memo.timeline] == ["1 Mar 2025", "Mar 2025"]


def test_what_is_known_of_a_date_is_said_once():
    dated, *_ = build.memo().timeline
    assert (dated.when, dated.caution) == ("Mar 2025", "day not known")
    undated = replace(dated, entry=replace(dated.entry, date=""))
    assert (undated.when, undated.caution) == ("undated article", "")


def test_statements_are_grouped_by_speaker_and_who_says_most_comes_first():
    speakers = build.memo().speakers
    assert [s.name for s in speakers] == ["Mette Frederiksen", "Dmitri Peskov"]
    assert [said.speech for said in speakers[0].statements] == ["quoted", "reported"]
    assert [said.entry.anchor for said in speakers[0].statements] == ["P1.1", "P1.2"]


def test_speakers_who_say_as_much_stand_in_the_order_of_appearance():
    said = ("S3.P1.1", "S1.P3.1", "S2.P2.1")
    positions = tuple(Position(f"Speaker {id_}", build.find(id_), "reported") for id_ in said)
    memo = memo_of(Summary((), positions=positions))
    assert [speaker.name for speaker in memo.speakers] == [f"Speaker {id_}" for id_ in said]


def test_terms_are_counted_over_all_articles_most_frequent_first():
    terms = build.memo().terms
    assert (terms[0].nl, terms[0].count, terms[0].kept) == ("geruststellingsmacht", 3, 3)
    assert [term.nl for term in terms if term.missed] == ["bestand"]


def test_a_term_with_an_accent_stands_where_it_would_without():
    first, *rest = build.articles()
    used = tuple(build.use(nl, "x") for nl in ("zaal", "Élysée", "raad", "dam"))
    said = replace(first.translations[0], terms=used)
    articles = (replace(first, translations=(said, *first.translations[1:])), *rest)
    memo = compose(articles, Summary(()), request=build.request(), glossary=None, signature=build.SIGNATURE)
    assert [row.nl for row in memo.terms if row.en == "x"] == ["dam", "Élysée", "raad", "zaal"]


def test_a_source_without_title_is_known_by_its_opening_words():
    source = build.memo().sources[1]
    assert not source.titled
    assert source.title == "On Thursday, the House of Representatives will debate the Dutch contribution to…"
    assert source.heading.startswith("“On Thursday")
    assert source.original == ""


def test_a_heading_that_an_article_begins_with_is_its_title():
    heading = build.translation(
        "S1.P1.1", "Zweden sluit havens", "Sweden closes ports", kind=SentenceKind.HEADING
    )
    text = build.translation("S1.P2.1", "De havens gaan dicht.", "The ports will close.")
    only = build.article(1, [[heading], [text]])
    memo = compose((only,), Summary(()), request=build.request(), glossary=None, signature=build.SIGNATURE)
    [source] = memo.sources
    assert (source.heading, source.original) == ("Sweden closes ports", "Zweden sluit havens")
    assert [row.en for row in memo.annex[0].rows] == ["Sweden closes ports", "The ports will close."]
    assert [[row.en for row in rows] for rows in memo.annex[0].paragraphs] == [["The ports will close."]]


def test_a_source_with_title_shows_both_languages_and_an_english_one_only_its_own():
    memo = build.memo()
    assert (memo.sources[0].title, memo.sources[0].original) == (
        "Fourteen countries promise troops for Ukraine",
        "Veertien landen beloven troepen voor Oekraïne",
    )
    assert memo.sources[3].original == ""


def test_method_says_how_much_was_reviewed_and_what_failed():
    method = build.memo().method
    said = " ".join(method.statements)
    assert "reviewed 1 sentence of 17" in said
    assert "Source 4 is in English" in said
    assert "Of 17 translated segments, 2 failed" in said
    assert "The day of source 2 is not known" in said
    assert method.signature == str(build.SIGNATURE)
    assert [f.id for f in method.flagged] == ["S1.P3.3", "S2.P2.2"]
    assert method.flagged[1].reasons[0] == "glossary: “bestand” should be “truce”"
    assert method.skipped == (("sources/scan.pdf", "the PDF has no text layer"),)


def test_sources_in_english_alone_are_not_called_a_translation():
    english = replace(build.articles()[3], number=4)
    memo = compose((english,), Summary(()), request=build.request(), glossary=None, signature=build.SIGNATURE)
    assert memo.notice == "Extractive summary of English sources, not reviewed."
    assert not any("machine translation" in s for s in memo.method.statements)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({}, "Ukraine: reassurance force"),
        ({"subject": "Coalition"}, "Coalition"),
        ({"title": "Troops for Kyiv"}, "Troops for Kyiv"),
        ({"title": "Troops for Kyiv", "subject": "Coalition"}, "Troops for Kyiv"),
    ],
)
def test_the_title_is_the_one_given_else_the_subject_else_what_articles_share(asked, title):
    memo = build.memo(**asked)
    assert memo.title == title
    assert memo.subject == asked.get("subject", memo.subject)


def test_articles_that_share_nothing_have_their_date_for_a_title():
    told = ("Estonia holds a tanker near Tallinn.", "Portugal plants trees around Porto.")
    articles = tuple(
        build.article(n, [[build.translation(f"S{n}.P1.1", en, en)]]) for n, en in enumerate(told, 1)
    )
    memo = compose(
        articles, Summary(()), request=build.request(), glossary=build.GLOSSARY, signature=build.SIGNATURE
    )
    assert memo.title == "Press briefing, 20 May 2025"


def test_reviewed_holds_only_where_a_person_saw_every_sentence_of_the_entry():
    memo = build.memo()
    assert [p.anchor for p in memo.bottom_line if p.reviewed] == ["B2"]
    assert build.find("S2.P1.2").origin is Origin.REVIEWED


def test_the_moment_of_making_is_midnight_of_the_memos_date_unless_given():
    assert build.memo().made.isoformat() == "2025-05-20T00:00:00+00:00"


def test_a_file_is_named_without_its_folder_unless_another_has_that_name():
    first, second, third, fourth = build.articles()
    named = [
        replace(a, article=replace(a.article, source=path))
        for a, path in ((first, "in/a/x.txt"), (second, "in/b/x.txt"), (third, r"C:\in\y.txt"), (fourth, "-"))
    ]
    memo = compose(named, Summary(()), request=build.request(), glossary=None, signature=build.SIGNATURE)
    assert [s.file for s in memo.sources] == ["a/x.txt", "b/x.txt", "y.txt", "-"]
    assert memo.sources[0].path == "in/a/x.txt"


def test_a_long_list_of_terms_names_those_met_once_and_kept_in_one_line():
    rows = [TermRow(f"woord{n}", f"word{n}", 1, 0, 0) for n in range(40)]
    rows += [TermRow("bestand", "truce", 0, 0, 1), TermRow("leger", "army", 2, 0, 0)]
    listed, plain = split_terms(rows)
    assert [row.nl for row in listed] == ["bestand", "leger"]
    assert len(plain) == 40
    assert split_terms(rows[:5]) == (rows[:5], [])


@pytest.mark.parametrize(
    ("dutch", "english", "reason"),
    [
        (
            "250.000 man en 12 schepen",
            "250,000 men and 13 ships",
            "numbers: 12 in the original, 13 in the English",
        ),
        ("vier of 5 landen", "four countries", "numbers: 5 in the original"),
        ("twaalf landen", "ten countries", "numbers or dates differ from the original"),
    ],
)
def test_a_number_that_differs_is_named(dutch, english, reason):
    flagged = build.translation("S1.P1.1", dutch, english, flags=(build.Flag.NUMBER,))
    assert reasons(flagged) == (reason,)
