"""Our CSV format is read leniently in form, strictly in content; errors name file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import GlossaryError
from briefing.glossary import PartOfSpeech, Term, TermStatus, default_path, load
from briefing.glossary.csvfile import packaged_path, parse_terms, read_terms

ROOT = Path(__file__).parents[2]
HEADER = "source,target,pos,case,status,domain,note\n"


def write(folder: Path, text: str | bytes, name: str = "g.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_only_source_and_target_are_required(tmp_path: Path) -> None:
    (term,) = read_terms(write(tmp_path, "source,target\nbestand,truce\n"))
    assert (term.source, term.target, term.pos, term.case_sensitive, term.status) == (
        "bestand",
        "truce",
        None,
        False,
        TermStatus.PREFERRED,
    )
    assert term.line == 2


def test_every_column_is_read_in_any_order(tmp_path: Path) -> None:
    text = "note,status,case,pos,target,source,owner\nx,admitted,sensitive,name,Senate,Eerste Kamer,me\n"
    (term,) = read_terms(write(tmp_path, text))
    assert (term.source, term.pos, term.case_sensitive, term.status, term.note) == (
        "Eerste Kamer",
        PartOfSpeech.NAME,
        True,
        TermStatus.ADMITTED,
        "x",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiters_marks_encodings_and_line_ends_are_tolerated(
    tmp_path: Path, delimiter: str, encoding: str, newline: str
) -> None:
    rows = ["# comment", "source,target", "", "coördinator,coordinator"]
    text = newline.join(row.replace(",", delimiter) for row in rows)
    (term,) = read_terms(write(tmp_path, text.encode(encoding)))
    assert (term.source, term.line) == ("coördinator", 4)


def test_a_keep_entry_without_target_keeps_its_source(tmp_path: Path) -> None:
    (term,) = read_terms(write(tmp_path, "source,target,status\nDENK,,keep\n"))
    assert term.target == "DENK"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", ":1:", "empty"),
        ("a,b\nc,d\n", ":1:", "no column source"),
        ("source,target,target\n", ":1:", "twice"),
        ("source,target\n,x\n", ":2:", "no source"),
        ("source,target\nx,\n", ":2:", "no target"),
        ("source,target,pos\n# c\nx,y,nuon\n", ":3:", "part of speech"),
        ("source,target,status\nx,y,prefered\n", ":2:", "status"),
        ("source,target,case\nx,y,upper\n", ":2:", "case"),
        ("source,target\nx,y,z\n", ":2:", "3 fields"),
        ('source,target\n"x,y\n', ":2:", "cannot be read"),
        ('source,target\n"x"z,y\n', ":2:", "cannot be read"),
        (b"source,target\nx,\xff\xfe\n", ":2:", "not UTF-8"),
        ("source,target\nx,y\0\n", ":2:", "binary"),
    ],
)
def test_an_error_names_file_and_line_and_the_next_step(
    tmp_path: Path, text: str | bytes, place: str, words: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(GlossaryError) as caught:
        read_terms(path)
    assert str(path) + place in caught.value.message
    assert words in caught.value.message
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such"):
        read_terms(tmp_path / "none.csv")
    with pytest.raises(GlossaryError, match="folder"):
        read_terms(tmp_path)


def test_later_files_win_and_stand_later(tmp_path: Path) -> None:
    first = write(
        tmp_path, "source,target,status\nbestand,truce,\nbestand,ceasefire,admitted\nraad,council,\n", "a.csv"
    )
    second = write(tmp_path, "source,target,status\nBestand,armistice,\nraad,council,forbidden\n", "b.csv")
    glossary = load([first, second])
    assert [(t.source, t.target, t.status.value) for t in glossary.terms] == [
        ("bestand", "ceasefire", "admitted"),
        ("Bestand", "armistice", "preferred"),
        ("raad", "council", "forbidden"),
    ]
    assert glossary.name == "a.csv+b.csv"


def test_the_hash_follows_the_entries_and_not_the_comments(tmp_path: Path) -> None:
    one = load([write(tmp_path, "source,target\nx,y\n", "1.csv")])
    two = load([write(tmp_path, "# hello\nsource;target\nx;y\n", "2.csv")])
    three = load([write(tmp_path, "source,target\nx,z\n", "3.csv")])
    assert one.sha256 == two.sha256 != three.sha256
    assert load([]).sha256 == ""


def test_the_packaged_copy_is_the_glossary_of_the_working_folder() -> None:
    assert packaged_path().read_bytes() == (ROOT / "glossary" / "security.csv").read_bytes()


def test_the_default_is_the_working_folders_glossary_else_the_packaged_one(tmp_path: Path) -> None:
    assert default_path(tmp_path) == packaged_path()
    local = tmp_path / "glossary" / "security.csv"
    local.parent.mkdir()
    local.write_text("source,target\n", encoding="utf-8")
    assert default_path(tmp_path) == local


def test_the_default_glossary_holds_what_the_office_asked_for() -> None:
    terms = read_terms(packaged_path())
    decided = {t.source: t.target for t in terms if t.status in {TermStatus.PREFERRED, TermStatus.KEEP}}
    assert len(terms) >= 350
    asked = {
        "geruststellingsmacht": "reassurance force",
        "staakt-het-vuren": "ceasefire",
        "bestand": "truce",
        "blauwhelm": "UN peacekeeper",
        "OVSE": "OSCE",
        "minister-president": "prime minister",
        "Defensiecontactgroep voor Oekraïne": "Ukraine Defense Contact Group",
        "DENK": "DENK",
    }
    assert {source: decided.get(source) for source in asked} == asked
    assert all(term.pos for term in terms)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_glossary_or_a_clear_error(data: bytes) -> None:
    from briefing.glossary.document import Document

    message, entries = "fuzz.csv", []
    try:
        entries = Document.parse(b"source,target\n" + data, "fuzz.csv").entries()
    except GlossaryError as error:
        message = error.message
    assert message.startswith("fuzz.csv")
    assert all(isinstance(term, Term) for _, term in entries)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='ab,;\t"\r\n# \u2028é', max_size=60))
def test_any_text_is_a_glossary_or_a_clear_error(text: str) -> None:
    message, terms = "fuzz.csv:", []
    try:
        terms = parse_terms(HEADER + text, "fuzz.csv")
    except GlossaryError as error:
        message = error.message
    assert message.startswith("fuzz.csv:")
    assert all(term.source and term.target for term in terms)
