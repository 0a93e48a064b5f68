"""What a careless or hostile user does to the command line: odd names, closed streams, nonsense, Ctrl-C."""

import io
import json
import os
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest
from cli_builders import ARTICLE, ENGLISH, FakeEngine

from briefing import engines
from briefing.cli import setup
from briefing.engines import batches
from briefing.memory import read_tmx

COMMAND = Path(sysconfig.get_path("scripts")) / "briefing"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder with one article, a memory elsewhere, no setting in the environment, a fake engine."""
    for name in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(name)
    place = tmp_path / "office"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("BRIEFING_MEMORY", str(tmp_path / "memory.sqlite"))
    monkeypatch.setattr(setup, "engines_for", lambda chosen: lambda language: FakeEngine())
    (place / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return place


ODD_NAMES = ["new\nline.txt", "ümlaut é.txt", "two  spaces.txt", "-x.txt", "bad\udcff.txt", "\x1b[31m.txt"]


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("form", ["text", "json", "html", "md", "docx", "tmx"])
def test_a_file_may_have_any_name(run, folder, name, form):
    (folder / name).write_text(ARTICLE, encoding="utf-8")
    code, out, _ = run("translate", "--format", form, "-o", "-", "--", name)
    assert code == 0
    if form == "json":
        assert json.loads(out)["articles"][0]["source"] == name.replace("\udcff", "?")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_memo_and_its_report_may_have_any_name(run, folder, name):
    (folder / name).write_text("", encoding="utf-8")
    code, out, _ = run("build", "--json", "--format", "docx", "-o", f"memo {name}", "--", "a.txt", name)
    assert code == 3
    assert (folder / f"memo {name}").read_bytes().startswith(b"PK")
    assert len(json.loads(out)["skipped"]) == 1


def test_a_closed_standard_input_is_a_message(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    code, out, err = run("translate", "-")
    assert (code, out) == (2, b"")
    assert "Standard input is closed" in err


def test_a_terminal_that_lacks_a_letter_gets_an_escape(run, monkeypatch):
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(shown, encoding="iso8859-1"))
    assert run("models", "list")[0] == 0
    assert b"\\u2192" in shown.getvalue()


def test_a_reader_that_goes_away_is_no_failure(folder):
    """`briefing glossary list --json | true`: the list is longer than a pipe holds."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "glossary", "list", "--json"],
        stdout=writer, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("count", ["0", "257", "99999", "many"])
def test_a_number_of_workers_that_no_machine_has_is_refused(run, monkeypatch, count):
    monkeypatch.setenv("BRIEFING_WORKERS", count)
    code, _, err = run("translate", "a.txt")
    assert code == 2
    assert "BRIEFING_WORKERS" in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'title = "\xe9"', "briefing.toml cannot be read: it is not in UTF-8."),
        ("title = 'a'".encode("utf-16"), "briefing.toml cannot be read: it is not in UTF-8."),
        (None, "briefing.toml cannot be read: Is a directory."),
    ],
)
def test_settings_that_cannot_be_read_are_one_plain_sentence(run, folder, content, said):
    if content is None:
        (folder / "briefing.toml").mkdir()
    else:
        (folder / "briefing.toml").write_bytes(content)
    code, _, err = run("translate", "a.txt")
    assert code == 2
    assert said in err


def test_tmx_says_what_no_person_reviewed_and_leaves_english_articles_out(run, folder):
    (folder / "e.txt").write_text(ENGLISH)
    run("translate", "a.txt")
    corrected = "De minister sprak gisteren in Parijs over een bestand."
    assert run("memory", "correct", corrected, "The minister spoke of a truce.")[0] == 0
    assert run("translate", "a.txt", "e.txt", "-o", "t.tmx")[0] == 0
    contents = read_tmx(folder / "t.tmx")
    assert [c.nl for c in contents.corrections] == [corrected]
    assert len(contents.entries) == 3
    assert b"London" not in (folder / "t.tmx").read_bytes()


