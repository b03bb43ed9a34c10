"""A sheet of paper with few inks: every ink has its own steps in the palette, so that the picture stays small."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

COMPRESSION = 5
"""Of zlib: higher levels take longer for little."""
SHADES = 16
"""Steps from paper to ink."""
ABOVE, BELOW = 1.7, 1.0
"""How far letters and their marks reach from the base line, for a size of 1, with room to spare."""
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
        first = self._place(ink) * SHADES
        shades = mask.point([first + value * (SHADES - 1) // 255 if value else 0 for value in range(256)])
        under = self._picture.crop((*at, at[0] + mask.width, at[1] + mask.height))
        self._picture.paste(ImageChops.lighter(shades, under), at)

    def write(  # noqa: PLR0913, PLR0917 - where, what, in which ink, font and language
        self, at: tuple[float, float], text: str, ink: str, font: ImageFont.FreeTypeFont, direction: str, language: str
    ) -> None:
        """A line of text; `at` is where it begins on its base line, which is its right end if it runs to the left."""
        top = round(at[1] - ABOVE * font.size)
        mask = Image.new("L", (self._picture.width, round((ABOVE + BELOW) * font.size)))
        start, anchor = (at[0], at[1] - top), "rs" if direction == "rtl" else "ls"
        ImageDraw.Draw(mask).text(start, text, 255, font, anchor=anchor, direction=direction, language=language)
        if box := mask.getbbox():
            self.stamp(mask.crop(box), (box[0], top + box[1]), ink)

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


def _between(paper: Colour, ink: Colour, share: float) -> tuple[int, ...]:
    return tuple(round(p + (i - p) * share) for p, i in zip(paper, ink, strict=True))
