"""Puts a memo together: what was translated and picked becomes numbered, cited, cross-referenced entries."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from unicodedata import normalize

from briefing.article import PartialDate, SentenceKind
from briefing.errors import UsageError
from briefing.glossary import Glossary
from briefing.memo import topics
from briefing.memo.grid import coverage
from briefing.memo.method import describe
from briefing.memo.types import (
    AnnexArticle,
    AnnexRow,
    Cited,
    DatedEntry,
    Dispute,
    Memo,
    MemoRequest,
    Source,
    Speaker,
    Statement,
    TermRow,
    ThemeGroup,
    long_date,
)
from briefing.memo.wording import LANGUAGES, SECTIONS, count, listing, reasons, section_names
from briefing.signature import Signature
from briefing.summarise.themes import UNNAMED
from briefing.summarise.types import Event, KeyPoint, Position, Summary, Theme
from briefing.translate.types import Origin, TermOutcome, TranslatedArticle, Translation

_OLD = 31  # days before the memo from which the reader is told that its sources are not new
_OPENING_WORDS = 12  # of an article without a title, enough to recognise it by
_BILINGUAL = ("sources", "method", "annex")


def compose(
    articles: Sequence[TranslatedArticle],
    summary: Summary,
    *,
    request: MemoRequest,
    glossary: Glossary | None,
    signature: Signature,
    skipped: Sequence[tuple[str, str]] = (),
    duplicates: Sequence[tuple[str, str]] = (),
) -> Memo:
    """Return the memo that `request` asks for.

    `skipped` are (file, reason) pairs, `duplicates` (file, file with the same text) pairs. Every entry gets an
    anchor, a letter for its section and a number, and every sentence of the annex the anchors that cite it.
    Raises UsageError for a section that does not exist, or for a paper that is neither `a4` nor `letter`.
    """
    if request.paper not in {"a4", "letter"}:
        raise UsageError(f"There is no paper “{request.paper}”.", "Paper is a4 or letter.")
    cite = _Citer(articles)
    asked = _BILINGUAL if request.bilingual_only else tuple(SECTIONS)
    if request.sections is not None:
        asked = section_names(request.sections)
    # What the bottom line says is not said again right below it, unless there is nothing else to say.
    points = _newest_first((summary.further if "bottom-line" in asked else ()) or summary.key_points)
    bottom_line = tuple(cite(f"B{n}", point.translations) for n, point in enumerate(summary.bottom_line, 1))
    key_points = tuple(cite(f"K{n}", point.translations) for n, point in enumerate(points, 1))
    above = (bottom_line if "bottom-line" in asked else ()) + (key_points if "key-points" in asked else ())
    themes = _themes(summary.themes, cite, above)
    timeline = _timeline(summary.timeline, cite)
    speakers = _speakers(summary.positions, cite)
    disputes = tuple(
        Dispute(
            d.subject, tuple((value, cite(f"X{n}.{m}", (t,))) for m, (value, t) in enumerate(d.values, 1))
        )
        for n, d in enumerate(summary.disagreements, 1)
    )
    terms = _terms(articles)
    filled = {
        "bottom-line": bottom_line,
        "key-points": key_points,
        "developments": themes,
        "timeline": timeline,
        "positions": speakers,
        "disagreements": disputes,
        "terms": terms,
        "sources": articles,
        "method": True,
        "assessment": True,
        "annex": articles,
    }
    sections = tuple(name for name in asked if filled[name] and (name != "annex" or request.annex))
    files = _files(articles)
    sources = tuple(_source(article, file) for article, file in zip(articles, files, strict=True))
    subjects = topics.terms(articles, glossary)
    actors = topics.names(articles)
    period = _period(articles)
    return Memo(
        title=_title(request, articles, glossary),
        to=request.to,
        sender=request.from_,
        date=request.date,
        subject=request.subject or _subject(articles, period, actors if subjects else ()),
        marking=request.marking,
        period=period,
        coverage=_coverage(articles),
        notice=notice(articles, summarised=not request.bilingual_only) + _age(articles, request.date),
        sections=sections,
        topics=subjects + actors,
        bottom_line=bottom_line,
        key_points=key_points,
        themes=themes,
        timeline=timeline,
        speakers=speakers,
        disputes=disputes,
        terms=terms,
        sources=sources,
        method=describe(articles, summary, glossary, signature, skipped, duplicates, sections),
        annex=tuple(
            AnnexArticle(source, _rows(article, cite.uses(sections)))
            for article, source in zip(articles, sources, strict=True)
        ),
        made=request.made,
        grid=coverage(articles, summary.timeline),
        template=request.template,
        paper=request.paper,
    )


_SECTION_OF = {
    "B": "bottom-line",
    "K": "key-points",
    "D": "developments",
    "T": "timeline",
    "P": "positions",
    "X": "disagreements",
}


def side_by_side(articles: Sequence[TranslatedArticle]) -> tuple[AnnexArticle, ...]:
    """Return the articles as the annex shows them, for a translation without a memo."""
    files = _files(articles)
    return tuple(
        AnnexArticle(_source(a, file), _rows(a, {})) for a, file in zip(articles, files, strict=True)
    )


class _Citer:
    """Makes cited entries and remembers which sentence each was taken from."""

    def __init__(self, articles: Sequence[TranslatedArticle]) -> None:
        self._articles = {article.number: article.article for article in articles}
        self._uses: dict[str, list[str]] = defaultdict(list)

    def __call__(self, anchor: str, translations: Sequence[Translation]) -> Cited:
        """Return `translations`, sentences of one source, as one entry."""
        number = translations[0].sentence.source
        article = self._articles[number]
        for translation in translations:
            self._uses[translation.sentence.id].append(anchor)
        return Cited(
            anchor=anchor,
            english=" ".join(t.english for t in translations),
            dutch=" ".join(t.sentence.text for t in translations),
            sentences=tuple(t.sentence.id for t in translations),
            source=number,
            date=str(article.date) if article.date else "",
            flags=tuple(dict.fromkeys(flag for t in translations for flag in t.flags)),
            reviewed=all(t.origin is Origin.REVIEWED for t in translations),
            untranslated=all(t.origin is Origin.ORIGINAL for t in translations),
            language=article.language,
            terms=tuple(use for t in translations for use in t.terms),
        )

    def uses(self, sections: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return sentence id -> the anchors that cite it in `sections`, in the memo's order."""
        printed = set(sections)
        return {
            id_: tuple(anchor for anchor in anchors if _SECTION_OF[anchor[0]] in printed)
            for id_, anchors in self._uses.items()
        }


