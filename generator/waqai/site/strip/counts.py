"""Many events, drawn as counts: a column for each period in which something happened, in lanes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby

from waqai import dates
from waqai.content.notes import kept
from waqai.dates import Edtf
from waqai.model import Event
from waqai.site import urls
from waqai.site.contexts.strip import Column, Lane, Lines, Mark, Plane, Run, Spot, Stretch
from waqai.site.periods import month_of, period_around
from waqai.site.strip.lanes import Track
from waqai.site.strip.stretches import percent, rem, stretch
from waqai.site.strip.ticks import ticks_at
from waqai.site.strip.units import Unit
from waqai.site.views import Views

TOP, LABEL, COUNT, COLUMN, FOOT = 2.2, 1.75, 1.1, 1.7, 0.6
"""Heights in rem: the ticks, a lane's name, a count, the highest column, and what is left below."""
LOWEST = 0.2
"""The height of the lowest column."""
THIN = 0.25
"""The height of the line below the columns that tells what lasted."""
GRAVEST_FIRST = ("disputed", "retracted", "single-source", "attributed", "corroborated", "documented")
"""Standings in the order in which a reader should hear of them."""

Cells = dict[tuple[int, int], list[Event]]
"""The events of a lane (its place) in a period (its number)."""


@dataclass(frozen=True)
class Census:
    """Lanes of counts, by periods of one length."""

    views: Views
    tracks: tuple[Track, ...]
    unit: Unit
    first: date
    last: date
    width: str
    """For which widths it is drawn: `narrow`, `wide`, or empty for all."""
    can_be_even: bool = True
    """Whether there is also a drawing that leaves out the periods in which nothing happened."""

    @property
    @kept
    def cells(self) -> Cells:
        """The events of each lane and period; an event stands in every lane that it belongs on."""
        found: Cells = defaultdict(list)
        for lane, track in enumerate(self.tracks):
            for event in track.events:
                found[lane, self.unit.number(event.date.is_.anchor_day)].append(event)
        return dict(found)

    @property
    @kept
    def _in_time(self) -> Mapping[int, float]:
        """The middle of every period, as a share of the width."""
        return _middles(range(self.unit.number(self.first), self.unit.number(self.last) + 1))

    @property
    @kept
    def _in_order(self) -> Mapping[int, float] | None:
        """The middle of each period in which something happened; None if that is every one."""
        used = sorted({period for _, period in self.cells})
        return _middles(used) if self.can_be_even and len(used) < len(self._in_time) else None

    @property
    @kept
    def _tops(self) -> tuple[float, ...]:
        return tuple(accumulate([self._label + COUNT + COLUMN] * len(self.tracks), initial=TOP))

    @property
    def _label(self) -> float:
        return LABEL if len(self.tracks) > 1 else 0

    def plane(self) -> Plane:
        """The drawing."""
        return Plane(
            self.width,
            rem(self._tops[-1] + FOOT),
            tuple(self._lane(number) for number in range(len(self.tracks))),
            self._lines(self._in_time),
            self._lines(self._in_order) if self._in_order else None,
        )

    def _lane(self, number: int) -> Lane:
        track, label_y = self.tracks[number], rem(self._tops[number]) if self._label else ""
        marks = tuple(self._mark(number, period) for lane, period in sorted(self.cells) if lane == number)
        return Lane(track.label, label_y, track.state, self._y(number), marks)

    def _y(self, lane: int) -> str:
        """The line that columns stand on."""
        return rem(self._tops[lane + 1])

    def _lines(self, middles: Mapping[int, float]) -> Lines:
        half = _half(middles)
        stations = [(middle - half, self.unit.first_day(period)) for period, middle in middles.items()]
        return Lines(
            ticks_at(self.views.language, stations, is_regular=middles is self._in_time),
            tuple(self._run(number, middles) for number in range(len(self.tracks))),
            tuple(span for number in range(len(self.tracks)) for span in self._spans(number, middles)),
            (),
            percent(1),
        )

    def _run(self, number: int, middles: Mapping[int, float]) -> Run:
        """A lane's line, solid from the period of the topic's first move."""
        moved = self.tracks[number].moved
        since = self.unit.number(moved) if moved else None
        first = next((middles[period] for period in middles if since is not None and period >= since), 1)
        return Run(self._y(number), percent(first), percent(1))

    def _spans(self, number: int, middles: Mapping[int, float]) -> Iterator[Stretch]:
        """What lasted from one period into others, taken together."""
        covered = {period for event in self.tracks[number].events for period in self._covered(event.date.is_)}
        half = _half(middles)
        for is_covered, run in groupby(middles, covered.__contains__):
            if is_covered:
                periods = list(run)
                start, end = middles[periods[0]] - half, middles[periods[-1]] + half
                yield stretch(start, end, self._tops[number + 1] + THIN / 2, height=THIN)

    def _covered(self, edtf: Edtf) -> range:
        """The periods of a span that is longer than one."""
        if not edtf.is_span or edtf.start is None or edtf.unknown_end:
            return range(0)
        first = self.unit.number(edtf.start.first_day)
        last = self.unit.number(min(edtf.latest or self.last, self.last))
        return range(first, last + 1) if last > first else range(0)

    @property
    @kept
    def _highest(self) -> int:
        return max(map(len, self.cells.values()))

    def _mark(self, lane: int, period: int) -> Mark:
        events = self.cells[lane, period]
        unsure = sum(not self._is_sure(event.date.is_) for event in events)
        column = Column(self._height(len(events) - unsure), self._height(unsure))
        return Mark(
            self._href(events),
            self.views.language.numerals(str(len(events))),
            self._name(period, events, unsure),
            "",
            column,
            self._spot(lane, self._in_time[period]),
            self._spot(lane, self._in_order[period]) if self._in_order else None,
        )

    def _spot(self, lane: int, middle: float) -> Spot:
        return Spot(percent(middle), self._y(lane), middle > 0.5)  # noqa: PLR2004 - half of the line

    def _height(self, count: int) -> str:
        return rem(max(COLUMN * count / self._highest, LOWEST)) if count else ""

    def _is_sure(self, edtf: Edtf) -> bool:
        """Whether an event surely began in the period that it is counted in."""
        begun = edtf.start
        return begun is not None and not begun.is_qualified and self._is_within(edtf)

    def _is_within(self, edtf: Edtf) -> bool:
        latest = edtf.start.last_day if edtf.is_span and edtf.start else edtf.latest
        return latest is not None and self.unit.number(latest) == self.unit.number(edtf.anchor_day)

    def _href(self, events: list[Event]) -> str:
        """Where the events of a period are listed in the chronicle."""
        tag, month = self.views.language.tag, month_of(events[0])
        period = period_around(self.views.library, events[0], events[-1])
        path = urls.period(tag, period.key) if period else urls.page(tag, "index")
        return self.views.href(path) + ("" if period and period.parts else f"#{month}")

    def _name(self, period: int, events: list[Event], unsure: int) -> str:
        """The period and how many events, how the least certain of them stand, and how many dates are not sure."""
        language = self.views.language
        when = dates.describe(Edtf.parse(self.unit.edtf(period)), language)
        lines = [f"{when}: {_counted(self.views, len(events))}", *self._standings(events)]
        if unsure:
            lines.append(language.pgettext("strip", "Date not sure: {n}").format(n=language.number(unsure)))
        return "\n".join(lines)

    def _standings(self, events: list[Event]) -> Iterator[str]:
        """The gravest standing of the events, and how many stand so."""
        counts = Counter(self.views.library.standing_of(event).key for event in events)
        for key in (key for key in GRAVEST_FIRST if counts[key]):
            number = self.views.language.number(counts[key])
            pattern = self.views.language.pgettext("strip", "{standing}: {n}")
            yield pattern.format(standing=self.views.labels.standing(key), n=number)
            return


def _counted(views: Views, n: int) -> str:
    return views.language.ngettext("{n} event", "{n} events", n).format(n=views.language.number(n))


def _middles(periods: range | list[int]) -> dict[int, float]:
    """The middles of periods that share the width equally."""
    return {period: (rank + 0.5) / len(periods) for rank, period in enumerate(periods)}


def _half(middles: Mapping[int, float]) -> float:
    """Half of a period's share of the width."""
    return 0.5 / len(middles)
