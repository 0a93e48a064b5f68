"""The training tests need PyTorch, which users never install: `make test-training` runs them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from small_language import METADATA, network, sentences, tokenizer

NEEDED = ("torch", "gguf", "sacrebleu", "matplotlib")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
collect_ignore_glob = ["test_*.py"] if MISSING else []

RECIPE = """
[start]
package = "start"

[output]
version = "0.1"
base = "random weights"
license = "CC0"
compounds = "opened-1"

[corpus]
folders = ["corpus"]
never = ["valid.tsv"]
held_out = 20

[evaluate]
beams = [1]
file = "valid.tsv"

[mixture]
terms = 0.5
recut = 0.3

[mixture.sources]
best = { passes = 4 }
rest = { passes = 2, until = 0.8 }

[optimise]
rate = 4e-3
warm_up = 10
row = 96
rows = 8
kept = 0.02
dropout = 0.05
unread = 0.05
agreement = 0.5
precision = "float32"
compile = false
validate_every = 25
"""


@pytest.fixture(autouse=True)
def _repeatable():
    import torch

    torch.set_num_threads(2)
    torch.manual_seed(1)


@pytest.fixture
def corpus_folder(tmp_path: Path) -> Path:
    """A corpus of two sources, with some lines that cleaning must drop."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    good = sentences(1200)
    bad = [
        good[0],
        ("", "Nothing."),
        ("<b>De minister</b> zwijgt.", "The minister says nothing."),
        ("Ja.", "No tab"),
    ]
    lines = [f"{d}\t{e}\n" for d, e in good[:900] + bad[:3]]
    (folder / "best.tsv").write_text("".join(lines) + "no tab here\n", encoding="utf-8")
    (folder / "rest.tsv").write_text("".join(f"{d}\t{e}\n" for d, e in good[600:]), encoding="utf-8")
    return folder


@pytest.fixture
def recipe(tmp_path: Path, corpus_folder: Path) -> Path:
    """A recipe with its corpus, its held-out file and a package of random weights to start from."""
    held_out = sentences(1200)[-60:]
    (tmp_path / "valid.tsv").write_text("".join(f"{d}\t{e}\tsmall\n" for d, e in held_out), encoding="utf-8")
    texts = [side for pair in sentences(900) for side in pair]
    model = tokenizer(tmp_path / "tokenizer.model", texts)
    from sentencepiece import SentencePieceProcessor

    from training.package import write_package

    size = SentencePieceProcessor(model_file=str(model)).get_piece_size()
    write_package(network(size), model, tmp_path / "start", METADATA)
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE, encoding="utf-8")
    return path
