"""The training tests need PyTorch, which users never install: `make test-training` runs them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from small_language import sentences

NEEDED = ("torch", "gguf", "sacrebleu", "matplotlib")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
collect_ignore_glob = ["test_*.py"] if MISSING else []


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
