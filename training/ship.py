"""Put a package in the place of the embedded one: `python -m training.ship PACKAGE [MODELS]`.

Its files go into `briefing/models`, the earlier package goes, checksums and notice are written anew.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from briefing import packages
from training.files import replacing, sha256

LARGEST = 125_000_000  # bytes of a package


def ship(package: Path, models: Path) -> Path:
    """Return the package's new folder in `models`.

    Raises ValueError where the package is too large, ModelError where it is none.
    """
    found = packages.named(str(package), models)
    files = sorted(p for p in package.rglob("*") if p.is_file())
    if (size := sum(p.stat().st_size for p in files)) > LARGEST:
        raise ValueError(f"{package} has {size:,} bytes; at most {LARGEST:,} are shipped")
    if not found.notice:
        raise ValueError(f"{package} has no NOTICE, which its base asks for")
    sums = [f"{sha256(path)}  {package.name}/{path.relative_to(package).as_posix()}\n" for path in files]
    target = models / package.name
    new = models / f".{package.name}.new"  # `package` may be the one that is there
    shutil.copytree(package, new)
    for earlier in models.glob("translate-*"):
        shutil.rmtree(earlier)
    new.rename(target)
    with replacing(models / "SHA256SUMS") as temporary:
        temporary.write_text("".join(sums), encoding="utf-8")
    shutil.copyfile(target / "NOTICE", models / "NOTICE")
    return target


if __name__ == "__main__":
    print(ship(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path("briefing/models")))
