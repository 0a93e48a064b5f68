"""Builders of small packages, sound and unsound; the network in them is a header only."""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path

FOLDER = "translate-nl_en-1_0"


def weights(network: str = "TransformerSpec", size: int = 200) -> bytes:
    """Return the start of a CTranslate2 model.bin, filled up."""
    name = network.encode() + b"\0"
    return (struct.pack("<IH", 6, len(name)) + name).ljust(size, b"\x07")


def parts(**changes: object) -> dict[str, bytes]:
    """Return file name -> content of a sound package; `changes` go into its metadata (None takes a key out)."""
    metadata = {"package_version": "1.0", "type": "translate", "from_code": "nl", "to_code": "en"} | changes
    return {
        "metadata.json": json.dumps(
            {key: value for key, value in metadata.items() if value is not None}
        ).encode(),
        "model/model.bin": weights(),
        "model/config.json": b"{}",
        "model/shared_vocabulary.json": b'["<unk>"]',
        "bpe.model": b"#version: 0.2\nh o\nho n\nhon d</w>\n",
    }


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    """Write an unpacked package and return its folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def write_archive(
    path: Path,
    files: dict[str, bytes],
    *extra: tuple[str | zipfile.ZipInfo, bytes],
    top: str = FOLDER,
    compression: int = zipfile.ZIP_STORED,
) -> Path:
    """Write an archive of `files` in one folder, then the `extra` entries as they are; return its path."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(f"{top}/{name}", content)
        for name, content in extra:
            archive.writestr(name, content)
    return path
