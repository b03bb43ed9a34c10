"""How a strip is drawn: event by event while they can be told apart, and by counts when there are more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from waqai.model import Event
from waqai.site.contexts.strip import Plane, Strip
from waqai.site.state_page import day_text
from waqai.site.strip.axis import InOrder, InTime
from waqai.site.strip.counts import Census
from waqai.site.strip.lanes import Track, topic_track, tracks_of
from waqai.site.strip.marks import Sheet
from waqai.site.strip.units import UNITS, finest
from waqai.site.views import Views

FEWEST_EVENTS = 2
"""One event is told better by its date."""
MOST_NARROW, MOST_WIDE = 12, 40
"""How many columns of 24 pixels fit on a telephone, and on a wide page."""
MANY_MARKS = 12
"""With more marks than this there is a link past them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sets the overview of a timeline apart from the strip of one record."""

    most_events: int
    """Until how many events they are drawn one by one."""
    most_rows: int
    """The same, by the rows that they take together."""
    can_be_even: bool
    """Whether readers can have its marks evenly spaced."""


OVERVIEW, RECORD = Kind(60, 20, can_be_even=True), Kind(24, 6, can_be_even=False)


def strip(views: Views) -> Strip | None:
    """The strip of the whole timeline; None where there is nothing to draw."""
    title = views.language.pgettext("strip", "The whole period on one line")
    return _strip(views, title, tracks_of(views), OVERVIEW)


def record_strip(views: Views, events: Iterable[Event], topic: str = "") -> Strip | None:
    """The strip of one record: its events on a single lane, on the scale of the whole period."""
    title, own = views.language.pgettext("strip", "On the line of the whole period"), tuple(events)
    return _strip(views, title, (topic_track(views, topic, own) if topic else Track(views.words(""), own),), RECORD)


def _strip(views: Views, title: str, tracks: tuple[Track, ...], kind: Kind) -> Strip | None:
    days, known_to = views.library.days, views.library.known_to
    count = len({event.id for track in tracks for event in track.events})
    if count < FEWEST_EVENTS or days is None or known_to is None:
        return None
    in_order = InOrder(views.library.events) if kind.can_be_even else None
    sheet = Sheet.of(views, tracks, InTime(*days, known_to), in_order) if count <= kind.most_events else None
    is_counted = sheet is None or sum(sheet.rows) > kind.most_rows
    planes = tuple(_counted(views, tracks, days, kind)) if sheet is None or is_counted else (sheet.plane(),)
    return Strip(
        title,
        is_counted,
        any(plane.in_order for plane in planes),
        max(sum(len(lane.marks) for lane in plane.lanes) for plane in planes) > MANY_MARKS,
        planes,
        views.language.pgettext("strip", "{day}: known to here").format(day=day_text(views, known_to)),
    )


def _counted(views: Views, tracks: tuple[Track, ...], days: tuple[date, date], kind: Kind) -> Iterator[Plane]:
    """Columns for long periods where the page is narrow, and for shorter ones where it is wide."""
    narrow, wide = (finest(UNITS, *days, most) for most in (MOST_NARROW, MOST_WIDE))
    for unit, width in {narrow: "narrow", wide: "wide"}.items():
        yield Census(views, tracks, unit, *days, "" if narrow == wide else width, kind.can_be_even).plane()
