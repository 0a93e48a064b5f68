"""Metadata: from `metadata.json` and the layout of a package to a Package, or one sentence on what is wrong."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.errors import ModelError
from briefing.packages.types import Architecture, Package, TokenizerKind

CODE = r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?"  # ISO 639 codes as the Argos index writes them: nl, zh, pb, zh-Hant
TOKENIZERS = {"sentencepiece.model": TokenizerKind.SENTENCEPIECE, "bpe.model": TokenizerKind.BPE}
HEADER_BYTES = 64  # holds format version, length and name of the network at the start of a model.bin

_CODE = re.compile(CODE)
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+]{0,31}")
_NETWORKS = {
    "TransformerSpec": Architecture.ENCODER_DECODER,
    "TransformerBase": Architecture.ENCODER_DECODER,  # the names of CTranslate2 1, which older packages carry
    "TransformerBig": Architecture.ENCODER_DECODER,
    "TransformerDecoderSpec": Architecture.DECODER,
}


def describe(folder: Path, *, embedded: bool = False) -> Package:
    """Return the package that lies unpacked in `folder`.

    Raises ModelError where a part is missing, the metadata is broken, or the network is of another kind than the
    metadata says.
    """
    metadata_path = folder / "metadata.json"
    try:
        metadata = parse_metadata(metadata_path.read_bytes(), str(metadata_path))
        with (folder / "model" / "model.bin").open("rb") as weights:
            header = weights.read(HEADER_BYTES)
    except FileNotFoundError as missing:
        raise ModelError(
            f"{folder} is not a translation package: {Path(str(missing.filename)).name} is missing.",
            "Give an unpacked Argos package, or install its archive: briefing models install FILE.argosmodel",
        ) from missing
    except OSError as failure:
        raise ModelError(f"{folder} cannot be read: {failure.strerror}.") from failure
    tokenizers = [name for name in TOKENIZERS if (folder / name).is_file()]
    return assemble(folder, metadata, header, tokenizers, embedded=embedded)


def parse_metadata(data: bytes, place: str) -> Mapping[str, Any]:
    """Return the JSON object in `data`; ModelError names `place` where there is none."""
    try:
        metadata = json.loads(data)
    except (ValueError, RecursionError) as broken:
        raise ModelError(f"{place} is not JSON: {broken}.", "Fetch the package again.") from broken
    if not isinstance(metadata, dict):
        raise ModelError(f"{place} holds no JSON object.", "Fetch the package again.")
    return metadata


def assemble(
    folder: Path, metadata: Mapping[str, Any], header: bytes, tokenizers: list[str], *, embedded: bool = False
) -> Package:
    """Return the package that these parts make; ModelError where they do not fit together."""
    place = folder.name or str(folder)
    from_code, to_code = (_field(metadata, key, _CODE, place) for key in ("from_code", "to_code"))
    version = _field(metadata, "package_version", _VERSION, place)
    if metadata.get("type", "translate") != "translate":
        raise ModelError(f"{place} is a package of type {metadata['type']!r}, not a translation model.")
    if from_code == to_code:
        raise ModelError(f"{place} translates from {from_code} to {to_code}: the metadata is wrong.")
    if not tokenizers:
        raise ModelError(f"{place} has no tokenizer: neither sentencepiece.model nor bpe.model is there.")
    architecture = _architecture(metadata, header, place)
    prompt: tuple[str, ...] = ()
    reverse: tuple[str, ...] = ()
    end_token = None
    if architecture is Architecture.DECODER:
        prompt, end_token = _prompt(metadata, "prompt", place), _optional(metadata, "end_token")
        reverse = _prompt(metadata, "reverse", place) if "reverse" in metadata else ()
        if end_token is None:
            raise ModelError(f"metadata.json of {place} does not say how a decoder-only model ends a text.")
    return Package(
        path=folder,
        name=f"translate-{from_code}_{to_code}",
        version=version,
        from_code=from_code,
        to_code=to_code,
        architecture=architecture,
        tokenizer_path=folder / tokenizers[0],
        tokenizer_kind=TOKENIZERS[tokenizers[0]],
        prompt=prompt,
        end_token=end_token,
        terminology=_optional(metadata, "terminology"),
        reverse=reverse,
        compounds=_optional(metadata, "compounds"),
        license=_optional(metadata, "license") or "",
        base=_optional(metadata, "base") or "",
        embedded=embedded,
        metadata=metadata,
    )


def _field(metadata: Mapping[str, Any], key: str, pattern: re.Pattern[str], place: str) -> str:
    value = metadata.get(key)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ModelError(
            f"metadata.json of {place} has no usable {key}: {value!r}.", "Fetch the package again."
        )
    return value


def _optional(metadata: Mapping[str, Any], key: str) -> str | None:
    value = metadata.get(key)
    return value if isinstance(value, str) and value else None


def _architecture(metadata: Mapping[str, Any], header: bytes, place: str) -> Architecture:
    """Return what the metadata says, after comparing it with the network's name in model.bin."""
    stated = metadata.get("architecture", Architecture.ENCODER_DECODER)
    if stated not in tuple(Architecture):
        raise ModelError(f"{place} is of an unknown architecture: {stated!r}.")
    found = network(header)
    if found is None:
        raise ModelError(f"model.bin of {place} is not a CTranslate2 model.", "Fetch the package again.")
    if _NETWORKS.get(found) != stated:
        raise ModelError(f"{place} says it is {stated}, but its model.bin holds a {found}.")
    return Architecture(stated)


def network(header: bytes) -> str | None:
    """Return the network's name at the start of a CTranslate2 model.bin, None where there is none.

    The file begins with the format version (32 bits), the length of the name (16 bits) and the name.
    """
    try:
        version, length = struct.unpack_from("<IH", header)
        name = header[6 : 6 + length].rstrip(b"\0").decode("ascii")
    except (struct.error, UnicodeDecodeError):
        return None
    return name if 1 <= version <= 100 and name.isidentifier() and len(name) == length - 1 else None


def _prompt(metadata: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    prompt = metadata.get(key)
    if (
        not isinstance(prompt, list)
        or not all(isinstance(piece, str) for piece in prompt)
        or prompt.count("{source}") != 1
    ):
        raise ModelError(f"metadata.json of {place} does not say how to prompt a decoder-only model ({key}).")
    return tuple(prompt)
