"""Sentences in pieces of the vocabulary."""

from __future__ import annotations

from sentencepiece import SentencePieceProcessor

from training.rows import Example


class Tokenizer:
    """Cuts sentences into the pieces of the vocabulary, in the format of a training row and of a prompt."""

    def __init__(self, model: str) -> None:
        self.pieces = SentencePieceProcessor(model_file=model)
        self.bos, self.eos, self.english = (self.pieces.piece_to_id(p) for p in ("<bos>", "<eos>", "<en>"))

    def source(self, dutch: str) -> tuple[int, ...]:
        """Return the prompt of a Dutch sentence."""
        return (self.bos, *self.pieces.encode(dutch), self.english)

    def example(self, dutch: str, english: str) -> Example:
        """Return a pair in tokens."""
        return Example(self.source(dutch), (*self.pieces.encode(english), self.eos))
