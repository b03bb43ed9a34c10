"""How every claim stands, computed from its chain of report.

*attributed*: a named person or body speaks for itself · *single source*: one origin, however many relay it ·
*corroborated*: two or more independent origins say so · *disputed*: another claim contradicts it ·
*documented*: an official text says so · *retracted*: taken back.

A dispute counts for both sides, so that neither looks favoured, and it reaches the claims that confirm the disputed
one. Four outlets that repeat one origin are one origin, and two unnamed origins of the same outlet count as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from waqai.model import Actor, Event, Record, Source
from waqai.model.parts import Claim, InlineSource

ClaimKey = tuple[str, str]
"""Event id, claim id."""

SPEAKS_FOR_ITSELF = frozenset({"person", "group", "force", "institution", "state", "office", "delegation"})
WEAKEST_FIRST = ("retracted", "disputed", "single-source", "attributed", "corroborated", "documented")


@dataclass(frozen=True, slots=True)
class Hop:
    """One station of a chain of report: an actor, and the reports of its own that lie at this station."""

    actor: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands, and what that rests on."""

    key: str
    """A key of `vocabulary.STANDINGS`, or `reported` for an event without claims."""
    origins: tuple[str, ...] = ()
    """The actors who know, one for each independent origin."""
    disputed_by: tuple[ClaimKey, ...] = ()
    confirmed_by: tuple[ClaimKey, ...] = ()
    set_by_hand: bool = False
    grade: str = ""
    """How the claim would stand if nobody disputed it."""


