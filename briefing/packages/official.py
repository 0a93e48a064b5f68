"""Official packages: fetched from the Argos package index. Nothing else in this program opens a connection."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from briefing.errors import ModelError
from briefing.packages.find import age_of, language_pair
from briefing.packages.install import install
from briefing.packages.types import Package

_TIMEOUT_SECONDS = 30.0  # of silence on the line; Argos Translate itself sets none and would wait for ever


def install_official(code_pair: tuple[str, str], root: Path, *, force: bool = False) -> Package:
    """Fetch the newest official package for (from, to), install it under `root`, and return it.

    Raises ModelError where the index cannot be reached or has no such package, or the archive is not sound.
    """
    from_code, to_code = code_pair
    name = f"translate-{from_code}_{to_code}"
    if language_pair(name) is None:
        raise ModelError(f"{from_code!r} to {to_code!r} is not a pair of language codes.")
    with tempfile.TemporaryDirectory(prefix="briefing-models-") as folder, _argos(Path(folder)) as argos:
        chosen = _newest(_index(argos, name), from_code, to_code)
        try:
            archive = chosen.download()
        except Exception as failure:  # a plain Exception is what Argos Translate raises
            raise ModelError(
                f"{name} could not be fetched from the Argos package index.", _by_hand(name)
            ) from failure
        return install(archive, root, force=force)


def _index(argos: ModuleType, name: str) -> list[Any]:
    argos.update_package_index()
    # Without this look Argos Translate would ask for the index again and again.
    if not argos.settings.local_package_index.is_file():
        raise ModelError("The Argos package index could not be reached.", _by_hand(name))
    try:
        return list(argos.get_available_packages())
    except (ValueError, TypeError, AttributeError) as broken:
        raise ModelError("The Argos package index cannot be read.", _by_hand(name)) from broken


def _newest(available: list[Any], from_code: str, to_code: str) -> Any:
    offered = [package for package in available if package.type == "translate"]
    matching = [
        package for package in offered if (package.from_code, package.to_code) == (from_code, to_code)
    ]
    if not matching:
        others = sorted({str(package.from_code) for package in offered if package.to_code == to_code})
        raise ModelError(
            f"The Argos package index has no translate-{from_code}_{to_code}.",
            f"It translates into {to_code} from: {', '.join(others)}." if others else "",
        )
    return max(matching, key=lambda package: age_of(str(package.package_version)))


def _by_hand(name: str) -> str:
    return (
        f"Without a network: fetch {name} from the Argos Open Tech package index on another machine, "
        "then: briefing models install FILE.argosmodel"
    )


@contextmanager
def _argos(folder: Path) -> Iterator[ModuleType]:
    """Yield `argostranslate.package` at work in `folder`.

    Importing it makes folders where the environment says, and keeps these for the life of the process: the
    environment points to `folder` during the import, and the settings are set again for each use.
    """
    import socket

    places = {
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "ARGOS_PACKAGES_DIR": str(folder / "packages"),
        "ARGOS_DEBUG": "0",  # its debug mode prints to stdout
    }
    _quiet()
    before = {key: os.environ.get(key) for key in (*places, "KMP_DUPLICATE_LIB_OK")}
    os.environ.update(places)
    timeout = socket.getdefaulttimeout()
    try:
        from argostranslate import package, settings

        (folder / "downloads").mkdir()
        settings.local_package_index = folder / "index.json"
        settings.downloads_dir = folder / "downloads"
        socket.setdefaulttimeout(_TIMEOUT_SECONDS)
        yield package
    finally:
        socket.setdefaulttimeout(timeout)
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value


def _quiet() -> None:
    """Keep Argos Translate's loggers (article text at INFO, raw exceptions at ERROR) off the terminal."""
    import logging

    logging.getLogger("argostranslate.utils").disabled = True  # all of its messages go through this one
