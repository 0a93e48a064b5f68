"""Translation packages: find, verify, install, describe. The only door to Argos Translate."""

from briefing.packages.checksums import Finding, check, fingerprint, pinned, verify
from briefing.packages.find import (
    default_root,
    embedded,
    find,
    installed,
    language_pair,
    named,
    remove,
    unusable,
)
from briefing.packages.install import install
from briefing.packages.official import install_official
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
    "install",
    "install_official",
    "installed",
    "language_pair",
    "named",
    "pinned",
    "remove",
    "tokenizer",
    "unusable",
    "verify",
]
