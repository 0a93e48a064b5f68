"""The stages in reading order: what is read, what is left out, which engine gets what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.errors import ModelError, SourceError
from briefing.glossary import Glossary, Term
from briefing.translate import Hypothesis, Origin

DUTCH = "De ministers spraken donderdag in Brussel over de veiligheid van het land en de steun aan het leger."
OTHER = "Het parlement stemde gisteren over een voorstel van de regering om meer geld aan defensie te geven."
ENGLISH = "The ministers spoke on Thursday in Brussels about the security of the country and the support for the army."
GERMAN = "Die Minister sprachen am Donnerstag in Brüssel über die Sicherheit des Landes und die Hilfe für die Armee."


class Upper:
    """An engine that answers in capitals and remembers what it was asked."""

    name, fingerprint, from_code, terminology = "upper-1", "a" * 64, "nl", None
    reversible = False

    def __init__(self):
        self.asked = []

    def decode(self, segments, *, beam=1, hypotheses=1, progress=None):
        self.asked += [s.text for s in segments]
        return [(Hypothesis(f"{s.text.upper()}", -0.1),) for s in segments]


def files(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def only_dutch(engine):
    def engine_for(language):
        if language != "nl":
            raise ModelError(f"No model translates from {language!r}.", "Install one.")
        return engine

    return engine_for


def test_articles_come_in_the_order_of_the_arguments(tmp_path):
    a, b = files(tmp_path, a=DUTCH, b=OTHER)
    assert [x.source for x in pipeline.read([b, a]).articles] == [b, a]


def test_the_same_text_is_read_once_and_said_so(tmp_path):
    a, b = files(tmp_path, a=DUTCH, b=f"{DUTCH}\n")
    reading = pipeline.read([a, b])
    assert [x.source for x in reading.articles] == [a]
    assert reading.duplicates == ((b, a),)
    twice = pipeline.read([a, b], each_once=False)
    assert ([x.source for x in twice.articles], twice.duplicates) == ([a, b], ())


def test_an_unreadable_source_is_skipped_with_its_reason(tmp_path):
    a, empty = files(tmp_path, a=DUTCH, empty=" \n")
    reading = pipeline.read([a, empty])
    assert [x.source for x in reading.articles] == [a]
    ((name, reason),) = reading.skipped
    assert name == empty
    assert "no text" in reason


def test_but_where_none_is_left_the_reason_is_raised(tmp_path):
    (empty,) = files(tmp_path, empty="")
    with pytest.raises(SourceError, match="no text"):
        pipeline.read([empty])


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (date(2025, 3, 1), None, ["month", "day", "undated"]),
        (date(2025, 3, 30), None, ["month", "undated"]),
        (None, date(2025, 3, 10), ["month", "undated"]),
        (date(2025, 4, 1), None, ["undated"]),
    ],
)
def test_a_period_keeps_what_can_lie_in_it(tmp_path, since, until, kept):
    paths = files(
        tmp_path,
        month=f"date: 2025-03\n\n{DUTCH}",
        day=f"date: 2025-03-28\n\n{OTHER}",
        undated=f"{DUTCH} {OTHER}",
    )
    assert [Path(a.source).stem for a in pipeline.read(paths, since=since, until=until).articles] == kept


def test_a_period_without_an_article_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="period"):
        pipeline.read(files(tmp_path, a=f"date: 2025-03-28\n\n{DUTCH}"), until=date(2024, 1, 1))


def test_english_articles_stay_as_they_are(tmp_path):
    engine = Upper()
    done = pipeline.translate(pipeline.read(files(tmp_path, a=DUTCH, b=ENGLISH)), only_dutch(engine))
    dutch, english = done.articles
    assert [t.english for t in english.translations] == [ENGLISH]
    assert {t.origin for t in english.translations} == {Origin.ORIGINAL}
    assert {t.origin for t in dutch.translations} == {Origin.MODEL}
    assert ENGLISH not in engine.asked


def test_a_language_without_a_model_is_skipped_and_numbers_close_up(tmp_path):
    done = pipeline.translate(pipeline.read(files(tmp_path, a=GERMAN, b=DUTCH)), only_dutch(Upper()))
    assert [a.number for a in done.articles] == [1]
    assert done.articles[0].translations[0].sentence.id == "S1.P1.1"
    ((name, reason),) = done.skipped
    assert name.endswith("a.txt")
    assert "No model" in reason


def test_where_no_article_can_be_translated_each_is_named_with_its_reason(tmp_path):
    a, empty = files(tmp_path, a=GERMAN, empty="")
    with pytest.raises(ModelError, match=rf"(?s){empty}.*no text.*{a}.*'de'"):
        pipeline.translate(pipeline.read([a, empty]), only_dutch(Upper()))


def test_where_no_article_can_be_read_each_is_named_with_its_reason(tmp_path):
    with pytest.raises(SourceError, match=r"(?s)one\.txt.*two\.txt"):
        pipeline.read(files(tmp_path, one="", two=" "))


def test_the_signature_names_program_model_glossary_and_search(tmp_path):
    glossary = Glossary((Term("leger", "army"),), "office.csv", "b" * 64)
    done = pipeline.translate(pipeline.read(files(tmp_path, a=DUTCH)), only_dutch(Upper()), glossary=glossary)
    names = [key for key, _ in done.signature.fields]
    assert names == ["briefing", "model", "glossary", "search"]
    assert "upper-1:aaaaaaaaaaaa" in str(done.signature)
    assert "office.csv:1:bbbbbbbbbbbb" in str(done.signature)
