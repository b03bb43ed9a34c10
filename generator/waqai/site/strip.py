"""Draws the overview strip: lanes by topic, time running with the text, uncertain dates hatched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from waqai import dates
from waqai.dates import Edtf
from waqai.model import Event
from waqai.site.contexts.strip import Lane, Mark, Stretch, Strip, Thread, Tick
from waqai.site.state_page import day_text
from waqai.site.state_rows import topics_in_order
from waqai.site.views import Views

MOST_EVENTS = 60
"""More marks than this cannot be told apart; such a timeline has no strip yet."""
BEFORE, AFTER, MARGIN = 0.08, 0.14, 0.018
"""How much of the width is left empty before the first day and after the last, where the present states stand; and how
far behind the last day the line stands that ends the record."""
TOP, LABEL, ROW, FOOT = 30, 26, 25, 24
CLOSE = 0.03
"""Marks nearer than this part of the width stand below one another."""
MANY_DAYS = 120
"""Periods longer than this have no ticks for days."""
DAYS_TICKED = (5, 10, 15, 20, 25)
FADES = ("", "soft", "softer", "softest")


@dataclass(frozen=True)
class _Axis:
    """From days to places along the strip."""

    first: date
    last: date
    rtl: bool

    @property
    def days(self) -> float:
        """The whole width, in days."""
        return max((self.last - self.first).days, 1) / (1 - BEFORE - AFTER)

    def share(self, day: date) -> float:
        """The place of a day, from 0 at the beginning of the line to 1 at its end."""
        return min(max(BEFORE + (day - self.first).days / self.days, 0), 1)

    def x(self, day: date) -> str:
        """The place of a day, turned for the page's direction."""
        return self.at(self.share(day))

    @property
    def now(self) -> str:
        """Where the record ends: behind the last day, so that its marks stand free."""
        return self.at(self.share(self.last) + MARGIN)

    def at(self, share: float) -> str:
        """A place, turned for the page's direction."""
        return f"{100 * (1 - share if self.rtl else share):.2f}%"

    def stretch(self, start: float, end: float, y: int, *, fade: str = "", is_sure: bool = False) -> Stretch:
        """A stretch between two places."""
        start, end = max(start, 0), min(end, 1)
        left = 1 - end if self.rtl else start
        return Stretch(f"{100 * left:.2f}%", f"{100 * (end - start):.2f}%", y, fade, is_sure)


def strip(views: Views) -> Strip | None:
    """The strip of the whole timeline; None where there is nothing to draw, or too much to tell apart."""
    events = views.library.events
    topics = topics_in_order(views)
    if not topics or not 1 < len(events) <= MOST_EVENTS:
        return None
    days = [day for event in events for day in (event.date.is_.earliest, event.date.is_.latest) if day]
    axis = _Axis(min(days), max(days), views.language.direction == "rtl")
    rows = _rows(events, topics, axis)
    tops = _tops(topics, rows)
    height = TOP + sum(_height(topic, rows) for topic in topics) + FOOT
    known_to = day_text(views, axis.last)
    return Strip(
        title=views.language.pgettext("strip", "The whole period on one line"),
        height=height,
        rtl=axis.rtl,
        ticks=tuple(_ticks(views, axis)),
        lanes=tuple(_lane(views, topic, tops[topic], axis) for topic in topics),
        stretches=tuple(s for e in events if e.id in rows for s in _stretches(e.date.is_, _y(e, rows, tops), axis)),
        threads=tuple(thread for e in events if e.id in rows for thread in _threads(e, rows, tops, axis)),
        marks=tuple(_mark(views, e, _y(e, rows, tops), axis) for e in events if e.id in rows),
        now=axis.now,
        now_label=views.language.pgettext("strip", "{day}: known to here").format(day=known_to),
    )


Rows = dict[str, tuple[str, int]]
"""By event: the topic in whose lane it stands, and its row there."""


