"""The steps of the recipe, from the corpus to a package."""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from briefing.engines.decoder import OPENED
from briefing.translate.engine import Segment
from briefing.translate.typography import normalise
from training import corpus, describe, evaluate
from training.align import Aligner, phrases
from training.base import Base, assemble
from training.corpus import Pair
from training.files import replacing, sha256
from training.manifest import Manifest
from training.mixture import Recipe, Source, mix
from training.network import Network, load_network, save_network, score
from training.optimise import Run, Settings
from training.package import read_network, write_model, write_package
from training.rows import Example, Rows, load, save
from training.terms import FUNCTION_WORDS, MIDDLE, Shares
from training.tokenizer import Tokenizer, seed
from training.vocabulary import Pieces, count, cut

STEPS = ("clean", "align", "mix", "start", "pack", "optimise", "convert", "agree", "evaluate", "describe")
AGREED = 1e-3  # nats that the score of a piece may differ between the network and its float32 conversion


def _version(package: Path) -> tuple[int, ...]:
    """Return the numbers in a package's name, by which 0_10 is newer than 0_9."""
    return tuple(map(int, re.findall(r"\d+", package.name)))


class Pipeline:
    """A recipe file and the folder it is worked out in. Paths in the recipe are relative to it."""

    def __init__(self, recipe: Path, work: Path) -> None:
        self.values = tomllib.loads(recipe.read_text(encoding="utf-8"))
        self.near = recipe.parent
        self.work = work
        work.mkdir(parents=True, exist_ok=True)
        try:
            mixture = dict(self.values["mixture"])
            optimise = dict(self.values.get("optimise", {}))
            optimise["betas"] = tuple(optimise.get("betas", (0.9, 0.95)))
            sources = {
                name: Source(**{**source, "words": tuple(source.get("words", (2, 75)))})
                for name, source in mixture.pop("sources").items()
            }
            self.recipe = Recipe(sources=sources, shares=Shares(**mixture.pop("shares", {})), **mixture)
            self.settings = Settings(**optimise)
        except TypeError as error:  # a keyword that the class does not have
            raise ValueError(
                str(error).replace("__init__() got an unexpected keyword argument", "has no setting")
            ) from error
        except KeyError as error:
            raise ValueError(f"[{error.args[0]}] is missing") from error
        self.corpus = [self.path(p) for p in self.values["corpus"]["folders"]]
        self.never = [self.path(p) for p in self.values["corpus"].get("never", [])]
        self.manifest = Manifest(work)

    def path(self, value: str) -> Path:
        """Return a path of the recipe."""
        return (self.near / value).resolve()

    def run(self, until: str = STEPS[-1]) -> None:
        """Run the steps up to `until`."""
        for name in STEPS[: STEPS.index(until) + 1]:
            ran = getattr(self, name)()
            print(f"{name}: {'done' if ran else 'stands'}", flush=True)

    def clean(self) -> bool:
        """Write `clean.tsv` and `held_out.tsv`."""
        files = [corpus.source_file(self.corpus, name) for name in self.recipe.sources]
        aside = self.values["corpus"].get("held_out", 50)
        outputs = [self.work / "clean.tsv", self.work / "held_out.tsv"]

        def make() -> dict[str, object]:
            never = corpus.held_out_keys(self.never)
            cleaned = corpus.clean(self.corpus, self.recipe.sources, never, aside)
            for path, pairs in zip(outputs, (cleaned.kept, cleaned.held_out), strict=True):
                corpus.write(path, pairs)
            return {
                "kept": Counter(p.source for p in cleaned.kept),
                "held out": len(cleaned.held_out),
                "dropped": {k: v for k, v in cleaned.dropped.items() if v},
            }

        settings = {"sources": list(self.recipe.sources), "held_out": aside}
        return self.manifest.step("clean", [*files, *self.never], outputs, settings, make)

    def align(self) -> bool:
        """Write `table.npz`, learnt from at most 40,000 pairs a source."""
        table = self.work / "table.npz"

        def make() -> None:
            counts: Counter[str] = Counter()
            chosen = []
            for pair in corpus.load(self.work / "clean.tsv"):
                counts[pair.source] += 1
                if counts[pair.source] <= 40_000:
                    chosen.append(pair)
            Aligner.learn(chosen).save(table)

        return self.manifest.step("align", [self.work / "clean.tsv"], [table], {}, make)

    def mix(self) -> bool:
        """Write `mixture.tsv`, the sentences in training order."""
        out = self.work / "mixture.tsv"

        def make() -> dict[str, object]:
            aligner = Aligner.load(self.work / "table.npz")
            pairs, kinds = mix(corpus.load(self.work / "clean.tsv"), aligner, self.recipe)
            corpus.write(out, pairs)
            return {"kinds": kinds, "sources": Counter(p.source for p in pairs)}

        inputs = [self.work / "clean.tsv", self.work / "table.npz"]
        return self.manifest.step("mix", inputs, [out], asdict(self.recipe), make)

    def started_from(self) -> Path:
        """Return the package to start from: the recipe's, or the newest in the folder it names."""
        place = self.path(self.values["start"]["package"])
        if (place / "metadata.json").exists():
            return place
        found = sorted((p.parent for p in place.glob("*/metadata.json")), key=_version)
        if not found:
            raise FileNotFoundError(f"{place} holds no unpacked package to start from")
        return found[-1]

    def start(self) -> bool:
        """Write `start.pt` and `tokenizer.model`: the weights and the vocabulary that training starts from."""
        outputs = [self.work / "start.pt", self.work / "tokenizer.model"]
        values = dict(self.values["start"])
        if "package" in values:
            package = self.started_from()
            began = package.name
            inputs = [package / "model" / "model.bin", package / "sentencepiece.model"]
        else:
            file = assemble(self.work) if values["base"] == "index" else self.path(values["base"])
            began = file.name
            inputs = [file, self.work / "clean.tsv"]

        def make() -> dict[str, object]:
            if "package" in values:
                network, tokenizer = read_network(package), inputs[1].read_bytes()
            else:
                base = Base(file)
                pieces = base.pieces()
                numbers = self.vocabulary(pieces)
                network, tokenizer = base.network(numbers), pieces.model(numbers)
            save_network(network, outputs[0])
            outputs[1].write_bytes(tokenizer)
            return {"from": began, "weights": sum(p.numel() for p in network.parameters())}

        return self.manifest.step("start", inputs, outputs, values, make)

    def vocabulary(self, pieces: Pieces) -> list[int]:
        """Return the pieces to keep: those that the mixture's sources use often enough."""
        sentences: dict[str, list[str]] = {}
        for pair in corpus.load(self.work / "clean.tsv"):
            sentences.setdefault(pair.source, []).extend((pair.dutch, pair.english))
        values = self.values["start"]
        return cut(pieces, count(pieces, sentences, values.get("weights", {})), values.get("least", 28))

    def tokenizer(self) -> Tokenizer:
        """Return the tokenizer that training started with."""
        return Tokenizer(str(self.work / "tokenizer.model"), self.compounds)

    def pack(self) -> bool:
        """Write `packed.npz`: the mixture in rows of tokens, and what was put aside of the sources that are read to the end.

        What is chosen by the loss on them, the share of old weights and the like, is so not chosen on the file that
        `[evaluate]` names.
        """
        out = self.work / "packed.npz"

        def make() -> dict[str, object]:
            tokenizer = self.tokenizer()
            pairs = corpus.load(self.work / "mixture.tsv")
            rng = random.Random(self.recipe.seed)
            seed(self.recipe.seed)
            mixture = Rows.of(
                (
                    tokenizer.example(
                        p.dutch, p.english, self.recipe.left_out if rng.random() < self.recipe.recut else 0.0
                    )
                    for p in pairs
                ),
                self.settings.row,
            )
            last = {name for name, source in self.recipe.sources.items() if source.until == 1}
            aside = self._examples(p for p in corpus.load(self.work / "held_out.tsv") if p.source in last)
            save(out, mixture, {name: Rows.of(found, self.settings.row) for name, found in aside.items()})
            return {"rows": len(mixture), "tokens": mixture.tokens.size}

        inputs = [self.work / n for n in ("mixture.tsv", "tokenizer.model", "held_out.tsv")]
        settings = {
            "row": self.settings.row,
            "recut": self.recipe.recut,
            "left_out": self.recipe.left_out,
            "compounds": self.compounds,
        }
        return self.manifest.step("pack", inputs, [out], settings, make)

    def optimise(self) -> bool:
        """Write `trained.pt`; the run itself lives in `run/` and is resumed there."""

        def make() -> dict[str, object]:
            mixture, held_out = load(self.work / "packed.npz")
            network = load_network(self.work / "start.pt")
            start = {name: weight.clone() for name, weight in network.state_dict().items()}
            run = Run(network, mixture, held_out, self.work / "run", self.settings)
            run.show()
            figures = run.finish(start)
            save_network(network, self.work / "trained.pt")
            return figures

        return self.optimised(make)

    def optimised(self, make: Callable[[], Mapping[str, object]]) -> bool:
        """Have `make` write `trained.pt` and return the figures of the run, unless it stands."""
        inputs = [self.work / n for n in ("start.pt", "packed.npz")]
        return self.manifest.step("optimise", inputs, [self.work / "trained.pt"], asdict(self.settings), make)

    def validation(self) -> dict[str, list[Example]]:
        """Return the sentences of the evaluation file by source, in tokens."""
        return self._examples(corpus.load(self.evaluation_file()))

    def _examples(self, pairs: Iterable[Pair]) -> dict[str, list[Example]]:
        tokenizer = self.tokenizer()
        found: dict[str, list[Example]] = {}
        for pair in pairs:
            found.setdefault(pair.source, []).append(tokenizer.example(pair.dutch, pair.english))
        return found

    def evaluation_file(self) -> Path:
        """Return the file of held-out sentences: the recipe's, else those put aside of the corpus."""
        file = self.values.get("evaluate", {}).get("file")
        return self.path(file) if file else self.work / "held_out.tsv"

    def trained(self) -> Network:
        """Return the trained network."""
        return load_network(self.work / "trained.pt")

    @property
    def package(self) -> Path:
        """The folder of the package that is made."""
        version = str(self.values["output"]["version"])
        return self.work / "translate-nl_en-{}".format(version.replace(".", "_"))

    @property
    def compounds(self) -> str | None:
        """How the package will say that it reads compounds; None for as they are written."""
        value = self.values["output"].get("compounds")
        if value not in (None, OPENED):
            raise ValueError(f"[output] compounds: {value!r} is no way of writing them; {OPENED!r} is")
        return value

    @property
    def reversible(self) -> bool:
        """Whether the mixture teaches the other direction too."""
        return any(source.reverse for source in self.recipe.sources.values())

    def convert(self) -> bool:
        """Write the package, its card apart, and a float32 conversion beside it to check against."""
        exact = self.work / "float32"
        tokenizer = self.work / "tokenizer.model"

        def make() -> dict[str, object]:
            network = self.trained()
            write_package(network, tokenizer, self.package, self.metadata(network))
            write_model(network, tokenizer, exact, quantization=None)
            return {"bytes": sum(p.stat().st_size for p in self.package.rglob("*") if p.is_file())}

        outputs = [self.package / "model", self.package / "metadata.json", exact]
        inputs = [self.work / "trained.pt", tokenizer]
        return self.manifest.step("convert", inputs, outputs, dict(self.values["output"]), make)

    def metadata(self, network: Network) -> dict[str, object]:
        """Return the `metadata.json` of the package."""
        return {
            "package_version": str(self.values["output"]["version"]),
            "argos_version": "1.9",
            "type": "translate",
            "from_code": "nl",
            "from_name": "Dutch",
            "to_code": "en",
            "to_name": "English",
            "architecture": "decoder",
            "prompt": ["<bos>", "{source}", "<en>"],
            "end_token": "<eos>",
            "terminology": "inline-1",
            **({"reverse": ["<bos>", MIDDLE, "{source}", "<en>"]} if self.reversible else {}),
            **({"compounds": self.compounds} if self.compounds else {}),
            "base": f"{self.values['output']['base']}, vocabulary cut to {network.shape.vocabulary} pieces",
            "license": self.values["output"]["license"],
        }

    def agree(self) -> bool:
        """Check that the float32 conversion scores as the network does, and note what int8 costs.

        Raises ValueError where the log-probability of a piece differs by more than 0.001.
        """

        def make() -> dict[str, object]:
            network = self.trained()
            tokenizer = self.tokenizer()
            chosen = [e for found in self.validation().values() for e in found[:12]]
            own = [p for e in chosen for p in score(network, e.source, e.target)]
            exact = converted_scores(self.work / "float32", tokenizer, chosen)
            rounded = converted_scores(self.package / "model", tokenizer, chosen)
            worst = max(abs(a - b) for a, b in zip(own, exact, strict=True))
            if worst > AGREED:
                raise ValueError(
                    f"{self.work / 'float32'} differs from the network by {worst:.4f} nats in one piece"
                )
            return {
                "pieces": len(own),
                "largest difference": worst,
                "loss": -sum(own) / len(own),
                "loss of int8": -sum(rounded) / len(rounded),
            }

        inputs = [self.work / "trained.pt", self.work / "float32", self.package / "model"]
        return self.manifest.step("agree", [*inputs, self.evaluation_file()], [], {}, make)

    def evaluate(self) -> bool:
        """Write `scores.json`: quality by source, the comparison with the start, obedience to annotations."""
        out = self.work / "scores.json"
        options = dict(self.values.get("evaluate", {}))

        def make() -> dict[str, object]:
            import ctranslate2

            engine = evaluate.open_package(self.package)
            pairs = corpus.load(self.evaluation_file())
            aside = corpus.load(self.work / "held_out.tsv")
            aligner = Aligner.load(self.work / "table.npz")
            segments = [Segment(normalise(p.dutch)) for p in pairs]
            beams = options.get("beams", [1])
            english = {beam: evaluate.translated(engine, segments, beam) for beam in beams}
            scores: dict[str, object] = {
                "signature": f"model:{engine.name}:{engine.fingerprint[:12]}|ctranslate2:{ctranslate2.__version__}"
                f"|data:{sha256(self.evaluation_file())[:12]}:{len(pairs)}",
                "quality": {f"beam {b}": evaluate.by_source(pairs, e) for b, e in english.items()},
                "obedience": evaluate.obedience(
                    engine, aside, [phrases(aligner, p, FUNCTION_WORDS) for p in aside]
                ),
            }
            if "package" in self.values["start"]:
                earlier = evaluate.open_package(self.started_from())
                before = evaluate.translated(earlier, segments, beams[0])
                scores["compared"] = {
                    "earlier": earlier.name,
                    "beam": beams[0],
                    **evaluate.compared(pairs, english[beams[0]], before),
                }
            with replacing(out) as temporary:
                temporary.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
            return {}

        inputs = [
            self.package / "model",
            self.evaluation_file(),
            self.work / "held_out.tsv",
            self.work / "table.npz",
        ]
        return self.manifest.step("evaluate", inputs, [out], options, make)

    def describe(self) -> bool:
        """Write the package's card (README.md) and NOTICE, and the plot of the learning curves."""
        inputs = [self.work / "scores.json", self.work / "run" / "log.jsonl"]
        outputs = [self.package / "README.md", self.package / "NOTICE", self.work / "curves.svg"]

        def make() -> dict[str, object]:
            scores = json.loads(inputs[0].read_text(encoding="utf-8"))
            card = describe.card(self.values, self.manifest.steps, scores)
            outputs[0].write_text(card, encoding="utf-8")
            outputs[1].write_text(describe.NOTICE, encoding="utf-8")
            describe.plot(inputs[1], outputs[2])
            return {}

        return self.manifest.step("describe", inputs, outputs, dict(self.values["output"]), make)


def converted_scores(model: Path, tokenizer: Tokenizer, examples: Sequence[Example]) -> list[float]:
    """Return the log-probability of each piece of each target, as CTranslate2 computes it."""
    import ctranslate2

    generator = ctranslate2.Generator(str(model), compute_type="default")
    pieces = tokenizer.pieces.id_to_piece
    tokens = [[pieces(t) for t in (*e.source, *e.target)] for e in examples]
    results = generator.score_batch(tokens)
    return [p for e, r in zip(examples, results, strict=True) for p in r.log_probs[len(e.source) - 1 :]]
