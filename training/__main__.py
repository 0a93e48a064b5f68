"""Make the embedded model: `python -m training RECIPE WORK`.

Steps, each kept in WORK and not repeated while what it was made from stands: clean, align, mix, start, pack, optimise,
convert, agree, evaluate, describe. A stopped run goes on where it was.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# With these, glibc keeps the memory of one step for the next; without, much of the time on a CPU goes into page
# faults. They must be set before the process starts.
MEMORY = {"MALLOC_TRIM_THRESHOLD_": "-1", "MALLOC_TOP_PAD_": str(256 << 20), "MALLOC_MMAP_MAX_": "0"}


def main(arguments: Sequence[str]) -> int:
    """Run the recipe; return the exit code."""
    from training.pipeline import STEPS, Pipeline  # brings PyTorch

    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("recipe", type=Path, help="a .toml such as training/recipe.toml")
    parser.add_argument("work", type=Path, help="folder for everything made on the way")
    parser.add_argument("--until", choices=STEPS, default=STEPS[-1], help="last step to run")
    options = parser.parse_args(arguments)
    try:
        Pipeline(options.recipe, options.work).run(options.until)
    except (OSError, ValueError) as error:
        print(f"{options.recipe}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in MEMORY.items()):
        again = [sys.executable, "-m", "training", *sys.argv[1:]]
        os.execve(sys.executable, again, {**os.environ, **MEMORY})
    raise SystemExit(main(sys.argv[1:]))
