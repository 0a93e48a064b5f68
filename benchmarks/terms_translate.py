"""The translating half of the term benchmark: success, obedience, fluency, through the program's own Translator."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics import CHRF

from briefing.article import Article, Block, Sentence
from briefing.cli.setup import engines_for, resolve
from briefing.glossary import Glossary
from briefing.match import Matcher, find_rendering
from briefing.translate import Translator
from briefing.translate.search import SearchOptions
from briefing.translate.translator import Segmented

ONE_PASS = SearchOptions(first_beam=1, second_beam=1)  # annotation alone, no second decoding


def translate(
    engine, nl: Sequence[str], glossary: Glossary | None, options: SearchOptions | None = None
) -> list[str]:
    sentences = tuple(Sentence(f"S1.P{n}.1", text) for n, text in enumerate(nl, start=1))
    article = Article("terms", tuple(Block(text) for text in nl))
    translator = Translator(engine, Matcher(glossary) if glossary else None, options=options)
    (done,) = translator.translate([Segmented(1, article, sentences)])
    return [t.english for t in done.translations]


def obeyed(english: Sequence[str], wanted: dict[int, list]) -> tuple[int, int]:
    hits = sum(
        any(find_rendering(t.target, english[n], pos=t.pos) for t in terms) for n, terms in wanted.items()
    )
    return hits, len(wanted)


def applied(nl: Sequence[str], glossary: Glossary, numbers: Sequence[int]) -> dict[int, list]:
    """The rendering asked for in each sentence of `numbers`: the entries of its first match."""
    matcher = Matcher(glossary)
    found = {n: matcher.matches(nl[n]) for n in numbers}
    return {n: list(matches[0].terms) for n, matches in found.items() if matches and matches[0].terms}


def translate_all(
    every, glossary: Glossary, model: str | None, *, verbose: bool = False
) -> tuple[dict, dict]:
    from terms import accepted, random_renderings

    os.chdir(Path(__file__).parent.parent)
    engine = engines_for(resolve({"model": model} if model else {}))("nl")
    nl, references = [c.nl for c in every], [c.en for c in every]
    wanted = accepted(every, glossary)
    shuffled = random_renderings(glossary)
    chrf = CHRF()
    runs = {
        "none": (None, None, wanted),
        "right, annotation alone": (glossary, ONE_PASS, wanted),
        "right": (glossary, None, wanted),
        "random": (shuffled, None, applied(nl, shuffled, list(wanted))),
    }
    report = {}
    for name, (chosen, options, asked) in runs.items():
        english = translate(engine, nl, chosen, options)
        hits, total = obeyed(english, asked)
        report[name] = {"success": f"{hits}/{total}", "share": round(hits / max(total, 1), 4)}
        if name != "random":
            report[name]["chrF"] = round(chrf.corpus_score(english, [references]).score, 2)
        if verbose:
            for n, terms in asked.items():
                if not any(find_rendering(t.target, english[n], pos=t.pos) for t in terms):
                    print(f"  {name}: {terms[0].target!r} not in {english[n]!r} <- {nl[n]}", file=sys.stderr)
    return report, {
        "model": engine.name,
        "weights": engine.fingerprint[:12],
        "chrF": str(chrf.get_signature()),
    }
