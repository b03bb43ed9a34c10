"""The samples that hold the folding in Python and in the script of the search to the same words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TABLES = {"folding.txt": False, "folding-kurdish.txt": True}
"""The files of samples, and whether they are folded by the rules for Kurdish."""


class Sample(NamedTuple):
    """A text and what is looked for in it."""

    text: str
    words: list[str]
    roots: list[str]
    is_kurdish: bool


def _of(line: str, *, is_kurdish: bool) -> Sample:
    text, words, *roots = (cell.strip() for cell in line.split("|"))
    given = roots[0] if roots and roots[0] != "-" else words
    return Sample(text, words.split(), given.split(), is_kurdish)


SAMPLES = [
    _of(line, is_kurdish=is_kurdish)
    for name, is_kurdish in TABLES.items()
    for line in (HERE / name).read_text("utf-8").splitlines()
    if line and line[0] != "#"
]
