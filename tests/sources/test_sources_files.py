"""Which files the arguments mean, and what is said of those that cannot be read."""

import io
import os
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.sources import STDIN, duplicates, find, read, read_bytes
from briefing.sources.reader import MAX_FILE, MAX_TEXT

TEXT = "De ministers spraken in Warschau over de begroting, maar namen geen besluit."


def write(path, text=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_a_folder_gives_its_articles_and_those_of_its_subfolders_in_name_order(tmp_path):
    for name in ("c.md", "a.txt", "b/2.html", "b/1.docx", "b/10.pdf", "d"):
        write(tmp_path / name)
    found = [os.path.relpath(file, tmp_path) for file in find([str(tmp_path)])]
    assert found == ["a.txt", "b/1.docx", "b/10.pdf", "b/2.html", "c.md", "d"]


def test_hidden_files_readmes_locks_and_other_kinds_in_a_folder_are_passed_over(tmp_path):
    for name in (
        ".a.txt",
        ".git/b.txt",
        "README.md",
        "readme.txt",
        "README",
        "x.csv",
        "x.png",
        "~$a.docx",
        "LICENSE",
    ):
        write(tmp_path / name)
    write(tmp_path / "artikel.TXT")
    assert find([str(tmp_path)]) == (str(tmp_path / "artikel.TXT"),)


def test_a_file_named_by_itself_is_taken_whatever_its_name(tmp_path):
    paths = [write(tmp_path / name) for name in ("README.md", ".verborgen", "x.csv")]
    assert find(paths) == tuple(paths)


def test_the_order_of_the_arguments_is_kept_and_a_file_comes_once(tmp_path):
    first, second = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    again = str(tmp_path / ".." / tmp_path.name / "b.txt")
    assert find([second, STDIN, str(tmp_path), again, STDIN]) == (second, STDIN, first)


def test_a_link_to_a_file_or_a_circle_of_folders_gives_each_article_once(tmp_path):
    first = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(first)
    (tmp_path / "lus").symlink_to(tmp_path)
    assert find([str(tmp_path)]) == (first,)


def test_no_arguments_mean_no_files():
    assert find([]) == ()


def test_a_missing_path_is_named_with_the_nearest_name(tmp_path):
    write(tmp_path / "artikel.txt")
    with pytest.raises(SourceError, match=r"artikkel\.txt: there is no such") as caught:
        find([str(tmp_path / "artikkel.txt")])
    assert str(tmp_path / "artikel.txt") in caught.value.hint


@pytest.mark.parametrize("path", ["", "\0", "x" * 5000, "nergens/niets.txt"])
def test_an_impossible_path_is_a_source_error(path):
    with pytest.raises(SourceError):
        find([path])
    with pytest.raises(SourceError):
        read(path)


def test_a_folder_without_an_article_is_named(tmp_path):
    write(tmp_path / "README.md")
    with pytest.raises(SourceError, match="holds no article") as caught:
        find([str(tmp_path)])
    assert str(tmp_path) in caught.value.message
    assert ".docx" in caught.value.hint


def test_reading_a_folder_or_a_missing_file_is_a_source_error(tmp_path):
    with pytest.raises(SourceError, match="is a folder"):
        read(str(tmp_path))
    with pytest.raises(SourceError, match="no such file"):
        read(str(tmp_path / "weg.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_a_source_error(tmp_path):
    path = write(tmp_path / "a.txt")
    Path(path).chmod(0)
    with pytest.raises(SourceError, match="cannot be read"):
        read(path)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"title: Top\n", b"--\n--", b"<p></p>"]
)
def test_a_file_without_text_is_refused(data, tmp_path):
    path = write(tmp_path / "leeg.txt", data)
    with pytest.raises(SourceError, match=r"leeg\.txt holds no text"):
        read(path)


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"{\\rtf1 Tekst}", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_its_kind(start, what):
    with pytest.raises(SourceError, match=what) as caught:
        read_bytes(start + b"\0" * 20, "artikel.txt")
    assert "docx" in caught.value.hint


def test_a_text_of_twenty_megabytes_is_refused_with_size_and_limit(tmp_path):
    path = write(tmp_path / "groot.txt", (TEXT + "\n") * (20_000_000 // len(TEXT)))
    with pytest.raises(SourceError, match=r"20\.\d MB, where at most 5 MB") as caught:
        read(path)
    assert caught.value.hint


def test_a_file_beyond_all_measure_is_not_even_read_whole():
    endless = io.BytesIO(b"a" * (MAX_FILE + 10))
    with pytest.raises(SourceError, match="standard input is too large"):
        read(STDIN, stdin=endless)
    assert endless.tell() == MAX_FILE + 1


def test_a_text_just_under_the_limit_is_read():
    line = TEXT + "\n"
    article = read_bytes((line * (MAX_TEXT // len(line))).encode(), "a.txt", language="nl")
    assert len(article.blocks) == MAX_TEXT // len(line)


def test_standard_input_is_read_as_a_file_is():
    article = read(STDIN, stdin=io.BytesIO(f"date: 2025-03\n\n{TEXT}".encode()))
    assert (article.source, article.date.isoformat(), article.text) == ("-", "2025-03", TEXT)


def test_the_source_is_the_path_as_given(tmp_path, monkeypatch):
    write(tmp_path / "map" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [read(path).source for path in find(["map"])] == [str(Path("map") / "a.txt")]


def test_articles_with_the_same_text_are_found_whatever_their_white_space():
    texts = [
        TEXT,
        "Iets anders gebeurde gisteren in Riga.",
        TEXT.replace(" ", "  "),
        f"date: 2025\n{TEXT}",
        TEXT[:-1],
    ]
    articles = [read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    assert duplicates(articles) == ((0, 2), (0, 3))
    assert duplicates([]) == ()


def test_documents_that_cannot_be_read_are_taken_from_a_folder_to_be_named(tmp_path):
    for name in ("a.txt", "b.doc", "c.odt", "d.rtf", "e.xlsx"):
        write(tmp_path / name)
    (tmp_path / "f.txt").symlink_to("nowhere.txt")
    (tmp_path / "g.png").symlink_to("nowhere.png")
    assert [Path(found).name for found in find([str(tmp_path)])] == [
        "a.txt",
        "b.doc",
        "c.odt",
        "d.rtf",
        "f.txt",
    ]


def test_what_cannot_be_examined_is_named_with_the_rest_of_its_folder(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Tekst.", encoding="utf-8")
    examine = os.stat

    def refuse(path, *args, **kwargs):
        if str(path).endswith("b.txt"):
            raise PermissionError(13, "Permission denied")
        return examine(path, *args, **kwargs)

    monkeypatch.setattr(os, "stat", refuse)
    assert find([str(tmp_path)]) == (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
