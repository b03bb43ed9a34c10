"""What the page of a record has no room for: it lists the latest, and says where all of them are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from waqai.model import Record
from waqai.site import urls
from waqai.site.contexts import Link, Rest
from waqai.site.views import Views

Item = TypeVar("Item")
MOST_LISTED = 100
"""Of events, claims, moves or sources on the page of a record: about 1,500 elements."""


def latest(items: Sequence[Item]) -> Sequence[Item]:
    """The last of a list in order of time."""
    return items[-MOST_LISTED:]


def rest_of_events(views: Views, record: Record, listed: Sequence[object]) -> Rest | None:
    """Where all events of an actor, a place or a topic are listed, if there are more than its page lists."""
    path = urls.selection(views.language.tag, record.kind_name, record.id)
    return _rest(views, listed, path, views.language.pgettext("list", "All its events, in order of time"))


def rest_of_claims(views: Views, listed: Sequence[object]) -> Rest | None:
    """The same for what somebody said."""
    path = urls.listing(views.language.tag, "events")
    return _rest(views, listed, path, views.language.pgettext("list", "All events, in order of time"))


def rest_of_sources(views: Views, listed: Sequence[object]) -> Rest | None:
    """The same for what an outlet published or passed on."""
    path = urls.listing(views.language.tag, "sources")
    return _rest(views, listed, path, views.language.pgettext("list", "All sources, by who published them"))


def rest_of_days(views: Views, listed: Sequence[object]) -> Rest | None:
    """The same for the moves of a topic or an agreement."""
    path = urls.page(views.language.tag, "state")
    return _rest(views, listed, path, views.language.pgettext("list", "The state of play of every day"))


def _rest(views: Views, listed: Sequence[object], path: str, label: str) -> Rest | None:
    return Rest(len(listed), Link(views.href(path), views.words(label))) if len(listed) > MOST_LISTED else None


def few_links(views: Views, keys: Sequence[str], folder: str) -> tuple[Link, ...]:
    """Links to records of a folder; where there are too many, the last one leads to the list of all."""
    links = views.links(tuple(keys[:MOST_LISTED]))
    left = len(keys) - MOST_LISTED
    if left <= 0:
        return links
    more = views.language.ngettext("and {n} more", "and {n} more", left).format(n=views.language.number(left))
    return (*links, Link(views.href(urls.listing(views.language.tag, folder)), views.words(more)))
