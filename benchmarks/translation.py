"""Quality and speed of translation: `python -m benchmarks.translation speed|search|quality`.

speed    words a second of the engine beside the same model given one sentence after another, same beam
search   the curve of quality against cost: a beam alone, and the default search by its beam and by how many candidates it weighs
quality  BLEU and chrF (sacrebleu, with signatures) by source on held-out pairs

`speed` and `search` run on ../shared/sources, or on sources/ where that is absent; `quality` and the scores of
`search` need ../shared/eval/translation/valid.tsv. Every run prints what it was made with. Ratios compare within
one run; absolute times belong to the machine of the day.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from dataclasses import replace
from pathlib import Path

from briefing import __version__, engines, glossary, packages, segment, sources
from briefing.match import Matcher
from briefing.translate import SearchOptions, Segment, parts
from briefing.translate.search import Job, search
from briefing.translate.typography import normalise

SHARED = Path("../shared")
VALID = SHARED / "eval" / "translation" / "valid.tsv"
# Beams, and how many candidates are weighed, of the searches that `search` compares.
SEARCHES = ((4, 4), (5, 4), (6, 2), (6, 4), (6, 99), (8, 4))


def texts() -> tuple[list[str], str]:
    """Return the normalised segments of the articles, and their folder's name."""
    folder = SHARED / "sources" if (SHARED / "sources").is_dir() else Path("sources")
    articles = [sources.read(path) for path in sources.find([str(folder)])]
    found = [normalise(s.text) for n, a in enumerate(articles, 1) for s in segment.segment(a, n)]
    return [t for text in found for t in parts.split(text)], str(folder)


def pairs(source: str, limit: int) -> list[tuple[str, str]]:
    """Return the first held-out (Dutch, English) pairs of a source."""
    lines = (line.rstrip("\n").split("\t") for line in VALID.open(encoding="utf-8"))
    return [(normalise(nl), en) for nl, en, name in lines if name == source][:limit]


def digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def signature(engine: object, lines: list[str]) -> str:
    import ctranslate2

    return (
        f"briefing:{__version__}|model:{engine.name}:{engine.fingerprint[:12]}|ctranslate2:{ctranslate2.__version__}"
        f"|data:{digest(lines)}:{len(lines)}|processors:{engines.available_processors()}"
    )


def scores(hypotheses: list[str], references: list[str]) -> str:
    import sacrebleu

    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    b = bleu.corpus_score(hypotheses, [references])
    c = chrf.corpus_score(hypotheses, [references])
    return f"BLEU {b.score:.1f}  chrF {c.score:.1f}"


def one_by_one(
    package: packages.Package, lines: list[str], beam: int, threads: int
) -> tuple[list[str], float]:
    """Translate with plain CTranslate2, one sentence after another on all processors; return texts and seconds."""
    import ctranslate2

    model = ctranslate2.Generator(str(package.model_path), intra_threads=threads, compute_type="int8")
    pieces = packages.tokenizer(package)
    out = []
    started = time.monotonic()
    for line in lines:
        prompt = [
            p for part in package.prompt for p in (pieces.encode(line) if part == "{source}" else [part])
        ]
        result = model.generate_batch(
            [prompt], beam_size=beam, max_length=2 * len(prompt) + 24, include_prompt_in_result=False,
            end_token=package.end_token,
        )  # fmt: skip
        out.append(pieces.decode(result[0].sequences[0]))
    return out, time.monotonic() - started


def speed(package: packages.Package, beam: int) -> None:
    engine = engines.load(package)
    lines, folder = texts()
    print(signature(engine, lines), f"|beam:{beam}|{folder}")
    engine.decode([Segment(line) for line in lines[:8]], beam=beam)  # warm
    started = time.monotonic()
    together = [found[0].text for found in engine.decode([Segment(line) for line in lines], beam=beam)]
    fast = time.monotonic() - started
    apart, slow = one_by_one(package, lines, beam, engines.available_processors())
    count = words(lines)
    same = sum(a == b for a, b in zip(together, apart, strict=True))
    print(f"together   {count / fast:7.1f} words/s  {fast:6.1f} s")
    print(f"one by one {count / slow:7.1f} words/s  {slow:6.1f} s")
    print(f"ratio      {slow / fast:7.2f}   same text in {same} of {len(lines)} segments")
    if VALID.exists():
        held_out = pairs("news", 114)
        dutch, english = [d for d, _ in held_out], [e for _, e in held_out]
        a = [found[0].text for found in engine.decode([Segment(line) for line in dutch], beam=beam)]
        b, _ = one_by_one(package, dutch, beam, engines.available_processors())
        print(f"held-out news 114, together: {scores(a, english)}; one by one: {scores(b, english)}")


def run_search(
    engine: object, lines: list[str], matcher: Matcher | None, options: SearchOptions
) -> tuple[list[Job], float]:
    jobs = [Job(line, matcher.matches(line) if matcher else ()) for line in lines]
    started = time.process_time()
    search(engine, jobs, options)
    return jobs, time.process_time() - started


def curve(package: packages.Package) -> None:
    """Print the curve. Cost is processor time; value is the mean of what `judge` gives the chosen candidates."""
    engine = engines.load(package)
    lines, folder = texts()
    matcher = Matcher(glossary.load([glossary.default_path(Path.cwd())]))
    held_out = pairs("news", 114) if VALID.exists() else []
    print(signature(engine, lines), folder)
    default = SearchOptions()
    settings = [
        *((f"beam {n} alone", replace(default, beam=n, choose=False)) for n in (1, 2, 4, 8)),
        *((f"beam {n}, weighed {few}", replace(default, beam=n, weighed=few)) for n, few in SEARCHES),
    ]
    search(engine, [Job(line) for line in lines[:8]], default)  # warm
    base = None
    for name, options in settings:
        jobs, cost = run_search(engine, lines, matcher, options)
        base = base or cost
        value = sum(job.best.value for job in jobs) / len(jobs)
        flagged = sum(bool(job.best.flags) for job in jobs)
        row = f"{name:26} cost {cost / base:5.2f}  value {value:7.4f}  flagged {flagged:3}"
        if held_out:
            found, _ = run_search(engine, [d for d, _ in held_out], None, options)
            row += "  held-out news: " + scores([job.best.english for job in found], [e for _, e in held_out])
        print(row, flush=True)


def quality(package: packages.Package) -> None:
    import sacrebleu

    engine = engines.load(package)
    for source in ("news", "press", "tatoeba"):
        held_out = pairs(source, 400)
        dutch, english = [d for d, _ in held_out], [e for _, e in held_out]
        print(source, signature(engine, dutch))
        jobs, cost = run_search(engine, dutch, None, SearchOptions())
        print(
            f"  default     {scores([j.best.english for j in jobs], english)}  {words(dutch) / cost:.0f} words/processor-second"
        )
        for beam in (1, 6):
            found = [h[0].text for h in engine.decode([Segment(line) for line in dutch], beam=beam)]
            print(f"  beam {beam}      {scores(found, english)}")
    print(
        sacrebleu.BLEU().get_signature() if hasattr(sacrebleu.BLEU(), "get_signature") else "",
        sacrebleu.__version__,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("speed", "search", "quality"))
    parser.add_argument("--beam", type=int, default=1)
    parser.add_argument("--model", metavar="FOLDER", help="an unpacked package in place of the embedded one")
    chosen = parser.parse_args()
    package = packages.named(chosen.model, Path()) if chosen.model else packages.embedded()
    if chosen.what == "speed":
        speed(package, chosen.beam)
    else:
        {"search": curve, "quality": quality}[chosen.what](package)


if __name__ == "__main__":
    main()
