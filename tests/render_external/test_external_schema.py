"""The Word files are valid against the schemas and semantic rules of Open XML, as openxml-audit reads them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import memo_builder as build
import pytest
from external import program

from briefing.render import render, translation
from briefing.render.word import template


def plain(folder: Path) -> Path:
    """Write a template of Word's own default styles."""
    docx.Document().save(str(folder / "office.docx"))
    return folder / "office.docx"


@pytest.mark.parametrize("kind", ["memo", "no-annex", "translation", "english", "template", "office"])
def test_the_file_is_valid(tmp_path, kind):
    audit = program("openxml-audit")
    data = {
        "memo": lambda: render(build.memo(marking="TLP:RED"), "docx"),
        "no-annex": lambda: render(build.memo(annex=False, paper="letter"), "docx"),
        "translation": lambda: translation(build.articles(), "docx", bilingual=True),
        "english": lambda: translation(build.articles(), "docx", bilingual=False),
        "template": template,
        "office": lambda: render(build.memo(template=plain(tmp_path)), "docx"),
    }[kind]()
    file = tmp_path / "file.docx"
    file.write_bytes(data)
    done = subprocess.run(
        [audit, "--policy", "strict", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
