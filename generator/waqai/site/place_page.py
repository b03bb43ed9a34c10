"""The page of a place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from waqai.content.library import whole_of
from waqai.maps import KM_PER_DEGREE
from waqai.model import Actor, Agreement, Event, Place, Record
from waqai.site.citations import citing
from waqai.site.contexts import PlacePage
from waqai.site.place_map import place_map
from waqai.site.record_pages import elsewhere
from waqai.site.shortened import few_links, latest, rest_of_events
from waqai.site.strip import record_strip
from waqai.site.views import Views

DIGITS_SHOWN = 4
MOST_WHOLES = 20
"""Of what a place lies in: street, quarter, city … earth."""


def place_page(views: Views, place: Place) -> PlacePage:
    """The page of a place."""
    library = views.library
    events = [event for event in library.mentions(place.id, Event) if place.id in event.where]
    agreements = [record.id for record in library.mentions(place.id, Agreement) if place.id in record.where]
    return PlacePage(
        name=views.name(place),
        kind=views.labels.place_kind(place.kind),
        note=views.rich_or_none(place.note, place),
        summary=views.rich_or_none(place.summary, place),
        within=views.links(tuple(islice(_wholes(views, place), MOST_WHOLES))),
        coordinates=_coordinates(place),
        is_near=place.near or place.blur is not None,
        map=place_map(views, place),
        elsewhere=elsewhere(place.wikidata, place.geonames),
        parts=few_links(views, [part.id for part in library.parts(place.id)], "places"),
        strip=record_strip(views, events),
        events=tuple(views.event_link(event.id) for event in latest(events)),
        events_rest=rest_of_events(views, place, events),
        agreements=few_links(views, agreements, "agreements"),
        based=few_links(views, [a.id for a in library.mentions(place.id, Actor) if a.based == place.id], "actors"),
        citing=citing(views, place),
    )


def _coordinates(place: Place) -> str:
    """Degrees, with no more digits than is to be known of a blurred place."""
    if place.at is None:
        return ""
    digits = DIGITS_SHOWN if place.blur is None else (2 if place.blur * 10 < KM_PER_DEGREE else 1)
    return ", ".join(f"{degrees:.{digits}f}" for degrees in place.at)


def _wholes(views: Views, record: Record) -> Iterator[str]:
    """What a record is part of, nearest first."""
    seen = {record.id}
    while (whole := whole_of(record)) and whole in views.library.records and whole not in seen:
        seen.add(whole)
        record = views.library.records[whole]
        yield whole
