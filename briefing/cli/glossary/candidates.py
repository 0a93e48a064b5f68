"""What `briefing glossary suggest` does with its candidates: English proposed by the model, review by a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from briefing.errors import BriefingError, GlossaryError
from briefing.glossary import PartOfSpeech, Term
from briefing.glossary.document import Document
from briefing.match.suggest import Candidate, candidates
from briefing.translate.engine import Engine, Segment

Proposed = list[tuple[Candidate, str]]


def find_candidates(
    sources: Sequence[str], glossary: Path, number: int, model: str | None, *, names: bool = False
) -> Proposed:
    """Return the best candidates of the articles with the English that the model proposes.

    The English is empty where `model` is None or no model can be loaded.
    """
    from briefing.glossary import load
    from briefing.match import Matcher

    matcher = Matcher(load([glossary]))
    found = candidates(list(_sentences(sources)), matcher, limit=number, names=names)
    engine = None if model is None or not found else engine_for(model)
    return list(zip(found, propose([c.source for c in found], engine), strict=True))


def _sentences(sources: Sequence[str]) -> list[str]:
    from briefing import pipeline
    from briefing.cli import setup
    from briefing.segment import segment

    reading = pipeline.read(sources)
    setup.tell_left_out(reading.skipped, reading.duplicates, quiet=False)
    found = []
    for number, article in enumerate(reading.articles, start=1):
        if article.language != "nl":
            typer.echo(f"{article.source}: left out, its language is {article.language}, not nl", err=True)
            continue
        found += [sentence.text for sentence in segment(article, number)]
    return found


def engine_for(model: str) -> Engine | None:
    """Return the model that the command line uses, or None with a line on why there is none."""
    from briefing.cli.setup import engines_for, resolve

    try:
        return engines_for(resolve({"model": model} if model else {}))("nl")
    except BriefingError as error:
        typer.echo(f"No English is proposed: {error}", err=True)
        return None


def propose(sources: Sequence[str], engine: Engine | None) -> list[str]:
    """Return the model's English for each Dutch term, in the shape of an entry; empty strings without a model."""
    if engine is None or not sources:
        return [""] * len(sources)
    decoded = engine.decode([Segment(source) for source in sources], beam=4)
    return [
        _entry_like(source, best[0].text if best else "")
        for source, best in zip(sources, decoded, strict=True)
    ]


def _entry_like(source: str, english: str) -> str:
    text = " ".join(english.split()).rstrip(" .!?,;:")
    for article in ("the ", "a ", "an "):
        if text.lower().startswith(article) and not source.lower().startswith(("de ", "het ", "een ")):
            text = text[len(article) :]
    if source[:1].islower() and text[1:2].islower():
        text = text[0].lower() + text[1:]
    return text


def check_review(path: Path, *, force: bool, read: Iterable[str | Path] = ()) -> None:
    """Raise an error where the review file cannot be written, or is one that is `read`, before any work is done for it."""
    from briefing.cli import output

    if path.suffix.lower() not in {".csv", ".tsv"}:
        raise GlossaryError(f"{path}: a review file is a CSV file.", f"Name it {path.with_suffix('.csv')}.")
    output.check(str(path), force=force, read=read)


def write_review(path: Path, proposed: Proposed, *, force: bool) -> None:
    """Write the candidates as a glossary to be corrected by a person and then imported; without `force` over no other file.

    A candidate without a proposal has the rendering `?`, which an import leaves out.
    """
    from briefing.cli import output
    from briefing.glossary import store
    from briefing.glossary.merge import OPEN

    document = Document.parse(store.EMPTY, str(path))
    document = document.add(*(_term(candidate, english or OPEN) for candidate, english in proposed))
    head = (
        "# Candidates, best first. Correct the English (? is left out), delete what is no term, then:\n"
        f"# briefing glossary import {path.name}\n"
    )
    output.write(str(path), head.encode() + document.to_bytes(), force=force)


def _term(candidate: Candidate, english: str) -> Term:
    pos = PartOfSpeech.NAME if candidate.name else PartOfSpeech.NOUN
    note = f"{candidate.frequency}x: {candidate.example}"
    return Term(candidate.source, english, pos, note=note)


def review(proposed: Proposed, path: Path) -> None:
    """Ask about each candidate: Enter takes the English, another text replaces it, `-` skips, `q` ends."""
    from dataclasses import replace

    from briefing.glossary import store

    added = 0
    for candidate, english in proposed:
        typer.echo(f"\n{candidate.source}  ({candidate.frequency}x)\n  {candidate.example}", err=True)
        answer = typer.prompt("English (- skips, q ends)", default=english or "-", err=True).strip()
        if answer == "q":
            break
        if answer in {"", "-"}:
            continue
        term = replace(_term(candidate, answer), note="")
        store.change(path, lambda document, new=term: document.add(new))  # type: ignore[misc]
        added += 1
    typer.echo(f"{path}: {added} added")
