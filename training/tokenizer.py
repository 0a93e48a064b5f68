"""Sentences in pieces of the vocabulary."""

from __future__ import annotations

import sentencepiece
from sentencepiece import SentencePieceProcessor

from briefing.engines.decoder import OPENED, with_opened
from training.rows import Example
from training.terms import MIDDLE


class Tokenizer:
    """Cuts sentences into the pieces of the vocabulary, in the format of a training row and of a prompt.

    `compounds` is how the package will say that it reads them: `opened-1`, or None for as they are written.
    """

    def __init__(self, model: str, compounds: str | None = None) -> None:
        self.pieces = SentencePieceProcessor(model_file=model)
        self.bos, self.eos, self.english = (self.pieces.piece_to_id(p) for p in ("<bos>", "<eos>", "<en>"))
        self.opened = compounds == OPENED

    def source(self, dutch: str, left_out: float = 0.0) -> tuple[int, ...]:
        """Return the prompt of a sentence: a Dutch one, or an English one behind the sign that turns the direction.

        With `left_out` each merge of pieces is left out with that probability, so that words are cut in other ways each time
        (Provilkov et al. 2020, "BPE-Dropout", arXiv 1910.13267).
        """
        text = with_opened(dutch) if self.opened and not dutch.startswith(MIDDLE) else dutch
        cut = (
            self.pieces.encode(text, enable_sampling=True, alpha=left_out, nbest_size=-1)
            if left_out
            else self.pieces.encode(text)
        )
        return (self.bos, *cut, self.english)

    def example(self, dutch: str, english: str, left_out: float = 0.0) -> Example:
        """Return a pair in tokens; of the English no merge is left out."""
        return Example(self.source(dutch, left_out), (*self.pieces.encode(english), self.eos))


def seed(number: int) -> None:
    """Make the merges that are left out from here on the same in each run."""
    sentencepiece.set_random_generator_seed(number)
