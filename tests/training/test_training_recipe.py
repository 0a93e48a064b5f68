"""The whole recipe, small: from a corpus to a package that translates, in a minute; run again, nothing is done twice."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest
import torch
from small_language import sentences

from briefing import packages
from training import evaluate
from training.__main__ import main
from training.manifest import Manifest
from training.pipeline import STEPS, Pipeline, _version


def test_the_recipe_makes_a_package_that_translates(recipe, tmp_path, capsys):
    work = tmp_path / "work"
    assert main([str(recipe), str(work)]) == 0
    said = capsys.readouterr().out
    assert [f"{name}: done" in said for name in STEPS] == [True] * len(STEPS)

    package = packages.named(str(work / "translate-nl_en-0_1"), work)
    assert (package.version, package.terminology) == ("0.1", "inline-1")
    scores = json.loads((work / "scores.json").read_text(encoding="utf-8"))
    quality = scores["quality"]["beam 1"]["small"]
    assert quality["chrF"] > 60
    assert quality["chrF signature"].startswith("nrefs:1")
    assert scores["compared"]["chrF"]["this"]["score"] > 2 * scores["compared"]["chrF"]["earlier"]["score"]
    assert scores["compared"]["chrF"]["this"]["p"] < 0.05
    assert scores["obedience"]["annotated"] > scores["obedience"]["rare"] >= 0

    manifest = json.loads((work / "manifest.json").read_text(encoding="utf-8"))["steps"]
    assert list(manifest) == list(STEPS)
    assert manifest["agree"]["figures"]["largest difference"] < 1e-3
    assert manifest["pack"]["inputs"]["mixture.tsv"] == manifest["mix"]["outputs"]["mixture.tsv"]
    assert manifest["optimise"]["inputs"]["packed.npz"] == manifest["pack"]["outputs"]["packed.npz"]
    kept = (work / "clean.tsv").read_text(encoding="utf-8")
    assert not any(d in kept for d, _ in sentences(1200)[-60:])

    card = (work / "translate-nl_en-0_1" / "README.md").read_text(encoding="utf-8")
    assert "| small | beam 1 | 60 |" in card
    assert "| best |" in card
    assert "a share of 0.02 was put back" in card
    assert "opened at their joints" in card
    assert package.compounds == "opened-1"
    assert "Gemma Terms of Use" in (work / "translate-nl_en-0_1" / "NOTICE").read_text(encoding="utf-8")
    assert "held out: best" in (work / "curves.svg").read_text(encoding="utf-8")

    assert main([str(recipe), str(work)]) == 0
    assert capsys.readouterr().out == "".join(f"{name}: stands\n" for name in STEPS)
    assert json.loads((work / "manifest.json").read_text(encoding="utf-8"))["steps"] == manifest


def test_a_run_that_was_whole_is_taken_as_it_is(recipe, tmp_path):
    work = tmp_path / "work"
    main([str(recipe), str(work), "--until", "optimise"])
    before = (work / "trained.pt").read_bytes()
    (work / "trained.pt").unlink()
    assert main([str(recipe), str(work), "--until", "optimise"]) == 0
    figures = json.loads((work / "manifest.json").read_text(encoding="utf-8"))["steps"]["optimise"]["figures"]
    assert figures["held_out"]["best"] > 0
    assert (work / "trained.pt").read_bytes() == before


def test_a_changed_setting_repeats_what_depends_on_it_and_no_more(recipe, tmp_path, capsys):
    work = tmp_path / "work"
    main([str(recipe), str(work), "--until", "start"])
    recipe.write_text(recipe.read_text("utf-8").replace("terms = 0.5", "terms = 0.1"), encoding="utf-8")
    capsys.readouterr()
    main([str(recipe), str(work), "--until", "start"])
    assert capsys.readouterr().out.split("\n")[:4] == [
        "clean: stands",
        "align: stands",
        "mix: done",
        "start: stands",
    ]


def test_a_damaged_output_is_made_again(recipe, tmp_path, capsys):
    work = tmp_path / "work"
    main([str(recipe), str(work), "--until", "clean"])
    whole = (work / "clean.tsv").read_bytes()
    (work / "clean.tsv").write_bytes(whole[: len(whole) // 2])
    capsys.readouterr()
    main([str(recipe), str(work), "--until", "clean"])
    assert capsys.readouterr().out == "clean: done\n"
    assert (work / "clean.tsv").read_bytes() == whole


def test_a_conversion_that_differs_is_refused(recipe, tmp_path):
    work = tmp_path / "work"
    main([str(recipe), str(work), "--until", "start"])
    pipeline = Pipeline(recipe, work)
    state = torch.load(work / "start.pt", weights_only=True)
    torch.save(state, work / "trained.pt")
    pipeline.convert()
    state["network"]["norm.weight"] += 0.5
    torch.save(state, work / "trained.pt")
    with pytest.raises(ValueError, match="differs from the network by"):
        pipeline.agree()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("passes = 4", "passses = 4", "passses"),
        ("terms = 0.5", "trems = 0.5", "trems"),
        ("rate = 4e-3", "speed = 4e-3", "speed"),
        ("[start]", "[start", "Expected"),
    ],
)
def test_a_mistake_in_a_recipe_is_one_line_with_its_name(recipe, tmp_path, capsys, old, new, message):
    recipe.write_text(recipe.read_text("utf-8").replace(old, new), encoding="utf-8")
    assert main([str(recipe), str(tmp_path / "work")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(str(recipe))
    assert message in said
    assert said.count("\n") == 1


def test_a_missing_corpus_or_package_is_named(recipe, tmp_path, capsys):
    shutil.rmtree(tmp_path / "corpus")
    assert main([str(recipe), str(tmp_path / "work")]) == 2
    assert "has no best.tsv.xz or best.tsv" in capsys.readouterr().err


def test_the_manifest_sees_a_file_that_changed_within_the_same_size(tmp_path):
    made = []
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_text("1")

    def make():
        made.append(source.read_text())
        target.write_text(source.read_text())

    assert Manifest(tmp_path).step("copy", [source], [target], {}, make)
    assert not Manifest(tmp_path).step("copy", [source], [target], {}, make)
    source.write_text("2")
    assert Manifest(tmp_path).step("copy", [source], [target], {}, make)
    assert Manifest(tmp_path).step("copy", [source], [target], {"x": 1}, make)
    assert made == ["1", "2", "2"]


def test_the_shipped_recipe_can_be_read(tmp_path):
    path = Path("training/recipe.toml")
    pipeline = Pipeline(path, tmp_path)
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(values["licences"]) == set(pipeline.recipe.sources)
    assert pipeline.settings.rate == values["optimise"]["rate"]
    assert evaluate.open_package(pipeline.started_from()).terminology == "inline-1"


def test_the_newest_package_is_that_of_the_highest_version():
    names = ["translate-nl_en-0_9", "translate-nl_en-0_10", "translate-nl_en-0_2"]
    assert max(map(Path, names), key=_version).name == "translate-nl_en-0_10"
