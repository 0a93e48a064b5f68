"""Size of what a user installs: `python -m benchmarks.size`; ends with 1 where it is over the limit.

Counts the files of every distribution in requirements.lock (as their RECORDs list them, byte code left out) and
of the package itself, the embedded model included.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

LIMIT = 520  # MB of 10^6 bytes; 450 before matplotlib and pillow (50 MB), which draw the pictures of the memo


def distribution_size(name: str) -> int:
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:  # for another platform
        return 0
    paths = (Path(str(f.locate())) for f in files if not str(f).endswith(".pyc"))
    return sum(p.stat().st_size for p in paths if p.is_file())


def main() -> int:
    names = re.findall(r"^([\w.-]+)==", Path("requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    sizes = {name: distribution_size(name) for name in dict.fromkeys(names)}
    own = [p for p in Path("briefing").rglob("*") if p.is_file() and p.suffix != ".pyc"]
    sizes["briefing"] = sum(p.stat().st_size for p in own)
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:12]:
        print(f"{size / 1e6:8.1f} MB  {name}")
    total = sum(sizes.values()) / 1e6
    print(f"{total:8.1f} MB  {len(sizes)} distributions; limit {LIMIT} MB")
    return int(total >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