@pytest.mark.parametrize("command", ["build", "summarise"])
def test_a_period_that_ends_before_it_begins_is_refused(run, command):
    code, out, err = run(command, "a.txt", "--since", "2025-05", "--until", "2025-04")
    assert (code, out) == (2, b"")
    assert "--since 2025-05 is later than --until 2025-04" in err
    assert run(command, "a.txt", "--since", "2025-03", "--until", "2025-03")[0] == 0


def test_only_the_annex_and_no_annex_leave_nothing_to_write(run, folder):
    code, _, err = run("build", "a.txt", "--bilingual-only", "--no-annex")
    assert code == 2
    assert "nothing to write" in err
    (folder / "briefing.toml").write_text("annex = false")
    code, out, _ = run("build", "a.txt", "--bilingual-only", "--format", "md", "-o", "-")
    assert code == 0
    assert b"## Annex A" in out
    code, _, err = run("build", "a.txt", "--no-annex", "--sections", "annex")
    assert (code, "--sections and --no-annex leave nothing to write" in err) == (2, True)
    code, out, _ = run("build", "a.txt", "--sections", "annex", "--format", "md", "-o", "-")
    assert (code, b"## Annex A" in out) == (0, True)


def test_no_annex_goes_before_a_variable_that_wants_nothing_else(run, folder, monkeypatch):
    monkeypatch.setenv("BRIEFING_BILINGUAL_ONLY", "1")
    code, out, _ = run("build", "a.txt", "--no-annex", "--format", "md", "-o", "-")
    assert (code, b"## Annex A" in out, b"## Key points" in out) == (0, False, True)
    monkeypatch.setenv("BRIEFING_ANNEX", "no")
    assert "leave nothing to write" in run("build", "a.txt")[2]


def test_an_export_goes_through_links_and_never_into_a_folder(run, folder):
    (folder / "real.tmx").write_text("old")
    (folder / "link.tmx").symlink_to("real.tmx")
    for name in ("", ".", "link.tmx", "none/m.tmx"):
        assert run("memory", "export", "-o", name)[0] == 2
    assert (folder / "real.tmx").read_text() == "old"
    assert run("memory", "export", "-o", "link.tmx", "--force")[0] == 0
    assert (folder / "link.tmx").is_symlink()
    assert read_tmx(folder / "real.tmx").entries == ()


@pytest.mark.parametrize(
    "words",
    [("memory", "correct", "\udcff", "x"), ("glossary", "add", "\udcff", "x", "--file", "g.csv")],
)
def test_a_word_that_is_no_text_is_a_message(run, folder, words):
    (folder / "g.csv").write_text("source,target\nbestand,truce\n")
    code, out, err = run(*words)
    assert (code, out) == (2, b"")
    assert "no text in UTF-8" in err
    assert (folder / "g.csv").read_text() == "source,target\nbestand,truce\n"


def test_a_link_to_nowhere_is_not_proposed_again(run, folder):
    (folder / "loop.txt").symlink_to("loop.txt")
    code, _, err = run("translate", "loop.txt")
    assert code == 2
    assert "Did you mean loop.txt" not in err


def test_another_exit_from_below_is_not_taken_for_a_closed_pipe(run, monkeypatch):
    def leave(_):
        raise SystemExit("enough")

    monkeypatch.setattr(setup, "engines_for", leave)
    assert run("translate", "a.txt")[0] == "enough"


class _Never:
    def done(self):
        raise KeyboardInterrupt

    def result(self):
        raise AssertionError("nobody waits for what is not there")


def test_ctrl_c_does_not_wait_for_a_batch_and_keeps_its_engine_alive(monkeypatch):
    monkeypatch.setattr(batches, "interrupted", [])
    assert not engines.unfinished()
    submit = lambda batch: [_Never()]  # noqa: E731 - to be found again
    with pytest.raises(KeyboardInterrupt):
        batches.run([batches.Batch((0,), 0)], submit, workers=1)
    assert batches.interrupted == [submit]
    assert engines.unfinished()


