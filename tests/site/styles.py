"""Whether a style sheet is the same for both directions of writing."""

from __future__ import annotations

import re
from pathlib import Path

PHYSICAL = re.compile(r"(?<![\w.#])[\w-]*\b(?:left|right)\b[\w-]*(?![\w(])")
"""A property or a value that names a side of the screen: `margin-left`, `text-align: right`, `to left`."""
FOUR_SIDES = re.compile(r"\b(margin|padding|inset|border-width|scroll-margin|scroll-padding)\s*:\s*([^;{}]+)")


def rules(sheet: Path) -> str:
    """The text of a style sheet, without comments and strings, its lines kept."""
    text = sheet.read_text(encoding="utf-8")
    kept = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL)
    return re.sub(r"\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)", '""', kept)


def physical_directions(folder: Path) -> list[str]:
    """Every line of the style sheets in `folder` that knows left from right."""
    return [
        f"{sheet.relative_to(folder)}:{number}: {line.strip()}"
        for sheet in sorted(folder.rglob("*.css"))
        for number, line in enumerate(rules(sheet).splitlines(), start=1)
        if PHYSICAL.search(line) or any(_is_lopsided(values) for _, values in FOUR_SIDES.findall(line))
    ]


def _is_lopsided(values: str) -> bool:
    """Whether a shorthand of four values has another on the right than on the left."""
    sides = re.findall(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", values)
    return len(sides) == 4 and sides[1] != sides[3]


def important_rules(folder: Path) -> list[str]:
    """Every `!important` in the style sheets in `folder`."""
    return [sheet.name for sheet in sorted(folder.rglob("*.css")) for _ in re.findall(r"!\s*important", rules(sheet))]
