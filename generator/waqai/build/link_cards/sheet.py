"""A sheet of paper with few inks: every ink is a mask of its own, so that the picture needs a small palette only."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

COMPRESSION = 6
"""Of zlib: the highest level takes seven times as long for a tenth less."""
SHADES = 16
"""Steps from paper to ink."""
Colour = tuple[int, int, int]


class Sheet:
    """A picture that is being drawn. Inks are names; they get their colours when it is done."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self._masks: dict[str, Image.Image] = {}

    def pen(self, ink: str) -> ImageDraw.ImageDraw:
        """What draws in an ink; full ink is 255."""
        return ImageDraw.Draw(self._mask(ink))

    def write(  # noqa: PLR0913, PLR0917 - where, what, in which ink, font and language
        self, at: tuple[float, float], text: str, ink: str, font: ImageFont.FreeTypeFont, direction: str, language: str
    ) -> None:
        """A line of text; `at` is where it begins on its base line, which is its right end if it runs to the left."""
        anchor = "rs" if direction == "rtl" else "ls"
        self.pen(ink).text(at, text, 255, font, anchor=anchor, direction=direction, language=language)

    def stamp(self, mask: Image.Image, at: tuple[int, int], ink: str) -> None:
        """A drawing, its upper left corner `at`."""
        self._mask(ink).paste(mask, at)

    def png(self, paper: Colour, inks: Mapping[str, Colour]) -> bytes:
        """The picture as PNG. The same drawing makes the same bytes."""
        picture = Image.new("L", self.size)
        colours: list[int] = []
        for index, (ink, mask) in enumerate(self._masks.items()):
            steps = [0] + [index * SHADES + value * (SHADES - 1) // 255 for value in range(1, 256)]
            picture = ImageChops.lighter(picture, mask.point(steps))
            colours += [part for step in range(SHADES) for part in _between(paper, inks[ink], step / (SHADES - 1))]
        picture.putpalette(colours)
        target = BytesIO()
        picture.save(target, "PNG", compress_level=COMPRESSION)
        return target.getvalue()

    def _mask(self, ink: str) -> Image.Image:
        if ink not in self._masks:
            self._masks[ink] = Image.new("L", self.size)
        return self._masks[ink]


def _between(paper: Colour, ink: Colour, share: float) -> tuple[int, ...]:
    return tuple(round(p + (i - p) * share) for p, i in zip(paper, ink, strict=True))
