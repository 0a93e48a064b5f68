"""A translation model as plain data: what its metadata says and where its parts lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any


class Architecture(StrEnum):
    """The kind of network; it decides which engine runs the package."""

    DECODER = "decoder"
    ENCODER_DECODER = "encoder-decoder"


class TokenizerKind(StrEnum):
    """How a package cuts text into pieces."""

    SENTENCEPIECE = "sentencepiece"
    BPE = "bpe"


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked translation model.

    `name` is `translate-nl_en`, `version` `0.2`. `prompt` (decoder-only models) lists the pieces around the
    source, `{source}` standing for it; `end_token` ends an output. `model_path` is the folder that CTranslate2
    opens. `terminology` names the way of annotating terms that the model was trained for, or is None. `reverse` is the
    prompt for the other direction, back into the source's language, where the model knows that too. `compounds` names the way
    in which Dutch compounds are written for the model (`opened-1`: at their joints), or is None.
    """

    path: Path
    name: str
    version: str
    from_code: str
    to_code: str
    architecture: Architecture
    tokenizer_path: Path
    tokenizer_kind: TokenizerKind
    prompt: tuple[str, ...] = ()
    end_token: str | None = None
    terminology: str | None = None
    reverse: tuple[str, ...] = ()
    compounds: str | None = None
    license: str = ""
    base: str = ""
    embedded: bool = False
    metadata: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def full_name(self) -> str:
        """Name and version, `translate-nl_en-0.2`."""
        return f"{self.name}-{self.version}"

    @property
    def model_path(self) -> Path:
        """The folder that holds `model.bin`."""
        return self.path / "model"

    @property
    def notice(self) -> str:
        """The text of the package's NOTICE, or an empty text."""
        return _text(self.path / "NOTICE")

    @property
    def readme(self) -> str:
        """The text of the package's README.md, or an empty text."""
        return _text(self.path / "README.md")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
