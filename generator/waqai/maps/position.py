"""Where a place is, no more precisely than may be known."""

from __future__ import annotations

from math import cos, radians
from typing import NamedTuple

KM_PER_DEGREE = 111.2
"""Of latitude, and of longitude at the equator."""
NEAREST_POLE = 89.0
"""Degrees of latitude beyond which a degree of longitude is taken to be no shorter."""


class Position(NamedTuple):
    """A point on the earth, in degrees."""

    latitude: float
    longitude: float


def shrinking(latitude: float) -> float:
    """How much shorter a degree of longitude is at a latitude than at the equator."""
    return cos(radians(max(-NEAREST_POLE, min(NEAREST_POLE, latitude))))


def published(at: tuple[float, float], blur: int | None) -> Position:
    """A position as it may be shown: of a blurred one the nearest crossing of a grid as wide as the blur, in km.

    The true position is never further from it than the blur, and every position nearby leads to the same crossing.
    """
    if blur is None:
        return Position(*at)
    latitude = max(-90.0, min(90.0, _on_grid(at[0], blur / KM_PER_DEGREE)))
    return Position(latitude, _on_grid(at[1], blur / KM_PER_DEGREE / shrinking(latitude)))


def _on_grid(degrees: float, step: float) -> float:
    return round(degrees / step) * step
