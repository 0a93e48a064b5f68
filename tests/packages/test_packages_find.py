"""Packages are found by language, by name, and by path."""

import os
from pathlib import Path

import pytest
from package_parts import parts, write_folder

from briefing.errors import ModelError
from briefing.packages import default_root, embedded, find, installed, language_pair, named, remove, unusable


def put(root: Path, from_code: str = "nl", to_code: str = "en", version: str = "1.0") -> Path:
    folder = root / f"translate-{from_code}_{to_code}-{version.replace('.', '_')}"
    return write_folder(folder, parts(from_code=from_code, to_code=to_code, package_version=version))


def test_the_program_carries_a_dutch_model(root):
    package = find(None, from_code="nl", root=root)
    assert package.embedded
    assert (package.from_code, package.to_code) == ("nl", "en")
    assert package.license == "Gemma Terms of Use"
    assert "Gemma" in package.notice
    assert package.readme.startswith("# translate-nl_en")


def test_the_embedded_model_is_the_default_beside_an_installed_one(root):
    put(root)
    assert find(None, from_code="nl", root=root).embedded


def test_and_needs_no_folder_of_installed_ones(tmp_path):
    (tmp_path / "file").write_text("x")
    assert find(None, from_code="nl", root=tmp_path / "file").embedded


def test_another_language_takes_the_newest_installed_model(root):
    put(root, "de", version="1.9")
    put(root, "de", version="1.10")
    assert find(None, from_code="de", root=root).version == "1.10"


def test_a_language_without_model_says_how_to_install_one(root):
    put(root, "de", "fr")
    with pytest.raises(ModelError, match="from de into English") as caught:
        find(None, from_code="de", root=root)
    assert caught.value.hint == "Install one: briefing models install translate-de_en"


@pytest.mark.parametrize(
    "name", ["translate-de_en", "de_en", "translate-de_en-1.0", "de_en-1.0", "translate-de_en-1_0"]
)
def test_a_model_is_found_by_each_form_of_its_name(root, name):
    folder = put(root, "de")
    assert find(name, from_code="de", root=root).path == folder


def test_a_version_chooses_among_several(root):
    put(root, version="1.0")
    put(root, version="2.0")
    assert find("translate-nl_en-1.0", from_code="nl", root=root).version == "1.0"
    assert find("translate-nl_en", from_code="nl", root=root).version == "2.0"


def test_an_installed_model_goes_before_the_embedded_one_of_its_name(root):
    assert find("nl_en", from_code="nl", root=root).embedded
    put(root)
    assert not find("nl_en", from_code="nl", root=root).embedded
    assert find("embedded", from_code="nl", root=root).embedded


def test_a_model_is_found_by_its_folder(tmp_path, root):
    folder = put(tmp_path / "elsewhere")
    package = find(str(folder), from_code="nl", root=root)
    assert (package.path, package.embedded) == (folder, False)


def test_the_embedded_model_is_known_by_its_folder_too(root):
    assert find(str(embedded().path), from_code="nl", root=root).embedded


def test_an_archive_has_to_be_installed_first(tmp_path, root):
    with pytest.raises(ModelError, match="archive") as caught:
        find(str(tmp_path / "x.argosmodel"), from_code="nl", root=root)
    assert "briefing models install" in caught.value.hint


def test_a_model_for_another_language_is_refused(root):
    put(root, "de")
    with pytest.raises(ModelError, match="translates from de, but the text is in nl"):
        find("de_en", from_code="nl", root=root)


def test_a_model_into_another_language_is_refused(root):
    put(root, "nl", "fr")
    with pytest.raises(ModelError, match="into fr"):
        find("nl_fr", from_code="nl", root=root)


@pytest.mark.parametrize(
    ("name", "step"), [("translate-xx_en", "install translate-xx_en"), ("nonsense", "models list")]
)
def test_an_unknown_name_gets_the_next_step(root, name, step):
    with pytest.raises(ModelError, match=name) as caught:
        find(name, from_code="nl", root=root)
    assert step in caught.value.hint


def test_a_folder_that_is_no_package_is_refused(tmp_path, root):
    with pytest.raises(ModelError, match=r"metadata\.json"):
        named(str(tmp_path), root)


def test_installed_packages_come_by_name_and_newest_first_and_broken_ones_apart(root):
    for version in ("1.2", "1.10"):
        put(root, "de", version=version)
    put(root, "af")
    (root / "broken").mkdir()
    (root / ".unpacking-1").mkdir()
    (root / "a file").write_text("x")
    assert [package.full_name for package in installed(root)] == [
        "translate-af_en-1.0",
        "translate-de_en-1.10",
        "translate-de_en-1.2",
    ]
    assert [folder.name for folder, _ in unusable(root)] == ["broken"]


def test_nothing_is_installed_where_the_folder_is_missing(root):
    assert installed(root) == ()
    assert not root.exists()


def test_a_root_that_is_no_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ModelError, match="cannot be read"):
        installed(tmp_path / "file")


def test_a_removed_model_is_gone_and_nothing_else(root):
    gone, kept = put(root, "de"), put(root, "af")
    assert remove("de_en", root) == gone
    assert sorted(root.iterdir()) == [kept]


def test_removing_several_versions_needs_the_version(root):
    put(root, version="1.0")
    kept = put(root, version="2.0")
    with pytest.raises(ModelError, match="several"):
        remove("nl_en", root)
    remove("nl_en-1.0", root)
    assert sorted(root.iterdir()) == [kept]


def test_an_unusable_folder_can_be_removed_by_its_name(root):
    (root / "broken").mkdir(parents=True)
    remove("broken", root)
    assert list(root.iterdir()) == []


def test_a_linked_package_is_unlinked_not_emptied(tmp_path, root):
    folder = put(tmp_path / "elsewhere", "de")
    root.mkdir()
    (root / folder.name).symlink_to(folder)
    remove("de_en", root)
    assert list(root.iterdir()) == []
    assert (folder / "metadata.json").is_file()


@pytest.mark.parametrize("name", ["embedded", "nl_en", f"translate-nl_en-{embedded().version}"])
def test_the_embedded_model_stays(root, name):
    with pytest.raises(ModelError, match="cannot be removed"):
        remove(name, root)
    assert embedded().path.is_dir()


@pytest.mark.parametrize("name", ["de_en", "../x", ".", ""])
def test_removing_what_is_not_installed_is_an_error(root, name):
    (root.parent / "x").mkdir()
    with pytest.raises(ModelError, match="No model"):
        remove(name, root)
    assert (root.parent / "x").is_dir()


def test_the_root_comes_from_the_environment_given(tmp_path):
    assert default_root({"BRIEFING_MODELS": str(tmp_path)}) == tmp_path
    assert default_root({"BRIEFING_MODELS": "~/m"}) == Path("~/m").expanduser()
    assert default_root({}).is_relative_to(os.environ["HOME"])


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("translate-de_en", ("de", "en")),
        ("zh-Hant_en", ("zh-Hant", "en")),
        ("model.argosmodel", None),
        ("de", None),
    ],
)
def test_a_language_pair_is_read_from_a_name(name, pair):
    assert language_pair(name) == pair
