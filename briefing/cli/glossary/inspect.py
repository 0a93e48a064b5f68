"""`briefing glossary check|suggest`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.glossary import app
from briefing.cli.glossary.common import (
    FileOption,
    JsonOption,
    counted,
    path_to_read,
    path_to_write,
    print_json,
)
from briefing.errors import GlossaryError


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Glossaries; default: the one of --file.")
    ] = None,
    *,
    file: FileOption = None,
    mend: Annotated[
        bool, typer.Option("--fix", help="Mend what is safe: spaces, look-alike letters, doubled lines.")
    ] = False,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="Instead, check Dutch-English pairs (TMX, or JSON of `translate`)."
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Find mistakes in a glossary. Or with --against in translations; exit code 1 where there are any."""
    if against:
        if mend:
            raise GlossaryError("--fix mends glossaries, not translations.", "Leave out --against or --fix.")
        _check_pairs(against, files or [path_to_read(file)], as_json=as_json)
        return
    from briefing.glossary import store
    from briefing.glossary.check import Finding, check_form, fix, readable
    from briefing.glossary.document import Document
    from briefing.match.reach import check_reach

    findings: list[Finding] = []
    for path in files or [path_to_write(file) if mend else path_to_read(file)]:
        if mend:
            changed: list[int] = []

            def change(document: Document, counts: list[int] = changed) -> Document:
                document, number = fix(document)
                counts.append(number)
                return document

            store.change(path, change, parse=False)
            typer.echo(f"{path}: {counted(changed[0], 'line')} mended", err=True)
        document = Document.read(path)
        found = check_form(document)
        found += check_reach([term for _, term in readable(document)[0]])
        findings += sorted(found, key=lambda finding: (finding.line, finding.kind))
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            typer.echo(str(finding))
        fixable = sum(finding.fixable for finding in findings)
        hint = f"; --fix mends {fixable}" if fixable else ""
        typer.echo(f"{counted(len(findings), 'finding')}{hint}", err=True)
    if findings:
        raise typer.Exit(1)


def _check_pairs(files: list[Path], glossaries: list[Path], *, as_json: bool) -> None:
    from briefing.cli.glossary.pairs import read_pairs
    from briefing.glossary import load
    from briefing.match import Matcher
    from briefing.match.obedience import Breach, violations

    pairs = [pair for path in files for pair in read_pairs(path)]
    found = list(violations(pairs, Matcher(load(glossaries))))
    if as_json:
        print_json([asdict(violation) for violation in found])
    else:
        for one in found:
            said = (
                f"{one.surface!r} has no {one.wanted!r}"
                if one.breach is Breach.MISSED
                else f"{one.surface!r} has the forbidden {one.wanted!r}"
            )
            typer.echo(f"{one.place}: {one.breach.value}: {said}\n    nl: {one.nl}\n    en: {one.en}")
        typer.echo(f"{counted(len(pairs), 'pair')} read, {counted(len(found), 'finding')}", err=True)
    if found:
        raise typer.Exit(1)


@app.command()
def suggest(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCES...", help="Dutch articles: files, folders, or -.")
    ],
    *,
    file: FileOption = None,
    number: Annotated[int, typer.Option("--number", min=1, metavar="N", help="At most N candidates.")] = 30,
    names: Annotated[
        bool, typer.Option("--names", help="Show names too, behind the terms: at most N of them.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write a review file in glossary format."),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Ask about each one and add what is accepted.")
    ] = False,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="The model that proposes English.")
    ] = None,
    no_model: Annotated[bool, typer.Option("--no-model", help="Propose no English.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the review file.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find terms that the glossary lacks. In Dutch articles: term, proposed English, frequency, example."""
    from briefing.cli.glossary.candidates import check_review, find_candidates, review, write_review

    if accept and as_json:
        raise GlossaryError(
            "--accept asks a person, --json answers a program.", "Use one of them, or -o FILE."
        )
    if output is not None:
        check_review(output, force=force, read=[path_to_read(file), *sources])
    proposed = find_candidates(
        sources, path_to_read(file), number, None if no_model else (model or ""), names=names
    )
    if output is not None:
        write_review(output, proposed, force=force)
        typer.echo(f"{output}: {counted(len(proposed), 'candidate')} to review", err=True)
    if as_json:
        print_json([{**asdict(candidate), "target": english} for candidate, english in proposed])
    elif accept:
        review(proposed, path_to_write(file))
    elif output is None:
        for candidate, english in proposed:
            typer.echo(f"{candidate.source}\t{english}\t{candidate.frequency}\t{candidate.example}")
