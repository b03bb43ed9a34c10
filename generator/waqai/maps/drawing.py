"""The outlines of a window as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from waqai.maps.clipping import XY, Edges, clipped_line, clipped_ring, near, touches
from waqai.maps.shapes import PER_DEGREE, Shape, world
from waqai.maps.simplifying import simplified
from waqai.maps.window import HEIGHT, WIDTH, Window

TURN = 360 * PER_DEGREE
OVER = 4.0
"""How far outlines go on beyond the map's edge, in its units, so that no cut is seen."""
MOST_CHARACTERS = 9000
"""Of the paths of a map, together."""
FINEST, COARSER = 1.0, 1.5
"""Units by which an outline may be off; more where there would be too many characters."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """The path data (SVG 1.1, `d`) of the layers of a map; empty where there is nothing."""

    land: str
    lakes: str
    borders: str
    disputed: str
    """Boundaries that Natural Earth calls disputed, indefinite or a line of control."""


@lru_cache(maxsize=1024)
def outlines(window: Window) -> Outlines:
    """What a window shows of the earth."""
    rings = {name: list(_rings(world()[name], window)) for name in ("land", "lakes")}
    lines = {name: list(_lines(world()[name], window)) for name in ("borders", "disputed")}
    tolerance = FINEST
    while True:
        paths = {name: _path(shapes, tolerance, "z") for name, shapes in rings.items()}
        paths |= {name: _path(shapes, tolerance, "") for name, shapes in lines.items()}
        if sum(map(len, paths.values())) <= MOST_CHARACTERS:
            return Outlines(**paths)
        tolerance *= COARSER


def _turned(shapes: Iterable[Shape], window: Window) -> Iterator[tuple[Shape, int, Edges]]:
    """The shapes near a window, each with how far the earth is to be turned for it, and the window's edges for it."""
    west, south, east, north = (degrees * PER_DEGREE for degrees in window.bounds)
    across, down = (OVER / units * PER_DEGREE for units in window.per_degree)
    for turn in (-TURN, 0, TURN):
        edges = (west - across - turn, south - down, east + across - turn, north + down)
        yield from ((shape, turn, edges) for shape in shapes if touches(shape.box, edges))


def _rings(shapes: Iterable[Shape], window: Window) -> Iterator[list[XY]]:
    for shape, turn, edges in _turned(shapes, window):
        ring = clipped_ring(near(shape, edges), edges)
        if ring:
            yield [_placed(point, turn, window) for point in (*ring, ring[0])]


def _lines(shapes: Iterable[Shape], window: Window) -> Iterator[list[XY]]:
    for shape, turn, edges in _turned(shapes, window):
        for line in clipped_line(shape.points, edges):
            yield [_placed(point, turn, window) for point in line]


def _placed(point: XY, turn: int, window: Window) -> XY:
    """A point of an outline on the map: like `Window.place`, but never the other way round the earth."""
    across, down = window.per_degree
    east = (point[0] + turn) / PER_DEGREE - window.middle.longitude
    return WIDTH / 2 + east * across, HEIGHT / 2 + (window.middle.latitude - point[1] / PER_DEGREE) * down


def _path(shapes: Iterable[list[XY]], tolerance: float, end: str) -> str:
    return "".join(_drawn(simplified(shape, tolerance), end) for shape in shapes)


def _drawn(points: list[XY], end: str) -> str:
    """Path data in whole units; nothing for what is too small to be seen."""
    whole = [(round(x), round(y)) for x, y in points]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole) if (x1, y1) != (x2, y2)]
    steps = steps[:-1] if end else steps
    if len(steps) < (2 if end else 1):
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l{''.join(_number(n) for step in steps for n in step).strip()}{end}"


def _number(number: int) -> str:
    """A number as it follows another one: a minus is sign enough."""
    return f" {number}" if number >= 0 else str(number)
