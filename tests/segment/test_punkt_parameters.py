"""The shipped parameters are what their script wrote, and small."""

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

from briefing.segment.punkt import Abbreviation, load

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "briefing/segment/data"


def trainer():
    spec = importlib.util.spec_from_file_location("training_punkt", ROOT / "training/punkt.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def unwrapped(value):
    if isinstance(value, dict):
        return {key: unwrapped(part) if key != "collocations" else part for key, part in value.items()}
    return " ".join(value).split()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_hash_inside_is_that_of_the_content(language):
    document = json.loads((DATA / f"punkt.{language}.json").read_text(encoding="utf-8"))
    keys = ("abbreviations", "collocations", "sentence_starters", "spelling")
    content = unwrapped({key: document[key] for key in keys})
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    assert document["sha256"] == digest == load(language).sha256


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_abbreviation_list_is_the_one_that_was_trained_with(language):
    document = json.loads((DATA / f"punkt.{language}.json").read_text(encoding="utf-8"))
    shipped = unwrapped(document["abbreviations"])
    shipped.pop("learned")
    assert shipped == trainer().read_abbreviations(language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_abbreviation_stands_in_one_class(language):
    lists = trainer().read_abbreviations(language)
    words = [word for listed in lists.values() for word in listed]
    assert len(words) == len(set(words))


def test_training_gives_the_same_at_every_run():
    text = "\n\n".join(["De heer B. Bos zei: Nee.", "Het kost 3 mln. euro.", "Dat is zo. Het kan."] * 30)
    train = trainer().train
    lists = {"before": ["dr"], "after": ["jl"], "either": ["mln"], "figure": ["no"]}
    assert train(text, lists) == train(text, lists)


def test_the_files_are_small():
    assert all(path.stat().st_size < 500_000 for path in DATA.iterdir())


def test_a_compound_is_judged_by_its_last_part():
    punkt = load("nl")
    assert punkt.kind("Oud-prof") is Abbreviation.BEFORE
    assert punkt.kind("jl") is Abbreviation.AFTER
    assert punkt.kind("Kamer") is None


def test_any_other_language_is_split_with_the_dutch_parameters():
    assert load("de").sha256 == load("nl").sha256 != load("en").sha256
