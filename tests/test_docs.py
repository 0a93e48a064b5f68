"""Documentation that fails when it is wrong."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def _generator():
    spec = importlib.util.spec_from_file_location("commands", ROOT / "docs" / "commands.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_reference_is_what_help_says():
    """`make docs` writes it anew."""
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == _generator().reference()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page):
    """Every relative link of a page is a file of the project."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), target


def test_the_architecture_names_every_module():
    """A new room of the house stands in docs/architecture.md."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = {
        p.stem for p in (ROOT / "briefing").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()
    }
    for room in rooms - {"__init__", "__main__"}:
        assert f"`{room}`" in text, room


def test_readme_begins_with_the_two_commands():
    """A newcomer finds `make briefing` and `make test` before anything else."""
    first = (ROOT / "README.md").read_text("utf-8")[:1200]
    assert "make briefing" in first
    assert "make test" in first


def test_lock_files_name_no_index():
    """Locks pin versions and hashes, never an address."""
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text("utf-8")
        assert not re.search(r"https?://|index-url|find-links", text), lock
        assert text.count("--hash=sha256:") > 50
