"""The memo as one JSON document, for other programs."""

from __future__ import annotations

import json
from typing import Any

from briefing.memo import SECTIONS, AnnexArticle, Cited, Grid, Memo, Source

FORMAT = "briefing-memo/1"


def render_memo(memo: Memo) -> bytes:
    """Return the memo as UTF-8 JSON: the title block, then each printed section under its name."""
    sections = {name: _SECTIONS[name](memo) for name in memo.sections}
    document = {
        "format": FORMAT,
        "title": memo.title,
        "to": memo.to,
        "from": memo.sender,
        "date": memo.date.isoformat(),
        "subject": memo.subject,
        "marking": memo.marking,
        "period": memo.period,
        "coverage": memo.coverage,
        "notice": memo.notice,
        "signature": memo.method.signature,
        "made": memo.made.isoformat().replace("+00:00", "Z"),
        "sections": [
            {"name": name, "heading": SECTIONS[name], "content": content}
            for name, content in sections.items()
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _cited(entry: Cited) -> dict[str, Any]:
    return {
        "anchor": entry.anchor,
        "en": entry.english,
        "nl": entry.dutch,
        "sentences": list(entry.sentences),
        "source": entry.source,
        "reference": entry.reference,
        "flags": list(entry.flags),
        "reviewed": entry.reviewed,
        "translated": not entry.untranslated,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        "title": source.title,
        "original_title": source.original,
        "titled": source.titled,
        "date": source.iso or None,
        "file": source.file,
        "path": source.path,
        "words": source.words,
        "language": source.language,
        "publisher": source.publisher,
        "url": source.url,
    }


def _article(article: AnnexArticle) -> dict[str, Any]:
    return {
        "source": article.source.number,
        "sentences": [
            {
                "id": row.id,
                "kind": row.kind,
                "nl": row.nl,
                "en": row.en,
                "terms": [{"nl": use.nl, "en": use.en, "status": use.status} for use in row.terms],
                "flags": list(row.flags),
                "reviewed": row.reviewed,
                "translated": not row.untranslated,
                "used_in": list(row.uses),
            }
            for row in article.rows
        ],
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "columns": list(grid.columns),
        "rows": [{"label": label, "counts": list(counts)} for label, counts in grid.rows],
    }


def _method(memo: Memo) -> dict[str, Any]:
    method = memo.method
    return {
        "statements": list(method.statements),
        "options": dict(method.options),
        "signature": method.signature,
        "flagged": [
            {"id": f.id, "nl": f.dutch, "en": f.english, "flags": list(f.flags), "reasons": list(f.reasons)}
            for f in method.flagged
        ],
        "skipped": [{"file": file, "reason": reason} for file, reason in method.skipped],
        "duplicates": [{"file": file, "same_as": first} for file, first in method.duplicates],
    }


_SECTIONS: dict[str, Any] = {
    "bottom-line": lambda memo: [_cited(entry) for entry in memo.bottom_line],
    "key-points": lambda memo: [_cited(entry) for entry in memo.key_points],
    "developments": lambda memo: [
        {
            "label": theme.heading,
            "above": list(theme.above),
            "entries": [_cited(entry) for entry in theme.entries],
        }
        for theme in memo.themes
    ],
    "timeline": lambda memo: [
        {
            "date": event.iso or None,
            "expression": event.expression,
            "note": event.note,
            "entry": _cited(event.entry),
        }
        for event in memo.timeline
    ],
    "positions": lambda memo: [
        {
            "speaker": s.name,
            "statements": [{"speech": said.speech, "entry": _cited(said.entry)} for said in s.statements],
        }
        for s in memo.speakers
    ],
    "disagreements": lambda memo: [
        {
            "subject": d.subject,
            "values": [{"value": value, "entry": _cited(entry)} for value, entry in d.values],
        }
        for d in memo.disputes
    ],
    "terms": lambda memo: [
        {"nl": t.nl, "en": t.en, "count": t.count, "kept": t.kept, "repaired": t.repaired, "missed": t.missed}
        for t in memo.terms
    ],
    "sources": lambda memo: {
        "list": [_source(source) for source in memo.sources],
        "coverage": _grid(memo.grid) if memo.grid else None,
    },
    "method": _method,
    "assessment": lambda _: {"assessment": None, "likelihood": None, "confidence": None, "reviewer": None},
    "annex": lambda memo: [_article(article) for article in memo.annex],
}
