"""Names in their fullest form: `Macron` is the `President Emmanuel Macron` that the article introduced."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What stands between a first name and a Dutch surname, in small letters.
PARTICLES = r"(?:van(?: (?:de[rn]?|het|[’']t))?|de[rn]?|ten|ter|in [’']t)"
_ARTICLE = r"(?:al|el|as|ad|an|ar|ash)-"  # of an Arabic surname
_RUN = re.compile(rf"[A-ZÀ-Ý][\w’'-]*(?:\s(?:{PARTICLES}|von|of)?\s?(?:{_ARTICLE})?[A-ZÀ-Ý][\w’'-]*)*")
_NOT_NAMES = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December The A An In On At After Before During According However But And If When While Since Also For From As This That
    De Het Een In Op Na Volgens Maar En Als Toen Ook Voor Met Bij Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag""".split()
)
MAX_NAME_WORDS = 6
# Places speak for governments ("Moscow calls ..."); what stands before them is no first name.
PLACES = frozenset(
    """Ukraine Oekraïne Russia Rusland France Frankrijk Germany Duitsland Poland Polen Italy Italië Spain Spanje Belgium België Netherlands
    Nederland Britain Kingdom Koninkrijk States Staten VS US UK VK EU NATO NAVO UN VN Europe Europa China Turkey Turkije Hungary Hongarije
    Slovakia Slowakije Sweden Zweden Finland Norway Noorwegen Denmark Denemarken Canada Iran Israel Israël Syria Syrië Moscow Moskou Kyiv Kiev
    Kremlin Washington London Londen Paris Parijs Berlin Berlijn Brussels Brussel Warsaw Warschau Rome Madrid Ankara Beijing Peking
    Budapest Boedapest Bratislava Hague Elysée Élysée House Huis""".split()
)


def fullest_names(texts: Iterable[str]) -> dict[str, str]:
    """Return for each surname (the last word of a run of capitalised words) the longest run that ends in it.

    Of runs of equal length the first one stands. Two words at the head of a sentence are a run only if the first
    one is capitalised elsewhere too.
    """
    runs: list[tuple[bool, list[str]]] = []
    inner: set[str] = set()
    for text in texts:
        for match in _RUN.finditer(text):
            words = match.group().split()
            head = match.start() == 0
            inner.update(words[1:] if head else words)
            while words and words[0].strip("’'") in _NOT_NAMES:
                words = words[1:]
                head = False
            if words and len(words) <= MAX_NAME_WORDS:
                runs.append((head, words))
    found: dict[str, str] = {}
    for head, run in runs:
        words = run[1:] if head and len(run) == 2 and run[0] not in inner else run
        surname = bare(words[-1])
        if len(words) > len(found.get(surname, "").split()):
            found[surname] = " ".join([*words[:-1], surname])
    return found


def bare(word: str) -> str:
    """Return a word without genitive and quotation marks: `Macron's` is `Macron`."""
    return re.sub(r"[’']s?$", "", word).strip("’'‘")


def is_capitalised(word: str) -> bool:
    """Return whether a word is written as a name: with a capital, also behind an Arabic article (*al-Assad*)."""
    return word[:1].isupper() or re.match(rf"{_ARTICLE}[A-Z]", word) is not None


def surname_of(speaker: str) -> str:
    """Return the last capitalised word of a speaker, empty where there is none."""
    capitals = [bare(word) for word in speaker.split() if is_capitalised(word)]
    return capitals[-1] if capitals else ""
