"""New files: written beside their place, so that what has the name is whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def written_beside(path: Path, data: bytes, suffix: str) -> Path:
    """Return a new hidden file in the folder of `path` that holds `data`, on the disk, for its owner alone; OSError where it can't."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=suffix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def new_mode() -> int:
    """Return the mode that a new file gets from this process."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def give_name(temporary: Path, path: Path) -> None:
    """Give a file the name `path`; FileExistsError where another has it. It may keep its own name besides."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # on a disk without hard links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.replace(path)
