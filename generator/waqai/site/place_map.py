"""The locator map of a place: where it lies, among the places of the timeline.

All maps of one region show the same piece of the earth, so that a reader learns it once. Only published positions are
used, for the frame too: from what is drawn nobody can tell more than that a blurred place is somewhere in its disc.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.maps import HEIGHT, WIDTH, Position, Window, outlines
from waqai.model import Place
from waqai.site.contexts import MapPoint, MapView, Phrase
from waqai.site.views import Views

WIDTHS = (200, 400, 600, 900, 1300, 1800)
"""Of a map of all places of the timeline, in km; the first in which they have room is taken."""
WIDTH_OF = {"site": 300, "neighbourhood": 300, "city": 600, "area": 600, "governorate": 900, "country": 2400}
"""Of a map of a place that lies elsewhere, by its kind, in km."""
MOST_NAMED = 14
ROUGHLY = 14.0
"""The radius of the disc of a place that is only near its point, in the map's units."""
NARROW, WIDE = 330, 600
"""Pixels: the narrowest map, and one of full width. Names that would meet on a narrow one stand only on a wide one."""
LINE, LETTER = 20, 7
"""Pixels: the height of a name, and the width of a letter, at most."""
BARS = (500, 200, 100, 50, 20, 10)
"""Lengths of the bar that gives the scale, in km: the longest that is at most a third of the map."""

Box = tuple[float, float, float, float]


def place_map(views: Views, place: Place) -> MapView | None:
    """The map of a place; None if its position is not known."""
    if place.at is None:
        return None
    here = Position(*place.at)
    window = _window(views, place, here)
    paths, disc = outlines(window), _disc(place, window)
    bar = next(km for km in BARS if 3 * km <= window.km)
    x, y = window.place(here)
    return MapView(
        name=_accessible_name(views, place, bar),
        size=f"{WIDTH} {HEIGHT}",
        land=paths.land,
        lakes=paths.lakes,
        borders=paths.borders,
        disputed=paths.disputed,
        disc=f"{max(disc, ROUGHLY / 2):.0f}" if disc else "",
        disc_says=_disc_says(views, place),
        x=f"{x:.0f}",
        y=f"{y:.0f}",
        here=_point(views.name(place), x, y),
        others=tuple(_others(views, place, window)),
        bar=_percent(window.units(bar), WIDTH),
        bar_middle=_percent(window.units(bar) / 2, WIDTH),
        bar_label=_km(views, bar),
    )


def _window(views: Views, place: Place, here: Position) -> Window:
    """The window that all places of the region share, if this one lies in it; otherwise one of its own."""
    shared = Window.around(tuple(Position(*p.at) for p in views.library.where_most_happened if p.at), WIDTHS)
    if shared and shared.has_room_for(here):
        return shared
    return Window.at(here, WIDTH_OF[place.kind])


def _disc(place: Place, window: Window) -> float:
    """The radius in which the place lies, in the map's units; 0 where it is a point."""
    if place.blur is not None:
        return window.units(place.blur)
    return ROUGHLY if place.near else 0.0


def _disc_says(views: Views, place: Place) -> str:
    """What the disc means; empty where there is none."""
    _ = views.language.pgettext
    if place.blur is not None:
        text = _("map", "The place lies somewhere in the disc, which is {length} across.")
        return text.format(length=_km(views, 2 * place.blur))
    return _("map", "The place is near the disc; the record does not say where exactly.") if place.near else ""


def _others(views: Views, place: Place, window: Window) -> Iterator[MapPoint]:
    """Other places of the timeline, those first in which most happened, as long as there is room for their names."""
    taken: dict[int, list[Box]] = {NARROW: [], WIDE: []}
    for other in (place, *views.library.where_most_happened):
        x, y = window.place(Position(*other.at)) if other.at else (-1.0, -1.0)
        name = views.name(other, short=other is not place)
        boxes = {pixels: _box(name, x, y, pixels) for pixels in taken}
        free = [pixels for pixels, box in boxes.items() if _has_room(box, pixels, taken[pixels])]
        if other is place or (free and other.id != place.id):
            for pixels in taken if other is place else free:
                taken[pixels].append(boxes[pixels])
        if free and other.id != place.id:
            yield _point(name, x, y, is_minor=NARROW not in free)


def _box(name: Phrase, x: float, y: float, pixels: int) -> Box:
    """What a place and its name below it take of a map of some width, in pixels."""
    scale = pixels / WIDTH
    half = max(len(name.text) * LETTER, LINE) / 2
    return x * scale - half, y * scale - LINE / 2, x * scale + half, y * scale + 1.5 * LINE


def _has_room(box: Box, pixels: int, taken: list[Box]) -> bool:
    is_inside = box[0] >= 0 and box[1] >= 0 and box[2] <= pixels and box[3] <= pixels * HEIGHT / WIDTH
    return is_inside and len(taken) < MOST_NAMED and not any(_meet(box, its) for its in taken)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _point(name: Phrase, x: float, y: float, *, is_minor: bool = False) -> MapPoint:
    return MapPoint(name, _percent(x, WIDTH), _percent(y, HEIGHT), is_minor)


def _percent(part: float, whole: float) -> str:
    return f"{part / whole:.1%}"


def _km(views: Views, km: int) -> str:
    return views.language.pgettext("scale of a map", "{n} km").format(n=views.language.number(km))


def _accessible_name(views: Views, place: Place, bar: int) -> str:
    text = views.language.pgettext("map", "Map: {place}. North is up; the bar is {length} long.")
    return text.format(place=views.name(place).text, length=_km(views, bar))
