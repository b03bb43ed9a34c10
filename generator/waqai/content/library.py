"""The `Library`: every look-up that the site needs, made once, in one pass over the records.

It is pure: it reads nothing, writes nothing and never changes after `Library.of`. Templates do not search; whatever a
page shows was asked of the library by `waqai.site`. References to records that do not exist are left out here and
reported by `waqai.content.checks`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Protocol, TypeVar

from waqai.config import Config
from waqai.content.kept_back import without_what_is_kept_back
from waqai.content.references import references_of
from waqai.content.standing import (
    ClaimKey,
    Grounds,
    Hop,
    Standing,
    grade_of,
    hops,
    independent_origins,
    main_claims,
    standing_of_event,
)
from waqai.content.state import StateOfPlay
from waqai.model import Actor, Agreement, Claim, Event, Place, Record, Source, Topic

MOST_PLACES = 40
"""On one map."""


class HoldsRecord(Protocol):
    """Anything that has a record, such as what the reader made of a file."""

    @property
    def record(self) -> Record:
        """The record."""


@dataclass(frozen=True, slots=True)
class Related:
    """A relation as one of its two ends sees it."""

    relation: str
    """Key of the relation in this direction: `part-of` or `includes`."""
    stored_as: str
    """Key of the direction that is stored."""
    other: str
    """Id of the event or agreement at the other end."""
    event: str
    """The event whose file holds the link, and `claim`, the claim in it that says so; empty if none is named."""
    claim: str


@dataclass(frozen=True, slots=True)
class ClaimIn:
    """A claim and the event that holds it."""

    event: Event
    claim: Claim


Kind = TypeVar("Kind", bound=Record)


class Library:
    """The linked records of one timeline."""

    @classmethod
    def of(cls, read: Mapping[str, HoldsRecord], config: Config, *, drafts: bool = False) -> Library:
        """Link the records that were read, without what is kept back. Drafts are left out unless they are asked for."""
        records = without_what_is_kept_back(held.record for held in read.values())
        return cls([r for r in records if drafts or not (isinstance(r, Event) and r.draft)], config)

    def __init__(self, records: Iterable[Record], config: Config) -> None:
        self.config = config
        self.records: Mapping[str, Record] = {record.id: record for record in sorted(records, key=lambda r: r.id)}
        self.events = tuple(sorted(self._all(Event), key=_order))
        self.actors, self.places, self.topics = self._all(Actor), self._all(Place), self._all(Topic)
        self.sources = tuple(sorted(self._all(Source), key=lambda source: (source.date.sort_key, source.id)))
        self.agreements = tuple(sorted(self._all(Agreement), key=lambda a: (a.date.is_.sort_key, a.id)))
        self._numbers = {event.id: number for number, event in enumerate(self.events, start=1)}
        self._grounds = Grounds.of(self.events, self.records)
        self._standings = self._grounds.standings()
        self.state = StateOfPlay(self.events, self._standings, self.records)

    def _all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    def get(self, key: str, kind: type[Kind]) -> Kind:
        """The record with this id; KeyError if there is none of this kind."""
        record = self.records[key]
        if type(record) is not kind:  # isinstance() on pydantic's classes is slow: it goes through ABCMeta
            raise KeyError(key)
        return record

    def has(self, key: str, kind: type[Record]) -> bool:
        """Whether there is a record of this kind with this id."""
        return type(self.records.get(key)) is kind

    # Order

    def number(self, event: str) -> int:
        """The event's place in time, from 1: a label on the site, never an address."""
        return self._numbers[event]

    def neighbours(self, event: str) -> tuple[Event | None, Event | None]:
        """The events before and after."""
        index = self._numbers[event] - 1
        before = self.events[index - 1] if index else None
        after = self.events[index + 1] if index + 1 < len(self.events) else None
        return before, after

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that events can mean by their dates; None without events."""
        named = [event.date.is_ for event in self.events]
        days = [day for edtf in named for day in (edtf.earliest, edtf.latest, edtf.anchor_day) if day]
        return (min(days), max(days)) if days else None

    @cached_property
    def known_to(self) -> date | None:
        """The last day on which something is known to have happened; None without events."""
        spans = [edtf.end.first_day for event in self.events if (edtf := event.date.is_).is_span and edtf.end]
        return max([*spans, *(event.date.is_.anchor_day for event in self.events)], default=None)

    # How we know

    def standing(self, event: str, claim: str) -> Standing:
        """How a claim stands."""
        return self._standings[event, claim]

    def standing_of(self, event: Event) -> Standing:
        """How an event stands as a whole."""
        return self._standings_of_events[event.id]

    @cached_property
    def _standings_of_events(self) -> dict[str, Standing]:
        return {event.id: standing_of_event(event, self._standings, self.records) for event in self.events}

    def standing_on(self, day: date, key: str, claim: str) -> Standing:
        """How a move of an event stood at the end of a day, by the claims that had been reported by then, and its own.

        `claim` is the one that it rests on; empty where it rests on the event as a whole.
        """
        event = self.get(key, Event)
        claims = [each for each in event.claims if each.id == claim] or main_claims(event)
        own = {(event.id, claim.id) for claim in claims}
        until = max([day, *(self._first_reported[key] for key in own)])
        then = {key: self._grounds.standing(key, lambda other: self._first_reported[other] <= until) for key in own}
        return then[event.id, claim] if claim else standing_of_event(event, then, self.records)

    @cached_property
    def _first_reported(self) -> dict[ClaimKey, date]:
        """The day of the first report in every claim's chain; without one, the day on which its event became known."""
        return {key: self._reported(found) for key, found in self._claims.items()}

    def _reported(self, found: ClaimIn) -> date:
        reports = (self.get(hop, Source).date for hop in found.claim.chain if self.has(hop, Source))
        when = found.event.date
        return min((report.anchor_day for report in reports), default=(when.reported or when.is_).anchor_day)

    def standing_of_term(self, chain: tuple[str, ...]) -> Standing:
        """How a term stands: from its own chain; disputes are between claims."""
        return Standing(grade_of(chain, self.records), independent_origins([self.hops(chain)], self.records))

    def hops(self, chain: Iterable[str]) -> tuple[Hop, ...]:
        """The stations of a chain of report, origin first."""
        return hops(chain, self.records)

    def claim(self, key: ClaimKey) -> ClaimIn:
        """A claim by its key."""
        return self._claims[key]

    @cached_property
    def _claims(self) -> dict[ClaimKey, ClaimIn]:
        return {(event.id, claim.id): ClaimIn(event, claim) for event in self.events for claim in event.claims}

    def sources_of(self, event: Event) -> tuple[str, ...]:
        """The ids of all sources that an event rests on: those it names, then those in its chains, each once."""
        named = [source for source in event.sources if isinstance(source, str)]
        relayed = [key for claim in event.claims for key in claim.chain]
        varied = [variant.source for claim in event.claims for variant in claim.variants]
        return self._only([*named, *relayed, *varied], Source)

    def sources_of_agreement(self, agreement: Agreement) -> tuple[str, ...]:
        """The ids of all sources that an agreement rests on, each once."""
        return self._only([*agreement.sources, *(key for term in agreement.terms for key in term.chain)], Source)

    def _only(self, keys: Iterable[str], kind: type[Record]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key in keys if self.has(key, kind)))

    # Both ways

    def related(self, key: str) -> tuple[Related, ...]:
        """The relations of an event or agreement, in the order of the vocabulary, then of time."""
        return self._related.get(key, ())

    @cached_property
    def _related(self) -> dict[str, tuple[Related, ...]]:
        found: dict[str, dict[tuple[str, str], Related]] = defaultdict(dict)
        for event in self.events:
            for relation, links in event.links.items():
                for link in links:
                    if link.to in self.records:
                        inverse = self.config.inverse_of(relation)
                        one = Related(relation, relation, link.to, event.id, link.claim or "")
                        other = Related(inverse, relation, event.id, event.id, link.claim or "")
                        found[event.id].setdefault((relation, link.to), one)
                        found[link.to].setdefault((inverse, event.id), other)
        return {key: tuple(sorted(related.values(), key=self._relation_order)) for key, related in found.items()}

    def _relation_order(self, related: Related) -> tuple[object, ...]:
        return self._relation_ranks.get(related.relation, 99), self._numbers.get(related.other, 0), related.other

    @cached_property
    def _relation_ranks(self) -> dict[str, int]:
        keys = [key for r in self.config.relation_words().values() for key in (r.key, r.inverse)]
        return {key: rank for rank, key in enumerate(dict.fromkeys(keys))}

    def mentions(self, key: str, kind: type[Kind]) -> tuple[Kind, ...]:
        """The records of a kind that name `key` anywhere in their file, events in their order."""
        ids = self._mentions.get(key, ())
        return tuple(record for other in ids if type(record := self.records[other]) is kind)

    @cached_property
    def _mentions(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        others = [record for record in self.records.values() if not isinstance(record, Event)]
        for record in [*self.events, *others]:
            for reference in references_of(record):
                if reference.id != record.id:
                    found[reference.id][record.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def where_most_happened(self) -> tuple[Place, ...]:
        """The places of a known position where something happened: of the most events first, a few dozen at most."""
        counts = Counter(key for event in self.events for key in event.where if self.has(key, Place))
        ranked = sorted(counts, key=lambda key: (-counts[key], key))
        return tuple(islice((place for key in ranked if (place := self.get(key, Place)).at), MOST_PLACES))

    def roles_in(self, actor: str, event: Event) -> tuple[str, ...]:
        """The roles that an actor has in an event."""
        return tuple(role for role, actors in event.who.items() if actor in actors)

    def parts(self, key: str) -> tuple[Record, ...]:
        """The records that are part of `key`: sub-bodies, sub-topics, places in a place."""
        return tuple(self.records[child] for child in self._parts.get(key, ()))

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.records.values():
            whole = whole_of(record)
            if whole:
                found[whole].append(record.id)
        return dict(found)


def whole_of(record: Record) -> str | None:
    """The id of what a record is part of, if anything."""
    whole: str | None = getattr(record, "in_", None) or getattr(record, "part_of", None)
    return whole


def _order(event: Event) -> tuple[object, ...]:
    return (*event.date.is_.sort_key, event.order, event.id)
