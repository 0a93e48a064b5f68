"""The translation memory: what was translated before, and what people corrected."""

from briefing.memory.database import default_path
from briefing.memory.store import Memory
from briefing.memory.types import Correction, Entry, Key, Record

__all__ = ["Correction", "Entry", "Key", "Memory", "Record", "default_path"]
