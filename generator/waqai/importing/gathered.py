"""What was gathered from another program's file, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from waqai import yamlfile
from waqai.authoring.ids import unused
from waqai.authoring.notation import document
from waqai.problems import Path, Problem

Progress = Callable[[int, int], None]
"""(entries done, entries in all)"""

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is read; a sheet of 100,000 rows has less."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the file itself does not say."""

    id: str
    """Of the timeline."""
    title: str
    """Of the timeline, if the file has none."""
    lang: str
    """The language of the file's texts."""
    event_type: str
    """Of all events."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record to be written, and where it comes from."""

    folder: str
    key: str
    data: dict[str, Any]
    line: int
    path: Path


class Source(Protocol):
    """Where something comes from."""

    @property
    def line(self) -> int:
        """The line of the file."""

    @property
    def path(self) -> Path:
        """The place in it."""


@dataclass(slots=True)
class Gathered:
    """Everything that a file holds, as a timeline has it."""

    settings: dict[str, Any]
    records: list[Found] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    """Prose, by the name of its file."""
    problems: list[Problem] = field(default_factory=list)

    _taken: set[str] = field(default_factory=set)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the file from being imported."""
        return tuple(problem for problem in self.problems if problem.is_error)

    def add(self, folder: str, key: str, data: dict[str, Any], source: Source) -> str:
        """Add a record, under this id or one that is like it and free."""
        key = unused(key, self._taken)
        self._taken.add(key)
        self.records.append(Found(folder, key, data, source.line, source.path))
        return key

    def files(self, name: str) -> Iterator[tuple[str, str]]:
        """Paths and texts of the files of its records; what cannot stand in one becomes a problem of the file."""
        for found in self.records:
            path, text = f"content/{found.folder}/{found.key}.yaml", document(found.data)
            self.problems += _problems_in(text, found, name)
            yield path, text
        for page, text in self.pages.items():
            yield f"content/pages/{page}", text


def _problems_in(text: str, found: Found, name: str) -> Iterator[Problem]:
    """The faults of characters and sizes, at the place where the text came from."""
    read = yamlfile.read(text.encode("utf-8", "surrogatepass"), name)
    for problem in read.problems:
        if problem.is_error:
            values = dict(problem.values)
            yield problem.fault.at(name, found.line, 1, (*found.path, *problem.path), suggestion="", **values)


def settings_of(wish: Wish, title: str, **more: Any) -> dict[str, Any]:
    """The settings of a new timeline; the address and the licence are for its owner to say."""
    return {
        "id": wish.id,
        "title": title,
        "languages": [wish.lang],
        "url": f"https://example.org/{wish.id}",
        "licence": UNSTATED,
        **more,
    }


UNSTATED = "NOASSERTION"
"""What SPDX writes where nothing is said of a licence."""
