"""The records of a kind as files of bounded size: one, or one for each year where there are too many for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waqai.content import Library
from waqai.content.notes import kept
from waqai.model import Agreement, Event, Record, Source

VERSION = "1.0"
FOLDERS = ("events", "actors", "places", "topics", "agreements", "sources")
MOST = 1000
"""Records in a file: a thousand events with their claims are two or three megabytes of JSON, far less compressed."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some records of a kind, in order."""

    key: str
    """In its address: a year (`2021`), a further part of one (`2021-2`), or a number; empty for all of them."""
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """All records of a kind, events and agreements in the order of time, sources in that of publication."""

    folder: str
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """How many records there are."""
        return sum(len(part.ids) for part in self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether one file holds all of them."""
        return len(self.parts) == 1


@kept
def collections_of(library: Library) -> tuple[Collection, ...]:
    """The records of all kinds."""
    every: Sequence[Sequence[Record]] = (
        library.events,
        library.actors,
        library.places,
        library.topics,
        library.agreements,
        library.sources,
    )
    return tuple(Collection(folder, tuple(_parts(records))) for folder, records in zip(FOLDERS, every, strict=True))


def collection_of(library: Library, folder: str) -> Collection:
    """The records of one kind, by its folder."""
    return next(each for each in collections_of(library) if each.folder == folder)


def is_whole(library: Library) -> bool:
    """Whether there is one file for every kind."""
    return all(collection.is_whole for collection in collections_of(library))


def _parts(records: Sequence[Record]) -> Iterator[Part]:
    if len(records) <= MOST:
        yield Part("", tuple(record.id for record in records))
        return
    for year, ids in _by_year(records).items():
        for start in range(0, len(ids), MOST):
            yield Part(_key(year, start // MOST + 1), tuple(ids[start : start + MOST]))


def _by_year(records: Sequence[Record]) -> Mapping[str, list[str]]:
    """The ids by the year of their date; of records that have none, all under the empty year."""
    years: dict[str, list[str]] = {}
    for record in records:
        years.setdefault(_year(record), []).append(record.id)
    return years


def _year(record: Record) -> str:
    match record:
        case Event() | Agreement():
            return f"{record.date.is_.anchor_day.year:04}"
        case Source():
            return f"{record.date.anchor_day.year:04}"
    return ""


def _key(year: str, number: int) -> str:
    if not year:
        return str(number)
    return year if number == 1 else f"{year}-{number}"
