"""Which look-ups every published file was made from, and what they said: kept beside the site for the next build.

A file whose look-ups all say the same again is as it would be if it were made anew. Each look-up is asked once, whoever
needs it; those of records whose file did not change are not asked at all. What several files have in common is one
group of look-ups for all of them.
"""

from __future__ import annotations

import json
import time
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from waqai.content.notes import Group, Key, Noted
from waqai.content.seen import Seen
from waqai.stamps import Stamp

VERSION = 2
GROUP = "group"
"""How the key of a group of look-ups begins; their numbers follow, all of them smaller than its own."""
NUMBERS = "I"
"""The type code of the numbers of look-ups: 32 bits."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one published file was made from."""

    conditions: str
    """A digest of everything besides the timeline: templates, catalogues, what was captured."""
    sha256: str
    """Of the bytes that it led to."""
    stamp: Stamp
    """Of the published file."""
    asked: array[int]
    """The numbers of its look-ups."""
    shown: str = ""
    """A digest of what it shows, for a file that is costly to make."""


@dataclass(slots=True)
class Traces:
    """The traces of all files, and the look-ups that they have in common."""

    basis: str
    """A digest of what every file depends on: the program, its packages, the settings."""
    keys: list[Key] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """What each look-up said."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """By record: a digest of its file."""
    files: dict[str, Trace] = field(default_factory=dict)
    """By path."""
    stored_at: int = 0
    """When these traces were stored, in nanoseconds; 0 for new ones."""
    _numbers: dict[Key, int] = field(default_factory=dict)
    _groups: dict[Group, int] = field(default_factory=dict, compare=False)

    def number(self, noted: Noted) -> int:
        """The number of a look-up or of a group of them; a new one gets the next."""
        if not isinstance(noted, Group):
            return self.number_of_key(noted)
        if noted not in self._groups:
            self._groups[noted] = self.number_of_key((GROUP, *sorted(map(self.number, noted.members))))
        return self._groups[noted]

    def number_of_key(self, key: Key) -> int:
        """The same for the key of either."""
        if len(self._numbers) != len(self.keys):
            self._numbers = {known: number for number, known in enumerate(self.keys)}
        if key not in self._numbers:
            self._numbers[key] = len(self.keys)
            self.keys.append(key)
        return self._numbers[key]

    def changed(self, seen: Seen, sources: Mapping[str, str]) -> frozenset[int]:
        """The look-ups that now say something else; what they say now is remembered."""
        same = {key for key, digest in sources.items() if self.sources.get(key) == digest}
        found: set[int] = set()
        for number, key in enumerate(self.keys):
            if key[0] == GROUP:
                if not found.isdisjoint(key[1:]):
                    found.add(number)
            elif key[0] != "record" or key[1] not in same:
                answer = seen.answer(key)
                if answer != self.said[number]:
                    self.said[number] = answer
                    found.add(number)
        self.sources = sources
        return frozenset(found)

    def complete(self, seen: Seen, files: Mapping[str, Trace]) -> None:
        """Take the files of a new site, ask the look-ups that are new, and forget those that nobody needs."""
        self.files = dict(files)
        self.said += ("" if key[0] == GROUP else seen.answer(key) for key in self.keys[len(self.said) :])
        used = self._used()
        if 2 * len(used) < len(self.keys):
            self._keep_only(used)

    def _used(self) -> list[int]:
        """The numbers that some file was made from, directly or in a group, in order."""
        used: set[int] = set().union(*(trace.asked for trace in self.files.values()))
        for number in range(len(self.keys) - 1, -1, -1):
            if number in used and self.keys[number][0] == GROUP:
                used.update(self.keys[number][1:])
        return sorted(used)

    def _keep_only(self, used: list[int]) -> None:
        place = {number: index for index, number in enumerate(used)}
        self.keys = [renumbered(self.keys[number], place.__getitem__) for number in used]
        self.said = [self.said[number] for number in used]
        self._numbers, self._groups = {}, {}
        for path, trace in self.files.items():
            self.files[path] = replace(trace, asked=array(NUMBERS, map(place.__getitem__, trace.asked)))

    def store(self, path: Path) -> None:
        """Keep the traces for the next build: a checksum, then a line of JSON, then the numbers of all look-ups."""
        head = {
            "version": VERSION,
            "basis": self.basis,
            "stored_at": time.time_ns(),
            "keys": self.keys,
            "said": self.said,
            "sources": dict(self.sources),
            "files": {name: (t.conditions, t.sha256, t.stamp, len(t.asked), t.shown) for name, t in self.files.items()},
        }
        numbers = b"".join(trace.asked.tobytes() for trace in self.files.values())
        content = json.dumps(head, ensure_ascii=False).encode() + b"\n" + numbers
        aside = path.with_suffix(".new")
        aside.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
        aside.replace(path)


def read_traces(path: Path | None, basis: str) -> Traces:
    """The stored traces; none if they are of another program or other settings, or cannot be understood."""
    try:
        checksum, _, content = path.read_bytes().partition(b"\n") if path else (b"", b"", b"")
        if sha256(content).hexdigest().encode() != checksum:
            return Traces(basis)
        line, _, numbers = content.partition(b"\n")
        head = json.loads(line)
    except (OSError, ValueError):
        return Traces(basis)
    if head["version"] != VERSION or head["basis"] != basis:
        return Traces(basis)
    keys = [_hashable(key) for key in head["keys"]]
    return Traces(basis, keys, head["said"], head["sources"], _files(head["files"], numbers), head["stored_at"])


def _files(stored: Mapping[str, Any], content: bytes) -> dict[str, Trace]:
    numbers = array(NUMBERS)
    numbers.frombytes(content)
    files, start = {}, 0
    for path, (conditions, digest, stamp, count, shown) in stored.items():
        files[path] = Trace(conditions, digest, Stamp(*stamp), numbers[start : start + count], shown)
        start += count
    return files


def renumbered(key: Key, place: Callable[[int], int]) -> Key:
    """A key whose members, if it is that of a group, have new numbers."""
    return (GROUP, *sorted(map(place, key[1:]))) if key[0] == GROUP else key


def _hashable(key: Any) -> Any:
    """A key as it was before JSON made lists of its tuples."""
    return tuple(map(_hashable, key)) if isinstance(key, list) else key