def _newest_first(points: Sequence[KeyPoint]) -> list[KeyPoint]:
    """Return points in story order with the newest source first, as the bottom line is; within a source as it tells them."""
    sources = [list(told) for _, told in groupby(points, key=lambda p: p.translations[0].sentence.source)]
    return [point for told in reversed(sources) for point in told]


def _themes(themes: Iterable[Theme], cite: _Citer, printed: Iterable[Cited]) -> tuple[ThemeGroup, ...]:
    """Return the themes; of what is `printed` before them only where it stands, so that nothing is said twice."""
    anchors = {entry.sentences: entry.anchor for entry in printed}
    order = {anchor: place for place, anchor in enumerate(anchors.values())}
    found = []
    for n, theme in enumerate(themes, 1):
        above = [anchors.get(tuple(t.sentence.id for t in point.translations)) for point in theme.points]
        entries = [p for p, anchor in zip(theme.points, above, strict=True) if anchor is None]
        found.append(
            ThemeGroup(
                theme.label,
                tuple(cite(f"D{n}.{m}", point.translations) for m, point in enumerate(entries, 1)),
                tuple(sorted((anchor for anchor in above if anchor), key=order.__getitem__)),
            )
        )
    return tuple(group for group in found if group.entries or (group.above and group.label not in UNNAMED))


