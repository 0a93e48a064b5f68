"""Measure the summaries: ROUGE on English, facts carried on Dutch, speed; write them for a blind reading.

    .venv/bin/python -m benchmarks.summaries [--rouge] [--facts] [--speed] [--gate]
    .venv/bin/python -m benchmarks.summaries --blind OUTDIR [--seed N]

Without an option all three are measured. `--gate` ends with 1 where a result lies below its floor.
Tables go to stdout with a signature; the plot of the speed to benchmarks/data/summaries-speed.svg.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from statistics import mean

from benchmarks import baselines, multiling
from benchmarks.rouge import rouge
from briefing import __version__
from briefing.article import Article, PartialDate, Sentence, SentenceKind
from briefing.signature import Signature
from briefing.summarise import ALGORITHMS, summarise
from briefing.summarise.algorithms import submodular
from briefing.translate.types import Flag, TermOutcome, TermUse, TranslatedArticle, Translation

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
WORDS = 250
# Articles, the facts a reader needs of them (weight, fact, sentences that carry it), and the floor in percent of
# what the best twelve sentences carry.
SETS = {
    "diplomacy": (PROJECT.parent / "shared/sources", HERE / "data/facts-diplomacy.tsv", 70),
    "samples": (PROJECT / "sources", HERE / "data/facts-samples.tsv", 60),
}
ROUGE_2_FLOOR = 0.205
GROWTH_CEILING = 1.1  # power of the words with which the time grows from 200 to 2,000 articles


def cut(text: str) -> str:
    """Return the first 250 words."""
    return " ".join(text.split()[:WORDS])


def ours(articles: Sequence[TranslatedArticle], algorithm: str) -> str:
    """Return our English summary of 250 words."""
    points = summarise(articles, algorithm=algorithm, words=WORDS, language="en").key_points
    return "\n".join(t.english for point in points for t in point.translations)


def measure_rouge() -> list[str]:
    """Print ROUGE-1 and ROUGE-2 F of every system, mean over the topics; return what lies below its floor."""
    topics = multiling.topics()
    if not topics:
        print("ROUGE left out: the corpus is absent")
        return []
    articles = {topic: multiling.articles(topic) for topic in topics}
    references = {topic: multiling.references(topic) for topic in topics}

    def score(system: Callable[[str], str]) -> list[list[float]]:
        texts = {topic: cut(system(topic)) for topic in topics}
        return [[rouge(texts[t], references[t], n)[2] for t in topics] for n in (1, 2)]

    rows = {f"ours, {name}": score(lambda t, name=name: ours(articles[t], name)) for name in ALGORITHMS}
    rows["first sentences by date"] = score(
        lambda t: " ".join(x.english for x in baselines.lead(articles[t], 1))
    )
    for name in baselines.SUMY:
        rows[f"sumy {name}"] = score(
            lambda t, name=name: " ".join(
                x.english for x in baselines.sumy(name, articles[t], "en", words=WORDS)
            )
        )
    for peer in sorted(multiling.peers(topics[0]), key=lambda name: int(name[2:])):
        rows[f"participant {peer}"] = score(lambda t, peer=peer: multiling.peers(t)[peer])
    print(f"\n{'English, 250 words':26} ROUGE-1 F  ROUGE-2 F   ROUGE-2 F by topic {' '.join(topics)}")
    for name, (one, two) in rows.items():
        print(f"{name:26} {mean(one):9.4f}  {mean(two):9.4f}   {' '.join(f'{value:.3f}' for value in two)}")
    print(f"{'settings left one out':26} {'':9}  {leave_one_out(articles, references):9.4f}")
    reached = mean(rows["ours, submodular"][1])
    return [f"ROUGE-2 F {reached:.4f} < {ROUGE_2_FLOOR}"] if reached < ROUGE_2_FLOOR else []


def leave_one_out(articles: dict[str, list[TranslatedArticle]], references: dict[str, list[str]]) -> float:
    """Return the mean ROUGE-2 F of each topic under the settings that are best on the other topics."""
    kept = submodular.BY_WORDS
    results: list[dict[str, float]] = []
    for position in (0.5, 0.75, 1.0):
        for unquoted in (0.0, 0.25, 0.5):
            for length in (0.0, 0.5):
                submodular.BY_WORDS = submodular.Profile(
                    position, 0.0, {"unquoted": unquoted, "length": length}
                )
                results.append(
                    {t: rouge(ours(a, "submodular"), references[t], 2)[2] for t, a in articles.items()}
                )
    submodular.BY_WORDS = kept
    held = []
    for topic in articles:
        best = max(results, key=lambda result: mean(v for t, v in result.items() if t != topic))
        held.append(best[topic])
    return mean(held)


def translated(folder: Path) -> list[TranslatedArticle]:
    """Return the articles of a folder as the installed command translates them."""
    command = [
        str(PROJECT / ".venv/bin/briefing"),
        "translate",
        "--format",
        "json",
        "--no-memory",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    return [_article(number, entry) for number, entry in enumerate(json.loads(done.stdout)["articles"], 1)]


def _article(number: int, entry: dict) -> TranslatedArticle:
    when = PartialDate.parse(entry["date"]) if entry["date"] else None
    article = Article(entry["source"], (), entry["language"], entry["title"], when)
    parts = tuple(
        Translation(
            Sentence(s["id"], s["nl"], SentenceKind(s["kind"])),
            s["en"],
            tuple(TermUse(t["nl"], t["en"], TermOutcome(t["status"])) for t in s["terms"]),
            tuple(map(Flag, s["flags"])),
        )
        for s in entry["sentences"]
    )
    return TranslatedArticle(number, article, parts)


def read_facts(path: Path) -> list[tuple[int, set[str]]]:
    """Return (weight, ids of the sentences that carry it) for each fact."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line)
    return [(int(weight), set(ids.split())) for weight, _, ids in rows]


