"""Installing: from a checked archive to a package folder, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812

from briefing.errors import ModelError
from briefing.packages.archive import Contents, inspect, opened
from briefing.packages.checksums import write_sums
from briefing.packages.describe import describe
from briefing.packages.find import folder_name
from briefing.packages.tokenizer import tokenizer
from briefing.packages.types import Package

_CHUNK = 1 << 20


def install(archive: Path, root: Path, *, force: bool = False) -> Package:
    """Unpack the package archive into a folder of its own under `root` and return the package.

    The files are written beside their place and moved there in one step, with their checksums in `SHA256SUMS`;
    whatever goes wrong, `root` holds what it held before.

    Raises:
        ModelError: the archive is not a sound package, the same version is installed and `force` is not given, or
            the folder cannot be written.
    """
    try:
        with opened(archive) as zipped:
            contents = inspect(zipped, archive.name)
            target = root / folder_name(contents.package)
            if target.exists() and not force:
                raise ModelError(
                    f"{contents.package.full_name} is installed already, in {target}.",
                    f"To write it again: briefing models install {archive} --force",
                )
            root.mkdir(parents=True, exist_ok=True)
            _check_room(contents, root)
            temporary = Path(tempfile.mkdtemp(dir=root, prefix=".unpacking-"))
            try:
                _unpack(zipped, contents, temporary)
                tokenizer(describe(temporary))
                write_sums(temporary)
                temporary.chmod(0o755)
                _move(temporary, target)
            finally:
                shutil.rmtree(temporary, ignore_errors=True)
    except (ZlibError, EOFError) as damaged:
        raise ModelError(f"{archive} is damaged ({damaged}).", "Fetch the archive again.") from damaged
    except OSError as failure:
        place = failure.filename or root
        raise ModelError(
            f"{place} cannot be read or written: {failure.strerror or failure}.",
            "Choose another folder for the models with BRIEFING_MODELS, or make room.",
        ) from failure
    return describe(target)


def _check_room(contents: Contents, root: Path) -> None:
    free = shutil.disk_usage(root).free
    if contents.size > free:
        raise ModelError(
            f"{contents.package.full_name} needs {contents.size >> 20} MB, and {root} has {free >> 20} MB left.",
            "Make room, or choose another folder with BRIEFING_MODELS.",
        )


def _unpack(zipped: zipfile.ZipFile, contents: Contents, folder: Path) -> None:
    (folder / "model").mkdir()
    for name, info in contents.members.items():
        written = 0
        with zipped.open(info) as source, (folder / name).open("xb") as target:
            while chunk := source.read(_CHUNK):
                written += len(chunk)
                if written > info.file_size:
                    raise ModelError(f"{name} is longer than the archive says.", "Fetch the archive again.")
                target.write(chunk)
        if written != info.file_size:
            raise ModelError(f"{name} is shorter than the archive says.", "Fetch the archive again.")


def _move(new: Path, target: Path) -> None:
    """Put `new` at `target`; an older folder there is kept until the new one stands, also where Ctrl-C comes between."""
    if not target.exists():
        new.rename(target)
        return
    aside = Path(tempfile.mkdtemp(dir=target.parent, prefix=".replaced-"))
    old = aside / target.name
    try:
        target.rename(old)
        new.rename(target)
    finally:  # also where another installation was quicker and moved `target` away
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(aside, ignore_errors=True)
