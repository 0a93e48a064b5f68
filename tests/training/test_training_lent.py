"""A run on a lent machine: what is sent there comes back as the step that it stands for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from training.__main__ import main as recipe_main
from training.lent import RUN, main, rounded, whole
from training.network import load_network

ROOT = Path(__file__).parents[2]


def words(*values: object) -> list[str]:
    return [str(value) for value in values]


@pytest.fixture
def recipe(recipe: Path) -> Path:
    """The small recipe, with little training: what is made of it is tried elsewhere."""
    recipe.write_text(f"{recipe.read_text('utf-8')}passes = 0.1\n", encoding="utf-8")
    return recipe


@pytest.fixture
def sent(recipe: Path, tmp_path: Path) -> Path:
    """A folder that `send` wrote, in parts of 10 KiB."""
    assert recipe_main(words(recipe, tmp_path / "work", "--until", "pack")) == 0
    assert main(words("send", recipe, tmp_path / "work", tmp_path / "sent", "--part", 0.01)) == 0
    return tmp_path / "sent"


def test_a_run_elsewhere_is_the_step_of_the_recipe(recipe, sent, tmp_path, capsys):
    work, back = tmp_path / "work", tmp_path / "back"
    assert max(p.stat().st_size for p in sent.iterdir() if p.name != RUN) <= 0.01 * 2**20
    assert main(words("train", sent, back, "--part", 0.01)) == 0
    assert main(words("receive", recipe, work, back)) == 0
    capsys.readouterr()
    assert recipe_main(words(recipe, work, "--until", "agree")) == 0
    assert "optimise: stands" in capsys.readouterr().out

    recipe_main(words(recipe, tmp_path / "here", "--until", "optimise"))
    carried, here = (load_network(w / "trained.pt").state_dict() for w in (work, tmp_path / "here"))
    start = load_network(work / "start.pt").state_dict()
    moved = max(float((here[n] - start[n]).abs().max()) for n in start)
    apart = max(float((here[n] - carried[n]).abs().max()) for n in start)
    assert apart < 0.05 * moved

    def figures(folder: Path) -> dict:
        return json.loads((folder / "manifest.json").read_text("utf-8"))["steps"]["optimise"]["figures"]

    assert figures(work)["tokens"] == figures(tmp_path / "here")["tokens"]
    assert figures(work)["held_out"]["best"] == pytest.approx(
        figures(tmp_path / "here")["held_out"]["best"], abs=0.05
    )
    assert figures(work)["held_out"] == figures(work)["held_out by share"]["0.02"]
    assert len((work / "run" / "log.jsonl").read_text("utf-8").splitlines()) == figures(work)["steps"] + 1


def test_a_few_steps_tell_whether_it_runs_there_and_the_run_goes_on_after_them(sent, tmp_path):
    assert main(words("train", sent, tmp_path / "back", "--steps", 2)) == 0
    assert not (tmp_path / "back").exists()
    assert main(words("train", sent, tmp_path / "back", "--seconds", 0.001)) == 0
    figures = json.loads((tmp_path / "back" / RUN).read_text("utf-8"))["figures"]
    assert figures["steps"] == 2
    assert figures["settings there"] == {"seconds": 0.001}


@pytest.mark.parametrize(("share", "there"), [("0.4", True), ("0.39999", False)])
def test_the_share_that_is_put_back_may_be_chosen_when_the_run_is_over(recipe, sent, tmp_path, share, there):
    work, back = tmp_path / "work", tmp_path / "back"
    assert main(words("train", sent, back, "--passes", 0.2)) == 0
    assert (share in json.loads((back / RUN).read_text("utf-8"))["figures"]["held_out by share"]) == there
    recipe.write_text(recipe.read_text("utf-8").replace("kept = 0.02", f"kept = {share}"), encoding="utf-8")
    assert main(words("receive", recipe, work, back)) == 0
    figures = json.loads((work / "manifest.json").read_text("utf-8"))["steps"]["optimise"]["figures"]
    by_share = figures["held_out by share"]
    assert figures["held_out"] == by_share[share] != by_share["0"]
    assert by_share[share]["best"] == pytest.approx(by_share["0.4"]["best"], abs=0.005)


def test_what_came_back_is_taken_once_and_by_the_recipe_it_was_sent_from(recipe, sent, tmp_path, capsys):
    work, back = tmp_path / "work", tmp_path / "back"
    main(words("train", sent, back, "--seconds", 0.001))
    assert main(words("receive", recipe, work, back)) == 0
    assert main(words("receive", recipe, work, back)) == 2
    assert "the step optimise stands" in capsys.readouterr().err
    (work / "trained.pt").unlink()
    rows = (work / "packed.npz").read_bytes()
    (work / "packed.npz").write_bytes(rows + b"\0")
    assert main(words("receive", recipe, work, back)) == 2
    assert "another start or mixture" in capsys.readouterr().err
    (work / "packed.npz").write_bytes(rows)
    recipe.write_text(recipe.read_text("utf-8").replace("rate = 4e-3", "rate = 5e-3"), encoding="utf-8")
    assert main(words("receive", recipe, work, back)) == 2
    assert "other settings than [optimise] has now" in capsys.readouterr().err


def test_parts_that_are_missing_or_damaged_and_the_wrong_folder_are_named(recipe, sent, tmp_path, capsys):
    assert main(words("receive", recipe, tmp_path / "work", sent)) == 2
    assert f"{sent} holds no changed" in capsys.readouterr().err
    last = max(sent.glob("rows.*"))
    data = last.read_bytes()
    last.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert main(words("train", sent, tmp_path / "back")) == 2
    assert capsys.readouterr().err == f"{last} is not what was sent\n"
    last.unlink()
    assert main(words("train", sent, tmp_path / "back")) == 2
    assert capsys.readouterr().err == f"{last} has not arrived\n"


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_a_missing_gpu_is_told(sent, tmp_path, capsys):
    assert main(words("train", sent, tmp_path / "back", "--device", "cuda")) == 2
    assert "finds no GPU" in capsys.readouterr().err


def test_weights_of_no_package_are_not_sent(recipe, sent, tmp_path, capsys):
    text = recipe.read_text("utf-8").replace('package = "start"', 'base = "index"')
    recipe.write_text(text, encoding="utf-8")
    assert main(words("send", recipe, tmp_path / "work", tmp_path / "other")) == 2
    assert "[start] has no package" in capsys.readouterr().err


def test_there_neither_the_program_nor_sentencepiece_is_needed():
    absent = (
        "import sys; sys.modules.update(briefing=None, sentencepiece=None, gguf=None); import training.lent"
    )
    assert subprocess.run([sys.executable, "-c", absent], cwd=ROOT, check=False).returncode == 0


def test_weights_that_were_rounded_come_back_as_they_are_and_others_within_half_a_step():
    weights = {"matrix": torch.randn(5, 40), "vector": torch.randn(7), "nothing": torch.zeros(2, 3)}
    once = whole(rounded(weights))
    twice = whole(rounded(once))
    steps = weights["matrix"].abs().amax(1, keepdim=True) / 127
    assert ((once["matrix"] - weights["matrix"]).abs() <= 0.501 * steps).all()
    assert torch.equal(once["vector"], weights["vector"])
    assert torch.equal(once["nothing"], weights["nothing"])
    assert all(torch.allclose(once[name], twice[name], rtol=1e-6, atol=0) for name in weights)