def carried(facts: Sequence[tuple[int, set[str]]], ids: set[str]) -> float:
    """Return the share of the facts' weight that the sentences carry."""
    return sum(w for w, where in facts if where & ids) / sum(w for w, _ in facts)


def best_choice(facts: Sequence[tuple[int, set[str]]], count: int) -> float:
    """Return what the greedy best `count` sentences carry."""
    chosen: set[str] = set()
    every = sorted(set().union(*(where for _, where in facts)))
    for _ in range(count):
        chosen.add(max((i for i in every if i not in chosen), key=lambda i: carried(facts, chosen | {i})))
    return carried(facts, chosen)


def measure_facts(sentences: int = 12) -> list[str]:
    """Print the share of the weight of needed facts that twelve sentences carry; return what is below its floor."""
    below = []
    for name, (folder, path, floor) in SETS.items():
        if not folder.is_dir():
            print(f"{name}: articles absent")
            continue
        articles, facts = translated(folder), read_facts(path)
        running = [t.sentence.id for a in articles for t in baselines.running(a)]
        best = best_choice(facts, sentences)
        drawn = random.Random(0)
        rows = {"best twelve": best}
        rows["twelve at random"] = mean(
            carried(facts, set(drawn.sample(running, sentences))) for _ in range(1000)
        )
        rows["first two of each article"] = carried(
            facts, {t.sentence.id for t in baselines.lead(articles, 2)}
        )
        for algorithm in ALGORITHMS:
            points = summarise(articles, algorithm=algorithm, sentences=sentences).key_points
            rows[f"ours, {algorithm}"] = carried(
                facts, {t.sentence.id for p in points for t in p.translations}
            )
        for algorithm in baselines.SUMY:
            chosen = baselines.sumy(algorithm, articles, "nl", sentences=sentences)
            rows[f"sumy {algorithm}"] = carried(facts, {t.sentence.id for t in chosen})
        print(f"\n{f'Dutch, {name}: 12 sentences':30} carried  of the best")
        for row, value in rows.items():
            print(f"{row:30} {100 * value:6.0f}%  {100 * value / best:9.0f}%")
        reached = 100 * rows["ours, submodular"] / best
        if reached < floor:
            below.append(f"{name}: {reached:.0f}% of the best < {floor}%")
    return below


def synthetic(count: int, seed: int = 1) -> list[TranslatedArticle]:
    """Return `count` articles of 450 words made of invented words with the frequencies of Zipf's law."""
    draw = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "aan", "eer", "ing")]
    words = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(20_000)]
    words[:40] = "de het een van en in is dat op te zijn met voor niet aan er om ook als maar".split() * 2
    weights = [1 / (rank + 3) for rank in range(len(words))]
    made = []
    for number in range(1, count + 1):
        parts = []
        for block in range(1, 23):
            chosen = draw.choices(words, weights, k=20)
            chosen[draw.randrange(1, 20)] = draw.choice(
                ("Macron", "Schoof", "27", "11 april", "donderdag", "zei")
            )
            text = " ".join(chosen).capitalize() + "."
            parts.append(Translation(Sentence(f"S{number}.P{block}.1", text), text[::-1]))
        day = PartialDate.of(date(2025, 1, 1) + timedelta(days=number % 300))
        made.append(TranslatedArticle(number, Article(f"{number}.txt", (), date=day), tuple(parts)))
    return made


def measure_speed() -> list[str]:
    """Print the seconds that summaries of 25 to 2,000 articles take, and plot them; return what grows too fast."""
    summarise(synthetic(2))  # the libraries are loaded once
    points = []
    print(f"\n{'articles':>8} {'words':>8} {'seconds':>8}  µs a word")
    for count in (25, 50, 100, 200, 400, 800, 2000):
        articles = synthetic(count)
        words = sum(len(t.sentence.text.split()) for a in articles for t in a.translations)
        start = time.perf_counter()
        summarise(articles)
        seconds = time.perf_counter() - start
        points.append((words, seconds))
        print(f"{count:8} {words:8} {seconds:8.2f}  {1e6 * seconds / words:9.1f}")
    growth = math.log(points[-1][1] / points[3][1]) / math.log(points[-1][0] / points[3][0])
    print(f"growth from 200 to 2,000 articles: words to the power {growth:.2f}")
    (HERE / "data/summaries-speed.svg").write_text(plot(points), "utf-8")
    return [f"time grows with words to the power {growth:.2f}"] if growth > GROWTH_CEILING else []


