"""What is fuzzed: a promise about any input, and inputs to begin from."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from waqai import yamlfile
from waqai.cli.wording import CATALOGUES
from waqai.languages.catalogues import translations
from waqai.problems import describe, path_text

if TYPE_CHECKING:
    from waqai.problems import Problem

TIMELINES = Path(__file__).parents[1] / "timelines"
FINDS = Path(__file__).parent / "finds"
"""Inputs that once broke a promise, in a folder for each target."""
_TRANSLATORS = (str, translations([CATALOGUES / "ar.po"], Locale("ar")).gettext)


@dataclass(frozen=True, slots=True)
class Target:
    """A promise about any input."""

    name: str
    holds: Callable[[bytes], None]
    """Raises for an input for which the promise does not hold."""
    seeds: Callable[[], Iterable[bytes]]
    """Inputs that are what the parser expects, or nearly so."""
    words: tuple[str, ...]
    """What means something in its notation."""


def assert_told(problems: Iterable[Problem], text: str | None = None) -> None:
    """Every problem can be told in both languages of the program, and has its place in the text."""
    lines = text.split("\n") if text is not None else None
    for problem in problems:
        for translate in _TRANSLATORS:
            assert describe(problem, translate).found
        assert isinstance(path_text(problem.path), str)
        assert problem.line >= 1
        assert problem.column >= 1
        if lines is not None:
            assert problem.line <= len(lines)
            assert problem.column <= len(lines[problem.line - 1]) + 1


@cache
def workplace() -> Path:
    """A folder of this process, in memory where the system has such a place."""
    memory = Path("/dev/shm")  # noqa: S108 - only its existence is asked; the folder in it is our own
    return Path(tempfile.mkdtemp(prefix="waqai-fuzz-", dir=memory if memory.is_dir() else None))


def samples(pattern: str) -> Iterator[bytes]:
    """The smaller ones of the files of our sample timelines."""
    for path in sorted(TIMELINES.glob(pattern)):
        if path.is_file() and path.stat().st_size <= 4096:
            yield path.read_bytes()


def text_of(data: bytes) -> str:
    """Bytes as a text that a file may hold: what is refused in one is replaced."""
    return yamlfile.read_text(data.decode("utf-8", "replace").encode(), "x")[0] or ""
