"""`briefing glossary list|search|show`."""

from __future__ import annotations

from shlex import quote
from typing import Annotated

import typer

from briefing.cli.glossary import app
from briefing.cli.glossary.common import (
    DomainOption,
    FileOption,
    JsonOption,
    PosOption,
    StatusOption,
    as_dict,
    path_to_read,
    print_json,
    print_terms,
)
from briefing.errors import GlossaryError
from briefing.glossary import Term
from briefing.glossary.csvfile import read_terms


@app.command("list")
def list_terms(
    *,
    file: FileOption = None,
    pos: PosOption = None,
    status: StatusOption = None,
    domain: DomainOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the entries. In file order: Dutch, English, part of speech, status, domain, parted by tabs."""
    chosen = [
        term
        for term in read_terms(path_to_read(file))
        if (pos is None or term.pos is pos)
        and (status is None or term.status is status)
        and (domain is None or term.domain.casefold() == domain.casefold())
    ]
    print_terms(chosen, as_json=as_json)


@app.command()
def search(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="A part of the Dutch, the English or the note.")
    ],
    *,
    file: FileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find entries by a part of them. Upper and lower case are the same, with diacritics or without."""
    wanted = _plain(" ".join(text.split()))
    if not wanted:
        raise GlossaryError("There is nothing to search for.", "`briefing glossary list` shows every entry.")
    found = [
        term
        for term in read_terms(path_to_read(file))
        if any(wanted in _plain(value) for value in (term.source, term.target, term.note))
    ]
    print_terms(found, as_json=as_json)


@app.command()
def show(
    source: Annotated[str, typer.Argument(metavar="DUTCH", help="The Dutch term, in any inflection.")],
    *,
    file: FileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show everything on a term. Its entries, and the forms in which each is recognised."""
    path = path_to_read(file)
    terms = read_terms(path)
    source = " ".join(source.split())
    found = find(terms, source)
    if not found:
        raise GlossaryError(
            f"{path}: there is no entry {source!r}.", f"Try `briefing glossary search {quote(source)}`."
        )
    from briefing.match.patterns import written_forms

    if as_json:
        print_json([{**as_dict(term), "forms": written_forms(term)} for term in found])
        return
    for number, term in enumerate(found):
        if number:
            typer.echo()
        for name, value in as_dict(term).items():
            if value:
                typer.echo(f"{name:8}{value}")
        typer.echo(f"{'forms':8}{', '.join(written_forms(term))}")


def find(terms: list[Term], source: str) -> list[Term]:
    """Return the entries for a Dutch word: those written so, else those whose inflection it is."""
    exact = [term for term in terms if term.source.casefold() == source.casefold()]
    if exact:
        return exact
    from briefing.glossary import Glossary
    from briefing.match import Matcher

    return [
        term
        for match in Matcher(Glossary(tuple(terms))).matches(source)
        if match.start == 0 and match.end == len(source)
        for term in (*match.terms, *match.forbidden)
    ]


def _plain(text: str) -> str:
    from briefing.match.tokens import plain

    return plain(text.casefold())
