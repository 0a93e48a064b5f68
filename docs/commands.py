"""Writes docs/commands.md from `--help`: `python docs/commands.py`, or `--check` to compare (exit 1 if stale)."""

from __future__ import annotations

import sys
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from briefing.cli import app

TARGET = Path(__file__).with_name("commands.md")
WIDTH = 100


def reference() -> str:
    """Return the command reference: each command with its help, in the order of the program's own."""
    lines = [
        "# Commands",
        "",
        "Written from `--help` by `make docs`; a test compares.",
        "",
        "Exit codes: 0 done; 1 findings (`glossary check`, `models verify`, `doctor`); 2 wrong usage, unreadable input,",
        "bad glossary or no model; 3 the memo was written but some sources were skipped.",
        "",
    ]
    for words in _commands(get_command(app), ()):
        name = " ".join(("briefing", *words))
        result = CliRunner().invoke(app, [*words, "--help"], prog_name="briefing", terminal_width=WIDTH)
        text = "\n".join(line.rstrip() for line in result.output.strip().splitlines())
        lines += [f"{'#' * (2 + min(len(words), 2))} {name}", "", "```text", text, "```", ""]
    return "\n".join(lines)


def _commands(command: object, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the words of every command that is not hidden, groups before their members."""
    found = [words]
    for name, member in getattr(command, "commands", {}).items():
        if not member.hidden:
            found += _commands(member, (*words, name))
    return found


def main() -> int:
    """Write the reference, or compare it."""
    if "--check" in sys.argv:
        return int(TARGET.read_text(encoding="utf-8") != reference())
    TARGET.write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
