"""The glossary commands do what their names say, for people and for scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli.glossary import app
from briefing.errors import GlossaryError
from briefing.glossary import Term, store
from briefing.glossary.csvfile import read_terms


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g.csv").write_text("source,target,pos\nbestand,truce,noun\n", encoding="utf-8")
    return tmp_path


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, GlossaryError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout


def test_an_entry_is_added_changed_shown_and_removed(folder: Path) -> None:
    run("add", "raad", "council", "--pos", "noun", "--file", "g.csv")
    run("edit", "raad", "--target", "board", "--file", "g.csv")
    (shown,) = json.loads(run("show", "raden", "--file", "g.csv", "--json"))
    assert (shown["target"], "raden" in shown["forms"]) == ("board", True)
    run("remove", "raad", "--file", "g.csv")
    assert (folder / "g.csv").read_text(encoding="utf-8") == "source,target,pos\nbestand,truce,noun\n"


def test_a_second_preferred_rendering_is_refused_with_the_next_step(folder: Path) -> None:
    with pytest.raises(GlossaryError, match="--status admitted"):
        run("add", "bestand", "armistice", "--file", "g.csv")
    assert "armistice" not in (folder / "g.csv").read_text(encoding="utf-8")


def test_the_first_change_copies_the_packaged_glossary(folder: Path) -> None:
    run("add", "proefwoord", "test word")
    text = (folder / "glossary" / "security.csv").read_text(encoding="utf-8")
    assert text.endswith("proefwoord,test word,,,,,\n")
    assert "geruststellingsmacht" in text


def test_check_ends_with_one_on_findings_and_fix_mends_what_is_safe(folder: Path) -> None:
    bad = "source,target,status\nraad ,council,\nraad,council,\ntop,sumnit,prefered\n"
    (folder / "bad.csv").write_text(bad, encoding="utf-8")
    kinds = {f["kind"] for f in json.loads(run("check", "bad.csv", "--json", code=1))}
    assert {"space", "duplicate", "invalid"} <= kinds
    run("check", "bad.csv", "--fix", code=1)
    assert (folder / "bad.csv").read_text(
        encoding="utf-8"
    ) == "source,target,status\nraad,council,\ntop,sumnit,prefered\n"
    assert run("check", "g.csv", "--json") == "[]\n"


def test_the_default_glossary_has_no_finding(folder: Path) -> None:
    assert json.loads(run("check", "--json")) == []


def test_check_against_names_the_sentence_that_does_not_obey(folder: Path) -> None:
    pairs = {
        "articles": [{"sentences": [{"id": "S1.P1.1", "nl": "Het bestand houdt.", "en": "The file holds."}]}]
    }
    (folder / "t.json").write_text(json.dumps(pairs), encoding="utf-8")
    (found,) = json.loads(run("check", "--file", "g.csv", "--against", "t.json", "--json", code=1))
    assert (found["breach"], found["wanted"]) == ("missed", "truce")


def test_a_dry_run_shows_the_change_and_saves_nothing(folder: Path) -> None:
    (folder / "d.csv").write_text("raad,council\n", encoding="utf-8")
    assert "+raad,council," in run("import", "d.csv", "--file", "g.csv", "--dry-run")
    assert "raad" not in (folder / "g.csv").read_text(encoding="utf-8")


@pytest.fixture
def editor(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make $EDITOR a program that runs the given Python on the text `t` of its file."""

    def set_editor(code: str) -> None:
        script = folder / "editor.py"
        script.write_text(
            "import pathlib, sys\np = pathlib.Path(sys.argv[1])\nt = p.read_bytes().decode()\n"
            f"{code}\np.write_bytes(t.encode())\n",
            encoding="utf-8",
        )
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"{sys.executable} -S {script}")
        monkeypatch.setenv("TMPDIR", str(folder))
        monkeypatch.setattr("tempfile.tempdir", None)

    return set_editor


LONG = "source,target,pos\n# ours\nbestand,truce,noun\nraad,council,\nbestand,file,\n"


def test_the_editor_opens_the_whole_file_and_keeps_every_other_byte(
    folder: Path, editor: Callable[[str], None]
) -> None:
    (folder / "g.csv").write_text(LONG, encoding="utf-8")
    editor("t = t.replace('council', 'board')")
    assert "Saved" in run("edit", "--file", "g.csv")
    assert (folder / "g.csv").read_text(encoding="utf-8") == LONG.replace("council", "board")
    assert (folder / "g.csv.bak").read_text(encoding="utf-8") == LONG
    assert not list(folder.glob("glossary-*"))


def test_the_editor_opens_the_entries_of_one_term_alone(folder: Path, editor: Callable[[str], None]) -> None:
    (folder / "g.csv").write_text(LONG, encoding="utf-8")
    editor("assert 'raad' not in t\nt = t.replace('truce', 'armistice').replace('bestand,file,\\n', '')")
    run("edit", "bestand", "--file", "g.csv")
    text = LONG.replace("truce", "armistice").replace("bestand,file,\n", "")
    assert (folder / "g.csv").read_text(encoding="utf-8") == text


