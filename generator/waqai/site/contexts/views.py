"""The small views that pages share: dates, marks, events as others cite them, claims, moves, sources."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Link, Phrase


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words."""

    text: Phrase
    """In full: “on or before 11 February 2021”; or how the editors want it shown."""
    iso: str
    """For <time datetime>; empty where HTML cannot hold it."""
    weekday: str
    """Of an exact day; otherwise empty."""
    short: str
    """Day and month: “11 February”."""
    big: str
    """For the chronicle's margin: the day's number, or empty."""
    lines: tuple[str, ...]
    """For the chronicle's margin: the lines under `big` (month, weekday), or the whole date in lines without `big`."""
    qualifier: str
    """“uncertain”, “about”, “on or before”: shown hatched; or empty."""
    qualifier_leads: bool = False
    """Whether the qualifier stands before `big`: “on or before 11”, but “19 uncertain”."""


@dataclass(frozen=True, slots=True)
class StandingView:
    """A circle: how we know."""

    key: str
    """A key of `vocabulary.STANDINGS`, or `reported` (no claims, only reports)."""
    label: str
    why: str
    """A few words: the origin and its first outlet, “another source contradicts it”."""


@dataclass(frozen=True, slots=True)
class StateView:
    """A square: how things stand."""

    key: str
    label: str
    mark: str
    """open, half, full, shut, heavy, split, dots."""


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event as others cite it."""

    href: str
    number: int
    title: Phrase
    date: DateView
    type: str
    standing: StandingView
    roles: tuple[str, ...] = ()
    """On an actor's page: its roles in the event."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What a page has no room for: it lists only the latest."""

    count: int
    """Of all."""
    link: Link
    """Where all of them are."""


@dataclass(frozen=True, slots=True)
class HopView:
    """One station of a chain of report."""

    label: Phrase
    href: str
    """The actor's page; empty for one that has none."""
    is_unnamed: bool
    details: tuple[Phrase, ...]
    """Lines under the name: who it is, or why it is not named."""
    reports: tuple[Link, ...]
    """The reports at this station, by their date: “Relayed 12 February 2021”."""


@dataclass(frozen=True, slots=True)
class NameUsed:
    """The source's own name for somebody."""

    words: Phrase
    """As the source prints it."""
    actor: Link
    """Whom it means, by our name."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """How somebody on the way worded a claim differently."""

    source: Link
    note: Phrase


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A claim as others cite it."""

    href: str
    text: Phrase
    by: Phrase
    """Its origin."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of a page's file."""

    date: DateView
    changes: tuple[str, ...]
    """What changed in it, in short sentences."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """A claim on the page of whoever made it: what was said, when, by what way it reached us."""

    claim: ClaimLink
    event: EventLink
    says: Phrase
    """Who says so, and the first to relay it."""
    standing: StandingView


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that a reader needs to judge it. Also a term of an agreement."""

    id: str
    text: Phrase
    standing: StandingView
    by: Phrase
    """Its origin."""
    grounds: tuple[Phrase, ...] = ()
    """Why it stands as it does, in sentences: whose word it is, how many pass it on, who contradicts it."""
    has_other_names: bool = False
    """Whether readers can switch to the names that its sources use."""
    grade: StandingView | None = None
    """Of a disputed claim: how it would stand if nobody disputed it. A dispute does not make one origin two."""
    hops: tuple[HopView, ...] = ()
    quotes: tuple[Phrase, ...] = ()
    """The source's own words."""
    mode: str = "paraphrase"
    names: tuple[NameUsed, ...] = ()
    variants: tuple[VariantView, ...] = ()
    disputed_by: tuple[ClaimLink, ...] = ()
    confirmed_by: tuple[ClaimLink, ...] = ()
    same_origin: bool = False
    """Whether all claims that confirm it go back to the same origin, and so add nothing."""
    is_ours: bool = False
    """Whether it is our own arithmetic on the source's words."""
    set_by_hand: Phrase | None = None
    """Why the standing was set by hand, where it was."""


@dataclass(frozen=True, slots=True)
class DifferView:
    """Accounts that differ, with equal weight, in the order of the file."""

    id: str
    ask: Phrase
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class MoveView:
    """A change of state."""

    target: Link
    """The topic, agreement or term."""
    before: StateView | None
    state: StateView
    date: DateView
    event: EventLink
    standing: StandingView
    says: tuple[Phrase, ...]
    """According to whom: “Ghassan Khalil via al-Watan”."""
    besides: int = 0
    """How many other independent origins say so."""
    others: tuple[ClaimLink, ...] = ()
    """What others say instead, where it is disputed."""
    claim_href: str = ""
    """Where the claim that it rests on stands, with the reasons for its standing; empty if it rests on none."""
    later: StandingView | None = None
    """On the page of a past day: how it stands now, where later reports changed that."""


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """The relations of one kind: “Part of”, and what."""

    label: str
    items: tuple[EventLink | Link, ...]
    """Events, or plain links to agreements."""
    because: tuple[ClaimLink, ...] = ()
    """The claims that say so, where the relation rests on any."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in a list of sources."""

    id: str
    href: str
    """Its page; empty for one that has none."""
    title: Phrase
    """As published, in its own language."""
    translation: Phrase | None
    """The title in the page's language, where that is another."""
    publisher: Link
    date: DateView
    credit: Phrase | None
    """Its own credit line: “agencies”."""
    url: str
    """Its address; empty if there is none on file."""
    url_note: Phrase | None
    archived: tuple[tuple[str, str], ...]
    """Address and date, in words, of each copy."""
    known_through: Link | None
    """The source through which we know it; we have not seen it itself."""
    headline_only: bool
    seen: str
    """The day on which we read it, in words; or empty."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An entry of the record of corrections."""

    date: DateView
    kind: str
    note: Phrase
    page: Link
    """What was changed."""


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The actors that had one role in an event."""

    label: str
    actors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture."""

    src: str
    width: int
    height: int
    alt: Phrase
    caption: Phrase | None
    credit: Phrase
    licence: str
    """Its licence; or empty."""
