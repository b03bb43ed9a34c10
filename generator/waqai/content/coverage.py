"""How much of a timeline exists in each language, and what there is to do for its translators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from waqai.config import Config
from waqai.content.reader import Reading
from waqai.content.translation import is_stale, translated_texts
from waqai.model import Record
from waqai.problems import Path

Doing = Literal["missing", "stale", "machine"]
"""A text to translate, a translation to review because its original changed, one that a machine made."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a timeline has in one language. A text is a field of a record: a title, a summary, a claim."""

    language: str
    texts: int
    """How many texts there are, in whatever language."""
    translated: int
    """How many of them exist in this one."""
    missing: tuple[tuple[Record, Path], ...]
    """The texts that do not, in the order of the records."""
    stale: tuple[Record, ...]
    """Whose original changed after it was translated."""
    machine: tuple[Record, ...]
    """Whose translation was made by a machine, and nobody has checked it."""

    @property
    def per_cent(self) -> int:
        """How much is translated, rounded down: 100 means that nothing is missing."""
        return 100 * self.translated // self.texts if self.texts else 100

    @property
    def is_complete(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.missing or self.stale or self.machine)


def coverage_of(records: Iterable[Record], language: str) -> Coverage:
    """What these records have in a language."""
    kept = tuple(records)
    texts = [(record, path, language in texts) for record in kept for path, texts in translated_texts(record)]
    missing = tuple((record, path) for record, path, there in texts if not there)
    return Coverage(
        language,
        len(texts),
        len(texts) - len(missing),
        missing,
        tuple(record for record in kept if is_stale(record, language)),
        tuple(record for record in kept if language in record.tr and record.tr[language].by == "machine"),
    )


@dataclass(frozen=True, slots=True, order=True)
class Task:
    """One thing for a translator to do, at its place."""

    file: str
    line: int
    column: int
    path: str
    language: str
    doing: Doing
    original: str
    """The language to translate from."""


def worklist(reading: Reading, config: Config, language: str) -> tuple[Task, ...]:
    """Everything that is to be translated or reviewed in a language, by file and place."""
    return tuple(sorted([*_of_records(reading, config, language), *_of_pages(reading, config, language)]))


def _of_records(reading: Reading, config: Config, language: str) -> Iterator[Task]:
    found = coverage_of((held.record for held in reading.records.values()), language)
    places: list[tuple[Record, Path, Doing]] = [(record, path, "missing") for record, path in found.missing]
    places += [(record, ("tr", language), "stale") for record in found.stale]
    places += [(record, ("tr", language), "machine") for record in found.machine if record not in found.stale]
    for record, path, doing in places:
        held = reading.records[record.id]
        line, column = held.document.locate(path)
        original = record.tr[language].of if language in record.tr else config.default_language
        yield Task(held.file, line, column, ".".join(map(str, path)), language, doing, original)


def _of_pages(reading: Reading, config: Config, language: str) -> Iterator[Task]:
    there = {page.id for page in reading.pages if page.language == language}
    for page in reading.pages:
        if page.id not in there and page.language == config.default_language:
            yield Task(f"content/pages/{page.id}.{language}.md", 1, 1, "", language, "missing", page.language)
