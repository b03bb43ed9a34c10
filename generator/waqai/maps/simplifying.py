"""Fewer points for the same outline: the algorithm of Ramer, Douglas and Peucker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Number = TypeVar("Number", int, float)


def simplified(points: Sequence[tuple[Number, Number]], tolerance: float) -> list[tuple[Number, Number]]:
    """The points without those that lie no further than `tolerance` from the line that is left. Both ends stay."""
    last = len(points) - 1
    kept, waiting = {0, last}, [(0, last)]
    while waiting:
        start, end = waiting.pop()
        furthest, distance = _furthest(points, start, end)
        if distance > tolerance * tolerance:
            kept.add(furthest)
            waiting += [(start, furthest), (furthest, end)]
    return [points[index] for index in sorted(kept)] if points else []


def _furthest(points: Sequence[tuple[Number, Number]], start: int, end: int) -> tuple[int, float]:
    """The point between two others that is furthest from the line between these, and its distance squared."""
    (x1, y1), (x2, y2) = points[start], points[end]
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    found, most = start, -1.0
    for index in range(start + 1, end):
        px, py = points[index][0] - x1, points[index][1] - y1
        along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
        away = (px - along * dx) ** 2 + (py - along * dy) ** 2
        if away > most:
            found, most = index, away
    return found, most
