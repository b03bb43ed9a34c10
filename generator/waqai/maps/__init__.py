"""Locator maps: land, lakes and boundaries of a piece of the earth, as paths for a drawing.

The outlines are those of Natural Earth (public domain), simplified once by `python -m natural_earth` and kept in
`natural_earth.bin`; nothing is fetched. Positions are latitude and longitude in degrees (WGS 84). North is up, in every
language: maps are not mirrored.
"""

from __future__ import annotations

from waqai.maps.drawing import Outlines, outlines
from waqai.maps.position import KM_PER_DEGREE, Position, published
from waqai.maps.window import HEIGHT, WIDTH, Window

__all__ = ["HEIGHT", "KM_PER_DEGREE", "WIDTH", "Outlines", "Position", "Window", "outlines", "published"]
