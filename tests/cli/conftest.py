"""What the tests of the commands share."""

import pytest

from briefing import cli


@pytest.fixture
def run(monkeypatch, capfdbinary):
    """Call the command as the shell does; gives (exit code, stdout, stderr). A traceback fails the test."""

    def call(*words):
        monkeypatch.setattr("sys.argv", ["briefing", *map(str, words)])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        out, err = capfdbinary.readouterr()
        assert b"Traceback" not in err
        return exit_.value.code, out, err.decode()

    return call
