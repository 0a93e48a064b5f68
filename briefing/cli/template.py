"""`briefing template`: our Word template, to be changed into the office's."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import OutputError


def template(output: Path, paper: str = "a4", *, force: bool = False) -> Path:
    """Write an empty Word document with our styles, header and footer to `output` and return its path.

    What is changed in it (styles, header, footer, margins) is used by `briefing build --template`. Raises
    OutputError where the file exists and `force` is not set, or cannot be written.
    """
    from briefing.render import word

    try:
        with output.open("wb" if force else "xb") as file:
            file.write(word.template(paper))
    except FileExistsError as error:
        raise OutputError(f"{output} exists.", "Choose another name with -o, or add --force.") from error
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror or error}.") from error
    return output
