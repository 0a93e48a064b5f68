"""`briefing models`: data on stdout, the rest on stderr, exit code 1 for findings."""

import json

import pytest
from package_parts import parts, write_archive
from typer.testing import CliRunner

from briefing.cli.models import app
from briefing.errors import ModelError
from briefing.packages import embedded, fingerprint


@pytest.fixture(autouse=True)
def root(tmp_path, monkeypatch):
    """The folder of installed models; nothing is in it."""
    monkeypatch.setenv("BRIEFING_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "models"


@pytest.fixture
def german(tmp_path):
    return write_archive(tmp_path / "de.argosmodel", parts(from_code="de"))


SIZE = round(sum(file.stat().st_size for file in embedded().path.rglob("*") if file.is_file()) / 1e6)


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_list_names_the_embedded_model_and_its_licence():
    result = run("list")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{embedded().full_name}  nl → en  decoder  {SIZE} MB  Gemma Terms of Use  embedded, the default"
    ]


def test_list_as_json(german):
    run("install", german)
    models = json.loads(run("list", "--json").stdout)
    assert [
        (m["name"], m["version"], m["from"], m["to"], m["architecture"], m["embedded"]) for m in models
    ] == [
        ("translate-nl_en", embedded().version, "nl", "en", "decoder", True),
        ("translate-de_en", "1.0", "de", "en", "encoder-decoder", False),
    ]


def test_list_names_what_is_not_usable_on_stderr(root):
    (root / "broken").mkdir(parents=True)
    result = run("list", "--json")
    assert "broken" in result.stderr
    assert len(json.loads(result.stdout)) == 1


def test_info_shows_licence_and_notice_of_the_embedded_model():
    shown = run("info").stdout
    assert "Gemma Terms of Use" in shown
    assert "Gemma is provided under and subject to the Gemma Terms of Use" in shown
    assert fingerprint(embedded()) in shown


def test_info_as_json_has_every_field():
    model = json.loads(run("info", "embedded", "--json").stdout)
    assert model["terminology"] == "inline-1"
    assert model["prompt"] == ["<bos>", "{source}", "<en>"]
    assert model["notice"].startswith("Gemma is provided")


def test_info_of_a_model_that_says_little(german):
    run("install", german)
    shown = run("info", "de_en").stdout
    assert "not stated" in shown
    assert "Notice" not in shown


def test_install_says_where(german, root):
    result = run("install", german)
    assert result.stdout == f"Installed translate-de_en-1.0 in {root / 'translate-de_en-1_0'}.\n"


def test_install_twice_needs_force(german):
    run("install", german)
    assert isinstance(run("install", german).exception, ModelError)
    assert json.loads(run("install", german, "--force", "--json").stdout)["name"] == "translate-de_en"


@pytest.mark.parametrize("name", ["translate-de_en", "de_en"])
def test_install_by_name_asks_the_index(name, root, german, monkeypatch):
    from briefing import packages

    asked = []

    def fetch(pair, folder, *, force):
        asked.append((pair, folder, force))
        return packages.install(german, folder)

    monkeypatch.setattr(packages, "install_official", fetch)
    result = run("install", name)
    assert asked == [(("de", "en"), root, False)]
    assert "Argos package index" in result.stderr
    assert result.stdout.startswith("Installed translate-de_en-1.0")


def test_a_file_goes_before_a_name(tmp_path, german, monkeypatch):
    monkeypatch.chdir(tmp_path)
    german.rename(tmp_path / "de_en")
    assert run("install", "de_en").exit_code == 0


def test_install_of_a_folder_tells_how_to_use_it(tmp_path):
    error = run("install", tmp_path).exception
    assert isinstance(error, ModelError)
    assert "--model" in error.hint


def test_remove(german, root):
    run("install", german)
    assert run("remove", "de_en").stdout == "Removed translate-de_en-1_0.\n"
    assert list(root.iterdir()) == []
    assert isinstance(run("remove", "de_en").exception, ModelError)


def test_remove_as_json(german, root):
    run("install", german)
    assert json.loads(run("remove", "de_en", "--json").stdout) == {
        "removed": str(root / "translate-de_en-1_0")
    }


def test_verify_of_sound_models(german):
    run("install", german)
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{embedded().full_name}: sound", "translate-de_en-1.0: sound"]


def test_verify_finds_a_changed_file(german, root):
    run("install", german)
    (root / "translate-de_en-1_0" / "bpe.model").write_bytes(b"#version: 0.2\n")
    result = run("verify", "de_en")
    assert result.exit_code == 1
    assert "bpe.model: wrong" in result.stdout
    report = json.loads(run("verify", "de_en", "--json").stdout)
    assert [(entry["status"], len(entry["findings"])) for entry in report] == [("wrong", 1)]


def test_verify_finds_what_is_not_usable(root):
    (root / "broken").mkdir(parents=True)
    result = run("verify")
    assert result.exit_code == 1
    assert "broken: unusable" in result.stdout


def test_verify_says_where_nothing_can_be_compared(german, root):
    run("install", german)
    (root / "translate-de_en-1_0" / "SHA256SUMS").unlink()
    result = run("verify", "de_en")
    assert (result.exit_code, result.stdout) == (0, "translate-de_en-1.0: no checksums recorded\n")


@pytest.mark.parametrize("words", [("info", "none"), ("verify", "none"), ("install", "none.argosmodel")])
def test_what_is_not_there_is_an_error_of_ours(words):
    error = run(*words).exception
    assert isinstance(error, ModelError)
    assert error.hint
