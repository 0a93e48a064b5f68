"""The engines: the only door to CTranslate2."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.packages import Package
    from briefing.translate.engine import Engine


def load(package: Package, *, workers: int | None = None) -> Engine:
    """Return an engine for `package`, ready to run: the kind that its architecture needs.

    `workers` is the number of batches decoded at once, by default one for each processor this process may
    use. Raises ModelError where the package cannot be loaded.
    """
    from briefing.engines.decoder import DecoderEngine
    from briefing.engines.translator import TranslatorEngine
    from briefing.packages import tokenizer

    kind = DecoderEngine if package.architecture == "decoder" else TranslatorEngine
    return kind(package, tokenizer(package), workers=workers or available_processors())


def unfinished() -> bool:
    """Return whether an interrupted engine is still decoding, so that a process that ends as usual would wait for it."""
    from briefing.engines.batches import interrupted

    return bool(interrupted)


def available_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
