"""`briefing summarise`: the sentences that carry it, in English."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import options, output, setup
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.summarise import Summary


def summarise(
    files: options.Files = None,
    *,
    sentences: options.Sentences = None,
    words: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="English words, never exceeded.")
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    algorithm: options.AlgorithmName = None,
    from_language: Annotated[
        str | None, typer.Option("--from-language", metavar="nl|en", help="en: the articles are English.")
    ] = None,
    glossary: options.GlossaryFiles = None,
    no_glossary: options.NoGlossary = False,
    model: options.Model = None,
    memory: Annotated[str | None, typer.Option(metavar="FILE", help="Another translation memory.")] = None,
    no_memory: options.NoMemory = False,
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print it.")] = "text",
    quiet: options.Quiet = False,
) -> None:
    """Print the sentences that carry the articles, one a line, in an order that tells the story."""
    if sentences and words:
        raise UsageError("--sentences and --words do not go together.", "Leave one of them out.")
    if from_language not in (None, "nl", "en"):
        raise UsageError(f"--from-language: {from_language!r} is neither nl nor en.")
    if format_ not in ("text", "json"):
        raise UsageError(f"--format: there is no format {format_!r} here.", "Choose text or json.")
    if not files:
        raise UsageError("There is nothing to summarise.", "Name articles, or - for standard input.")
    chosen = setup.resolve({
        "sentences": sentences, "algorithm": algorithm, "glossary": glossary, "model": model,
        "language": from_language, "memory": memory, "since": since, "until": until,
    })  # fmt: skip
    first, last = setup.period(chosen)

    from briefing import pipeline
    from briefing import summarise as stage
    from briefing.cli.progress import progress
    from briefing.summarise.algorithms import algorithm_named

    name = chosen["algorithm"] or stage.DEFAULT
    algorithm_named(name)
    terms = setup.load_glossary(chosen, none=no_glossary)
    reading = pipeline.read(files, language=chosen["language"], since=first, until=last)
    with setup.open_memory(chosen, none=no_memory) as remembered, progress("Translating", quiet=quiet) as bar:
        done = pipeline.translate(
            reading, setup.engines_for(chosen), glossary=terms, memory=remembered, progress=bar
        )
    summary = stage.summarise(
        done.articles,
        algorithm=name,
        sentences=None if words else chosen["sentences"],
        words=words,
        glossary=terms,
        since=first,
        until=last,
        language="en" if from_language == "en" else "nl",
    )
    if format_ == "json":
        signature = done.signature.with_fields(("algorithm", name))
        text = json.dumps(
            {"signature": str(signature), "sentences": _entries(summary)}, ensure_ascii=False, indent=2
        )
    else:
        text = "\n".join(" ".join(t.english.split()) for p in summary.key_points for t in p.translations)
    output.write(output.STDOUT, (text + "\n").encode() if text else b"")
    setup.tell_left_out(done.skipped, done.duplicates, quiet=quiet)
    if done.skipped:
        raise typer.Exit(3)


def _entries(summary: Summary) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    for point in summary.key_points:
        for translation in point.translations:
            entries.append({
                "id": translation.sentence.id,
                "nl": translation.sentence.text,
                "en": translation.english,
                "score": round(point.score, 6),
                "order": len(entries) + 1,
            })  # fmt: skip
    return entries
