"""A model that is none, broken or changed is one sentence and exit code 2."""

import dataclasses
import shutil

import pytest
from cli_builders import ARTICLE
from tiny_model import make_package

from briefing import cli
from briefing.errors import ModelError
from briefing.packages import embedded, verify


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_MEMORY", str(tmp_path / "memory.sqlite"))
    monkeypatch.setenv("BRIEFING_MODELS", str(tmp_path / "models"))
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def fails(monkeypatch, capsys, model):
    monkeypatch.setattr(
        "sys.argv", ["briefing", "translate", "a.txt", "--model", str(model), "-o", "out.txt"]
    )
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    out, err = capsys.readouterr()
    assert (exit_.value.code, out) == (2, "")
    assert err.startswith("briefing: ")
    assert "Traceback" not in err
    return err


def test_a_name_that_no_model_has(monkeypatch, capsys, folder):
    assert "nonsense" in fails(monkeypatch, capsys, "nonsense")
    assert not (folder / "out.txt").exists()


def test_a_file_that_is_no_model(monkeypatch, capsys, folder):
    (folder / "x.argosmodel").write_bytes(b"nonsense")
    assert "x.argosmodel" in fails(monkeypatch, capsys, folder / "x.argosmodel")


def test_a_folder_that_is_no_model(monkeypatch, capsys, folder):
    (folder / "empty").mkdir()
    assert "empty" in fails(monkeypatch, capsys, folder / "empty")


def test_a_model_with_a_part_missing(monkeypatch, capsys, folder):
    package = make_package(folder / "made")
    (package / "model" / "model.bin").unlink()
    assert fails(monkeypatch, capsys, package)


def test_a_model_whose_weights_are_cut_off(monkeypatch, capsys, folder):
    package = make_package(folder / "made")
    (package / "model" / "model.bin").write_bytes((package / "model" / "model.bin").read_bytes()[:1000])
    assert fails(monkeypatch, capsys, package)


def test_an_embedded_model_whose_hash_is_wrong(folder):
    copy = folder / "models" / embedded().path.name
    shutil.copytree(embedded().path, copy)
    (copy / "model" / "model.bin").write_bytes(b"changed")
    changed = dataclasses.replace(embedded(), path=copy)
    with pytest.raises(ModelError):
        verify(changed)
