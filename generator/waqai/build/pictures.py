"""Photographs for publication: turned upright, bounded, and re-encoded so that nothing but the picture is left.

Cameras write place, time and owner into a file; none of it may reach readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from waqai.problems import N_, Fault, Problem

BAD_PICTURE = Fault(
    "bad-picture",
    N_("a file that is no picture we can publish"),
    N_("a JPEG, PNG or WebP picture of at most {limit} million pixels"),
    N_("Save it again in one of these formats, smaller if need be."),
)
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 50_000_000
WIDEST = 1600
QUALITY = 82


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is published."""

    content: bytes
    width: int
    height: int


def cleaned(path: Path, name: str) -> Picture | Problem:
    """The picture at `path`, or why it cannot be published."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - most timelines have no pictures

    try:
        with Image.open(path, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return _refused(name)
            upright = ImageOps.exif_transpose(image).convert("RGB" if image.format == "JPEG" else "RGBA")
            upright.thumbnail((WIDEST, WIDEST))
            # Made anew from the pixels alone: whatever else the file carried stays behind.
            bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
            target = BytesIO()
            bare.save(target, image.format, quality=QUALITY)
            return Picture(target.getvalue(), *bare.size)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return _refused(name)


def _refused(name: str) -> Problem:
    return BAD_PICTURE.at(f"content/media/{name}", limit=MOST_PIXELS // 1_000_000)