def test_ctrl_c_while_the_code_is_being_read_is_answered_as_later():
    script = (
        "import sys\n"
        "from briefing.__main__ import main\n"
        "class Impatient:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Impatient())\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "briefing: Stopped. No file was left half-written.\n"


class _Interrupted:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("times", [1, 3])
def test_ctrl_c_that_comes_while_an_object_goes_is_not_lost(run, monkeypatch, times):
    hook = sys.unraisablehook

    def load(chosen):
        for _ in range(times):
            _Interrupted()  # Python drops what is raised in a `__del__`
        time.sleep(5)
        raise AssertionError("nobody stopped")

    monkeypatch.setattr(setup, "engines_for", load)
    code, _, err = run("translate", "a.txt")
    assert code == 130
    assert "Stopped." in err
    assert sys.unraisablehook is hook


def test_what_else_goes_wrong_while_an_object_goes_is_told_as_ever(run, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: told.append(lost.exc_type))

    class Clumsy:
        def __del__(self):
            raise ValueError

    def load(chosen):
        Clumsy()
        return lambda language: FakeEngine()

    monkeypatch.setattr(setup, "engines_for", load)
    assert run("translate", "a.txt")[0] == 0
    assert told == [ValueError]


@pytest.mark.real
@pytest.mark.skipif(not COMMAND.exists(), reason="the command is not installed: make setup")
def test_ctrl_c_in_the_middle_of_decoding_ends_soon_and_leaves_no_file(folder, tmp_path):
    sentence = (
        "De minister sprak op dag {} in Parijs over de oorlog, de sancties en het bestand in het oosten.\n\n"
    )
    (folder / "long.txt").write_text("".join(sentence.format(day) for day in range(300)))
    with subprocess.Popen(
        [str(COMMAND), "build", "long.txt", "-o", "m.docx"], stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        time.sleep(4)
        process.send_signal(signal.SIGINT)
        asked = time.monotonic()
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert time.monotonic() - asked < 10  # of minutes; a machine may be busy
    assert err.startswith(b"briefing: Stopped.")
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "long.txt"]


def test_the_memory_of_the_settings_file_is_the_one_that_is_corrected(run, folder, monkeypatch):
    monkeypatch.delenv("BRIEFING_MEMORY")
    (folder / "briefing.toml").write_text('memory = "office.sqlite"\n')
    (folder / "short.txt").write_text("De minister sprak.\n")
    assert run("memory", "correct", "De minister sprak.", "The minister did speak.")[0] == 0
    assert (folder / "office.sqlite").exists()
    assert b"The minister did speak." in run("translate", "short.txt")[1]
    assert b"The minister did speak." in run("memory", "list")[1]


def test_home_is_written_out_in_every_setting(run, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("BRIEFING_MEMORY", "~/mine.sqlite")
    assert run("memory", "correct", "Zij ging.", "She left.")[0] == 0
    assert run("translate", "a.txt")[0] == 0
    assert (tmp_path / "mine.sqlite").exists()
    assert not (folder / "~").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("memory", "list", "--memory", "~nosuch/m.sqlite"),
        ("models", "install", "~nosuch"),
        ("models", "info", "~nosuch"),
        ("translate", "a.txt", "--memory", "~nosuch/m.sqlite"),
    ],
)
def test_the_home_of_nobody_is_a_mistake(run, words):
    code, _, err = run(*words)
    assert code == 2
    assert "~nosuch" in err


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 5000 + "]" * 5000], ids=["number", "list"])
def test_a_setting_beyond_all_measure_is_a_mistake_in_the_file(run, folder, value):
    (folder / "briefing.toml").write_text(f"sentences = {value}\n")
    code, _, err = run("translate", "a.txt")
    assert code == 2
    assert "briefing.toml" in err


