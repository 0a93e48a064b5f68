"""Speed and memory of rendering: `python -m benchmarks.render`.

Composes a memo of 200 articles (90,000 words of made-up text) and writes it as .docx and as .html, each in a
process of its own. Prints seconds of the wall clock and of the processor, peak memory, size and versions; ends with
1 where a format takes more than 10 s of the processor or 600 MB. No model is needed.
"""

from __future__ import annotations

import platform
import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from importlib import metadata

from briefing.article import Article, Block, PartialDate, Sentence
from briefing.memo import Memo, MemoRequest, compose
from briefing.render import render
from briefing.signature import Signature
from briefing.summarise.types import Disagreement, Event, KeyPoint, Position, Summary, Theme
from briefing.translate.types import Flag, TermOutcome, TermUse, TranslatedArticle, Translation

ARTICLES, SENTENCES, WORDS = 200, 25, 18  # 90,000 words
SECONDS, MEGABYTES = 10, 600
_DUTCH = (
    "de het een van en in op met voor minister kabinet troepen akkoord overleg grens steun week plan land vloot "
    "zegt wil krijgt stuurt bespreekt oefening begroting radar haven kazerne verdrag brug markt storm noorden"
).split()
_ENGLISH = (
    "the a of and in on with for minister cabinet troops agreement talks border support week plan country fleet "
    "says wants gets sends discusses exercise budget radar harbour barracks treaty bridge market storm north"
).split()
_TERMS = {
    "staakt-het-vuren": "ceasefire",
    "luchtafweer": "air defence",
    "zeemijn": "naval mine",
    "bestand": "truce",
}
_PAPERS = ("Ochtendpost", "Avondpost", "Havenbode", "Kustkrant", "Noorderlicht", "Weekblad Zuid", "Dorpsblad")


def articles() -> tuple[TranslatedArticle, ...]:
    dice = random.Random(7)

    def sentence(article: int, paragraph: int, number: int) -> Translation:
        dutch, english = dice.choices(_DUTCH, k=WORDS), dice.choices(_ENGLISH, k=WORDS)
        uses: tuple[TermUse, ...] = ()
        if dice.random() < 0.4:
            nl, en = dice.choice(list(_TERMS.items()))
            dutch[5], english[5] = nl, en
            uses = (TermUse(nl, en, TermOutcome.KEPT),)
        flags = (Flag.NUMBER,) if dice.random() < 0.03 else ()
        segment = Sentence(f"S{article}.P{paragraph}.{number}", " ".join(dutch).capitalize() + ".")
        return Translation(segment, " ".join(english).capitalize() + ".", terms=uses, flags=flags)

    made = []
    for n in range(1, ARTICLES + 1):
        blocks = [[sentence(n, p, s) for s in range(1, 6)] for p in range(1, SENTENCES // 5 + 1)]
        text = tuple(Block(" ".join(t.sentence.text for t in block)) for block in blocks)
        day = PartialDate.of(date(2025, 1, 1) + timedelta(n))
        source = Article(f"sources/{n:03d}.txt", text, date=day, publisher=_PAPERS[n % len(_PAPERS)])
        made.append(TranslatedArticle(n, source, tuple(t for block in blocks for t in block)))
    return tuple(made)


def memo() -> Memo:
    made = articles()
    every = [t for a in made for t in a.translations]

    def points(sentences: list[Translation]) -> tuple[KeyPoint, ...]:
        return tuple(KeyPoint((t,), 1 / n, n) for n, t in enumerate(sentences, 1))

    days = [a.article.date for a in made]
    summary = Summary(
        points(every[::400]),
        points(every[:3]),
        themes=tuple(Theme(f"theme {n}", points(every[n : n + 200 : 20])) for n in range(8)),
        timeline=tuple(Event(t, "maandag", days[t.sentence.source - 1]) for t in every[::25]),
        positions=tuple(Position(f"Speaker {n % 40}", t, "direct") for n, t in enumerate(every[3::25])),
        disagreements=tuple(Disagreement("troops", (("900", a), ("1,000", b))) for a, b in zip(every[:20], every[20:40], strict=True)),
    )  # fmt: skip
    request = MemoRequest(date=date(2025, 7, 1), marking="TLP:GREEN", to="The Director", from_="The desk")
    return compose(made, summary, request=request, glossary=None, signature=Signature((("benchmark", "1"),)))


def measure(kind: str) -> None:
    composed = memo()
    wall, processor = time.perf_counter(), time.process_time()
    data = render(composed, kind)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    unit = 1e6 if sys.platform == "darwin" else 1e3
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(
        f"{kind:5} {wall:6.1f} s wall {processor:6.1f} s processor {peak:6.0f} MB peak {len(data) / 1e6:6.1f} MB file"
    )
    sys.exit(int(processor > SECONDS or peak > MEGABYTES))


def main() -> int:
    names = ("briefing", "python-docx", "lxml", "jinja2", "matplotlib", "numpy")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    print(
        f"{ARTICLES} articles, {ARTICLES * SENTENCES * WORDS:,} words; Python {platform.python_version()}, {versions}"
    )
    command = [sys.executable, "-m", "benchmarks.render"]
    return max(subprocess.run([*command, kind], check=False).returncode for kind in ("docx", "html"))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    sys.exit(main())
