"""The addresses that a timeline gives, with the places that give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waqai.content.reader import Reading
from waqai.content.references import texts_of
from waqai.content.remembered import ReadRecord
from waqai.model import Agreement, Event, Source
from waqai.model.parts import InlineSource
from waqai.problems import Path

_IN_TEXT = re.compile(r"\]\(\s*<?(https?://[^)>\s]+)")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address at one place."""

    file: str
    line: int
    column: int
    url: str
    has_copy: bool
    """Whether an archived copy stands beside it."""


def addresses_of(reading: Reading) -> tuple[Address, ...]:
    """All addresses of records and pages, by file and place; archived copies are addresses too."""
    found: list[Address] = []
    for held in reading.records.values():
        for path, url, has_copy in _of_record(held):
            line, column = held.document.locate(path)
            found.append(Address(held.file, line, column, url, has_copy))
    for page in reading.pages:
        for number, text in enumerate(page.body.splitlines(), start=page.line):
            found += [Address(page.file, number, m.start(1) + 1, m[1], has_copy=False) for m in _IN_TEXT.finditer(text)]
    return tuple(sorted(found))


def _of_record(held: ReadRecord) -> Iterator[tuple[Path, str, bool]]:
    record = held.record
    if isinstance(record, Source):
        if record.url:
            yield ("url",), record.url, bool(record.archived)
        yield from ((("archived", index, "url"), copy.url, True) for index, copy in enumerate(record.archived))
    if isinstance(record, Agreement) and record.full_text:
        yield ("full_text",), record.full_text, False
    if isinstance(record, Event):
        for index, source in enumerate(record.sources):
            if isinstance(source, InlineSource):
                yield ("sources", index, "url"), source.url, False
    for path, text in texts_of(record):
        yield from ((path, match[1], False) for match in _IN_TEXT.finditer(text))