@pytest.mark.parametrize(
    ("moment", "zone"), [("253402300799", "Pacific/Auckland"), ("-62135596800", "America/New_York")]
)
def test_a_moment_without_a_local_day_is_a_mistake(run, monkeypatch, moment, zone):
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", zone)
        elsewhere.setenv("SOURCE_DATE_EPOCH", moment)
        time.tzset()
        code, _, err = run("build", "a.txt", "-o", "m.md")
    time.tzset()
    assert code == 2
    assert "SOURCE_DATE_EPOCH" in err


def test_a_memo_of_a_day_that_no_zip_knows_is_written(run, folder):
    assert run("build", "a.txt", "--date", "9999-12-31", "-o", "far.docx")[0] == 0
    assert (folder / "far.docx").read_bytes().startswith(b"PK")


def test_a_folder_that_is_gone_is_told(run, folder, tmp_path, monkeypatch):
    article = folder / "a.txt"
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    code, _, err = run("translate", article)
    assert code == 2
    assert "is gone" in err


def test_a_limit_beyond_all_measure_lists_everything(run):
    assert run("memory", "correct", "Zij ging.", "She left.")[0] == 0
    code, out, _ = run("memory", "list", "--limit", "9" * 20)
    assert code == 0
    assert b"She left." in out


@pytest.mark.parametrize(
    "sentence",
    ['{"nl": "Zij \\ud800 ging.", "en": "She left."}', '{"nl": "Zij ging.", "en": ' + "1" * 5000 + "}"],
    ids=["half a letter", "a number"],
)
def test_a_translation_that_is_none_is_named(run, folder, sentence):
    (folder / "odd.json").write_text('{"articles": [{"language": "nl", "sentences": [' + sentence + "]}]}")
    code, _, err = run("memory", "import", "odd.json")
    assert code == 2
    assert "odd.json" in err


def test_a_private_file_stays_private(run, folder):
    (folder / "m.md").write_text("old")
    (folder / "m.md").chmod(0o600)
    assert run("build", "a.txt", "-o", "m.md", "--force")[0] == 0
    assert (folder / "m.md").stat().st_mode & 0o777 == 0o600


def test_a_surrogate_in_a_header_is_left_out(run, folder):
    (folder / "y.md").write_text(
        '---\ntitle: "De \\ud800 minister"\n---\nDe minister sprak gisteren in Parijs.\n'
    )
    code, out, _ = run("translate", "y.md")
    assert code == 0
    assert b"De minister" in out


def test_another_programs_file_is_no_memory_and_stays_as_it_is(run, folder):
    letter = folder / "letter.txt"
    letter.write_text("Geachte heer", encoding="utf-8")
    letter.chmod(0o644)
    code, _, err = run("translate", "a.txt", "--memory", "letter.txt")
    assert (code, "letter.txt" in err) == (2, True)
    assert letter.stat().st_mode & 0o777 == 0o644


def test_a_review_never_replaces_what_it_is_made_from(run, folder):
    terms = folder / "own.csv"
    terms.write_text("source,target\nraad,council\n", encoding="utf-8")
    (folder / "art.csv").write_text(ARTICLE, encoding="utf-8")
    for read in ("own.csv", "art.csv"):
        before = (folder / read).read_bytes()
        words = ("glossary", "suggest", "art.csv", "--no-model", "--file", "own.csv", "-o", read, "--force")
        code, _, err = run(*words)
        assert (code, "would be lost" in err) == (2, True)
        assert (folder / read).read_bytes() == before


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_days_around_the_calendars_ends_do_not_end_a_build(run, folder, day):
    text = f"date: {day}\n\nGisteren en vorige week maandag sprak de minister.\nMorgen spreekt hij weer.\n"
    (folder / "edge.txt").write_text(text, encoding="utf-8")
    assert run("build", "edge.txt", "a.txt", "-o", "memo.json")[0] == 0


def test_a_bad_template_is_refused_before_the_work(run, folder, monkeypatch):
    monkeypatch.setattr(setup, "engines_for", lambda chosen: pytest.fail("the work was begun"))
    code, _, err = run("build", "a.txt", "--template", "a.txt", "-o", "memo.docx")
    assert (code, "a.txt" in err) == (2, True)


