"""The home page: where things stand, what is expected, and the chronicle with its filters."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.chronicle import Month, PeriodLink
from waqai.site.contexts.records import StateRow
from waqai.site.contexts.runs import Link, Phrase
from waqai.site.contexts.strip import Strip
from waqai.site.contexts.views import DateView, EventLink


@dataclass(frozen=True, slots=True)
class Contest:
    """Something that is contested: a question, or somebody who contradicts."""

    href: str
    text: Phrase
    """The question, or the name."""
    is_question: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file or an agreement on the home page."""

    row: StateRow
    contested: tuple[Contest, ...]
    last: EventLink | None
    """The last entry on it."""
    silent: str
    """“no news for 11 days”: from then to the last entry of all; or empty."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that was agreed and is not reported as done."""

    row: StateRow
    """The term, and what is known of its fate."""
    agreement: Link
    obliged: tuple[Link, ...]
    date: DateView
    """Of what is known last: the move, or else the agreement."""
    silent: str
    """“no news for 11 days”; or empty."""


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One choice of a filter."""

    key: str
    link: Link
    """The page of what it stands for, for readers without script."""
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter of the chronicle."""

    key: str
    """topic, actor, place, type, standing, importance: its name in the address."""
    heading: str
    options: tuple[FacetOption, ...]
    all: Link | None
    """The index of all of them, where there are more than the options."""


@dataclass(frozen=True, slots=True)
class Home:
    """`/<lang>/index.html`: where things stand, and the chronicle by month."""

    title: Phrase
    summary: Phrase | None
    span: str
    """The months that the chronicle covers: “January – February 2021”."""
    counts: tuple[str, ...]
    """“10 events”, “3 agreements”, “20 sources”."""
    known_to: str
    """The day of the last entry, in words."""
    files: tuple[FileRow, ...]
    """The topics: contested first, then those that moved last."""
    agreements: tuple[FileRow, ...]
    others: int
    """How many topics and agreements are left to the page of the state of play."""
    state_href: str
    latest: tuple[EventLink, ...]
    """The last entries, newest first."""
    expected: tuple[EventLink, ...]
    """Events that lie ahead of the last report."""
    awaited: tuple[Awaited, ...]
    strip: Strip | None
    """The overview; None where there is nothing to draw, or too much."""
    key_first: str
    """Address of the list in which key events stand first."""
    facets: tuple[Facet, ...]
    total: int
    """How many entries the whole chronicle has."""
    months: tuple[Month, ...]
    """All entries, or those of the newest periods."""
    periods: tuple[PeriodLink, ...]
    """The years of the whole chronicle, newest first, where it is too long for one page."""
    entries: str
    """Where the script finds the entries that are not on this page; empty if all are."""
