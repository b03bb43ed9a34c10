"""From the folder of YAML files to a checked `Timeline`: read, link, check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waqai.config import Config
from waqai.content.bounds import told
from waqai.content.catalogues import languages_of, only_built_in
from waqai.content.checks import check
from waqai.content.library import Library
from waqai.content.reader import ProsePage, read_timeline
from waqai.content.remembered import ReadRecord, digest_of
from waqai.problems import Problem
from waqai.themes import built_in_theme
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
    digests: Mapping[str, str]
    """By record: a digest of its file, and of what is known of it."""


def load(
    root: Path, *, drafts: bool = False, theme: Path | None = None, memory: Path | None = None
) -> Timeline | tuple[Problem, ...]:
    """Read and check the timeline in `root`, for the built-in theme or for another one.

    Without a usable `timeline.yaml` only the problems come back. `memory` is the file of the records that were read
    before; nothing of it is believed of a file that has changed.
    """
    reading = read_timeline(root, memory)
    if reading.config is None or reading.config_document is None:
        return told(reading.problems)
    library = Library.of(reading.records, reading.config, drafts=drafts)
    problems = [*reading.problems, *check(reading, library)]
    problems += _catalogues(root, reading.config, reading.config_document, theme or built_in_theme())
    settings = reading.config_document
    digests = {key: _digest(held, library) for key, held in reading.records.items()}
    return Timeline(root, reading.config, library, reading.pages, told(problems), settings, digests)


def _digest(held: ReadRecord, library: Library) -> str:
    """Of the text of a file; and of what the site knows of it, where another file decides how much that is."""
    known = library.records.get(held.record.id, held.record)
    return held.digest if known is held.record else digest_of(f"{held.digest}{known!r}")


def _catalogues(root: Path, config: Config, settings: Document, theme: Path) -> list[Problem]:
    if theme == built_in_theme() and only_built_in(config, root, theme / "locales"):
        return []
    return languages_of(config, root, theme / "locales", settings)[1]
