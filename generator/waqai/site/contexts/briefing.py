"""The whole record as a document to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waqai.site.contexts.records import StateRow, TermView
from waqai.site.contexts.runs import Link, Phrase
from waqai.site.contexts.views import (
    ChangeView,
    ClaimView,
    EventLink,
    HopView,
    MoveView,
    RoleGroup,
    SourceView,
)


@dataclass(frozen=True, slots=True)
class BriefingHop:
    """A station of a chain of report."""

    hop: HopView
    sources: tuple[int, ...]
    """The numbers of its reports in the list of sources, in the order of `hop.reports`."""


@dataclass(frozen=True, slots=True)
class BriefingClaim:
    """A claim, and its chain of report as a line of text."""

    claim: ClaimView
    hops: tuple[BriefingHop, ...]


@dataclass(frozen=True, slots=True)
class BriefingDiffer:
    """Accounts that differ, with equal weight, in the order of the file."""

    ask: Phrase
    claims: tuple[BriefingClaim, ...]


@dataclass(frozen=True, slots=True)
class BriefingEvent:
    """An event with all that is recorded of it."""

    link: EventLink
    is_live: bool
    summary: Phrase | None
    body: Markup | None
    """Block HTML."""
    body_phrase: Phrase | None
    """The same as a phrase, for its language."""
    roles: tuple[RoleGroup, ...]
    places: tuple[Link, ...]
    differs: tuple[BriefingDiffer, ...]
    claims: tuple[BriefingClaim, ...]
    """The claims that are not in `differs`."""
    moves: tuple[MoveView, ...]
    sources: tuple[int, ...]
    """The numbers of all its sources."""


@dataclass(frozen=True, slots=True)
class BriefingMonth:
    """The events of a month."""

    label: str
    events: tuple[BriefingEvent, ...]


@dataclass(frozen=True, slots=True)
class BriefingAgreement:
    """An agreement with its terms."""

    link: Link
    summary: Phrase | None
    state: StateRow
    parties: tuple[Link, ...]
    bound: tuple[Link, ...]
    """Bound by it, not a party."""
    guarantors: tuple[Link, ...]
    terms: tuple[TermView, ...]
    sources: tuple[int, ...]
    """The numbers of its sources."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """`/<lang>/briefing.html`: the whole record; or, of a long one, its cover, and `/<lang>/briefing/<month>.html`."""

    title: Phrase
    """The timeline's."""
    summary: Phrase | None
    span: str
    """The months that it covers: “January to February 2021”; or empty."""
    counts: tuple[str, ...]
    """“11 events”."""
    known_to: str
    """The day of the last event of the record; or empty."""
    address: str
    """Where the record is published: the absolute address of its home page."""
    parts: tuple[Link, ...]
    """The parts of a long record, by their months; only on the cover."""
    previous: Link | None
    next: Link | None
    """The parts before and after this one."""
    topics: tuple[StateRow, ...]
    agreements: tuple[StateRow, ...]
    """The present state of play; not in a part of a long record."""
    months: tuple[BriefingMonth, ...]
    terms: tuple[BriefingAgreement, ...]
    """The agreements in full."""
    sources: tuple[SourceView, ...]
    """All sources that this document cites; the first has the number 1."""
    changes: tuple[ChangeView, ...]
    """The corrections of what stands in this document, newest first."""
