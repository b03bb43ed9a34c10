"""What each template is given: one frozen dataclass a template, and the small views that they are made of.

A template sees two names: `page`, the context of its own kind below, and `shell`, what every page has. Everything is
already in the page's language, in order and linked; addresses are relative to the page. Wherever a text comes from
data it is a `Phrase`, which knows its own language and direction: print it with `{{ run(phrase) }}`, or put
`{{ attributes(phrase) }}` on a block element that holds nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of text from the data."""

    text: str
    """Plain text."""
    lang: str
    """BCP 47 tag of the language that it is really in."""
    dir: str
    """`rtl` or `ltr`."""
    html: Markup | None = None
    """The text with its links, where it may have any (summaries, claims, notes); inline elements only."""
    notice: str = ""
    """`fallback` (not translated: shown in another language), `stale`, `machine`, or empty."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    href: str
    label: Phrase


@dataclass(frozen=True, slots=True)
class Alternate:
    """This page in another language."""

    lang: str
    dir: str
    name: str
    """The language's own name."""
    href: str
    absolute: str
    is_translated: bool
    """Whether the page really is in that language; false means fallback text, and no hreflang."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation."""

    href: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has."""

    lang: str
    dir: str
    title: str
    """The page's title, plain; the site's title follows it in <title>."""
    description: str
    site_title: Phrase
    home: str
    """Address of the home page in this language."""
    canonical: str
    """The page's absolute address."""
    alternates: tuple[Alternate, ...]
    """The other languages."""
    itself: Alternate
    """This page, as the others link to it."""
    default_href: str
    """Absolute address of the page in the default language, for hreflang x-default."""
    nav: tuple[NavItem, ...]
    """Chronicle, state of play, agreements, parties, topics, places, sources."""
    footer: tuple[NavItem, ...]
    """About, method, how we name, corrections."""
    theme: str
    """Address of the folder of the theme's files, ending in a slash."""
    stylesheet: str
    script: str
    font: str
    """The font file to preload: the text face of this page's script."""
    corrections_feed: str
    licence: str
    corrections_email: str
    """Empty if the site has none."""
    notice: str = ""
    """`fallback`, `stale`, `machine` or empty: what readers must know of the page's translation."""
    notice_language: str = ""
    """For the notice: the name, in this page's language, of the language that the text is shown in or was made from."""


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
class HopView:
    """One station of a chain of report."""

    label: Phrase
    href: str
    """The actor's page; empty for one that has none."""
    is_unnamed: bool
    details: tuple[Phrase, ...]
    """Lines under the name: “Origin”, “not named: …”."""
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
class ClaimView:
    """A claim with everything that a reader needs to judge it. Also a term of an agreement."""

    id: str
    text: Phrase
    standing: StandingView
    by: Phrase
    """Its origin."""
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


# The pages


@dataclass(frozen=True, slots=True)
class ChooserEntry:
    """One language of the chooser at `/`."""

    lang: str
    dir: str
    name: str
    href: str
    title: Phrase
    summary: Phrase | None


