"""The contract of build, translate and summarise, with a fake engine in place of the model."""

import errno
import json
import os
from pathlib import Path

import pytest
from cli_builders import ARTICLE, ENGLISH, GERMAN, OTHER, FakeEngine

from briefing.cli import output, setup
from briefing.errors import ModelError, OutputError


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An office: two articles in sources/, a memory elsewhere, no setting in the environment."""
    for name in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(name)
    place = tmp_path / "office"
    (place / "sources").mkdir(parents=True)
    monkeypatch.chdir(place)
    monkeypatch.setenv("BRIEFING_MEMORY", str(tmp_path / "memory.sqlite"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1743163200")
    (place / "sources" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (place / "sources" / "b.txt").write_text(OTHER, encoding="utf-8")
    return place


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    fake = FakeEngine()

    def engine_for(language):
        if language != "nl":
            raise ModelError(
                f"No installed model translates from {language!r}.",
                f"Install one: briefing models install translate-{language}_en",
            )
        return fake

    monkeypatch.setattr(setup, "engines_for", lambda chosen: engine_for)
    return fake


def test_build_names_its_memo_after_the_date_and_never_overwrites(run, folder):
    for name in ("briefing-2025-04-02.docx", "briefing-2025-04-02-2.docx", "briefing-2025-04-02-3.docx"):
        code, out, err = run("build", "--date", "2025-04-02")
        assert (code, out) == (0, b"")
        assert f"Wrote output/{name}" in err
        assert (folder / "output" / name).read_bytes().startswith(b"PK")


def test_the_bytes_depend_neither_on_the_name_nor_on_the_memory(run, folder, engine):
    run("build", "-o", "one.docx")
    first = engine.asked
    run("build", "-o", "two.docx")
    assert engine.asked == first > 0
    run("build", "-o", "three.docx", "--no-memory")
    assert engine.asked == 2 * first
    assert len({(folder / f"{name}.docx").read_bytes() for name in ("one", "two", "three")}) == 1


@pytest.mark.parametrize(
    ("name", "start"),
    [("m.html", b"<!DOCTYPE html"), ("m.md", b""), ("m.json", b"{"), ("m.docx", b"PK"), ("m.x", b"PK")],
)
def test_the_form_follows_the_name(run, folder, name, start):
    assert run("build", "-o", name)[0] == 0
    assert (folder / name).read_bytes().lower().startswith(start.lower())


def test_format_stands_above_the_name(run, folder):
    assert run("build", "-o", "m.docx", "--format", "json")[0] == 0
    assert json.loads((folder / "m.docx").read_text())


def test_an_output_that_exists_is_refused_before_any_work(run, folder, engine):
    (folder / "m.docx").write_text("mine")
    for command in ("build", "translate"):
        code, _, err = run(command, "sources", "-o", "m.docx")
        assert code == 2
        assert "m.docx exists already" in err
        assert "--force" in err
    assert engine.asked == 0
    assert (folder / "m.docx").read_text() == "mine"
    assert run("build", "-o", "m.docx", "--force")[0] == 0
    assert (folder / "m.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "--sections", "timeline,nonsense"), "nonsense"),
        (("build", "--date", "yesterday"), "--date"),
        (("build", "--date", "2025-03"), "YYYY-MM-DD"),
        (("build", "--date", "2025-02-30"), "2025-02-30"),
        (("build", "--since", "soon"), "--since"),
        (("build", "--until", "2025-13"), "--until"),
        (("build", "--format", "pdf"), "docx, html, md, json"),
        (("build", "--algorithm", "magic"), "magic"),
        (("build", "--sentences", "0"), "--sentences"),
        (("build", "--glossary", "none.csv"), "none.csv"),
        (("build", "--glossary", "none.csv", "--no-glossary"), "do not go together"),
        (("build", "none.txt"), "none.txt"),
        (("build", "-o", "none/m.docx"), "mkdir -p none"),
        (("build", "-o", "sources"), "is a folder"),
        (("build", "--template", "none.docx"), "none.docx"),
        (("build", "--paper", "a3"), "a3"),
        (("build", "--since", "2030"), "period"),
        (("build", "--bogus"), "--bogus"),
        (("translate",), "nothing to translate"),
        (("translate", "sources", "--format", "pdf"), "text, json, docx, html, md, tmx"),
        (("summarise",), "nothing to summarise"),
        (("summarise", "sources", "--sentences", "2", "--words", "9"), "do not go together"),
        (("summarise", "sources", "--from-language", "fr"), "neither nl nor en"),
        (("summarise", "sources", "--format", "docx"), "text or json"),
        (("nonsense",), "nonsense"),
    ],
)
def test_wrong_use_is_one_message_and_exit_code_2(run, engine, words, said):
    code, out, err = run(*words)
    assert (code, out) == (2, b"")
    assert said in err
    assert engine.asked == 0


def test_no_sources_folder_and_an_empty_one_say_what_to_do(run, folder):
    for file in (folder / "sources").iterdir():
        file.unlink()
    code, _, err = run("build")
    assert code == 2
    assert "holds no article" in err
    (folder / "sources").rmdir()
    code, _, err = run("build")
    assert code == 2
    assert "no folder sources/" in err


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("binary.txt", bytes(range(256)) * 40), ("big.txt", b"Een woord. " * 1_900_000)],
)
def test_a_bad_file_among_good_ones_is_skipped_and_named(run, folder, name, content):
    (folder / "sources" / name).write_bytes(content)
    code, out, err = run("build", "--json", "-o", "m.docx")
    assert code == 3
    assert f"Skipped sources/{name}: " in err
    report = json.loads(out)
    assert [entry["source"] for entry in report["skipped"]] == [f"sources/{name}"]
    assert report["articles"] == 2
    assert (folder / "m.docx").exists()


def test_a_german_article_is_skipped_with_the_next_step_and_language_overrides(run, folder):
    (folder / "sources" / "g.txt").write_text(GERMAN, encoding="utf-8")
    code, _, err = run("build", "-o", "m.docx")
    assert code == 3
    assert "Skipped sources/g.txt" in err
    assert "briefing models install translate-de_en" in err
    code, out, _ = run("translate", "sources/g.txt", "--language", "nl")
    assert code == 0
    assert out.startswith(b"EN Der Minister")


def test_an_english_article_is_taken_as_it_is(run, folder, engine):
    (folder / "e.txt").write_text(ENGLISH)
    code, out, _ = run("translate", "e.txt", "--format", "json")
    assert (code, engine.asked) == (0, 0)
    (article,) = json.loads(out)["articles"]
    assert article["language"] == "en"
    assert all(s["nl"] == s["en"] for s in article["sentences"])


def test_the_same_text_is_briefed_once_and_said_so(run, folder):
    (folder / "sources" / "c.txt").write_text(ARTICLE, encoding="utf-8")
    code, out, err = run("build", "--json")
    assert code == 0
    assert json.loads(out)["duplicates"] == [{"source": "sources/c.txt", "same_as": "sources/a.txt"}]
    assert "sources/c.txt has the same text as sources/a.txt" in err


def test_translate_json_has_the_shape_of_the_contract(run):
    code, out, err = run("translate", "sources/a.txt", "--format", "json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert set(document) == {"signature", "articles"}
    (article,) = document["articles"]
    assert set(article) == {"source", "date", "title", "language", "sentences"}
    assert (article["date"], article["title"]) == ("2025-03-28", "Top in Parijs")
    assert [s["id"] for s in article["sentences"]] == ["S1.P1.1", "S1.P1.2", "S1.P2.1", "S1.P2.2"]
    assert all(set(s) == {"id", "kind", "nl", "en", "terms", "flags"} for s in article["sentences"])
    body = ARTICLE.partition("\n\n")[2]
    assert " ".join(s["nl"] for s in article["sentences"]) == " ".join(body.split())


def test_summarise_prints_bare_sentences_and_its_json(run):
    code, out, err = run("summarise", "sources", "--sentences", "3")
    assert (code, err) == (0, "")
    lines = out.decode().splitlines()
    assert len(lines) == 3
    assert all(line.startswith("EN ") for line in lines)
    document = json.loads(run("summarise", "sources", "--sentences", "3", "--format", "json")[1])
    assert [s["en"] for s in document["sentences"]] == lines
    assert [s["order"] for s in document["sentences"]] == [1, 2, 3]
    assert set(document["sentences"][0]) == {"id", "nl", "en", "score", "order"}
    assert run("summarize", "sources", "--sentences", "3")[1] == out


@pytest.mark.parametrize("words", [1, 12, 25])
def test_words_is_never_exceeded(run, words):
    code, out, _ = run("summarise", "sources", "--words", words)
    assert code == 0
    assert len(out.split()) <= words


def test_english_input_is_summarised_without_an_engine(run, folder, engine):
    (folder / "e.txt").write_text(ENGLISH)
    code, out, _ = run("summarise", "e.txt", "--from-language", "en", "--sentences", "1")
    assert (code, engine.asked) == (0, 0)
    assert out.decode().strip() in ENGLISH


@pytest.mark.parametrize("command", ["build", "translate"])
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_half_written(run, folder, monkeypatch, command):
    (folder / "m.docx").write_text("mine")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(output.os, "fsync", full)
    before = sorted(folder.iterdir())
    code, _, err = run(command, "sources", "-o", "m.docx", "--force")
    assert code == 2
    assert "No space left" in err
    assert (folder / "m.docx").read_text() == "mine"
    assert sorted(folder.iterdir()) == before


def test_ctrl_c_leaves_no_half_memo(run, folder, engine):
    engine.error = KeyboardInterrupt()
    code, out, err = run("build", "-o", "m.docx")
    assert (code, out) == (130, b"")
    assert "Stopped" in err
    assert not list(folder.glob("*m.docx*"))


def test_a_pipe_is_written_to_and_never_replaced(run, folder):
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("translate", "sources/a.txt", "-o", "pipe", "--force")[0] == 0
        assert os.read(reader, 4096).startswith(b"EN ")
    finally:
        os.close(reader)
    assert (folder / "pipe").is_fifo()


@pytest.mark.parametrize("command", ["build", "translate"])
@pytest.mark.parametrize("read", ["sources/a.txt", "link.txt", "g.csv", "memory.sqlite"])
def test_what_a_command_reads_it_never_replaces(run, folder, command, read):
    (folder / "g.csv").write_text("nl,en\nvrede,peace\n")
    (folder / "memory.sqlite").write_bytes(b"")
    (folder / "link.txt").symlink_to("sources/a.txt")
    before = (folder / read).read_bytes()
    flags = ("--glossary", "g.csv", "--memory", "memory.sqlite", "-o", read, "--format", "html", "--force")
    code, out, err = run(command, "sources", *flags)
    assert (code, out) == (2, b"")
    assert "would be lost" in err
    assert (folder / read).read_bytes() == before


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(run, folder):
    (folder / "real.md").write_text("old")
    (folder / "link.md").symlink_to("real.md")
    assert run("build", "-o", "link.md")[0] == 2
    assert run("build", "-o", "link.md", "--force")[0] == 0
    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_text() != "old"


def test_the_flag_goes_before_the_environment_and_that_before_the_file(run, folder, monkeypatch):
    (folder / "briefing.toml").write_text('title = "From the file"\n')
    assert b"From the file" in run("build", "-o", "-", "--format", "md")[1]
    monkeypatch.setenv("BRIEFING_TITLE", "From the environment")
    assert b"From the environment" in run("build", "-o", "-", "--format", "md")[1]
    assert b"From the flag" in run("build", "-o", "-", "--format", "md", "--title", "From the flag")[1]
    (folder / "briefing.toml").write_text("titel = 1\n")
    code, _, err = run("build")
    assert code == 2
    assert "briefing.toml:1" in err


def test_template_is_written_whole_and_never_over_another(run, folder):
    assert run("template", "--paper", "a3")[0] == 2
    assert run("template", "-o", "none/t.docx")[0] == 2
    assert sorted(path.name for path in folder.iterdir()) == ["sources"]
    assert run("template")[0] == 0
    assert (folder / "office.docx").read_bytes().startswith(b"PK")
    assert run("template")[0] == 2
    assert run("template", "--force")[0] == 0
    assert run("build", "--template", "office.docx")[0] == 0


def test_dates_and_the_format_may_be_set_once_for_all(run, folder, monkeypatch):
    (folder / "briefing.toml").write_text(
        'format = "html"\ndate = 2025-06-01\nsince = "2025-05"\n', encoding="utf-8"
    )
    code, out, _ = run("build", "--json")
    written = folder / "output" / "briefing-2025-06-01.html"
    assert (code, json.loads(out)["articles"], written.is_file()) == (0, 1, True)
    assert run("build", "-o", "m.md")[0] == 0  # the ending that is asked for goes before what is set
    assert (folder / "m.md").read_text(encoding="utf-8").startswith("#")
    assert run("build", "--format", "json", "-o", "m.html")[0] == 0
    assert json.loads((folder / "m.html").read_text(encoding="utf-8"))
    monkeypatch.setenv("BRIEFING_UNTIL", "2025-04")
    code, _, err = run("summarise", "sources")
    assert (code, "briefing.toml:3 2025-05 is later than BRIEFING_UNTIL 2025-04" in err) == (2, True)
    monkeypatch.setenv("BRIEFING_DATE", "2025-06")
    assert "BRIEFING_DATE: '2025-06' is not a day" in run("build")[2]
    monkeypatch.setenv("BRIEFING_FORMAT", "odt")
    assert "BRIEFING_FORMAT: there is no format 'odt'" in run("build")[2]


def test_a_tilde_in_a_setting_is_the_home(run, folder, monkeypatch, tmp_path):
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "office.csv").write_text("source,target\nbestand,truce\n", encoding="utf-8")
    (folder / "briefing.toml").write_text('glossary = ["~/office.csv"]\n', encoding="utf-8")
    code, out, _ = run("doctor", "--json")
    assert (code, "office.csv" in out.decode()) == (0, True)
    assert run("build", "--format", "html")[0] == 0


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such name here")
def test_standard_output_by_another_name_is_standard_output(run):
    code, out, _ = run("glossary", "export", "-o", "/dev/stdout")
    assert (code, b"source,target" in out) == (0, True)
    code, out, err = run("memory", "export", "-o", "/dev/stdout")
    assert (code, b"<tmx" in out, "Wrote" in err) == (0, True, False)


def test_doctor_shows_what_is_sound_and_which_setting_won(run, monkeypatch):
    monkeypatch.setenv("BRIEFING_TITLE", "Weekly")
    code, out, _ = run("doctor", "--json")
    document = json.loads(out)
    assert (code, all(f["sound"] for f in document["findings"])) == (0, True)
    assert {"name": "title", "value": "Weekly", "origin": "BRIEFING_TITLE"} in document["settings"]
    monkeypatch.setenv("BRIEFING_GLOSSARY", "none.csv")
    code, out, _ = run("doctor")
    assert code == 1
    assert b"BAD  glossary" in out


def test_doctor_finds_a_damaged_installed_model_and_makes_no_memory(run, tmp_path, monkeypatch):
    memory = tmp_path / "none" / "memory.sqlite"
    monkeypatch.setenv("BRIEFING_MEMORY", str(memory))
    models = tmp_path / "models"
    monkeypatch.setenv("BRIEFING_MODELS", str(models))
    code, out, _ = run("doctor")
    assert (code, memory.parent.exists()) == (0, False)
    assert b"none yet" in out
    package = models / "translate-de_en-1_0"
    package.mkdir(parents=True)
    (package / "metadata.json").write_text("{")
    code, out, _ = run("doctor")
    assert code == 1
    assert b"BAD  installed" in out
    assert b"models remove translate-de_en-1_0" in out


def test_an_output_name_taken_meanwhile_is_not_overwritten(folder):
    (folder / "m.docx").write_text("mine")
    with pytest.raises(OutputError):
        output.write("m.docx", b"other", force=False)
    assert (folder / "m.docx").read_text() == "mine"
    assert sorted(path.name for path in folder.iterdir()) == ["m.docx", "sources"]


def test_a_name_that_is_taken_while_we_work_gets_the_next_number(tmp_path, monkeypatch):
    """Two builds at once: neither replaces nor refuses the other."""
    real = output.free_name
    asked = []

    def late(folder, stem, suffix):
        path = real(folder, stem, suffix)
        if not asked:
            path.write_bytes(b"the other's")
        asked.append(path)
        return path

    monkeypatch.setattr(output, "free_name", late)
    written = output.write_new(tmp_path, "briefing-2025-09-05", ".md", b"ours")
    assert written == str(tmp_path / "briefing-2025-09-05-2.md")
    assert asked[0].read_bytes() == b"the other's"
    assert (tmp_path / "briefing-2025-09-05-2.md").read_bytes() == b"ours"
