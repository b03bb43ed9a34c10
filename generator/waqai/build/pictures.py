"""Photographs for publication: turned upright, bounded, and re-encoded so that nothing but the picture is left.

Cameras write place, time and owner into a file; none of it may reach readers. A file from a stranger may be made to
unfold into gigabytes, to take hours, or to be something else besides a picture: what comes out is made of the pixels
alone.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from waqai.problems import N_, Fault, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

BAD_PICTURE = Fault(
    "bad-picture",
    N_("a file that is no picture we can publish"),
    N_("a JPEG picture of at most {jpeg} million pixels, or a still PNG or WebP picture of at most {other} million"),
    N_("Save it again in one of these formats, smaller if need be."),
)
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""By the ending of the file's name, which browsers and servers go by, the format in which a picture is published."""
MOST_PIXELS: Mapping[str, int] = {"JPEG": 50_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
"""By format: JPEG is made smaller while it is read, the others are held in memory as a whole, and more than once."""
LONGEST_SIDE = 30_000
"""In pixels. Very narrow pictures cost far more memory than their pixels say."""
MOST_BYTES = 50_000_000
MOST_SCANS = 100
"""Of a JPEG picture. Cameras and programs write one to twenty; each scan runs over all pixels again."""
WIDEST = 1600
QUALITY = 82
_START_OF_SCAN = b"\xff\xda"
_DEEP = ("I", "F")
"""So begin the modes with more than 8 bits a pixel."""
_INDEXED = ("1", "P")
"""The modes whose pixels are no colours."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is published."""

    content: bytes
    width: int
    height: int


def cleaned(path: Path, name: str) -> Picture | Problem:
    """The picture at `path`, or why it cannot be published."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    with warnings.catch_warnings(action="ignore"):  # of what a file claims to be; it is published or refused
        try:
            picture = _published(data, FORMATS[path.suffix.lower()])
        except Exception:  # noqa: BLE001 - a decoder may raise anything for a file that was made to break it
            picture = None
    return picture or _refused(name)


def _refused(name: str) -> Problem:
    jpeg, other = MOST_PIXELS["JPEG"] // 1_000_000, MOST_PIXELS["PNG"] // 1_000_000
    return BAD_PICTURE.at(f"content/media/{name}", jpeg=jpeg, other=other)


def _published(data: bytes, form: str) -> Picture | None:
    """The picture in a format, or None for what is beyond the limits."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - most timelines have no pictures

    with Image.open(BytesIO(data), formats=tuple(MOST_PIXELS)) as image:
        if not _is_bounded(image, data):
            return None
        small = _scalable(image)
        small.thumbnail((WIDEST, WIDEST))
        upright = ImageOps.exif_transpose(small).convert("RGB" if form == "JPEG" else "RGBA")
        # Made anew from the pixels alone: whatever else the file carried stays behind.
        bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
        target = BytesIO()
        bare.save(target, form, quality=QUALITY)
        return Picture(target.getvalue(), *bare.size)


def _is_bounded(image: Image, data: bytes) -> bool:
    """Whether a picture takes bounded time and memory to read. Several pictures in one file are none of ours."""
    # A camera's JPEG may hold its thumbnails as further pictures; the first one is the photograph.
    form = "JPEG" if image.format == "MPO" else str(image.format)
    return (
        len(data) <= MOST_BYTES
        and image.width * image.height <= MOST_PIXELS[form]
        and max(image.size) <= LONGEST_SIDE
        and (form == "JPEG" or not getattr(image, "is_animated", False))
        and (form != "JPEG" or data.count(_START_OF_SCAN) <= MOST_SCANS)
    )


def _scalable(image: Image) -> Image:
    """The picture with 8 bits for each colour of each pixel: palettes cannot be made smaller, and shades get lost."""
    if image.mode.startswith(_DEEP):
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("RGBA") if image.mode in _INDEXED else image
