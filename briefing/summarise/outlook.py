"""Whether what a sentence dates lies behind its article or ahead of it: told by the finite verb of the date's own clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from briefing.summarise.tenses import ENGLISH, FINITE, TENSES, Kind, Tenses


class Way(IntEnum):
    """Where a date lies, seen from the day of its article."""

    BACK = -1
    OPEN = 0
    AHEAD = 1


@dataclass(frozen=True, slots=True)
class Outlook:
    """The way a clause looks; `sure` where its words leave no other reading."""

    way: Way
    sure: bool = False


_OPEN = Outlook(Way.OPEN)
_BACK = Outlook(Way.BACK, sure=True)
_AHEAD = Outlook(Way.AHEAD, sure=True)
_TOKEN = re.compile(r"\0|\d+(?:[.,:]\d+)*|[^\W_]+(?:[-’'][^\W_]+)*|[,;:()\"“”„«»–—]|(?<!\w)[‘’']|[’'](?!\w)")
_REACH = 200  # characters around a date in which its clause is looked for
_SAYING = frozenset("say tell announce confirm report warn write add stress".split())
_ANY = re.compile(r"\w")
_STOP = re.compile(r"[;–—]|:(?!\d)")
# Words that open a clause, but a phrase of the same clause as well: *after talks on Friday*.
_LOOSE = frozenset("after before as since until als".split())
_WOULD_NOT = frozenset("wilde wilden wou".split())
_BEEN = frozenset("be been being".split())
# What a participle follows that stands before a noun.
_NOUN_FOLLOWS = frozenset("the a an of its their his her by with for de het een achter met".split())
# Infinitives that stand for a participle beside another one.
_INSTEAD = frozenset(
    "laten blijven komen gaan zien horen doen kunnen moeten willen mogen helpen leren".split()
)


def outlook(text: str, start: int, end: int, language: str) -> Outlook:
    """Return which way the clause of the date `text[start:end]` looks, in Dutch (`nl`) or English (`en`)."""
    tenses = TENSES.get(language, ENGLISH)
    first = max(0, start - _REACH)
    text, start, end = text[first : end + _REACH], start - first, end - first
    before = text[max(0, start - 80) : start]
    if tenses.since.search(before):
        return _BACK
    clause = _clause(text, start, end, tenses)
    told = clause.outlook()
    if tenses.planned.search(before):
        return _OPEN if clause.past() else _AHEAD  # what was planned may be over
    if tenses.deadline.search(before):
        over = clause.past_state() or (told.way is Way.BACK and told.sure)
        return _OPEN if over else Outlook(Way.AHEAD, sure=told.way is not Way.BACK)
    if tenses.limit.search(before):
        return _AHEAD if told.way is Way.AHEAD else _OPEN
    if tenses.attribute.search(before) or text[end:].startswith(("’s", "'s")):
        return told if told.way is Way.BACK and tenses.during.search(before) else _OPEN
    return told


@dataclass(frozen=True, slots=True)
class _Clause:
    """The folded words of a clause, `at` the place of its date; `later` are the words behind the comma that ends it."""

    words: tuple[str, ...]
    at: int
    tenses: Tenses
    later: tuple[str, ...]

    def verb(self) -> int | None:
        """Return the place of the finite verb: the nearest before the date, or behind it where the verb comes last."""
        kinds = [self.tenses.kind(word) for word in self.words]
        finite = [i for i, kind in enumerate(kinds) if kind in FINITE and not self._no_verb(i)]
        able = (
            [i for i in finite if self.words[i] != "zijn"]  # his, as often as are
            or finite
            or [i for i, kind in enumerate(kinds) if kind is Kind.BASE and not self._infinitive(i)]
        )
        before = [i for i in able if i < self.at]
        after = [i for i in able if i > self.at]
        opened = (
            self.words[0] in self.tenses.openers and 1 not in able
        )  # "Dat heeft hij gezegd" is a main clause
        if self.tenses.last and opened and after:
            return after[0]
        return before[-1] if before else after[0] if after else None

    def whole(self) -> bool:
        """Return whether these words have the verb of the clause, and a perfect its participle."""
        place = self.verb()
        if place is None:
            return self._attribute() is not None
        kind = self.tenses.kind(self.words[place])
        if kind in {Kind.HAVE, Kind.BE}:
            return bool(self._done(place))
        # *dat* is a conjunction only before a clause with a verb of its own
        opened = self.words[0] in self.tenses.openers
        return kind is not Kind.BASE or (
            self.words[0] not in {"dat", "that"} and (opened or abs(place - self.at) == 1)
        )

    def _infinitive(self, place: int) -> bool:
        return self.words[place - 1 : place] == (self.tenses.to,)

    def _no_verb(self, place: int) -> bool:
        """Whether a past tense is another word: *vrijdag vroeg*, *the planned talks*, *talks planned for*."""
        word, before = self.words[place], self.words[place - 1] if place else ""
        if self.tenses.last:
            asks = self.words[place + 1 : place + 2] and self.words[place + 1] in {"de", "het", "een"}
            return word == "vroeg" and before in {"\0", "te", "al", "heel"} and not asks
        if self.tenses.kind(word) is Kind.PRESENT and place:
            past = [w for w in self.words[:place] if self.tenses.kind(w) is Kind.PAST]
            return bool(past) and self.tenses.lemma(past[-1]) not in _SAYING  # *received 92 votes*
        if self.tenses.done(word) and (before in _BEEN or self.tenses.kind(before) in {Kind.HAVE, Kind.BE}):
            return True  # "will be announced"
        return word.endswith("ed") and (before in _NOUN_FOLLOWS or not before)

    def _attribute(self) -> Outlook | None:
        """Return the way a participle behind the date looks that stands before its noun: *de donderdag gepubliceerde cijfers*."""
        word = self.words[self.at + 1] if self.at + 1 < len(self.words) else ""
        if not self.tenses.last or not word.endswith("e") or self.tenses.kind(word) is not Kind.PARTICIPLE:
            return None
        return _AHEAD if word[:-1] in self.tenses.expected or word == "geplande" else _BACK

    def outlook(self) -> Outlook:
        """Return the way the clause looks."""
        attribute = self._attribute()
        if attribute:
            return _OPEN if attribute is _AHEAD and self.past() else attribute
        place = self.verb()
        if place is None:
            done = self._done(len(self.words))  # *woensdag naar de Kamer gestuurd*
            told = bool(self.tenses.told_by & set(self.words)) or (done and done not in self.tenses.expected)
            return _BACK if told else _OPEN
        word = self.words[place]
        kind = self.tenses.kind(word)
        if kind in {Kind.HAVE, Kind.BE}:
            return self._perfect(place, kind)
        if kind is Kind.PAST:
            return self._past(place)
        if kind is Kind.WILL:
            return _OPEN if self._is_done(place) else _AHEAD
        if kind is Kind.WOULD:
            denied = word in _WOULD_NOT and not {"niet", "geen"}.isdisjoint(self.words)  # so he did not
            return _BACK if denied else _OPEN
        return Outlook(Way.BACK if self.tenses.lemma(word) in self.tenses.reporting else Way.AHEAD)

    def _is_done(self, verb: int) -> bool:
        """Return whether a perfect hangs on the verb at `verb`: *moet zijn gebeurd*, *may have happened*."""
        return any(
            self.tenses.kind(word) in {Kind.HAVE, Kind.BE}
            and word != "be"
            and any(self.tenses.done(near) for near in (*self.words[i - 1 : i], *self.words[i + 1 : i + 2]))
            for i, word in enumerate(self.words)
            if i > verb
        )

    def _done(self, verb: int) -> str:
        """Return the participle that goes with the verb at `verb`, empty where there is none.

        Two infinitives at the end say the same in Dutch: *heeft laten weten*.
        """
        words = self.words
        for place in reversed(range(len(words))):
            if (
                place in {verb, self.at}
                or not self.tenses.done(words[place])
                or words[place - 1] in _NOUN_FOLLOWS
            ):
                continue
            if words[place - 1 : place + 1] != ("in", "besloten"):  # behind closed doors
                return words[place]
        if self.tenses.last:
            for first, second in pairwise(words):
                if first in _INSTEAD and self.tenses.kind(second) is Kind.BASE:
                    return first
        return ""

    def _perfect(self, verb: int, kind: Kind) -> Outlook:
        done = self._done(verb)
        if done:
            if done in self.tenses.expected:
                return _AHEAD
            if kind is Kind.BE and not self.tenses.last:  # the English passive of the present
                return Outlook(Way.AHEAD)
            return Outlook(Way.BACK, sure=self.tenses.lemma(done) not in self.tenses.planning)
        if any(self.tenses.done(word) for word in self.later):
            return _OPEN
        return Outlook(Way.AHEAD)

    def _past(self, verb: int) -> Outlook:
        words = self.words
        done = self._done(verb)
        plan = self.tenses.lemma(words[verb]) in self.tenses.planning
        if done in self.tenses.expected or (
            plan and self.at != verb + 1 and self.tenses.to in words[self.at :]
        ):
            return _OPEN
        return Outlook(Way.BACK, sure=not plan)

    def past(self) -> bool:
        """Return whether the clause, or the one around it where it has no verb, is told in a past tense."""
        words = self.words if self.verb() is not None else (*self.words, *self.later)
        return any(
            self.tenses.kind(word) in {Kind.PAST, Kind.WOULD} and word not in self.tenses.expected
            for word in words
        )

    def past_state(self) -> bool:
        """Return whether a deadline in this clause may be over: *moest uiterlijk vrijdag*, not *beloofde*."""
        place = self.verb()
        if place is None:
            return False
        kind = self.tenses.kind(self.words[place])
        plan = self.tenses.lemma(self.words[place]) in self.tenses.planning
        return kind is Kind.WOULD or (kind is Kind.PAST and not plan)


def _clause(text: str, start: int, end: int, tenses: Tenses) -> _Clause:
    """Return the clause of the date: what punctuation and conjunctions set apart, and more where that has no verb."""
    blank = (
        text[:start].replace("\0", " ") + "\0" + text[end:].replace("\0", " ")
    )  # one word, whatever the date is made of
    sentence = next(part for part in _STOP.split(blank) if "\0" in part)
    pieces: list[list[str]] = [[]]
    for word in _TOKEN.findall(sentence):
        if word == "\0" or _ANY.match(word):
            pieces[-1].append(word.casefold())
        else:
            pieces.append([])
    pieces = [piece for piece in pieces if piece]
    here = next(i for i, piece in enumerate(pieces) if "\0" in piece)
    later = tuple(word for piece in pieces[here + 1 :] for word in piece)

    def clause(words: list[str]) -> _Clause:
        return _Clause(tuple(words), words.index("\0"), tenses, later)

    inside = [clause(words) for words in _widening(pieces[here], tenses)]
    whole = next((found for found in inside if found.whole()), inside[-1])
    return whole if whole.verb() is not None else clause(_joined(pieces, here, tenses))


def _widening(piece: list[str], tenses: Tenses) -> Iterator[list[str]]:
    """Yield what may be the clause in what punctuation sets apart, the narrowest first."""
    parts = _parted(piece, tenses)
    place = next(i for i, part in enumerate(parts) if "\0" in part)
    if place and parts[place][0] in tenses.openers - _LOOSE and parts[place][1] != "\0":
        yield parts[place]  # a clause of its own, though we may not know its verb
        return
    for first in range(place, -1, -1):
        yield [word for part in parts[first : place + 1] for word in part]
    yield piece


def _joined(pieces: list[list[str]], here: int, tenses: Tenses) -> list[str]:
    """Return a piece without a verb with the one that has it; what two commas enclose is by itself."""
    if here == 0 and len(pieces) > 1:
        return pieces[0] + next((piece for piece in pieces[1:] if _has_verb(piece, tenses)), [])
    if here == len(pieces) - 1 and here:
        return (
            next((piece for piece in reversed(pieces[:here]) if _has_verb(piece, tenses)), []) + pieces[here]
        )
    return pieces[here]


def _has_verb(piece: list[str], tenses: Tenses) -> bool:
    return any(tenses.kind(word) in FINITE for word in piece)


def _parted(piece: list[str], tenses: Tenses) -> list[list[str]]:
    """Return a piece cut before each word that opens a clause, or joins two."""
    parts: list[list[str]] = [[]]
    for place, word in enumerate(piece):
        opens = word in tenses.openers or word in tenses.joints
        if word == "om" and tenses.to not in piece[place:]:
            opens = False
        if opens and place:
            parts.append([])
        parts[-1].append(word)
    return parts
