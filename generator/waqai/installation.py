"""What every result depends on besides what it is made from: Python, the packages and the program itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

PROGRAM = Path(__file__).parent
"""The folder of the program."""


def files_for_timelines() -> Path:
    """The folder of what a new timeline has from this repository: its top, or in the package once installed."""
    inside = PROGRAM / "starter"
    return inside if (inside / ".github").is_dir() else PROGRAM.parents[1]


def packages() -> Iterator[str]:
    """Python, and the installed packages with their versions, by the names of the folders that describe them."""
    yield sys.version
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - every command does this; a Path costs more than its name
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith(".dist-info"))


@cache
def installed() -> str:
    """A digest of all of it: another version of anything may make something else of the same files."""
    digested = blake2b("\0".join(packages()).encode(), digest_size=16)
    for path in sorted(PROGRAM.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            digested.update(path.read_bytes())
    return digested.hexdigest()
