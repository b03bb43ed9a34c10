"""The fonts of the pictures for links, made from the fonts of the pages: `python -m tests.link_card_fonts`.

Pictures are drawn with one font at a time, so the cuts of a face are joined again: Arabic and Latin letters, digits and
signs in one file, the Arabic ones enlarged as the style sheet enlarges them on pages.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

from tests.site.building import REPOSITORY

STATIC = REPOSITORY / "theme" / "static"
CARDS = REPOSITORY / "theme" / "link-cards"
UNITS = 1000
CUTS = ("common", "arabic", "latin", "latin1", "latin-ext")
"""Where cuts overlap, the first one wins."""
FACES: Mapping[str, tuple[str, str, float, int]] = {
    "text.ttf": ("text-{}.woff2", "Waqai Card Text", 1.14, 700),
    "sans.ttf": ("sans-{}-400.woff2", "Waqai Card Sans", 1.04, 400),
}
"""File → pattern of its cuts, name, `size-adjust` of Arabic in fonts.css, and weight."""
NAMES = (1, 3, 4, 6, 16)
"""The records of the name table that hold the font's name."""
POSTSCRIPT_NAME = 6
"""The one that has no spaces."""
WITHOUT = ["STAT", "DSIG"]
"""Tables that say nothing of a joined font."""


def main() -> None:
    """Write the fonts anew."""
    CARDS.mkdir(exist_ok=True)
    for file, (pattern, name, size, weight) in FACES.items():
        font = joined(pattern, size, weight)
        _named(font, name)
        font.save(CARDS / file, reorderTables=False)


def joined(pattern: str, size: float, weight: int) -> TTFont:
    """One font from all cuts of a face."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for cut in CUTS:
            font = _static(STATIC / "fonts" / pattern.format(cut), weight)
            scale_upem(font, round(UNITS * size) if cut == "arabic" else UNITS)
            font["head"].unitsPerEm = UNITS
            path = Path(folder, f"{cut}.ttf")
            font.save(path)
            paths.append(str(path))
        return Merger(Options(drop_tables=WITHOUT)).merge(paths)


def _static(path: Path, weight: int) -> TTFont:
    font = TTFont(path)
    font.flavor = None
    # Outlines marked as overlapping are filled at four times their size: five times the time, and nobody sees it.
    overlap = OverlapMode.KEEP_AND_DONT_SET_FLAGS
    return instantiateVariableFont(font, {"wght": weight}, overlap=overlap) if "fvar" in font else font


def _named(font: TTFont, name: str) -> None:
    """A joined font is a modified version, and is called so."""
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = name.replace(" ", "") if record.nameID == POSTSCRIPT_NAME else name
    font["head"].created = font["head"].modified = 0


if __name__ == "__main__":
    main()
