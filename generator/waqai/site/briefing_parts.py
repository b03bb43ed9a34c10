"""Parts a long record into briefings that can be opened, printed and bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from waqai.content import Library
from waqai.model import Agreement, AgreementTerm, Claim, Event

MOST = 8000
"""No part is heavier, unless it holds a single record. A unit is at most one element of HTML; this many make some 45
sheets of A4 and 45 KB of compressed HTML."""
MONTH = len("2021-02")


Dated = Event | Agreement


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the record, in the order of time."""

    key: str
    """Its first month, `2021-02`, and a number where a month has several; empty for what stands at the front."""
    records: tuple[Dated, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events."""
        return tuple(record for record in self.records if isinstance(record, Event))

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Its agreements."""
        return tuple(record for record in self.records if isinstance(record, Agreement))

    @property
    def months(self) -> tuple[str, str]:
        """Its first and its last month; both empty where it holds nothing."""
        return (month_of(self.records[0]), month_of(self.records[-1])) if self.records else ("", "")


def briefing_parts(library: Library) -> tuple[Part, ...]:
    """The whole record as one part with an empty key; or, if that is too much, an empty one and then the parts."""
    records: list[Dated] = [*library.events, *library.agreements]
    records.sort(key=_order)
    if _all(records) <= MOST:
        return (Part("", tuple(records)),)
    return (Part("", ()), *_numbered(_heaps(records)))


def month_of(record: Dated) -> str:
    """The month that a record is filed under: `2021-02`."""
    return record.date.is_.anchor_day.isoformat()[:MONTH]


def weight(record: Dated) -> int:
    """About how many elements of HTML a record takes in a briefing; long texts count more."""
    if isinstance(record, Agreement):
        return 30 + sum(25 + _of_chain(term) for term in record.terms) + 12 * len(record.sources)
    claims = sum(15 + _of_chain(claim) for claim in record.claims)
    names = sum(map(len, record.who.values())) + len(record.where) + 8 * len(record.moves)
    return 30 + claims + names + 12 * len(record.sources) + _letters(record) // 100


def _of_chain(said: Claim | AgreementTerm) -> int:
    return 8 * len(said.chain)


def _letters(event: Event) -> int:
    """The letters of the longest version of its text."""
    return max(map(len, (event.body or {}).values()), default=0)


def _all(records: Iterable[Dated]) -> int:
    return sum(map(weight, records))


def _order(record: Dated) -> tuple[object, ...]:
    """By time; in a month, the events in their own order, then the agreements."""
    return month_of(record), isinstance(record, Agreement)


def _heaps(records: Sequence[Dated]) -> Iterator[list[Dated]]:
    """Whole months, as many as one part can hold; a month that is too much for one, in pieces."""
    heap: list[Dated] = []
    for _, found in groupby(records, key=month_of):
        month = list(found)
        if heap and _all(heap) + _all(month) > MOST:
            yield heap
            heap = []
        heap += month
        if _all(month) > MOST:
            yield from _pieces(heap)
            heap = []
    if heap:
        yield heap


def _pieces(records: Sequence[Dated]) -> Iterator[list[Dated]]:
    piece: list[Dated] = []
    for record in records:
        if piece and _all(piece) + weight(record) > MOST:
            yield piece
            piece = []
        piece.append(record)
    yield piece


def _numbered(heaps: Iterable[Sequence[Dated]]) -> Iterator[Part]:
    """The parts with their keys: the month, and from the second part of a month on a number."""
    for month, parts in groupby(heaps, key=lambda heap: month_of(heap[0])):
        for number, heap in enumerate(parts, start=1):
            yield Part(month if number == 1 else f"{month}-{number}", tuple(heap))
