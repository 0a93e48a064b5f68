"""The real model through the installed command, on the beginnings of two of the sample articles."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from itertools import accumulate
from pathlib import Path

import pytest
from docx import Document

from briefing.memo import SECTIONS

COMMAND = Path(sysconfig.get_path("scripts")) / "briefing"
SAMPLES = Path(__file__).parents[2] / "sources"
NAMES = (
    "2025-02-17-spoedberaad-parijs.txt",
    "2025-07-19-sancties-olie.txt",
)
WORDS = 230  # of an article; whole ones would be translated for minutes, three times
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not COMMAND.exists(), reason="the command is not installed: make setup"),
]
NO_SOCKETS = """
import socket

def _refuse(*_args, **_kwargs):
    raise SystemExit("a socket was opened")

class _NoSocket(socket.socket):
    def __new__(cls, *args, **kwargs):
        _refuse()

    connect = _refuse

socket.socket = _NoSocket
socket.create_connection = socket.getaddrinfo = _refuse
"""


def beginning(article):
    """Return the first lines of an article, in bytes as it has them."""
    lines = article.read_bytes().splitlines(keepends=True)
    words = list(accumulate(len(line.split()) for line in lines))
    return b"".join(line for line, before in zip(lines, [0, *words], strict=False) if before < WORDS)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A folder with two articles and the default glossary's place empty; one memory for all tests."""
    place = tmp_path_factory.mktemp("office")
    (place / "sources").mkdir()
    for name in NAMES:
        (place / "sources" / name).write_bytes(beginning(SAMPLES / name))
    (place / "hook").mkdir()
    (place / "hook" / "sitecustomize.py").write_text(NO_SOCKETS)
    return place


def surroundings(office, **environment):
    """Return the environment of every call: nothing of the tester's own, and the hook that refuses sockets."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(office / "home"),
        "LANG": "C",
        "BRIEFING_MEMORY": str(office / "memory.sqlite"),
        "SOURCE_DATE_EPOCH": "1757030400",
        "PYTHONPATH": str(office / "hook"),
        **environment,
    }


def run(office, *words, **environment):
    """Run the command as a user would, with no way to the network, and return what came of it."""
    done = subprocess.run(
        [str(COMMAND), *map(str, words)],
        cwd=office, env=surroundings(office, **environment), capture_output=True, timeout=900, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert b"a socket was opened" not in done.stderr
    return done


def cpu_of(action):
    before = os.times()
    result = action()
    after = os.times()
    spent = (after.children_user + after.children_system) - (before.children_user + before.children_system)
    return spent, result


@pytest.fixture(scope="module")
def built(office):
    """The first memo, and what it cost in CPU seconds."""
    spent, done = cpu_of(lambda: run(office, "build", "-o", "memo.docx", "--json"))
    assert done.returncode == 0, done.stderr.decode()
    return spent, office / "memo.docx", json.loads(done.stdout)


def test_the_memo_has_its_sections_and_every_link_its_bookmark(built):
    _, path, report = built
    assert report["articles"] == 2
    assert report["skipped"] == []
    document = Document(path)
    headings = {p.text for p in document.paragraphs if p.style.name.startswith("Heading")}
    assert {"Bottom line up front", "Key points", "Timeline", "Sources"} <= headings, headings
    assert len(headings) >= len(SECTIONS) - 2  # a section with nothing to say is left out
    body = document.element.body
    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert len(anchors) > 20
    assert anchors <= names
    assert document.core_properties.created.year == 2025


def test_a_second_build_gives_the_same_bytes_for_much_less_work(office, built):
    spent, path, _ = built
    again, done = cpu_of(lambda: run(office, "build", "-o", "again.docx"))
    assert done.returncode == 0
    assert (office / "again.docx").read_bytes() == path.read_bytes()
    assert again < spent / 2


def test_without_the_memory_the_bytes_are_the_same(office, built):
    assert run(office, "build", "-o", "fresh.docx", "--no-memory").returncode == 0
    assert (office / "fresh.docx").read_bytes() == built[1].read_bytes()


def test_the_moment_is_the_one_that_was_asked_for(office, built):
    assert run(office, "build", SOURCE_DATE_EPOCH="1735732800").returncode == 0
    assert (office / "output" / "briefing-2025-01-01.docx").read_bytes() != built[1].read_bytes()


def test_translate_gives_every_letter_of_the_article_back(office, built):
    done = run(office, "translate", "sources/2025-07-19-sancties-olie.txt", "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    (article,) = json.loads(done.stdout)["articles"]
    assert all(re.fullmatch(r"S1\.P\d+\.\d+", s["id"]) for s in article["sentences"])
    assert all(s["en"] and s["en"] != s["nl"] for s in article["sentences"] if len(s["nl"].split()) > 5)
    body = (office / "sources" / NAMES[1]).read_text(encoding="cp1252").partition("\n\n")[2]
    assert "".join("".join(s["nl"] for s in article["sentences"]).split()) == "".join(body.split())


def test_summarise_prints_five_sentences(office, built):
    done = run(office, "summarise", "sources", "--sentences", "5")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.decode().splitlines()) == 5


@pytest.mark.parametrize("words", [("glossary", "list"), ("doctor",), ("--help",)])
def test_other_commands_open_no_socket_either(office, words):
    assert run(office, *words).returncode == 0


@pytest.mark.parametrize(
    "statement",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    ],
)
def test_the_hook_refuses_sockets(office, statement):
    """The control: without it, that no refusal is seen elsewhere would prove nothing."""
    done = subprocess.run(
        [sys.executable, "-c", statement], env=surroundings(office), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (1, b"a socket was opened")


def test_the_installed_command_runs_under_the_hook(office):
    done = run(office, "--version", PYTHONVERBOSE="1")
    assert str(office / "hook" / "sitecustomize.py").encode() in done.stderr


def test_an_html_article_opens_no_socket(office):
    """Not even the one by which urllib3, which trafilatura brings along, looks for IPv6 when it is imported."""
    (page,) = SAMPLES.glob("*.html")
    html = page.read_text(encoding="utf-8")
    for paragraph in re.findall(r"<p\b.*?</p>", html, re.DOTALL)[6:]:
        html = html.replace(paragraph, "")
    (office / "page.html").write_text(html, encoding="utf-8")
    done = run(office, "translate", "page.html")
    assert done.returncode == 0
    assert len(done.stdout.split()) > 100
