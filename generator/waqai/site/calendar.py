"""The events as a calendar to subscribe to (iCalendar, RFC 5545), one for each language.

Every event lasts whole days. What is not known to the day is tentative, says so in words, and keeps its EDTF.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

import icalendar

from waqai.content.library import Library
from waqai.dates import Edtf
from waqai.model import Event
from waqai.site import urls
from waqai.site.feeds import AbsoluteViews, published_at, updated_at

LATEST = 1000
"""Events in the calendar; where there are more, every year has one of its own."""
REFRESHED = timedelta(days=1)
LAST_DAY = date.max


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


def calendar(views: AbsoluteViews, events: Sequence[Event]) -> bytes:
    """A calendar of these events."""
    config, language = views.library.config, views.language
    title = views.plain(config.title).text
    made = icalendar.Calendar()
    made.add("prodid", f"-//waqai//{config.id}//{language.tag.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", title)
    made.add("x-wr-calname", title)
    if config.summary:
        made.add("description", views.rich(config.summary).text)
    made.add("url", views.href(urls.page(language.tag, "index")))
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    for event in events:
        made.add_component(_entry(views, event))
    content: bytes = made.to_ical()
    return content


def _entry(views: AbsoluteViews, event: Event) -> icalendar.Event:
    library, language, when = views.library, views.language, event.date.is_
    first, last = days_of(when)
    said = {"LANGUAGE": language.tag}
    made = icalendar.Event()
    made.add("uid", f"{library.config.id}.{event.id}.{language.tag}@{urlsplit(library.config.url).hostname}")
    made.add("dtstamp", updated_at(library, event))
    made.add("created", published_at(library, event))
    made.add("last-modified", updated_at(library, event))
    made.add("sequence", len(event.changes))
    made.add("dtstart", first)
    if last < LAST_DAY:
        made.add("dtend", last + timedelta(days=1))
    made.add("summary", _summary(views, event), parameters=said)
    made.add("description", _description(views, event), parameters=said)
    made.add("url", views.record_href(event))
    made.add("status", "CONFIRMED" if is_certain(when) else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    made.add("categories", [views.labels.event_type(event.type)])
    if places := [place.label.text for place in views.links(event.where)]:
        made.add("location", language.listed(places), parameters=said)
    made.add("x-waqai-edtf", when.text)
    return made


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
