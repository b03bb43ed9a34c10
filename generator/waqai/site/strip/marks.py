"""Events drawn one by one: circles with their numbers, in lanes, tied to their other topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from waqai import dates
from waqai.content.notes import kept
from waqai.model import Event
from waqai.site.contexts.strip import Lane, Lines, Mark, Plane, Run, Spot, Stretch, Thread
from waqai.site.strip.axis import Axis, InOrder, InTime
from waqai.site.strip.lanes import Track, lanes_by_event
from waqai.site.strip.stretches import Dated, percent, rem
from waqai.site.views import Views

TOP, LABEL, ROW, FOOT = 2.2, 1.65, 1.6, 0.5
"""Heights in rem: the ticks, a lane's name, a row of marks, and what is left below."""
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
"""Around a title in another language: where a tooltip is drawn from an attribute, no element can say so."""
CLOSE = 0.08
"""Marks nearer than this part of the width stand below one another: 24 pixels on a telephone."""
HALF = 0.5


@dataclass(frozen=True)
class Spacing:
    """An axis, and the rows that keep the marks on it apart."""

    axis: Axis
    rows: dict[str, int]
    """By event: its row in its lane, from 0."""

    @staticmethod
    def of(axis: Axis, tracks: tuple[Track, ...], lanes: dict[str, tuple[int, ...]]) -> Spacing:
        """Each event in the first row of its first lane in which it touches no other one."""
        rows: dict[str, int] = {}
        for number, track in enumerate(tracks):
            ends: list[float] = []
            for event in track.events:
                if lanes[event.id][0] == number:
                    share = axis.place(event)
                    row = next((n for n, end in enumerate(ends) if share - end >= CLOSE), len(ends))
                    ends[row : row + 1] = [share]
                    rows[event.id] = row
        return Spacing(axis, rows)


@dataclass(frozen=True)
class Sheet:
    """Lanes of single events, true to time and, where that is wanted, evenly spaced."""

    views: Views
    tracks: tuple[Track, ...]
    lanes: dict[str, tuple[int, ...]]
    """By event: its lanes, the one that it stands in first."""
    in_time: Spacing
    in_order: Spacing | None

    @staticmethod
    def of(views: Views, tracks: tuple[Track, ...], in_time: InTime, in_order: InOrder | None) -> Sheet:
        """The sheet of some lanes."""
        lanes = lanes_by_event(tracks)
        ordered = Spacing.of(in_order, tracks, lanes) if in_order else None
        return Sheet(views, tracks, lanes, Spacing.of(in_time, tracks, lanes), ordered)

    @property
    @kept
    def rows(self) -> tuple[int, ...]:
        """How many rows each lane has, at least one: enough for either spacing."""
        needed = [1] * len(self.tracks)
        for spacing in filter(None, (self.in_time, self.in_order)):
            for event, row in spacing.rows.items():
                lane = self.lanes[event][0]
                needed[lane] = max(needed[lane], row + 1)
        return tuple(needed)

    @property
    @kept
    def tops(self) -> tuple[float, ...]:
        """Where each lane begins, and where the last one ends."""
        heights = (self.label + ROW * rows for rows in self.rows)
        return tuple(accumulate(heights, initial=TOP))

    @property
    def label(self) -> float:
        """The height of a lane's name; a single lane needs none."""
        return LABEL if len(self.tracks) > 1 else 0

    def plane(self) -> Plane:
        """The drawing."""
        return Plane(
            "",
            rem(self.tops[-1] + FOOT),
            tuple(self._lane(number) for number in range(len(self.tracks))),
            self._lines(self.in_time),
            self._lines(self.in_order) if self.in_order else None,
        )

    def _y(self, lane: int, row: int = 0) -> float:
        """The middle of a row."""
        return self.tops[lane] + self.label + ROW * (row + HALF)

    def _at(self, event: Event, spacing: Spacing) -> float:
        return self._y(self.lanes[event.id][0], spacing.rows[event.id])

    def _lane(self, number: int) -> Lane:
        track = self.tracks[number]
        label_y = rem(self.tops[number]) if self.label else ""
        own = (event for event in track.events if self.lanes[event.id][0] == number)
        return Lane(track.label, label_y, track.state, rem(self._y(number)), tuple(map(self._mark, own)))

    def _lines(self, spacing: Spacing) -> Lines:
        events = [
            event for n, track in enumerate(self.tracks) for event in track.events if self.lanes[event.id][0] == n
        ]
        return Lines(
            spacing.axis.ticks(self.views.language),
            tuple(self._run(number, spacing.axis) for number in range(len(self.tracks))),
            tuple(stretch for event in events for stretch in self._stretches(event, spacing)),
            tuple(thread for event in events for thread in self._threads(event, spacing)),
            percent(spacing.axis.now),
        )

    def _run(self, number: int, axis: Axis) -> Run:
        moved = self.tracks[number].moved
        return Run(rem(self._y(number)), percent(axis.share(moved) if moved else axis.now), percent(axis.now))

    def _stretches(self, event: Event, spacing: Spacing) -> Iterator[Stretch]:
        dated = Dated(event.date.is_, spacing.axis.place(event), spacing.axis, self._at(event, spacing))
        return dated.stretches()

    def _threads(self, event: Event, spacing: Spacing) -> Iterator[Thread]:
        """To the event's other topics, and from a lower row up to its own lane."""
        x, y = percent(spacing.axis.place(event)), rem(self._at(event, spacing))
        own, *others = self.lanes[event.id]
        if spacing.rows[event.id]:
            yield Thread(x, rem(self._y(own)), y, is_knot=False)
        for lane in others:
            yield Thread(x, y, rem(self._y(lane)), is_knot=True)

    def _mark(self, event: Event) -> Mark:
        link = self.views.event_link(event.id)
        return Mark(
            link.href,
            self.views.language.numerals(str(link.number)),
            _name(self.views, event),
            link.standing.key,
            None,
            self._spot(event, self.in_time),
            self._spot(event, self.in_order) if self.in_order else None,
        )

    def _spot(self, event: Event, spacing: Spacing) -> Spot:
        share = spacing.axis.place(event)
        return Spot(percent(share), rem(self._at(event, spacing)), share > HALF)


def _name(views: Views, event: Event) -> str:
    """Number and title, date, and standing, a line each."""
    link = views.event_link(event.id)
    when = link.date.text.text if event.date.show else dates.describe(event.date.is_.day_only, views.language)
    title = link.title.text if link.title.lang == views.language.tag else f"{ISOLATE}{link.title.text}{END_OF_ISOLATE}"
    return f"{views.language.numerals(str(link.number))}. {title}\n{when}\n{link.standing.label}"
