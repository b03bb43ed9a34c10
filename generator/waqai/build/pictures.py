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
    N_("a file that is no picture we can publish: {reason}"),
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
                return _refused(name, f"{image.width} × {image.height}")
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((WIDEST, WIDEST))
            # A new image: what is not pixels stays behind.
            bare = Image.new(upright.mode, upright.size)
            bare.putdata(list(upright.getdata()))
            target = BytesIO()
            bare.convert("RGB" if image.format == "JPEG" else upright.mode).save(target, image.format, quality=QUALITY)
            return Picture(target.getvalue(), *bare.size)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        return _refused(name, type(error).__name__)


def _refused(name: str, reason: str) -> Problem:
    return BAD_PICTURE.at(f"content/media/{name}", reason=reason, limit=MOST_PIXELS // 1_000_000)
