"""Pictures damaged at random: none may raise, take long, or bring anything along.

`python -m tests.build.damage 100000` tries as many; a few stand in the tests.
"""

from __future__ import annotations

import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

from waqai.build.pictures import Picture, cleaned

SLOW = 2
"""Seconds that no picture of this size may take."""
SIGNATURE = 8
"""Bytes at the beginning of a PNG file."""
FRAME = 12
"""Bytes of a PNG chunk beside its content."""


def damaged(folder: Path, count: int, seed: int = 0) -> dict[str, str]:
    """What went wrong with `count` damaged pictures, by their number."""
    chance = Random(seed)  # noqa: S311 - the same damage for the same seed
    sound = list(_pictures())
    found = {}
    for number in range(count):
        ending, content = chance.choice(sound)
        path = folder / f"picture{ending}"
        path.write_bytes(_damage(content, chance))
        if wrong := _wrong(path):
            found[str(number)] = wrong
    return found


def _pictures() -> Iterator[tuple[str, bytes]]:
    """Small synthetic pictures of all formats, with everything that a camera notes."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Synthetic camera"
    exif.get_ifd(0x8825)[1] = "N"
    noise = Image.effect_noise((60, 40), 50).convert("RGB")
    for ending, image, options in (
        (".jpg", noise, {}),
        (".jpg", noise, {"progressive": True}),
        (".png", noise, {}),
        (".png", noise.quantize(8), {}),
        (".webp", noise, {}),
        (".webp", noise, {"lossless": True}),
    ):
        target = BytesIO()
        image.save(target, {".jpg": "JPEG"}.get(ending, ending[1:]), exif=exif, **options)
        yield ending, target.getvalue()


def _damage(content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 2, 4, 16))):
        place = chance.randrange(min(len(spoilt), chance.choice((60, 400, len(content)))))
        match chance.randrange(4):
            case 0:
                del spoilt[place : place + chance.randrange(1, 20)]
            case 1:
                spoilt[place:place] = chance.randbytes(chance.randrange(1, 9))
            case _:
                spoilt[place : place + 1] = bytes([chance.choice((0, 255, chance.randrange(256)))])
        spoilt = spoilt or bytearray(1)
    return _with_right_sums(bytes(spoilt)) if content.startswith(b"\x89PNG") else bytes(spoilt)


def _with_right_sums(content: bytes) -> bytes:
    """A PNG file whose damage is not told by its checksums."""
    made, place = content[:SIGNATURE], SIGNATURE
    while place + FRAME <= len(content):
        end = place + FRAME + int.from_bytes(content[place : place + 4], "big")
        if end > len(content):
            break
        body = content[place + 4 : end - 4]
        made += content[place : place + 4] + body + struct.pack(">I", zlib.crc32(body))
        place = end
    return made + content[place:]


def _wrong(path: Path) -> str:
    """What is wrong with how a picture was taken; empty if nothing is."""
    began = time.process_time()
    try:
        result = cleaned(path, path.name)
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return repr(error)
    if time.process_time() - began > SLOW:
        return "slow"
    notes = Image.open(BytesIO(result.content)).getexif() if isinstance(result, Picture) else {}
    return f"brings {dict(notes)}" if notes else ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        wrong = damaged(Path(place), int(sys.argv[1]))
    sys.stdout.write("".join(f"{number}: {what}\n" for number, what in wrong.items()) or "nothing wrong\n")
    sys.exit(bool(wrong))
