"""One YAML file of a timeline: from its bytes to plain values, and back from a value to its place in the file.

The notation is a safe part of YAML 1.1: one document of maps, lists and scalars, without anchors, aliases, tags, merge
keys, complex keys or duplicate keys. Strings stay as written; only null, true, false and plain numbers become anything
else. Size, depth and number of values are bounded. Nothing here raises for what a file holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from waqai.problems import Path, Problem
from waqai.yamlfile.decoding import FILE_TOO_LARGE, MAX_BYTES, decode, foreign_lines
from waqai.yamlfile.lines import lines_of
from waqai.yamlfile.walk import MAX_DEPTH, MAX_ENTRIES, MAX_TEXT, MAX_VALUES, Place, Walk

__all__ = [
    "FILE_TOO_LARGE",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_ENTRIES",
    "MAX_TEXT",
    "MAX_VALUES",
    "Document",
    "read",
    "read_text",
]


@dataclass(frozen=True)
class Document:
    """What one file holds, and what is wrong with it."""

    file: str
    text: str
    """The source, with U+FFFD in place of every code point that is refused; empty if it could not be decoded."""
    value: Any
    """Plain dict, list, str, int, float, bool or None; None if the file cannot be read."""
    problems: tuple[Problem, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the source, without their ends."""
        return lines_of(self.text)

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1 and in code points, of the value at a path, or of its key.

        Where the path does not exist, the place of its deepest ancestor that does.
        """
        for length in range(len(path), -1, -1):
            if place := self._places.get(path[:length]):
                return place.key if key else place.value
        return 1, 1

    def text_at(self, path: Path) -> str | None:
        """The scalar at a path as it is written (`1.10`, not 1.1), without its quotes; None for anything else."""
        place = self._places.get(path)
        return place.text if place else None

    @cached_property
    def _places(self) -> dict[Path, Place]:
        places: dict[Path, Place] = {}
        Walk(self.text, self.file, places).value()
        return places


def read(data: bytes, file: str) -> Document:
    """Read a YAML file. `file` is its name in problems: relative to the timeline's folder, with forward slashes."""
    text, problems = decode(data, file)
    if text is None:
        return Document(file, "", None, tuple(problems))
    if foreign := foreign_lines(text, file):
        return Document(file, text, None, (*problems, *foreign))
    walk = Walk(text, file)
    value = walk.value()
    return Document(file, text, value, (*problems, *walk.problems))


def read_text(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Read a text file, Markdown for instance, by the same rules for bytes and code points; None if it is no text."""
    text, problems = decode(data, file)
    return text, tuple(problems)