def _timeline(events: Iterable[Event], cite: _Citer) -> tuple[DatedEntry, ...]:
    """Return the events, numbered in the order that the summary gives them."""
    return tuple(
        DatedEntry(
            date=str(event.date) if event.date else "",
            iso=event.date.isoformat() if event.date else "",
            expression=event.expression,
            note=event.note,
            entry=cite(f"T{n}", (event.translation,)),
        )
        for n, event in enumerate(events, 1)
    )


def _speakers(positions: Iterable[Position], cite: _Citer) -> tuple[Speaker, ...]:
    """Return the speakers, who says most first; of equals who speaks first."""
    groups: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        groups[position.speaker].append(position)
    return tuple(
        Speaker(
            name,
            tuple(
                Statement(
                    "quoted" if p.speech == "direct" else "reported", cite(f"P{n}.{m}", (p.translation,))
                )
                for m, p in enumerate(said, 1)
            ),
        )
        for n, (name, said) in enumerate(sorted(groups.items(), key=lambda item: -len(item[1])), 1)
    )


def _terms(articles: Iterable[TranslatedArticle]) -> tuple[TermRow, ...]:
    """Return the terms of the articles, the most frequent first, then by the Dutch."""
    found: dict[tuple[str, str], Counter[TermOutcome]] = defaultdict(Counter)
    for article in articles:
        for translation in _all(article):
            for use in translation.terms:
                found[use.nl, use.en][use.status] += 1
    rows = [
        TermRow(nl, en, c[TermOutcome.KEPT], c[TermOutcome.REPAIRED], c[TermOutcome.MISSED])
        for (nl, en), c in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, normalize("NFD", row.nl).casefold(), row.en)))


def _files(articles: Sequence[TranslatedArticle]) -> tuple[str, ...]:
    """Return a name for each article's file: its last part, or as many as no other article has."""
    paths = [re.split(r"[\\/]", a.article.source) for a in articles]
    names = []
    for path in paths:
        length = 1
        while length < len(path) and sum(other[-length:] == path[-length:] for other in paths) > 1:
            length += 1
        names.append("/".join(path[-length:]))
    return tuple(names)


def _source(article: TranslatedArticle, file: str) -> Source:
    source = article.article
    title, original = "", ""
    if heading := article.title or _opening_heading(article):
        title, original = heading.english, heading.sentence.text
    elif source.title:
        title = source.title
    titled = bool(title)
    if not title and article.translations:
        words = article.translations[0].english.split()
        title = " ".join(words[:_OPENING_WORDS]).rstrip(",;:.") + ("…" if len(words) > _OPENING_WORDS else "")
    return Source(
        number=article.number,
        title=title,
        original=original if original != title else "",
        titled=titled,
        date=str(source.date) if source.date else "undated",
        iso=source.date.isoformat() if source.date else "",
        file=file,
        words=source.words,
        language=source.language,
        publisher=source.publisher or "",
        url=source.url or "",
        path=source.source,
    )


def _opening_heading(article: TranslatedArticle) -> Translation | None:
    """Return the heading that an article begins with, which is its title where no header says one."""
    first = next(iter(article.translations), None)
    return first if first and first.sentence.kind is SentenceKind.HEADING else None


def _rows(article: TranslatedArticle, uses: dict[str, tuple[str, ...]]) -> tuple[AnnexRow, ...]:
    return tuple(
        AnnexRow(
            id=t.sentence.id,
            block=t.sentence.block,
            kind=t.sentence.kind,
            nl=t.sentence.text,
            en=t.english,
            terms=t.terms,
            flags=t.flags,
            reasons=reasons(t),
            reviewed=t.origin is Origin.REVIEWED,
            untranslated=t.origin is Origin.ORIGINAL,
            uses=uses.get(t.sentence.id, ()),
        )
        for t in _all(article)
    )


