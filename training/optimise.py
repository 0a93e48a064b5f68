"""Fine-tuning: AdamW over packed rows, float32 weights (products in bf16 where asked), checkpoints that a run resumes from.

The order of the rows is the order of the mixture, read once; a step's learning rate depends on the step alone. So a run
that was stopped and resumed sees the same rows at the same rates as one that was not; unless it was given a time
(`seconds`), by which its rate falls.
"""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.files import replacing
from training.network import Network
from training.rows import IGNORED, Batch, Rows, batch

NEAR = 0.12  # share of training by which a row that is read again is moved from its first place


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is made of. Rates fall linearly from `rate` to `rate * floor` over the last `decay` of the steps."""

    rate: float = 1.5e-4
    warm_up: int = 40  # steps
    decay: float = 0.6  # share of the steps
    floor: float = 0.02
    passes: float = 1.0  # through the mixture
    seconds: float = (
        0.0  # what the run may take, if it is not to read all of that; its rate falls by the time then
    )
    row: int = 192  # tokens
    rows: int = 16  # a step, each of them twice where two readings are to agree
    smoothing: float = 0.05
    dropout: float = 0.0
    unread: float = 0.0  # share of the English tokens that the model does not see behind it
    agreement: float = (
        0.0  # weight of the divergence of two readings of a row, each with a dropout of its own
    )
    clip: float = 1.0  # norm of the gradient
    kept: float = 0.0  # share of the weights it started from that is put back at the end
    betas: tuple[float, float] = (0.9, 0.95)
    device: str = "cpu"
    precision: str = "bfloat16"  # of the products; "float32" on a processor that has no others
    threads: int = 2
    compile: bool = True
    validate_every: int = 100  # steps
    save_every: float = 900.0  # seconds

    def rate_at(self, step: int, done: float) -> float:
        """Return the learning rate of `step` (from 0), when a share `done` of the run is behind it."""
        left = (1 - done) / self.decay if self.decay else 1.0
        return self.rate * min(1.0, (step + 1) / self.warm_up) * max(self.floor, min(1.0, left))


def repeated(count: int, passes: float) -> np.ndarray:
    """Return the numbers of `count` rows as often as asked: what is more than one pass is near its first place, what is
    less is drawn.
    """
    rng = np.random.default_rng(1)
    whole, part = divmod(int(passes * count), count) if count else (0, 0)
    drawn = np.sort(rng.choice(count, part, replace=False)) if part else np.empty(0, int)
    copies = [np.arange(count)] * whole + [drawn]
    places = [
        copy / count + (rng.uniform(-NEAR, NEAR, len(copy)) if number else 0)
        for number, copy in enumerate(copies)
        if len(copy)
    ]
    order = np.argsort(np.concatenate(places), kind="stable") if places else []
    return np.concatenate(copies)[order]


def batches(count: int, settings: Settings) -> list[np.ndarray]:
    """Return the numbers of the rows of each step; what does not fill the last step is left out, unless it is the only one."""
    order = repeated(count, settings.passes)
    whole = len(order) // settings.rows * settings.rows or len(order)
    return [order[at : at + settings.rows] for at in range(0, whole, settings.rows)]


def ahead(items: Iterator[Batch], count: int = 4) -> Iterator[Batch]:
    """Yield `items`, made by a thread of their own up to `count` ahead."""
    with ThreadPoolExecutor(1) as maker:
        made: deque[Future[Batch | None]] = deque(maker.submit(next, items, None) for _ in range(count))
        while (item := made.popleft().result()) is not None:
            made.append(maker.submit(next, items, None))
            yield item


def interpolated(
    start: Mapping[str, Tensor], trained: Mapping[str, Tensor], share: float
) -> dict[str, Tensor]:
    """Return the weights at `share` of the way from the trained ones back to those at the start.

    After Wortsman et al. 2022, "Robust fine-tuning of zero-shot models" (arXiv 2109.01903): what was learnt last is kept,
    and less of what was known before is lost.
    """
    return {
        name: torch.lerp(weight, start[name].to(weight.device), share) for name, weight in trained.items()
    }


def divergence(one: Tensor, other: Tensor) -> Tensor:
    """Return the mean of both Kullback-Leibler divergences of two log-probabilities (n, vocabulary), in nats a place."""
    return ((one.exp() - other.exp()) * (one - other)).sum(-1).mean() / 2


def criterion(logits: Tensor, labels: Tensor, smoothing: float, agreement: float) -> Tensor:
    """Return the cross-entropy of `labels` (n), smoothed, under the scores (n, vocabulary).

    With `agreement` the second half of the places is another reading of the first, and that times how far the two diverge
    is added. A function of its own, since compiled it reads the scores three times and not thirty.
    """
    told = functional.log_softmax(logits.float(), -1)
    loss = (1 - smoothing) * functional.nll_loss(told, labels) - smoothing * told.mean(-1).mean()
    return loss + agreement * divergence(*told.chunk(2)) if agreement else loss


class Run:
    """A fine-tuning run in `folder`: `checkpoint.pt` (all it needs to go on) and `log.jsonl` (what happened)."""

    def __init__(
        self,
        network: Network,
        rows: Rows,
        held_out: Mapping[str, Rows],
        folder: Path,
        settings: Settings,
    ) -> None:
        torch.set_num_threads(settings.threads)
        self.settings, self.folder = settings, folder
        self.network = network.to(settings.device)
        self.rows, self.steps = rows, batches(len(rows), settings)
        self.held_out = {name: self._validation(found) for name, found in held_out.items()}
        self.optimiser = torch.optim.AdamW(
            network.parameters(), lr=settings.rate, betas=settings.betas, weight_decay=0.0, fused=True
        )
        self.step, self.tokens, self.seconds = 0, 0, 0.0
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "checkpoint.pt").exists():
            self._resume()
        else:
            (folder / "log.jsonl").unlink(missing_ok=True)
        self.criterion = criterion
        if settings.compile:
            network.compile_layers()
            self.criterion = torch.compile(criterion, dynamic=True)  # as many places as a batch has words

    def _validation(self, rows: Rows) -> list[Batch]:
        readings = 2 if self.settings.agreement else 1
        count = self.settings.rows * readings  # the shape that training has: one compilation
        first = min(len(rows), 2 * count)
        return [self._batch(rows, range(at, min(at + count, first)), count) for at in range(0, first, count)]

    def _batch(self, rows: Rows, numbers: Iterable[int], count: int) -> Batch:
        return batch([rows[n] for n in numbers], self.settings.row, count)

    def _logits(
        self, rows: Batch, dropout: float = 0.0, unread: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return the scores (n, vocabulary) at the n places that have a label, and the labels (n)."""
        precision: torch.dtype = getattr(torch, self.settings.precision)
        with torch.autocast(self.settings.device, precision, enabled=precision is not torch.float32):
            hidden = self.network(rows.tokens, rows.positions, rows.mask, precision, dropout, unread)
            wanted = rows.labels != IGNORED
            logits = self.network.logits(hidden[wanted])
        return logits, rows.labels[wanted]

    def loss(self, rows: Batch) -> Tensor:
        """Return the mean cross-entropy a piece of the English side, in nats."""
        logits, labels = self._logits(rows.to(self.settings.device))
        return functional.cross_entropy(logits.float(), labels)

    def objective(self, rows: Batch) -> Tensor:
        """Return what training makes small: the cross-entropy, smoothed, and how far two readings disagree.

        Both readings are of the same row, with different dropout (Liang et al. 2021, "R-Drop", arXiv 2106.14448, where the
        weight is called alpha and is twice ours: 5 for translation); some of the tokens written so far are not seen (Sennrich
        and Zhang 2019, "Revisiting Low-Resource Neural Machine Translation", arXiv 1905.11901, word dropout), so that the
        next one must come from the Dutch.
        """
        chosen = self.settings
        rows = rows.to(chosen.device)
        if chosen.agreement:
            rows = rows.twice()
        unread = None
        if chosen.unread:
            unread = rows.written & (torch.rand(rows.tokens.shape, device=rows.tokens.device) < chosen.unread)
        logits, labels = self._logits(rows, chosen.dropout, unread)
        return self.criterion(logits, labels, chosen.smoothing, chosen.agreement)

    def validate(self) -> dict[str, float]:
        """Return the loss on each held-out set."""
        with torch.no_grad():
            return {
                name: sum(float(self.loss(b)) for b in found) / len(found)
                for name, found in self.held_out.items()
                if found
            }

    @property
    def done(self) -> float:
        """The share of the run that is behind it: of its steps, or of its time where that is shorter."""
        by_time = self.seconds / self.settings.seconds if self.settings.seconds else 0.0
        return max(self.step / max(1, len(self.steps)), by_time)

    def go(self, until: int | None = None) -> Iterator[dict[str, object]]:
        """Train to the end of the mixture or of the time, or to step `until`; yield each line of the log as it is written."""
        end = len(self.steps) if until is None else min(until, len(self.steps))
        saved = time.monotonic()
        began = saved - self.seconds
        if self.step == 0:
            yield self._log(held_out=self.validate())
        for rows in ahead(
            self._batch(self.rows, numbers, self.settings.rows) for numbers in self.steps[self.step : end]
        ):
            if self.done >= 1:
                break
            rate = self.settings.rate_at(self.step, self.done)
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            torch.manual_seed(self.step)  # a resumed run drops what one that was not stopped drops
            loss = self.objective(rows)
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.settings.clip)
            self.optimiser.step()
            self.optimiser.zero_grad(set_to_none=True)
            self.step += 1
            self.tokens += rows.size
            line: dict[str, object] = {"loss": loss.item(), "norm": float(norm), "rate": rate}
            self.seconds = time.monotonic() - began
            last = self.step == end or self.done >= 1
            if last or self.step % self.settings.validate_every == 0:
                line["held_out"] = self.validate()
            if last or time.monotonic() - saved > self.settings.save_every:
                self.save()
                saved = time.monotonic()
            yield self._log(**line)

    def show(self, until: int | None = None) -> None:
        """Train as `go` does, and print what is logged: each validation, and of the steps every tenth."""
        for line in self.go(until):
            if "held_out" in line or int(str(line["step"])) % 10 == 0:
                print(json.dumps(line), flush=True)

    def finish(self, start: Mapping[str, Tensor]) -> dict[str, object]:
        """Put back the share of the weights it started from that is to be kept; return the figures of the run."""
        if self.settings.kept:
            self.network.load_state_dict(interpolated(start, self.network.state_dict(), self.settings.kept))
        return self.figures(self.validate())

    def figures(self, held_out: Mapping[str, float]) -> dict[str, object]:
        """Return the figures of the run, with the loss on each held-out set."""
        return {"steps": self.step, "tokens": self.tokens, "seconds": self.seconds, "held_out": held_out}

    def held_out_at(
        self, start: Mapping[str, Tensor], shares: Iterable[float]
    ) -> dict[str, dict[str, float]]:
        """Return the loss on each held-out set with each share of the weights at the start put back, by share."""
        trained = {name: weight.clone() for name, weight in self.network.state_dict().items()}
        found = {}
        for share in shares:
            self.network.load_state_dict(interpolated(start, trained, share))
            found[f"{share:g}"] = self.validate()
        self.network.load_state_dict(trained)
        return found

    def _log(self, **values: object) -> dict[str, object]:
        line: dict[str, object] = {
            "step": self.step,
            "tokens": self.tokens,
            "seconds": round(self.seconds, 1),
            **{k: round(v, 7) if isinstance(v, float) else v for k, v in values.items()},
        }
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        return line

    def save(self) -> None:
        """Write the checkpoint; the old one stands until the new one is whole."""
        with replacing(self.folder / "checkpoint.pt") as temporary:
            torch.save(
                {
                    "network": self.network.state_dict(),
                    "optimiser": self.optimiser.state_dict(),
                    "step": self.step,
                    "steps": len(self.steps),
                    "tokens": self.tokens,
                    "seconds": self.seconds,
                },
                temporary,
            )

    def _resume(self) -> None:
        state = torch.load(
            self.folder / "checkpoint.pt", map_location=self.settings.device, weights_only=True
        )
        if state["steps"] != len(self.steps):
            raise ValueError(
                f"{self.folder / 'checkpoint.pt'} belongs to a mixture of {state['steps']} steps, "
                f"this one has {len(self.steps)}: remove it to begin anew"
            )
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.tokens, self.seconds = state["step"], state["tokens"], state["seconds"]
        log = self.folder / "log.jsonl"
        kept = [
            li for li in log.read_text(encoding="utf-8").splitlines() if json.loads(li)["step"] <= self.step
        ]
        with replacing(log) as temporary:
            temporary.write_text("".join(f"{li}\n" for li in kept), encoding="utf-8")
