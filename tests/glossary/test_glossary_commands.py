"""The glossary commands do what their names say, for people and for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli.glossary import app
from briefing.errors import GlossaryError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g.csv").write_text("source,target,pos\nbestand,truce,noun\n", encoding="utf-8")
    return tmp_path


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, GlossaryError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout


def test_an_entry_is_added_changed_shown_and_removed(folder: Path) -> None:
    run("add", "raad", "council", "--pos", "noun", "--file", "g.csv")
    run("edit", "raad", "--target", "board", "--file", "g.csv")
    (shown,) = json.loads(run("show", "raden", "--file", "g.csv", "--json"))
    assert (shown["target"], "raden" in shown["forms"]) == ("board", True)
    run("remove", "raad", "--file", "g.csv")
    assert (folder / "g.csv").read_text(encoding="utf-8") == "source,target,pos\nbestand,truce,noun\n"


def test_a_second_preferred_rendering_is_refused_with_the_next_step(folder: Path) -> None:
    with pytest.raises(GlossaryError, match="--status admitted"):
        run("add", "bestand", "armistice", "--file", "g.csv")
    assert "armistice" not in (folder / "g.csv").read_text(encoding="utf-8")


def test_the_first_change_copies_the_packaged_glossary(folder: Path) -> None:
    run("add", "proefwoord", "test word")
    text = (folder / "glossary" / "security.csv").read_text(encoding="utf-8")
    assert text.endswith("proefwoord,test word,,,,,\n")
    assert "geruststellingsmacht" in text


def test_check_ends_with_one_on_findings_and_fix_mends_what_is_safe(folder: Path) -> None:
    bad = "source,target,status\nraad ,council,\nraad,council,\ntop,sumnit,prefered\n"
    (folder / "bad.csv").write_text(bad, encoding="utf-8")
    kinds = {f["kind"] for f in json.loads(run("check", "bad.csv", "--json", code=1))}
    assert {"space", "duplicate", "invalid"} <= kinds
    run("check", "bad.csv", "--fix", code=1)
    assert (folder / "bad.csv").read_text(
        encoding="utf-8"
    ) == "source,target,status\nraad,council,\ntop,sumnit,prefered\n"
    assert run("check", "g.csv", "--json") == "[]\n"


def test_the_default_glossary_has_no_finding(folder: Path) -> None:
    assert json.loads(run("check", "--json")) == []


def test_check_against_names_the_sentence_that_does_not_obey(folder: Path) -> None:
    pairs = {
        "articles": [{"sentences": [{"id": "S1.P1.1", "nl": "Het bestand houdt.", "en": "The file holds."}]}]
    }
    (folder / "t.json").write_text(json.dumps(pairs), encoding="utf-8")
    (found,) = json.loads(run("check", "--file", "g.csv", "--against", "t.json", "--json", code=1))
    assert (found["breach"], found["wanted"]) == ("missed", "truce")


def test_a_dry_run_shows_the_change_and_saves_nothing(folder: Path) -> None:
    (folder / "d.csv").write_text("raad,council\n", encoding="utf-8")
    assert "+raad,council," in run("import", "d.csv", "--file", "g.csv", "--dry-run")
    assert "raad" not in (folder / "g.csv").read_text(encoding="utf-8")


def test_the_editor_cannot_save_what_does_not_parse(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / "g.csv").read_bytes()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i s/noun/nuon/")
    with pytest.raises(GlossaryError, match=":2: there is no part of speech"):
        run("edit", "--file", "g.csv")
    assert (folder / "g.csv").read_bytes() == before
    monkeypatch.setenv("EDITOR", "sed -i s/truce/armistice/")
    run("edit", "bestand", "--file", "g.csv")
    assert b"bestand,armistice,noun" in (folder / "g.csv").read_bytes()
