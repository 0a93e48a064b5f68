"""Reading articles: files, folders or standard input in, `Article`s out.

The form of a file is recognised by its bytes, its encoding and its language too; nothing is fetched.
"""

from __future__ import annotations

from briefing.sources.duplicates import duplicates
from briefing.sources.files import STDIN, find
from briefing.sources.reader import read, read_bytes

__all__ = ["STDIN", "duplicates", "find", "read", "read_bytes"]
