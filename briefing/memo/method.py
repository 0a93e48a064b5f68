"""The section on method and limits: what a reader must know before relying on a word of the memo."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.glossary import Glossary
from briefing.memo.types import Flagged, Method
from briefing.memo.wording import LANGUAGES, count, listing, reasons
from briefing.signature import Signature
from briefing.summarise.types import Summary
from briefing.translate.types import Origin, TranslatedArticle, Translation

_EXTRACTIVE = (
    "The summary is extractive: each sentence above is a sentence of a source, and the program chose, grouped and "
    "ordered them but wrote none of its own. What was left out may matter."
)
_SUMMARY = {"bottom-line", "key-points", "developments", "timeline", "positions", "disagreements"}


def describe(
    articles: Sequence[TranslatedArticle],
    summary: Summary,
    glossary: Glossary | None,
    signature: Signature,
    skipped: Sequence[tuple[str, str]],
    duplicates: Sequence[tuple[str, str]],
    sections: Sequence[str],
) -> Method:
    """Return the statements, the options, the signature and every sentence that failed a check, in source order.

    What is said depends on the `sections` that are printed: without a summary nothing is said of one.
    """
    summarised = bool(_SUMMARY & set(sections))
    spoken = [
        (t, a.article.language) for a in articles for t in ((a.title,) if a.title else ()) + a.translations
    ]
    everything = [t for t, _ in spoken]
    flagged = tuple(
        Flagged(t.sentence.id, t.sentence.text, t.english, t.flags, reasons(t), language)
        for t, language in spoken
        if t.flags
    )
    return Method(
        statements=(
            *_translation(
                articles,
                everything,
                glossary,
                listing([value.partition(":")[0] for name, value in signature.fields if name == "model"]),
            ),
            *(
                [_EXTRACTIVE + (" The annex holds every article in full." if "annex" in sections else "")]
                * summarised
            ),
            *_checks(everything, flagged),
            *(_dates(articles) if "timeline" in sections else []),
            *(
                ["The program states no likelihood and no confidence. Those are for the analyst."]
                * summarised
            ),
        ),
        options=summary.method if summarised else (),
        signature=str(signature),
        flagged=flagged,
        skipped=tuple(skipped),
        duplicates=tuple(duplicates),
    )


def _translation(
    articles: Sequence[TranslatedArticle],
    everything: Sequence[Translation],
    glossary: Glossary | None,
    model: str,
) -> list[str]:
    translated = [t for t in everything if t.origin is not Origin.ORIGINAL]
    reviewed = sum(t.origin is Origin.REVIEWED for t in translated)
    english = [str(a.number) for a in articles if a.article.language == "en"]
    said: list[str] = []
    if translated:
        spoken = dict.fromkeys(
            LANGUAGES.get(a.article.language, a.article.language)
            for a in articles
            if a.article.language != "en"
        )
        terms = (
            f" under a glossary of {count(len(glossary), 'entry', 'entries')}"
            if glossary and len(glossary)
            else ", without a glossary"
        )
        said.append(
            f"The English is a machine translation from {listing(list(spoken)) or 'Dutch'}"
            f"{f' by {model}' if model else ''}{terms}, made offline. "
            + (
                f"A person has reviewed {count(reviewed, 'sentence')} of {len(translated):,}, marked “reviewed”; "
                "nobody has reviewed the others."
                if reviewed
                else "Nobody has reviewed it."
            )
        )
    if english:
        one = len(english) == 1
        said.append(
            f"Source{'' if one else 's'} {listing(english)} {'is' if one else 'are'} in English and stand{'s' if one else ''} here as written."
        )
    return said


def _checks(everything: Sequence[Translation], flagged: Sequence[Flagged]) -> list[str]:
    translated = sum(t.origin is not Origin.ORIGINAL for t in everything)
    if not translated:
        return []
    if not flagged:
        return [
            f"All {count(translated, 'translated segment')} passed the automatic checks, which do not see every error."
        ]
    are = "is" if len(flagged) == 1 else "are"
    failed = f"Of {count(translated, 'translated segment')}, {len(flagged):,} failed an automatic check"
    return [f"{failed} after every attempt and {are} listed below. The checks do not see every error."]


def _dates(articles: Sequence[TranslatedArticle]) -> list[str]:
    coarse = [str(a.number) for a in articles if a.article.date is None or a.article.date.day is None]
    said = "Words such as “yesterday” or a weekday are dated from the day of their article."
    if not coarse:
        return [said]
    one = len(coarse) == 1
    return [
        f"{said} The day of source{'' if one else 's'} {listing(coarse)} is not known, so such words there stay undated."
    ]
