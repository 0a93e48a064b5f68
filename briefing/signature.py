"""The signature: what a result was made with, in one line, in the manner of sacrebleu (Post 2018, arXiv 1804.08771)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Ordered `key:value` fields; equal signatures mean comparable results."""

    fields: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Return `briefing:0.1.0|model:translate-nl_en-0.2|...`."""
        return "|".join(f"{key}:{value}" for key, value in self.fields)

    def with_fields(self, *fields: tuple[str, str]) -> Signature:
        """Return this signature with `fields` after its own."""
        return Signature(self.fields + fields)
