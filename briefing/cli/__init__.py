"""The command line: flags, messages, progress, exit codes. Everything else is below."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing import __version__
from briefing.cli import build, doctor, glossary, memory, models, summarise, template, translate
from briefing.errors import INTERRUPTED, STOPPED, BriefingError

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

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
    out: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.docx", help="Where to write it.")
    ] = Path("office.docx"),
    paper: Annotated[str, typer.Option(metavar="a4|letter", help="Paper.")] = "a4",
    *,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
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
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a letter, or a name that is no text, gets an escape, as on standard error.
        sys.stdout.reconfigure(errors="backslashreplace")
    _stop_as_by_ctrl_c("SIGTERM", "SIGHUP")
    try:
        with _interrupts_kept():
            code = app(standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()  # while an error can still be told
    except typer.Abort:
        code = 1
    except BriefingError as error:
        code = _complain(error.message, error.hint, error.exit_code)
    except (BrokenPipeError, SystemExit) as end:
        # The reader of our output went away (`| head`), which Typer makes an exit of: nothing is wrong, and nobody
        # is left to tell.
        if isinstance(end, SystemExit) and not isinstance(end.__context__, BrokenPipeError):
            raise
        _discard_output()
        code = 0
    except OSError as error:
        # Mostly standard output on a full disk; files that are read or written have messages of their own.
        place = f"{error.filename}: " if error.filename else "Reading or writing failed: "
        code = _complain(f"{place}{error.strerror or error}.", "Check the disk and the permissions.", 2)
        _discard_output()
    except UnicodeEncodeError as error:
        if error.object[error.start] not in _NO_TEXT:
            raise
        code = _complain(
            "The command has a word that is no text in UTF-8.", "Type it again, or check LANG.", 2
        )
    except RuntimeError as error:
        if "home directory" not in str(error):
            raise
        code = _complain(
            "Nobody's home folder is known here.", "Set HOME, or XDG_DATA_HOME and XDG_CACHE_HOME.", 2
        )
    except Exception as error:
        # Typer's own complaints about the arguments, whose class it does not publish.
        if not hasattr(error, "show"):
            raise
        error.show()
        code = getattr(error, "exit_code", 2)
    if code == INTERRUPTED:
        _complain(STOPPED, "", code)
        _leave_unfinished_work(code)
    sys.exit(code or 0)


def _stop_as_by_ctrl_c(*names: str) -> None:
    """Let signals that end the process leave no more behind than Ctrl-C does; one that is ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


@contextmanager
def _interrupts_kept() -> Iterator[None]:
    """Ask again where Ctrl-C is lost.

    Python drops what is raised in a `__del__` or a callback of the garbage collector, and the work would go on as if
    nobody had asked.
    """
    usual = sys.unraisablehook

    def ask_again(lost: UnraisableHookArgs) -> None:
        if not issubclass(lost.exc_type, KeyboardInterrupt):
            usual(lost)
            return
        # A moment later, for what is raised in here is dropped too.
        timer = threading.Timer(_MOMENT, signal.raise_signal, [signal.SIGINT])
        timer.daemon = True
        timer.start()

    sys.unraisablehook = ask_again
    try:
        yield
    finally:
        sys.unraisablehook = usual


_MOMENT = 0.02  # seconds
_NO_TEXT = {chr(code) for code in range(0xDC80, 0xDD00)}  # what Python makes of bytes that it cannot read


def _complain(message: str, hint: str, code: int) -> int:
    with suppress(OSError):
        typer.echo(f"briefing: {message}", err=True)
        if hint:
            typer.echo(f"  {hint}", err=True)
    return code


def _leave_unfinished_work(code: int) -> None:
    """End the process at once where the model is still decoding: nothing can stop it, and a batch takes seconds."""
    from briefing import engines

    if engines.unfinished():
        with suppress(OSError, AttributeError):
            sys.stdout.flush()
        os._exit(code)


def _discard_output() -> None:
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to flush goes nowhere