def hops(chain: Iterable[str], records: Mapping[str, Record]) -> tuple[Hop, ...]:
    """The stations of a chain, origin first. An outlet that relays its own report is one station."""
    stations: list[Hop] = []
    for key in chain:
        record = records.get(key)
        actor, sources = (record.publisher, (key,)) if isinstance(record, Source) else (key, ())
        if stations and stations[-1].actor == actor:
            stations[-1] = Hop(actor, stations[-1].sources + sources)
        else:
            stations.append(Hop(actor, sources))
    return tuple(stations)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the standings of all claims rest on: who contradicts whom, and who says the same."""

    claims: Mapping[ClaimKey, Claim]
    disputes: Mapping[ClaimKey, tuple[ClaimKey, ...]]
    confirms: Mapping[ClaimKey, tuple[ClaimKey, ...]]
    records: Mapping[str, Record]

    @classmethod
    def of(cls, events: Iterable[Event], records: Mapping[str, Record]) -> Grounds:
        """The grounds of the claims of these events."""
        claims = {(event.id, claim.id): claim for event in events for claim in event.claims}
        disputes = _both_ways(claims, _disputes(claims, records))
        return cls(claims, disputes, _both_ways(claims, _confirmations(claims)), records)

    def standings(self) -> dict[ClaimKey, Standing]:
        """The standing of every claim."""
        found: dict[ClaimKey, Standing] = {}
        for key in self.claims:
            if key not in found:
                group = _connected(key, self.confirms)
                found |= _standings_of(group, self.claims, self.disputes, self.records)
        return found

    def standing(self, key: ClaimKey, is_known: Callable[[ClaimKey], bool]) -> Standing:
        """How a claim stood as long as of all others only those were known that `is_known` says were."""
        group = _connected(key, self.confirms, is_known)
        disputes = {member: tuple(filter(is_known, self.disputes.get(member, ()))) for member in group}
        return dict(_standings_of(group, self.claims, disputes, self.records))[key]


def _disputes(claims: Mapping[ClaimKey, Claim], records: Mapping[str, Record]) -> Iterator[tuple[ClaimKey, ClaimKey]]:
    for key, claim in claims.items():
        for reference in claim.disputes:
            yield key, claim_key(reference, key[0])
    for event_id in dict.fromkeys(event_id for event_id, _ in claims):
        event = records.get(event_id)
        for differ in event.differ if isinstance(event, Event) else ():
            yield from (((event_id, a), (event_id, b)) for a in differ.claims for b in differ.claims if a < b)


def _confirmations(claims: Mapping[ClaimKey, Claim]) -> Iterator[tuple[ClaimKey, ClaimKey]]:
    for key, claim in claims.items():
        yield from ((key, claim_key(reference, key[0])) for reference in claim.confirms)


def claim_key(reference: str, event_id: str) -> ClaimKey:
    """`claim` or `event#claim` as a key; a bare claim is one of `event_id`."""
    event, _, claim = reference.rpartition("#")
    return event or event_id, claim


def _both_ways(
    claims: Mapping[ClaimKey, Claim], pairs: Iterable[tuple[ClaimKey, ClaimKey]]
) -> dict[ClaimKey, tuple[ClaimKey, ...]]:
    found: dict[ClaimKey, dict[ClaimKey, None]] = {}
    for one, other in pairs:
        if one in claims and other in claims and one != other:
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
    return {key: tuple(sorted(others)) for key, others in found.items()}


def _standings_of(
    group: tuple[ClaimKey, ...],
    claims: Mapping[ClaimKey, Claim],
    disputes: Mapping[ClaimKey, tuple[ClaimKey, ...]],
    records: Mapping[str, Record],
) -> Iterator[tuple[ClaimKey, Standing]]:
    """The standings of claims that say the same: what they rest on is computed once for all of them."""
    chains = [claims[member].chain for member in group]
    stations = [hops(chain, records) for chain in chains]
    origins = independent_origins(stations, records)
    disputed_by = tuple(sorted({other for member in group for other in disputes.get(member, ())}))
    grade = _grade(chains, stations, origins, records)
    for key in group:
        by_hand = claims[key].status
        others = tuple(member for member in group if member != key)
        key_now = by_hand or ("disputed" if disputed_by else grade)
        yield key, Standing(key_now, origins, disputed_by, others, set_by_hand=bool(by_hand), grade=grade)


def _connected(
    key: ClaimKey,
    neighbours: Mapping[ClaimKey, tuple[ClaimKey, ...]],
    is_known: Callable[[ClaimKey], bool] = lambda _: True,
) -> tuple[ClaimKey, ...]:
    """The claims that say the same as `key`, itself included, in order; only through those that are known."""
    seen, waiting = {key}, [key]
    while waiting:
        new = [other for other in neighbours.get(waiting.pop(), ()) if other not in seen and is_known(other)]
        seen.update(new)
        waiting += new
    return tuple(sorted(seen))


def grade_of(chain: tuple[str, ...], records: Mapping[str, Record]) -> str:
    """How something stands that nobody disputes, from the one chain that carries it."""
    stations = [hops(chain, records)]
    return _grade([chain], stations, independent_origins(stations, records), records)


def _grade(
    chains: Iterable[tuple[str, ...]],
    stations: Sequence[tuple[Hop, ...]],
    origins: tuple[str, ...],
    records: Mapping[str, Record],
) -> str:
    if any(_is_official(chain[0], records) for chain in chains if chain):
        return "documented"
    if len(origins) > 1:
        return "corroborated"
    origin = records.get(stations[0][0].actor) if stations and stations[0] else None
    speaks = isinstance(origin, Actor) and origin.kind in SPEAKS_FOR_ITSELF
    return "attributed" if speaks else "single-source"


def _is_official(key: str, records: Mapping[str, Record]) -> bool:
    record = records.get(key)
    return isinstance(record, Source) and record.type == "official-text"


def independent_origins(chains: Iterable[tuple[Hop, ...]], records: Mapping[str, Record]) -> tuple[str, ...]:
    """The origins that do not depend on one another, in the order in which they appear."""
    chains = [stations for stations in chains if stations]
    if len(chains) == 1:
        return (chains[0][0].actor,)
    groups: list[tuple[set[str], str]] = []
    for stations in chains:
        marks = _marks(stations, records)
        same = [group for group in groups if group[0] & marks]
        merged = (marks.union(*(group[0] for group in same)), same[0][1] if same else stations[0].actor)
        groups = [merged if same and group is same[0] else group for group in groups if group not in same[1:]]
        groups += [] if same else [merged]
    return tuple(actor for _, actor in groups)


def _marks(stations: tuple[Hop, ...], records: Mapping[str, Record]) -> set[str]:
    """What tells origins apart; nobody can know whether two unnamed sources of one outlet are two people."""
    origin = records.get(stations[0].actor)
    is_unnamed = isinstance(origin, Actor) and origin.kind == "anonymous" and len(stations) > 1
    return {stations[0].actor, *([f"unnamed, through {stations[1].actor}"] if is_unnamed else [])}


def standing_of_event(event: Event, claims: Mapping[ClaimKey, Standing], records: Mapping[str, Record]) -> Standing:
    """How an event stands as a whole: as the weakest of its main claims, or `reported` where it has only reports."""
    own = [claims[event.id, claim.id] for claim in main_claims(event)]
    if not own:
        return Standing("reported", independent_reports(event, records))
    weakest = min(own, key=lambda standing: WEAKEST_FIRST.index(standing.key))
    origins = tuple(dict.fromkeys(origin for standing in own for origin in standing.origins))
    disputed_by = tuple(dict.fromkeys(other for standing in own for other in standing.disputed_by))
    return Standing(weakest.key, origins, disputed_by)


def main_claims(event: Event) -> tuple[Claim, ...]:
    """The claims that an event stands by.

    Those that answer a question on which accounts differ are shown apart and count only where they are most of what is
    claimed: that nobody agrees when a siege began does not make the siege itself disputed.
    """
    differing = {claim for differ in event.differ for claim in differ.claims}
    main = tuple(claim for claim in event.claims if claim.id not in differing)
    return main if 2 * len(main) >= len(event.claims) else event.claims


def independent_reports(event: Event, records: Mapping[str, Record]) -> tuple[str, ...]:
    """The publishers of an event's sources, leaving out those that only relay another one of them."""
    cited = [source for source in event.sources if isinstance(source, str)]
    publishers: dict[str, None] = {}
    for source in event.sources:
        record = None if isinstance(source, InlineSource) else records.get(source)
        if isinstance(source, InlineSource):
            publishers[source.publisher] = None
        elif isinstance(record, Source) and not set(record.quotes) & set(cited):
            publishers[record.publisher] = None
    return tuple(publishers)
