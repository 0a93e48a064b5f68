"""Flags, then the environment, then the file, then defaults; a bad value names its place."""

import pytest

from briefing.errors import SettingsError
from briefing.settings import FIELDS, resolve


@pytest.fixture
def write(tmp_path):
    def write(text):
        (tmp_path / "briefing.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_each_place_gives_way_to_the_one_above(write):
    folder = write('# ours\ntitle = "file"\n')
    flags, environ = {"title": "flag"}, {"BRIEFING_TITLE": "variable"}
    seen = [
        resolve(flags, environ, folder),
        resolve({"title": None}, environ, folder),
        resolve({}, {"BRIEFING_TITLE": ""}, folder),
        resolve({}, {}, folder / "elsewhere"),
    ]
    assert [(s["title"], s.origin("title")) for s in seen] == [
        ("flag", "--title"),
        ("variable", "BRIEFING_TITLE"),
        ("file", "briefing.toml:2"),
        (None, "default"),
    ]


def test_every_setting_has_a_default(tmp_path):
    settings = resolve({}, {}, tmp_path)
    assert {s.name: s.value for s in settings.settings} == {
        name: default for name, (_, default) in FIELDS.items()
    }


def test_hyphens_in_the_file_are_underscores(write):
    assert resolve({}, {}, write("bilingual-only = true\n"))["bilingual_only"] is True


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("0", False), ("Off", False), ("TRUE", True)])
def test_switches_in_the_environment(text, value, tmp_path):
    assert resolve({}, {"BRIEFING_ANNEX": text}, tmp_path)["annex"] is value


def test_lists_are_parted_by_commas_in_the_environment(tmp_path):
    assert resolve({}, {"BRIEFING_GLOSSARY": "a.csv, b.csv,"}, tmp_path)["glossary"] == ("a.csv", "b.csv")


@pytest.mark.parametrize(
    ("flags", "environ", "file", "place"),
    [
        ({"sentences": 0}, {}, "", "--sentences"),
        ({}, {"BRIEFING_SENTENCES": "many"}, "", "BRIEFING_SENTENCES"),
        ({}, {"BRIEFING_ANNEX": "perhaps"}, "", "BRIEFING_ANNEX"),
        ({}, {}, '\n\nsentences = "x"\n', "briefing.toml:3"),
        ({}, {}, "title = 3\n", "briefing.toml:1"),
        ({}, {}, "sections = [1]\n", "briefing.toml:1"),
        ({}, {}, "sentences = true\n", "briefing.toml:1"),
        ({}, {}, "since = 2025\n", "briefing.toml:1"),
        ({}, {}, "date = 2025-06-01T12:00:00\n", "briefing.toml:1"),
    ],
)
def test_a_value_of_no_use_names_its_place(flags, environ, file, place, write):
    with pytest.raises(SettingsError, match="should be") as raised:
        resolve(flags, environ, write(file))
    assert raised.value.message.startswith(f"{place}: ")


def test_an_unknown_key_suggests_the_nearest(write):
    with pytest.raises(SettingsError) as raised:
        resolve({}, {}, write('title = "x"\nglosary = "y.csv"\n'))
    assert "briefing.toml:2" in raised.value.message
    assert raised.value.hint == "Did you mean glossary?"


def test_a_key_near_to_nothing_gets_the_list_of_all(write):
    with pytest.raises(SettingsError) as raised:
        resolve({}, {}, write("zzzz = 1\n"))
    assert all(name in raised.value.hint for name in FIELDS)


def test_broken_toml_names_the_line(write):
    with pytest.raises(SettingsError, match=r"briefing\.toml is not valid TOML: .*line 2"):
        resolve({}, {}, write('title = "x"\nto = \n'))


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "briefing.toml").write_bytes(b'title = "\xff\xfe"')
    with pytest.raises(SettingsError, match="cannot be read"):
        resolve({}, {}, tmp_path)
