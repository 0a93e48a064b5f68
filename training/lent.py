"""The step `optimise` on a machine that is lent for minutes, and to which little can be carried at a time.

    python -m training.lent send RECIPE WORK FOLDER       here, when the recipe has run `--until pack`
    python -m training.lent train FOLDER BACK             there
    python -m training.lent receive RECIPE WORK BACK      here; then the recipe goes on

FOLDER and BACK hold files cut into parts, which may travel one by one. There, this package, PyTorch and numpy are enough.
Weights travel in 8 bits: those of the start, which must be a package's and so are rounded already, and on the way back what
training changed in them, which is small, and so is what rounding it loses.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import lzma
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from training.files import replacing, sha256
from training.network import Network, Shape, load_network, save_network
from training.optimise import Run, Settings, interpolated
from training.rows import load

if TYPE_CHECKING:
    from training.pipeline import Pipeline

SAVE_EVERY = 120.0  # seconds between checkpoints there: a command that is killed loses no more
# Of the starting weights so much may be put back: with each share the loss is measured there.
SHARES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8)
HERE = 8  # rows at a time where the loss is measured on the own machine
RUN = "run.json"  # what the parts are, and what is to be done with them
_SCALE = "/scale"
# The rows of a sentence that is read several times are far apart: a dictionary as long as the file finds them.
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 3, "dict_size": 192 << 20}]


def send(pipeline: Pipeline, folder: Path, part: int) -> None:
    """Write what the run needs into `folder`, in parts of at most `part` bytes.

    Raises ValueError where the recipe starts from other weights than those of a package.
    """
    if "package" not in pipeline.values["start"]:
        raise ValueError("[start] has no package: other weights would lose by being sent in 8 bits")
    network = load_network(pipeline.work / "start.pt")
    packed = lzma.compress((pipeline.work / "packed.npz").read_bytes(), filters=_FILTERS)
    files = {"start": rounded(network.state_dict()), "rows": packed}
    values = {
        "shape": asdict(network.shape),
        "settings": asdict(pipeline.settings),
        "made from": _made_from(pipeline),
    }
    _write(folder, files, values, part)


def train(folder: Path, back: Path, part: int, steps: int | None = None, **changes: Any) -> None:
    """Train what `send` wrote; write what is to go back into `back`. `changes` are settings of this machine.

    With `steps` the run stops there and nothing is written: that tells whether it runs. It lives in `folder`, in a folder of
    its own for what was sent, and goes on where it was if it was stopped.
    """
    values, files = _read(folder, "start", "rows")
    sent = Settings(**{**values["settings"], "betas": tuple(values["settings"]["betas"])})
    settings = replace(sent, **{"save_every": SAVE_EVERY, **changes})
    if settings.device.startswith("cuda") and not torch.cuda.is_available():
        raise ValueError("PyTorch finds no GPU here: give --device cpu, or mend that")
    own = folder / f"run-{hashlib.sha256((folder / RUN).read_bytes()).hexdigest()[:8]}"
    mixture, held_out = load(io.BytesIO(lzma.decompress(files["rows"])))
    network = Network(Shape(**values["shape"]))
    start = whole(files["start"])
    network.load_state_dict(start)
    run = Run(network, mixture, held_out, own, settings)
    run.show(steps)
    if steps is not None:
        return
    changed = {name: weight.cpu() - start[name] for name, weight in network.state_dict().items()}
    log = (own / "log.jsonl").read_bytes()
    by_share = run.held_out_at(start, sorted({*SHARES, settings.kept}))
    print(json.dumps(by_share), flush=True)
    held_out = by_share[f"{settings.kept:g}"]
    figures = {**run.figures(held_out), "held_out by share": by_share, "settings there": changes}
    _write(back, {"changed": rounded(changed), "log": log}, {**values, "figures": figures}, part)


def receive(pipeline: Pipeline, back: Path) -> None:
    """Write the step `optimise` of the recipe from what came back.

    `kept` may be another share by now; the loss with one that was not tried there is measured here. Raises ValueError where
    what came does not belong to this recipe, or where the step stands already.
    """
    values, files = _read(back, "changed", "log")
    figures = dict(values["figures"])
    by_share, kept = dict(figures.get("held_out by share", {})), f"{pipeline.settings.kept:g}"
    now = {**json.loads(json.dumps(asdict(pipeline.settings))), "kept": values["settings"]["kept"]}
    if values["settings"] != now:
        raise ValueError(f"{back} was trained with other settings than [optimise] has now")
    if values["made from"] != _made_from(pipeline):
        raise ValueError(f"{back} was trained from another start or mixture than {pipeline.work} holds now")

    def make() -> Mapping[str, object]:
        network = load_network(pipeline.work / "start.pt")
        start, changed = network.state_dict(), whole(files["changed"])
        trained = {name: weight + changed[name] for name, weight in start.items()}
        network.load_state_dict(interpolated(start, trained, pipeline.settings.kept))
        save_network(network, pipeline.work / "trained.pt")
        if kept not in by_share:
            by_share[kept] = _held_out(network, pipeline)
        run = pipeline.work / "run"
        run.mkdir(exist_ok=True)
        (run / "checkpoint.pt").unlink(missing_ok=True)  # of a run here, which the log that came is not of
        with replacing(run / "log.jsonl") as log:
            log.write_bytes(files["log"])
        return {**figures, "held_out by share": by_share, "held_out": by_share[kept]}

    if not pipeline.optimised(make):
        raise ValueError(f"the step optimise stands; to have it anew, remove {pipeline.work / 'trained.pt'}")


def _held_out(network: Network, pipeline: Pipeline) -> dict[str, float]:
    """Return the loss on what was put aside, measured on this machine."""
    mixture, held_out = load(pipeline.work / "packed.npz")
    here = replace(pipeline.settings, device="cpu", precision="float32", compile=False, rows=HERE)
    with tempfile.TemporaryDirectory() as folder:
        return Run(network, mixture, held_out, Path(folder), here).validate()


def _made_from(pipeline: Pipeline) -> dict[str, str]:
    return {name: sha256(pipeline.work / name) for name in ("start.pt", "packed.npz")}


def rounded(weights: Mapping[str, Tensor]) -> bytes:
    """Return weights as a file: matrices in 8 bits, with a scale for each row; vectors as they are."""
    arrays = {}
    for name, weight in weights.items():
        exact = weight.detach().float().cpu()
        if exact.ndim == 1:
            arrays[name] = exact.numpy()
            continue
        scale = exact.abs().amax(1) / 127
        arrays[name] = (exact / scale.clamp_min(1e-30)[:, None]).round().to(torch.int8).numpy()
        arrays[name + _SCALE] = scale.numpy()
    out = io.BytesIO()
    np.savez(out, **arrays)
    return out.getvalue()


def whole(data: bytes) -> dict[str, Tensor]:
    """Return the weights of a file that `rounded` made, in float32."""
    with np.load(io.BytesIO(data)) as arrays:
        found = {name: torch.from_numpy(arrays[name]) for name in arrays.files}
    return {
        name: weight.float() * found[name + _SCALE][:, None] if name + _SCALE in found else weight
        for name, weight in found.items()
        if not name.endswith(_SCALE)
    }


def _write(folder: Path, files: Mapping[str, bytes], values: Mapping[str, object], part: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    parts: dict[str, dict[str, str]] = {}
    for name, data in files.items():
        cut = [data[at : at + part] for at in range(0, len(data), part)]
        for number, piece in enumerate(cut):
            (folder / f"{name}.{number}").write_bytes(piece)
        parts[name] = {f"{name}.{n}": hashlib.sha256(piece).hexdigest() for n, piece in enumerate(cut)}
    (folder / RUN).write_text(json.dumps({**values, "parts": parts}, indent=1) + "\n", encoding="utf-8")


def _read(folder: Path, *names: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the values of `run.json` and the files. Raises ValueError where one is missing or damaged."""
    values = json.loads((folder / RUN).read_text(encoding="utf-8"))

    def pieces(parts: Mapping[str, str]) -> Iterator[bytes]:
        for name, digest in parts.items():
            path = folder / name
            if not path.exists():
                raise ValueError(f"{path} has not arrived")
            piece = path.read_bytes()
            if hashlib.sha256(piece).hexdigest() != digest:
                raise ValueError(f"{path} is not what was sent")
            yield piece

    parts = values.pop("parts")
    if missing := [name for name in names if name not in parts]:
        raise ValueError(f"{folder} holds no {missing[0]}: it is not what this command reads")
    return values, {name: b"".join(pieces(parts[name])) for name in names}


