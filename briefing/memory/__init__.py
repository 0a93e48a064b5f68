"""The translation memory: what was translated before, and what people corrected."""

from briefing.memory.database import default_path
from briefing.memory.exchange import Imported, import_file, read_bilingual
from briefing.memory.store import Memory
from briefing.memory.tmx import TmxContents, read_tmx, write_tmx
from briefing.memory.types import Correction, Entry, Key, Record

__all__ = [
    "Correction",
    "Entry",
    "Imported",
    "Key",
    "Memory",
    "Record",
    "TmxContents",
    "default_path",
    "import_file",
    "read_bilingual",
    "read_tmx",
    "write_tmx",
]
