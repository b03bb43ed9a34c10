"""The pages of single records."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waqai.site.contexts.citing import Citing
from waqai.site.contexts.maps import MapView
from waqai.site.contexts.runs import Link, Phrase
from waqai.site.contexts.strip import Strip
from waqai.site.contexts.views import (
    ChangeView,
    ClaimLink,
    ClaimView,
    DateView,
    DifferView,
    EventLink,
    ImageView,
    MoveView,
    RelatedGroup,
    Rest,
    RoleGroup,
    SaidView,
    SourceView,
    StandingView,
    StateView,
    VersionView,
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same thing in a public register."""

    register: str
    """Wikidata, GeoNames."""
    href: str
    key: str
    """Its number there."""


@dataclass(frozen=True, slots=True)
class Moved:
    """`/<lang>/<kind>/<old id>.html`: where a record went whose id was changed."""

    link: Link


@dataclass(frozen=True, slots=True)
class StateRow:
    """What stands where: a row of the table of the state of play."""

    target: Link
    state: StateView
    """`dots` and “No move recorded” where nothing moved."""
    move: MoveView | None
    indent: bool = False
    """Whether it is a term under its agreement."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """`/<lang>/events/<id>.html`."""

    number: int
    type: str
    title: Phrase
    date: DateView
    said: Phrase | None
    """The source's own words for the date."""
    said_by: SourceView | None
    reported: str
    """When it became known, in words, where that is another day."""
    standing: StandingView
    weakest: str
    """The fragment of the claim that it stands by, where the reasons are; empty where it has only reports."""
    is_live: bool
    is_key: bool
    """Whether it is one of the events that matter most."""
    summary: Phrase | None
    body: Markup | None
    """Block HTML."""
    body_phrase: Phrase | None
    """The same as a phrase, for its language."""
    roles: tuple[RoleGroup, ...]
    places: tuple[Link, ...]
    topics: tuple[Link, ...]
    differs: tuple[DifferView, ...]
    claims: tuple[ClaimView, ...]
    """The claims that are not in `differs`."""
    has_other_names: bool
    """Whether readers can switch to the names that the sources use."""
    moves: tuple[MoveView, ...]
    relations: tuple[RelatedGroup, ...]
    sources: tuple[SourceView, ...]
    changes: tuple[ChangeView, ...]
    added: str
    """The day on which the entry was first published, in words; or empty."""
    tags: tuple[str, ...]
    image: ImageView | None
    versions: tuple[VersionView, ...]
    """When its file was changed, newest first, if the settings want it told."""
    citing: Citing
    previous: EventLink | None
    next: EventLink | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of an actor."""

    name: Phrase
    users: tuple[Link, ...]
    """Who uses it; empty for ours."""
    tone: str
    note: Phrase | None
    is_ours: bool


@dataclass(frozen=True, slots=True)
class PositionView:
    """An office that a person held."""

    role: Phrase
    org: Link | None
    span: str
    """“since October 2018”; or empty."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A group of links under a heading."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`/<lang>/actors/<id>.html`."""

    name: Phrase
    kind: str
    is_unnamed: bool
    why_unnamed: Phrase | None
    is_withheld: bool
    """Whether the person's name is withheld for safety."""
    members_withheld: bool
    note: Phrase | None
    summary: Phrase | None
    part_of: Link | None
    based: Link | None
    span: str
    """“until 8 December 2024”; or empty."""
    elsewhere: tuple[Elsewhere, ...]
    names: tuple[NameRow, ...]
    """Empty if it has only ours."""
    positions: tuple[PositionView, ...]
    parts: tuple[Link, ...]
    strip: Strip | None
    """Its events on the scale of the whole period; None where there are not two."""
    events: tuple[EventLink, ...]
    """Events in which it has a role, with the roles; as all lists here, the latest."""
    events_rest: Rest | None
    """Where there are more: as of the following lists."""
    roles: tuple[tuple[str, int], ...]
    """Its roles in all events, with the number of events, most first."""
    said: tuple[SaidView, ...]
    """Claims of which it is the origin."""
    said_rest: Rest | None
    agreements: tuple[Listed, ...]
    """Agreements by its place in them: party; bound by it, not a party; guarantor; observer."""
    published: tuple[SourceView, ...]
    published_rest: Rest | None
    relayed: tuple[EventLink, ...]
    """Events whose claims it passed on."""
    relayed_rest: Rest | None
    citing: Citing


