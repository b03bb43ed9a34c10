"""Photographs are published without anything but the picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from waqai.build import pictures
from waqai.build.pictures import Picture, cleaned
from waqai.problems import Problem

ORIENTATION, MAKER, LOCATION = 0x0112, 0x010F, 0x8825
ON_ITS_SIDE = 6


def saved(path: Path, image: Image.Image, exif: Image.Exif | None = None) -> Path:
    """A picture file."""
    image.save(path, exif=exif or Image.Exif())
    return path


def published(path: Path) -> Image.Image:
    """The picture that readers get."""
    result = cleaned(path, path.name)
    assert isinstance(result, Picture)
    return Image.open(BytesIO(result.content))


def photograph() -> tuple[Image.Image, Image.Exif]:
    """A synthetic photograph and what its camera says of it."""
    exif = Image.Exif()
    exif[MAKER] = "Synthetic camera"
    exif.get_ifd(LOCATION)[1] = "N"
    return Image.new("RGB", (40, 20), "red"), exif


@pytest.mark.parametrize("ending", [".jpg", ".png", ".webp"])
def test_place_time_and_owner_do_not_reach_readers(tmp_path: Path, ending: str) -> None:
    """No EXIF, no GPS, in any format."""
    image, exif = photograph()
    found = published(saved(tmp_path / f"photo{ending}", image, exif=exif))
    assert (dict(found.getexif()), b"Synthetic camera" in (tmp_path / f"photo{ending}").read_bytes()) == ({}, True)


def test_a_photograph_is_turned_upright(tmp_path: Path) -> None:
    """The camera's note on how it was held goes, so the picture itself is turned."""
    image, exif = photograph()
    exif[ORIENTATION] = ON_ITS_SIDE
    assert published(saved(tmp_path / "photo.jpg", image, exif=exif)).size == (20, 40)


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    """And keeps its proportions."""
    assert published(saved(tmp_path / "photo.png", Image.new("RGB", (3200, 1600)))).size == (1600, 800)


def test_a_picture_with_a_palette_keeps_its_colours(tmp_path: Path) -> None:
    """Palettes are not pixels."""
    flag = Image.new("RGB", (4, 4), (10, 200, 30)).quantize(4)
    assert published(saved(tmp_path / "flag.png", flag)).convert("RGB").getpixel((1, 1)) == (10, 200, 30)


@pytest.mark.parametrize(
    "content", [b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", b"", b"GIF89a", b"\xff\xd8\xff"]
)
def test_what_is_no_photograph_is_refused(tmp_path: Path, content: bytes) -> None:
    """Drawings that can hold scripts, broken files, other formats."""
    (tmp_path / "picture.jpg").write_bytes(content)
    assert isinstance(cleaned(tmp_path / "picture.jpg", "picture.jpg"), Problem)


def test_a_picture_with_too_many_pixels_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may unfold into gigabytes."""
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    at_the_limit = cleaned(saved(tmp_path / "a.png", Image.new("RGB", (10, 10))), "a.png")
    one_more = cleaned(saved(tmp_path / "b.png", Image.new("RGB", (101, 1))), "b.png")
    assert (type(at_the_limit), type(one_more)) == (Picture, Problem)
