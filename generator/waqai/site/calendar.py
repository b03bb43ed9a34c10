"""The events as a calendar to subscribe to (iCalendar, RFC 5545), one for each language.

Every event lasts whole days. What is not known to the day is tentative, says so in words, and keeps its EDTF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from waqai.content.library import Library
from waqai.dates import Edtf
from waqai.model import Event
from waqai.site import urls
from waqai.site.feeds import AbsoluteViews, published_at, updated_at

LATEST = 1000
"""Events in the calendar; where there are more, every year has one of its own."""
REFRESHED = timedelta(days=1)


def latest_events(library: Library) -> Sequence[Event]:
    """The events of the calendar: all of them, or those that are latest in time."""
    return library.events[-LATEST:]


def years_of(library: Library) -> dict[str, list[Event]]:
    """The events by year, where there are too many for one calendar."""
    if len(library.events) <= LATEST:
        return {}
    years: dict[str, list[Event]] = {}
    for event in library.events:
        years.setdefault(f"{event.date.is_.anchor_day.year:04}", []).append(event)
    return years


@dataclass(frozen=True, slots=True)
class Appointment:
    """An event as a calendar has it."""

    uid: str
    changed: datetime
    """When the entry was last changed."""
    added: datetime
    """When the entry was first published."""
    changes: int
    """How often it was changed."""
    first: date
    last: date
    """The last day, included."""
    is_certain: bool
    summary: str
    description: str
    url: str
    kind: str
    location: str
    """Where, in words; or empty."""
    edtf: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar."""

    id: str
    language: str
    title: str
    description: str
    url: str
    appointments: tuple[Appointment, ...]


def calendar_of(views: AbsoluteViews, events: Iterable[Event]) -> Calendar:
    """The calendar of these events."""
    config, tag = views.library.config, views.language.tag
    return Calendar(
        id=config.id,
        language=tag,
        title=views.plain(config.title).text,
        description=views.rich(config.summary).text if config.summary else "",
        url=views.href(urls.page(tag, "index")),
        appointments=tuple(_appointment(views, event) for event in events),
    )


def _appointment(views: AbsoluteViews, event: Event) -> Appointment:
    library, when = views.library, event.date.is_
    first, last = days_of(when)
    return Appointment(
        uid=f"{library.config.id}.{event.id}.{views.language.tag}@{urlsplit(library.config.url).hostname}",
        changed=updated_at(library, event),
        added=published_at(library, event),
        changes=len(event.changes),
        first=first,
        last=last,
        is_certain=is_certain(when),
        summary=_summary(views, event),
        description=_description(views, event),
        url=views.record_href(event),
        kind=views.labels.event_type(event.type),
        location=views.language.listed([place.label.text for place in views.links(event.where)]),
        edtf=when.text,
    )


def ical(calendar: Calendar) -> bytes:
    """The calendar as an iCalendar object."""
    import icalendar  # noqa: PLC0415 - a quarter of a second, and only a calendar that changed needs it

    made = icalendar.Calendar()
    made.add("prodid", f"-//waqai//{calendar.id}//{calendar.language.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):  # which the package does not know to be texts
        made.add(name, icalendar.vText(calendar.title))
    if calendar.description:
        made.add("description", calendar.description)
    made.add("url", calendar.url)
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    for appointment in calendar.appointments:
        component = icalendar.Event()
        for name, value, parameters in _properties(appointment, calendar.language):
            component.add(name, value, parameters=parameters)
        made.add_component(component)
    content: bytes = made.to_ical()
    return content


def _properties(appointment: Appointment, language: str) -> Iterator[tuple[str, object, dict[str, str]]]:
    """Names, values and parameters of RFC 5545."""
    said = {"LANGUAGE": language}
    yield "uid", appointment.uid, {}
    yield "dtstamp", appointment.changed, {}
    yield "created", appointment.added, {}
    yield "last-modified", appointment.changed, {}
    yield "sequence", appointment.changes, {}
    yield "dtstart", appointment.first, {}
    if appointment.last < date.max:
        yield "dtend", appointment.last + timedelta(days=1), {}
    yield "summary", appointment.summary, said
    yield "description", appointment.description, said
    yield "url", appointment.url, {}
    yield "status", "CONFIRMED" if appointment.is_certain else "TENTATIVE", {}
    yield "transp", "TRANSPARENT", {}
    yield "categories", [appointment.kind], {}
    if appointment.location:
        yield "location", appointment.location, said
    yield "x-waqai-edtf", appointment.edtf, {}


def days_of(when: Edtf) -> tuple[date, date]:
    """The first and the last day on which an event is shown: all that it may mean, but no end that nobody knows."""
    first = when.earliest or when.latest or when.anchor_day
    return first, when.latest or first


def is_certain(when: Edtf) -> bool:
    """Whether the days are known: one day, or from one known day to another."""
    if when.is_day:
        return True
    ends = (when.start, when.end)
    return when.is_span and all(end is not None and bool(end.day) and not end.is_qualified for end in ends)


def _summary(views: AbsoluteViews, event: Event) -> str:
    """The title, and the date in words where a calendar would show it as more certain than it is."""
    title = views.name(event).text
    if is_certain(event.date.is_):
        return title
    return f"{title} · {views.date(event.date.is_, event.date).text.text}"


def _description(views: AbsoluteViews, event: Event) -> str:
    facts = (views.date(event.date.is_, event.date).text.text, views.standing_of(event).label)
    summary = [views.rich(event.summary, event).text] if event.summary else []
    return "\n".join([" · ".join(facts), *summary, views.record_href(event)])
