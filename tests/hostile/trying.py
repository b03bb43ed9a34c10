"""One attack, and what is wrong with how it ended."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.hostile.attacks import Attack
from tests.hostile.confined import MOST_MEMORY, MOST_SECONDS, Confinement, Ended
from tests.samples import MINIMAL


def tried(attack: Attack, confined: Confinement) -> Ended:
    """How `waqai check` ended on the timeline that was attacked."""
    with tempfile.TemporaryDirectory() as parent:
        root = Path(parent) / "timeline"
        shutil.copytree(MINIMAL, root)
        attack.lay_out(root)
        return confined.run("check", root)


def faults_of(ended: Ended) -> list[str]:
    """What is promised and did not hold: an end, of one of two kinds, soon, in little memory, without a traceback."""
    held = {
        f"ended with {ended.code}": ended.code in {0, 1},
        "a traceback": "Traceback" not in ended.said,
        f"{ended.seconds:.1f} s": ended.seconds <= MOST_SECONDS,
        f"{ended.memory >> 20} MiB": ended.memory <= MOST_MEMORY,
    }
    return [name for name, is_held in held.items() if not is_held]
