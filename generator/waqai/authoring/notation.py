"""The house form of a YAML file: which values stand in brackets on one line, which on lines of their own.

Ids and short texts stand in `[…]` and `{…}` as far as they fit, longer ones on lines of their own, and a text that is
longer than a line is folded. What is a list of maps or a map of several maps has an entry a line.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from waqai.authoring.scalars import Around, written, written_key
from waqai.problems import Path

WIDTH = 120
"""Characters in a line; a longer one has nothing at which it could be broken."""
STEP = 2
FURTHEST = 60
"""The last column, from 0, at which comments of several lines are kept in line with each other."""
DIGESTS = frozenset({"rev"})
"""Keys whose words stand in quotes, because some of them look like numbers."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The comment at the end of an entry's first line; its further lines stand below it."""

    column: int
    """Where it began, from 0; it stays there, in line with others, unless the line got longer or it is far away."""
    lines: tuple[str, ...]

    def behind(self, line: str) -> str:
        """The line with its comment, two spaces apart at least."""
        nearest = len(line) + STEP
        column = self.column if nearest <= self.column <= FURTHEST else nearest
        starts = [line.ljust(column), *[" " * column] * (len(self.lines) - 1)]
        return "\n".join(f"{start}{text}" for start, text in zip(starts, self.lines, strict=True))


@dataclass(frozen=True)
class Remarks:
    """The comments and empty lines of a file, by the path of the entry that they belong to."""

    head: list[str] = field(default_factory=list)
    """Lines before the first entry, which stay at the top of the file."""
    above: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    """Lines before an entry: comments with their `#`, and empty lines. What stands under () ends the file."""
    beside: dict[Path, Beside] = field(default_factory=dict)
    """Comments at the ends of lines."""
    below: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    """Lines after an entry, as far to the right as the entry itself."""

    @cached_property
    def holders(self) -> frozenset[Path]:
        """The entries in which a comment stands, so that they need lines of their own."""
        above = (path for path, lines in self.above.items() if any(lines))
        commented = chain(above, self.beside, self.below)
        return frozenset(path[:length] for path in commented for length in range(len(path)))


class Verbatim(str):
    """A scalar that is written as it stands, such as `36.20`, which would lose its last digit as a number."""

    __slots__ = ()


def document(value: Mapping[str, Any], remarks: Remarks | None = None) -> str:
    """A whole file. What is read back from it is the same value."""
    remarks = remarks or Remarks()
    lines = [*remarks.head, *_map_lines(value, (), 0, remarks), *remarks.above.get((), ())]
    return "\n".join(lines).rstrip("\n") + "\n"


def entry_lines(key: str, value: Any, indent: int = 0) -> list[str]:
    """One key with its value, `indent` spaces from the margin."""
    return list(_entry(f"{' ' * indent}{written_key(key)}:", value, (key,), indent, Remarks()))


def _map_lines(value: Mapping[str, Any], path: Path, indent: int, remarks: Remarks) -> Iterator[str]:
    for key, entry in value.items():
        start = f"{' ' * indent}{written_key(key)}:"
        yield from _entry(start, entry, (*path, key), indent, remarks)


def _list_lines(value: list[Any], path: Path, indent: int, remarks: Remarks) -> Iterator[str]:
    for index, entry in enumerate(value):
        inner = (*path, index)
        if isinstance(entry, dict) and not _fits(f"{' ' * indent}-", entry, inner, remarks, nested=False):
            yield from _indented(remarks.above.get(inner, ()), indent)
            yield from _dashed(_map_lines(entry, inner, indent + STEP, remarks), indent, remarks.beside.get(inner))
            yield from _indented(remarks.below.get(inner, ()), indent)
        else:
            yield from _entry(f"{' ' * indent}-", entry, inner, indent, remarks)


def _dashed(lines: Iterator[str], indent: int, beside: Beside | None) -> Iterator[str]:
    """The lines of a map with a dash before its first key; a comment on the whole stands before it."""
    yield from _indented(beside.lines if beside else (), indent)
    first = next(lines)
    while not first.strip() or first.lstrip().startswith("#"):  # comments above the first key
        yield first[STEP:]
        first = next(lines)
    yield f"{' ' * indent}- {first[indent + STEP :]}"
    yield from lines


