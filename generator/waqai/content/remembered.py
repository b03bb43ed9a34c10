"""Records as they were read before, so that a file which did not change is neither read nor checked again by itself.

They are kept sealed in the user's cache folder, for all commands alike: one file for a timeline, in chunks, of which
only those are packed anew that hold something else. What has a fault is not kept, so that every fault is found anew.
"""

from __future__ import annotations

import pickle
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import crc32

from waqai import yamlfile
from waqai.installation import installed
from waqai.model import Record
from waqai.sealed import cache_folder, seal, unsealed
from waqai.stamps import Stamp, stamp_of

CHUNKS = 64


@dataclass
class ReadRecord:
    """A record and the file that it came from."""

    record: Record
    file: str
    text: str
    """As it was read."""
    digest: str
    """Of the text."""

    @staticmethod
    def of(record: Record, document: yamlfile.Document) -> ReadRecord:
        """A record that has just been read."""
        held = ReadRecord(record, document.file, document.text, digest_of(document.text))
        held.document = document
        return held

    @cached_property
    def document(self) -> yamlfile.Document:
        """The document, which knows the places of the record's parts."""
        return yamlfile.read(self.text.encode(), self.file)

    def __getstate__(self) -> tuple[Any, ...]:
        """Without the document: few are ever asked for, and then they are soon read again."""
        return self.record, self.file, self.text, self.digest

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """The same back."""
        self.record, self.file, self.text, self.digest = state


Chunk = dict[str, tuple[Stamp, ReadRecord]]
"""By the file's name."""


class Remembered:
    """The records of one timeline as they were read before."""

    def __init__(self, place: Path | None, basis: str) -> None:
        self._place = place
        self._basis = f"{installed()} {basis}" if place else ""
        self._changed: set[int] = set()
        self._used = 0

    @cached_property
    def _packed(self) -> list[bytes]:
        """The chunks as they are kept; none of them, if they are of another program or other settings."""
        content = unsealed(self._place) if self._place else None
        basis, chunks = pickle.loads(content) if content else ("", ())  # noqa: S301 - sealed by ourselves
        return list(chunks) if basis == self._basis else []

    @cached_property
    def _chunks(self) -> list[Chunk]:
        chunks = [pickle.loads(chunk) for chunk in self._packed]  # noqa: S301 - sealed by ourselves
        return chunks or [{} for _ in range(CHUNKS)]

    def get(self, path: Path, name: str) -> ReadRecord | None:
        """The record of a file, if it is still the file that was read."""
        found = self._chunks[_chunk(name)].get(name) if self._place else None
        if found is None or found[0] != stamp_of(path):
            return None
        self._used += 1
        return found[1]

    def stamp(self, path: Path) -> Stamp | None:
        """The stamp of a file that is about to be read, if a later change cannot have the same one."""
        stamp = stamp_of(path) if self._place else None
        return stamp if stamp and stamp.is_settled(time.time_ns()) else None

    def add(self, name: str, stamp: Stamp, held: ReadRecord) -> None:
        """Keep a record without faults; the stamp is from before its file was read."""
        self._chunks[_chunk(name)][name] = stamp, held
        self._changed.add(_chunk(name))
        self._used += 1

    def store(self, names: set[str]) -> None:
        """Write down what is new, and forget all files but these."""
        if self._place is None or not (self._changed or self._used < sum(map(len, self._chunks))):
            return
        for number, chunk in enumerate(self._chunks):
            for name in chunk.keys() - names:
                del chunk[name]
                self._changed.add(number)
        packed = self._packed or [b""] * CHUNKS
        for number in self._changed if self._packed else range(CHUNKS):
            packed[number] = pickle.dumps(self._chunks[number], pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
        seal(self._place, pickle.dumps((self._basis, packed), pickle.HIGHEST_PROTOCOL))


def digest_of(text: str) -> str:
    """A digest of a text, as records are compared by."""
    return blake2b(text.encode(), digest_size=12).hexdigest()


def _chunk(name: str) -> int:
    return crc32(name.encode()) % CHUNKS


def memory_of(folder: Path) -> Path:
    """Where the records of the timeline in a folder are remembered."""
    name = blake2b(str(folder.absolute()).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return cache_folder() / "records" / name
