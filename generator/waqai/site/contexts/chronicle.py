"""The chronicle: entries, months, and the pages of its periods."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Link, Phrase
from waqai.site.contexts.views import EventLink, RelatedGroup, RoleGroup


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in an entry."""

    text: Phrase
    by: Phrase | None
    """Its origin; None where the entry holds no other claim and its mark says whose it is."""
    headline_only: bool = False
    """Whether nothing but a headline is known of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on which accounts differ, in an entry."""

    question: Phrase
    href: str
    """Where the accounts stand side by side."""
    said: tuple[Said, ...]
    """With equal weight, in the order of the file."""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An entry: an event in the chronicle."""

    link: EventLink
    anchor: str
    """Its fragment on the page: `e7`."""
    summary: Phrase | None
    said: tuple[Said, ...]
    """The claims, where there is no summary, without those in `asks`."""
    asks: tuple[Asked, ...]
    more: int
    """How many claims and questions the entry leaves to the event's page."""
    roles: tuple[RoleGroup, ...]
    places: tuple[Link, ...]
    relations: tuple[RelatedGroup, ...]
    facets: tuple[tuple[str, str], ...]
    """Under what the filters find it: the filter, and its keys with blanks between them."""
    is_live: bool
    is_key: bool
    """Whether it is one of the events that matter most."""


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month."""

    label: str
    anchor: str
    """`2021-02`."""
    cards: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class PeriodLink:
    """The way to the page of a period."""

    href: str
    label: str
    """“2021”; in a year “February”; in a month “9–17 February”."""
    count: int
    """Of its entries."""
    parts: tuple[PeriodLink, ...] = ()
    """The periods in it, where they are listed with it."""


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """`/<lang>/chronicle/<period>.html`: the entries of a period, or the way to those of the periods in it."""

    title: str
    """“February 2021”."""
    count: str
    """“45 events”."""
    home: str
    """Address of the chronicle's first page."""
    around: tuple[PeriodLink, ...]
    """The periods that it lies in, longest first."""
    parts: tuple[PeriodLink, ...]
    key_events: tuple[EventLink, ...]
    """Where there are parts: its key events, or the first of them."""
    all_key_events: str
    """Address of the list of all key events, where some of this period are left to it; or empty."""
    months: tuple[Month, ...]
    """Its entries; empty where there are parts."""
    previous: PeriodLink | None
    next: PeriodLink | None
