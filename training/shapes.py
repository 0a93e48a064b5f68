"""What another shape of the network would cost: `python -m training.shapes PACKAGE [SENTENCES]`.

Speed and size of a network do not depend on what it has learnt. So each shape is written with random weights, int8, and made
to decode as many pieces as the package's own translations have: the time a piece and the size of the file, as ratios
to the package's shape, measured in turn in one run. What a shape costs in quality, only training tells.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import ctranslate2

from training.corpus import load
from training.network import Network, Shape
from training.package import read_network, write_model
from training.tokenizer import Tokenizer

PIECES = 40  # decoded a sentence
BATCH = 24
ROUNDS = 3


def shapes(own: Shape) -> dict[str, Shape]:
    """Return the shapes to compare, the package's own first."""
    return {
        f"{own.layers} layers, {own.vocabulary:,} pieces": own,
        "20,000 pieces": replace(own, vocabulary=20_000),
        "12 layers": replace(own, layers=12),
        "9 layers": replace(own, layers=9),
        "6 layers": replace(own, layers=6),
        "feed-forward 1,024": replace(own, hidden=1024),
    }


def seconds(model: Path, prompts: list[list[str]], threads: int) -> float:
    """Return the time to decode PIECES pieces for each prompt, in batches."""
    generator = ctranslate2.Generator(str(model), intra_threads=threads)
    started = time.monotonic()
    for at in range(0, len(prompts), BATCH):
        generator.generate_batch(
            prompts[at : at + BATCH],
            min_length=PIECES,
            max_length=PIECES,
            include_prompt_in_result=False,
        )
    return time.monotonic() - started


def main(package: Path, sentences: Path | None, threads: int = 2) -> None:
    """Print the table."""
    tokenizer = package / "sentencepiece.model"
    pieces = Tokenizer(str(tokenizer)).pieces
    texts = (
        [p.dutch for p in load(sentences)][:96] if sentences else ["De minister wacht op een antwoord."] * 96
    )
    prompts = [["<bos>", *pieces.encode(text, out_type=str), "<en>"] for text in texts]
    own = read_network(package).shape
    with tempfile.TemporaryDirectory() as folder:
        models = {}
        for name, shape in shapes(own).items():
            models[name] = Path(folder) / name
            write_model(Network(shape), tokenizer, models[name], vocabulary=shape.vocabulary)
        times = {
            name: [seconds(path, prompts, threads) for _ in range(ROUNDS)] for name, path in models.items()
        }
        first = next(iter(models))
        size = {name: (path / "model.bin").stat().st_size for name, path in models.items()}
        print(
            f"ctranslate2:{ctranslate2.__version__}|{len(prompts)} prompts, {PIECES} pieces each, {threads} threads"
        )
        for name, measured in times.items():
            ratio = statistics.median(times[first]) / statistics.median(measured)
            print(f"{name:28} {size[name] / 1e6:6.1f} MB   {ratio:5.2f} times the speed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
