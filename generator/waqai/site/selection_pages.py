"""The events of one type, standing or importance, or of a record that has very many; and all, the key ones first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from waqai.content import Library
from waqai.model import Event
from waqai.site import urls
from waqai.site.contexts import EventGroup, Selection
from waqai.site.facets import IMPORTANCES, OF_RECORDS, OF_WORDS, facet_names, found_under, word, words_in_use
from waqai.site.paging import page_count, page_of, paging
from waqai.site.period_pages import events_counted
from waqai.site.shortened import MOST_LISTED
from waqai.site.views import Views

KEY_FIRST = "key-first"
"""The key of the list of all events in the order of their importance."""
IMPORTANCE = "importance"


def selections(library: Library) -> Iterator[tuple[str, str, int]]:
    """All pages of all lists: filter, key, and the number of the page."""
    keys = [(facet, key) for facet in OF_WORDS for key in words_in_use(library, facet)]
    for facet, key in [*keys, (IMPORTANCE, KEY_FIRST), *_long_records(library)]:
        yield from ((facet, key, number) for number in range(1, 1 + page_count(len(_events(library, facet, key)))))


def _long_records(library: Library) -> list[tuple[str, str]]:
    """The topics, actors and places that have more events than their own pages list."""
    found = found_under(library).items()
    return sorted(key for key, events in found if key[0] in OF_RECORDS and len(events) > MOST_LISTED)


def _events(library: Library, facet: str, key: str) -> Sequence[Event]:
    found = found_under(library)
    if key == KEY_FIRST:
        return [event for level in IMPORTANCES for event in found.get((IMPORTANCE, level), ())]
    return found.get((facet, key), ())


def selection_title(views: Views, facet: str, key: str) -> str:
    """“Kind of event: Talks”; of the list of all events, “Key events first”."""
    if key == KEY_FIRST:
        return views.language.pgettext("filter", "Key events first")
    pattern = views.language.pgettext("filter", "{filter}: {choice}")
    return pattern.format(filter=facet_names(views)[facet], choice=word(views, facet, key).text)


def selection_page(views: Views, facet: str, key: str, number: int = 1) -> Selection:
    """One page of a list."""
    tag, events = views.language.tag, _events(views.library, facet, key)
    return Selection(
        title=selection_title(views, facet, key),
        lede=_lede(views, key),
        home=views.href(urls.page(tag, "index")),
        count=events_counted(views, len(events)),
        groups=tuple(_groups(views, key, page_of(events, number))),
        paging=paging(views, partial(urls.selection, tag, facet, key), len(events), number),
    )


def _lede(views: Views, key: str) -> str:
    _ = views.language.pgettext
    if key == KEY_FIRST:
        return _("filter", "By importance, and then in order of time.")
    return _("filter", "In order of time.")


def _groups(views: Views, key: str, events: Sequence[Event]) -> Iterator[EventGroup]:
    for level, members in groupby(events, lambda event: str(event.importance) if key == KEY_FIRST else ""):
        heading = word(views, IMPORTANCE, level).text if level else ""
        yield EventGroup(heading, tuple(views.event_link(event.id) for event in members))
