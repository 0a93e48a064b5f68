"""Official packages come through Argos Translate's own index code, and leave nothing but the package."""

import io
import json
import logging
import os
import socket
import urllib.error

import pytest
from package_parts import parts, write_archive

from briefing.errors import ModelError
from briefing.packages import install_official, installed

LINK = "https://models.example/{name}.argosmodel"


def listed(from_code="nl", to_code="en", version="1.0", **changes):
    name = f"{from_code}_{to_code}-{version}"
    return {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": from_code,
        "from_name": "x",
        "to_code": to_code,
        "to_name": "y",
        "links": [LINK.format(name=name)],
    } | changes


@pytest.fixture
def web(monkeypatch, tmp_path):
    """A small internet: `web.index` is served as the index, `web.files` by the end of their address."""

    class Web:
        def __init__(self):
            self.index = [listed()]
            self.files = {}
            self.asked = []

        def offer(self, **metadata):
            path = write_archive(tmp_path / "offered.argosmodel", parts(**metadata))
            name = f"{metadata.get('from_code', 'nl')}_{metadata.get('to_code', 'en')}"
            self.files[f"{name}-{metadata.get('package_version', '1.0')}.argosmodel"] = path.read_bytes()
            path.unlink()

        def urlopen(self, request, *_, **__):
            address = request if isinstance(request, str) else request.full_url
            self.asked.append(address)
            self.timeout = socket.getdefaulttimeout()
            if address.endswith("index.json") and self.index is not None:
                return io.BytesIO(
                    self.index if isinstance(self.index, bytes) else json.dumps(self.index).encode()
                )
            for name, data in self.files.items():
                if address.endswith(name):
                    return io.BytesIO(data)
            raise urllib.error.URLError("no such host")

    web = Web()
    monkeypatch.setattr("urllib.request.urlopen", web.urlopen)
    return web


def test_the_official_package_is_fetched_and_installed(web, root):
    web.offer()
    package = install_official(("nl", "en"), root)
    assert package.full_name == "translate-nl_en-1.0"
    assert [p.full_name for p in installed(root)] == ["translate-nl_en-1.0"]


def test_the_newest_version_is_taken(web, root):
    web.index = [
        listed(version="1.9"),
        listed(version="1.10"),
        listed("de"),
        listed(version="2.0", type="sbd"),
    ]
    web.offer(package_version="1.10")
    assert install_official(("nl", "en"), root).version == "1.10"


def test_it_works_twice_in_one_process(web, root):
    web.index = [listed(), listed("de")]
    web.offer()
    web.offer(from_code="de")
    install_official(("nl", "en"), root)
    install_official(("de", "en"), root)
    assert len(installed(root)) == 2


def test_home_and_environment_stay_as_they_were(web, root, home):
    web.offer()

    def ours():
        return {key: value for key, value in os.environ.items() if key.startswith(("XDG_", "ARGOS_", "HOME"))}

    before = ours()
    install_official(("nl", "en"), root)
    assert not home.exists()
    assert ours() == before
    assert socket.getdefaulttimeout() is None
    assert web.timeout == 30.0


def test_an_installed_version_is_not_written_again(web, root):
    web.offer()
    install_official(("nl", "en"), root)
    with pytest.raises(ModelError, match="installed already"):
        install_official(("nl", "en"), root)
    install_official(("nl", "en"), root, force=True)


def test_without_network_the_way_by_file_is_told(web, root, capfd):
    web.index = None
    with pytest.raises(ModelError, match="index could not be reached") as caught:
        install_official(("nl", "en"), root)
    assert "briefing models install FILE.argosmodel" in caught.value.hint
    assert "translate-nl_en" in caught.value.hint
    assert web.asked == [web.asked[0]]
    assert capfd.readouterr() == ("", "")
    assert not root.exists()


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_a_blocked_socket_is_no_traceback(root, monkeypatch):
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", "http://127.0.0.1:9/index.json")
    with pytest.raises(ModelError, match="index could not be reached"):
        install_official(("nl", "en"), root)


def test_a_package_that_cannot_be_fetched_is_named(web, root):
    with pytest.raises(ModelError, match="translate-nl_en could not be fetched") as caught:
        install_official(("nl", "en"), root)
    assert "briefing models install FILE.argosmodel" in caught.value.hint


@pytest.mark.parametrize("index", [b"<html>", b'[{"links": 3}, 4]', b"3"])
def test_an_index_that_is_none_is_named(web, root, index):
    web.index = index
    with pytest.raises(ModelError, match="index"):
        install_official(("nl", "en"), root)


def test_a_pair_that_is_not_offered_gets_the_ones_that_are(web, root):
    web.index = [listed("de"), listed("fr"), listed("en", "fr")]
    with pytest.raises(ModelError, match="has no translate-nl_en") as caught:
        install_official(("nl", "en"), root)
    assert caught.value.hint == "It translates into en from: de, fr."


def test_a_fetched_archive_is_checked_like_any_other(web, root):
    web.files["nl_en-1.0.argosmodel"] = b"<html>Not found</html>"
    with pytest.raises(ModelError, match="not a package archive"):
        install_official(("nl", "en"), root)
    assert installed(root) == ()


def test_codes_that_would_make_a_path_are_refused(web, root):
    with pytest.raises(ModelError, match="language codes"):
        install_official(("../x", "en"), root)
    assert web.asked == []


def test_the_loggers_of_argos_are_quiet(web, root, caplog):
    web.offer()
    with caplog.at_level(logging.DEBUG):
        install_official(("nl", "en"), root)
    assert [record for record in caplog.records if record.name.startswith("argostranslate")] == []
