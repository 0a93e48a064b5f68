"""The exceptions of this program: one root, one class for each thing that can be wrong.

A message is one sentence for the person at the keyboard, with the place (file, line) in it; `hint` is the
next step. The command line prints both and exits with `exit_code`.
"""

INTERRUPTED = 130  # the exit code after Ctrl-C
STOPPED = "Stopped. No file was left half-written."


class BriefingError(Exception):
    """A failure that the user can understand and mend."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep one sentence on what is wrong and where, and optionally the next step."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return message and hint as one text."""
        return f"{self.message} {self.hint}".strip()


class UsageError(BriefingError):
    """The command's words do not fit together."""


class SourceError(BriefingError):
    """An article cannot be read."""


class GlossaryError(BriefingError):
    """A glossary file cannot be read, or an entry in it is wrong."""


class ModelError(BriefingError):
    """A translation model is missing, broken, foreign, or not the file it should be."""


class MemoryFileError(BriefingError):
    """The translation memory cannot be opened or written."""


class SettingsError(BriefingError):
    """A setting has a value that cannot be used."""


class OutputError(BriefingError):
    """A result cannot be written where it should go."""
