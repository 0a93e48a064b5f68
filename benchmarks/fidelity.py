"""Is the translation faithful where it can be counted? `python -m benchmarks.fidelity copy|robust|own|articles|constructions|meanings`.

copy     500 sentences made from templates: the share of numbers, dates and names that come through exactly
robust   data/robust.tsv: empty outputs, loops, Dutch left standing, odd lengths, boilerplate, what was not copied,
         numbers changed
own      data/translation.tsv, written for this project: BLEU and chrF (sacrebleu) by kind and in all
articles the same of data/articles.tsv, 25 invented news articles, sentence by sentence
constructions data/constructions.tsv, small constructions whose word for word rendering says something else, each with a
         pattern that a right translation matches: how many do
meanings data/meanings.tsv, the same of idioms, of common words in one of their senses, of verbs and phrases, and of syntax

All go the way of `briefing translate`, without a glossary and without a memory. `--model FOLDER` takes an unpacked
package in place of the embedded one, `--beam N` the likeliest of a beam of N in place of the search. Scores
are of text with plain quotation marks on both sides. Every run prints what it was made with.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import fidelity_copy, fidelity_robust, fidelity_samples
from benchmarks.terms_translate import translate
from benchmarks.translation import digest, scores, signature
from briefing import engines, packages
from briefing.errors import BriefingError
from briefing.translate import Engine, SearchOptions
from briefing.translate.typography import normalise

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Run:
    """What every benchmark here needs: the engine, its search, how much to do and to show."""

    engine: Engine
    search: SearchOptions
    limit: int | None
    verbose: bool
    out: Path | None
    lines: tuple[Path, ...] = ()

    def english(self, dutch: Sequence[str], extra: str = "") -> list[str]:
        """Return the translations, and print what they were made with."""
        print(f"{signature(self.engine, list(dutch))}|search:{self.search}{extra}", flush=True)
        return translate(self.engine, dutch, None, self.search)


def rows(name: str, limit: int | None = None) -> list[dict[str, str]]:
    """Return the rows of a data file, the first `limit` of each kind."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        every = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    seen: defaultdict[str, int] = defaultdict(int)
    kept = []
    for row in every:
        seen[row["kind"]] += 1
        if limit is None or seen[row["kind"]] <= limit:
            kept.append(row)
    return kept


def lines(files: Sequence[Path], limit: int | None = None) -> list[dict[str, str]]:
    """Return the Dutch (first column) of tab-separated files, the first `limit` lines of each; the kind is the file."""
    out = []
    for path in files:
        with path.open(encoding="utf-8") as file:
            texts = [line.rstrip("\n").split("\t")[0] for line in file]
        out += [{"kind": path.stem, "dutch": text} for text in texts[:limit]]
    return out


def copy(run: Run) -> None:
    made = fidelity_samples.samples()[: run.limit]
    english = run.english([s.dutch for s in made], f"|seed:{fidelity_samples.SEED}")
    result = fidelity_copy.tally(made, english)
    for group, kinds in fidelity_copy.GROUPS.items():
        for name, members in ((group, kinds), *((f"  {kind}", (kind,)) for kind in kinds)):
            right, asked = (sum(count[k] for k in members) for count in (result.right, result.asked))
            print(f"{name:12} {right:5} of {asked:5}" + (f"  {right / asked:7.2%}" if asked else ""))
    print(f"sentences with something lost or added: {len(result.failures)} of {len(made)}")
    print(f"whole sentences with a figure added: {result.invented}")
    if run.verbose:
        print(*result.failures, sep="\n")


def robust(run: Run) -> None:
    every = lines(run.lines, run.limit) if run.lines else rows("robust.tsv", run.limit)
    english = run.english([row["dutch"] for row in every])
    names = list(fidelity_robust.CHECKS)
    table: dict[str, dict[str, int]] = {}
    wrong = []
    for row, text in zip(every, english, strict=True):
        found = fidelity_robust.failures(row["dutch"], text)
        for kind in (row["kind"], "all"):
            counts = table.setdefault(kind, dict.fromkeys(["rows", "failed", *names], 0))
            counts["rows"] += 1
            counts["failed"] += bool(found)
            for name in found:
                counts[name] += 1
        if found:
            wrong.append(f"{row['kind']}: {', '.join(found)}\n    nl {row['dutch']}\n    en {text}")
    table["all"] = table.pop("all", {})
    print(" " * 12, *(f"{name:>11}" for name in ["rows", "failed", *names]))
    for kind, counts in table.items():
        print(f"{kind:12}", *(f"{count:11}" for count in counts.values()))
    if run.verbose:
        print(*wrong, sep="\n")
    if run.out:
        _write(run.out, [(row["kind"], row["dutch"], None, e) for row, e in zip(every, english, strict=True)])