def test_a_link_to_itself_is_no_place_for_a_result(run, folder):
    (folder / "loop").symlink_to("loop")
    code, _, err = run("translate", "a.txt", "-o", "loop", "--force")
    assert (code, "leads back to itself" in err) == (2, True)


@pytest.mark.parametrize("words", [(), ("--force",)])
def test_the_name_of_standard_output_is_standard_output(folder, words):
    log = folder / "log"
    log.write_text("OLD\n", encoding="utf-8")
    with log.open("ab") as out:
        command = [COMMAND, "glossary", "export", "--format", "csv", "-o", "/dev/stdout", *words]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, log.read_text("utf-8")[:4]) == (0, "OLD\n")
    assert "source,target" in log.read_text("utf-8")


def test_a_glossary_that_is_a_link_to_nowhere_is_not_passed_over(run, folder):
    (folder / "glossary").mkdir()
    (folder / "glossary" / "security.csv").symlink_to("nowhere")
    code, _, err = run("translate", "a.txt")
    assert (code, "security.csv" in err) == (2, True)


def test_a_target_as_long_as_a_sentence_is_refused_with_its_line(run, folder):
    (folder / "long.csv").write_text(f"source,target\nraad,{' '.join(['word'] * 21)}\n", encoding="utf-8")
    code, _, err = run("translate", "a.txt", "--glossary", "long.csv")
    assert (code, "long.csv:2: the target has 21 words" in err) == (2, True)


def test_nobodys_home_is_a_message(run, monkeypatch):
    import platformdirs

    def nobody(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("BRIEFING_MEMORY")
    monkeypatch.setattr(platformdirs, "user_data_path", nobody)
    code, _, err = run("memory", "list")
    assert (code, "Set HOME" in err) == (2, True)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no such signal")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP"])
def test_to_be_ended_is_answered_as_ctrl_c_is(folder, asked):
    code = (
        "import os, signal, briefing.cli, briefing.__main__\n"
        f"briefing.cli.app = lambda **_: os.kill(os.getpid(), signal.{asked})\n"
        "briefing.__main__.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, "half-written" in done.stderr) == (130, True)


@pytest.mark.parametrize(
    ("command", "name"), [("build", "memo.pdf"), ("build", "m.txt"), ("translate", "t.odt")]
)
def test_a_file_is_not_written_under_the_ending_of_another_format(run, folder, command, name):
    code, _, err = run(command, "a.txt", "-o", name)
    assert (code, err.startswith(f"briefing: {name}: "), (folder / name).exists()) == (2, True, False)
    assert run(command, "a.txt", "-o", name, "--format", "md")[0] == 0


@pytest.mark.parametrize("code", ["nederlands", "n", "nl nl", "12"])
def test_a_language_that_is_no_code_is_refused(run, folder, code):
    said = run("translate", "a.txt", "--language", code)
    assert (said[0], "should be a language code" in said[2]) == (2, True)


def test_a_language_with_its_country_is_that_language(run, folder):
    code, out, _ = run("translate", "a.txt", "--language", "nl-NL", "--format", "json")
    assert (code, json.loads(out)["articles"][0]["language"]) == (0, "nl")


def test_the_day_of_a_fixed_moment_is_the_same_in_every_time_zone(run, folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1743200000")
    for zone in ("Pacific/Kiritimati", "America/New_York"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert run("build", "a.txt", "--force", "--format", "md")[0] == 0
    monkeypatch.delenv("TZ")
    time.tzset()
    assert [path.name for path in sorted((folder / "output").iterdir())] == [
        "briefing-2025-03-28-2.md",
        "briefing-2025-03-28.md",
    ]


def test_a_text_that_is_named_twice_is_translated_twice(run, folder):
    code, out, _ = run("translate", "a.txt", "a.txt", "--format", "json")
    assert (code, len(json.loads(out)["articles"])) == (0, 2)
