"""Outlines on the earth, and their packed form.

Points are in hundredths of a degree. Packed are, little-endian and compressed by zlib: for each layer the number of its
shapes; for each shape the number of its points; for each shape the four sides of its box; the differences from point to
point, of all longitudes, then of all latitudes, each shape beginning anew from zero. A shape is unpacked when it is
looked at: a map looks at few of them.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate, chain, islice, pairwise

LAYERS = ("land", "lakes", "borders", "disputed")
PER_DEGREE = 100
"""Units of a degree."""
RUN = 48
"""Points of a shape that are looked at together."""

Point = tuple[int, int]
Box = tuple[int, int, int, int]
"""West, south, east, north."""


@dataclass(frozen=True)
class Shape:
    """A ring of land or of a lake, or a piece of a boundary."""

    box: Box
    """The box that holds it."""
    _longitudes: memoryview[int]
    """Differences."""
    _latitudes: memoryview[int]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Its points."""
        return tuple(zip(accumulate(self._longitudes), accumulate(self._latitudes), strict=True))

    @cached_property
    def runs(self) -> tuple[tuple[Box, tuple[Point, ...]], ...]:
        """Its points in runs, each with the box that holds it."""
        runs = (self.points[start : start + RUN] for start in range(0, len(self.points), RUN))
        return tuple((box_of(run), run) for run in runs)


def box_of(points: Iterable[Point]) -> Box:
    """The box that holds all points."""
    longitudes, latitudes = zip(*points, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def pack(layers: Mapping[str, list[list[Point]]]) -> bytes:
    """The packed form of the shapes of all layers."""
    shapes = [shape for name in LAYERS for shape in layers[name]]
    counts = array("i", [len(layers[name]) for name in LAYERS])
    lengths = array("i", [len(shape) for shape in shapes])
    boxes = array("i", chain.from_iterable(map(box_of, shapes)))
    deltas = (array("i", chain.from_iterable(_differences(shape, axis) for shape in shapes)) for axis in (0, 1))
    return zlib.compress(b"".join(_little(numbers).tobytes() for numbers in (counts, lengths, boxes, *deltas)), 9)


def unpack(packed: bytes) -> dict[str, tuple[Shape, ...]]:
    """The shapes of all layers."""
    numbers = memoryview(_little(array("i", zlib.decompress(packed))))
    counts, rest = numbers[: len(LAYERS)], numbers[len(LAYERS) :]
    lengths, rest = rest[: sum(counts)], rest[sum(counts) :]
    boxes, rest = rest[: 4 * len(lengths)], rest[4 * len(lengths) :]
    longitudes, latitudes = rest[: len(rest) // 2], rest[len(rest) // 2 :]
    ends = zip(lengths, accumulate(lengths), strict=True)
    parts = (slice(end - length, end) for length, end in ends)
    sides = zip(*(boxes[side::4] for side in range(4)), strict=True)
    shapes = (Shape(box, longitudes[part], latitudes[part]) for box, part in zip(sides, parts, strict=True))
    return {name: tuple(islice(shapes, count)) for name, count in zip(LAYERS, counts, strict=True)}


@lru_cache(maxsize=1)
def world() -> dict[str, tuple[Shape, ...]]:
    """The shapes of the whole earth."""
    return unpack((files("waqai.maps") / "natural_earth.bin").read_bytes())


def _differences(shape: list[Point], axis: int) -> Iterator[int]:
    values = [point[axis] for point in shape]
    return (after - before for before, after in pairwise([0, *values]))


def _little(numbers: array[int]) -> array[int]:
    """The same numbers with their bytes in the other order where this machine is big-endian."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
