"""The manifest: which step made which files of which others, by hash. A step whose inputs are unchanged is not run again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from training.files import replacing, sha256


class Manifest:
    """`manifest.json` in the work folder.

    A step is known by its settings and the hashes of its inputs and outputs. Hashes are recomputed only for files whose
    size or time of change differs from what was noted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "manifest.json"
        self.steps: dict[str, dict] = {}
        self.seen: dict[str, list] = {}
        if self.path.exists():
            saved = json.loads(self.path.read_text(encoding="utf-8"))
            self.steps, self.seen = saved["steps"], saved["seen"]

    def step(
        self,
        name: str,
        inputs: Sequence[Path],
        outputs: Sequence[Path],
        settings: Mapping[str, object],
        make: Callable[[], Mapping[str, object] | None],
    ) -> bool:
        """Run `make` unless the step stands as it would be made now; return whether it ran.

        What `make` returns is kept with the step as its figures.
        """
        wanted = {
            "settings": json.loads(json.dumps(settings, default=str)),
            "inputs": {path.name: self.hash(path) for path in inputs},
        }
        noted = self.steps.get(name, {})
        current = {path.name: self.hash(path) for path in outputs if path.exists()}
        if (
            all(noted.get(k) == v for k, v in wanted.items())
            and noted.get("outputs") == current
            and len(current) == len(outputs)
        ):
            return False
        started = time.monotonic()
        figures = make() or {}
        self.steps[name] = {
            **wanted,
            "outputs": {path.name: self.hash(path) for path in outputs},
            "figures": dict(figures),
            "seconds": round(time.monotonic() - started, 1),
        }
        self._save()
        return True

    def hash(self, path: Path) -> str:
        """Return the hash of a file or folder, from notes where it has not changed since."""
        if path.is_dir():
            return sha256(path)
        state = path.stat()
        mark = [state.st_size, state.st_mtime_ns]
        noted = self.seen.get(str(path.resolve()))
        if noted and noted[:2] == mark:
            return str(noted[2])
        digest = sha256(path)
        self.seen[str(path.resolve())] = [*mark, digest]
        return digest

    def _save(self) -> None:
        with replacing(self.path) as temporary:
            temporary.write_text(
                json.dumps({"steps": self.steps, "seen": self.seen}, indent=1) + "\n", encoding="utf-8"
            )