@dataclass(frozen=True, slots=True)
class PlacePage:
    """`/<lang>/places/<id>.html`."""

    name: Phrase
    kind: str
    note: Phrase | None
    summary: Phrase | None
    within: tuple[Link, ...]
    """What it lies in, nearest first."""
    coordinates: str
    """Latitude and longitude, or empty."""
    is_near: bool
    """Whether the coordinates are only near it."""
    map: MapView | None
    """None where its position is not known."""
    elsewhere: tuple[Elsewhere, ...]
    parts: tuple[Link, ...]
    strip: Strip | None
    """Its events on the scale of the whole period; None where there are not two."""
    events: tuple[EventLink, ...]
    """The latest."""
    events_rest: Rest | None
    """All of them, where there are more."""
    agreements: tuple[Link, ...]
    based: tuple[Link, ...]
    """Actors that are based there."""
    citing: Citing


@dataclass(frozen=True, slots=True)
class Question:
    """A question on which accounts differ."""

    href: str
    """Where the accounts stand side by side."""
    question: Phrase
    event: EventLink


@dataclass(frozen=True, slots=True)
class TopicPage:
    """`/<lang>/topics/<id>.html`."""

    name: Phrase
    summary: Phrase | None
    state: StateRow
    part_of: Link | None
    parts: tuple[Link, ...]
    moves: tuple[MoveView, ...]
    """The latest."""
    moves_rest: Rest | None
    """All of them, where there are more."""
    questions: tuple[Question, ...]
    """On which accounts differ; the latest."""
    strip: Strip | None
    """Its events on the scale of the whole period; None where there are not two."""
    events: tuple[EventLink, ...]
    """The latest."""
    events_rest: Rest | None
    """All of them, where there are more."""
    agreements: tuple[Link, ...]
    citing: Citing


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of an agreement, and what became of it."""

    claim: ClaimView
    obliges: tuple[Link, ...]
    benefits: tuple[Link, ...]
    topics: tuple[Link, ...]
    state: StateRow
    moves: tuple[MoveView, ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """`/<lang>/agreements/<id>.html`."""

    title: Phrase
    summary: Phrase | None
    state: StateRow
    date: DateView
    said: Phrase | None
    said_by: SourceView | None
    parties: tuple[Link, ...]
    bound: tuple[Link, ...]
    """Bound by it, not a party."""
    guarantors: tuple[Link, ...]
    observers: tuple[Link, ...]
    form: str
    stage: str
    """By the codes of PA-X, in words; or empty."""
    places: tuple[Link, ...]
    topics: tuple[Link, ...]
    full_text: str
    terms: tuple[TermView, ...]
    has_other_names: bool
    """Whether readers can switch to the names that the sources use."""
    moves: tuple[MoveView, ...]
    questions: tuple[Question, ...]
    """On which accounts differ; the latest."""
    events: tuple[EventLink, ...]
    relations: tuple[RelatedGroup, ...]
    sources: tuple[SourceView, ...]
    changes: tuple[ChangeView, ...]
    citing: Citing


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`/<lang>/sources/<id>.html`."""

    source: SourceView
    type: str
    language: str
    """The name of its language; or empty."""
    author: str
    dateline: Link | None
    rights: str
    relies_on: tuple[Link, ...]
    """The sources that it quotes."""
    relied_on_by: tuple[Link, ...]
    events: tuple[EventLink, ...]
    claims: tuple[ClaimLink, ...]
    """The claims that reached us through it."""
    agreements: tuple[Link, ...]
    citing: Citing
