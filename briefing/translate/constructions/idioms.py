"""Idioms that are whole clauses, put plainly before the model sees them: *daarmee is het hek van de dam*.

Their subject and verb are part of them, so the verb stands before the subject, behind it or at the end, in any tense, and words of
the sentence stand between. No part of them is meant literally where all of them stand in one clause.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from briefing.match import general
from briefing.match.wordlist import word_list
from briefing.translate.constructions.rules import forms
from briefing.translate.paraphrase import rewritten
from briefing.translate.typography import folded

_BETWEEN = 7  # words that may stand before the subject, and between it and the rest
# What may stand before a verb at the end of its clause.
_AUXILIARIES = frozenset(
    word_list(
        "te zou zouden zal zullen kan kunnen kon konden moet moeten moest moesten gaat gaan ging gingen"
    )
    + word_list(
        "dreigt dreigde lijkt leek schijnt scheen mag mocht wordt werd is was zijn waren heeft had blijkt bleek"
    )
)
# What a clause may begin with: no verb before it belongs to it.
_CLAUSES = frozenset(
    word_list(
        "dat omdat zodat terwijl toen nadat voordat doordat zodra hoewel tenzij waardoor als of en maar nu want"
    )
)
_PRONOUNS = frozenset({"het", "dat"})  # articles too
_SHORT = 4  # letters of a rest that may be a preposition
_NOUN = 0.2  # share of a word's occurrences that stand in a noun's place, from which it is one
# What a last word is no part of the idiom before: `de zaak rond het huis`.
_GOES_ON = r"(?!\s+(?:de|het|een|deze|die|dit|dat|haar|hun|\d|(?-i:[A-Z])))"
_WORD = r"[^\W\d_][\w'’-]*"


@dataclass(frozen=True)
class _Clause:
    subject: str
    verb: str
    rest: str


@dataclass(frozen=True)
class Idiom:
    """A clause and what says the same in plain Dutch: subject, infinitive and rest of each."""

    clause: _Clause
    plain: _Clause

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The forms of the verb, each with that of the plain one."""
        return forms(self.clause.verb, self.plain.verb)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        subject, rest = (
            re.escape(part).replace(r"\ ", r"\s+") for part in (self.clause.subject, self.clause.rest)
        )
        ends = _GOES_ON if len(self.clause.rest) <= _SHORT else ""
        return re.compile(
            rf"(?<![\w'’-])(?P<before>(?:{_WORD}\s+){{0,{_BETWEEN}}}?)\b(?P<subject>{subject})(?P<between>(?:\s+{_WORD}){{0,{_BETWEEN}}}?)"
            rf"\s+(?P<rest>{rest})(?:(?P<joined>{'|'.join(self._forms)})\b|\b{ends}(?P<behind>(?:\s+{_WORD}){{0,3}}))",
            re.IGNORECASE,
        )

    def in_plain_words(self, text: str) -> str:
        """Return `text` with each occurrence in plain words, in the order and tense that it has."""
        return self._pattern.sub(self._plain, text)

    def _plain(self, found: re.Match[str]) -> str:
        between = found["between"].split()
        if self.clause.subject in _PRONOUNS and between and _noun(between[0], self._forms):
            return found[0]  # `het risico`
        verb = found.span("joined") if found["joined"] else self._verb(found)
        if verb is None:
            return found[0]
        form = self._forms[folded(found.string[slice(*verb)])]
        subject = self.plain.subject
        if subject == "er" != self.clause.subject and verb[1] < found.start("subject"):
            subject, form = "", f"{form} er"  # it stands right behind the verb
        edits = (
            (found.span("subject"), subject),
            (found.span("rest"), self.plain.rest),
            (verb, f" {form}" if found["joined"] else form),
        )
        begin = found.start()
        changes = [
            (start - begin, end - begin, new[:1].upper() + new[1:] if found.string[start].isupper() else new)
            for (start, end), new in edits
        ]
        return rewritten(found[0], changes, ())[0]

    def _verb(self, found: re.Match[str]) -> tuple[int, int] | None:
        """Return where the verb stands: behind the subject, behind the rest and auxiliaries, or before the subject."""
        for group, words in (
            ("between", list(re.finditer(_WORD, found["between"]))),
            ("behind", list(re.finditer(_WORD, found["behind"] or ""))),
            ("before", list(re.finditer(_WORD, found["before"]))[::-1]),
        ):
            for word in words:
                low = word[0].lower()
                if low in self._forms:
                    start = found.start(group)
                    return start + word.start(), start + word.end()
                if low in _CLAUSES or (group == "behind" and low not in _AUXILIARIES):
                    break
        return None


def _noun(word: str, verb: Container[str]) -> bool:
    """Whether a word is no form of the verb and, as far as is known, a noun."""
    usage = general.load().usage(word.lower())
    return word.lower() not in verb and usage is not None and usage.noun > _NOUN


def put_plainly(text: str) -> str:
    """Return Dutch `text` with its sentence idioms in plain words."""
    low = text.lower()
    for idiom in load():
        if idiom.clause.rest in low and idiom.clause.subject in low:
            text = idiom.in_plain_words(text)
    return text


@lru_cache(maxsize=1)
def load() -> tuple[Idiom, ...]:
    """Return the shipped idioms, read once."""
    data = resources.files("briefing.translate").joinpath("data", "sentence_idioms.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in data.splitlines() if not line.startswith("#"))
    idioms = (Idiom(_Clause(*row[:3]), _Clause(*row[3:])) for row in rows)
    # The longest first: others stand in it.
    return tuple(sorted(idioms, key=lambda idiom: -len(idiom.clause.rest)))
