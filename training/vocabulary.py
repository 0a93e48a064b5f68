"""The vocabulary: the pieces of the base model that Dutch and English use, as a SentencePiece model.

Byte-pair encoding (Sennrich et al. 2016, arXiv 1508.07909) builds a piece by merging smaller ones, so a piece can only go
if no kept piece is made of it: with a piece, all that its own merges pass through are kept. Then texts made of kept pieces
are cut exactly as before. Anything else falls back to bytes.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sentencepiece import SentencePieceProcessor, sentencepiece_model_pb2

NORMAL, UNKNOWN, CONTROL, USER_DEFINED, BYTE = 1, 2, 3, 4, 6  # types of pieces, as SentencePiece numbers them
SPECIAL = ("<pad>", "<eos>", "<bos>", "<unk>", "<mask>")
# Unused pieces of the base model that take up the marks of our format.
MARKS = {"<unused0>": "<en>", "<unused1>": "<t>", "<unused2>": "<=>", "<unused3>": "</t>"}
SPARE = 27  # unused pieces kept, the marks among them


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a byte-pair vocabulary, in the order of their numbers."""

    texts: Sequence[str]
    scores: Sequence[float]
    types: Sequence[int]

    def model(self, numbers: Sequence[int], marks: Mapping[str, str] = MARKS) -> bytes:
        """Return a SentencePiece model of the pieces `numbers`, in that order, renamed by `marks`."""
        proto = sentencepiece_model_pb2.ModelProto()
        trainer, normalizer = proto.trainer_spec, proto.normalizer_spec
        trainer.model_type, trainer.byte_fallback, trainer.vocab_size = 2, True, len(numbers)
        trainer.pad_id, trainer.eos_id, trainer.bos_id, trainer.unk_id = (
            next((new for new, old in enumerate(numbers) if self.texts[old] == name), -1)
            for name in SPECIAL[:4]
        )
        trainer.pad_piece, trainer.eos_piece, trainer.bos_piece, trainer.unk_piece = SPECIAL[:4]
        normalizer.name = "identity"
        normalizer.add_dummy_prefix = normalizer.remove_extra_whitespaces = False
        normalizer.escape_whitespaces = True
        for number in numbers:
            text = marks.get(self.texts[number], self.texts[number])
            kind = self.types[number]
            if text == "<unk>":
                kind = UNKNOWN
            elif text in marks.values():
                kind = USER_DEFINED
            elif kind == USER_DEFINED:
                kind = NORMAL  # runs of spaces and line ends: ours have none
            proto.pieces.add(piece=text, score=self.scores[number], type=kind)
        return proto.SerializeToString()


def count(
    pieces: Pieces, sentences: Mapping[str, Iterable[str]], weights: Mapping[str, float]
) -> Counter[int]:
    """Return how often each piece is used, the sentences of a source counting `weights[source]` times."""
    whole = SentencePieceProcessor(model_proto=pieces.model(range(len(pieces.texts)), {}))
    counts: Counter[int] = Counter()
    for source, found in sentences.items():
        used: Counter[int] = Counter()
        for encoded in whole.encode(list(found), num_threads=2):
            used.update(encoded)
        for piece, times in used.items():
            counts[piece] += times * weights.get(source, 1.0)
    return counts


def cut(pieces: Pieces, counts: Mapping[int, float], least: float) -> list[int]:
    """Return the numbers of the pieces to keep, special ones first.

    Kept are the pieces counted `least` times, all that their merges pass through, the bytes, and printable ASCII.
    """
    number = {text: n for n, text in enumerate(pieces.texts)}
    first = [number[name] for name in SPECIAL if name in number]
    first += [number[f"<unused{n}>"] for n in range(SPARE) if f"<unused{n}>" in number]
    first += [n for n, kind in enumerate(pieces.types) if kind == BYTE]
    kept = {n for n, times in counts.items() if times >= least and pieces.types[n] == NORMAL}
    for n in tuple(kept):
        kept |= {number[part] for part in _merges(pieces, number, pieces.texts[n]) if part in number}
    kept |= {number[c] for c in (*map(chr, range(33, 127)), "▁", "\n") if c in number}
    kept -= {number[text] for text in MARKS.values() if text in number}
    return first + sorted(kept - set(first))


def _merges(pieces: Pieces, number: Mapping[str, int], text: str) -> set[str]:
    """Return every piece that encoding `text` passes through, the characters among them."""
    parts = list(text)
    met = set(parts)
    while len(parts) > 1:
        joined = ((number.get(a + b), at) for at, (a, b) in enumerate(itertools.pairwise(parts)))
        ranked = [(pieces.scores[n], -at) for n, at in joined if n is not None and pieces.types[n] == NORMAL]
        if not ranked:
            break
        at = -max(ranked)[1]
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
        met.add(parts[at])
    return met