def own(run: Run) -> None:
    against(run, "translation.tsv")


def articles(run: Run) -> None:
    against(run, "articles.tsv")


def constructions(run: Run) -> None:
    _by_pattern(run, "constructions.tsv")


def meanings(run: Run) -> None:
    _by_pattern(run, "meanings.tsv", by_kind=True)


def _by_pattern(run: Run, name: str, *, by_kind: bool = False) -> None:
    """Print how many translations of a data file match the pattern of a right one."""
    every = rows(name, run.limit)
    english = run.english([row["dutch"] for row in every])
    wrong = [(row, e) for row, e in zip(every, english, strict=True) if not re.search(row["right"], e)]
    share = 1 - len(wrong) / len(every)
    kinds = len({row["kind"] for row in every})
    print(f"{len(every) - len(wrong)} of {len(every)} right ({share:.1%}), {kinds} kinds")
    if by_kind:
        failed = Counter(row["kind"] for row, _ in wrong)
        for kind, number in Counter(row["kind"] for row in every).items():
            print(f"  {kind:20} {number - failed[kind]:4} of {number:4}")
    if run.verbose:
        print(*(f"{row['kind']}\n    nl {row['dutch']}\n    en {e}" for row, e in wrong), sep="\n")
    if run.out:
        _write(run.out, [(row["kind"], row["dutch"], None, e) for row, e in zip(every, english, strict=True)])


def against(run: Run, name: str) -> None:
    """Print the scores of a data file with references, by kind and in all."""
    import sacrebleu

    every = rows(name, run.limit)
    references = digest([row["english"] for row in every])
    english = run.english([row["dutch"] for row in every], f"|references:{references}")
    kinds: dict[str, list[tuple[str, str]]] = {}
    for row, text in zip(every, english, strict=True):
        kinds.setdefault(row["kind"], []).append((normalise(text), normalise(row["english"])))
    kinds["all"] = [pair for found in list(kinds.values()) for pair in found]
    for kind, found in kinds.items():
        print(f"{kind:12} {len(found):4}  {scores([h for h, _ in found], [r for _, r in found])}")
    for metric in (sacrebleu.BLEU(), sacrebleu.CHRF()):
        metric.corpus_score([h for h, _ in kinds["all"]], [[r for _, r in kinds["all"]]])
        print(metric.get_signature())
    if run.out:
        _write(
            run.out,
            [(row["kind"], row["dutch"], row["english"], e) for row, e in zip(every, english, strict=True)],
        )


def _write(path: Path, lines: Sequence[tuple[str, str, str | None, str]]) -> None:
    """Write segments for reading: Dutch, reference where there is one, hypothesis, an empty line."""
    blocks = [
        f"[{kind}]\nnl  {dutch}\n" + (f"ref {reference}\n" if reference else "") + f"hyp {hypothesis}\n"
        for kind, dutch, reference, hypothesis in lines
    ]
    path.write_text("\n".join(blocks), encoding="utf-8")
    print(f"written: {path}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = {
        "copy": copy,
        "robust": robust,
        "own": own,
        "articles": articles,
        "constructions": constructions,
        "meanings": meanings,
    }
    parser.add_argument("what", choices=what)
    parser.add_argument("--model", metavar="FOLDER", help="an unpacked package to translate with")
    parser.add_argument("--beam", type=int, help="one pass with this beam")
    parser.add_argument(
        "--limit", type=int, help="only the first N sentences (copy), or of each kind (robust, own, articles)"
    )
    parser.add_argument("--verbose", action="store_true", help="print every sentence that failed")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write all segments for reading (robust, own, articles)"
    )
    parser.add_argument(
        "--lines",
        type=Path,
        nargs="+",
        default=[],
        metavar="TSV",
        help="Dutch of these files instead (robust)",
    )
    chosen = parser.parse_args()
    try:
        package = packages.find(chosen.model, from_code="nl", root=packages.default_root(os.environ))
        packages.verify(package)
    except BriefingError as wrong:
        parser.error(str(wrong))
    search = SearchOptions(beam=chosen.beam, choose=False) if chosen.beam else SearchOptions()
    run = Run(engines.load(package), search, chosen.limit, chosen.verbose, chosen.out, tuple(chosen.lines))
    what[chosen.what](run)


if __name__ == "__main__":
    main()