def _all(article: TranslatedArticle) -> tuple[Translation, ...]:
    return ((article.title,) if article.title else ()) + article.translations


def _period(articles: Iterable[TranslatedArticle]) -> str:
    """Return `Feb 2025 to 5 Sep 2025`: the first and the last date of the articles, no more precise than they are."""
    articles = tuple(articles)
    dates: list[PartialDate] = [a.article.date for a in articles if a.article.date]
    undated = len(articles) - len(dates)
    tail = f" ({count(undated, 'article')} undated)" if undated else ""
    if not dates:
        return "not known: no article has a date"
    first, last = min(dates, key=lambda d: (d.first, d.last)), max(dates, key=lambda d: (d.last, d.first))
    return (str(first) if first == last else f"{first} to {last}") + tail


def _coverage(articles: Sequence[TranslatedArticle]) -> str:
    """Return `5 articles in Dutch, 1,912 words`."""
    spoken = Counter(LANGUAGES.get(a.article.language, a.article.language) for a in articles)
    words = count(sum(a.article.words for a in articles), "word")
    if len(spoken) == 1:
        return f"{count(len(articles), 'article')} in {next(iter(spoken))}, {words}"
    shares = listing([f"{number} in {language}" for language, number in spoken.most_common()])
    return f"{count(len(articles), 'article')} ({shares}), {words}"


def notice(articles: Sequence[TranslatedArticle], *, summarised: bool = True) -> str:
    """Return in one sentence what the reader holds: a machine translation, and how much of it was reviewed."""
    origins = Counter(t.origin for a in articles for t in _all(a))
    if set(origins) <= {Origin.ORIGINAL}:
        return f"{'Extractive summary of ' if summarised else ''}English sources, not reviewed."
    spoken = dict.fromkeys(
        LANGUAGES.get(a.article.language, a.article.language) for a in articles if a.article.language != "en"
    )
    summary = " and extractive summary" if summarised else ""
    reviewed, translated = origins[Origin.REVIEWED], sum(origins.values()) - origins[Origin.ORIGINAL]
    seen = (
        f"{count(reviewed, 'sentence')} of {translated:,} reviewed by a person"
        if reviewed
        else "not reviewed"
    )
    return f"Machine translation from {listing(list(spoken)) or 'Dutch'}{summary}, {seen}."


def _age(articles: Iterable[TranslatedArticle], day: date) -> str:
    """Return how old the news of a memo of `day` is, where the newest article may be mistaken for today's."""
    newest = max((a.article.date.last for a in articles if a.article.date), default=day)
    days = (day - newest).days
    if days < _OLD:
        return ""
    age = count(round(days / 30.44), "month") if days >= 2 * _OLD else count(days // 7, "week")
    return f" The newest source is {age} older than this memo."


def _title(request: MemoRequest, articles: Sequence[TranslatedArticle], glossary: Glossary | None) -> str:
    """Return the title or the subject that was asked for, else what the articles have in common, else their date."""
    if request.title or request.subject:
        return request.title or request.subject
    least = topics.least_shared(articles)
    subjects, actors = topics.terms(articles, glossary, least=least), topics.names(articles, least=least)
    if not subjects and not actors:
        return f"Press briefing, {long_date(request.date)}"
    about = f"{actors[0]}: {listing(subjects)}" if subjects and actors else listing(subjects or actors)
    return about[:1].upper() + about[1:]


def _subject(articles: Sequence[TranslatedArticle], period: str, actors: tuple[str, ...]) -> str:
    spoken = list(dict.fromkeys(LANGUAGES.get(a.article.language, a.article.language) for a in articles))
    press = f"{listing(spoken)}-language press" if len(spoken) == 1 else f"Press in {listing(spoken)}"
    when = "" if period.startswith("not known") else f", {period.partition(' (')[0]}"
    return f"{press}{when}" + (f": {listing(actors)}" if actors else "")
