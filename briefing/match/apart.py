"""Verbs whose parts stand apart: `stelde het debat uit`, `hield de sancties in stand`, `uit moeten stellen`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.match import verbs
from briefing.match.tokens import Token
from briefing.match.wordlist import word_list

# Words that may stand between the two; 25 covers 99 % of the clauses of Dutch news prose.
WINDOW = 25
_STOP = ".;:?!…"
# What may follow a separated prefix: the clause is over there, or an adjunct has been moved behind it.
_AFTER = frozenset(
    word_list(
        "en of maar want dat omdat zodat terwijl toen nadat voordat als indien hoewel om tot voor met door na bij wegens"
    )
    + word_list(
        "vanwege tegen naar sinds tijdens zonder volgens die dan in op aan van uit over wanneer totdat ondanks onder te"
    )
    + word_list("aldus zei meldt meldde zegt tenzij waarbij waarna waardoor namens via per vlak vlakbij")
)
_SUBORDINATE = frozenset(
    word_list("dat omdat zodat terwijl toen nadat voordat doordat zodra hoewel tenzij waardoor")
)
_AUXILIARY = frozenset(
    word_list(
        "te worden wordt werd werden is zijn was waren moet moeten moest moesten kan kunnen kon konden zou zouden zal"
    )
    + word_list(
        "zullen wil willen wilde wilden mag mogen mocht mochten blijft blijven bleef bleven had hadden hebben heeft"
    )
    + word_list(
        "laten laat liet lieten gaan gaat ging gingen hoeft hoeven helpt helpen durft dreigt dreigen proberen wou"
    )
)
# Of these, those that have a participle with them: an infinitive behind one begins the next clause.
_PERFECT = frozenset(word_list("hebben heeft had hadden zijn is was waren worden wordt werd werden"))
# Prepositions that stand before the verb where their noun, a pronoun, stands elsewhere.
STRANDED = frozenset(
    word_list("mee van voor op over naar aan tegen in door achter toe bij uit om onder tussen af")
)


def particles_after(tokens: Sequence[Token], verb: int, particles: tuple[str, ...]) -> Iterator[int]:
    """Yield the place of the first particle where `particles` close the clause that the verb at `verb` opens."""
    commas = 0
    size = len(particles)
    for at in range(verb + 1, min(len(tokens) - size + 1, verb + 2 + WINDOW)):
        gap = tokens[at].gap
        if any(stop in gap for stop in _STOP):
            return
        commas += gap.count(",")
        if commas % 2 == 0 and tokens[at].folded in _SUBORDINATE and at > verb + 1:
            return
        if commas % 2 or tuple(t.folded for t in tokens[at : at + size]) != particles:
            continue
        if any(not token.joined for token in tokens[at + 1 : at + size]) or tokens[at].hyphened:
            continue
        if size > 1 or len(particles[0]) > 5 or _closes(tokens, at):
            yield at


def _closes(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 == len(tokens):
        return True
    after = tokens[at + 1]
    if after.gap.strip():
        return after.gap.strip()[0] not in "-‐‑"
    if (tokens[at].folded, after.folded) == ("om", "te"):  # `kwam om te zien`
        return False
    return after.folded in _AFTER and after.folded != tokens[at].folded


# A reflexive pronoun that may be an object too, and the subjects with which it is reflexive.
_OF_SUBJECTS = {"me": {"ik"}, "mij": {"ik"}, "ons": {"wij", "we"}, "je": {"jij", "jullie"}}
_NEXT_CLAUSE = _SUBORDINATE | frozenset(
    word_list("en of maar want die als om nu waar waarna waarop waarbij waarin waarmee wanneer")
)


def reflexive(tokens: Sequence[Token], taken: Sequence[int], needs: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the reflexive pronoun and of the words of `needs` in the clause of the words at `taken`.

    Nothing where the clause lacks one of them.
    """
    first, last = min(taken), max(taken)
    clause = [*range(first, last + 1)]
    for at in range(first, max(0, first - WINDOW), -1):
        if tokens[at].gap.strip(" \"'“”„‘’") or tokens[at - 1].folded in _NEXT_CLAUSE:
            break
        clause.insert(0, at - 1)
    for at in range(last + 1, min(len(tokens), last + WINDOW)):
        if tokens[at].gap.strip(" \"'“”„‘’") or tokens[at].folded in _NEXT_CLAUSE:
            break
        clause.append(at)
    words = {tokens[at].folded for at in clause}
    pronouns = {"zich", *(pronoun for pronoun, subjects in _OF_SUBJECTS.items() if words & subjects)}
    found: list[int] = []
    for wanted in (pronouns, *({need} for need in needs)):
        places = [at for at in clause if at not in taken and tokens[at].folded in wanted]
        if not places:
            return ()
        found.append(min(places, key=lambda at: min(abs(at - place) for place in (*taken, *found))))
    return tuple(found)


def verb_after(tokens: Sequence[Token], last: int, verb: str, *, prefix: bool) -> Iterator[int]:
    """Yield the places after the word at `last` that `verb`, an infinitive, can take behind auxiliaries: `uit zou stellen`.

    But for a separable `prefix`, which stands alone, a preposition of which the noun stands elsewhere may come first
    (`waar hij haast mee wil maken`), and the verb may be the next word. Right behind an auxiliary it is an infinitive or
    a participle, and behind one of the perfect or passive no mere infinitive: that begins the next clause (`die haast hebben
    maken fouten`).
    """
    stranded = STRANDED if not prefix else frozenset()
    for at in range(last + 1, min(len(tokens), last + 5)):
        if not tokens[at].joined:
            return
        before = tokens[at - 1].folded if at > last + 1 else ""
        if (before or not prefix) and (before not in _AUXILIARY or _asked(before, verb, tokens[at].folded)):
            yield at
        if tokens[at].folded not in _AUXILIARY | stranded:
            return
        stranded = frozenset()


def _asked(auxiliary: str, verb: str, word: str) -> bool:
    """Whether `word` is the form of `verb` that goes with an auxiliary."""
    return word in verbs.participles(verb) or (word == verb and auxiliary not in _PERFECT)
