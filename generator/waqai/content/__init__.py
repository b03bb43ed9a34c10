"""From the folder of YAML files to a checked `Timeline`: read, link, check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from waqai.config import Config
from waqai.content.checks import check
from waqai.content.library import Library
from waqai.content.reader import ProsePage, read_timeline
from waqai.problems import Problem
from waqai.yamlfile import Document

__all__ = ["Library", "ProsePage", "Timeline", "load"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline that was read whole: its settings, its library, its prose pages, and what is wrong with it."""

    root: Path
    config: Config
    library: Library
    pages: tuple[ProsePage, ...]
    problems: tuple[Problem, ...]
    """Sorted; errors and warnings."""
    settings: Document
    """timeline.yaml as it was read, which knows the places of its parts."""


def load(root: Path, *, drafts: bool = False) -> Timeline | tuple[Problem, ...]:
    """Read and check the timeline in `root`. Without a usable `timeline.yaml` only the problems come back."""
    reading = read_timeline(root)
    if reading.config is None or reading.config_document is None:
        return _sorted(reading.problems)
    library = Library.of(reading.records, reading.config, drafts=drafts)
    problems = [*reading.problems, *check(reading, library)]
    return Timeline(root, reading.config, library, reading.pages, _sorted(problems), reading.config_document)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
