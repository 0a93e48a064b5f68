"""Make the embedded model: `python -m training RECIPE WORK`.

Steps, each kept in WORK and not repeated while what it was made from stands: clean, align, mix, start, optimise, package,
evaluate. A stopped run goes on where it was.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from training.optimise import prepare_memory
from training.pipeline import STEPS, Pipeline


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the recipe; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("recipe", type=Path, help="a .toml such as training/recipe.toml")
    parser.add_argument("work", type=Path, help="folder for everything made on the way")
    parser.add_argument("--until", choices=STEPS, default=STEPS[-1], help="last step to run")
    options = parser.parse_args(arguments)
    missing = prepare_memory()
    if missing and arguments is None:
        os.execve(
            sys.executable, [sys.executable, "-m", "training", *sys.argv[1:]], {**os.environ, **missing}
        )
    try:
        Pipeline(options.recipe, options.work).run(options.until)
    except (OSError, ValueError) as error:
        print(f"{options.recipe}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
