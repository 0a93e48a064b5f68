"""Opening $EDITOR on a glossary or on some of its entries, and refusing to save what does not parse."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import typer

from briefing.errors import GlossaryError
from briefing.glossary import store
from briefing.glossary.document import Document
from briefing.glossary.table import read_text


def edit_file(path: Path) -> bool:
    """Open the whole file in the editor and save it when it parses; whether it was changed."""
    if not path.is_file():
        read_text(path)  # says why it is none
    before = path.read_bytes()
    after = _edited(before, path, lambda data: Document.parse(data, str(path)).entries())
    if after is None:
        return False
    store.overwrite(path, after, before)
    return True


def edit_entries(path: Path, source: str, places_of: Callable[[Document], list[int]]) -> bool:
    """Open the entries of one term, under the header, in the editor; save them in their old places.

    Returns whether they were changed.
    """
    document = Document.read(path)
    places = places_of(document)
    rows = [document.records[document.header], *(document.records[place] for place in places)]
    part = document.text.encode("".join(row.raw.rstrip("\r\n") + document.newline for row in rows))
    after = _edited(part, path, lambda data: Document.parse(data, f"entry {source!r}").entries())
    if after is None:
        return False
    new = Document.parse(after, str(path))
    if new.columns != document.columns:
        raise GlossaryError(
            f"{path}: the header was changed.", "Open the whole file: `briefing glossary edit`."
        )
    added = [
        record.raw.rstrip("\r\n") + document.newline
        for n, record in enumerate(new.records)
        if n != new.header
    ]
    originals = [document.records[place].raw for place in places]

    def change(now: Document) -> Document:
        at = places_of(now)
        if [now.records[place].raw for place in at] != originals:
            raise GlossaryError(
                f"{path}: somebody else changed {source!r} meanwhile.", "Nothing was saved; edit it again."
            )
        text = [record.raw for record in now.records]
        if not text[at[-1]].endswith(("\n", "\r")):
            added[-1:] = [added[-1].rstrip("\r\n")] if added else []
        text[at[0]] = "".join(added)
        for place in at[1:]:
            text[place] = ""
        return Document.parse(now.text.encode("".join(text)), str(path))

    store.change(path, change)
    return True


def _edited(data: bytes, path: Path, check: Callable[[bytes], object]) -> bytes | None:
    """Return what the editor made of `data`, once it passes `check`; None where nothing changed.

    A text that does not pass is shown again where a person sits at the terminal, and lost nowhere: it stays in
    a file that the error names.
    """
    handle, name = tempfile.mkstemp(prefix="glossary-", suffix=path.suffix or ".csv")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    draft = Path(name)
    while True:
        try:
            _open(draft)
            after = draft.read_bytes()
        except GlossaryError as error:
            if draft.read_bytes() == data:
                draft.unlink()
                raise
            raise GlossaryError(error.message, f"Nothing was saved; your text is in {draft}.") from None
        if after == data:
            draft.unlink()
            return None
        try:
            check(after)
        except GlossaryError as error:
            message = str(error).replace(str(path), str(draft))
            if sys.stdin.isatty() and typer.confirm(f"{message}\nEdit again?", default=True):
                continue
            raise GlossaryError(message, f"Nothing was saved; your text is in {draft}.") from None
        draft.unlink()
        return after


def _open(draft: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        command = [*shlex.split(editor), str(draft)]
        done = subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
    except (OSError, ValueError) as error:
        raise GlossaryError(
            f"The editor {editor!r} cannot be started ({error}).", "Set EDITOR to yours."
        ) from None
    if done.returncode:
        raise GlossaryError(f"The editor {editor!r} ended with code {done.returncode}.", "Nothing was saved.")
