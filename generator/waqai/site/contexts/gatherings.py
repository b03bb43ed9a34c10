"""The pages that gather from many records: the chooser, lists, the state of play."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waqai.site.contexts.records import NameRow, StateRow
from waqai.site.contexts.runs import Link, Phrase
from waqai.site.contexts.views import (
    ChangeView,
    DateView,
    EventLink,
    MoveView,
    StandingView,
    StateView,
)


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
class Counted:
    """A link with a number of events."""

    link: Link
    count: int


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
    count: int
    """Of the whole group, on this page and on others."""
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A way into a list: to a group of it, or to one of its pages."""

    href: str
    label: str
    count: int
    """Of its entries."""


@dataclass(frozen=True, slots=True)
class Paging:
    """The place of a page among those of a long list."""

    where: str
    """“Page 2 of 5”."""
    previous: str
    """Address of the page before; or empty."""
    next: str


@dataclass(frozen=True, slots=True)
class Selection:
    """`/<lang>/by/<filter>/<key>.html`: the events of one type, standing or importance."""

    title: str
    lede: str
    home: str
    """Address of the chronicle."""
    count: str
    """“45 events”."""
    groups: tuple[EventGroup, ...]
    paging: Paging | None
    """None where one page holds them all."""


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Events under a heading, which may be empty."""

    heading: str
    events: tuple[EventLink, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """`/<lang>/<kind>/index.html`: all records of a kind, or the first of them."""

    kind: str
    """events, actors, places, topics, agreements, sources."""
    title: str
    lede: str
    count: str
    """“18 actors”."""
    jumps: tuple[Jump, ...]
    groups: tuple[IndexGroup, ...]
    paging: Paging | None
    """None where one page holds them all."""


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
    is_shown: bool
    """Whether this is its page."""


@dataclass(frozen=True, slots=True)
class StatePage:
    """`/<lang>/state.html` (now) and `/<lang>/state/<day>.html` (at the end of that day)."""

    is_now: bool
    day: str
    """The day in words."""
    topics: tuple[StateRow, ...]
    agreements: tuple[StateRow, ...]
    """Each agreement, and after it its terms (`indent`)."""
    more: tuple[Counted, ...]
    """The lists of all topics and agreements, where the table has no room for all of them."""
    previous: Link | None
    next: Link | None
    days: tuple[MatrixDay, ...]
    """The matrix: the last days on which something moved, up to the one that is shown."""
    topic_rows: tuple[MatrixRow, ...]
    agreement_rows: tuple[MatrixRow, ...]
    earlier: Link | None
    """The day before the first of `days`."""
    moved: tuple[MoveView, ...]
    """What moved on this day; only on the page of a day."""
    moved_more: int
    """How many more moves there were."""
    all_days: str
    """The address of the days of this year; empty if nothing moved."""
    latest: str
    """The address of the state of play now."""
    key: tuple[StateView, ...]
    """The squares, each with the words for all states that it stands for."""


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """A year in which something moved."""

    link: Link
    count: int
    """Days."""
    is_shown: bool
    """Whether this is its page."""


@dataclass(frozen=True, slots=True)
class DayMoved:
    """A day on which something moved."""

    href: str
    day: str
    """“12 February”."""
    weekday: str
    count: int
    """Moves."""


@dataclass(frozen=True, slots=True)
class MonthOfDays:
    """The days of one month on which something moved."""

    label: str
    days: tuple[DayMoved, ...]


@dataclass(frozen=True, slots=True)
class DaysPage:
    """`/<lang>/state/<year>.html`: the days of a year on which something moved."""

    years: tuple[YearOfDays, ...]
    months: tuple[MonthOfDays, ...]
    latest: str
    """The address of the state of play now."""


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
    search: Link


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """`/<lang>/offline.html`, where the owner lets browsers keep pages."""

    home: Link
    state: Link


@dataclass(frozen=True, slots=True)
class NotFound:
    """`/404.html`, in all languages at once, and `/<lang>/404.html`."""

    parts: tuple[NotFoundPart, ...]
