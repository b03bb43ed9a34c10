"""What a file says and the site does not: who a person is whose name is withheld, and where a blurred place lies.

It is taken out before records are linked. So no page, feed, picture, index or export can say it, whatever is added to
them: they never get to know it. Checks read the files themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.content.translation import digest_of, is_stale
from waqai.maps import published
from waqai.model import Actor, Claim, Event, Place, Record
from waqai.model.kinds import written_fields

SHOWN_OF_WITHHELD = frozenset({"id", "tr", "kind", "name", "short", "note", "summary", "safety"})
"""Fields of a person whose name is withheld: a description in place of a name, and no more."""
HIDDEN_OF_BLURRED = ("geonames", "wikidata", "imported")
"""Fields of a blurred place that tell its position elsewhere."""


def without_what_is_kept_back(records: Iterable[Record]) -> Iterator[Record]:
    """The records as the site may know them."""
    records = tuple(records)
    withheld = frozenset(record.id for record in records if is_withheld(record))
    for record in records:
        if record.id in withheld:
            yield _described(record)
        elif isinstance(record, Place) and record.blur and record.at:
            yield _blurred(record, published(record.at, record.blur))
        elif withheld and isinstance(record, Event):
            yield _renamed(record, withheld)
        else:
            yield record


def is_withheld(record: Record) -> bool:
    """Whether a record is a person whose name is withheld."""
    return isinstance(record, Actor) and record.safety == "withheld"


def identifying(actor: Record) -> Iterator[str]:
    """The fields that are written of a person and could tell who it is, by their name in the model."""
    for name, (_, default) in written_fields(actor.__class__).items():
        if name not in SHOWN_OF_WITHHELD and getattr(actor, name) != default:
            yield name


def _described(actor: Record) -> Record:
    """A person without what identifies it; a translation stays as fresh, or as stale, as it is in the file."""
    fields = written_fields(actor.__class__)
    hidden = {name: fields[name][1] for name in identifying(actor)}
    bare = actor.model_copy(update=hidden)
    fresh = {
        tag: translation.model_copy(update={"rev": digest_of(bare, translation.of)})
        for tag, translation in actor.tr.items()
        if not is_stale(actor, tag)
    }
    return bare.model_copy(update={"tr": {**actor.tr, **fresh}})


def _blurred(place: Place, at: tuple[float, float]) -> Place:
    return place.model_copy(update={"at": at, **dict.fromkeys(HIDDEN_OF_BLURRED)})


def _renamed(event: Event, withheld: frozenset[str]) -> Event:
    """An event without the names that its sources have for somebody whose name is withheld."""
    if not any(withheld & claim.as_.keys() for claim in event.claims):
        return event
    return event.model_copy(update={"claims": tuple(_without_names(claim, withheld) for claim in event.claims)})


def _without_names(claim: Claim, withheld: frozenset[str]) -> Claim:
    return claim.model_copy(update={"as_": {key: name for key, name in claim.as_.items() if key not in withheld}})