def _positive(text: str) -> float:
    if (value := float(text)) <= 0:
        raise argparse.ArgumentTypeError("must be more than 0")
    return value


def main(arguments: Sequence[str]) -> int:
    """Run a command; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m training.lent",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (("send", "folder"), ("receive", "back")):
        command = commands.add_parser(name)
        command.add_argument("recipe", type=Path)
        command.add_argument("work", type=Path)
        command.add_argument(what, type=Path)
    there = commands.add_parser("train")
    there.add_argument("folder", type=Path)
    there.add_argument("back", type=Path)
    there.add_argument("--seconds", type=_positive, help="what training may take; a minute goes beside it")
    there.add_argument(
        "--steps", type=int, help="stop after so many and write nothing, to see whether it runs"
    )
    there.add_argument(
        "--passes", type=_positive, help="through the mixture, as many as that time is enough for"
    )
    there.add_argument("--device", help="cuda or cpu")
    there.add_argument("--precision", choices=("bfloat16", "float32"), help="of the products")
    for command, size in ((commands.choices["send"], 48.0), (there, 15.0)):
        command.add_argument(
            "--part", type=_positive, default=size, metavar="MIB", help="largest part of a file"
        )
    options = parser.parse_args(arguments)
    try:
        if options.command == "train":
            chosen = {k: getattr(options, k) for k in ("seconds", "steps", "passes", "device", "precision")}
            given = {name: value for name, value in chosen.items() if value is not None}
            train(options.folder, options.back, int(options.part * 2**20), **given)
            return 0
        from training.pipeline import Pipeline

        pipeline = Pipeline(options.recipe, options.work)
        if options.command == "send":
            send(pipeline, options.folder, int(options.part * 2**20))
        else:
            receive(pipeline, options.back)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
