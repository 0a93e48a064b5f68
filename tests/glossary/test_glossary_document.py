"""Changing one entry leaves every other line as it is, to the byte; saving is atomic, locked, and kept once."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import GlossaryError
from briefing.glossary import PartOfSpeech, Term, TermStatus, store
from briefing.glossary.csvfile import read_terms
from briefing.glossary.document import Document

ODD = (
    b"\xef\xbb\xbf# office glossary\r\n"
    b"source;target;owner\r\n"
    b'"bestand";"truce";Ann\n'
    b"\r\n"
    b"  # by hand\r\n"
    b'raad;council;"two\nlines"\r\n'
    b"top;summit;"
)


def test_a_document_reads_back_to_the_byte() -> None:
    assert Document.parse(ODD, "g.csv").to_bytes() == ODD


def test_an_added_entry_comes_last_with_the_files_own_delimiter_and_line_end() -> None:
    document = Document.parse(ODD, "g.csv").add(Term("kabinet", "cabinet; government"))
    assert document.to_bytes() == ODD + b'\r\nkabinet;"cabinet; government";\r\n'


def test_a_changed_entry_keeps_the_columns_that_are_not_ours() -> None:
    document = Document.parse(ODD, "g.csv")
    place, term = document.entries()[0]
    assert term.source == "bestand"
    changed = document.replace(place, Term("bestand", "armistice"))
    assert changed.to_bytes() == ODD.replace(b'"bestand";"truce";Ann\n', b"bestand;armistice;Ann\n")


def test_a_removed_entry_takes_its_lines_alone() -> None:
    document = Document.parse(ODD, "g.csv")
    place = document.entries()[1][0]
    assert document.remove(place).to_bytes() == ODD.replace(b'raad;council;"two\nlines"\r\n', b"")


def test_a_value_without_a_column_widens_the_header_and_no_other_line() -> None:
    document = Document.parse(b"source,target\nx,y\n", "g.csv").add(
        Term("a", "b", status=TermStatus.FORBIDDEN)
    )
    assert document.to_bytes() == b"source,target,status\nx,y\na,b,forbidden\n"


def test_a_source_that_begins_like_a_comment_is_quoted() -> None:
    document = Document.parse(b"source,target\n", "g.csv").add(Term("#metoo", "#MeToo"))
    (entry,) = Document.parse(document.to_bytes(), "g.csv").entries()
    assert entry[1].source == "#metoo"


TEXT = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)
    .map(lambda s: " ".join(s.split()))
    .filter(bool)
)
TERM = st.builds(
    Term,
    source=TEXT,
    target=TEXT,
    pos=st.sampled_from([None, *PartOfSpeech]),
    case_sensitive=st.booleans(),
    status=st.sampled_from(list(TermStatus)),
    domain=st.just("") | TEXT,
    note=st.just("") | TEXT,
)


def bare(term: Term) -> tuple[object, ...]:
    return term.source, term.target, term.pos, term.case_sensitive, term.status, term.domain, term.note


@settings(max_examples=200, deadline=None)
@given(st.lists(TERM, max_size=5), st.sampled_from([b"source,target\n", ODD]), st.data())
def test_what_is_added_is_read_back_and_what_was_there_stays(
    terms: list[Term], start: bytes, data: st.DataObject
) -> None:
    document = Document.parse(start, "g.csv")
    lines = [record.raw for n, record in enumerate(document.records) if n != document.header]
    document = Document.parse(document.add(*terms).to_bytes(), "g.csv")
    read = [bare(term) for _, term in document.entries()]
    assert read[len(read) - len(terms) :] == [bare(term) for term in terms]
    raw = [record.raw for record in document.records]
    assert all(line in raw or line + "\r\n" in raw for line in lines)
    if terms:
        place = document.entries()[data.draw(st.integers(0, len(read) - 1))][0]
        rest = [r.raw for n, r in enumerate(document.records) if n != place]
        assert [r.raw for r in document.remove(place).records] == rest


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "g.csv"
    path.write_bytes(b"source,target\nbestand,truce\n")
    return path


def test_a_save_keeps_the_old_content_as_a_backup_and_the_mode(glossary: Path) -> None:
    glossary.chmod(0o640)
    store.change(glossary, lambda document: document.add(Term("raad", "council")))
    assert glossary.with_name("g.csv.bak").read_bytes() == b"source,target\nbestand,truce\n"
    assert glossary.read_bytes() == b"source,target\nbestand,truce\nraad,council\n"
    assert glossary.stat().st_mode & 0o777 == 0o640


def test_nothing_is_written_where_nothing_changed(glossary: Path) -> None:
    store.change(glossary, lambda document: document)
    assert not glossary.with_name("g.csv.bak").exists()


def test_a_save_through_a_link_changes_the_file_behind_it(glossary: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(glossary)
    store.change(link, lambda document: document.add(Term("raad", "council")))
    assert link.is_symlink()
    assert len(read_terms(glossary)) == 2


def test_a_crash_in_the_middle_leaves_the_old_file_whole(
    glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = glossary.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GlossaryError, match="No space left"):
        store.change(glossary, lambda document: document.add(Term("raad", "council")))
    assert glossary.read_bytes() == before
    assert not list(glossary.parent.glob("*.tmp")) + list(glossary.parent.glob(".*.tmp"))


@pytest.mark.parametrize("at", ["os.fsync", "Path.replace"])
def test_a_process_killed_while_writing_leaves_the_old_file_whole(glossary: Path, at: str) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom briefing.glossary import Term, store\n"
        f"{at} = lambda *_: os.kill(os.getpid(), 9)\n"
        "store.change(Path(sys.argv[1]), lambda d: d.add(Term('raad', 'council')))\n"
    )
    before = glossary.read_bytes()
    done = subprocess.run([sys.executable, "-c", script, str(glossary)], check=False)
    assert done.returncode == -9
    assert glossary.read_bytes() == before
    store.change(glossary, lambda document: document.add(Term("top", "summit")))
    assert [term.source for term in read_terms(glossary)] == ["bestand", "top"]
    assert glossary.with_name("g.csv.bak").read_bytes() == before
    assert not list(glossary.parent.glob(".*.tmp"))


def test_two_writers_at_once_lose_nothing(glossary: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom briefing.glossary import Term, store\n"
        "for n in range(25):\n"
        "    store.change(Path(sys.argv[1]), lambda d: d.add(Term(f'{sys.argv[2]}{n}', 'x')))\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(glossary), name]) for name in ("a", "b")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    expected = {"bestand"} | {f"{name}{n}" for name in "ab" for n in range(25)}
    assert {term.source for term in read_terms(glossary)} == expected


def test_a_lock_that_is_held_ends_in_a_clear_message(glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.05)
    script = "import sys\nfrom pathlib import Path\nfrom briefing.glossary import store\nwith store.locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(glossary)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(GlossaryError, match="another program"):
            store.change(glossary, lambda document: document.add(Term("raad", "council")))
        assert holder.stdin is not None
        holder.stdin.close()
        holder.wait(10)


def test_a_change_that_does_not_parse_is_refused(glossary: Path) -> None:
    before = glossary.read_bytes()
    with pytest.raises(GlossaryError):
        store.change(glossary, lambda document: document.add(Term("", "council")))
    assert glossary.read_bytes() == before


def test_overwriting_a_file_that_changed_meanwhile_is_refused(glossary: Path) -> None:
    with pytest.raises(GlossaryError, match="meanwhile"):
        store.overwrite(glossary, b"source,target\n", b"what was there before")


def test_a_column_of_others_with_a_line_break_stays_quoted():
    document = Document.parse(b'source;target;extra\nzaak;case;"p\nrecht"\n', "g.csv")
    place, term = document.entries()[0]
    changed = document.replace(place, replace(term, target="matter", status=TermStatus.ADMITTED))
    assert changed.to_bytes() == b'source;target;extra;status\nzaak;matter;"p\nrecht";admitted\n'
    assert Document.parse(changed.to_bytes(), "g.csv").entries()[0][1].status is TermStatus.ADMITTED
    mended = document.replace_fields({place: ("zaak", "matter", "p\rq")})
    assert mended.to_bytes() == b'source;target;extra\nzaak;matter;"p\rq"\n'
