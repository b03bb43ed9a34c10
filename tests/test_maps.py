"""Maps: outlines of any place on earth, and no more of a place than may be known."""

from __future__ import annotations

import gzip
import re
from math import cos, hypot, radians
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.making import event, library_of
from waqai.content import Library
from waqai.languages import Language
from waqai.maps import HEIGHT, WIDTH, Position, Window, outlines, published
from waqai.maps.clipping import clipped_line, clipped_ring
from waqai.maps.drawing import OVER
from waqai.maps.shapes import LAYERS, pack, unpack, world
from waqai.maps.simplifying import simplified
from waqai.model import Place
from waqai.site.contexts import MapView
from waqai.site.place_map import place_map
from waqai.site.views import Views

LOCALES = Path(__file__).parents[1] / "theme" / "locales"
positions = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))
widths = st.sampled_from([200, 600, 900, 2400])
numbers = st.integers(-3000, 3000)
lines = st.lists(st.tuples(numbers, numbers), min_size=3, max_size=40)
BOX = (-1000.0, -800.0, 1000.0, 800.0)


def path_points(path: str) -> list[tuple[int, int]]:
    """Every point of a path of whole units, as a browser draws it."""
    found: list[tuple[int, int]] = []
    for part in path.split("M")[1:]:
        values = [int(number) for number in re.findall(r"-?\d+", part)]
        x, y = 0, 0
        for dx, dy in zip(values[::2], values[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


# Windows


@given(positions, widths)
def test_a_place_lies_in_its_own_window(position: Position, km: int) -> None:
    """At the poles, on the date line, anywhere."""
    assert Window.at(position, km).shows(position)


@given(positions, st.sampled_from([600, 900]))
@settings(max_examples=25, deadline=None)
def test_outlines_end_at_the_edge_of_the_map(position: Position, km: int) -> None:
    """What lies outside is cut, on every side."""
    drawn = outlines(Window.at(position, km))
    points = [point for name in LAYERS for point in path_points(getattr(drawn, name))]
    over = OVER + 1  # in whole units
    assert [] == [p for p in points if not (-over <= p[0] <= WIDTH + over and -over <= p[1] <= HEIGHT + over)]


@pytest.mark.parametrize("position", [(37.5, 25.5), (59.9, 10.7), (-50.0, -74.0), (12.0, 122.0), (66.0, -169.0)])
def test_the_outlines_of_a_map_are_small(position: tuple[float, float]) -> None:
    """Islands and fjords too: at most 6 KB compressed."""
    drawn = outlines(Window.at(Position(*position), 900))
    paths = "".join(getattr(drawn, name) for name in LAYERS)
    assert 0 < len(gzip.compress(paths.encode(), mtime=0)) <= 6 * 1024


def test_the_date_line_does_not_cut_a_map() -> None:
    """Land stands on both sides of it."""
    drawn = outlines(Window(Position(66.0, 180.0), 900))
    across = {x > WIDTH / 2 for x, _ in path_points(drawn.land)}
    assert {True, False} == across


def test_places_on_both_sides_of_the_date_line_have_a_window_together() -> None:
    """It is not the whole earth."""
    window = Window.around((Position(-17.0, 179.0), Position(-17.5, -179.0)), (400, 900))
    assert window
    assert 400 == window.km


def test_places_too_far_apart_have_no_window_together() -> None:
    """Then each has one of its own."""
    assert Window.around((Position(36.0, 40.0), Position(55.7, 37.6)), (400, 900)) is None


@pytest.mark.parametrize("latitude", [0.0, 36.0, 70.0])
def test_a_map_is_true_to_scale_in_its_middle(latitude: float) -> None:
    """A hundred kilometres to the east are as long as a hundred to the north."""
    window = Window(Position(latitude, 40.0), 900)
    east = window.place(Position(latitude, 40.0 + 100 / 111.2 / cos(radians(latitude))))[0] - WIDTH / 2
    north = HEIGHT / 2 - window.place(Position(latitude + 100 / 111.2, 40.0))[1]
    assert [window.units(100)] * 2 == pytest.approx([east, north])


# Outlines


@given(lines)
def test_what_is_left_of_a_ring_lies_in_the_box(points: list[tuple[int, int]]) -> None:
    """Every point."""
    ring = clipped_ring([(float(x), float(y)) for x, y in points], BOX)
    assert [] == [(x, y) for x, y in ring if abs(x) > BOX[2] + 1e-6 or abs(y) > BOX[3] + 1e-6]


@given(lines)
def test_what_is_left_of_a_line_lies_in_the_box(points: list[tuple[int, int]]) -> None:
    """Every point of every piece."""
    pieces = list(clipped_line(points, BOX))
    assert [] == [(x, y) for piece in pieces for x, y in piece if abs(x) > BOX[2] + 1e-6 or abs(y) > BOX[3] + 1e-6]


@given(lines)
def test_a_simplified_line_keeps_its_ends_and_its_order(points: list[tuple[int, int]]) -> None:
    """It has no point of its own."""
    left = simplified(points, 50)
    rest = iter(points)
    assert (points[0], points[-1], True) == (left[0], left[-1], all(point in rest for point in left))


@given(st.dictionaries(st.sampled_from(LAYERS), st.lists(lines, max_size=3)))
def test_shapes_come_out_as_they_were_packed(layers: dict[str, list[list[tuple[int, int]]]]) -> None:
    """Layer by layer, point by point."""
    layers = {name: layers.get(name, []) for name in LAYERS}
    found = unpack(pack(layers))
    assert layers == {name: [list(shape.points) for shape in shapes] for name, shapes in found.items()}


def test_the_world_has_all_layers() -> None:
    """Land, lakes, boundaries, and boundaries that are disputed."""
    assert [True] * 4 == [bool(world()[name]) for name in LAYERS]


# What may be known


@given(st.floats(-85, 85), st.floats(-180, 180), st.integers(1, 50))
def test_a_blurred_position_is_off_by_no_more_than_the_blur(latitude: float, longitude: float, blur: int) -> None:
    """So the disc holds the place."""
    at = published((latitude, longitude), blur)
    away = hypot(at.latitude - latitude, (at.longitude - longitude) * cos(radians(latitude))) * 111.2
    assert away <= blur * 1.01


def views(library: Library, tag: str = "en") -> Views:
    """The views of the places' pages."""
    return Views(library, Language.of(tag, catalogues=(LOCALES,)), f"{tag}/places")


def map_of(tag: str = "en", **place: object) -> MapView | None:
    """The map of a synthetic place, beside another one."""
    places = {
        "here": {"name": "Here", "kind": "city", **place},
        "there": {"name": "There", "kind": "city", "at": [36, 41]},
    }
    library = library_of(places=places, events={"one": event(where=["here", "there"])})
    return place_map(views(library, tag), library.get("here", Place))


def test_a_map_of_a_blurred_place_is_the_same_wherever_in_the_blur_it_lies() -> None:
    """No number of the drawing, not even the frame's, tells more."""
    exact = [(36.5001 + step * 0.004, 40.7002 + step * 0.003) for step in range(4)]
    drawn = {map_of(at=list(at), blur=20) for at in exact}
    assert 1 == len(drawn)


def test_a_place_that_is_only_near_its_point_is_a_disc() -> None:
    """And a known one a point."""
    near, known = map_of(at=[36.5, 40.7], near=True), map_of(at=[36.5, 40.7])
    assert near
    assert known
    assert (True, "") == (bool(near.disc and near.disc_says), known.disc)


def test_a_place_without_a_position_has_no_map() -> None:
    """Nothing is guessed."""
    assert map_of() is None


def test_maps_are_not_mirrored() -> None:
    """East is on the right in Arabic too."""
    english, arabic = map_of(at=[36.5, 40.7]), map_of("ar", at=[36.5, 40.7])
    assert english
    assert arabic
    assert (english.here.x, english.land) == (arabic.here.x, arabic.land)


def test_other_places_of_the_timeline_are_named_on_a_map() -> None:
    """A map without names locates nothing."""
    drawn = map_of(at=[36.5, 40.7])
    assert drawn
    assert ["There"] == [point.label.text for point in drawn.others]
