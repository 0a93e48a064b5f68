"""The pairs of training/pairs: well formed, and none that is measured with."""

import csv
from pathlib import Path

import pytest

from training import corpus

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "training" / "pairs").glob("*.tsv"))
VALID = ROOT.parent / "shared" / "eval" / "translation" / "valid.tsv"


def keys(path):
    return corpus.held_out_keys([path])


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_line_is_a_pair_without_fault(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 1_000
    assert len({corpus.key(line.split("\t")[0]) for line in lines}) == len(lines)
    for pair, line in zip(corpus.read(path, path.stem), lines, strict=True):
        assert line.split("\t") == [pair.dutch, pair.english]
        assert corpus.fault(pair) is None, line


@pytest.mark.parametrize("name", ["translation.tsv", "articles.tsv"])
def test_no_pair_is_measured_with(name):
    with (ROOT / "benchmarks" / "data" / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= 200
    measured = {corpus.key(row[side]) for row in rows for side in ("dutch", "english")}
    for path in FILES:
        assert not measured & keys(path)


@pytest.mark.skipif(not VALID.exists(), reason="the evaluation file is not here")
def test_no_pair_is_in_the_evaluation_file():
    for path in FILES:
        assert not keys(VALID) & keys(path)
