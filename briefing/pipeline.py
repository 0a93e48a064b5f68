"""What every command begins with: articles read, segmented and translated. Receives its engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing import __version__, segment, sources
from briefing.article import Article
from briefing.errors import ModelError, SourceError
from briefing.glossary import Glossary
from briefing.match import Matcher
from briefing.memory import Memory
from briefing.signature import Signature
from briefing.translate import Engine, SearchOptions, Segmented, TranslatedArticle, Translator, untranslated

# Gives the engine that translates from a language; raises ModelError where none is installed.
EngineFor = Callable[[str], Engine]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of the sources: articles in order, (file, reason) of the skipped, (file, its twin) of the doubles."""

    articles: tuple[Article, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Translated:
    """Translated articles, numbered from 1, with what was skipped on the way and the signature so far."""

    articles: tuple[TranslatedArticle, ...]
    signature: Signature
    skipped: tuple[tuple[str, str], ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()


def read(
    paths: Sequence[str],
    *,
    language: str | None = None,
    since: date | None = None,
    until: date | None = None,
    each_once: bool = True,
) -> Reading:
    """Return the articles that `paths` name, each text once, or as often as it is named.

    An unreadable one is skipped; where none is left all reasons are raised as SourceError, as it is for a path
    that does not exist. Articles that cannot lie between `since` and `until` are left out, undated ones stay.
    """
    articles: list[Article] = []
    skipped: list[tuple[str, str]] = []
    failure: SourceError | None = None
    for path in sources.find(paths, each_once=each_once):
        try:
            articles.append(sources.read(path, language=language))
        except SourceError as error:
            failure = failure or error
            skipped.append((path, str(error)))
    if failure and not articles:
        raise failure if len(skipped) == 1 else SourceError(" ".join(reason for _, reason in skipped))
    doubles = sources.duplicates(articles) if each_once else ()
    dropped = {index for _, index in doubles}
    kept = [a for i, a in enumerate(articles) if i not in dropped]
    inside = [a for a in kept if a.date is None or a.date.may_lie(since, until)]
    if not inside:
        raise SourceError(
            f"None of the {len(kept)} articles lies in the period asked for.", "Widen --since and --until."
        )
    return Reading(
        tuple(inside), tuple(skipped), tuple((articles[d].source, articles[k].source) for k, d in doubles)
    )


def translate(
    reading: Reading,
    engine_for: EngineFor,
    *,
    glossary: Glossary | None = None,
    memory: Memory | None = None,
    options: SearchOptions | None = None,
    progress: Progress | None = None,
) -> Translated:
    """Return the articles in English, all of one language together.

    English articles stay as they are. An article in a language without a model is skipped; where no article is
    left, that is raised, with each file and its reason.
    """
    options = options or SearchOptions()
    engines: dict[str, Engine] = {}
    skipped = list(reading.skipped)
    usable: list[Article] = []
    for article in reading.articles:
        language = article.language
        if language not in engines and language != "en":
            try:
                engines[language] = engine_for(language)
            except ModelError as error:
                if language == "nl":
                    raise
                skipped.append((article.source, str(error)))
                continue
        usable.append(article)
    if not usable:
        raise ModelError(" ".join(f"{file}: {reason}" for file, reason in skipped))

    numbered = [
        Segmented(n, a, segment.segment(a, n), segment.title_sentence(a, n)) for n, a in enumerate(usable, 1)
    ]
    done = {a.number: untranslated(a) for a in numbered if a.article.language == "en"}
    matcher = Matcher(glossary) if glossary else None
    for language, engine in engines.items():
        group = [a for a in numbered if a.article.language == language]
        # The glossary is Dutch–English, and the memory's corrections are of Dutch.
        dutch = language == "nl"
        translator = Translator(engine, matcher if dutch else None, memory if dutch else None, options)
        done |= {a.number: a for a in translator.translate(group, progress)}
    return Translated(
        tuple(done[a.number] for a in numbered),
        _signature(engines, glossary, options),
        tuple(skipped),
        reading.duplicates,
    )


def _signature(engines: dict[str, Engine], glossary: Glossary | None, options: SearchOptions) -> Signature:
    models = [("model", f"{e.name}:{e.fingerprint[:12]}") for _, e in sorted(engines.items())]
    terms = f"{glossary.name}:{len(glossary)}:{glossary.sha256[:12]}" if glossary else "none"
    fields = [("briefing", __version__), *models, ("glossary", terms)]
    return Signature((*fields, ("search", str(options)))) if engines else Signature(tuple(fields))
