"""The translating half of the term benchmark: success, obedience, fluency, through the program's own Translator."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from sacrebleu.metrics import CHRF

from briefing.article import Article, Block, Sentence
from briefing.cli.setup import engines_for, resolve
from briefing.glossary import Glossary, Term
from briefing.match import Matcher, find_rendering
from briefing.match.obedience import missed
from briefing.translate import SearchOptions, Translator
from briefing.translate.candidates import Means
from briefing.translate.translator import Segmented

# What is measured side by side: each means by itself, and all that the model is able of, as the program does it.
WAYS = {str(means): frozenset({means}) for means in Means} | {"all": frozenset(Means)}


def translate(
    engine, nl: Sequence[str], glossary: Glossary | None, options: SearchOptions | None = None
) -> list[str]:
    sentences = tuple(Sentence(f"S1.P{n}.1", text) for n, text in enumerate(nl, start=1))
    article = Article("terms", tuple(Block(text) for text in nl))
    translator = Translator(engine, Matcher(glossary) if glossary else None, options=options)
    (done,) = translator.translate([Segmented(1, article, sentences)])
    return [t.english for t in done.translations]


def share(obeyed: int, asked: int) -> str:
    return f"{obeyed}/{asked} = {obeyed / max(asked, 1):.1%}"


def failures(english: Sequence[str], wanted: dict[int, list[Term]]) -> list[int]:
    """The cases whose own entry has no accepted rendering."""
    return [
        n
        for n, terms in wanted.items()
        if not any(find_rendering(t.target, english[n], pos=t.pos) for t in terms)
    ]


def obedience(nl: Sequence[str], english: Sequence[str], matcher: Matcher) -> tuple[int, int]:
    """(obeyed, asked): how many of all the terms found in the sentences have their rendering."""
    asked = obeyed = 0
    for dutch, text in zip(nl, english, strict=True):
        matches = [match for match in matcher.matches(dutch) if match.terms]
        asked += len(matches)
        obeyed += len(matches) - len(missed(matches, text))
    return obeyed, asked


def complain(run: str, nl: Sequence[str], english: Sequence[str], matcher: Matcher) -> None:
    for dutch, text in zip(nl, english, strict=True):
        for match in missed(matcher.matches(dutch), text):
            print(f"  {run}: {match.term.target!r} not in {text!r} <- {dutch}", file=sys.stderr)


def translate_all(
    every, glossary: Glossary, model: str | None, *, ways: Iterable[str] = tuple(WAYS), verbose: bool = False
) -> tuple[dict, dict]:
    from terms import accepted, random_renderings

    os.chdir(Path(__file__).parent.parent)
    engine = engines_for(resolve({"model": model} if model else {}))("nl")
    nl, references = [c.nl for c in every], [c.en for c in every]
    wanted = accepted(every, glossary)
    asked = [nl[n] for n in wanted]
    shuffled = random_renderings(glossary)
    right, random = Matcher(glossary), Matcher(shuffled)
    without_term = [n for n, text in enumerate(nl) if not right.matches(text)]
    chrf = CHRF()
    none = translate(engine, nl, None)
    report: dict[str, dict] = {
        "no glossary": {
            "success": share(len(wanted) - len(failures(none, wanted)), len(wanted)),
            "chrF": round(chrf.corpus_score(none, [references]).score, 2),
        }
    }
    for way in ways:
        options = SearchOptions(means=WAYS[way])
        english = translate(engine, nl, glossary, options)
        obeying = translate(engine, asked, shuffled, options)
        failed = failures(english, wanted)
        report[way] = {
            "success": share(len(wanted) - len(failed), len(wanted)),
            "every term": share(*obedience(nl, english, right)),
            "random renderings": share(*obedience(asked, obeying, random)),
            "chrF": round(chrf.corpus_score(english, [references]).score, 2),
            "changed without a term": sum(english[n] != none[n] for n in without_term),
        }
        print(f"{way}: {report[way]}", file=sys.stderr, flush=True)
        if verbose:
            for n in failed:
                print(f"  {way}: none of {every[n].accepted} in {english[n]!r} <- {nl[n]}", file=sys.stderr)
            complain(f"{way}, right", nl, english, right)
            complain(f"{way}, random", asked, obeying, random)
    return report, {
        "model": engine.name,
        "weights": engine.fingerprint[:12],
        "search": str(SearchOptions()),
        "chrF": str(chrf.get_signature()),
    }
