"""Tokenizers: text to pieces and back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from typing import Any, Protocol

from briefing.errors import ModelError
from briefing.packages.types import Package, TokenizerKind


class Tokenizer(Protocol):
    """Cuts text into the pieces that a model reads, and joins those that it writes."""

    def encode(self, text: str) -> list[str]:
        """Return the pieces of `text`."""

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text that the pieces make."""


def tokenizer(package: Package) -> Tokenizer:
    """Return the package's tokenizer, loaded; ModelError where its file is broken."""
    try:
        if package.tokenizer_kind is TokenizerKind.SENTENCEPIECE:
            return _SentencePiece(package)
        return _Bpe(package)
    except (OSError, RuntimeError, ValueError, SystemExit) as failure:
        raise ModelError(
            f"{package.tokenizer_path} is not a {package.tokenizer_kind} model.",
            f"Check the package: briefing models verify {package.full_name}",
        ) from failure


class _SentencePiece:
    """SentencePiece, called directly: Argos' own wrapper turns every underscore of a text into a space."""

    def __init__(self, package: Package) -> None:
        import sentencepiece

        self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(package.tokenizer_path))

    def encode(self, text: str) -> list[str]:
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        # A piece that the model knows and the tokenizer does not keeps its word mark.
        text: str = self._processor.decode_pieces(list(pieces))
        return text.replace("▁", " ").strip()


class _Bpe:
    """Moses tokenization and subword-nmt merges, as Argos packages with a `bpe.model` were trained."""

    def __init__(self, package: Package) -> None:
        # This module alone of Argos Translate: it reads no environment and makes no folder.
        from argostranslate.tokenizer import BPETokenizer

        self._tokenizer: Any = BPETokenizer(package.tokenizer_path, package.from_code, package.to_code)
        with redirect_stderr(StringIO()):  # at a broken line it prints and exits
            self._tokenizer.lazy_load()

    def encode(self, text: str) -> list[str]:
        pieces: list[str] = self._tokenizer.encode(text)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        text: str = self._tokenizer.decode(list(pieces))
        return text
