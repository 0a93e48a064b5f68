"""What a file of translations says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class About:
    """Title and evidence of a translation. `made` is UTC; the default is a fixed moment, so that bytes repeat."""

    title: str = ""
    notice: str = ""
    signature: str = ""
    marking: str = ""
    made: datetime = datetime(2025, 1, 1, tzinfo=UTC)
    template: Path | None = None
    paper: str = "a4"
