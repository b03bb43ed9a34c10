"""A sheet of paper with few inks: every ink has its own steps in the palette, so that the picture stays small."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops

COMPRESSION = 3
"""Of zlib: the next level takes half as long again, for a fifth of the bytes."""
SHADES = 16
"""Steps from paper to ink."""
Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]
"""Left, top, right and bottom; the last two are the first that are outside."""


class Sheet:
    """A picture that is being drawn. Inks are names; they get their colours when it is done."""

    def __init__(self, width: int, height: int) -> None:
        self._picture = Image.new("L", (width, height))
        self._inks: dict[str, int] = {}

    def fill(self, box: Box, ink: str) -> None:
        """A box full of ink."""
        self._picture.paste(self._place(ink) * SHADES + SHADES - 1, box)

    def stamp(self, mask: Image.Image, at: tuple[int, int], ink: str) -> None:
        """A drawing, 255 where it is full of ink, its upper left corner `at`."""
        shades = mask.point(_shades(self._place(ink) * SHADES))
        under = self._picture.crop((*at, at[0] + mask.width, at[1] + mask.height))
        self._picture.paste(ImageChops.lighter(shades, under), at)

    def png(self, paper: Colour, inks: Mapping[str, Colour]) -> bytes:
        """The picture as PNG. The same drawing makes the same bytes."""
        colours: list[int] = []
        for ink in self._inks:
            colours += [part for step in range(SHADES) for part in _between(paper, inks[ink], step / (SHADES - 1))]
        self._picture.putpalette(colours)
        target = BytesIO()
        self._picture.save(target, "PNG", compress_level=COMPRESSION)
        return target.getvalue()

    def _place(self, ink: str) -> int:
        """Which ink it is, from 0."""
        return self._inks.setdefault(ink, len(self._inks))


@cache
def _shades(first: int) -> list[int]:
    """The steps of an ink that begins with `first`, by how full of ink a mask is."""
    return [first + value * (SHADES - 1) // 255 if value else 0 for value in range(256)]


def _between(paper: Colour, ink: Colour, share: float) -> tuple[int, ...]:
    return tuple(round(p + (i - p) * share) for p, i in zip(paper, ink, strict=True))
