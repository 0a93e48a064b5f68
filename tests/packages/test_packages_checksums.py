"""A package's files are the pinned ones, or the first that is not is named."""

import os
import shutil
import subprocess

import pytest
from package_parts import parts, write_folder

from briefing.errors import ModelError
from briefing.packages import check, checksums, embedded, fingerprint, verify
from briefing.packages.describe import describe


@pytest.fixture
def package(tmp_path):
    folder = write_folder(tmp_path / "translate-nl_en-1_0", parts())
    checksums.write_sums(folder)
    return describe(folder)


def count_hashing(monkeypatch):
    hashed = []
    real = checksums.sha256

    def counting(path):
        hashed.append(path.name)
        return real(path)

    monkeypatch.setattr(checksums, "sha256", counting)
    return hashed


def test_the_embedded_model_is_sound():
    assert check(embedded(), full=True) == ()


def test_the_pinned_list_is_one_that_sha256sum_reads():
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum here")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        check=False,
        cwd=embedded().path.parent,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_a_sound_package_passes(package, tmp_path):
    verify(package, cache=tmp_path / "cache")
    assert check(package, full=True) == ()


@pytest.mark.parametrize("full", [True, False])
def test_one_changed_byte_is_found(package, tmp_path, full):
    file = package.path / "model/model.bin"
    file.write_bytes(file.read_bytes()[:-1] + b"\x08")
    with pytest.raises(ModelError, match=r"model\.bin is not the file it should be") as caught:
        verify(package, full=full, cache=tmp_path / "cache")
    assert "briefing models install" in caught.value.hint


def test_every_wrong_file_is_found(package):
    (package.path / "bpe.model").write_bytes(b"other")
    (package.path / "model/config.json").unlink()
    (package.path / "model/vmap.txt").write_bytes(b"added")
    assert [(finding.file.name, finding.problem) for finding in check(package, full=True)] == [
        ("bpe.model", "wrong"),
        ("config.json", "missing"),
        ("vmap.txt", "foreign"),
    ]


def test_an_unreadable_file_is_a_finding(package):
    (package.path / "bpe.model").unlink()
    (package.path / "bpe.model").mkdir()
    assert "unreadable" in check(package, full=True)[0].problem


def test_a_file_is_hashed_on_first_use_only(package, tmp_path, monkeypatch):
    hashed = count_hashing(monkeypatch)
    verify(package, cache=tmp_path / "cache")
    assert len(hashed) == len(parts())
    verify(package, cache=tmp_path / "cache")
    assert len(hashed) == len(parts())


def test_but_again_when_it_was_touched(package, tmp_path, monkeypatch):
    verify(package, cache=tmp_path / "cache")
    hashed = count_hashing(monkeypatch)
    file = package.path / "bpe.model"
    file.write_bytes(file.read_bytes())
    state = file.stat()
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    verify(package, cache=tmp_path / "cache")
    assert hashed == ["bpe.model"]


def test_and_always_in_full(package, tmp_path, monkeypatch):
    verify(package, cache=tmp_path / "cache")
    hashed = count_hashing(monkeypatch)
    verify(package, full=True, cache=tmp_path / "cache")
    assert len(hashed) == len(parts())


def test_where_no_stamp_can_be_kept_every_use_hashes(package, tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file where the folder should be")
    hashed = count_hashing(monkeypatch)
    for _ in range(2):
        verify(package, cache=tmp_path / "cache" / "hashes")
    assert len(hashed) == 2 * len(parts())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"sha256": 3}', b"\xff"])
def test_a_broken_stamp_is_not_believed(package, tmp_path, content):
    cache = tmp_path / "cache"
    verify(package, cache=cache)
    for stamp in cache.iterdir():
        stamp.write_bytes(content)
    verify(package, cache=cache)
    assert all(stamp.read_bytes() != content for stamp in cache.iterdir())


def test_stamps_lie_in_the_users_cache(package, home):
    verify(package)
    assert len(list(checksums.default_cache().iterdir())) == len(parts())
    assert checksums.default_cache().is_relative_to(home)


def test_an_embedded_model_without_its_list_is_not_trusted(tmp_path):
    folder = write_folder(tmp_path / "translate-nl_en-1_0", parts())
    package = describe(folder, embedded=True)
    with pytest.raises(ModelError, match="SHA256SUMS is missing") as caught:
        verify(package)
    assert "Install briefing again" in caught.value.hint


def test_a_list_that_leaves_the_package_out_is_no_list(tmp_path):
    folder = write_folder(tmp_path / "translate-nl_en-1_0", parts())
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  translate-nl_en-0_9/metadata.json\n")
    assert check(describe(folder, embedded=True), full=True) != ()


def test_a_package_without_list_has_nothing_to_be_compared_with(tmp_path):
    package = describe(write_folder(tmp_path / "p", parts()))
    assert checksums.pinned(package) == {}
    assert check(package, full=True) == ()


def test_a_broken_list_is_named_with_its_line(package):
    (package.path / "SHA256SUMS").write_text(f"{'0' * 64}  metadata.json\nnonsense\n")
    with pytest.raises(ModelError, match="line 2"):
        check(package, full=True)


def test_the_fingerprint_is_the_hash_of_the_weights(package, tmp_path):
    weights = checksums.sha256(package.path / "model/model.bin")
    assert fingerprint(package) == weights
    (package.path / "SHA256SUMS").unlink()
    assert fingerprint(package, cache=tmp_path / "cache") == weights