def _entry(start: str, value: Any, path: Path, indent: int, remarks: Remarks) -> Iterator[str]:
    """A key or a dash with what stands behind and below it."""
    yield from _indented(remarks.above.get(path, ()), indent)
    first, *others = _value_lines(start, value, path, indent, remarks)
    beside = remarks.beside.get(path)
    yield beside.behind(first) if beside else first
    yield from others
    yield from _indented(remarks.below.get(path, ()), indent)


def _value_lines(start: str, value: Any, path: Path, indent: int, remarks: Remarks) -> Iterator[str]:
    if _fits(start, value, path, remarks):
        yield f"{start} {_on_one_line(value, str(path[-1]))}".rstrip()
    elif isinstance(value, dict):
        yield start
        yield from _map_lines(value, path, indent + STEP, remarks)
    elif isinstance(value, list):
        yield start
        yield from _list_lines(value, path, indent + STEP, remarks)
    else:
        yield from _long_text(start, value, indent + STEP)


def _indented(lines: tuple[str, ...], indent: int) -> Iterator[str]:
    return (f"{' ' * indent}{line}" if line else "" for line in lines)


def _fits(start: str, value: Any, path: Path, remarks: Remarks, *, nested: bool = True) -> bool:
    """Whether a value stands behind its key or dash on one line."""
    if isinstance(value, str) and not isinstance(value, Verbatim):
        if "\n" in value:
            return not _can_be_block(value)
        return len(start) + 1 + len(written(value)) <= WIDTH or not _can_be_folded(value)
    if not isinstance(value, dict | list):
        return True
    if not value:
        return True
    if path in remarks.holders or not _is_plain_enough(value, nested=nested):
        return False
    width = WIDTH // 2 if _holds_a_map(value) else WIDTH
    return len(start) + 1 + len(_on_one_line(value, str(path[-1]))) <= width


def _holds_a_map(value: dict[str, Any] | list[Any]) -> bool:
    inner = value.values() if isinstance(value, dict) else ()
    return any(isinstance(entry, dict) for entry in inner)


def _is_plain_enough(value: dict[str, Any] | list[Any], *, nested: bool) -> bool:
    """Whether brackets would hide nothing: one map in another at most, and no text of several lines."""
    inner = list(value.values()) if isinstance(value, dict) else value
    maps = [entry for entry in inner if isinstance(entry, dict)]
    if any(isinstance(entry, str) and "\n" in entry for entry in inner):
        return False
    if maps and (not nested or len(inner) > 1):
        return False
    return all(_is_plain_enough(entry, nested=nested) for entry in inner if isinstance(entry, dict | list))


def _on_one_line(value: Any, key: str = "", around: Around = "") -> str:
    match value:
        case dict():
            return f"{{{', '.join(_in_braces(name, entry) for name, entry in value.items())}}}"
        case list():
            return f"[{', '.join(_on_one_line(entry, around='[]') for entry in value)}]"
        case Verbatim():
            return str(value)
        case _:
            return written(value, around, is_plain=key not in DIGESTS)


def _in_braces(key: str, value: Any) -> str:
    return f"{written_key(key, '{}')}: {_on_one_line(value, key, '{}')}"


def _can_be_folded(text: str) -> bool:
    """Whether a text comes back from folded lines as it was: words with one space between them."""
    return " " in text and text == " ".join(text.split())


def _can_be_block(text: str) -> bool:
    """Whether a text comes back from lines of its own as it was: nothing hangs on spaces that nobody sees."""
    lines = text.split("\n")
    return bool(lines[0]) and lines[0] == lines[0].lstrip() and all(line == line.rstrip() for line in lines)


def _long_text(start: str, text: str, indent: int) -> Iterator[str]:
    """A text on lines of its own: folded if it is one paragraph, otherwise with the line ends that it has."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomping = ("-", "", "+")[min(ends, 2)]
    is_one = _can_be_folded(body) and len(body) > WIDTH - indent
    lines = textwrap.wrap(body, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    yield f"{start} {'>' if is_one else '|'}{chomping}"
    yield from _indented((*(lines if is_one else body.split("\n")), *[""] * (ends - 1)), indent)
