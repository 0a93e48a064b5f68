"""Archives: what a `.argosmodel` file (a zip of one package folder) holds, checked before a byte is written."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from briefing.errors import ModelError
from briefing.packages.describe import HEADER_BYTES, TOKENIZERS, assemble, parse_metadata
from briefing.packages.types import Package

MAX_BYTES = (
    4 << 30
)  # the largest model in the Argos index unpacks to about 1 GB; nothing here needs more than 4
MAX_ENTRIES = 2_000  # an official package with its sentence splitter has about 15
MAX_RATIO = (
    100  # 8-bit weights shrink by less than 2, a vocabulary by about 5; deflate reaches 1,032 on zeros
)
RATIO_FREE_BYTES = 1 << 20  # below this size a high ratio does no harm
MAX_METADATA_BYTES = 1 << 20

_AGAIN = "Fetch the archive again from where you have it."
_WANTED = re.compile(
    r"metadata\.json|sentencepiece\.model|bpe\.model|README(\.\w+)?|NOTICE(\.\w+)?|LICEN[CS]E(\.\w+)?"
    r"|model/(model\.bin|config\.json|vmap\.txt|\w*vocabulary\w*\.(json|txt))"
)
# Left out: sentence splitters of Argos packages (PyTorch and spaCy files that this program never loads), other
# documents, and what operating systems put into archives.
_UNUSED = re.compile(r"(stanza|spacy|minisbd)/.*|(.*/)?(\.DS_Store|SHA256SUMS|[^/]+\.(md|txt|json|ya?ml))")


@dataclass(frozen=True, slots=True)
class Contents:
    """The files to unpack, by their name in the package, and the package that they will make."""

    members: Mapping[str, zipfile.ZipInfo]
    package: Package

    @property
    def size(self) -> int:
        """The bytes that unpacking takes."""
        return sum(info.file_size for info in self.members.values())


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Yield the zip file at `path`; ModelError where it cannot be read, is none, or is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError as missing:
        raise ModelError(f"There is no file {path}.", "Give the path of an .argosmodel file.") from missing
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as broken:
        raise ModelError(
            f"{path} is not a package archive, or it is cut off or damaged ({broken}).", _AGAIN
        ) from broken


def inspect(archive: zipfile.ZipFile, place: str) -> Contents:
    """Return what the archive holds; ModelError names `place` and what is wrong with it.

    Refused are: paths that lead out of the package, links and other special files, encrypted and doubled entries,
    sizes and compression ratios of a bomb, anything that is no part of a package, missing parts, broken metadata.
    """
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise ModelError(f"{place} has {len(entries)} entries: too many for a translation package.")
    members: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    tops: set[str] = set()
    for info in entries:
        path = _safe_path(info, place)
        if path.parts[0] == "__MACOSX":
            continue
        tops.add(path.parts[0])
        if info.is_dir():
            continue
        _check_entry(info, place)
        if str(path).casefold() in seen:
            raise ModelError(f"{place} has {path} twice.", _AGAIN)
        seen.add(str(path).casefold())
        name = "/".join(path.parts[1:])
        if _WANTED.fullmatch(name):
            members[name] = info
        elif not _UNUSED.fullmatch(name):
            raise ModelError(f"{place} holds {path}, which is no part of a translation package.")
    if sum(info.file_size for info in entries) > MAX_BYTES:
        raise ModelError(
            f"{place} would unpack to more than {MAX_BYTES >> 30} GB: too much for a translation package."
        )
    if len(tops) != 1:
        raise ModelError(f"{place} must hold one package folder; it holds {len(tops)}.", _AGAIN)
    missing = [name for name in ("metadata.json", "model/model.bin") if name not in members]
    if missing:
        raise ModelError(f"{place} is not a translation package: {' and '.join(missing)} missing.", _AGAIN)
    return Contents(members, _package(archive, members, place))


def _safe_path(info: zipfile.ZipInfo, place: str) -> PurePosixPath:
    raw = info.orig_filename
    path = PurePosixPath(raw)
    parts = raw.rstrip("/").split("/")
    if (
        path.is_absolute()
        or any(part in {"", ".", ".."} for part in parts)
        or "\\" in raw
        or ":" in raw
        or any(ord(character) < 32 for character in raw)
    ):
        raise ModelError(
            f"{place} holds the path {raw!r}, which leads out of the package folder. Nothing was unpacked."
        )
    return path


def _check_entry(info: zipfile.ZipInfo, place: str) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise ModelError(
            f"{place} holds {info.filename}, which is a link or a special file. Nothing was unpacked."
        )
    if info.flag_bits & 0x1:
        raise ModelError(f"{place} is encrypted ({info.filename}).", _AGAIN)
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ModelError(f"{place} is packed in a way that packages are not ({info.filename}).", _AGAIN)
    if info.file_size > RATIO_FREE_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        ratio = info.file_size // max(info.compress_size, 1)
        raise ModelError(f"{place} looks like a bomb: {info.filename} grows {ratio} times when unpacked.")


def _package(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], place: str) -> Package:
    info = members["metadata.json"]
    if info.file_size > MAX_METADATA_BYTES:
        raise ModelError(f"{place}: metadata.json has {info.file_size:,} bytes; that is no metadata.")
    metadata: Mapping[str, Any] = parse_metadata(archive.read(info), f"metadata.json in {place}")
    with archive.open(members["model/model.bin"]) as weights:
        header = weights.read(HEADER_BYTES)
    tokenizers = [name for name in TOKENIZERS if name in members]
    return assemble(Path(place), metadata, header, tokenizers)
