"""The piece of the earth that a map shows: a plane with a point of the earth in its middle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from waqai.maps.position import KM_PER_DEGREE, Position, shrinking

WIDTH, HEIGHT = 640, 480
"""Of every map, in its own units."""
MARGIN = 0.17
"""The part of a map's width and height beside the outermost of the points that it is made for."""
HALF = 0.5 + 1e-9
POLE = 90.0


@dataclass(frozen=True, slots=True)
class Window:
    """A map's middle and width. Equirectangular: true to scale at the middle's latitude, and upwards everywhere."""

    middle: Position
    km: int
    """Its width."""

    @classmethod
    def at(cls, position: Position, km: int) -> Window:
        """A window of some width around a position; neighbours share one, for the middle lies on a coarse grid."""
        step = km / 6 / KM_PER_DEGREE
        latitude = _inside_poles(round(position.latitude / step) * step, km)
        across = step / shrinking(latitude)
        return cls(Position(latitude, round(position.longitude / across) * across), km)

    @classmethod
    @lru_cache(maxsize=16)
    def around(cls, positions: tuple[Position, ...], widths: tuple[int, ...]) -> Window | None:
        """The smallest window of one of these widths in which all positions have room; None if there is none."""
        if not positions:
            return None
        first = positions[0].longitude
        turned = [Position(p.latitude, first + _turn(p.longitude - first)) for p in positions]
        middle = Position(*((min(degrees) + max(degrees)) / 2 for degrees in zip(*turned, strict=True)))
        windows = (cls(Position(_inside_poles(middle.latitude, km), middle.longitude), km) for km in widths)
        return next((window for window in windows if all(window.has_room_for(p) for p in positions)), None)

    @property
    def per_degree(self) -> tuple[float, float]:
        """The units of a degree of longitude, and of latitude."""
        down = WIDTH / self.km * KM_PER_DEGREE
        return down * shrinking(self.middle.latitude), down

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north, in degrees; beyond 180 where it crosses the date line."""
        across, down = self.per_degree
        east, north = WIDTH / 2 / across, HEIGHT / 2 / down
        latitude, longitude = self.middle
        return longitude - east, latitude - north, longitude + east, latitude + north

    def place(self, position: Position) -> tuple[float, float]:
        """Where a position lies on the map, in units from its upper left corner, the shorter way round the earth."""
        across, down = self.per_degree
        east = _turn(position.longitude - self.middle.longitude)
        return WIDTH / 2 + east * across, HEIGHT / 2 + (self.middle.latitude - position.latitude) * down

    def shows(self, position: Position) -> bool:
        """Whether a position lies on the map."""
        x, y = self.place(position)
        return abs(x / WIDTH - 0.5) <= HALF and abs(y / HEIGHT - 0.5) <= HALF

    def has_room_for(self, position: Position) -> bool:
        """Whether it lies on the map with some room around it."""
        x, y = self.place(position)
        return abs(x / WIDTH - 0.5) <= 0.5 - MARGIN and abs(y / HEIGHT - 0.5) <= 0.5 - MARGIN

    def units(self, km: float) -> float:
        """A length, in the map's units."""
        return km * WIDTH / self.km


def _inside_poles(latitude: float, km: int) -> float:
    """A latitude for the middle so that the window does not reach over a pole."""
    most = max(0.0, POLE - km * HEIGHT / WIDTH / 2 / KM_PER_DEGREE)
    return max(-most, min(most, latitude))


def _turn(degrees: float) -> float:
    """The same direction, between -180 and 180."""
    return (degrees + 180) % 360 - 180
