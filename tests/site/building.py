"""The repository's timeline, built once for all tests, however many processes run them."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def built_once(folder: Path, timeline: Path = REPOSITORY, name: str = "site") -> Path:
    """The site of a timeline in `folder`, under that name, built by the first process that asks for it."""
    site, done = folder / name, folder / f"{name}.done"
    with _locked(folder / f"{name}.lock"):
        if not done.exists():
            build(timeline, site)
            done.touch()
    return site


def build(timeline: Path, output: Path) -> None:
    """Run `waqai build` in a process of its own; a build that fails shows what it said."""
    command = [sys.executable, "-m", "waqai", "build", str(timeline), "--output", str(output)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, f"waqai build ended with {run.returncode}\n{run.stdout}{run.stderr}"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
