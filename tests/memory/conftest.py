"""What the tests of the memory share."""

import pytest

from briefing.memory import Memory


@pytest.fixture
def path(tmp_path):
    """Where the memory of a test lies."""
    return tmp_path / "memory.sqlite"


@pytest.fixture
def memory(path):
    """An open, empty memory."""
    with Memory.open(path) as opened:
        yield opened
