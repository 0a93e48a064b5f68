"""The memo as plain data: what stands in it, in which order, and which sentence each word rests on."""

from briefing.memo.compose import compose, notice, side_by_side
from briefing.memo.types import (
    AnnexArticle,
    AnnexRow,
    Cited,
    DatedEntry,
    Dispute,
    Flagged,
    Grid,
    Memo,
    MemoRequest,
    Method,
    Source,
    Speaker,
    Statement,
    TermRow,
    ThemeGroup,
)
from briefing.memo.wording import SECTIONS, section_names

__all__ = [
    "SECTIONS",
    "AnnexArticle",
    "AnnexRow",
    "Cited",
    "DatedEntry",
    "Dispute",
    "Flagged",
    "Grid",
    "Memo",
    "MemoRequest",
    "Method",
    "Source",
    "Speaker",
    "Statement",
    "TermRow",
    "ThemeGroup",
    "compose",
    "notice",
    "section_names",
    "side_by_side",
]
