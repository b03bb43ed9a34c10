"""Two ways from time to places along a strip: true to time, and evenly spaced."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from waqai.content.notes import kept
from waqai.languages import Language
from waqai.model import Event
from waqai.site.contexts.strip import Tick
from waqai.site.strip.ticks import ticks_at, ticks_between

BEFORE, AFTER = 0.05, 0.03
"""How much of the width is left empty before the first mark and after the last."""
MARGIN = 0.018
"""How far behind the last day that is known the line stands that ends the record."""


def inside(share: float) -> float:
    """A share of the time drawn as a share of the whole width."""
    return min(max(BEFORE + share * (1 - BEFORE - AFTER), 0), 1)


class Axis(Protocol):
    """From days and events to places along the strip, 0 where the line begins and 1 where it ends."""

    @property
    def now(self) -> float:
        """The place where the record ends."""

    def share(self, day: date) -> float:
        """The place of a day."""

    def place(self, event: Event) -> float:
        """The place of an event's mark."""

    def ticks(self, language: Language) -> tuple[Tick, ...]:
        """Where the calendar's periods begin."""


@dataclass(frozen=True)
class InTime:
    """Equal times are equally long."""

    first: date
    last: date
    known_to: date
    """The last day on which something is known to have happened."""

    @property
    def now(self) -> float:
        """The place where the record ends."""
        return self.share(self.known_to) + MARGIN

    def share(self, day: date) -> float:
        """The place of a day."""
        return inside((day - self.first).days / max((self.last - self.first).days, 1))

    def place(self, event: Event) -> float:
        """The place of the day that an event is filed under."""
        return self.share(event.date.is_.anchor_day)

    def ticks(self, language: Language) -> tuple[Tick, ...]:
        """Where the calendar's periods begin."""
        return ticks_between(language, self.first, self.last, self.share)


@dataclass(frozen=True)
class InOrder:
    """Each event stands as far from the next as all others do, for news comes in bursts."""

    events: tuple[Event, ...]
    """In order of time."""

    @property
    @kept
    def _ranks(self) -> dict[str, int]:
        return {event.id: rank for rank, event in enumerate(self.events)}

    @property
    @kept
    def _days(self) -> list[date]:
        return [event.date.is_.anchor_day for event in self.events]

    @property
    def now(self) -> float:
        """The place where the record ends."""
        return inside(1) + MARGIN

    def _at(self, rank: float) -> float:
        return inside((rank + 0.5) / len(self.events))

    def share(self, day: date) -> float:
        """The place of the first event on or after a day."""
        return self._at(min(bisect_left(self._days, day), len(self._days) - 0.5))

    def place(self, event: Event) -> float:
        """The place of an event."""
        return self._at(self._ranks[event.id])

    def ticks(self, language: Language) -> tuple[Tick, ...]:
        """Where the calendar's next period begins."""
        return ticks_at(
            language, [(self._at(rank - 0.5), day) for rank, day in enumerate(self._days)], is_regular=False
        )