def plot(points: Sequence[tuple[int, float]]) -> str:
    """Return an SVG of seconds against words on two logarithmic axes, with n log n through the fourth point."""
    left, bottom, width, height = 60, 260, 420, 230
    x0, x1 = math.log(points[0][0]), math.log(points[-1][0])
    top = math.log(max(s for _, s in points) * 2)
    low = math.log(min(s for _, s in points) / 2)

    def at(words: float, seconds: float) -> str:
        x = left + width * (math.log(words) - x0) / (x1 - x0)
        y = bottom - height * (math.log(seconds) - low) / (top - low)
        return f"{x:.0f},{y:.0f}"

    anchor = points[3][1] / (points[3][0] * math.log(points[3][0]))
    line = " ".join(at(words, anchor * words * math.log(words)) for words, _ in points)
    marks = "".join(f'<circle cx="{p[0]}" cy="{p[1]}" r="4"/>' for p in (at(*q).split(",") for q in points))
    labels = "".join(
        f'<text x="{at(w, s).split(",")[0]}" y="{bottom + 18}" text-anchor="middle">{w:,}</text>'
        for w, s in points[::2]
    )
    seconds = "".join(
        f'<text x="{left - 6}" y="{at(points[0][0], s).split(",")[1]}" text-anchor="end">{s:g} s</text>'
        for s in (0.1, 1, 3, 10)
        if low < math.log(s) < top
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 310" font-family="sans-serif" font-size="12">'
        "<title>Seconds for a summary against the words of its articles</title>"
        f'<path d="M{left},20V{bottom}H{left + width}" fill="none" stroke="black"/>'
        f'<polyline points="{line}" fill="none" stroke="grey" stroke-dasharray="5 4"/>{marks}{labels}{seconds}'
        f'<text x="{left + width / 2:.0f}" y="{bottom + 40}" text-anchor="middle">words of all articles</text>'
        f'<text x="{left + 20}" y="34">points: measured; dashes: n log n through 200 articles</text></svg>\n'
    )


def write_blind(folder: Path, seed: int) -> None:
    """Write unnamed summaries of both article sets in shuffled order, and a key that names them."""
    draw = random.Random(seed)
    key: dict[str, dict[str, str]] = {}
    for name, (source, _, _) in SETS.items():
        if not source.is_dir():
            continue
        articles = translated(source)
        points = summarise(articles, sentences=12).key_points
        texts = {
            "ours": [point.english for point in points],
            "lead-3": [t.english for t in baselines.lead(articles, 3)],
            "sumy LexRank": [t.english for t in baselines.sumy("LexRank", articles, "nl", sentences=12)],
        }
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        names = sorted(texts)
        draw.shuffle(names)
        key[name] = {}
        for letter, system in zip("ABC", names, strict=True):
            (place / f"summary-{letter}.txt").write_text("\n".join(texts[system]) + "\n", "utf-8")
            key[name][letter] = system
        full = ("\n".join(t.english for t in a.translations) for a in articles)
        (place / "articles.txt").write_text("\n\n----\n\n".join(full) + "\n", "utf-8")
    (folder / "key.json").write_text(json.dumps({"seed": seed, "key": key}, indent=2) + "\n", "utf-8")
    print(f"Wrote {folder}; keep key.json from the readers.")


def signature() -> Signature:
    """Return what the results were made with."""
    facts = hashlib.sha256(b"".join(path.read_bytes() for _, path, _ in SETS.values())).hexdigest()[:12]
    fields = [("briefing", __version__), ("rouge-score", version("rouge-score")), ("sumy", version("sumy"))]
    fields += [("rouge", "n-grams pooled over references, F, [a-z0-9]+, no stemming"), ("facts", facts)]
    if multiling.topics():
        fields.append(("multiling2011", f"{len(multiling.topics())} topics:{multiling.corpus_hash()}"))
    return Signature((*fields, ("python", f"{sys.version_info.major}.{sys.version_info.minor}")))


def main() -> int:
    """Run what is asked for and return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for option in ("rouge", "facts", "speed", "gate"):
        parser.add_argument(f"--{option}", action="store_true")
    parser.add_argument("--blind", type=Path, metavar="OUTDIR")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.blind:
        write_blind(options.blind, options.seed)
        return 0
    everything = not (options.rouge or options.facts or options.speed)
    below: list[str] = []
    for wanted, measure in (
        (options.rouge, measure_rouge),
        (options.facts, measure_facts),
        (options.speed, measure_speed),
    ):
        if wanted or everything:
            below += measure()
    print(f"\n{signature()}")
    for line in below:
        print(f"below the floor: {line}")
    return 1 if below and options.gate else 0


if __name__ == "__main__":
    sys.exit(main())
