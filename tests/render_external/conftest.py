"""Programs that look at what was rendered; where one is missing its tests are skipped and say so."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from external import program


@pytest.fixture
def libreoffice(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Return a function that converts a file with LibreOffice and gives the result."""
    office = program("soffice", "libreoffice")

    def convert(file: Path, to: str) -> Path:
        out = tmp_path / "converted"
        profile = (tmp_path / "profile").as_uri()
        command = [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(out),
            str(file),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return out / f"{file.stem}.{to}"

    return convert


@pytest.fixture
def chromium() -> Callable[..., str]:
    """Return a function that runs headless Chromium on a page and gives what it prints."""
    browser = program("chromium", "chromium-browser", "google-chrome")

    def run(page: Path, *options: str) -> str:
        command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", *options, page.as_uri()]
        return subprocess.run(command, check=True, capture_output=True, timeout=120, text=True).stdout

    return run


@pytest.fixture
def axe() -> str:
    """Return the source of axe-core, from the file that AXE_CORE names."""
    file = os.environ.get("AXE_CORE", "")
    if not file or not Path(file).is_file():
        pytest.skip("AXE_CORE does not name axe.min.js")
    return Path(file).read_text("utf-8")
