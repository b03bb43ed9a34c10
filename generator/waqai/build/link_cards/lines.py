"""Breaking a title into lines: as large as it fits, of even length, never cut inside a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"
Measure = Callable[[str], float]
"""The width of a word at the size 1."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text at one size."""

    size: int
    """In pixels."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a text may take."""

    width: float
    height: float
    line: float
    """The height of a line, for a size of 1."""
    sizes: Sequence[int]
    """The sizes to try, largest first."""


def fitted(text: str, measure: Measure, room: Room) -> Block:
    """The text at the largest size at which it fits; at the smallest one, shortened at a word where it must be."""
    words = text.split()
    widths = [measure(word) for word in words]
    space = measure(" ")
    for size in room.sizes:
        most = int(room.height / (room.line * size))
        lines = _balanced(widths, space, room.width / size, most)
        if lines:
            return Block(size, tuple(" ".join(words[start:end]) for start, end in lines))
    return _shortened(words, measure, room)


def _greedy(widths: Sequence[float], space: float, width: float) -> list[tuple[int, int]]:
    """Lines as ranges of words, each as full as it can be."""
    lines, start, filled = [], 0, 0.0
    for index, word in enumerate(widths):
        wider = filled + space + word if index > start else word
        if wider > width and index > start:
            lines.append((start, index))
            start, wider = index, word
        filled = wider
    return [*lines, (start, len(widths))]


def _balanced(widths: Sequence[float], space: float, width: float, most: int) -> list[tuple[int, int]]:
    """At most so many lines, all about equally long; nothing if the words do not fit."""
    if max(widths, default=0) > width:
        return []
    count = len(_greedy(widths, space, width))
    if count > most:
        return []
    narrow, wide = 0.0, width
    for _ in range(12):
        middle = (narrow + wide) / 2
        fits = max(widths, default=0) <= middle and len(_greedy(widths, space, middle)) == count
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _greedy(widths, space, wide)


def _shortened(words: Sequence[str], measure: Measure, room: Room) -> Block:
    """As many words as fit at the smallest size, and an ellipsis; a word that alone is too wide is shortened too."""
    size = room.sizes[-1]
    width, most = room.width / size, max(1, int(room.height / (room.line * size)))
    space = measure(" ")
    for count in range(len(words) - 1, 0, -1):
        kept = [*words[: count - 1], words[count - 1] + ELLIPSIS]
        lines = _balanced([measure(word) for word in kept], space, width, most)
        if lines:
            return Block(size, tuple(" ".join(kept[start:end]) for start, end in lines))
    word = words[0] if words else ""
    while word and measure(word + ELLIPSIS) > width:
        word = word[:-1]
    return Block(size, (word + ELLIPSIS,))
