"""An archive is checked before a byte is written, and installed whole or not at all."""

import os
import shutil
import stat
import struct
import subprocess
import sys
import threading
import warnings
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_parts import FOLDER, parts, weights, write_archive

from briefing.errors import ModelError
from briefing.packages import archive, check, checksums, find, install, installed
from briefing.packages import install as install_function


@pytest.fixture
def refused(tmp_path, root):
    """Return a function that installs an archive, expects a ModelError, and looks that nothing was written."""

    def expect(path, match, **options):
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(ModelError, match=match) as caught:
            install(path, root, **options)
        assert sorted(tmp_path.rglob("*")) == before
        return caught.value

    return expect


@pytest.fixture
def sound(tmp_path):
    return write_archive(tmp_path / "sound.argosmodel", parts())


def entry(name, mode):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def test_a_sound_archive_becomes_a_package(sound, root):
    package = install(sound, root)
    assert package.path == root / FOLDER
    assert sorted(file.name for file in package.path.iterdir()) == [
        "SHA256SUMS",
        "bpe.model",
        "metadata.json",
        "model",
    ]
    assert {(package.path / name).read_bytes() for name in parts()} == set(parts().values())
    assert list(root.iterdir()) == [package.path]


def test_the_installed_package_is_found_and_verified(sound, root):
    install(sound, root)
    package = find("nl_en-1.0", from_code="nl", root=root)
    assert checksums.pinned(package).keys() == parts().keys()
    assert check(package, full=True) == ()


def test_the_small_real_archive_installs(tiny_archive, root):
    assert install(tiny_archive, root).full_name == "translate-nl_en-1.0"


def test_the_folder_is_named_after_the_metadata_not_the_archive(tmp_path, root):
    package = install(write_archive(tmp_path / "x.argosmodel", parts(from_code="de"), top="anything"), root)
    assert package.path.name == "translate-de_en-1_0"


def test_what_the_program_never_loads_is_left_out(tmp_path, root):
    path = write_archive(
        tmp_path / "x.argosmodel",
        parts(),
        (f"{FOLDER}/", b""),
        (f"{FOLDER}/stanza/nl/tokenize/alpino.pt", b"a pickle"),
        (f"{FOLDER}/SHA256SUMS", b"of another"),
        (f"{FOLDER}/model/training.yaml", b"of another"),
        ("__MACOSX/._x", b"mac"),
    )
    package = install(path, root)
    assert not (package.path / "stanza").exists()
    assert not (package.path / "model" / "training.yaml").exists()
    assert check(package, full=True) == ()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.json",
        f"{FOLDER}/../../evil.json",
        f"{FOLDER}/../{FOLDER}/README.md",
        "/etc/evil.json",
        f"//{FOLDER}/evil",
        f"{FOLDER}//evil",
        f"{FOLDER}/./evil",
        f"{FOLDER}\\..\\evil.json",
        "C:/evil.json",
        f"{FOLDER}/README.md\0.py",
        f"{FOLDER}/READ\nME.md",
    ],
)
def test_a_path_that_leads_out_is_refused(tmp_path, refused, name):
    info = zipfile.ZipInfo("placeholder")
    info.filename = name  # zipfile would tidy it
    refused(write_archive(tmp_path / "x.argosmodel", parts(), (info, b"x")), "leads out|holds|path")
    assert not list(tmp_path.rglob("*evil*"))


names = st.lists(
    st.sampled_from(
        [
            "..",
            ".",
            "",
            "/",
            FOLDER,
            "model",
            "README.md",
            "metadata.json",
            "\\",
            "C:",
            "x",
            "\0",
            "~",
            "\u202e",
        ]
    ),
    min_size=1,
    max_size=5,
).map("/".join)


@settings(deadline=None, max_examples=60)
@given(name=names)
def test_whatever_an_entry_is_called_nothing_is_written_elsewhere(tmp_path_factory, name):
    folder = tmp_path_factory.mktemp("entry")
    info = zipfile.ZipInfo("placeholder")
    info.filename = name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = write_archive(folder / "x.argosmodel", parts(), (info, b"evil"))
    (folder / "models").mkdir()
    with suppress(ModelError):
        install(path, folder / "models")
    assert {file.name for file in folder.iterdir()} == {"x.argosmodel", "models"}
    assert {file.name for file in (folder / "models").iterdir()} <= {FOLDER}


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_links_and_special_files_are_refused(tmp_path, refused, kind):
    path = write_archive(
        tmp_path / "x.argosmodel", parts(), (entry(f"{FOLDER}/README.md", kind | 0o777), b"/etc/passwd")
    )
    refused(path, "link or a special file")


