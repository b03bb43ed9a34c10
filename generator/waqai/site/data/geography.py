"""Places, and events by their places, for maps: never more precise than the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from waqai.content import Library
from waqai.exchange.geojson import Feature, geojson
from waqai.model import Event, Place
from waqai.site.data.published import position_of

Properties = dict[str, Any]


def places_geojson(library: Library, languages: Sequence[str]) -> bytes:
    """All places whose position is known, with texts in these languages."""
    found = (place for place in library.places if place.at)
    return geojson((_place(place, languages) for place in found), _about(library))


def events_geojson(library: Library, ids: Iterable[str], languages: Sequence[str]) -> bytes:
    """Those of the events that happened somewhere whose position is known."""
    return geojson(_events(library, ids, languages), _about(library))


def _about(library: Library) -> dict[str, str]:
    config = library.config
    return {"name": config.id, "source": config.url, "licence": config.licence}


def _place(place: Place, languages: Sequence[str]) -> Feature:
    known = {
        **_texts("name", place.name, languages),
        "kind": place.kind,
        "near": place.near,
        "uncertain_by_km": place.blur,
        "geonames": place.geonames,
        "wikidata": place.wikidata,
    }
    properties = {name: value for name, value in known.items() if value}
    return Feature(place.id, (position_of(place),), properties)


def _events(library: Library, ids: Iterable[str], languages: Sequence[str]) -> Iterator[Feature]:
    for key in ids:
        event = library.get(key, Event)
        named = (library.get(place, Place) for place in event.where if library.has(place, Place))
        places = [place for place in named if place.at]
        if places:
            yield Feature(key, tuple(map(position_of, places)), _of_event(library, event, places, languages))


def _of_event(library: Library, event: Event, places: Sequence[Place], languages: Sequence[str]) -> Properties:
    first, last = event.date.is_.earliest, event.date.is_.latest
    return {
        **_texts("title", event.title, languages),
        "date": event.date.is_.text,
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
        "type": event.type,
        "standing": library.standing_of(event).key,
        "places": ", ".join(place.id for place in places),
        "uncertain_by_km": max((place.blur or 0 for place in places), default=0) or None,
    }


def _texts(name: str, texts: Mapping[str, str], languages: Sequence[str]) -> Properties:
    """A property for each language: programs for maps show no nested ones."""
    return {f"{name}_{tag}": texts[tag] for tag in languages if tag in texts}
