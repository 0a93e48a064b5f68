"""`briefing glossary`: the office's terms, kept in a CSV file."""

from __future__ import annotations

import typer
from typer.core import TyperGroup

_ORDER = ("list", "search", "show", "add", "edit", "remove", "check", "suggest", "import", "export")


class _InOrder(TyperGroup):
    """Lists the commands as a person meets them: looking, changing, checking, exchanging."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - Typer's signature
        return sorted(self.commands, key=_ORDER.index)


app = typer.Typer(
    cls=_InOrder,
    no_args_is_help=True,
    help="Glossary: list, search, show, add, edit, remove, check, suggest, import, export.",
)

from briefing.cli.glossary import change, exchange, inspect, read  # noqa: E402, F401 - the commands register themselves

__all__ = ["app"]
