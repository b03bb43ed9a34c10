"""The home page: where things stand, and the chronicle by month."""

from __future__ import annotations

from collections.abc import Iterable

from waqai import dates
from waqai.dates import Edtf
from waqai.model import Event, Record
from waqai.site import urls
from waqai.site.cards import months_of
from waqai.site.contexts import Counted, Home
from waqai.site.period_pages import events_counted, period_index
from waqai.site.periods import month_of, newest
from waqai.site.state_page import day_text
from waqai.site.state_rows import agreement_rows, topic_rows
from waqai.site.strip import strip
from waqai.site.views import Views

FEWEST_EVENTS = 1


def home_page(views: Views) -> Home:
    """The home page."""
    library = views.library
    config = library.config
    return Home(
        title=views.plain(config.title),
        summary=views.rich_or_none(config.summary),
        span=_span(views),
        counts=_counts(views),
        known_to=_known_to(views),
        topics=topic_rows(views),
        agreements=agreement_rows(views),
        state_href=views.href(urls.page(views.language.tag, "state")),
        strip=strip(views),
        months=months_of(views, newest(library)),
        periods=period_index(views),
        parties=_counted(views, library.actors),
        files=_counted(views, library.topics),
        places=_counted(views, library.places),
    )


def _span(views: Views) -> str:
    """The months from the first event to the last."""
    if not views.library.events:
        return ""
    first, last = (month_of(views.library.events[index]) for index in (0, -1))
    return dates.describe(Edtf.parse(first if first == last else f"{first}/{last}"), views.language)


def _known_to(views: Views) -> str:
    events = views.library.events
    return day_text(views, max(event.date.is_.anchor_day for event in events)) if events else ""


def _counts(views: Views) -> tuple[str, ...]:
    language, library = views.language, views.library
    agreements, sources = len(library.agreements), len(library.sources)
    return (
        events_counted(views, len(library.events)),
        language.ngettext("{n} agreement", "{n} agreements", agreements).format(n=language.number(agreements)),
        language.ngettext("{n} source", "{n} sources", sources).format(n=language.number(sources)),
    )


def _counted(views: Views, records: Iterable[Record]) -> tuple[Counted, ...]:
    """The records that have a part in any event, with the number of events, most first."""
    counts = {record.id: events_naming(views, record) for record in records}
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(Counted(views.link(key, short=True), counts[key]) for key in ranked if counts[key] >= FEWEST_EVENTS)


def events_naming(views: Views, record: Record) -> int:
    """In how many events a record has a part: as an actor with a role, a place, a topic."""
    key = record.id
    return sum(
        key in (*event.where, *event.about) or any(key in actors for actors in event.who.values())
        for event in views.library.mentions(key, Event)
    )
