"""The chronicle in pages: whole while it is short; then by years, months of long years, and parts of long months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from waqai.content import Library
from waqai.content.notes import derived
from waqai.model import Event

MOST_ENTRIES = 50
"""On one page of the chronicle, the home page among them: about 4,000 elements and 25 KB, compressed."""
_YEAR, _MONTH = len("2021"), len("2021-02")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the chronicle that has a page of its own."""

    key: str
    """`2021`, `2021-02` or `2021-02-part-2`: its place in the address."""
    events: tuple[Event, ...]
    parts: tuple[Period, ...] = ()
    """The periods in it, where it has too many entries for one page."""


def year_of(event: Event) -> str:
    """The year that an event is filed under: `2021`."""
    return event.date.is_.anchor_day.isoformat()[:_YEAR]


def month_of(event: Event) -> str:
    """The month that an event is filed under: `2021-02`."""
    return event.date.is_.anchor_day.isoformat()[:_MONTH]


@derived
def periods_of(library: Library) -> tuple[Period, ...]:
    """The years of a chronicle, with all periods in them; none where the home page holds the whole of it."""
    if len(library.events) <= MOST_ENTRIES:
        return ()
    return tuple(_split(library.events, year_of, _by_month))


def _by_month(_year: str, events: Sequence[Event]) -> Iterator[Period]:
    return _split(events, month_of, _by_number)


def _by_number(month: str, events: Sequence[Event]) -> Iterator[Period]:
    """Parts of a month, as even as they can be."""
    count = -(-len(events) // MOST_ENTRIES)
    bounds = [len(events) * number // count for number in range(count + 1)]
    for number in range(1, count + 1):
        yield Period(f"{month}-part-{number}", tuple(events[bounds[number - 1] : bounds[number]]))


def _split(
    events: Iterable[Event], key: Callable[[Event], str], inside: Callable[[str, Sequence[Event]], Iterable[Period]]
) -> Iterator[Period]:
    for name, members in groupby(events, key):
        held = tuple(members)
        yield Period(name, held, tuple(inside(name, held)) if len(held) > MOST_ENTRIES else ())


def every_period(periods: Iterable[Period]) -> Iterator[Period]:
    """All periods: each before those that are in it."""
    for period in periods:
        yield period
        yield from every_period(period.parts)


def pages_of_entries(periods: Iterable[Period]) -> Iterator[Period]:
    """The periods whose pages hold entries, oldest first."""
    return (period for period in every_period(periods) if not period.parts)


def period_around(library: Library, first: Event, last: Event) -> Period | None:
    """The smallest period of a long chronicle that holds two events, or else the year of the first."""
    start, end = library.number(first.id), library.number(last.id)
    found: Period | None = None
    inside = periods_of(library)
    while inside:
        held = next((period for period in inside if start <= library.number(period.events[-1].id)), None)
        if held is None or (found and end > library.number(held.events[-1].id)):
            break
        found, inside = held, held.parts
    return found


def newest(library: Library) -> tuple[Event, ...]:
    """The entries that the home page holds: all of them, or those of the newest periods."""
    periods = periods_of(library)
    if not periods:
        return library.events
    shown: tuple[Event, ...] = ()
    for period in reversed(list(pages_of_entries(periods))):
        if shown and len(shown) + len(period.events) > MOST_ENTRIES:
            break
        shown = period.events + shown
    return shown
