"""What a command costs: time of processor and of waiting, memory, and what it wrote."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KIB_IN_MAXRSS = 1 if sys.platform != "darwin" else 1024
"""Linux counts the peak in KiB, macOS in bytes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run."""

    cpu: float
    """Seconds of all its processes."""
    wall: float
    """Seconds."""
    memory: int
    """The peak of its largest process, in KiB."""
    files: int
    size: int
    """Of all files that it published, in bytes."""


def cost_of(command: Sequence[str], folder: Path, output: Path) -> Cost:
    """Run a command in a folder. Raises RuntimeError with what it said if it fails."""
    started = time.perf_counter()
    log = folder / "log"
    with log.open("wb") as said:
        actions = [(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        program = ["/usr/bin/env", "-C", str(folder), *command]
        process = os.posix_spawn(program[0], program, os.environ, file_actions=actions)
        _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    if status or not output.is_dir():
        raise RuntimeError(f"{' '.join(command)} failed:\n{log.read_text('utf-8', 'replace')[-2000:]}")
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss // KIB_IN_MAXRSS, len(sizes), sum(sizes))
