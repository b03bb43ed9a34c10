"""A record as it is published: the notation's own names, every text by language, every date with its bounds.

References to what is not published are left out, and so is everything that a page keeps back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from waqai.content import Library
from waqai.content.kept_back import is_withheld
from waqai.content.standing import Standing
from waqai.content.state import MoveMade
from waqai.content.translation import is_stale
from waqai.dates import Edtf
from waqai.model import Agreement, Claim, Event, Place, Record, Topic
from waqai.model.kinds import written_fields
from waqai.site import urls

Data = dict[str, Any]

DIGITS = 4
"""Of degrees: as many as pages show."""
OWN = frozenset({"id", "tr", "draft", "imported"})
"""Fields that are written in another way, or say nothing of what is published."""
OF_WITHHELD = frozenset({"kind", "safety"})
"""What is published of a person whose name is withheld."""


def published_record(library: Library, record: Record) -> Data:
    """A record with everything about it that the site shows."""
    fields = {"id": record.id, "pages": _addresses(library, record), **_fields(record)}
    match record:
        case Event():
            fields |= _of_event(library, record)
        case Agreement():
            fields |= _of_agreement(library, record)
        case Topic():
            fields |= _state(library, record.id)
        case Place() if record.at:
            fields["at"] = list(position_of(record))
    return fields | _translations(library, record)


def position_of(place: Place) -> tuple[float, float]:
    """The latitude and longitude of a place that has them."""
    assert place.at is not None  # noqa: S101 - asked only of those that have one
    latitude, longitude = place.at
    return round(latitude, DIGITS), round(longitude, DIGITS)


def _addresses(library: Library, record: Record) -> Data:
    """By language: the address of its page."""
    paths = {tag: urls.record(tag, record.kind_name, record.id) for tag in library.config.languages}
    return {tag: urls.absolute(library.config.url, path) for tag, path in paths.items()}


def _fields(record: Record) -> Data:
    """What its file says, field by field: a record that is watched notes each of them."""
    model = record.__class__
    names = [name for name in model.model_fields if name not in OWN]
    if is_withheld(record):
        names = [name for name in names if name in OF_WITHHELD]
    return _said(model, {name: getattr(record, name) for name in names})


def _said(model: type[BaseModel], values: Mapping[str, Any]) -> Data:
    """The values that are not those which a field has without being written, under the names of the notation."""
    fields = written_fields(model)
    named = ((*fields[name], value) for name, value in values.items())
    return {name: _plain(value) for name, default, value in named if value != default}


def _plain(value: Any) -> Any:
    if isinstance(value, Edtf):
        return _date(value)
    if isinstance(value, BaseModel):
        model = value.__class__
        return _said(model, {name: getattr(value, name) for name in model.model_fields})
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value


def _date(edtf: Edtf) -> Data:
    """The date in EDTF, and the first and the last day that it can mean; null where that is open or unknown."""
    ends = (edtf.earliest, edtf.latest)
    first, last = (end.isoformat() if end else None for end in ends)
    return {"edtf": edtf.text, "earliest": first, "latest": last}


# What is computed


def _of_event(library: Library, event: Event) -> Data:
    known = library.records.__contains__
    found: Data = {"standing": _standing(library.standing_of(event), known)}
    if event.claims:
        found["claims"] = [_claim(library, event, claim) for claim in event.claims]
    if event.links:
        kept = {relation: [_plain(link) for link in links if known(link.to)] for relation, links in event.links.items()}
        found["links"] = {relation: links for relation, links in kept.items() if links}
    if event.image:
        address = urls.absolute(library.config.url, urls.media(event.image.file))
        found["image"] = {**_plain(event.image), "url": address}
    return found


def _claim(library: Library, event: Event, claim: Claim) -> Data:
    fields: Data = _plain(claim)
    for name in ("disputes", "confirms"):
        kept = [key for key in getattr(claim, name) if "#" not in key or key.partition("#")[0] in library.records]
        fields.pop(name, None)
        fields |= {name: kept} if kept else {}
    return {**fields, "standing": _standing(library.standing(event.id, claim.id), library.records.__contains__)}


def _standing(standing: Standing, known: Callable[[str], bool]) -> Data:
    found: Data = {"key": standing.key, "origins": [key for key in standing.origins if known(key)]}
    found |= {"grade": standing.grade} if standing.grade and standing.grade != standing.key else {}
    found |= {"set_by_hand": True} if standing.set_by_hand else {}
    for name in ("disputed_by", "confirmed_by"):
        keys: Iterable[tuple[str, str]] = getattr(standing, name)
        found |= {name: [f"{event}#{claim}" for event, claim in keys]} if keys else {}
    return found


def _of_agreement(library: Library, agreement: Agreement) -> Data:
    known = library.records.__contains__
    found = _state(library, agreement.id)
    if agreement.terms:
        found["terms"] = [
            {
                **_plain(term),
                **({"standing": _standing(library.standing_of_term(term.chain), known)} if term.chain else {}),
                **_state(library, f"{agreement.id}#{term.id}"),
            }
            for term in agreement.terms
        ]
    return found


def _state(library: Library, target: str) -> Data:
    """The present state of play of a topic, an agreement or a term."""
    move: MoveMade | None = library.state.current(target)
    return {"state": {"is": move.state, "since": _date(move.when), "event": move.event}} if move else {}


def _translations(library: Library, record: Record) -> Data:
    """Where its translations came from, and whether the original has changed since."""
    found = {
        tag: {
            "of": translation.of,
            "rev": translation.rev,
            "by": translation.by,
            **({"who": translation.who} if translation.who else {}),
            **({"stale": True} if is_stale(record, tag) else {}),
        }
        for tag, translation in record.tr.items()
        if tag in library.config.languages
    }
    return {"translations": found} if found and not is_withheld(record) else {}
