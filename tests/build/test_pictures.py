"""Photographs are published without anything but the picture."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.build.damage import damaged
from waqai.build import pictures
from waqai.build.pictures import LONGEST_SIDE, Picture, cleaned
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


@pytest.mark.parametrize("ending", [".jpg", ".png", ".webp"])
@pytest.mark.parametrize("hidden", [b"a remark", b"<x:xmpmeta", b"a colour profile", b"<script>alert(1)</script>"])
def test_nothing_but_the_picture_reaches_readers(tmp_path: Path, ending: str, hidden: bytes) -> None:
    """No comment, no XMP, no profile, nothing behind the end of the picture."""
    info = PngInfo()
    info.add_itxt("Comment", "a remark")
    path = tmp_path / f"photo{ending}"
    profile, xmp = b"a colour profile".ljust(200), b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    photograph()[0].save(path, icc_profile=profile, xmp=xmp, comment=b"a remark", pnginfo=info)
    path.write_bytes(path.read_bytes() + b"<script>alert(1)</script>")
    result = cleaned(path, path.name)
    assert isinstance(result, Picture)
    assert hidden not in result.content


def test_a_photograph_with_its_thumbnails_in_the_same_file_is_published(tmp_path: Path) -> None:
    """Phones write such files (MPO) under the name of a JPEG; the photograph is the first picture."""
    path = tmp_path / "photo.jpg"
    photograph()[0].save(path, "MPO", save_all=True, append_images=[Image.new("RGB", (4, 2))])
    found = published(path)
    assert ((40, 20), "JPEG") == (found.size, found.format)


def test_a_picture_with_deeper_colours_keeps_them(tmp_path: Path) -> None:
    """Scanners write 16 bits a pixel; they would all become white."""
    found = published(saved(tmp_path / "scan.png", Image.new("I;16", (2000, 1000), 40_000)))
    assert (156,) * 3 == found.convert("RGB").getpixel((1, 1))


def test_a_picture_is_what_its_name_says(tmp_path: Path) -> None:
    """Servers and browsers go by the ending."""
    photograph()[0].save(tmp_path / "photo.jpg", "PNG")
    assert "JPEG" == published(tmp_path / "photo.jpg").format


def drawing() -> bytes:
    """A synthetic drawing that holds a script."""
    return b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def encoded(form: str, **options: Any) -> bytes:
    """A synthetic picture in a format."""
    target = BytesIO()
    photograph()[0].save(target, form, **options)
    return target.getvalue()


def animated(form: str) -> bytes:
    """Two pictures in one file."""
    return encoded(form, save_all=True, append_images=[Image.new("RGB", (40, 20), "blue")])


def with_many_scans(count: int) -> bytes:
    """A progressive JPEG picture whose last scan stands there again and again: each runs over all its pixels."""
    picture = encoded("JPEG", progressive=True)
    last = picture.rindex(b"\xff\xda")
    return picture[:last] + picture[last:-2] * count + picture[-2:]


REFUSED = {
    "a drawing": drawing(),
    "a compressed drawing": gzip.compress(drawing()),
    "a drawing that claims to be a picture": b"\x89PNG\r\n\x1a\n" + drawing(),
    "nothing": b"",
    "another format": encoded("GIF"),
    "one more": encoded("TIFF"),
    "the beginning of a picture": encoded("JPEG")[:400],
    "its first bytes": b"\xff\xd8\xff",
    "a picture that moves": animated("PNG"),
    "another that moves": animated("WEBP"),
    "a picture that takes hours": with_many_scans(1000),
    "a picture with damaged notes": encoded("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0")[:200],
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("ending", [".jpg", ".png"])
def test_what_is_no_photograph_is_refused(tmp_path: Path, ending: str, content: bytes) -> None:
    """Drawings that can hold scripts, whatever they are called; broken files, other formats, what would take hours."""
    path = tmp_path / f"picture{ending}"
    path.write_bytes(content)
    assert isinstance(cleaned(path, path.name), Problem)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_with_too_many_pixels_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A small file may unfold into gigabytes."""
    monkeypatch.setattr(pictures, "MOST_PIXELS", {**pictures.MOST_PIXELS, form: 100})
    ending = f".{form.lower()}".replace("jpeg", "jpg")
    at_the_limit = cleaned(saved(tmp_path / f"a{ending}", Image.new("RGB", (10, 10))), f"a{ending}")
    one_more = cleaned(saved(tmp_path / f"b{ending}", Image.new("RGB", (101, 1))), f"b{ending}")
    assert (type(at_the_limit), type(one_more)) == (Picture, Problem)


def test_a_picture_with_too_long_a_side_is_refused(tmp_path: Path) -> None:
    """A line of pixels can cost more memory than an area."""
    at_the_limit = cleaned(saved(tmp_path / "a.png", Image.new("L", (1, LONGEST_SIDE))), "a.png")
    one_more = cleaned(saved(tmp_path / "b.png", Image.new("L", (LONGEST_SIDE + 1, 1))), "b.png")
    assert (type(at_the_limit), type(one_more)) == (Picture, Problem)


def test_a_file_with_too_many_bytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few pixels it has; no more than the limit is read."""
    content = encoded("PNG")
    (tmp_path / "a.png").write_bytes(content)
    (tmp_path / "b.png").write_bytes(content + b"x")
    monkeypatch.setattr(pictures, "MOST_BYTES", len(content))
    found = [type(cleaned(tmp_path / name, name)) for name in ("a.png", "b.png")]
    assert [Picture, Problem] == found


def test_damaged_pictures_are_published_or_refused(tmp_path: Path) -> None:
    """None ends a build without a sentence; `python -m tests.build.damage N` tries more of them."""
    assert {} == damaged(tmp_path, 60)
