"""The MultiLing 2011 topics: articles read as the corpus's own note says, references, and the systems of the time."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path

from briefing.article import Article, Block, BlockKind, PartialDate
from briefing.segment import segment
from briefing.translate.types import TranslatedArticle, Translation

ROOT = Path(__file__).resolve().parents[2] / "shared/eval/multiling2011"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE_LINE = re.compile(rf"^(?:\w+day, )?((?:{_MONTHS}) \d{{1,2}}, \d{{4}})\s*")
_HEADING_WORDS = 20


def topics() -> list[str]:
    """Return the names of the topics that are there, in order; none where the corpus is absent."""
    return sorted(path.name for path in ROOT.iterdir()) if ROOT.is_dir() else []


def corpus_hash() -> str:
    """Return the first digits of the SHA-256 over all sources and references in name order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in ROOT.rglob("*") if p.is_file()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def articles(topic: str) -> list[TranslatedArticle]:
    """Return the articles of a topic in date order, headline and date line left out, as English articles."""
    read = []
    for place, path in enumerate(sorted((ROOT / topic / "src").iterdir())):
        lines = [line.strip() for line in path.read_text("utf-8-sig").split("\n") if line.strip()][1:]
        when = None
        for index, line in enumerate(lines[:2]):
            if found := _DATE_LINE.match(line):
                when = PartialDate.of(datetime.strptime(f"{found[1]} +0000", "%B %d, %Y %z").date())
                lines[index] = line[found.end() :]
                break
        if when is None:
            raise SystemExit(f"{path.name}: no date line")
        read.append((when.first, place, path.name, when, tuple(_block(line) for line in lines if line)))
    found_articles = []
    for number, (_, _, name, when, blocks) in enumerate(sorted(read, key=lambda item: item[:2]), 1):
        article = Article(name, blocks, "en", date=when)
        sentences = segment(article, number)
        found_articles.append(
            TranslatedArticle(number, article, tuple(Translation(s, s.text) for s in sentences))
        )
    return found_articles


def _block(line: str) -> Block:
    closed = re.search(r"[.!?:,][\"”’)]*$", line) or len(line.split()) > _HEADING_WORDS
    return Block(line, BlockKind.PARAGRAPH if closed else BlockKind.HEADING)


def references(topic: str) -> list[str]:
    """Return the human summaries of a topic."""
    return [path.read_text("utf-8-sig") for path in sorted((ROOT / topic / "ref").iterdir())]


def peers(topic: str) -> dict[str, str]:
    """Return the summaries of the systems that took part, by their id."""
    return {
        path.name.split("_")[0]: path.read_text("utf-8-sig")
        for path in sorted((ROOT / topic / "peer").iterdir())
    }
