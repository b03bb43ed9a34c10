"""What other sites show in a frame: small documents without the site's header and footer."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.chronicle import EventCard
from waqai.site.contexts.records import StateRow
from waqai.site.contexts.runs import Link, Phrase
from waqai.site.contexts.shell import CardImage
from waqai.site.contexts.strip import Strip
from waqai.site.contexts.views import EventLink


@dataclass(frozen=True, slots=True)
class EmbedShell:
    """What every embed has around its own matter."""

    lang: str
    dir: str
    title: str
    """Plain; the site's title follows it in <title>."""
    description: str
    site_title: Phrase
    home: str
    """Address of the home page in this language."""
    canonical: str
    """The absolute address of the page that the embed is taken from."""
    href: str
    """The same, relative."""
    stylesheet: str
    script: str
    """Tells the page around the frame how high the embed is."""
    theme: str
    """Address of the folder of the theme's files, ending in a slash."""
    card: CardImage | None


@dataclass(frozen=True, slots=True)
class EmbedList:
    """`/<lang>/embed/latest.html`, and those of topics, actors and places: the latest events of what has many."""

    label: str
    """What it is: “Latest entries”, “Topic”, the kind of an actor or a place."""
    heading: Link
    """Its name, and its full page."""
    state: StateRow | None
    """Where a topic stands."""
    events: tuple[EventLink, ...]
    """Newest first."""
    all: str
    """“All events (10)”."""


@dataclass(frozen=True, slots=True)
class EmbedEvent:
    """`/<lang>/embed/events/<id>.html`: one event."""

    card: EventCard
    sources: str
    """“2 sources”; empty if there are none."""


@dataclass(frozen=True, slots=True)
class EmbedAgreement:
    """`/<lang>/embed/agreements/<id>.html`: who agreed on what, and what became of it."""

    heading: Link
    state: StateRow
    parties: tuple[Link, ...]
    bound: tuple[Link, ...]
    terms: tuple[StateRow, ...]
    more: int
    """Terms that only the full page has."""


@dataclass(frozen=True, slots=True)
class EmbedState:
    """`/<lang>/embed/state.html`: where things stand."""

    heading: Link
    known_to: str
    """The day of the last entry, in words."""
    topics: tuple[StateRow, ...]
    agreements: tuple[StateRow, ...]


@dataclass(frozen=True, slots=True)
class EmbedStrip:
    """`/<lang>/embed/strip.html` and `strip-even.html`: the whole period on one line."""

    heading: Link
    strip: Strip | None
    is_even: bool
    """Whether the marks are evenly spaced to begin with."""
    events: tuple[EventLink, ...]
    """The latest, newest first: what the last numbers stand for, also where nothing can be pointed at."""
    all: str
    """“All events (11)”."""


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """A view that the builder offers."""

    view: str
    """Its name in addresses: `latest`, `topics/siege`."""
    link: Link
    """The embed itself, for readers without script."""


@dataclass(frozen=True, slots=True)
class ViewGroup:
    """Views of one kind."""

    heading: str
    choices: tuple[ViewChoice, ...]
    all: Link | None
    """The list of all of them, whose pages lead here too; None where all are here."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Something to paste into a page."""

    key: str
    heading: str
    note: str
    """What it is good for."""
    code: tuple[str, ...]
    """Of the view that is shown first: what stands before, between and behind its title."""
    title: Phrase
    """The title of that view, as it stands in the code."""
    pattern: str
    """The same with names in braces, for the script to fill in."""


@dataclass(frozen=True, slots=True)
class EmbedBuilder:
    """`/<lang>/embed.html`: choose a view, look at it, copy a snippet."""

    snippets: tuple[Snippet, ...]
    groups: tuple[ViewGroup, ...]
    view: str
    """The view that is shown first."""
    preview: str
    """Its address."""
    height: int
    """Of its frame at first, in CSS pixels."""
    root: str
    """Address of the site's root, relative."""
    site: str
    """The same, absolute."""
