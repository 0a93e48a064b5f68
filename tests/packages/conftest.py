"""What the tests of packages share."""

import pytest
import tiny_model


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user without anything, so that no test sees or leaves files of the real one."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HOME", str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "BRIEFING_MODELS"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def root(tmp_path):
    """A folder for installed packages; it does not exist yet."""
    return tmp_path / "models"


@pytest.fixture(scope="session")
def tiny_package(tmp_path_factory):
    """An unpacked SentencePiece package."""
    return tiny_model.make_package(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def tiny_bpe_package(tmp_path_factory):
    """An unpacked BPE package."""
    return tiny_model.make_package(tmp_path_factory.mktemp("tiny-bpe"), bpe=True)


@pytest.fixture(scope="session")
def tiny_archive(tmp_path_factory):
    """An .argosmodel file with a SentencePiece tokenizer."""
    return tiny_model.make_archive(tmp_path_factory.mktemp("tiny-archive"))
