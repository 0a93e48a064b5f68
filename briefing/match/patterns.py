"""What an entry looks like in a text: for each of its words the forms it may take there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.glossary import PartOfSpeech, Term
from briefing.match import adjectives, nouns, verbs
from briefing.match.tokens import tokenize
from briefing.match.wordlist import word_list

_FUNCTION = frozenset(
    word_list(
        "de het een van voor in op en der des te tot met aan bij naar over tegen uit om den 't 's of ter ten als door onder"
    )
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of an entry: its base form and the kind of inflection it takes."""

    base: str
    kind: str  # exact, person, noun, name, abbr, adj, verb, finite, any (noun or adjective)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sequence of words.

    `particles` is how many of the last words stand apart from the rest, at the end of the clause; `needs` are
    words that stand somewhere between then (`trad in 2024 tot de unie toe`). Of a `reflexive` the pronoun, and what
    it `needs`, stand elsewhere in the clause (`trok zich gisteren terug`, `beriep zich gisteren op`).
    """

    slots: tuple[Slot, ...]
    particles: int = 0
    needs: tuple[str, ...] = ()
    reflexive: bool = False


def patterns(term: Term) -> tuple[Pattern, ...]:
    """Return the ways in which the entry can stand in a text."""
    tokens = tokenize(term.source)
    words = [token.folded for token in tokens]
    if not words:
        return ()
    pos = term.pos
    if pos is PartOfSpeech.VERB and (bare := without_reflexive(words)) != words:
        together = _verb_patterns(words) if len(bare) == 1 else ()
        apart = (replace(p, reflexive=True, needs=tuple(bare[1:])) for p in _verb_patterns(bare[:1]))
        return (*together, *apart)
    if verbal(pos, words):
        return _verb_patterns(words)
    if pos is PartOfSpeech.ABBREVIATION:
        return (Pattern((*_exact(words[:-1]), Slot(words[-1], "abbr"))),)
    if pos is PartOfSpeech.ADVERB:
        return (Pattern(_exact(words)),)
    if pos is PartOfSpeech.ADJECTIVE:
        return (Pattern((*_exact(words[:-1]), Slot(words[-1], "adj"))),)
    if len(words) == 1:
        kind = {PartOfSpeech.NOUN: "noun", PartOfSpeech.NAME: "name"}.get(pos, "any") if pos else "any"
        return (Pattern((Slot(words[0], kind),)),)
    hanging = {n for n, token in enumerate(tokens[1:]) if token.gap[:1] in {"-", "‐", "‑"} and token.gap[1:]}
    found = [Pattern(_phrase(words, hanging, name=pos is PartOfSpeech.NAME))]
    if (not _FUNCTION.intersection(words) and len(words) <= 3 and len("".join(words)) > 5) or (
        any(h in term.source for h in "-‐‑") and " " not in term.source
    ):
        found.append(Pattern((Slot("".join(words), "noun"),)))
    return tuple(found)


# Words that change with the person: `zijn opwachting maken` is said of her as `haar opwachting`.
PERSONS = {
    "zijn": frozenset(word_list("mijn je jouw zijn haar ons onze jullie hun uw z'n m'n d'r")),
    "zich": frozenset(word_list("zich me mij je u ons")),
}


def without_reflexive(words: list[str]) -> list[str]:
    """Return the words of a verb without its `zich`; as they are where it has none or is part of a longer expression."""
    bare = words[1:] if words[0] == "zich" else words
    return bare if len(bare) == 1 or verb_first(bare) else words


# Behind these `zijn` is the verb.
_SUBJECTS = frozenset(word_list("er dat die wij we zij ze jullie dit"))


def _exact(words: list[str]) -> tuple[Slot, ...]:
    return tuple(Slot(word, "exact") for word in words)


def _fixed(words: list[str]) -> tuple[Slot, ...]:
    """Return the words of a phrase that stand as they are, but for the person."""
    return tuple(Slot(word, "person" if word in PERSONS else "exact") for word in words)


def _phrase(words: list[str], hanging: set[int], *, name: bool) -> tuple[Slot, ...]:
    """Inflect the content words: adjectives and nouns before a preposition, and the last word.

    The words of `hanging`, with a hyphen at their end (`lucht- en ruimtevaart`), have one form.
    """
    slots = []
    for place, word in enumerate(words):
        if word in PERSONS and not name and 0 < place < len(words) - 1 and words[place - 1] not in _SUBJECTS:
            slots.append(Slot(word, "person"))
        elif word in _FUNCTION or len(word) < 3 or place in hanging:
            slots.append(Slot(word, "exact"))
        else:
            slots.append(Slot(word, "name" if name else "any"))
    if len(words[-1]) < 3 and words[-1] not in _FUNCTION:
        slots[-1] = Slot(words[-1], "abbr")
    return tuple(slots)


def verbal(pos: PartOfSpeech | None, words: list[str]) -> bool:
    """Return whether an entry of these words is a verb, or a phrase that ends in one."""
    return pos is PartOfSpeech.VERB or (
        pos is PartOfSpeech.PHRASE and len(words) > 1 and _infinitive(words[-1])
    )


def verb_first(words: list[str]) -> bool:
    """Return whether the verb stands before the preposition that it asks for (`uithalen naar`), not last."""
    return len(words) > 1 and not _infinitive(words[-1]) and _infinitive(words[0])


_PREPOSITIONS_IN_EN = frozenset(word_list("tegen tussen binnen buiten boven samen"))


def _infinitive(word: str) -> bool:
    ends = len(word) > 3 and word.endswith(("en", "aan", "oen", "ien")) and word not in _PREPOSITIONS_IN_EN
    return ends or word == "zijn"


def _verb_patterns(words: list[str]) -> tuple[Pattern, ...]:
    """Return the verb in one piece, with `te` inside, and with its prefix or other words apart."""
    if verb_first(words):
        return _verb_first(words)
    *before, last = words
    verb = verbs.conjugate(last)
    found = [Pattern((*_fixed(before), Slot(last, "verb")))]
    rest = last[len(verb.prefix) :]
    if verb.prefix:
        found.append(Pattern((*_fixed([*before, verb.prefix, "te"]), Slot(rest, "exact"))))
        found.append(
            Pattern((Slot(last, "finite"), *_fixed([*before, verb.prefix])), particles=len(before) + 1)
        )
    if before and not verb.prefix:
        found.append(Pattern((*_fixed([*before, "te"]), Slot(last, "exact"))))
        found.append(Pattern((Slot(last, "verb"), *_fixed(before)), particles=len(before)))
    if before and (len(before) > 1 or before[0] not in _FUNCTION):
        found.append(Pattern((Slot("".join(before) + last, "exact"),)))
    return tuple(found)


def _verb_first(words: list[str]) -> tuple[Pattern, ...]:
    """Return the patterns of a verb with the preposition that it asks for: `toetreden tot`, `aandringen op`."""
    first, *after = words
    verb = verbs.conjugate(first)
    found = [Pattern((Slot(first, "verb"), *_exact(after)))]
    if verb.prefix:
        rest = first[len(verb.prefix) :]
        found.append(Pattern((*_exact([verb.prefix, "te"]), Slot(rest, "exact"), *_exact(after))))
        found.append(
            Pattern((Slot(first, "finite"), *_exact([verb.prefix, *after])), particles=len(after) + 1)
        )
        found.append(
            Pattern((Slot(first, "finite"), Slot(verb.prefix, "exact")), particles=1, needs=tuple(after))
        )
    return tuple(found)


def forms(slot: Slot) -> set[str]:
    """Return the folded forms that a word with this slot's base and kind takes."""
    match slot.kind:
        case "person":
            return set(PERSONS[slot.base])
        case "noun":
            return nouns.forms(slot.base)
        case "name":
            return {slot.base} | nouns.genitives(slot.base) | nouns.plurals(slot.base) | ({slot.base + "e"})
        case "abbr":
            return {slot.base} | {slot.base + end for end in ABBREVIATION_ENDS}
        case "adj":
            return adjectives.forms(slot.base)
        case "any":
            return nouns.forms(slot.base) | adjectives.forms(slot.base)
        case "verb":
            return set(verbs.conjugate(slot.base).whole)
        case "finite":
            return set(verbs.conjugate(slot.base).finite)
        case _:
            return {slot.base}


