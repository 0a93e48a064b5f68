"""Packing, the network and the optimiser: rows do not see each other, a stopped run goes on as if it had not stopped."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from small_language import network, sentences
from torch.nn import functional

from training.network import score
from training.optimise import Run, Settings, ahead, criterion, divergence, interpolated
from training.rows import IGNORED, Batch, Example, Rows, batch, load, packed, save

# Products in bfloat16 are a hundred times slower where the processor has none; one test has them.
SETTINGS = Settings(
    rate=3e-3,
    warm_up=5,
    row=64,
    rows=4,
    precision="float32",
    compile=False,
    validate_every=10,
    save_every=1e9,
)
EXAMPLES = st.lists(
    st.builds(
        Example,
        st.lists(st.integers(4, 60), min_size=1, max_size=12).map(tuple),
        st.lists(st.integers(4, 60), min_size=1, max_size=12).map(tuple),
    ),
    max_size=120,
)


def rows_of(examples: list[Example]) -> Rows:
    return Rows.of(examples, SETTINGS.row)


def letters(count: int = 160) -> list[Example]:
    """Return sentence pairs in tokens: one a letter of the first words, numbered as the alphabet."""
    found = [(d.lower()[:14], e.lower()[:14]) for d, e in sentences(count)]
    number = {c: n for n, c in enumerate("abcdefghijklmnopqrstuvwxyz 0123456789.", 4)}
    return [Example(tuple(number[c] for c in d), (*(number[c] for c in e), 1)) for d, e in found]


@given(EXAMPLES, st.integers(8, 40))
def test_packing_keeps_every_example_that_fits_whole_and_once(examples, length):
    rows = list(packed(examples, length))
    assert all(sum(map(len, row)) <= length for row in rows)
    fitting = [e for e in examples if len(e) <= length]
    assert sorted(chain.from_iterable(rows), key=repr) == sorted(fitting, key=repr)


def test_packing_stays_near_the_order_of_the_mixture():
    examples = [Example((n,), (n,)) for n in range(4, 2004)]
    places = [e.source[0] for row in packed(examples, 8) for e in row]
    assert max(abs(place - n) for n, place in enumerate(places, 4)) < 400


@given(EXAMPLES, EXAMPLES)
def test_rows_are_read_from_their_file_as_they_were_packed(tmp_path_factory, examples, aside):
    path = tmp_path_factory.mktemp("rows") / "packed.npz"
    save(path, Rows.of(examples, 24), {"press": Rows.of(aside, 24)})
    mixture, held_out = load(path)
    assert list(mixture) == list(packed(examples, 24))
    assert list(held_out) == ["press"]
    assert list(held_out["press"]) == list(packed(aside, 24))


def test_labels_stand_one_place_before_their_token_and_nowhere_else():
    made = batch([[Example((5, 6, 7), (8, 1)), Example((9,), (10, 1))]], 12, 2)
    assert made.tokens[0].tolist() == [5, 6, 7, 8, 1, 9, 10, 1, 0, 0, 0, 0]
    assert made.labels[0].tolist() == [-1, -1, 8, 1, -1, 10, 1, -1, -1, -1, -1, -1]
    assert made.positions[0].tolist()[:8] == [0, 1, 2, 3, 4, 0, 1, 2]
    assert (made.labels[1] == IGNORED).all()
    assert made.size == 8


@pytest.mark.parametrize(("precision", "near"), [("float32", 1e-4), ("bfloat16", 0.05)])
def test_a_packed_row_scores_like_its_pairs_apart(tmp_path, precision, near):
    model, examples = network(64), letters(6)
    run = Run(model, rows_of(examples), {}, tmp_path, replace(SETTINGS, precision=precision))
    rows = batch([examples[:2]], 64, 1)
    apart = [p for e in examples[:2] for p in score(model, e.source, e.target)]
    hidden = model(rows.tokens, rows.positions, rows.mask, torch.float32)
    wanted = rows.labels != IGNORED
    together = torch.log_softmax(model.logits(hidden[wanted]), -1).gather(1, rows.labels[wanted][:, None])[
        :, 0
    ]
    assert together.tolist() == pytest.approx(apart, abs=1e-4)
    assert float(run.loss(rows)) == pytest.approx(-sum(apart) / len(apart), abs=near)


def test_training_lowers_the_loss_on_sentences_it_has_not_seen(tmp_path):
    examples = letters(800)
    run = Run(network(64), rows_of(examples[:700]), {"apart": rows_of(examples[700:])}, tmp_path, SETTINGS)
    lines = list(run.go())
    first, last = lines[0]["held_out"]["apart"], lines[-1]["held_out"]["apart"]
    assert last < 0.6 * first
    assert [json.loads(li) for li in (tmp_path / "log.jsonl").read_text().splitlines()] == lines


@pytest.mark.parametrize(
    "changes", [{}, {"dropout": 0.2}, {"dropout": 0.2, "agreement": 1.0, "unread": 0.1}], ids=str
)
def test_a_stopped_run_ends_with_the_weights_of_one_that_was_not_stopped(tmp_path, changes):
    examples = letters(200)
    settings = replace(SETTINGS, **changes)
    whole = Run(network(64), rows_of(examples), {}, tmp_path / "whole", settings)
    list(whole.go())
    first = Run(network(64), rows_of(examples), {}, tmp_path / "parts", settings)
    list(first.go(until=7))
    second = Run(network(64), rows_of(examples), {}, tmp_path / "parts", settings)
    assert second.step == 7
    list(second.go())
    for a, b in zip(whole.network.parameters(), second.network.parameters(), strict=True):
        assert torch.equal(a, b)
    steps = [json.loads(li)["step"] for li in (tmp_path / "parts" / "log.jsonl").read_text().splitlines()]
    assert steps == list(range(len(whole.steps) + 1))


def test_dropout_changes_the_loss_of_training_and_not_that_of_validation(tmp_path):
    examples = letters(40)
    run = Run(
        network(64), rows_of(examples), {"same": rows_of(examples)}, tmp_path, replace(SETTINGS, dropout=0.3)
    )
    rows = batch([examples[:2]], 64, 1)
    assert run.objective(rows).item() != run.objective(rows).item()
    assert run.validate() == run.validate()


def test_two_readings_disagree_by_the_mean_of_both_divergences():
    one, other = torch.tensor([[0.2, 0.8], [0.5, 0.5]]).log(), torch.tensor([[0.6, 0.4], [0.5, 0.5]]).log()
    there = 0.2 * math.log(0.2 / 0.6) + 0.8 * math.log(0.8 / 0.4)
    back = 0.6 * math.log(0.6 / 0.2) + 0.4 * math.log(0.4 / 0.8)
    two_places_one_alike = (there + back) / 2 / 2
    assert float(divergence(one, other)) == pytest.approx(two_places_one_alike)
    assert float(divergence(other, one)) == pytest.approx(two_places_one_alike)


@pytest.mark.parametrize("compiled", [False, True])
def test_what_training_makes_small_is_torch_s_smoothed_cross_entropy_and_the_disagreement(compiled):
    made = torch.compile(criterion, dynamic=True) if compiled else criterion
    for places in (6, 10):
        logits, labels = torch.randn(places, 50, requires_grad=True), torch.randint(0, 50, (places,))
        smoothed = functional.cross_entropy(logits, labels, label_smoothing=0.1)
        wanted = smoothed + 2 * divergence(*functional.log_softmax(logits, -1).chunk(2))
        found = made(logits, labels, 0.1, 2.0)
        assert float(found) == pytest.approx(float(wanted), rel=1e-5)
        slopes = [torch.autograd.grad(loss, logits)[0] for loss in (wanted, found)]
        assert torch.allclose(*slopes, atol=1e-6)
        assert float(made(logits, labels, 0.1, 0.0)) == pytest.approx(float(smoothed), rel=1e-5)


def test_disagreement_is_added_to_the_loss_and_training_lowers_it(tmp_path):
    examples = letters(800)
    aside = batch([examples[700:702], examples[702:704]], 64, 2)

    def disagreement(run: Run) -> float:
        """Return how far two readings of what was not trained on differ, from two weights of it."""
        found = []
        for weight in (1.0, 2.0):
            run.settings = replace(run.settings, agreement=weight)
            torch.manual_seed(3)
            found.append(run.objective(aside).item())
        return found[1] - found[0]

    ends = {}
    for weight in (0.0, 2.0):
        settings = replace(SETTINGS, dropout=0.2, agreement=weight, passes=3)
        run = Run(network(64), rows_of(examples[:700]), {}, tmp_path / str(weight), settings)
        assert disagreement(run) > 0
        run.settings = settings
        list(run.go())
        ends[weight] = disagreement(run)
    assert ends[2.0] < 0.7 * ends[0.0]


def test_a_row_that_is_read_twice_without_dropout_has_the_loss_of_one_reading(tmp_path):
    examples = letters(40)
    rows = batch([examples[:2], examples[2:4]], 64, 2)
    once = Run(network(64), rows_of(examples), {}, tmp_path / "once", SETTINGS)
    twice = Run(once.network, rows_of(examples), {}, tmp_path / "twice", replace(SETTINGS, agreement=5.0))
    assert float(twice.objective(rows)) == pytest.approx(float(once.objective(rows)), abs=1e-5)


def test_what_is_not_read_is_of_the_side_that_is_written_only(tmp_path):
    rows = batch([[Example((5, 6, 7), (8, 1)), Example((9,), (10, 1))]], 12, 2)
    assert rows.written[0].tolist() == [False, False, False, True, True, False, True, True] + [False] * 4
    assert not rows.written[1].any()
    run = Run(network(64), rows_of(letters(40)), {}, tmp_path, replace(SETTINGS, unread=1.0, smoothing=0.0))
    first = batch([[Example((5, 6, 7), (8, 9, 1))]], 12, 1)
    other = batch([[Example((5, 6, 7), (12, 9, 1))]], 12, 1)
    labels = first.labels.clone()
    alike = Batch(other.tokens, other.positions, labels, other.owners, other.size)
    assert float(run.objective(first)) == pytest.approx(float(run.objective(alike)), abs=1e-6)
    assert float(run.loss(first)) != pytest.approx(float(run.loss(alike)), abs=1e-6)


def test_rows_are_made_ahead_in_order_and_an_error_in_making_one_is_told():
    rows = [batch([[Example((n,), (1,))]], 4, 1) for n in range(2, 12)]
    assert [int(made.tokens[0, 0]) for made in ahead(iter(rows), 3)] == list(range(2, 12))
    with pytest.raises(ZeroDivisionError):
        list(ahead((rows[1 // n] for n in (1, 1, 0, 1)), 2))


def test_lines_logged_after_the_checkpoint_are_forgotten_on_resuming(tmp_path):
    examples = letters(200)
    run = Run(network(64), rows_of(examples), {}, tmp_path, SETTINGS)
    list(run.go(until=5))
    with (tmp_path / "log.jsonl").open("a") as log:
        log.write('{"step": 6, "tokens": 1}\n')
    again = Run(network(64), rows_of(examples), {}, tmp_path, SETTINGS)
    list(again.go(until=6))
    steps = [json.loads(li)["step"] for li in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert steps == [0, 1, 2, 3, 4, 5, 6]


def test_a_checkpoint_of_another_mixture_is_refused(tmp_path):
    list(Run(network(64), rows_of(letters(200)), {}, tmp_path, SETTINGS).go(until=2))
    with pytest.raises(ValueError, match=r"checkpoint\.pt belongs to a mixture of"):
        Run(network(64), rows_of(letters(100)), {}, tmp_path, SETTINGS)


def test_the_rate_warms_up_stays_and_falls_to_its_floor():
    settings = Settings(rate=1.0, warm_up=10, decay=0.5, floor=0.1)
    rates = [settings.rate_at(step, step / 100) for step in range(100)]
    assert rates[0] == pytest.approx(0.1)
    assert rates[9] == rates[50] == 1.0
    assert rates[50:] == sorted(rates[50:], reverse=True)
    assert rates[99] == pytest.approx(0.1)


def test_a_run_that_was_given_a_time_ends_with_it_at_the_lowest_rate(tmp_path, monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("training.optimise.time.monotonic", lambda: float(next(clock)))
    settings = replace(SETTINGS, seconds=40.0, warm_up=1, decay=1.0, floor=0.01, passes=50)
    run = Run(network(64), rows_of(letters(200)), {}, tmp_path, settings)
    lines = list(run.go())
    assert 3 < run.step < len(run.steps)
    assert 40 <= run.seconds < 50
    rates = [line["rate"] for line in lines[1:]]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.1 * settings.rate
    assert "held_out" in lines[-1]
    assert list(Run(network(64), rows_of(letters(200)), {}, tmp_path, settings).go()) == []


def test_the_time_of_a_run_that_was_stopped_is_counted_on(tmp_path, monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("training.optimise.time.monotonic", lambda: float(next(clock)))
    settings = replace(SETTINGS, seconds=60.0, passes=50)
    list(Run(network(64), rows_of(letters(200)), {}, tmp_path, settings).go(until=3))
    run = Run(network(64), rows_of(letters(200)), {}, tmp_path, settings)
    before = run.seconds
    list(run.go())
    assert 0 < before < 60 <= run.seconds < 70


def test_a_run_without_a_checkpoint_begins_its_log_anew(tmp_path):
    (tmp_path / "log.jsonl").write_text('{"step": 0, "tokens": 0}\n')
    list(Run(network(64), rows_of(letters(200)), {}, tmp_path, SETTINGS).go(until=1))
    steps = [json.loads(li)["step"] for li in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert steps == [0, 1]


def test_a_crash_while_saving_leaves_the_old_checkpoint(tmp_path: Path, monkeypatch):
    run = Run(network(64), rows_of(letters(200)), {}, tmp_path, SETTINGS)
    list(run.go(until=2))
    before = (tmp_path / "checkpoint.pt").read_bytes()

    def fail(_state, path):
        Path(path).write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(torch, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        run.save()
    assert (tmp_path / "checkpoint.pt").read_bytes() == before
    assert not list(tmp_path.glob("*.new"))


def test_a_share_of_the_weights_of_the_start_is_put_back():
    start, trained = {"w": torch.tensor([0.0, 2.0])}, {"w": torch.tensor([1.0, 4.0])}
    assert interpolated(start, trained, 0.25)["w"].tolist() == [0.75, 3.5]
    assert interpolated(start, trained, 0.0)["w"].tolist() == [1.0, 4.0]
