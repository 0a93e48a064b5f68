"""The data files are what they should be, and the commands count what an engine gives."""

import re
from collections import Counter

import pytest

from benchmarks.fidelity import Run, constructions, copy, meanings, own, robust, rows
from briefing.translate import Hypothesis, SearchOptions


class Engine:
    """Gives for each sentence what a function makes of it."""

    name, fingerprint, from_code, terminology, reversible = "fake", "0" * 64, "nl", None, False

    def __init__(self, english):
        self.english = english

    def decode(self, segments, *, beam, hypotheses=1, progress=None):
        return [(Hypothesis(self.english(segment.text), -0.1, True),) for segment in segments]


def run(english, *, limit=None, out=None):
    return Run(Engine(english), SearchOptions(choose=False), limit, True, out)


def line(printed, beginning):
    return next(line.split() for line in printed.splitlines() if line.startswith(beginning))


@pytest.mark.parametrize(
    ("name", "columns", "least"),
    [
        ("translation.tsv", 3, 240),
        ("articles.tsv", 3, 300),
        ("constructions.tsv", 3, 200),
        ("meanings.tsv", 4, 900),
        ("robust.tsv", 2, 100),
    ],
)
def test_a_data_file_is_whole(name, columns, least):
    every = rows(name)
    assert len(every) >= least
    assert all(len(row) == columns and None not in row for row in every)
    assert all(value and value == value.strip() for row in every for value in row.values())
    assert max(Counter(row["dutch"] for row in every).values()) == 1


def test_long_sentences_are_long_and_every_kind_has_its_share():
    every = rows("translation.tsv")
    assert all(35 <= len(row["dutch"].split()) <= 60 for row in every if row["kind"] == "long")
    counts = Counter(row["kind"] for row in every)
    assert len(counts) == 8
    assert min(counts.values()) >= 30


def test_a_limit_takes_the_first_of_each_kind():
    every, two = rows("robust.tsv"), rows("robust.tsv", 2)
    assert set(Counter(row["kind"] for row in two).values()) == {2}
    assert [row for row in every if row in two] == two


def test_references_themselves_score_100(capsys, tmp_path):
    english = {row["dutch"]: row["english"] for row in rows("translation.tsv", 1)}
    own(run(english.get, limit=1, out=tmp_path / "own.txt"))
    printed = capsys.readouterr().out
    assert line(printed, "plain")[1:] == ["1", "BLEU", "100.0", "chrF", "100.0"]
    assert "tok:13a" in printed
    written = (tmp_path / "own.txt").read_text(encoding="utf-8")
    assert written.count("\nref ") == written.count("\nhyp ") == len(english)


def test_copied_dutch_keeps_names_and_loses_dates(capsys):
    """But for the one whose month is English with a capital."""
    copy(run(str, limit=12))
    printed = capsys.readouterr().out
    right, _, asked, share = line(printed, "names")[1:]
    assert (right, share) == (asked, "100.00%")
    assert line(printed, "dates")[1] == "1"
    assert "lost date" in printed


def test_failures_are_counted_by_kind(capsys):
    robust(run(lambda dutch: "" if dutch.startswith("Wapen") else "fine " * len(dutch.split()), limit=1))
    printed = capsys.readouterr().out
    head = line(printed, " " * 12)
    word = dict(zip(head, line(printed, "word")[1:], strict=True))
    assert (word["rows"], word["failed"], word["empty"], word["loop"]) == ("1", "1", "1", "0")
    assert dict(zip(head, line(printed, "unstopped")[1:], strict=True))["loop"] == "1"


@pytest.mark.parametrize("name", ["constructions.tsv", "meanings.tsv"])
def test_a_pattern_can_be_read_and_does_not_fit_the_dutch_itself(name):
    every = rows(name)
    assert sum(bool(re.search(row["right"], row["dutch"])) for row in every) < 0.1 * len(every)


def test_meanings_are_counted_by_kind(capsys):
    meanings(run(lambda dutch: dutch, limit=2))
    printed = capsys.readouterr().out
    assert all(f"  {kind:20}" in printed for kind in {row["kind"] for row in rows("meanings.tsv")})


def test_constructions_counts_what_a_right_translation_would_say(capsys):
    constructions(run(lambda dutch: "almost 200" if "tweehonderd" in dutch else dutch, limit=1))
    printed = capsys.readouterr().out
    wanted = rows("constructions.tsv", 1)
    right = sum(
        bool(re.search(r["right"], "almost 200" if "tweehonderd" in r["dutch"] else r["dutch"]))
        for r in wanted
    )
    assert f"{right} of {len(wanted)} right" in printed
