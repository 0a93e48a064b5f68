"""Dutch-English pairs to check, from TMX and from the JSON that `briefing translate` prints."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import SourceError


def read_pairs(path: Path) -> list[tuple[str, str, str]]:
    """Return (place, Dutch, English) for every pair of a file; a BriefingError where it is neither TMX nor our JSON."""
    try:
        head = path.read_bytes()[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}).") from None
    if head.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        from briefing.memory import read_tmx

        contents = read_tmx(path)
        found = [(unit.nl, unit.english) for unit in contents.corrections]
        found += [(key.nl, entry.english) for key, entry in contents.entries]
        if not found:
            raise SourceError(
                f"{path}: the file holds no pair of Dutch and English.", "Is it another language pair?"
            )
        return [(f"{path}: unit {n}", nl, en) for n, (nl, en) in enumerate(found, start=1)]
    from briefing.memory import read_bilingual

    pairs = [(f"{path}: {place}", nl, en) for place, nl, en in read_bilingual(path)]
    if not pairs:
        raise SourceError(
            f"{path}: the file holds no pair of Dutch and English.",
            "Give the output of `briefing translate --format json`.",
        )
    return pairs
