"""What of an outline lies in a box: rings by Sutherland and Hodgman, lines by Liang and Barsky."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from waqai.maps.shapes import Box, Shape

XY = tuple[float, float]
Edges = tuple[float, float, float, float]
"""West, south, east, north."""


def near(shape: Shape, edges: Edges) -> list[XY]:
    """A ring without what is far from the box: runs that lie wholly on one side of it keep only their ends."""
    found: list[XY] = []
    for box, run in shape.runs:
        found += (run[0], run[-1]) if _beside(box, edges) else run
    return found


def touches(box: Box, edges: Edges) -> bool:
    """Whether two boxes have anything in common."""
    return not _beside(box, edges)


def _beside(box: Box, edges: Edges) -> bool:
    west, south, east, north = edges
    return box[2] < west or box[0] > east or box[3] < south or box[1] > north


def clipped_ring(points: list[XY], edges: Edges) -> list[XY]:
    """The part of a ring inside the box; where the ring leaves it, along the box's own sides."""
    for axis, limit, sign in ((0, edges[0], 1), (0, edges[2], -1), (1, edges[1], 1), (1, edges[3], -1)):
        points = list(_kept(points, axis, limit, sign))
    return points


def _kept(points: list[XY], axis: int, limit: float, sign: int) -> Iterator[XY]:
    for before, here in pairwise([*points[-1:], *points]):
        was, is_in = (sign * (point[axis] - limit) >= 0 for point in (before, here))
        if was != is_in:
            yield _crossing(before, here, axis, limit)
        if is_in:
            yield here


def _crossing(one: XY, other: XY, axis: int, limit: float) -> XY:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def clipped_line(points: Iterable[XY], edges: Edges) -> Iterator[list[XY]]:
    """The pieces of a line inside the box."""
    piece: list[XY] = []
    for one, other in pairwise(points):
        inside = _inside(one, other, edges)
        if inside is None:
            continue
        if piece and piece[-1] == inside[0]:
            piece.append(inside[1])
        else:
            yield from [piece] if piece else []
            piece = list(inside)
    yield from [piece] if piece else []


def _inside(one: XY, other: XY, edges: Edges) -> tuple[XY, XY] | None:
    """The part of a straight line inside the box."""
    (x, y), dx, dy = one, other[0] - one[0], other[1] - one[1]
    start, end = 0.0, 1.0
    for p, q in ((-dx, x - edges[0]), (dx, edges[2] - x), (-dy, y - edges[1]), (dy, edges[3] - y)):
        if p == 0:
            if q < 0:
                return None
        elif p < 0:
            start = max(start, q / p)
        else:
            end = min(end, q / p)
    if start > end:
        return None
    return tuple((x + part * dx, y + part * dy) if 0 < part < 1 else (one, other)[round(part)] for part in (start, end))  # type: ignore[return-value]
