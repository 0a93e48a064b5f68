"""`briefing glossary`: the office's terms, kept in a CSV file."""

from __future__ import annotations

import typer

app = typer.Typer(
    no_args_is_help=True,
    help="Glossary: list, search, show, add, edit, remove, check, suggest, import, export.",
)

from briefing.cli.glossary import change, exchange, inspect, read  # noqa: E402, F401 - the commands register themselves

__all__ = ["app"]
