"""The faces that cards are set in. Letters are joined and ordered by Raqm, which Pillow brings along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import ImageFont, features

from waqai.build.output import OutputError
from waqai.problems import N_

NO_SHAPING = N_(
    "The pictures for links need a Pillow with Raqm, which joins Arabic letters. "
    "Install Pillow's own wheel, or write “cards: none” in timeline.yaml."
)
MEASURE = 100
"""The size, in pixels, at which words are measured; without hinting, widths grow evenly with the size."""


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
        return self.at(MEASURE).getlength(text, direction=direction, language=language) * size / MEASURE


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
