"""What a package is worth: BLEU and chrF by source, the comparison with an earlier package, obedience to annotations.

Everything is decoded by `briefing.engines`, as a user's sentences are. Scores carry sacrebleu's signatures; two packages
are compared by paired bootstrap resampling (Koehn 2004, "Statistical Significance Tests for Machine Translation
Evaluation").
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing import engines, packages
from briefing.match import find_rendering
from briefing.translate.engine import Engine, InlineTerm, Segment
from briefing.translate.typography import normalise
from training.align import Phrase
from training.corpus import Pair
from training.terms import base_form


def open_package(folder: Path) -> Engine:
    """Return the engine of an unpacked package."""
    return engines.load(packages.named(str(folder), folder))


def translated(engine: Engine, segments: Sequence[Segment], beam: int) -> list[str]:
    """Return the best English of each segment."""
    return [found[0].text for found in engine.decode(segments, beam=beam)]


def quality(english: Sequence[str], references: Sequence[str]) -> dict[str, object]:
    """Return BLEU and chrF with their signatures."""
    from sacrebleu import BLEU, CHRF

    out: dict[str, object] = {"sentences": len(english)}
    for name, metric in (("BLEU", BLEU()), ("chrF", CHRF())):
        out[name] = round(metric.corpus_score(list(english), [list(references)]).score, 1)
        out[f"{name} signature"] = str(metric.get_signature())
    return out


def by_source(pairs: Sequence[Pair], english: Sequence[str]) -> dict[str, dict[str, object]]:
    """Return the quality of the translations `english` of `pairs`, by source."""
    out = {}
    for source in dict.fromkeys(p.source for p in pairs):
        chosen = [(e, p.english) for p, e in zip(pairs, english, strict=True) if p.source == source]
        out[source] = quality([e for e, _ in chosen], [r for _, r in chosen])
    return out


def compared(
    pairs: Sequence[Pair], english: Sequence[str], earlier: Sequence[str], samples: int = 1000
) -> dict[str, object]:
    """Return the scores of two packages' translations of `pairs`, and the p-value of their difference."""
    from sacrebleu import BLEU, CHRF
    from sacrebleu.significance import PairedTest

    test = PairedTest(
        [("earlier", list(earlier)), ("this", list(english))],
        {"BLEU": BLEU(), "CHRF": CHRF()},
        [[p.english for p in pairs]],
        test_type="bs",
        n_samples=samples,
    )
    _, scores = test()
    out: dict[str, object] = {"sentences": len(pairs), "samples": samples}
    for metric, found in scores.items():  # "System", "BLEU", "chrF2"
        if metric != "System":
            out[metric.rstrip("2")] = {
                name: {"score": round(r.score, 1), "p": None if r.p_value is None else round(r.p_value, 4)}
                for name, r in zip(("earlier", "this"), found, strict=True)
            }
    return out


def obedience(
    engine: Engine, pairs: Sequence[Pair], found: Sequence[Sequence[Phrase]], limit: int = 250, seed: int = 1
) -> dict[str, object]:
    """Return how many of one annotation a sentence are obeyed, given as the base form; and without any annotation.

    `rare` renderings are those of another sentence, which nothing in the Dutch suggests.
    """
    rng = random.Random(seed)
    usable = [(p, rng.choice(list(f))) for p, f in zip(pairs, found, strict=True) if f]
    usable = [(p, f) for p, f in usable if normalise(p.dutch) == p.dutch][:limit]
    wanted = [base_form(p.english[slice(*f.english)]) for p, f in usable]
    shuffled = [w for w in wanted if w.islower()]
    rng.shuffle(shuffled)
    strange = [shuffled[n % len(shuffled)] for n in range(len(wanted))] if shuffled else wanted
    trials: Mapping[str, tuple[list[str], bool]] = {
        "annotated": (wanted, True),
        "rare": (strange, True),
        "not annotated": (wanted, False),
    }
    out: dict[str, object] = {"sentences": len(usable)}
    for name, (targets, given) in trials.items():
        segments = [
            Segment(p.dutch, (InlineTerm(*f.dutch, target),) if given else ())
            for (p, f), target in zip(usable, targets, strict=True)
        ]
        english = translated(engine, segments, 1)
        kept = sum(find_rendering(t, e) is not None for t, e in zip(targets, english, strict=True))
        out[name] = round(kept / max(1, len(usable)), 4)
    return out
