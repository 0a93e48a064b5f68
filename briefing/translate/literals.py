"""What is copied letter for letter: addresses, paths, hashtags, emoji, and figures that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.glossary import Term, TermStatus
from briefing.match import TermMatch

# Lengths are bounded as the standard bounds them (RFC 1035, RFC 5321): on a run of letters without end a search would take for ever.
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_LABELS = rf"(?:\.{_LABEL}){{1,10}}"
# What stands behind a full stop without a space (`hij.zij/hun`), and is no domain.
_WORDS = "|".join(
    (
        "aan als bij dan dat den der des deze die dit door dus een geen haar hen het hij hun jij maar met naar niet nog "
        "onder ons onze ook over tegen toen tot uit van voor want wel wij zij"
    ).split()
)
_TAIL = r"(?:[/?#][^\s<>\"]*[^\s<>\"'.,;:!?)\]])?"
_COPIED = re.compile(
    rf"""
    (?:https?|ftp)://[^\s<>"]*[^\s<>"'.,;:!?)\]]        # an address with its scheme
    | [\w.+-]{{1,64}}@{_LABEL}{_LABELS}                    # mail
    | \bwww\.{_LABEL}{_LABELS}{_TAIL}                     # an address without it
    | \b{_LABEL}(?:\.{_LABEL}){{0,10}}\.(?:nl|be|com|org|net|eu|int|gov|info|news)\b{_TAIL}
    | \b(?-i:[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,10}}\.(?!(?:{_WORDS})/)[a-z]{{3,}})/[^\s<>"]*[^\s<>"'.,;:!?)\]]   # of another domain, with a page
    | (?<!\w)(?:[a-z]:|\\)\\[^\s<>"]*[^\s<>"'.,;:!?)\]]   # a path of Windows
    | (?<![\w&])[\#@]\w{{2,}}                           # a hashtag, a handle
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMELESS = re.compile(r"#\d+")  # "#2" is a rank, not a hashtag
# Pictographs, dingbats, flags; with the signs that change or join them (Unicode 16, emoji-data.txt).
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23fa]"
    "[\ufe0e\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+"
)


def matches(text: str, taken: tuple[TermMatch, ...] = ()) -> tuple[TermMatch, ...]:
    """Return the addresses, paths, hashtags and handles of `text` as terms to keep, where no match of `taken` stands.

    So they are put to the model, checked and decoded again as a glossary's `keep` entries are.
    """
    found = []
    for copied in _COPIED.finditer(text):
        free = not any(match.touches(*copied.span()) for match in taken)
        if free and not _NAMELESS.fullmatch(copied.group()):
            term = Term(copied.group(), "", status=TermStatus.KEEP, domain=_DOMAIN)
            found.append(TermMatch((term,), (copied.span(),), copied.group()))
    return tuple(found)


def without(text: str) -> str:
    """Return `text` less its addresses, paths, hashtags and handles."""
    return _COPIED.sub(" ", text)


_DOMAIN = "\0literal"  # no glossary can hold it


def is_literal(match: TermMatch) -> bool:
    """Return whether a match comes from here, not from a glossary."""
    return bool(match.terms) and match.term.domain == _DOMAIN


def cut(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of `text` between and at its emoji, and whether each is to be copied."""
    at = 0
    for emoji in _EMOJI.finditer(text):
        if before := text[at : emoji.start()].strip():
            yield before, False
        yield emoji.group(), True
        at = emoji.end()
    if rest := text[at:].strip():
        yield rest, False


_GROUPED = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w/:-]|[.,]\d)")
_DECIMAL = re.compile(r"(?<![\w.,:/-])\d+,\d+(?![\w/:-]|[.,]\d)")
_SWAP = str.maketrans(".,", ",.")


def figures(text: str) -> str:
    """Return a text without language, such as a cell of a table, with its figures in English notation."""
    return _DECIMAL.sub(lambda n: n[0].translate(_SWAP), _GROUPED.sub(lambda n: n[0].translate(_SWAP), text))
