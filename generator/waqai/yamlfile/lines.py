"""From a place in a text to line and column."""

from __future__ import annotations

import re
from bisect import bisect_right


class LineIndex:
    """The lines of a text, which end with LF or CRLF. Lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of the code point at index `at`."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def at(self, line: int, column: int) -> int:
        """The index of the code point at a line and column."""
        return self._starts[line - 1] + column - 1


def lines_of(text: str) -> tuple[str, ...]:
    """The lines without their ends."""
    return tuple(line.removesuffix("\r") for line in text.split("\n"))
