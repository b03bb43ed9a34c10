"""What every published file depends on: the program, the packages that it works with, and the timeline's settings."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from waqai.config import Config
from waqai.snapshot import packages


def digest(*parts: str) -> str:
    """A digest of texts."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def basis_of(config: Config) -> str:
    """A digest of all of it."""
    return digest(program_digest(), *packages(), repr(config))


@cache
def program_digest() -> str:
    """A digest of the program itself: another version may make another page of the same data."""
    digested = blake2b(digest_size=16)
    for path in sorted(Path(__file__).parents[1].rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            digested.update(path.read_bytes())
    return digested.hexdigest()
