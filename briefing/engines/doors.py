"""CTranslate2's exceptions, mapped to ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing.errors import ModelError

if TYPE_CHECKING:
    from briefing.packages import Package


@contextmanager
def loading(package: Package) -> Iterator[None]:
    """Turn whatever goes wrong while a model is loaded into a ModelError."""
    try:
        yield
    except (RuntimeError, ValueError, OSError) as error:
        raise ModelError(
            f"The model {package.name} in {package.path} cannot be loaded: {_first_line(error)}.",
            "Check it with: briefing models verify",
        ) from error


@contextmanager
def running(package: Package) -> Iterator[None]:
    """Turn whatever goes wrong while a model decodes into a ModelError."""
    try:
        yield
    except (RuntimeError, ValueError) as error:
        raise ModelError(
            f"The model {package.name} failed while translating: {_first_line(error)}.",
            "Check it with: briefing models verify",
        ) from error


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