def test_the_editor_opens_one_rendering_of_a_term(folder: Path, editor: Callable[[str], None]) -> None:
    (folder / "g.csv").write_text(LONG, encoding="utf-8")
    editor("assert 'truce' not in t\nt = t.replace('file', 'data file')")
    assert json.loads(run("edit", "bestand", "--target-is", "file", "--file", "g.csv", "--json"))["saved"]
    assert (folder / "g.csv").read_text(encoding="utf-8") == LONG.replace("bestand,file", "bestand,data file")


@pytest.mark.parametrize("term", [(), ("bestand",)], ids=["file", "entry"])
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("t = t.replace('noun', 'nuon')", ":2: there is no part of speech 'nuon'"),
        ("t = t.replace('truce', '\"truce')", ":2: the entry cannot be read"),
        ("t = t.replace('truce', '')", ":2: the entry has no target"),
        ("t = t + 'a,b,c,d,e\\n'", ":3: the entry has 5 fields"),
        ("t = ''", ":1: the file is empty"),
    ],
)
def test_the_editor_cannot_save_what_does_not_parse(
    folder: Path, editor: Callable[[str], None], term: tuple[str, ...], code: str, said: str
) -> None:
    before = (folder / "g.csv").read_bytes()
    editor(code)
    with pytest.raises(GlossaryError, match=said) as caught:
        run("edit", *term, "--file", "g.csv")
    assert (folder / "g.csv").read_bytes() == before
    (draft,) = folder.glob("glossary-*")
    assert str(draft) in caught.value.hint


def test_an_editor_that_fails_or_changes_nothing_saves_nothing(
    folder: Path, editor: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "g.csv").read_bytes()
    editor("pass")
    assert not json.loads(run("edit", "--file", "g.csv", "--json"))["saved"]
    editor("raise SystemExit(3)")
    with pytest.raises(GlossaryError, match="code 3"):
        run("edit", "--file", "g.csv")
    monkeypatch.setenv("EDITOR", "no-such-editor")
    with pytest.raises(GlossaryError, match="cannot be started"):
        run("edit", "bestand", "--file", "g.csv")
    assert (folder / "g.csv").read_bytes() == before
    assert not list(folder.glob("glossary-*"))


@pytest.mark.parametrize("term", [(), ("bestand",)], ids=["file", "entry"])
def test_what_somebody_else_saved_meanwhile_is_not_written_over(
    folder: Path, editor: Callable[[str], None], term: tuple[str, ...]
) -> None:
    other = "source,target,pos\nbestand,ceasefire,noun\n"
    editor(f"pathlib.Path('g.csv').write_text({other!r})\nt = t.replace('truce', 'armistice')")
    with pytest.raises(GlossaryError, match="somebody else"):
        run("edit", *term, "--file", "g.csv")
    assert (folder / "g.csv").read_text(encoding="utf-8") == other


CHECKED = [
    ("raad,council,noun,,\nraad,council,noun,,", "duplicate", 3),
    ("raad,council,noun,,\nraad,board,noun,,", "contradiction", 3),
    ("raad,council,noun,,\nraad,council,noun,,forbidden", "contradiction", 3),
    ("raad,town council,noun,,\nraad,council,noun,,forbidden", "cycle", 3),
    ("...,dots,,,", "unreachable", 2),
    ("raad,overheid,noun,,", "dutch-target", 2),
    ("raad ,council,noun,,", "space", 2),
    ("raad,coun\u200bcil,noun,,", "space", 2),
    ("r\u0430ad,council,noun,,", "look-alike", 2),
    ("raad,council,nuon,,", "invalid", 2),
    ("raad,council,noun,,prefered", "invalid", 2),
    ("raad,council,noun,upper,", "invalid", 2),
    ("raad,,noun,,", "invalid", 2),
]


@pytest.mark.parametrize(("rows", "kind", "line"), CHECKED)
def test_each_mistake_is_found_with_its_file_and_line(folder: Path, rows: str, kind: str, line: int) -> None:
    (folder / "bad.csv").write_text(f"source,target,pos,case,status\n{rows}\n", encoding="utf-8")
    findings = json.loads(run("check", "bad.csv", "--json", code=1))
    assert [(f["kind"], f["file"], f["line"]) for f in findings if f["kind"] == kind] == [
        (kind, "bad.csv", line)
    ]
    assert f"bad.csv:{line}: {kind}: " in run("check", "bad.csv", code=1)


