"""The entry of an event in the chronicle: as much of it as tells a reader whether to open its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from waqai import dates
from waqai.dates import Edtf
from waqai.model import Event
from waqai.model.parts import Claim, Differ
from waqai.site.contexts import Asked, EventCard, Month, RelatedGroup, RoleGroup, Said
from waqai.site.facets import keys_of
from waqai.site.periods import month_of
from waqai.site.views import Views

KEY_EVENT = 1
MOST_CLAIMS, MOST_QUESTIONS = 4, 3
"""In an entry; its page has them all. Of a question with more accounts than that none is shown, so that none is left
out."""
MOST_NAMES, MOST_RELATED = 6, 8
"""In a role or among the places; of one kind of relation."""


def months_of(views: Views, events: Iterable[Event]) -> tuple[Month, ...]:
    """The entries of events, which are in order, by month."""
    return tuple(_month(views, month, tuple(members)) for month, members in groupby(events, month_of))


def _month(views: Views, month: str, events: tuple[Event, ...]) -> Month:
    return Month(month_label(views, month), month, tuple(event_card(views, event) for event in events))


def month_label(views: Views, month: str) -> str:
    """“February 2021”."""
    return dates.describe(Edtf.parse(month), views.language)


def event_card(views: Views, event: Event) -> EventCard:
    """An entry of the chronicle."""
    differing = {claim for differ in event.differ for claim in differ.claims}
    claims = [] if event.summary else [claim for claim in event.claims if claim.id not in differing]
    questions = event.differ[:MOST_QUESTIONS]
    return EventCard(
        link=views.event_link(event.id),
        anchor=f"e{views.library.number(event.id)}",
        summary=views.rich_or_none(event.summary, event),
        said=tuple(_said(views, event, claim, alone=len(claims) == 1) for claim in claims[:MOST_CLAIMS]),
        asks=tuple(_asked(views, event, number, differ) for number, differ in enumerate(questions, start=1)),
        more=len(claims[MOST_CLAIMS:]) + len(event.differ[MOST_QUESTIONS:]),
        roles=_roles(views, event),
        places=views.links(event.where[:MOST_NAMES]),
        relations=tuple(_shortened(group) for group in views.relations(event.id)),
        facets=tuple((facet, " ".join(keys)) for facet, keys in keys_of(views.library, event).items() if keys),
        is_live=event.live,
        is_key=event.importance == KEY_EVENT,
    )


def _said(views: Views, event: Event, claim: Claim, *, alone: bool = False) -> Said:
    by = None if alone else views.origin(claim.chain)
    return Said(views.rich(claim.text, event), by, headline_only=claim.mode == "headline")


def _asked(views: Views, event: Event, number: int, differ: Differ) -> Asked:
    claims = {claim.id: claim for claim in event.claims}
    shown = differ.claims if len(differ.claims) <= MOST_CLAIMS else ()
    said = tuple(_said(views, event, claims[key]) for key in shown)
    return Asked(views.rich(differ.ask, event), f"{views.record_href(event)}#differ-{number}", said)


def _roles(views: Views, event: Event) -> tuple[RoleGroup, ...]:
    return tuple(
        RoleGroup(views.labels.role(role), views.links(actors[:MOST_NAMES], short=True))
        for role, actors in event.who.items()
    )


def _shortened(group: RelatedGroup) -> RelatedGroup:
    return replace(group, items=group.items[:MOST_RELATED])
