"""Families of English words: *plumber*, *plumbing*; *dignity*, *dignified*."""

from __future__ import annotations

from briefing.match.wordlist import word_list

_STEM = 4  # letters of a stem; a shorter word has no family
# What may stand behind a stem. `stream` may not: *blood* is no family of *bloodstream*.
_ENDINGS = {
    "",
    *word_list(
        "s es d ed er ers or ors r t n y ies ied e ing ings ion ions ation ations ional al ally ly ial ially ic ics ical ically ive "
        "ively ist ists istic ism ment ments mental ness iness ful fully less able ably ible ibility ability ant ants ent ents ance "
        "ances ence ences ency ancy ity ety ian ians an ans ean eans ese ia ish th ry ery eries ate ated ates ating ative ure ures en ens "
        "ened ening ier iest est ship ships hood dom ous ously cy ise ised ises ising isation ize ized izes izing ization ler age ages "
        "ern erly ward wards ified ifies ify iation ily f fs ve ved ves ving ce ces ced cing se ses sed sing led ling ted ting red ring "
        "ped ping ned ning ged ging med ming bed bing de des ded ding sion sions sive"
    ),
}
_DROPPED = 2  # letters of a stem that an ending may take with it


def related(one: str, other: str) -> bool:
    """Return whether two English words, in lower case, are forms of one word or derived from the same one."""
    if one == other:
        return True
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    stems = range(shared, max(shared - _DROPPED, _STEM) - 1, -1)
    return any(one[n:] in _ENDINGS and other[n:] in _ENDINGS for n in stems)
