"""What the commands cost as whole processes: `python -m benchmarks.commands`.

Prints processor and wall seconds and peak memory of start-up, of a cold build (no memory), of a second build with
nothing changed, and the ratio of the two. The limits beside them are what the project asks of two cores; nothing
here fails on a slow machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from briefing import __version__, engines

COMMAND = str(Path(sysconfig.get_path("scripts")) / "briefing")
SHARED = Path("../shared/sources")


def run(name: str, words: list[str], folder: str, limit: str) -> float:
    """Run the command and print its figures; return its wall time in seconds."""
    env = os.environ | {"BRIEFING_MEMORY": f"{folder}/memory.sqlite"}
    started = time.monotonic()
    process = subprocess.Popen(
        [COMMAND, *words], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    cpu = usage.ru_utime + usage.ru_stime
    code = os.waitstatus_to_exitcode(status)
    print(
        f"{name:22} {cpu:6.2f} s processor  {wall:6.2f} s wall  {usage.ru_maxrss / 1024:6.0f} MiB  exit {code}   limit {limit}"
    )
    return wall


def main() -> int:
    articles = str(SHARED) if SHARED.is_dir() else "sources"
    print(
        f"briefing:{__version__}|python:{sys.version.split()[0]}|processors:{engines.available_processors()}|{articles}"
    )
    with tempfile.TemporaryDirectory() as folder:
        run("warm-up", ["--help"], folder, "none")
        run("--help", ["--help"], folder, "0.35 s processor")
        run("glossary list", ["glossary", "list"], folder, "0.5 s processor")
        cold = run("build, cold", ["build", articles, "-o", f"{folder}/a.docx"], folder, "30 s wall, 1 GB")
        again = run(
            "build, nothing changed", ["build", articles, "-o", f"{folder}/b.docx"], folder, "3 s wall"
        )
        same = Path(f"{folder}/a.docx").read_bytes() == Path(f"{folder}/b.docx").read_bytes()
    print(f"ratio {cold / again:.1f}; same bytes: {same}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
