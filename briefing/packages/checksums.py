"""Checksums: SHA-256 of a package's files against the pinned list, hashed once per file and user.

The embedded package is pinned in `briefing/models/SHA256SUMS`, an installed one in the `SHA256SUMS` that the
installer leaves in its folder; both are read by `sha256sum -c` too.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ModelError
from briefing.packages.types import Package

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_IGNORED = {SUMS, ".DS_Store"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A file of a package that is not what it should be: `wrong`, `missing` or `foreign`."""

    file: Path
    problem: str


def pinned(package: Package) -> dict[str, str]:
    """Return file name (relative to the package, with slashes) -> SHA-256; empty where nothing is recorded."""
    if not package.embedded:
        return read_sums(package.path / SUMS)
    prefix = f"{package.path.name}/"
    sums = read_sums(package.path.parent / SUMS)
    return {name.removeprefix(prefix): sha for name, sha in sums.items() if name.startswith(prefix)}


def read_sums(path: Path) -> dict[str, str]:
    """Return file name -> SHA-256 of a `sha256sum` list; empty where `path` is missing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as failure:
        raise ModelError(f"{path} cannot be read.", "Install the package again.") from failure
    found = {}
    for number, line in enumerate(lines, 1):
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise ModelError(f"{path}, line {number}: not a checksum.", "Install the package again.")
        found[parts[2]] = parts[1]
    return found


def write_sums(folder: Path) -> None:
    """Write the checksums of all files of `folder` into its `SHA256SUMS`."""
    lines = [f"{sha256(folder / name)}  {name}\n" for name in _files(folder)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def check(package: Package, *, full: bool, cache: Path | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with the package's files, in name order; nothing where no checksum is recorded.

    With `full` every byte is hashed; otherwise a file is hashed the first time only, and again when its size or
    time has changed. `cache` is the folder of the stamps (default: the user's cache folder).
    """
    sums = pinned(package)
    if not sums:
        if package.embedded:
            return (Finding(package.path.parent / SUMS, "missing"),)
        return ()
    findings = [Finding(package.path / name, "foreign") for name in _files(package.path) if name not in sums]
    for name, expected in sums.items():
        file = package.path / name
        try:
            actual = sha256(file) if full else stamped_sha256(file, cache)
        except FileNotFoundError:
            findings.append(Finding(file, "missing"))
        except OSError as failure:
            findings.append(Finding(file, f"unreadable ({failure.strerror})"))
        else:
            if actual != expected:
                findings.append(Finding(file, "wrong"))
    return tuple(sorted(findings, key=lambda finding: str(finding.file)))


def verify(package: Package, *, full: bool = False, cache: Path | None = None) -> None:
    """Return quietly where every file is the pinned one; ModelError names the first that is not."""
    for finding in check(package, full=full, cache=cache):
        step = (
            "Install briefing again: its own model is damaged."
            if package.embedded
            else f"Install the package again: briefing models install {package.name} --force"
        )
        sentence = {
            "wrong": "is not the file it should be (its SHA-256 differs)",
            "missing": "is missing",
            "foreign": "does not belong to the package",
        }.get(finding.problem, f"is {finding.problem}")
        raise ModelError(f"{finding.file} {sentence}.", step)


def fingerprint(package: Package, *, cache: Path | None = None) -> str:
    """Return the SHA-256 of the weights: what tells one model from another.

    The weights of an embedded or installed package are those of its pinned list (`verify` says whether they are),
    those of any other folder are hashed, once for each file state.
    """
    known = pinned(package).get("model/model.bin")
    if known:
        return known
    try:
        return stamped_sha256(package.model_path / "model.bin", cache)
    except OSError as failure:
        raise ModelError(
            f"{package.model_path / 'model.bin'} cannot be read: {failure.strerror}."
        ) from failure


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamped_sha256(path: Path, cache: Path | None = None) -> str:
    """Return the SHA-256 of a file, from its stamp where path, size and time are those of the last hashing.

    Where no stamp can be kept (a read-only home), the file is hashed each time.
    """
    state = path.stat()
    resolved = str(path.resolve())
    key = {"path": resolved, "size": state.st_size, "mtime_ns": state.st_mtime_ns}
    try:
        folder = cache or default_cache()
    except RuntimeError:  # nobody's home
        return sha256(path)
    stamp = folder / (hashlib.sha256(resolved.encode("utf-8", "surrogateescape")).hexdigest() + ".json")
    with suppress(OSError, ValueError, RecursionError):
        kept = json.loads(stamp.read_bytes())
        digest = kept.pop("sha256", None) if isinstance(kept, dict) else None
        if kept == key and isinstance(digest, str):
            return digest
    digest = sha256(path)
    with suppress(OSError):
        _write_stamp(stamp, json.dumps({**key, "sha256": digest}))
    return digest


def default_cache() -> Path:
    """Return the folder of the stamps: `hashes` in the user's cache folder."""
    import platformdirs

    return platformdirs.user_cache_path("briefing", appauthor=False) / "hashes"


def _write_stamp(stamp: Path, text: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=stamp.parent, prefix=".stamp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(stamp)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _files(folder: Path) -> list[str]:
    return sorted(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and file.name not in _IGNORED
    )