def component_forms(slot: Slot) -> set[str]:
    """Return the folded forms in which a single-word entry stands inside a compound: no diminutives, no genitives."""
    if slot.kind == "name":
        return {slot.base}
    return {slot.base} | nouns.plurals(slot.base)


PERSON_ENDS = ("'er", "'ers", "’er", "’ers", "er", "ers", "'ster", "’ster", "'sters", "’sters")
ABBREVIATION_ENDS = (
    "'s",
    "s",
    "'er",
    "'ers",
    "er",
    "ers",
    "'tje",
    "'tjes",
    "'je",
    "'jes",
    "'en",
    "'",
    "'ster",
    "'sters",
)


def written_forms(term: Term, limit: int = 40) -> list[str]:
    """Return forms in which the entry is recognised, the base first, at most `limit`; parts that stand apart with ` … `."""
    found: dict[str, None] = {}
    for pattern in patterns(term):
        joint = " … " if pattern.particles else " "
        heads = [
            [slot.base, *sorted(forms(slot) - {slot.base}, key=lambda f: (len(f), f))]
            for slot in pattern.slots
        ]
        for place, options in enumerate(heads):
            for option in options:
                words = [slot.base for slot in pattern.slots]
                words[place] = option
                found.setdefault((words[0] + joint + " ".join(words[1:])) if len(words) > 1 else words[0])
    return list(found)[:limit]
