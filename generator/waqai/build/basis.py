"""What every published file depends on: the program, the packages that it works with, and the timeline's settings."""

from __future__ import annotations

from hashlib import blake2b

from waqai.config import Config
from waqai.installation import installed


def digest(*parts: str) -> str:
    """A digest of texts."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def basis_of(config: Config) -> str:
    """A digest of all of it."""
    return digest(installed(), repr(config))
