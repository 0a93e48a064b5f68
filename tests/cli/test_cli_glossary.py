"""The glossary commands on files that are broken, hostile or missing: one sentence and exit code 2, nothing saved."""

import io
import json
import subprocess
import sys
import zipfile

import pytest

from briefing.glossary import PartOfSpeech, Term, formats

OURS = "source,target,pos\nbestand,truce,noun\n"
GOOD = [Term("raad", "council", PartOfSpeech.NOUN, note="n"), Term("top", "summit")]
ENDINGS = {"csv": ".csv", "deepl": ".csv", "omegat": ".tsv", "tbx": ".tbx", "xlsx": ".xlsx"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g.csv").write_text(OURS, encoding="utf-8")
    return tmp_path


def exported(kind):
    return formats.write(GOOD, kind).data


def workbook(**parts):
    """Return a workbook with some of its parts replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(exported("xlsx"))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return out.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
LAUGHS = (
    '<!DOCTYPE t [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
HUGE = "x" * 200_000
TMX = '<tmx version="1.4"><header srclang="nl"/><body><tu><tuv xml:lang="nl"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>'

HOSTILE = [
    ("csv", "empty", b""),
    ("csv", "no header", b"a,b\nc,d,e,f,g,h\n"),
    ("csv", "wrong encoding", "source,target\ncoördinatie,coordination\n".encode("latin-1")),
    ("csv", "UTF-16 without a mark", "source,target\nraad,council\n".encode("utf-16-le")),
    ("csv", "NUL", b"source,target\nraad,coun\0cil\n"),
    ("csv", "huge cell", f"source,target\nraad,{HUGE}\n".encode()),
    ("csv", "open quote", b'source,target\nraad,"council\n'),
    ("csv", "bad status", b"source,target,status\nraad,council,prefered\n"),
    ("deepl", "one column", b"raad\n"),
    ("deepl", "six columns", b"a,b,nl,en,1,2\n"),
    ("deepl", "no target", b"raad,\n"),
    ("deepl", "another language", b"Rat,council,de,en\n"),
    ("deepl", "huge cell", f"raad,{HUGE}\n".encode()),
    ("omegat", "one column", b"raad\n"),
    ("omegat", "no target", b"raad\t\t\n"),
    ("omegat", "wrong encoding", b"raad\tco\xfcncil\n"),
    ("omegat", "NUL", b"raad\tcoun\0cil\n"),
    ("tbx", "empty", b""),
    ("tbx", "truncated", exported("tbx")[:300]),
    ("tbx", "NUL", exported("tbx").replace(b"raad", b"ra\0ad")),
    ("tbx", "wrong encoding", exported("tbx").replace(b"raad", b"ra\xe4d")),
    ("tbx", "unknown encoding", exported("tbx").replace(b"UTF-8", b"XYZ-8")),
    ("tbx", "entity bomb", (LAUGHS + "<tbx>&j;</tbx>").encode()),
    ("tbx", "entity from a file", b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/hostname">]><tbx>&x;</tbx>'),
    ("tbx", "other XML", b"<html><body/></html>"),
    ("xlsx", "empty", b""),
    ("xlsx", "no zip", b"PK\x03\x04nonsense"),
    ("xlsx", "truncated", exported("xlsx")[:-200]),
    ("xlsx", "a zip of something else", workbook(workbook=b"<nothing/>")),
    ("xlsx", "entity bomb", workbook(sheet1=(LAUGHS + SHEET.format("<row><c><v>&j;</v></c></row>")).encode())),
    ("xlsx", "empty sheet", workbook(sheet1=SHEET.format("").encode())),
    ("xlsx", "row two milliards", workbook(sheet1=SHEET.format('<row r="2000000000"><c><v>1</v></c></row>').encode())),
    ("xlsx", "no target", workbook(sheet1=SHEET.format('<row r="1"><c><v>1</v></c></row>').encode())),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data"), [pytest.param(k, d, id=f"{k}: {what}") for k, what, d in HOSTILE])
def test_a_file_that_cannot_be_imported_is_named_and_nothing_is_saved(run, folder, kind, data):
    name = "theirs" + ENDINGS[kind]
    (folder / name).write_bytes(data)
    code, out, err = run("glossary", "import", name, "--format", kind, "--file", "g.csv")
    assert (code, out) == (2, b"")
    assert err.startswith(f"briefing: {name}")
    assert len(err) < 600
    assert (folder / "g.csv").read_text(encoding="utf-8") == OURS


def test_a_workbook_that_claims_a_million_columns_is_read_as_it_is(run, folder):
    cells = "<row r='1'><c t='inlineStr'><is><t>raad</t></is></c><c t='inlineStr'><is><t>council</t></is></c></row>"
    sheet = SHEET.format(cells).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    (folder / "t.xlsx").write_bytes(workbook(sheet1=sheet.encode()))
    assert run("glossary", "import", "t.xlsx", "--file", "g.csv")[0] == 0
    assert "raad,council," in (folder / "g.csv").read_text(encoding="utf-8")


def test_a_zip_bomb_is_not_unpacked(run, folder):
    with (
        zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(80):
            member.write(bytes(2**20))
    code, _, err = run("glossary", "import", "bomb.xlsx", "--file", "g.csv")
    assert code == 2
    assert "unpacked" in err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("p.tmx", b""),
        ("p.tmx", b"<tmx><body>"),
        ("p.tmx", b"<html/>"),
        ("p.tmx", (LAUGHS + TMX.format("&j;")).encode()),
        ("p.tmx", TMX.format("a\0b").encode()),
        ("p.tmx", b'<tmx version="1.4"><header srclang="nl"/><body/></tmx>'),
        ("p.json", b"{"),
        ("p.json", b"[" * 100_000),
        ("p.json", b'{"articles": [{"sentences": "x"}, 3, null]}'),
        ("p.json", '{"nl": "coördinatie"}'.encode("latin-1")),
        ("p.json", b"3"),
    ],
)
def test_pairs_that_cannot_be_read_are_named(run, folder, name, data):
    (folder / name).write_bytes(data)
    code, out, err = run("glossary", "check", "--file", "g.csv", "--against", name)
    assert (code, out) == (2, b"")
    assert err.startswith(f"briefing: {name}")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "--file", "none.csv"), "no such"),
        (("list", "--file", "."), "folder"),
        (("show", "zzz", "--file", "g.csv"), "search zzz"),
        (("show", "een ding", "--file", "g.csv"), "search 'een ding'"),
        (("search", " ", "--file", "g.csv"), "nothing to search"),
        (("add", "raad", "--file", "g.csv"), "rendering is empty"),
        (("add", " ", "x", "--file", "g.csv"), "Dutch term is empty"),
        (("add", "a", "b", "--file", "x.xlsx"), "glossary import x.xlsx"),
        (("edit", "--target", "x", "--file", "g.csv"), "Which entry"),
        (("edit", "bestand", "--target", " ", "--file", "g.csv"), "g.csv:2: the entry has no target"),
        (("edit", "zzz", "--target", "x", "--file", "none.csv"), "no such"),
        (("edit", "--file", "none.csv"), "no such"),
        (("remove", "bestand", "--file", "none.csv"), "no such"),
        (("remove", "bestand", "--target-is", "x", "--file", "g.csv"), "It has 'truce'"),
        (("check", "none.csv"), "no such"),
        (("check", "--file", "g.csv", "--against", "none.tmx"), "none.tmx"),
        (("check", "--file", "g.csv", "--against", "t.tmx", "--fix"), "--fix mends"),
        (("import", "none.csv", "--file", "g.csv"), "no such"),
        (("import", ".", "--file", "g.csv"), "folder"),
        (("import", "g.pdf", "--file", "g.csv"), "--format"),
        (("export", "--file", "g.csv", "-o", "x.doc"), "--format"),
        (("export", "--file", "g.csv", "-o", "none/x.csv"), "none"),
        (("export", "--file", "g.csv", "-o", "g.csv", "--force"), "would be lost"),
        (("export", "--file", "g.csv", "--json"), "-o FILE"),
        (("export", "--file", "g.csv", "-o", ".", "--format", "tbx", "--force"), "folder"),
        (("suggest", "none.txt", "--file", "g.csv", "--no-model"), "none.txt"),
        (("suggest", "g.csv", "--accept", "--json"), "--accept"),
        (("suggest", "g.csv", "-o", "review.docx"), "review.csv"),
        (("suggest", "g.csv", "-o", "g.csv"), "would be lost"),
    ],
)
def test_a_mistake_is_one_sentence_and_changes_nothing(run, folder, words, said):
    code, out, err = run("glossary", *words)
    assert (code, out) == (2, b"")
    assert err.startswith("briefing: ")
    assert said in err
    assert {path.name for path in folder.iterdir()} - {".g.csv.lock"} == {"g.csv"}
    assert (folder / "g.csv").read_text(encoding="utf-8") == OURS


def test_every_command_answers_a_program_in_json(run, folder):
    commands = [
        ("list",), ("search", "truce"), ("show", "bestanden"), ("add", "raad", "council"), ("check",),
        ("edit", "raad", "--target", "board"), ("remove", "raad"), ("export", "-o", "x.tbx"), ("import", "x.tbx"),
    ]  # fmt: skip
    for command in commands:
        code, out, _ = run("glossary", *command, "--file", "g.csv", "--json")
        assert code == 0, command
        assert isinstance(json.loads(out), list | dict)


def test_an_added_entry_is_reported_with_its_line(run, folder):
    _, out, _ = run("glossary", "add", "raad", "council", "--file", "g.csv", "--json")
    assert (json.loads(out)["file"], json.loads(out)["line"]) == ("g.csv", 3)


def test_an_export_to_standard_output_is_the_file(run, folder):
    code, out, _ = run("glossary", "export", "--file", "g.csv", "-o", "-", "--format", "omegat")
    assert (code, out) == (0, b"bestand\ttruce\t[pos: noun]\n")
    assert (
        run("glossary", "export", "--file", "g.csv")[:2]
        == run("glossary", "export", "--file", "g.csv", "-o", "-", "--format", "csv")[:2]
    )


def test_the_help_lists_the_commands_in_the_order_of_use(run):
    _, out, _ = run("glossary", "--help")
    listed = [
        line.split()[0] for line in out.decode().splitlines() if line.startswith("  ") and line[2].isalpha()
    ]
    order = ["list", "search", "show", "add", "edit", "remove", "check", "suggest", "import", "export"]
    assert [word for word in listed if word in order] == order


def test_two_commands_at_once_lose_nothing(folder):
    """Two processes add twelve entries each; every one ends with code 0 and its entry is there."""
    script = (
        "import sys\nfrom briefing import cli\nname = sys.argv[1]\n"
        "for n in range(12):\n"
        "    sys.argv = ['briefing', 'glossary', 'add', f'{name}{n}', 'x', '--file', 'g.csv']\n"
        "    try:\n        cli.main()\n"
        "    except SystemExit as end:\n        assert end.code == 0\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, name], cwd=folder) for name in ("een", "twee")]
    assert [writer.wait(300) for writer in writers] == [0, 0]
    lines = (folder / "g.csv").read_text(encoding="utf-8").splitlines()
    assert set(lines[2:]) == {f"{name}{n},x," for name in ("een", "twee") for n in range(12)}


def test_the_glossary_that_is_set_is_the_one_that_is_listed_and_changed(run, folder, monkeypatch):
    monkeypatch.setenv("BRIEFING_GLOSSARY", "g.csv")
    assert run("glossary", "list")[1] == b"bestand\ttruce\tnoun\tpreferred\t\n"
    assert run("glossary", "add", "raad", "council")[0] == 0
    assert (folder / "g.csv").read_text(encoding="utf-8") == OURS + "raad,council,\n"
    assert not (folder / "glossary").exists()
    monkeypatch.setenv("BRIEFING_GLOSSARY", "g.csv,h.csv")
    code, _, err = run("glossary", "list")
    assert (code, "BRIEFING_GLOSSARY names 2 glossaries: g.csv, h.csv." in err, "--file" in err) == (
        2,
        True,
        True,
    )


def test_what_is_not_there_is_neither_removed_nor_is_the_packaged_glossary_copied_for_it(run, folder):
    for words in (("remove", "bestaatniet"), ("edit", "bestaatniet", "--target", "x")):
        assert run("glossary", *words)[0] == 2
    assert not (folder / "glossary").exists()


def test_a_column_that_is_nearly_ours_is_found(run, folder):
    (folder / "s.csv").write_text("source,target,staus,owner\nzaak,case,forbidden,Ann\n", encoding="utf-8")
    code, out, _ = run("glossary", "check", "--file", "s.csv")
    assert (code, out.decode().splitlines()[0]) == (
        1,
        "s.csv:1: column: the column 'staus' is not read; should it be 'status'?",
    )


def test_an_english_article_is_not_held_to_the_dutch_glossary(run, folder):
    sentence = {"id": "S1.P1.1", "nl": "The bestand holds.", "en": "The bestand holds."}
    articles = [{"language": language, "sentences": [sentence]} for language in ("en", "nl")]
    (folder / "p.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
    code, out, _ = run("glossary", "check", "--file", "g.csv", "--against", "p.json", "--json")
    assert (code, len(json.loads(out))) == (1, 1)


def test_candidates_are_taken_from_what_can_be_read(run, folder):
    (folder / "art").mkdir()
    (folder / "art" / "a.txt").write_text(
        "De havenblokkade duurt. Een havenblokkade kost geld. Zo'n havenblokkade helpt niet.\n",
        encoding="utf-8",
    )
    (folder / "art" / "b.txt").write_text("", encoding="utf-8")
    code, out, err = run("glossary", "suggest", "art", "--file", "g.csv", "--no-model")
    assert (code, b"havenblokkade" in out, "Skipped art/b.txt" in err) == (0, True, True)
