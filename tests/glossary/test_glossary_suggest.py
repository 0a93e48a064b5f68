"""Suggested terms: English proposed by the model, a review file that can be imported, acceptance one by one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tiny_model import make_package
from typer.testing import CliRunner

from briefing.cli.glossary import app
from briefing.cli.glossary.candidates import propose
from briefing.engines import load
from briefing.errors import GlossaryError, OutputError
from briefing.glossary.csvfile import read_terms
from briefing.packages import find

OURS = "source,target,pos\nbestand,truce,noun\n"
ARTICLE = (
    "date: 2025-03-28\n\nDe geruststellingsmacht komt er volgens de minister. Niemand weet wat de geruststellingsmacht kost.\n\n"
    "De blauwhelmen zijn er al, zei Anna Verhulst. Er is een havenblokkade, en het bestand houdt niet.\n"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(tmp_path_factory.mktemp("model"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_MODELS", str(tmp_path / "models"))
    (tmp_path / "g.csv").write_text(OURS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*words: object, code: int = 0, answers: str = "") -> str:
    result = CliRunner().invoke(app, [str(word) for word in words], input=answers)
    if isinstance(result.exception, GlossaryError | OutputError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout


def suggested(*words: object) -> dict[str, dict[str, Any]]:
    found = json.loads(run("suggest", "a.txt", "--file", "g.csv", "--json", *words))
    return {candidate["source"]: candidate for candidate in found}


def test_each_candidate_has_its_frequency_a_sentence_and_the_models_english(
    folder: Path, package: Path
) -> None:
    found = suggested("--model", package)["geruststellingsmacht"]
    assert (found["frequency"], found["target"], found["name"]) == (2, "army", False)
    assert found["example"] == "Niemand weet wat de geruststellingsmacht kost."


def test_what_the_glossary_has_and_names_are_left_out(folder: Path) -> None:
    assert not {"bestand", "Anna Verhulst", "kost"} & suggested("--no-model").keys()
    assert suggested("--no-model", "--names")["Anna Verhulst"]["name"]


def test_without_a_model_the_candidates_stand_without_english_and_it_is_said(folder: Path) -> None:
    result = CliRunner().invoke(app, ["suggest", "a.txt", "--file", "g.csv", "--model", "none"])
    assert result.exit_code == 0
    assert "No English is proposed" in result.stderr
    assert "geruststellingsmacht\t\t2\tNiemand weet" in result.stdout


def test_a_review_file_is_corrected_and_imported(folder: Path, package: Path) -> None:
    run("suggest", "a.txt", "--file", "g.csv", "--model", package, "-o", "review.csv")
    text = (folder / "review.csv").read_text(encoding="utf-8")
    assert text.startswith("# Candidates, best first.")
    assert "geruststellingsmacht,army,noun,,,," in text
    (folder / "review.csv").write_text(text.replace(",army,", ",reassurance force,"), encoding="utf-8")
    run("import", "review.csv", "--file", "g.csv")
    terms = {term.source: term.target for term in read_terms(folder / "g.csv")}
    assert (terms["bestand"], terms["geruststellingsmacht"]) == ("truce", "reassurance force")


def test_a_candidate_without_english_is_not_imported_until_someone_decides(folder: Path) -> None:
    run("suggest", "a.txt", "--file", "g.csv", "--no-model", "-o", "review.csv")
    assert "geruststellingsmacht,?,noun" in (folder / "review.csv").read_text(encoding="utf-8")
    done = json.loads(run("import", "review.csv", "--file", "g.csv", "--json"))
    assert (done["added"], done["saved"], done["open"]) == (0, False, done["read"])
    assert (folder / "g.csv").read_text(encoding="utf-8") == OURS


def test_a_review_file_is_not_written_over(folder: Path) -> None:
    (folder / "review.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="exists already"):
        run("suggest", "a.txt", "--file", "g.csv", "--no-model", "-o", "review.csv")
    run("suggest", "a.txt", "--file", "g.csv", "--no-model", "-o", "review.csv", "--force")
    assert "havenblokkade" in (folder / "review.csv").read_text(encoding="utf-8")


def test_candidates_are_accepted_corrected_and_skipped_one_by_one(folder: Path, package: Path) -> None:
    order = list(suggested("--model", package))
    answer = {"geruststellingsmacht": "", "havenblokkade": "port blockade"}
    answers = "".join(answer.get(source, "-") + "\n" for source in order)
    run("suggest", "a.txt", "--file", "g.csv", "--model", package, "--accept", answers=answers)
    added = {term.source: term.target for term in read_terms(folder / "g.csv")[1:]}
    assert added == {"geruststellingsmacht": "army", "havenblokkade": "port blockade"}


def test_what_was_accepted_before_the_end_stays(folder: Path) -> None:
    order = list(suggested("--no-model"))
    run("suggest", "a.txt", "--file", "g.csv", "--no-model", "--accept", answers="first\nq\n")
    assert [(t.source, t.target) for t in read_terms(folder / "g.csv")[1:]] == [(order[0], "first")]
    run("suggest", "a.txt", "--file", "g.csv", "--no-model", "--accept", answers="second\n", code=1)
    assert [t.target for t in read_terms(folder / "g.csv")[1:]] == ["first", "second"]


def test_an_article_in_another_language_is_left_out_and_said(folder: Path) -> None:
    (folder / "e.txt").write_text(
        "The minister spoke about the port blockade in London.\n" * 3, encoding="utf-8"
    )
    result = CliRunner().invoke(app, ["suggest", "e.txt", "--file", "g.csv", "--no-model"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "its language is en" in result.stderr


def test_a_proposal_has_the_shape_of_an_entry(package: Path) -> None:
    engine = load(find(str(package), from_code="nl", root=package.parent))
    assert propose(["de stad", "hond", "Blauwhelmen"], engine) == ["the city", "dog", "Blauwhelmen"]
    assert propose(["hond"], None) == [""]
