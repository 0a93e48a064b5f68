"""Where a sentence ends: candidates from the closing marks, and the decision on each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefing.segment.punkt import Abbreviation, Punkt
from briefing.segment.quotes import CLOSERS, OPENERS, Span, find_spans

# A quotation (or a remark in brackets) of up to so many words stays whole, because its reporting clause and its
# pronouns lean on it; a longer one is parted at the ends of its own sentences. In twelve newspaper articles the
# longest quotation of several sentences had 33 words. The embedded model (0.2, beam 2) translates a quotation of
# two sentences (29 words on average) as well whole as parted, chrF 67.4 against 66.8; at 44 words it loses 4
# points and 3 % of the text, at 59 words 13 points and 12 %.
LONGEST_QUOTE = 40

_END = re.compile(
    rf"(?<![.!?…])(?P<run>[.!?…]++)(?P<close>[{re.escape(CLOSERS)}]*+)"
    rf"(?:(?P<gap>\s++)|(?=[{re.escape(OPENERS)}]*[^\W\d_a-zß-ÿ][^\W\d_A-ZÀ-Þ]))"
)
_LEAD = re.compile(rf"(?:[{re.escape(OPENERS)}¿¡…]\s?|,,\s?|\.\.+|[-–—•·*]\s+){{0,8}}")
_ELIDED = re.compile(r"['’‘`][stnkmr][\s-]\s*(?P<word>\w+)", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:!?…\"”“„»«()\[\]]{1,80}")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")  # iPhone, eBay, aCL
_INITIALS = re.compile(r"(?:[^\W\d_a-zß-ÿ][a-zß-ÿ]?\.-?)*[^\W\d_a-zß-ÿ][a-zß-ÿ]?")  # J, J.P, Th.M, J.-P
_INITIAL = re.compile(r"[^\W\d_a-zß-ÿ]\.")
_ITEM = re.compile(r"\d{1,2}|[a-zA-Z]|[ivx]{1,4}")  # the label of an item in a list: 1. b. iv.
_LABEL = re.compile(r"(?:[a-z]|[ivx]{1,4})(?:\.|\))\s+[^\W\d_a-zß-ÿ]")  # a. Eerst, iv) Dan
_PREFIX = re.compile(r"^.*[\"„“”«»(\[{/]|^['’‘]+")  # marks before a word, and the first part of "en/of"
_LONGEST_WORD = 80  # characters that are looked at to find a sentence's last word
_SPACE = re.compile(r"\s*")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:nl|be|com|org|net|eu|int)(?:/|$)", re.IGNORECASE)


def find_ends(text: str, punkt: Punkt) -> Iterator[tuple[int, int]]:
    """Yield for each sentence end inside `text` the offset after its last mark and that of the next sentence."""
    spans, closing = find_spans(text)
    whole = _outermost(span for span in spans if _is_short(text, span))
    starts = [span.start for span in whole]
    begin = 0
    for found in _END.finditer(text):
        end, after = found.end("close"), found.end()
        if found["gap"] is None:
            end = after = _join(found, closing)
        elif after < len(text) and after in closing:  # a closing mark that lost its place: "gaan. ” De"
            end = after + 1
            after = _SPACE.match(text, end).end()  # type: ignore[union-attr]
        if after >= len(text):
            return
        held = bisect_right(starts, found.start()) - 1
        if held >= 0 and end < whole[held].end:
            continue
        if _ends(text, found, begin, after, punkt):
            yield end, after
            begin = after


def _is_short(text: str, span: Span) -> bool:
    size = span.end - span.start
    return size <= LONGEST_QUOTE * _LONGEST_WORD and len(text[span.start : span.end].split()) <= LONGEST_QUOTE


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Return the spans, in order, that stand in no other; nested spans never cross."""
    outer: list[Span] = []
    for span in spans:
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return outer


def _join(found: re.Match[str], closing: frozenset[int]) -> int:
    """Return where the sentence ends whose following white space was forgotten: `vrede.”De`, `vrede.„De`."""
    end = found.end("run")
    while end < found.end("close") and end in closing:
        end += 1
    return end


def _ends(text: str, found: re.Match[str], begin: int, after: int, punkt: Punkt) -> bool:
    run, close = found["run"], found["close"]
    sentence = text[max(begin, found.start() - _LONGEST_WORD) : found.start()].strip()
    word = _last_word(sentence)
    if not sentence:
        return False  # the marks open the sentence: ...En toen niets.
    if found["gap"] is None and not _space_forgotten(text, found, word, after):
        return False
    following = _next_word(text, after, plain=run == "." and not close)
    if following is None or (not word and close[:1] in {")", "]", "}"}):
        return False  # a small letter follows; or the marks stand alone in brackets: (...), (!)
    if "!" in run or "?" in run or (close and run != "."):
        return True
    if run != ".":
        return not following[0].isdigit() and (
            punkt.ends(f"{word or 'x'}...", following) or not punkt.is_name(following)
        )
    if _INITIALS.fullmatch(word) and _INITIAL.match(text, after):
        return False  # A. B. Smit
    return _full_stop_ends(sentence, word, following, punkt, closed=bool(close))


def _full_stop_ends(sentence: str, word: str, following: str, punkt: Punkt, *, closed: bool) -> bool:
    """Return whether the full stop after `word`, the last of `sentence` (or of its end), ends it."""
    if not word:
        return True
    if _ITEM.fullmatch(sentence):
        return False
    kind = punkt.kind(word)
    if kind is Abbreviation.BEFORE:
        return False
    if kind is Abbreviation.AFTER or closed:
        return True
    figure = following[0].isdigit()
    if kind is Abbreviation.FIGURE:
        return not figure
    if kind is not None and figure:
        return False
    if not figure and _is_initial(sentence, word):
        return punkt.opens(following)  # B. | Het; J.P. Vos; v. d. Berg; but "Nu." is a word
    return punkt.ends(f"{word}.", following)


def _is_initial(sentence: str, word: str) -> bool:
    if len(word) == 1:
        return word.isalpha() and sentence[-2:-1] not in {"'", "’", "‘"}  # not: Zo is 't.
    return len(word) > 2 and bool(_INITIALS.fullmatch(word))


def _space_forgotten(text: str, found: re.Match[str], word: str, after: int) -> bool:
    """Return whether two sentences stand together without a space, rather than the parts of a name or address."""
    if _ADDRESS.search(word) or not text[after : after + 1]:
        return False
    if found["run"] != "." or found["close"]:
        return True
    return (len(word) > 2 and word[-2:].isalpha() and word[-2:].islower()) or word[-1:].isdigit()


def _last_word(sentence: str) -> str:
    words = sentence.split()
    return _PREFIX.sub("", words[-1]).rstrip(CLOSERS) if words else ""


def _next_word(text: str, at: int, *, plain: bool) -> str | None:
    """Return the first word of what starts at `at`; None where it cannot start a sentence."""
    elided = _ELIDED.match(text, at)
    # 's Avonds; also 's avonds, where nothing speaks against it
    if elided and (plain or elided["word"][0].isupper()):
        return elided["word"].capitalize()
    at = _LEAD.match(text, at).end()  # type: ignore[union-attr]
    word = _WORD.match(text, at)
    if word is None:
        return None
    if _LABEL.match(text, at):
        return word.group()
    first = word.group()[0]
    if first.islower() and not _BRAND.match(word.group()):
        return None
    return word.group().rstrip(".'’") or None