def test_fix_mends_what_is_safe_and_keeps_the_rest_to_the_byte(folder: Path) -> None:
    text = '# ours\r\nsource;target;owner\r\n"raad";"council";Ann\r\n\r\ntop ;sum\u200bmit;x\r\nt\u043ep2;y;\r\n"raad";"council";Ann\r\n'
    (folder / "b.csv").write_bytes(text.encode())
    run("check", "b.csv", "--fix")
    mended = '# ours\r\nsource;target;owner\r\n"raad";"council";Ann\r\n\r\ntop;summit;x\r\ntop2;y;\r\n'
    assert (folder / "b.csv").read_bytes().decode() == mended
    assert (folder / "b.csv.bak").read_bytes() == text.encode()


TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="nl" segtype="sentence" adminlang="en" datatype="plaintext"
 o-tmf="x" creationtool="x" creationtoolversion="1"/><body>{}</body></tmx>"""
UNIT = '<tu><tuv xml:lang="nl"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'


def test_translations_in_tmx_are_checked_term_by_term(folder: Path) -> None:
    (folder / "g.csv").write_text(
        "source,target,pos,status\nbestand,truce,noun,\nbestand,file,noun,forbidden\n", encoding="utf-8"
    )
    units = [
        UNIT.format("Het bestand houdt.", "The truce holds."),
        UNIT.format("De bestanden houden.", "The truces hold."),
        UNIT.format("Beide bestanden mislukten.", "Both files failed."),
        UNIT.format("De hond slaapt.", "The file sleeps."),
    ]
    (folder / "t.tmx").write_text(TMX.format("".join(units)), encoding="utf-8")
    found = json.loads(run("check", "--file", "g.csv", "--against", "t.tmx", "--json", code=1))
    assert [(f["breach"], f["surface"], f["place"]) for f in found] == [
        ("missed", "bestanden", "t.tmx: unit 3"),
        ("forbidden", "bestanden", "t.tmx: unit 3"),
    ]


def test_translations_that_obey_end_with_zero(folder: Path) -> None:
    (folder / "t.tmx").write_text(
        TMX.format(UNIT.format("Het bestand houdt.", "The truce holds.")), encoding="utf-8"
    )
    assert run("check", "--file", "g.csv", "--against", "t.tmx", "--json") == "[]\n"


THEIRS = "source,target\nbestand,armistice\nraad,council\ntop,summit\n"
OURS = "source,target,pos\nbestand,truce,noun\nraad,board,\n"


def imported(folder: Path, *words: str, answers: str = "") -> tuple[dict[str, str], str]:
    (folder / "g.csv").write_text(OURS, encoding="utf-8")
    (folder / "t.csv").write_text(THEIRS, encoding="utf-8")
    result = CliRunner().invoke(app, ["import", "t.csv", "--file", "g.csv", *words], input=answers)
    assert result.exit_code == 0, result.output
    return {term.source: term.target for term in read_terms(folder / "g.csv")}, result.output


def test_the_rule_says_whose_rendering_counts(folder: Path) -> None:
    assert imported(folder)[0] == {"bestand": "truce", "raad": "board", "top": "summit"}
    assert imported(folder, "--merge", "ours")[0] == {"bestand": "truce", "raad": "board", "top": "summit"}
    assert imported(folder, "--merge", "theirs")[0] == {
        "bestand": "armistice",
        "raad": "council",
        "top": "summit",
    }


def test_a_person_is_asked_once_about_each_conflict_and_again_after_nonsense(folder: Path) -> None:
    terms, said = imported(folder, "--merge", "ask", answers="what?\ntheirs\n\n")
    assert terms == {"bestand": "armistice", "raad": "board", "top": "summit"}
    assert said.count("Take ours or theirs?") == 3


def test_the_glossary_is_not_locked_while_a_person_thinks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def think(_text: str, **_: object) -> str:
        store.change(
            folder / "g.csv",
            lambda document: document.add(Term("muur", "wall")) if "muur" not in str(document) else document,
        )
        return "theirs"

    monkeypatch.setattr(store, "LOCK_SECONDS", 0.05)
    monkeypatch.setattr("typer.prompt", think)
    terms, _ = imported(folder, "--merge", "ask")
    assert terms == {"bestand": "armistice", "raad": "council", "top": "summit", "muur": "wall"}


def test_a_dry_run_shows_each_changed_line_and_saves_nothing(folder: Path) -> None:
    terms, said = imported(folder, "--merge", "theirs", "--dry-run")
    assert terms == {"bestand": "truce", "raad": "board"}
    lines = [line for line in said.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert lines == [
        "-bestand,truce,noun", "-raad,board,", "+bestand,armistice,noun", "+raad,council,", "+top,summit,",
    ]  # fmt: skip


def test_a_dry_run_into_a_new_glossary_makes_no_file(folder: Path) -> None:
    (folder / "t.csv").write_text(THEIRS, encoding="utf-8")
    assert "+top,summit,,,,," in run("import", "t.csv", "--file", "new.csv", "--dry-run")
    assert not (folder / "new.csv").exists()
