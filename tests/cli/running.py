"""The commands as users run them, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMELINES = ROOT / "tests" / "timelines"


def waqai(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `waqai` and give back how it ended."""
    neutral = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "waqai", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **neutral, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
