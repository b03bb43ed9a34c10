"""The list of what was published, kept beside it: every file with its size and SHA-256.

Only files that a manifest lists are ever removed, and `waqai verify` holds a published folder against it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

NAME = "waqai-manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One published file."""

    sha256: str
    size: int
    """In bytes."""

    @staticmethod
    def of(content: bytes) -> Entry:
        """The entry for a file with this content."""
        return Entry(sha256(content).hexdigest(), len(content))


def write(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Write the manifest of a folder."""
    (folder / NAME).write_bytes(content(entries))


def content(entries: Mapping[str, Entry]) -> bytes:
    """The bytes of a manifest; the same entries make the same ones."""
    files = {path: {"bytes": entry.size, "sha256": entry.sha256} for path, entry in sorted(entries.items())}
    text = json.dumps({"files": files, "version": VERSION}, indent=1, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def read(folder: Path) -> dict[str, Entry] | None:
    """The manifest of a published folder; None if there is none that can be understood."""
    try:
        data: Any = json.loads((folder / NAME).read_text("utf-8"))
        if data["version"] != VERSION:
            return None
        if not all(map(_stays_inside, data["files"])):
            return None
        return {path: Entry(str(item["sha256"]), int(item["bytes"])) for path, item in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _stays_inside(path: str) -> bool:
    """Whether a path leads to a file of its own folder: a manifest may have come with somebody's contribution."""
    parts = path.split("/")
    return "\\" not in path and not any(part in {"", ".", ".."} or ":" in part for part in parts)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a folder differs from its manifest."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]


def verify(folder: Path) -> Difference | None:
    """Hold a published folder against its manifest; None if it has no manifest."""
    entries = read(folder)
    if entries is None:
        return None
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {NAME}
    kept = sorted(present & entries.keys())
    changed = [path for path in kept if Entry.of((folder / path).read_bytes()) != entries[path]]
    missing, added = sorted(entries.keys() - present), sorted(present - entries.keys())
    return Difference(tuple(changed), tuple(missing), tuple(added))
