"""`briefing build`: from articles to a memo."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import options, output, setup
from briefing.errors import SourceError, UsageError

if TYPE_CHECKING:
    from briefing.memo import MemoRequest
    from briefing.pipeline import Translated
    from briefing.settings import Settings

FORMATS = ("docx", "html", "md", "json")


def build(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCES]...", help="Articles or folders; - is standard input. Default: sources/"
        ),
    ] = None,
    *,
    out: options.Output = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="Default: by -o, else docx.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the memo.")] = None,
    to: Annotated[str | None, typer.Option(help="Whom it is for.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Whom it is from.")] = None,
    subject: Annotated[str | None, typer.Option(help="Subject line.")] = None,
    marking: Annotated[str | None, typer.Option(help="Marking of every page, such as TLP:AMBER.")] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Date of the memo. Default: today.")
    ] = None,
    sentences: options.Sentences = None,
    since: options.Since = None,
    until: options.Until = None,
    algorithm: options.AlgorithmName = None,
    sections: Annotated[str | None, typer.Option(metavar="a,b,c", help="Only these sections.")] = None,
    annex: Annotated[
        bool | None, typer.Option("--annex/--no-annex", help="With or without the articles side by side.")
    ] = None,
    bilingual_only: Annotated[
        bool | None, typer.Option("--bilingual-only", help="Only the articles side by side.")
    ] = None,
    template: options.Template = None,
    paper: Annotated[str | None, typer.Option(metavar="a4|letter", help="Paper. Default: a4.")] = None,
    glossary: options.GlossaryFiles = None,
    no_glossary: options.NoGlossary = False,
    model: options.Model = None,
    language: options.Language = None,
    memory: Annotated[str | None, typer.Option(metavar="FILE", help="Another translation memory.")] = None,
    no_memory: options.NoMemory = False,
    force: options.Force = False,
    quiet: options.Quiet = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a report of what was written as JSON.")
    ] = False,
) -> None:
    """Write a memo from Dutch articles: by default from sources/ into output/.

    Exit code 3 means that the memo was written but some sources were skipped.
    """
    started = time.monotonic()
    chosen = setup.resolve({
        "title": title, "to": to, "from": from_, "subject": subject, "marking": marking, "sentences": sentences,
        "algorithm": algorithm, "sections": sections, "annex": annex, "bilingual_only": bilingual_only or None,
        "template": str(template) if template else None, "paper": paper, "glossary": glossary, "model": model,
        "language": language, "memory": memory, "date": date, "since": since, "until": until, "format": format_,
    })  # fmt: skip
    kind = _format(chosen, out)
    setup.check_paper(chosen["paper"])
    request = _request(chosen)
    first, last = setup.period(chosen)
    files = sources or [_default_folder()]
    place = (Path("output"), f"briefing-{request.date.isoformat()}", f".{kind}")
    if out is None:
        output.free_name(*place)  # refused now rather than after the work
    else:
        output.check(out, force=force, read=setup.read_by(chosen, files))

    from briefing import memo, pipeline, render, summarise
    from briefing.cli.progress import progress
    from briefing.summarise.algorithms import algorithm_named

    if request.template and kind == "docx":
        render.check_template(request.template)  # rather than after the work
    name = chosen["algorithm"] or summarise.DEFAULT
    algorithm_named(name)
    terms = setup.load_glossary(chosen, none=no_glossary)
    reading = pipeline.read(files, language=chosen["language"], since=first, until=last)
    with setup.open_memory(chosen, none=no_memory) as remembered, progress("Translating", quiet=quiet) as bar:
        done = pipeline.translate(
            reading, setup.engines_for(chosen), glossary=terms, memory=remembered, progress=bar
        )
    summary = summarise.summarise(
        done.articles, algorithm=name, sentences=chosen["sentences"], glossary=terms, since=first, until=last
    )
    composed = memo.compose(
        done.articles,
        summary,
        request=request,
        glossary=terms,
        signature=done.signature.with_fields(("algorithm", name)),
        skipped=done.skipped,
        duplicates=done.duplicates,
    )
    data = render.render(composed, kind)
    if out is None:
        target = output.write_new(*place, data)
    else:
        target = out
        output.write(out, data, force=force)
    _report(target, kind, done, started, quiet=quiet, as_json=as_json)
    if done.skipped:
        raise typer.Exit(3)


def _annex(chosen: Settings) -> tuple[bool, bool]:
    """Return whether the memo has the annex, and whether it has nothing else.

    Where the one setting asks for what the other leaves out, the one from the higher place wins: a flag, then the
    environment, then the file. UsageError where both come from the same, or where nothing would be left: an annex that
    is out cannot be the only section.
    """
    annex, only = chosen["annex"], chosen["bilingual_only"]
    asks = "bilingual_only" if only else "sections" if chosen["sections"] == ("annex",) else ""
    if annex or not asks:
        return annex, only
    if chosen.rank(asks) < chosen.rank("annex"):
        return True, only
    if only and chosen.rank(asks) > chosen.rank("annex"):
        return False, False
    off = chosen.origin("annex").replace("--annex", "--no-annex")
    raise UsageError(f"{chosen.origin(asks)} and {off} leave nothing to write.", "Leave one of them out.")


def _format(chosen: Settings, out: str | None) -> str:
    """Return the format of the memo: as `--format` says, else as the ending of `-o`, else as it is set."""
    name, origin = chosen["format"], chosen.origin("format")
    if name not in (None, *FORMATS):
        raise UsageError(
            f"{origin}: there is no format {name!r} for a memo.", f"Choose one of {', '.join(FORMATS)}."
        )
    by_ending = output.format_of(out, FORMATS) if origin != "--format" else None
    return by_ending or name or "docx"


def _request(chosen: Settings) -> MemoRequest:
    from briefing import memo

    template = setup.template_path(chosen)
    if template and not template.is_file():
        raise UsageError(f"{template}: there is no such template.", "Make one: briefing template")
    names = memo.section_names(chosen["sections"]) if chosen["sections"] else None
    annex, bilingual_only = _annex(chosen)
    moment, fixed = setup.now(), "SOURCE_DATE_EPOCH" in os.environ
    return memo.MemoRequest(
        title=chosen["title"] or "",
        to=chosen["to"] or "",
        from_=chosen["from"] or "",
        subject=chosen["subject"] or "",
        marking=chosen["marking"] or "",
        date=setup.memo_date(chosen) or (moment if fixed else moment.astimezone()).date(),
        sections=names,
        annex=annex,
        bilingual_only=bilingual_only,
        template=template,
        paper=chosen["paper"],
        timestamp=moment if fixed else None,
    )


def _default_folder() -> str:
    if not Path("sources").is_dir():
        raise SourceError(
            "There is no folder sources/ here.",
            "Make it and put Dutch articles in it, or name files: briefing build FILE...",
        )
    return "sources"


def _report(target: str, kind: str, done: Translated, started: float, *, quiet: bool, as_json: bool) -> None:
    setup.tell_left_out(done.skipped, done.duplicates, quiet=quiet)
    translations = [t for a in done.articles for t in a.translations]
    terms = Counter(str(use.status) for t in translations for use in t.terms)
    flagged = sum(bool(t.flags) for t in translations)
    if as_json:
        report = {
            "output": target,
            "format": kind,
            "articles": len(done.articles),
            "sentences": len(translations),
            "words": sum(a.article.words for a in done.articles),
            "flagged": flagged,
            "terms": {status: terms[status] for status in ("kept", "repaired", "missed")},
            "skipped": [{"source": file, "reason": reason} for file, reason in done.skipped],
            "duplicates": [{"source": dropped, "same_as": kept} for dropped, kept in done.duplicates],
            "signature": str(done.signature),
            "seconds": round(time.monotonic() - started, 1),
        }
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2), err=output.is_stdout(target))
    elif not quiet:
        from briefing.memo.wording import count

        typer.echo(
            f"Wrote {target}: {count(len(done.articles), 'article')}, {count(len(translations), 'sentence')}, {flagged} flagged, "
            f"{time.monotonic() - started:.0f} s.",
            err=True,
        )
