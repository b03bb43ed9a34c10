"""The faces that cards are set in. Letters are joined and ordered by Raqm, which Pillow brings along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from waqai.build.output import OutputError
from waqai.problems import N_

NO_SHAPING = N_(
    "The pictures for links need a Pillow with Raqm, which joins Arabic letters. "
    "Install Pillow's own wheel, or write “cards: none” in timeline.yaml."
)
MEASURE = 100
"""The size, in pixels, at which words are measured; without hinting, widths grow evenly with the size."""
ABOVE, BELOW = 1.7, 1.0
"""How far letters and their marks reach from the base line, for a size of 1, with room to spare."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as a mask, and where its upper left corner lies, seen from where it begins on its base line."""

    mask: Image.Image
    left: int
    top: int


@dataclass(frozen=True)
class Face:
    """One font file."""

    content: bytes

    @lru_cache(maxsize=64)  # noqa: B019 - there are two faces, and they live as long as the program
    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """The font at a size in pixels. Raises :class:`OutputError` where letters could not be joined."""
        if not features.check("raqm"):
            raise OutputError(NO_SHAPING)
        return ImageFont.truetype(BytesIO(self.content), size, layout_engine=ImageFont.Layout.RAQM)

    def width(self, text: str, size: float, direction: str, language: str) -> float:
        """How wide a text is at a size, in pixels."""
        return self._measured(text, direction, language) * size / MEASURE

    @lru_cache(maxsize=8192)  # noqa: B019 - same
    def _measured(self, text: str, direction: str, language: str) -> float:
        return self.at(MEASURE).getlength(text, direction=direction, language=language)

    @lru_cache(maxsize=64)  # noqa: B019 - same; what every card says is drawn once
    def line(self, text: str, size: int, direction: str, language: str) -> Line | None:
        """A line of text as it is drawn; None where nothing would be seen."""
        room = ceil(self.width(text, size, direction, language)) + 2 * size
        start, anchor = (room - size, "rs") if direction == "rtl" else (size, "ls")
        mask, base = Image.new("L", (room, ceil((ABOVE + BELOW) * size))), ceil(ABOVE * size)
        pen = ImageDraw.Draw(mask)
        pen.text((start, base), text, 255, self.at(size), anchor=anchor, direction=direction, language=language)
        box = mask.getbbox()
        return Line(mask.crop(box), box[0] - start, box[1] - base) if box else None


@dataclass(frozen=True)
class Faces:
    """The faces of a theme."""

    text: Face
    """For titles."""
    sans: Face
    """For labels and apparatus."""

    @staticmethod
    def of(folder: Path) -> Faces:
        """The faces in a folder."""
        return Faces(Face((folder / "text.ttf").read_bytes()), Face((folder / "sans.ttf").read_bytes()))
