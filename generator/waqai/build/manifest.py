"""The list of what was published, kept beside it: every file with its size and SHA-256.

Only files that a manifest lists are ever removed, and `waqai verify` holds a published folder against it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
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
        return understood((folder / NAME).read_bytes())
    except OSError:
        return None


def understood(content: bytes) -> dict[str, Entry] | None:
    """The entries of a manifest; None for what is none, or of another version."""
    try:
        data: Any = json.loads(content)
        if data["version"] != VERSION or not all(map(_stays_inside, data["files"])):
            return None
        return {path: Entry(str(item["sha256"]), int(item["bytes"])) for path, item in data["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
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
    """Hold a published folder against its manifest; None if it has no manifest.

    We publish plain files only: a link is never followed, and one in the place of a file is a changed file.
    """
    entries = read(folder)
    if entries is None:
        return None
    present = {path: entry for path, entry in members(folder) if not entry.is_dir(follow_symlinks=False)}
    present.pop(NAME, None)
    changed = [path for path in sorted(present.keys() & entries.keys()) if not _is(present[path], entries[path])]
    missing, added = sorted(entries.keys() - present.keys()), sorted(present.keys() - entries.keys())
    return Difference(tuple(changed), tuple(missing), tuple(added))


def _is(found: os.DirEntry[str], entry: Entry) -> bool:
    return found.is_file(follow_symlinks=False) and Entry.of(Path(found).read_bytes()) == entry


def members(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in a folder, by its path from there; links to other folders are not followed."""
    return _members(os.fspath(folder), "")


def _members(folder: str, before: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        yield before + entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _members(entry.path, f"{before}{entry.name}/")
