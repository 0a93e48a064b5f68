"""`briefing memory`: what people see of the memory, and how they change it."""

import json

import pytest
from typer.testing import CliRunner

from briefing.cli.memory import app
from briefing.errors import MemoryFileError, OutputError, UsageError
from briefing.memory import Entry, Key, Memory


@pytest.fixture(autouse=True)
def path(tmp_path, monkeypatch):
    """Where the memory lies; there is none yet."""
    place = tmp_path / "data" / "memory.sqlite"
    monkeypatch.setenv("BRIEFING_MEMORY", str(place))
    return place


@pytest.fixture
def filled(path):
    """A memory with a machine translation and a correction."""
    with Memory.open(path) as memory:
        memory.store(
            {
                Key("De kat zit.", "f" * 64): Entry(
                    "The cat sits.", -0.5, ("term",), (("kat", "cat", "missed"),)
                )
            }
        )
        memory.correct("De hond blaft.", "The dog barks.")
    return path


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.mark.parametrize("words", [("list",), ("search", "x"), ("export", "-o", "-"), ("forget", "x")])
def test_looking_makes_no_file(path, words):
    result = run(*words)
    assert result.exit_code == 0
    assert not path.parent.exists()


def test_list_is_made_of_tabs(filled):
    assert (
        run("list").stdout
        == "reviewed\tDe hond blaft.\tThe dog barks.\nmachine\tDe kat zit.\tThe cat sits.\n"
    )
    assert run("list", "--corrections").stdout == "reviewed\tDe hond blaft.\tThe dog barks.\n"
    assert run("list", "--limit", 1).stdout == "reviewed\tDe hond blaft.\tThe dog barks.\n"


def test_list_as_json(filled):
    reviewed, machine = json.loads(run("list", "--json").stdout)
    assert (reviewed["nl"], reviewed["en"], reviewed["status"]) == (
        "De hond blaft.",
        "The dog barks.",
        "reviewed",
    )
    assert (machine["status"], machine["score"], machine["flags"]) == ("machine", -0.5, ["term"])
    assert machine["terms"] == [{"nl": "kat", "en": "cat", "status": "missed"}]


def test_search_looks_in_both_languages(filled):
    assert run("search", "KAT").stdout == "machine\tDe kat zit.\tThe cat sits.\n"
    assert run("search", "barks").stdout == "reviewed\tDe hond blaft.\tThe dog barks.\n"
    assert run("search", "vogel").stdout == ""


def test_correct_stands_at_once(path):
    assert run("correct", "De kat zit.", "The cat is sitting.").stdout == "Corrected: The cat is sitting.\n"
    assert json.loads(run("correct", "Ja.", "Yes.", "--json").stdout) == {
        "nl": "Ja.",
        "en": "Yes.",
        "status": "reviewed",
    }
    with Memory.open(path) as memory:
        assert memory.corrections(["De kat zit."]) == {"De kat zit.": "The cat is sitting."}


def test_the_option_goes_before_the_environment(filled, tmp_path):
    run("correct", "Ja.", "Yes.", "--memory", tmp_path / "other.sqlite")
    assert run("list", "--memory", tmp_path / "other.sqlite").stdout == "reviewed\tJa.\tYes.\n"
    assert "Ja." not in run("list").stdout


def test_export_to_stdout_is_tmx_and_nothing_else(filled):
    result = run("export")
    assert result.stdout.startswith("<?xml")
    assert result.stdout.rstrip().endswith("</tmx>")
    assert result.stderr == ""


def test_export_and_import_carry_everything(filled, tmp_path):
    assert "Wrote 2 units" in run("export", "-o", tmp_path / "m.tmx").stderr
    run("import", tmp_path / "m.tmx", "--memory", tmp_path / "other.sqlite")
    assert (
        run("export", "--json", "--memory", tmp_path / "other.sqlite").stdout
        == run("export", "--json").stdout
    )


def test_export_of_corrections_alone(filled):
    assert "De kat" not in run("export", "--corrections").stdout


def test_export_replaces_a_file_only_by_force(filled, tmp_path):
    target = tmp_path / "m.tmx"
    target.write_text("mine")
    error = run("export", "-o", target).exception
    assert isinstance(error, OutputError)
    assert "--force" in error.hint
    assert target.read_text() == "mine"
    assert run("export", "-o", target, "--force").exit_code == 0
    assert target.read_text().startswith("<?xml")


def test_export_never_replaces_the_memory_itself(filled, tmp_path):
    memory = tmp_path / "other.sqlite"
    run("export", "-o", tmp_path / "m.tmx")
    run("import", tmp_path / "m.tmx", "--memory", memory)
    error = run("export", "--memory", memory, "-o", memory, "--force").exception
    assert isinstance(error, OutputError)
    assert "would be lost" in error.message
    assert run("export", "--memory", memory).stdout.startswith("<?xml")


def test_export_into_a_missing_folder_is_an_error_of_ours(filled, tmp_path):
    assert isinstance(run("export", "-o", tmp_path / "none" / "m.tmx").exception, OutputError)


def test_import_of_a_corrected_translation(filled, tmp_path):
    sentences = [{"nl": "De kat zit.", "en": "The cat is sitting."}, {"nl": "Nieuw.", "en": "New."}]
    file = tmp_path / "t.json"
    file.write_text(json.dumps({"articles": [{"language": "nl", "sentences": sentences}]}))
    result = run("import", file)
    assert result.stdout == f"{file}: 1 correction, 0 unchanged\n"
    assert "1 sentence left out" in result.stderr
    report = json.loads(run("import", file, "--all", "--json").stdout)
    assert (report[0]["corrections"], report[0]["unchanged"]) == (1, 1)


def test_import_of_nonsense_is_an_error_of_ours(tmp_path):
    (tmp_path / "x").write_text("nonsense")
    assert isinstance(run("import", tmp_path / "x").exception, MemoryFileError)


def test_forget_one_sentence(filled):
    assert run("forget", "De hond blaft.").stdout == "Forgot 1 translation.\n"
    assert run("list").stdout == "machine\tDe kat zit.\tThe cat sits.\n"


def test_forget_the_machine_or_everything(filled):
    assert json.loads(run("forget", "--machine", "--json").stdout) == {"forgotten": 1}
    assert run("list").stdout == "reviewed\tDe hond blaft.\tThe dog barks.\n"
    run("forget", "--all")
    assert run("list").stdout == ""


@pytest.mark.parametrize("words", [(), ("x", "--all"), ("--machine", "--all")])
def test_forget_wants_to_know_what(filled, words):
    assert isinstance(run("forget", *words).exception, UsageError)
    assert len(run("list").stdout.splitlines()) == 2
