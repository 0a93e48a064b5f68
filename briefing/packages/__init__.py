"""Translation packages: find, verify, install, describe. The only door to Argos Translate."""

from briefing.packages.checksums import Finding, check, fingerprint, verify
from briefing.packages.find import default_root, embedded, find, installed, remove
from briefing.packages.tokenizer import Tokenizer, tokenizer
from briefing.packages.types import Architecture, Package, TokenizerKind

__all__ = [
    "Architecture",
    "Finding",
    "Package",
    "Tokenizer",
    "TokenizerKind",
    "check",
    "default_root",
    "embedded",
    "find",
    "fingerprint",
    "installed",
    "remove",
    "tokenizer",
    "verify",
]