@pytest.mark.parametrize(
    "name", ["setup.py", "model/evil.so", "model/deep/model.bin", "data.pkl", "model.bin", "run.sh"]
)
def test_foreign_content_is_refused(tmp_path, refused, name):
    refused(
        write_archive(tmp_path / "x.argosmodel", parts(), (f"{FOLDER}/{name}", b"x")),
        "no part of a translation package",
    )


def test_a_second_folder_is_refused(tmp_path, refused):
    refused(
        write_archive(tmp_path / "x.argosmodel", parts(), ("other/metadata.json", b"{}")),
        "one package folder",
    )


def test_a_file_beside_the_folder_is_refused(tmp_path, refused):
    refused(write_archive(tmp_path / "x.argosmodel", parts(), ("README.md", b"x")), "README.md")


@pytest.mark.parametrize("name", [f"{FOLDER}/metadata.json", f"{FOLDER}/METADATA.json"])
def test_a_doubled_entry_is_refused(tmp_path, refused, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = write_archive(tmp_path / "x.argosmodel", parts(), (name, b"{}"))
    refused(path, "twice|no part")


def test_a_compressed_bomb_is_refused(tmp_path, refused):
    files = parts() | {"model/model.bin": weights(size=30 << 20)}
    refused(write_archive(tmp_path / "x.argosmodel", files, compression=zipfile.ZIP_DEFLATED), "bomb")


def test_a_package_of_more_than_the_limit_is_refused(sound, refused, monkeypatch):
    monkeypatch.setattr(archive, "MAX_BYTES", 100)
    refused(sound, "would unpack to more")


def test_too_many_entries_are_refused(tmp_path, refused):
    extra = [(f"{FOLDER}/stanza/{number}", b"") for number in range(archive.MAX_ENTRIES)]
    refused(write_archive(tmp_path / "x.argosmodel", parts(), *extra), "entries")


def test_a_size_that_is_not_what_the_archive_says_is_refused(tmp_path, refused, root):
    root.mkdir()
    path = write_archive(tmp_path / "x.argosmodel", parts() | {"README.md": b"r" * 5000})
    data = bytearray(path.read_bytes())
    at = data.rindex(f"{FOLDER}/README.md".encode()) - 46  # its record in the central directory
    assert struct.unpack_from("<I", data, at + 24) == (5000,)
    struct.pack_into("<I", data, at + 24, 4000)
    path.write_bytes(data)
    refused(path, "damaged|longer|shorter")


def test_a_method_that_packages_do_not_use_is_refused(tmp_path, refused):
    refused(write_archive(tmp_path / "x.argosmodel", parts(), compression=zipfile.ZIP_LZMA), "packed")


def test_an_encrypted_entry_is_refused(tmp_path, refused, sound):
    data = bytearray(sound.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    sound.write_bytes(data)
    refused(sound, "encrypted")


@pytest.mark.parametrize("missing", ["metadata.json", "model/model.bin"])
def test_a_missing_part_is_named(tmp_path, refused, missing):
    files = parts()
    del files[missing]
    refused(write_archive(tmp_path / "x.argosmodel", files), missing)


def test_a_missing_tokenizer_is_named(tmp_path, refused):
    files = parts()
    del files["bpe.model"]
    refused(write_archive(tmp_path / "x.argosmodel", files), "tokenizer")


def test_a_broken_tokenizer_is_found_before_the_package_stands(tmp_path, refused, root):
    root.mkdir()
    refused(
        write_archive(tmp_path / "x.argosmodel", parts() | {"bpe.model": b"#version: 0.2\nx\n"}), "bpe.model"
    )


@pytest.mark.parametrize("metadata", [b"{", b"[]", b"\xff", b" " * (2 << 20)])
def test_broken_metadata_is_refused(tmp_path, refused, metadata):
    refused(
        write_archive(tmp_path / "x.argosmodel", parts() | {"metadata.json": metadata}), r"metadata\.json"
    )


def test_language_codes_that_would_make_a_path_are_refused(tmp_path, refused):
    refused(write_archive(tmp_path / "x.argosmodel", parts(from_code="../../x")), "from_code")


def test_weights_of_another_kind_are_refused(tmp_path, refused):
    refused(
        write_archive(tmp_path / "x.argosmodel", parts() | {"model/model.bin": b"GGUF" * 50}), "CTranslate2"
    )


@pytest.mark.parametrize("length", [0, 10, 200, -1, -30, -300])
def test_a_cut_archive_is_refused(tmp_path, refused, sound, length):
    sound.write_bytes(sound.read_bytes()[:length])
    refused(sound, "cut off")


def test_every_damaged_byte_of_the_weights_is_noticed(refused, sound, root):
    root.mkdir()
    data = bytearray(sound.read_bytes())
    data[data.index(b"\x07" * 50) + 20] ^= 1
    sound.write_bytes(data)
    refused(sound, "damaged")


def test_a_damaged_deflate_stream_is_noticed(tmp_path, refused, root):
    root.mkdir()
    files = parts() | {"README.md": bytes(range(256)) * 40}
    path = write_archive(tmp_path / "x.argosmodel", files, compression=zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    at = data.index(f"{FOLDER}/README.md".encode()) + len(f"{FOLDER}/README.md")
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(data)
    refused(path, "damaged")


def test_no_archive_at_all(tmp_path, refused):
    (tmp_path / "text.argosmodel").write_text("no zip")
    refused(tmp_path / "text.argosmodel", "not a package archive")
    refused(tmp_path / "none.argosmodel", "There is no file")


def test_an_installed_version_is_kept(sound, refused, root):
    install(sound, root)
    error = refused(sound, "installed already")
    assert "--force" in error.hint


def test_but_force_writes_it_again(sound, root):
    package = install(sound, root)
    (package.path / "bpe.model").write_bytes(b"damaged")
    install(sound, root, force=True)
    assert check(package, full=True) == ()
    assert list(root.iterdir()) == [package.path]


def test_a_failed_replacement_leaves_the_old_package(sound, tmp_path, refused, root):
    install(sound, root)
    broken = write_archive(tmp_path / "x.argosmodel", parts() | {"bpe.model": b"#version: 0.2\nx\n"})
    refused(broken, "bpe.model", force=True)


def test_two_versions_stand_side_by_side(sound, tmp_path, root):
    install(sound, root)
    install(write_archive(tmp_path / "x.argosmodel", parts(package_version="1.1")), root)
    assert [package.version for package in installed(root)] == ["1.1", "1.0"]


def test_a_disk_without_room_is_found_before_writing(sound, refused, root, monkeypatch):
    root.mkdir()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 100, 0))
    refused(sound, "needs 0 MB")


def test_a_disk_that_fills_up_leaves_nothing(sound, refused, root, monkeypatch):
    root.mkdir()

    def full(*_):
        raise OSError(28, "No space left on device", str(root))

    monkeypatch.setattr(sys.modules["briefing.packages.install"], "write_sums", full)
    error = refused(sound, "No space left")
    assert "BRIEFING_MODELS" in error.hint


def test_a_root_that_cannot_be_made_is_named(sound, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ModelError, match="file"):
        install(sound, tmp_path / "file" / "models")


def test_two_at_once_make_one_package(sound, root):
    outcomes = []

    def run():
        try:
            install(sound, root)
            outcomes.append("installed")
        except ModelError:
            outcomes.append("refused")

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("installed") >= 1
    assert len(installed(root)) == 1
    assert check(installed(root)[0], full=True) == ()
    assert not [folder for folder in root.iterdir() if folder.name.startswith(".")]


def test_a_killed_installation_leaves_no_package(sound, root):
    code = f"""
import os, sys
from pathlib import Path
import briefing.packages.install
sys.modules["briefing.packages.install"].write_sums = lambda folder: os._exit(9)
briefing.packages.install(Path({str(sound)!r}), Path({str(root)!r}))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    )
    assert done.returncode == 9
    assert installed(root) == ()
    assert install_function(sound, root).path.is_dir()


def test_an_interruption_between_two_renames_leaves_the_old_package(sound, root, monkeypatch):
    package = install(sound, root)
    rename = type(package.path).rename

    def interrupted(self, target):
        moved = rename(self, target)
        if target.parent.name.startswith(".replaced-"):
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(type(package.path), "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        install(sound, root, force=True)
    monkeypatch.undo()
    assert [p.full_name for p in installed(root)] == [package.full_name]
    assert sorted(p.name for p in root.iterdir()) == [package.path.name]