@dataclass(frozen=True, slots=True)
class Chooser:
    """`/index.html`, where readers choose a language."""

    entries: tuple[ChooserEntry, ...]


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
class EventCard:
    """An event in the chronicle."""

    link: EventLink
    anchor: str
    """Its fragment on the home page: `e7`."""
    gist: tuple[Phrase, ...]
    """Its summary, or else its claims; empty where `asks` says it better."""
    gist_by: tuple[Phrase | None, ...]
    """For each of `gist`: whose claim it is, where it is one."""
    asks: tuple[DifferView, ...]
    """The questions on which accounts differ; the card names the claims with their origins."""
    roles: tuple[RoleGroup, ...]
    places: tuple[Link, ...]
    relations: tuple[RelatedGroup, ...]
    is_live: bool
    is_key: bool
    """Whether it is one of the events that matter most."""


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month."""

    label: str
    anchor: str
    """`2021-02`."""
    cards: tuple[EventCard, ...]


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
class Counted:
    """A link with a number of events."""

    link: Link
    count: int


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
    """The day of the last event, in words."""
    topics: tuple[StateRow, ...]
    agreements: tuple[StateRow, ...]
    state_href: str
    months: tuple[Month, ...]
    parties: tuple[Counted, ...]
    files: tuple[Counted, ...]
    """Topics."""
    places: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """`/<lang>/events/<id>.html`."""

    id: str
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
    moves: tuple[MoveView, ...]
    relations: tuple[RelatedGroup, ...]
    sources: tuple[SourceView, ...]
    changes: tuple[ChangeView, ...]
    added: str
    """The day on which the entry was first published, in words; or empty."""
    tags: tuple[str, ...]
    image: ImageView | None
    citation: str
    """In the page's language, plain text without the address."""
    address: str
    """The page's absolute address."""
    edit_href: str
    """Where the file can be edited; empty if the repository is not known."""
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
    events: tuple[EventLink, ...]
    """Events in which it has a role, with the roles."""
    said: tuple[ClaimLink, ...]
    """Claims of which it is the origin."""
    agreements: tuple[Listed, ...]
    """Agreements by its place in them: party; bound by it, not a party; guarantor; observer."""
    published: tuple[SourceView, ...]
    relayed: tuple[EventLink, ...]
    """Events whose claims it passed on."""


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
    elsewhere: tuple[Elsewhere, ...]
    parts: tuple[Link, ...]
    events: tuple[EventLink, ...]
    agreements: tuple[Link, ...]
    based: tuple[Link, ...]
    """Actors that are based there."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """`/<lang>/topics/<id>.html`."""

    name: Phrase
    summary: Phrase | None
    state: StateRow
    part_of: Link | None
    parts: tuple[Link, ...]
    moves: tuple[MoveView, ...]
    events: tuple[EventLink, ...]
    agreements: tuple[Link, ...]


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
    moves: tuple[MoveView, ...]
    events: tuple[EventLink, ...]
    relations: tuple[RelatedGroup, ...]
    sources: tuple[SourceView, ...]
    changes: tuple[ChangeView, ...]


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


@dataclass(frozen=True, slots=True)
class IndexItem:
    """An entry of a list page."""

    link: Link
    notes: tuple[Phrase, ...]
    """A few words about it."""
    count: int
    """Events; 0 is not shown."""
    number: int = 0
    """Of an event: its number."""
    date: DateView | None = None
    standing: StandingView | None = None
    state: StateView | None = None


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries under a heading."""

    heading: str
    anchor: str
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """`/<lang>/<kind>/index.html`: all records of a kind."""

    kind: str
    """events, actors, places, topics, agreements, sources."""
    title: str
    lede: str
    count: str
    """“18 actors”."""
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One day of one row of the matrix."""

    move: MoveView | None
    holds: bool
    """Whether an earlier state still holds; false with no move means no report yet."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One topic, agreement or term, and all days."""

    target: Link
    cells: tuple[MatrixCell, ...]
    indent: bool = False


@dataclass(frozen=True, slots=True)
class MatrixDay:
    """A column of the matrix: a day on which something moved."""

    label: str
    note: str
    """The weekday, or “uncertain”."""
    href: str
    """The page of that day."""


@dataclass(frozen=True, slots=True)
class StatePage:
    """`/<lang>/state.html` (now) and `/<lang>/state/<day>.html` (at the end of that day)."""

    is_now: bool
    day: str
    """The day in words."""
    topics: tuple[StateRow, ...]
    agreements: tuple[StateRow, ...]
    """Each agreement, and after it its terms (`indent`)."""
    previous: Link | None
    next: Link | None
    days: tuple[MatrixDay, ...]
    """The matrix; only on `/state.html`."""
    topic_rows: tuple[MatrixRow, ...]
    agreement_rows: tuple[MatrixRow, ...]
    moved: tuple[MoveView, ...]
    """What moved on this day; only on the page of a day."""


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """`/<lang>/corrections.html`: all corrections, newest first."""

    entries: tuple[ChangeView, ...]
    feed: str
    """The address of the feed (Atom)."""


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor and its names."""

    actor: Link
    kind: str
    names: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class NamingPage:
    """`/<lang>/naming.html`: how we name, and what others say."""

    actors: tuple[NamedActor, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """`/<lang>/<id>.html`: a Markdown page of the site."""

    title: Phrase
    body: Markup
    """Block HTML."""


@dataclass(frozen=True, slots=True)
class NotFoundPart:
    """The 404 page in one language."""

    lang: str
    dir: str
    title: str
    text: str
    home: Link
    state: Link


@dataclass(frozen=True, slots=True)
class NotFound:
    """`/404.html`, in all languages at once, and `/<lang>/404.html`."""

    parts: tuple[NotFoundPart, ...]


Context = (
    Chooser
    | Home
    | EventPage
    | ActorPage
    | PlacePage
    | TopicPage
    | AgreementPage
    | SourcePage
    | IndexPage
    | StatePage
    | CorrectionsPage
    | NamingPage
    | Prose
    | NotFound
    | Moved
)
TEMPLATES: dict[type, str] = {
    Chooser: "timeline/chooser.html",
    Home: "timeline/home.html",
    EventPage: "timeline/event.html",
    ActorPage: "timeline/actor.html",
    PlacePage: "timeline/place.html",
    TopicPage: "timeline/topic.html",
    AgreementPage: "timeline/agreement.html",
    SourcePage: "timeline/source.html",
    IndexPage: "timeline/index.html",
    StatePage: "timeline/state.html",
    CorrectionsPage: "timeline/corrections.html",
    NamingPage: "timeline/naming.html",
    Prose: "timeline/prose.html",
    NotFound: "timeline/not_found.html",
    Moved: "timeline/moved.html",
}
