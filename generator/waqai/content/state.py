"""The state of play: the moves of all events in order, and what they amount to on any day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from waqai.content.standing import ClaimKey, Standing, standing_of_event
from waqai.dates import Edtf
from waqai.model import Event, Record


@dataclass(frozen=True, slots=True)
class MoveMade:
    """One change of state, as one event made it."""

    target: str
    """`topic`, `agreement` or `agreement#term`."""
    state: str
    before: str
    """The state that it replaced; empty for the first one."""
    when: Edtf
    event: str
    claim: str
    """The claim that it rests on; empty where it rests on the event as a whole."""
    standing: Standing

    @property
    def day(self) -> date:
        """The day from which the state counts."""
        return self.when.anchor_day


class StateOfPlay:
    """The moves, in order, and the states that they lead to."""

    def __init__(
        self, events: Iterable[Event], standings: Mapping[ClaimKey, Standing], records: Mapping[str, Record]
    ) -> None:
        self._histories: dict[str, list[MoveMade]] = {}
        moves = [
            (_when(event, target), number, target, event)
            for number, event in enumerate(events)
            for target in event.moves
        ]
        self._by_event: dict[str, list[MoveMade]] = {}
        for when, _, target, event in sorted(moves, key=lambda move: (move[0].sort_key, move[1], move[2])):
            history = self._histories.setdefault(target, [])
            before, claim = (history[-1].state if history else ""), _basis(event, target)
            standing = standings.get((event.id, claim)) or standing_of_event(event, standings, records)
            made = MoveMade(target, event.moves[target].to, before, when, event.id, claim, standing)
            history.append(made)
            self._by_event.setdefault(event.id, []).append(made)

    def history(self, target: str) -> tuple[MoveMade, ...]:
        """All moves of one topic, agreement or term, oldest first."""
        return tuple(self._histories.get(target, ()))

    def moves_of(self, event: str) -> tuple[MoveMade, ...]:
        """What one event moved, oldest move first."""
        return tuple(self._by_event.get(event, ()))

    def current(self, target: str) -> MoveMade | None:
        """The last move of `target`."""
        history = self._histories.get(target)
        return history[-1] if history else None

    def on(self, target: str, day: date) -> MoveMade | None:
        """The move that counts for `target` at the end of `day`."""
        history = self._histories.get(target, [])
        index = bisect_right(history, day, key=lambda move: move.day)
        return history[index - 1] if index else None

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which something moved, oldest first."""
        return tuple(sorted(self._by_day))

    def moves_on(self, day: date) -> tuple[MoveMade, ...]:
        """What moved on a day, oldest move first."""
        return tuple(self._by_day.get(day, ()))

    @cached_property
    def _by_day(self) -> dict[date, list[MoveMade]]:
        found: dict[date, list[MoveMade]] = {}
        for move in self.moves:
            found.setdefault(move.day, []).append(move)
        return found

    @cached_property
    def moves(self) -> tuple[MoveMade, ...]:
        """All moves, oldest first."""
        every = [move for history in self._histories.values() for move in history]
        return tuple(sorted(every, key=lambda move: (move.when.sort_key, move.event, move.target)))

    @cached_property
    def by_first_move(self) -> dict[str, int]:
        """The rank of every target that ever moved, by its first move."""
        return {target: rank for rank, target in enumerate(dict.fromkeys(move.target for move in self.moves))}


def _when(event: Event, target: str) -> Edtf:
    return event.moves[target].on or event.date.is_


def _basis(event: Event, target: str) -> str:
    """The claim that a move rests on: the one it names, or the only one that there is."""
    return event.moves[target].claim or (event.claims[0].id if len(event.claims) == 1 else "")
