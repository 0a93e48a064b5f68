"""`briefing translate`: articles in English, as text, JSON, Word, HTML, Markdown or TMX."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import options, output, setup
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.memory import Entry
    from briefing.pipeline import Translated
    from briefing.translate import TranslatedArticle, Translation

FORMATS = ("text", "json", "docx", "html", "md", "tmx")


def translate(
    files: options.Files = None,
    *,
    out: options.Output = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="Default: by -o, else text.")
    ] = None,
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="With the original beside the English.")
    ] = False,
    glossary: options.GlossaryFiles = None,
    no_glossary: options.NoGlossary = False,
    model: options.Model = None,
    language: options.Language = None,
    memory: Annotated[str | None, typer.Option(metavar="FILE", help="Another translation memory.")] = None,
    no_memory: options.NoMemory = False,
    force: options.Force = False,
    quiet: options.Quiet = False,
) -> None:
    """Translate articles: one paragraph a line, parted by empty lines, on standard output."""
    chosen = setup.resolve({"glossary": glossary, "model": model, "language": language, "memory": memory})
    kind = format_ or output.format_of(out, FORMATS) or "text"
    if kind not in FORMATS:
        raise UsageError(
            f"--format: there is no format {kind!r} here.", f"Choose one of {', '.join(FORMATS)}."
        )
    target = out or output.STDOUT
    if kind == "docx" and output.is_stdout(target) and setup.stdout_is_terminal():
        raise UsageError("A Word document is not for a terminal.", "Name a file: -o FILE.docx")
    if not files:
        raise UsageError("There is nothing to translate.", "Name articles, or - for standard input.")
    output.check(target, force=force, read=setup.read_by(chosen, files))

    from briefing import pipeline
    from briefing.cli.progress import progress

    terms = setup.load_glossary(chosen, none=no_glossary)
    reading = pipeline.read(files, language=chosen["language"], each_once=False)
    with setup.open_memory(chosen, none=no_memory) as remembered, progress("Translating", quiet=quiet) as bar:
        done = pipeline.translate(
            reading, setup.engines_for(chosen), glossary=terms, memory=remembered, progress=bar
        )
    output.write(target, _rendered(done, kind, bilingual=bilingual), force=force)
    setup.tell_left_out(done.skipped, done.duplicates, quiet=quiet)
    if done.skipped:
        raise typer.Exit(3)


def _rendered(done: Translated, kind: str, *, bilingual: bool) -> bytes:
    if kind == "text":
        return _text(done.articles, bilingual=bilingual).encode()
    if kind == "json":
        document = {"signature": str(done.signature), "articles": [_article(a) for a in done.articles]}
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    if kind == "tmx":
        return _tmx(done)
    from briefing import render

    about = render.About(signature=str(done.signature), made=setup.now())
    return render.translation(done.articles, kind, bilingual, about)


def _text(articles: tuple[TranslatedArticle, ...], *, bilingual: bool) -> str:
    blocks: list[str] = []
    for article in articles:
        grouped: dict[int, list[Translation]] = {}
        for translation in ([article.title] if article.title else []) + list(article.translations):
            grouped.setdefault(translation.sentence.block, []).append(translation)
        for block in grouped.values():
            original = " ".join(" ".join(t.sentence.text.split()) for t in block)
            english = " ".join(t.english for t in block)
            blocks.append(f"{original}\n{english}" if bilingual else english)
    return "\n\n".join(blocks) + "\n"


def _article(article: TranslatedArticle) -> dict[str, Any]:
    source = article.article
    return {
        "source": source.source,
        "date": source.date.isoformat() if source.date else None,
        "title": source.title,
        "language": source.language,
        "sentences": [
            {
                "id": t.sentence.id,
                "kind": str(t.sentence.kind),
                "nl": t.sentence.text,
                "en": t.english,
                "terms": [{"nl": u.nl, "en": u.en, "status": str(u.status)} for u in t.terms],
                "flags": [str(flag) for flag in t.flags],
            }
            for t in article.translations
        ],
    }


def _tmx(done: Translated) -> bytes:
    from briefing.memory import Key, Record, write_tmx
    from briefing.translate import Origin

    created = setup.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    model = dict(done.signature.fields).get("model", "")
    dutch = [a for a in done.articles if a.article.language == "nl"]
    units = {t.sentence.text: t for a in dutch for t in a.translations}
    return write_tmx(
        Record(t.sentence.text, t.english, created)
        if t.origin is Origin.REVIEWED
        # What no person saw says so, lest it should come back into a memory as reviewed.
        else Record(t.sentence.text, t.english, created, Key(t.sentence.text, model), _entry(t, created))
        for t in units.values()
    )


def _entry(translation: Translation, created: str) -> Entry:
    from briefing import memory

    terms = tuple((use.nl, use.en, str(use.status)) for use in translation.terms)
    flags = tuple(map(str, translation.flags))
    return memory.Entry(translation.english, translation.score, flags, terms, created)
