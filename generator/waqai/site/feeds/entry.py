"""A feed and its entries as values, before they are written as Atom or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urlsplit

from waqai.config import Config
from waqai.dates import Edtf
from waqai.site import urls
from waqai.site.views import Views

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When something was last changed of which the data does not say it: feeds want a date, and the clock is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed."""

    key: str
    """A URI that never changes."""
    url: str
    """The page's absolute address."""
    title: str
    text: str
    """What it says in a sentence or two, without markup."""
    html: str
    """The same and a little more as block HTML, in an element that says its language and direction."""
    published: datetime
    updated: datetime
    words: tuple[str, ...] = ()
    """Under which words it is filed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed."""

    path: str
    title: str
    description: str
    language: str
    key: str
    """A URI that never changes."""
    site: str
    """The absolute address of the site."""
    page: str
    """The path of the page that shows the same to people."""
    author: str
    rights: str
    entries: tuple[Entry, ...]
    current: str = ""
    """Of an archive: the path of the feed that it belongs to (RFC 5005)."""
    previous: str = ""
    """The path of the archive with older entries; empty if there is none."""
    next: str = ""
    """The path of the archive with newer entries; empty if there is none."""

    @property
    def updated(self) -> datetime:
        """When its newest entry was last changed."""
        return max((entry.updated for entry in self.entries), default=BEGINNING)

    def address(self, path: str) -> str:
        """The absolute address of a path."""
        return urls.absolute(self.site, path)


class AbsoluteViews(Views):
    """Views for what is read away from the site: every address is absolute."""

    def href(self, path: str) -> str:
        """The absolute address of a path."""
        return urls.absolute(self.library.config.url, path)


def tag_uri(config: Config, *parts: str) -> str:
    """A tag URI (RFC 4151): it stays the same wherever the files are moved."""
    return f"tag:{urlsplit(config.url).hostname},2021:{'/'.join((config.id, *parts))}"


def moment_of(date: Edtf) -> datetime:
    """A date as a feed wants it: its time if it has one, or else the beginning of its first day, in UTC."""
    moment = date.moment
    if moment is not None and moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return datetime.combine(date.anchor_day, time(), tzinfo=UTC)
