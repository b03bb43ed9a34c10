"""`python -m tests.fuzz [TARGET …] [--runs N]` tries N inputs for each target, or for those that are named.

An input that breaks a promise is written into finds/, where `make test` tries it for ever. What was reached is kept in
.fuzz/, from where the next run goes on.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.target import FINDS, Target
from tests.fuzz.targets import TARGETS

KEPT = Path(".fuzz")
MOST_BYTES = 4096
"""Of an input."""
MOST_MEMORY = 256
"""MiB for one request of memory, as for a whole check."""
WAIT = 60
"""Seconds on the wall after which an input counts as one that never ends."""
WITHOUT_ATHERIS = """atheris is not here. `make fuzz` installs it where there is a package of it:
on Linux and macOS, for Python 3.11 to 3.13."""


def prepare(target: Target) -> tuple[Path, Path]:
    """The folder of inputs to begin from, and the file of words."""
    corpus, words = KEPT / target.name, KEPT / f"{target.name}.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / sha256(seed).hexdigest()).write_bytes(seed)
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in target.words)
    words.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")
    return corpus, words


def tried(target: Target, runs: int, first: int) -> tuple[int, list[Path]]:
    """How many inputs were tried, and those that broke the promise."""
    corpus, words = prepare(target)
    finds = FINDS / target.name
    before = set(finds.glob("*"))
    finds.mkdir(parents=True, exist_ok=True)
    options = {
        "runs": runs,
        "seed": first,
        "dict": words,
        "max_len": MOST_BYTES,
        "timeout": WAIT,
        "malloc_limit_mb": MOST_MEMORY,
        "rss_limit_mb": 4 * MOST_MEMORY,
        "artifact_prefix": f"{finds}/",
        "print_final_stats": 1,
    }
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.fuzz.guided",
            target.name,
            *(f"-{key}={value}" for key, value in options.items()),
            corpus,
        ],
        capture_output=True,
        check=False,
        text=True,
        errors="replace",
    )
    found = sorted(set(finds.glob("*")) - before)
    if ended.returncode:
        sys.stderr.write(ended.stdout[-3000:] + ended.stderr[-3000:])
        found = found or [finds]
    elif not any(finds.iterdir()):
        finds.rmdir()
    counted = re.search(r"number_of_executed_units: *(\d+)", ended.stderr)
    return int(counted[1]) if counted else 0, found


def main() -> int:
    """Try the targets, one after the other."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument(
        "targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET", help=f"of: {', '.join(TARGETS)}"
    )
    parser.add_argument("--runs", type=int, default=10_000, help="inputs for each target (10000)")
    parser.add_argument("--seed", type=int, default=1, help="of chance (1)")
    chosen = parser.parse_args()
    if not find_spec("atheris"):
        sys.exit(WITHOUT_ATHERIS)
    inputs = wrong = 0
    for name in chosen.targets or TARGETS:
        began = time.monotonic()
        count, found = tried(TARGETS[name], chosen.runs, chosen.seed)
        inputs, wrong = inputs + count, wrong + bool(found)
        said = f"broken by {', '.join(map(str, found))}" if found else "held"
        sys.stdout.write(f"{name}: {count:,} inputs in {time.monotonic() - began:.0f} s, {said}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{inputs:,} inputs for {len(chosen.targets or TARGETS)} targets; {wrong} of them broken\n")
    return 1 if wrong else 0


sys.exit(main())
