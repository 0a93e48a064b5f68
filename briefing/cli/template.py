"""`briefing template`: our Word template, to be changed into the office's."""

from __future__ import annotations

from pathlib import Path

from briefing.cli import output as files
from briefing.cli import setup


def template(output: Path, paper: str = "a4", *, force: bool = False) -> Path:
    """Write an empty Word document with our styles, header and footer to `output` and return its path.

    What is changed in it (styles, header, footer, margins) is used by `briefing build --template`. Raises
    UsageError for a paper that is neither a4 nor letter, OutputError where the file exists and `force` is not
    set, or cannot be written.
    """
    setup.check_paper(paper)
    files.check(str(output), force=force)
    from briefing.render import word

    files.write(str(output), word.template(paper), force=force)
    return output
