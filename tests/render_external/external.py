"""Finds the programs that these tests need."""

from __future__ import annotations

import shutil

import pytest


def program(*names: str) -> str:
    """Return the first of `names` that is installed, or skip the test."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is not installed")
