"""What every published file depends on: the program, the packages that it works with, and the timeline's settings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from waqai.config import Config


def digest(*parts: str) -> str:
    """A digest of texts."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def basis_of(config: Config) -> str:
    """A digest of all of it."""
    return digest(program_digest(), *packages(), repr(config))


@cache
def program_digest() -> str:
    """A digest of the program itself: another version may make another page of the same data."""
    sources = sorted(Path(__file__).parents[1].rglob("*.py"))
    return digest(*(path.read_text("utf-8") for path in sources))


@cache
def packages() -> tuple[str, ...]:
    """Python and the installed packages with their versions, by the names of the folders that describe them."""
    return sys.version, *sorted(_described())


def _described() -> Iterator[str]:
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.glob("*.dist-info"))
