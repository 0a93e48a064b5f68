"""The file is private, safe against crashes and other writers, and every fault in it is told in one sentence."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.errors import MemoryFileError
from briefing.memory import Entry, Key, Memory, database, default_path


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def run(code, path):
    """Run `code` in another process, with `path` and the names it needs."""
    start = f"""
import os, signal, sys, time
from pathlib import Path
from briefing.memory import Entry, Key, Memory
path = Path({str(path)!r})
"""
    return subprocess.Popen([sys.executable, "-c", start + code], stdout=subprocess.PIPE, text=True)


def test_file_and_new_folders_are_their_owners_alone(tmp_path):
    before = mode(tmp_path)
    path = tmp_path / "new" / "deep" / "memory.sqlite"
    with Memory.open(path) as memory:
        memory.store({Key("Ja.", "m"): Entry("Yes.")})
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    assert (mode(path.parent), mode(path.parent.parent), mode(tmp_path)) == (0o700, 0o700, before)


def test_even_where_the_umask_is_open(path):
    old = os.umask(0)
    try:
        Memory.open(path).close()
    finally:
        os.umask(old)
    assert mode(path) == 0o600


def test_an_open_file_is_narrowed(path):
    Memory.open(path).close()
    path.chmod(0o644)
    Memory.open(path).close()
    assert mode(path) == 0o600


def test_the_place_comes_from_the_environment_given(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert default_path({"BRIEFING_MEMORY": "/x/y.sqlite"}) == Path("/x/y.sqlite")
    assert default_path({"BRIEFING_MEMORY": "~/y.sqlite"}) == tmp_path / "y.sqlite"
    assert default_path({}).is_relative_to(tmp_path)
    assert default_path({"BRIEFING_MEMORY": ""}).name == "memory.sqlite"


def test_an_empty_file_becomes_a_memory(path):
    path.touch()
    with Memory.open(path) as memory:
        assert memory.counts() == (0, 0)


def test_a_file_that_is_no_database_is_left_alone(path):
    path.write_text("Geachte heer,\n" * 200)
    before = path.read_bytes()
    with pytest.raises(MemoryFileError, match="not a translation memory") as caught:
        Memory.open(path)
    assert "--no-memory" in caught.value.hint
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE moz_places (url TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(MemoryFileError, match="of another program"):
        Memory.open(path)
    assert path.read_bytes() == before


def test_a_newer_version_is_not_touched(path):
    Memory.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(MemoryFileError, match="newer version") as caught:
        Memory.open(path)
    assert "Update briefing" in caught.value.hint


def test_damage_inside_is_named(path):
    with Memory.open(path) as memory:
        memory.store({Key(f"Zin {i}." * 20, "m"): Entry("Sentence.") for i in range(500)})
    data = bytearray(path.read_bytes())
    data[8192:40960] = b"\xa5" * 32768
    path.write_bytes(data)
    with pytest.raises(MemoryFileError, match="damaged") as caught, Memory.open(path) as memory:
        memory.records()
    assert "Move it away" in caught.value.hint


def test_a_cut_file_is_named(path):
    with Memory.open(path) as memory:
        memory.store({Key(f"Zin {i}." * 20, "m"): Entry("Sentence.") for i in range(500)})
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(MemoryFileError, match="damaged"), Memory.open(path) as memory:
        memory.records()


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(MemoryFileError, match="cannot be opened for writing") as caught:
        Memory.open(tmp_path / "file" / "memory.sqlite")
    assert "--no-memory" in caught.value.hint
    assert "BRIEFING_MEMORY" in caught.value.hint


def test_a_folder_is_no_memory(tmp_path):
    with pytest.raises(MemoryFileError, match="Is a directory"):
        Memory.open(tmp_path)


def test_a_read_only_file_is_named(path, monkeypatch):
    Memory.open(path).close()

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may write anywhere, so the system is played
    with pytest.raises(MemoryFileError, match="Permission denied"):
        Memory.open(path)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_READONLY, "cannot be opened for writing"),
        (sqlite3.SQLITE_IOERR, "cannot be opened for writing"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
        (sqlite3.SQLITE_BUSY, "another program"),
        (sqlite3.SQLITE_ERROR, "failed"),
    ],
)
def test_every_fault_of_sqlite_becomes_one_sentence(path, code, words):
    failure = sqlite3.OperationalError("as SQLite says it")
    failure.sqlite_errorcode = code
    with pytest.raises(MemoryFileError, match=words) as caught, database.mapped(path):
        raise failure
    assert caught.value.hint
    assert caught.value.__cause__ is failure


def test_two_programs_write_at_once_and_nothing_is_lost(path):
    code = """
with Memory.open(path) as memory:
    for batch in range(20):
        memory.store({Key(f"{NAME} {batch} {i}", "m"): Entry("x") for i in range(10)})
"""
    writers = [run(code.replace("{NAME}", name), path) for name in ("links", "rechts", "midden")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    for writer in writers:
        writer.stdout.close()
    with Memory.open(path) as memory:
        assert memory.counts() == (0, 600)


def test_many_threads_open_a_new_memory_at_once(path):
    failures = []

    def use(number):
        try:
            with Memory.open(path) as memory:
                memory.store({Key(str(number), "m"): Entry("x")})
        except Exception as failure:  # noqa: BLE001  every one is a failure of the test
            failures.append(failure)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Memory.open(path) as memory:
        assert memory.counts() == (0, 8)


def test_a_reader_does_not_wait_for_a_writer(path):
    with Memory.open(path) as writer, Memory.open(path) as reader:
        writer.store({Key("Ja.", "m"): Entry("Yes.")})
        with writer._transaction() as connection:
            connection.execute("DELETE FROM entry")
            assert reader.counts() == (0, 1)
        assert reader.counts() == (0, 0)


def test_a_writer_that_never_ends_is_named(path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    opened = Memory.open(path), Memory.open(path)
    with opened[0] as first, opened[1] as second, first._transaction():  # noqa: SIM117  what must raise stands alone
        with pytest.raises(MemoryFileError, match="another program"):
            second.store({Key("Ja.", "m"): Entry("Yes.")})


@pytest.mark.parametrize("end", ["os._exit(9)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_crash_in_a_batch_loses_that_batch_alone(path, end):
    code = f"""
memory = Memory.open(path)
memory.store({{Key("eerste", "m"): Entry("first")}})
memory.store({{Key("tweede", "m"): Entry("second")}})
connection = memory._connection
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE entry SET english = 'half'")
{end}
"""
    process = run(code, path)
    assert process.wait(timeout=60) != 0
    process.stdout.close()
    with Memory.open(path) as memory:
        assert sorted(record.english for record in memory.records()) == ["first", "second"]


def test_ctrl_c_between_batches_keeps_what_was_stored(path):
    code = """
with Memory.open(path) as memory:
    memory.store({Key("eerste", "m"): Entry("first")})
    print("ready", flush=True)
    time.sleep(60)
"""
    process = run(code, path)
    assert process.stdout.readline() == "ready\n"
    process.send_signal(2)
    assert process.wait(timeout=60) != 0
    process.stdout.close()
    with Memory.open(path) as memory:
        assert [record.english for record in memory.records()] == ["first"]
