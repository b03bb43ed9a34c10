"""The drawings of the site on cards: the circles of standings and the brand, on the same grid of 16."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw

GRID = 16
LINE = 2
"""The width of the ring around a number, in pixels."""
SHARPER = 4
"""How many times larger a mark is drawn before it is reduced, for smooth edges."""
Circle = tuple[float, float, float]
"""Centre x, y and radius, in units of the grid."""

DISCS: dict[str, tuple[Circle, ...]] = {"documented": ((8, 8, 6.75),), "corroborated": ((5.5, 8, 4.5),)}
RINGS: dict[str, tuple[tuple[Circle, float], ...]] = {
    "single-source": (((8, 8, 6), 1.75),),
    "attributed": (((8, 8, 6.5), 1.5), ((8, 8, 3.2), 1.5)),
    "corroborated": (((10.5, 8, 4.5), 1.5),),
    "retracted": (((8, 8, 6), 1.75),),
}
"""Circles and the width of their line."""
ARCS: dict[str, tuple[tuple[Circle, float, int, int], ...]] = {
    "disputed": (((8, 8, 6), 2.75, 113, 247), ((8, 8, 6), 2.75, -67, 67)),
}
"""Circles, the width of their line, and from where to where, in degrees clockwise from three o'clock."""
BOXES: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "retracted": ((1, 7.125, 15, 8.875),),
    "brand": (
        *((2, y - 0.75, 14, y + 0.75) for y in (3, 8, 13)),
        *((x, y, x + 4, y + 3.6) for x, y in ((9, 1.2), (3, 6.2), (7, 11.2))),
    ),
}
"""Filled boxes: their corners."""


@lru_cache(maxsize=32)
def mark(name: str, size: int) -> Image.Image:
    """A mark as a mask, `size` pixels wide and high."""
    scale = size * SHARPER / GRID
    mask = Image.new("L", (size * SHARPER, size * SHARPER))
    pen = ImageDraw.Draw(mask)
    for circle in DISCS.get(name, ()):
        pen.ellipse(_box(circle, 0, scale), fill=255)
    for circle, line in RINGS.get(name, ()):
        pen.ellipse(_box(circle, line, scale), outline=255, width=round(line * scale))
    for circle, line, start, end in ARCS.get(name, ()):
        pen.arc(_box(circle, line, scale), start, end, fill=255, width=round(line * scale))
    for box in BOXES.get(name, ()):
        pen.rectangle([edge * scale for edge in box], fill=255)
    return mask.resize((size, size), Image.Resampling.BOX)


@lru_cache(maxsize=8)
def ring(width: int, height: int) -> Image.Image:
    """The ring around a number as a mask, with round ends."""
    size = (width * SHARPER, height * SHARPER)
    mask = Image.new("L", size)
    box = (0, 0, size[0] - 1, size[1] - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, size[1] / 2, outline=255, width=round(LINE * SHARPER))
    return mask.resize((width, height), Image.Resampling.BOX)


def _box(circle: Circle, line: float, scale: float) -> tuple[float, float, float, float]:
    """The box around a circle whose line is drawn inwards from it."""
    x, y, radius = circle
    outer = radius + line / 2
    return ((x - outer) * scale, (y - outer) * scale, (x + outer) * scale, (y + outer) * scale)
