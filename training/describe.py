"""What goes with a package: its model card, the notice its base asks for, and the learning curves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NOTICE = """\
Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms

This model is a derivative of Gemma 3 270M. Modified: vocabulary cut to Dutch and English, weights fine-tuned on
Dutch-English sentence pairs, weights quantised to 8 bits. Use is bound by the restrictions of those terms, among
them the Gemma Prohibited Use Policy (ai.google.dev/gemma/prohibited_use_policy); pass both on with any copy.
"""


def card(recipe: Mapping[str, Any], steps: Mapping[str, Any], scores: Mapping[str, Any]) -> str:
    """Return the model card (Mitchell et al. 2019, "Model Cards for Model Reporting") in Markdown."""
    output, run, mixed = recipe["output"], steps["optimise"]["figures"], steps["mix"]["figures"]
    start = steps["start"]["figures"]
    agreement = steps["agree"]["figures"]
    passes = run["tokens"] / steps["pack"]["figures"]["tokens"]
    kept, seconds = steps["optimise"]["settings"].get("kept"), run["seconds"]
    took = f"{seconds / 3600:.1f} hours" if seconds > 3600 else f"{seconds:.0f} seconds"
    lines = [
        f"# translate-nl_en {output['version']}",
        "",
        "Dutch to English, decoder-only, CTranslate2 int8. For news and official prose, a sentence at a time.",
        f"Base: {output['base']}; {start['weights'] / 1e6:.0f} M weights. Licence: {output['license']} (see NOTICE).",
        "",
        "Prompt: `<bos>` + pieces of the normalised Dutch + `<en>`; ends with `<eos>`. Terms: `<t>Dutch<=>English</t>`",
        "in the source; the English is given in its base form and comes out inflected.",
        *(
            [
                "Rare Dutch compounds that the lexicon does not have are written opened at their joints (`sanctie- verlichting`), by `briefing.match.joints`."
            ]
            if output.get("compounds")
            else []
        ),
        *(
            [
                "Back into Dutch, to score whether a translation says what the Dutch says: `<bos>` + `<=>` + English + `<en>`."
            ]
            if mixed["kinds"].get("reversed")
            else []
        ),
        "",
        "## Training",
        "",
        (
            f"Started from {start['from']}. {run['steps']:,} steps, {run['tokens']:,} tokens, {took} "
            f"({recipe.get('machine', {}).get('name', 'machine not named')})."
        ),
        (
            f"Mixture {steps['mix']['outputs']['mixture.tsv'][:12]}: {sum(mixed['sources'].values()):,} sentences, of them "
            f"{mixed['kinds'].get('terms', 0):,} with annotated terms; read {passes:.2f} times."
        ),
        f"Loss a piece on held-out sentences: {', '.join(f'{k} {v:.3f}' for k, v in run['held_out'].items())}.",
        *([f"Of the weights it started from, a share of {kept} was put back at the end."] if kept else []),
        (
            f"Float32 conversion and network differ by at most {agreement['largest difference']:.1e} nats a piece; int8 moves "
            f"the loss from {agreement['loss']:.4f} to {agreement['loss of int8']:.4f}."
        ),
        "",
        "| source | sentences of the mixture | licence of the text |",
        "|---|---|---|",
        *(
            f"| {name} | {number:,} | {recipe.get('licences', {}).get(name, 'not stated')} |"
            for name, number in sorted(mixed["sources"].items(), key=lambda item: -item[1])
        ),
        "",
        "## Scores",
        "",
        scores["signature"],
        "",
        "| held-out source | decoding | sentences | BLEU | chrF |",
        "|---|---|---|---|---|",
        *(
            f"| {source} | {beam} | {found['sentences']} | {found['BLEU']} | {found['chrF']} |"
            for beam, sources in scores["quality"].items()
            for source, found in sources.items()
        ),
        "",
        *(f"- {name}: {signature}" for name, signature in _signatures(scores).items()),
        *_comparison(scores),
        "",
        (
            f"Obedience, {scores['obedience']['sentences']} held-out sentences, one annotation each: "
            f"{scores['obedience']['annotated']:.1%} of the base forms stand in the English, "
            f"{scores['obedience']['rare']:.1%} of renderings taken from other sentences; "
            f"{scores['obedience']['not annotated']:.1%} with no annotation."
        ),
        "",
        "## Limits",
        "",
        "Small models err fluently: a phrase dropped, an idiom taken literally, a rare compound guessed. Nothing that it",
        "writes should be relied on without the Dutch beside it.",
        "",
    ]
    return "\n".join(lines)


def _signatures(scores: Mapping[str, Any]) -> dict[str, str]:
    found = next(iter(next(iter(scores["quality"].values())).values()))
    return {name: found[f"{name} signature"] for name in ("BLEU", "chrF")}


def _comparison(scores: Mapping[str, Any]) -> list[str]:
    found = scores.get("compared")
    if not found:
        return []
    parts = [
        f"{metric} {found[metric]['earlier']['score']} to {found[metric]['this']['score']} "
        f"(p = {found[metric]['this']['p']})"
        for metric in ("BLEU", "chrF")
    ]
    return [
        "",
        (
            f"Beside {found['earlier']} on all {found['sentences']:,} sentences, beam {found['beam']}: {', '.join(parts)}; "
            f"paired bootstrap, {found['samples']:,} samples."
        ),
    ]


def plot(log: Path, out: Path) -> None:
    """Draw the loss on the mixture and on each held-out source, and the learning rate, over the tokens read."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    figure = Figure(figsize=(7.5, 4), layout="constrained")
    FigureCanvasSVG(figure)
    axes = figure.subplots()
    trained = [line for line in lines if "loss" in line]
    mean, means = None, []
    for line in trained:
        mean = line["loss"] if mean is None else 0.97 * mean + 0.03 * line["loss"]
        means.append(mean)
    axes.plot(
        [li["tokens"] / 1e6 for li in trained], means, color="0.65", label="mixture (with label smoothing)"
    )
    checked = [line for line in lines if "held_out" in line]
    for name, (style, marker) in zip(checked[0]["held_out"], _STYLES * 9, strict=False):
        values = [line["held_out"][name] for line in checked]
        tokens = [line["tokens"] / 1e6 for line in checked]
        axes.plot(
            tokens, values, style, marker=marker, markersize=4, color="black", label=f"held out: {name}"
        )
    axes.set_xlabel("million tokens read")
    axes.set_ylabel("cross-entropy, nats a piece")
    rates = axes.twinx()
    rates.plot([li["tokens"] / 1e6 for li in trained], [li["rate"] for li in trained], ":", color="0.5")
    rates.set_ylabel("learning rate (dotted)")
    rates.set_ylim(bottom=0)
    axes.legend(frameon=False, fontsize="small")
    with mpl.rc_context({"svg.hashsalt": "briefing", "svg.fonttype": "none"}):
        figure.savefig(out, metadata={"Date": None, "Creator": None})


_STYLES = [("-", "o"), ("--", "s"), ("-.", "^"), (":", "D")]
