"""Every format gives back what it can hold; strangers' files end in entries or a clear error."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import GlossaryError
from briefing.glossary import PartOfSpeech, Term, TermStatus, formats
from briefing.glossary.document import Document
from briefing.glossary.formats import tbx
from briefing.glossary.formats.cells import neutralise, restore
from briefing.glossary.merge import Rule, merge

TEXT = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=15)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: s and not s.startswith("'"))
)
PLAIN = (
    st.text("abcdé =+-@<&>\"'#", min_size=1, max_size=10)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: s and s[0] != "'")
)
TERM = st.builds(
    Term,
    source=TEXT | PLAIN,
    target=TEXT | PLAIN,
    pos=st.sampled_from([None, *PartOfSpeech]),
    case_sensitive=st.booleans(),
    status=st.sampled_from(list(TermStatus)),
    domain=st.just("") | st.text("abc ", max_size=8).map(lambda s: " ".join(s.split())),
    note=st.just("")
    | PLAIN
    | st.sampled_from(["[status: open]", "see [pos: noun]", "a [case: sensitive] b", "[status: keep]"]),
)


def bare(term: Term) -> tuple[object, ...]:
    return term.source, term.target, term.pos, term.case_sensitive, term.status, term.domain, term.note


def round_trip(terms: list[Term], kind: str, folder: Path, ending: str) -> list[Term]:
    path = folder / f"g{ending}"
    path.write_bytes(formats.write(terms, kind, tabs=ending == ".tsv").data)
    return formats.read(path, kind)


@pytest.mark.parametrize(
    ("kind", "ending"), [("csv", ".csv"), ("xlsx", ".xlsx"), ("omegat", ".tsv"), ("tbx", ".tbx")]
)
def test_nothing_is_lost_on_the_way_out_and_in(
    kind: str, ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp(kind)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(TERM, min_size=1, max_size=4, unique_by=lambda t: (t.source, t.target)))
    def check(terms: list[Term]) -> None:
        back = round_trip(terms, kind, folder, ending)
        assert sorted(map(repr, map(bare, back))) == sorted(map(repr, map(bare, terms)))

    check()


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
def test_deepl_keeps_the_decided_pairs_and_says_what_it_leaves_out(ending: str, tmp_path: Path) -> None:
    terms = [
        Term("bestand", "truce", PartOfSpeech.NOUN),
        Term("bestand", "file", status=TermStatus.FORBIDDEN),
        Term("DENK", "DENK", status=TermStatus.KEEP),
    ]
    exported = formats.write(terms, "deepl", tabs=ending == ".tsv")
    assert (len(exported.losses), exported.entries) == (3, 2)
    assert [(t.source, t.target) for t in round_trip(terms, "deepl", tmp_path, ending)] == [
        ("bestand", "truce"),
        ("DENK", "DENK"),
    ]


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
def test_deepl_gives_back_every_pair_that_it_holds(
    ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("deepl")

    @settings(max_examples=60, deadline=None)
    @given(st.lists(TERM, min_size=1, max_size=4, unique_by=lambda t: t.source))
    def check(terms: list[Term]) -> None:
        held = [t for t in terms if t.status in {TermStatus.PREFERRED, TermStatus.KEEP}]
        if held:
            back = round_trip(terms, "deepl", folder, ending)
            assert [(t.source, t.target) for t in back] == [(t.source, t.target) for t in held]

    check()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# by hand, in May\nsource;target\nbestand;truce\n", "csv"),
        ("bestand;truce\n", "deepl"),
        ("a,b,c\tbestand\nraad\tcouncil\n", "omegat"),
        ("bestand\ttruce\tnl\ten\r\n", "deepl"),
        ("# comment\rbestand\ttruce\r", "omegat"),
    ],
)
def test_the_delimiter_and_the_format_are_recognised_in_strangers_files(
    text: str, kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode())
    assert formats.guess(path, reading=True) == kind
    assert formats.read(path)[-1].target in {"truce", "council"}


@pytest.mark.parametrize("kind", ["csv", "deepl", "omegat"])
def test_no_exported_cell_is_run_by_a_spreadsheet(kind: str) -> None:
    starts = ["=1+1", "+31", "-x", "@SUM(A1)", "'=1"]
    terms = [Term(start, start, note=start, domain=start) for start in starts]
    text = formats.write(terms, kind).data.decode("utf-8-sig")
    cells = [
        cell
        for row in csv.reader(text.splitlines(), delimiter="\t" if kind == "omegat" else ",")
        for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert sum(cell.startswith("'") for cell in cells) >= 2 * len(starts)


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("bestand,truce", ("bestand", "truce")),
        ("bestand,truce,nl,en-GB", ("bestand", "truce")),
        ("truce,bestand,EN,NL", ("bestand", "truce")),
        ('bestand,truce,nl,en,"0.8"', ("bestand", "truce")),
        ("#bestand,truce", ("#bestand", "truce")),
    ],
)
def test_deepl_files_have_two_to_five_columns(line: str, pair: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text(line + "\n", encoding="utf-8")
    assert [(t.source, t.target) for t in formats.read(path, "deepl")] == [pair]


def test_the_format_is_recognised(tmp_path: Path) -> None:
    term = Term("bestand", "truce", PartOfSpeech.NOUN, note="n")
    for kind, ending in [
        ("csv", ".csv"),
        ("deepl", ".csv"),
        ("omegat", ".txt"),
        ("tbx", ".xml"),
        ("xlsx", ".xlsx"),
    ]:
        path = tmp_path / f"{kind}{ending}"
        path.write_bytes(formats.write([term], kind).data)
        assert formats.guess(path, reading=True) == kind
    with pytest.raises(GlossaryError, match="no glossary format"):
        formats.guess(tmp_path / "x.pdf", reading=True)


@given(st.text(max_size=20))
def test_no_cell_is_left_that_a_spreadsheet_runs(value: str) -> None:
    safe = neutralise(value)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restore(safe) == value or value.startswith("'")


def test_a_workbook_holds_no_formula() -> None:
    import openpyxl

    data = formats.write([Term("=1+1", '=HYPERLINK("http://x")')], "xlsx").data
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet[2]][:2] == ["s", "s"]


TBX2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1">
<descripGrp><descrip type="subjectField">security</descrip></descripGrp>
<langSet xml:lang="nl-NL"><tig><term>bestand</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="en-GB"><ntig><termGrp><term>truce</term></termGrp></ntig>
<tig><term>file</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry><min:subjectField>security</min:subjectField>
<langSec xml:lang="nl"><termSec><term>bestand</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="en"><termSec><term>truce</term></termSec>
<termSec><term>file</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize("document", [TBX2, DCT], ids=["version 2", "version 3 DCT"])
def test_other_programs_tbx_is_read(document: str) -> None:
    found = tbx.parse(document.encode(), "g.tbx")
    assert [(t.source, t.target, t.status.value, t.pos, t.domain) for t in found] == [
        ("bestand", "truce", "preferred", PartOfSpeech.NOUN, "security"),
        ("bestand", "file", "forbidden", PartOfSpeech.NOUN, "security"),
    ]


BOMB = '<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx><text>&b;</text></tbx>'
OUTSIDE = '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>'


@pytest.mark.parametrize("text", ["", "plain", "<a/>", "<tbx>", "<tbx/>", BOMB, OUTSIDE, "<tbx>&nbsp;</tbx>"])
def test_xml_that_is_no_tbx_or_not_safe_ends_in_a_clear_error(text: str) -> None:
    with pytest.raises(GlossaryError, match=r"^g\.tbx"):
        tbx.parse(text.encode(), "g.tbx")


@pytest.mark.parametrize("kind", formats.NAMES)
def test_any_bytes_end_in_entries_or_a_clear_error(
    kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp(kind) / "fuzz.bin"
    whole = formats.write([Term("bestand", "truce", PartOfSpeech.NOUN, note="n")], kind).data

    @settings(max_examples=80, deadline=None)
    @given(st.binary(max_size=80), st.integers(0, len(whole)), st.booleans())
    def check(junk: bytes, at: int, cut: bool) -> None:
        path.write_bytes(whole[:at] + junk + (b"" if cut else whole[at + len(junk) :]))
        message, found = str(path), []
        try:
            found = formats.read(path, kind)
        except GlossaryError as error:
            message = error.message
        assert str(path) in message
        assert all(isinstance(term, Term) for term in found)

    check()


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.glossary.formats import xlsx

    monkeypatch.setattr(xlsx, "_MAX_UNPACKED", 1000)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 5000)
    with pytest.raises(GlossaryError, match="unpacked"):
        formats.read(path)


OURS = b"source,target,pos,status,note\nbestand,truce,noun,,mine\nraad,council,,,\n"


def merged(rule: Rule, *theirs: Term, answer: bool = True) -> tuple[str, tuple[int, int, int]]:
    result = merge(Document.parse(OURS, "g.csv"), theirs, rule, lambda _ours, _theirs: answer)
    return result.document.to_bytes().decode(), (result.added, result.changed, result.unchanged)


def test_a_pair_that_we_lack_is_added_under_every_rule() -> None:
    for rule in Rule:
        text, counts = merged(rule, Term("top", "summit"))
        assert text.endswith("top,summit,,,\n")
        assert counts == (1, 0, 0)


def test_a_second_admitted_rendering_is_no_conflict() -> None:
    text, counts = merged(Rule.OURS, Term("bestand", "ceasefire", status=TermStatus.ADMITTED))
    assert "bestand,ceasefire,,admitted," in text
    assert counts == (1, 0, 0)


def test_a_pair_of_ours_that_becomes_their_preferred_one_ends_the_other() -> None:
    admitted = Term("bestand", "ceasefire", status=TermStatus.ADMITTED)
    first = merge(Document.parse(OURS, "g.csv"), [admitted], Rule.OURS).document
    theirs = [Term("bestand", "ceasefire")]
    result = merge(first, theirs, Rule.THEIRS)
    assert (result.added, result.changed, result.unchanged) == (0, 1, 0)
    assert (
        result.document.to_bytes()
        == b"source,target,pos,status,note\nraad,council,,,\nbestand,ceasefire,,,\n"
    )
    assert merge(first, theirs, Rule.OURS).document == first


def test_entries_of_theirs_leave_each_other_alone() -> None:
    bank = [Term("bank", "bank", domain="finance"), Term("bank", "sofa", domain="furniture")]
    empty = Document.parse(b"source,target,domain\n", "g.csv")
    result = merge(empty, bank, Rule.OURS)
    assert (result.added, result.unchanged) == (2, 0)
    ours = Document.parse(b"source,target,domain\nbank,bench,\n", "g.csv")
    text = merge(ours, bank, Rule.THEIRS).document.to_bytes().decode()
    assert text == "source,target,domain\nbank,bank,finance\nbank,sofa,furniture\n"


@pytest.mark.parametrize(
    ("rule", "answer", "taken"),
    [(Rule.OURS, True, False), (Rule.THEIRS, False, True), (Rule.ASK, True, True), (Rule.ASK, False, False)],
)
def test_the_rule_decides_between_two_preferred_renderings(rule: Rule, answer: bool, taken: bool) -> None:
    text, counts = merged(rule, Term("bestand", "armistice", PartOfSpeech.NOUN), answer=answer)
    assert ("bestand,armistice,noun,,mine\n" in text) is taken
    assert ("bestand,truce,noun,,mine\n" in text) is not taken
    assert counts == ((0, 1, 0) if taken else (0, 0, 1))


@pytest.mark.parametrize("order", [1, -1])
def test_merging_a_file_with_itself_changes_nothing(order: int) -> None:
    ours = Document.parse(b"source,target\nkernwapen,nuclear weapon\nkernwapen,nuke\n", "g.csv")
    theirs = [term for _, term in ours.entries()][::order]
    result = merge(ours, theirs, Rule.THEIRS)
    assert (result.added, result.changed, result.unchanged, result.document) == (0, 0, 2, ours)
