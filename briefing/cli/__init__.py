"""The command line: flags, messages, progress, exit codes. Everything else is below."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from briefing import __version__
from briefing.cli import build, doctor, glossary, memory, models, options, summarise, template, translate
from briefing.errors import BriefingError

app = typer.Typer(
    name="briefing",
    help="Offline Dutch→English briefings: translated under your glossary, summarised, every sentence traceable.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("build")(build.build)
app.command("translate")(translate.translate)
app.command("summarise")(summarise.summarise)
app.command("summarize", hidden=True)(summarise.summarise)
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.add_typer(models.app, name="models")


@app.command("template")
def _template(
    out: Path = typer.Option(
        Path("office.docx"), "-o", "--output", metavar="FILE.docx", help="Where to write it."
    ),
    paper: str = typer.Option("a4", metavar="a4|letter", help="Paper."),
    *,
    force: bool = typer.Option(False, "--force", help="Overwrite the file."),
) -> None:
    """Write our Word template, to be changed into the office's and used with build --template."""
    typer.echo(f"Wrote {template.template(out, paper, force=force)}.", err=True)


app.command("doctor")(doctor.doctor)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command that the arguments name, and end the process with its exit code."""
    try:
        app()
    except BriefingError as error:
        typer.echo(f"briefing: {error.message}", err=True)
        if error.hint:
            typer.echo(f"  {error.hint}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to flush goes nowhere
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("\nStopped. Nothing was written; what was translated is in the memory.", err=True)
        sys.exit(130)