def _rows(events: tuple[Event, ...], topics: tuple[str, ...], axis: _Axis) -> Rows:
    """Each event in its first topic's lane, below a mark that it would otherwise touch."""
    found: Rows = {}
    ends: dict[str, list[float]] = {}
    for event in events:
        topic = next((topic for topic in event.about if topic in topics), None)
        if topic is None:
            continue
        share, taken = axis.share(event.date.is_.anchor_day), ends.setdefault(topic, [])
        row = next((n for n, end in enumerate(taken) if share - end >= CLOSE), len(taken))
        taken[row : row + 1] = [share]
        found[event.id] = topic, row
    return found


def _height(topic: str, rows: Rows) -> int:
    count = max((row + 1 for lane, row in rows.values() if lane == topic), default=1)
    return LABEL + ROW * count


def _tops(topics: tuple[str, ...], rows: Rows) -> dict[str, int]:
    """Where each lane begins."""
    found, y = {}, TOP
    for topic in topics:
        found[topic] = y
        y += _height(topic, rows)
    return found


def _line(top: int) -> int:
    return top + LABEL + 5


def _y(event: Event, rows: Rows, tops: dict[str, int]) -> int:
    topic, row = rows[event.id]
    return _line(tops[topic]) + row * ROW


def _ticks(views: Views, axis: _Axis) -> Iterator[Tick]:
    month = axis.first.replace(day=1)
    while month <= axis.last:
        if axis.share(month) > 0:
            label = views.language.month(month.month)
            yield Tick(axis.x(month), label if month >= axis.first.replace(day=1) else "", is_month=True)
        if (axis.last - axis.first).days <= MANY_DAYS:
            for number in DAYS_TICKED:
                day = month.replace(day=number)
                if axis.first <= day <= axis.last:
                    yield Tick(axis.x(day), views.language.numerals(str(number)), is_month=False)
        month = (month + timedelta(days=31)).replace(day=1)


def _lane(views: Views, topic: str, top: int, axis: _Axis) -> Lane:
    history = views.library.state.history(topic)
    label = views.name(views.library.records[topic], short=True)
    if not history:
        end = axis.now
        return Lane(label, top + 13, _line(top), end, end, views.labels.no_state().label)
    state = views.state(history[-1].state, topic).label
    return Lane(label, top + 13, _line(top), axis.x(history[0].day), axis.now, state)


def _stretches(edtf: Edtf, y: int, axis: _Axis) -> Iterator[Stretch]:
    """What is known of a date as time: a solid bar for a span, hatching for what is not sure."""
    at, step = axis.share(edtf.anchor_day), 2 / axis.days
    if edtf.earliest is None:  # on or before: fading back
        for number, fade in enumerate(FADES):
            yield axis.stretch(at - (number + 1) * step, at - number * step, y, fade=fade)
    elif edtf.is_span and edtf.latest is not None:
        yield axis.stretch(at, axis.share(edtf.latest), y, is_sure=True)
    elif edtf.approximate or edtf.uncertain:
        yield axis.stretch(at - step, at + step, y, fade="soft")
    elif edtf.latest is not None and edtf.latest != edtf.earliest:
        yield axis.stretch(at, axis.share(edtf.latest), y, fade="soft")
    if edtf.is_span and edtf.start is not None and edtf.start.approximate:  # a beginning that is only about known
        for number, fade in enumerate(FADES[1:]):
            yield axis.stretch(at - (number + 1) * step, at - number * step, y, fade=fade)


def _threads(event: Event, rows: Rows, tops: dict[str, int], axis: _Axis) -> Iterator[Thread]:
    """To the event's other topics, and from a lower row up to its own lane."""
    x, y, own = axis.x(event.date.is_.anchor_day), _y(event, rows, tops), rows[event.id][0]
    if rows[event.id][1]:
        yield Thread(x, _line(tops[own]), y, is_knot=False)
    for topic in event.about:
        if topic != own and topic in tops:
            yield Thread(x, y, _line(tops[topic]), is_knot=True)


def _mark(views: Views, event: Event, y: int, axis: _Axis) -> Mark:
    link = views.event_link(event.id)
    date_ = dates.describe(event.date.is_.day_only, views.language) if not event.date.show else link.date.text.text
    name = f"{link.number}. {link.title.text} · {date_} · {link.standing.label}"
    x = axis.x(event.date.is_.anchor_day)
    return Mark(f"#e{link.number}", link.number, x, y, link.standing.key, name)
