"""Files that a command keeps for the next one, sealed so that only what this user's own commands wrote is read again.

They hold Python's own forms of data, which run as programs when they are read. A folder that came with somebody's
contribution may hold such a file too; without the key, which never leaves the user's cache folder, it counts for
nothing. The same goes for one that was damaged. Whatever is not read is made anew.
"""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

KEY_LENGTH = 32
SEAL_LENGTH = 32
"""HMAC-SHA256 (RFC 2104), in bytes."""


def unsealed(path: Path) -> bytes | None:
    """What was sealed into a file; None for a file of anybody else, a damaged one, or none."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    key, inside = _key(), content[SEAL_LENGTH:]
    is_ours = key is not None and hmac.compare_digest(_seal(key, inside), content[:SEAL_LENGTH])
    return inside if is_ours else None


def seal(path: Path, content: bytes) -> None:
    """Write a sealed file, at once or not at all; nothing where the user has no place for a key or the disk is full."""
    key, aside = _key(), path.with_name(f"{path.name}.{os.getpid()}.new")
    if key is None:
        return
    with suppress(OSError):
        aside.write_bytes(_seal(key, content) + content)
        aside.replace(path)


def cache_folder() -> Path:
    """Where this user's commands keep what belongs to no output folder (XDG Base Directory)."""
    # Path.expanduser() raises where a user has no home.
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "waqai"  # noqa: PTH111


def _seal(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")


def _key() -> bytes | None:
    """The user's key, made where there is none."""
    folder = cache_folder()
    path, aside = folder / "key", folder / f"key.{os.getpid()}"
    try:
        if not path.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            aside.touch(mode=0o600)
            aside.write_bytes(secrets.token_bytes(KEY_LENGTH))
            with suppress(FileExistsError):  # another command was quicker: its key it is
                os.link(aside, path)
            aside.unlink()
        key = path.read_bytes()
    except OSError:
        return None
    return key if len(key) == KEY_LENGTH else None
