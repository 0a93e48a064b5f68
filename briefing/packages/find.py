"""Finding packages: the embedded one, the installed ones, and any folder by its path."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from briefing.errors import ModelError
from briefing.packages.describe import CODE, describe
from briefing.packages.types import Package

ARCHIVE_SUFFIX = ".argosmodel"
_PAIR = re.compile(rf"(?:translate-)?({CODE})_({CODE})")


def default_root(environ: Mapping[str, str]) -> Path:
    """Return the folder of the installed packages: `BRIEFING_MODELS`, else `models` in the user's data folder."""
    if environ.get("BRIEFING_MODELS"):
        return Path(environ["BRIEFING_MODELS"]).expanduser()
    import platformdirs

    return platformdirs.user_data_path("briefing", appauthor=False) / "models"


def embedded() -> Package:
    """Return the newest package that the program carries."""
    carried = [
        describe(folder, embedded=True)
        for folder in _models().iterdir()
        if folder.is_dir() and (folder / "metadata.json").is_file()
    ]
    if not carried:
        raise ModelError(f"{_models()} holds no model.", "Install briefing again: its own model is missing.")
    return max(carried, key=age)


def installed(root: Path) -> tuple[Package, ...]:
    """Return the packages under `root` by name, the newest version of a name first.

    Folders that hold no usable package are passed over; `unusable` names them.
    """
    found = []
    for folder in _folders(root):
        try:
            found.append(describe(folder))
        except ModelError:
            continue
    return tuple(sorted(sorted(found, key=age, reverse=True), key=lambda package: package.name))


def unusable(root: Path) -> tuple[tuple[Path, ModelError], ...]:
    """Return the folders under `root` that hold no usable package, each with its reason."""
    found = []
    for folder in _folders(root):
        try:
            describe(folder)
        except ModelError as reason:
            found.append((folder, reason))
    return tuple(found)


def find(name_or_path: str | None, *, from_code: str, root: Path) -> Package:
    """Return the package to translate from `from_code` into English.

    Without a name it is the embedded one for its language, else the newest installed one. A name is
    `translate-de_en`, `de_en`, either with `-VERSION`, or `embedded`; a path leads to an unpacked package. An
    installed package goes before the embedded one of the same name.

    Raises:
        ModelError: nothing fits; the hint names the command that lists or installs.
    """
    if name_or_path is None:
        own = embedded()
        if own.from_code == from_code:
            return own
        for package in installed(root):
            if (package.from_code, package.to_code) == (from_code, "en"):
                return package
        raise ModelError(
            f"No installed model translates from {from_code} into English.",
            f"Install one: briefing models install translate-{from_code}_en",
        )
    package = named(name_or_path, root)
    if package.to_code != "en":
        raise ModelError(
            f"{package.full_name} translates into {package.to_code}, not into English.",
            "See which models there are: briefing models list",
        )
    if package.from_code != from_code:
        raise ModelError(
            f"{package.full_name} translates from {package.from_code}, but the text is in {from_code}.",
            f"Choose another model (briefing models list), or say what the text is: --language {package.from_code}",
        )
    return package


def named(name_or_path: str, root: Path) -> Package:
    """Return the package of that name or path, whatever its languages; ModelError where there is none."""
    path = Path(name_or_path)
    with suppress(RuntimeError):  # of `~nobody`: no path, then
        path = path.expanduser()
    if name_or_path == "embedded":
        return embedded()
    if path.suffix == ARCHIVE_SUFFIX:
        raise ModelError(
            f"{name_or_path} is an archive: it has to be unpacked before it can be used.",
            f"Install it: briefing models install {name_or_path}",
        )
    if path.is_dir():
        return _own(path) or describe(path)
    for package in (*installed(root), embedded()):
        if _answers(package, name_or_path):
            return package
    pair = language_pair(name_or_path)
    step = f", or install it: briefing models install translate-{pair[0]}_{pair[1]}" if pair else ""
    raise ModelError(
        f"There is no model {name_or_path}.",
        f"See which models are installed: briefing models list{step}",
    )


def language_pair(name: str) -> tuple[str, str] | None:
    """Return (from, to) of `translate-de_en` or `de_en`, None for anything else."""
    parts = _PAIR.fullmatch(name)
    return (parts[1], parts[2]) if parts else None


def remove(name: str, root: Path) -> Path:
    """Delete the installed package of that name (or an unusable folder of that name) and return where it was.

    Raises:
        ModelError: it is the embedded one, there is none, or several versions answer to the name.
    """
    matching = [package.path for package in installed(root) if _answers(package, name)]
    matching = matching or [folder for folder, _ in unusable(root) if folder.name == name]
    if not matching:
        own = embedded()
        if name == "embedded" or _answers(own, name):
            raise ModelError(f"{own.full_name} is the model that briefing carries; it cannot be removed.")
        raise ModelError(f"No model {name} is installed.", "See which models there are: briefing models list")
    if len(matching) > 1:
        versions = ", ".join(folder.name for folder in matching)
        raise ModelError(
            f"{name} can be several models: {versions}.", "Name the one to remove with its version."
        )
    # Renamed first: a removal that is interrupted leaves no half package to be found.
    folder = matching[0]
    doomed = folder.with_name(f".removed-{folder.name}-{os.getpid()}")
    try:
        folder.rename(doomed)
        if doomed.is_symlink():
            doomed.unlink()
        else:
            shutil.rmtree(doomed)
    except OSError as failure:
        raise ModelError(f"{folder} cannot be removed: {failure.strerror}.") from failure
    return folder


def age(package: Package) -> tuple[tuple[int, ...], str]:
    """Return a sorting key that rises with the package's version."""
    return age_of(package.version)


def age_of(version: str) -> tuple[tuple[int, ...], str]:
    """Return a sorting key that rises with the version: the numbers in it, then its text."""
    return tuple(int(number) for number in re.findall(r"\d+", version)), version


def folder_name(package: Package) -> str:
    """Return the folder name of a package, `translate-nl_en-0_2`."""
    return f"{package.name}-{package.version.replace('.', '_')}"


def _answers(package: Package, name: str) -> bool:
    names: Iterable[str] = (package.name, package.full_name, folder_name(package), package.path.name)
    return name in names or f"translate-{name}" in names


def _models() -> Path:
    return Path(__file__).parent.parent / "models"


def _own(path: Path) -> Package | None:
    """Return the embedded package where `path` is its folder, so that its checksums apply."""
    return describe(path, embedded=True) if path.resolve().parent == _models().resolve() else None


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(
            folder for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith(".")
        )
    except FileNotFoundError:
        return []
    except OSError as failure:
        raise ModelError(f"{root} cannot be read: {failure.strerror}.") from failure
