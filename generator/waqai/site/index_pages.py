"""The index of every kind of record, in pages where it is long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from waqai.content import Library
from waqai.content.notes import kept
from waqai.languages.alphabets import Alphabet, SortKey
from waqai.model import Actor, Agreement, Event, Place, Record, Source, Topic
from waqai.model.vocabulary import ACTOR_KINDS, PLACE_KINDS
from waqai.site import urls
from waqai.site.cards import month_label
from waqai.site.contexts import IndexGroup, IndexItem, IndexPage, Jump, Phrase
from waqai.site.facets import found_under
from waqai.site.paging import MOST_ROWS, page_count, page_of, paging
from waqai.site.periods import month_of
from waqai.site.state_rows import state_row, topics_in_order
from waqai.site.views import Views

MOST_JUMPS = 60
"""An index of more groups leads to its pages instead."""


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """An index: its records in order, and how they are grouped and shown."""

    count: str
    records: Sequence[Record]
    item: Callable[[Any], IndexItem]
    group: Callable[[Any], str] = lambda _record: ""
    """The key of the group that a record stands in; neighbours with the same key stand together."""
    heading: Callable[[str], str] = lambda _key: ""


def records_of(library: Library, folder: str) -> Sequence[Record]:
    """The records of a kind."""
    kinds: Mapping[str, Sequence[Record]] = {
        "events": library.events,
        "actors": library.actors,
        "places": library.places,
        "topics": library.topics,
        "agreements": library.agreements,
        "sources": library.sources,
    }
    return kinds[folder]


def index_page(views: Views, folder: str, number: int = 1) -> IndexPage:
    """A page of the index of a kind."""
    index, (title, lede) = _index(views, folder), index_words(views, folder)
    sizes = _sizes(views, folder)
    path = partial(urls.listing, views.language.tag, folder)
    return IndexPage(
        kind=folder,
        title=title,
        lede=lede,
        count=index.count.format(n=views.language.number(len(index.records))),
        jumps=tuple(_jumps(views, index, sizes, path, number)),
        groups=tuple(_groups(index, sizes, number)),
        paging=paging(views, path, len(index.records), number),
    )


def index_words(views: Views, folder: str) -> tuple[str, str]:
    """The title of an index, and the sentence under it."""
    _ = views.language
    words = {
        "events": (
            _.pgettext("index", "Events"),
            _.pgettext("index", "In order of time. The number is the event’s place in it; other pages cite it."),
        ),
        "actors": (
            _.pgettext("index", "Actors"),
            _.pgettext("index", "Who acted, who spoke and who reported, by what they are."),
        ),
        "places": (
            _.pgettext("index", "Places"),
            _.pgettext("index", "Where it happened, and where it was reported from."),
        ),
        "topics": (
            _.pgettext("index", "Topics"),
            _.pgettext("index", "The files under negotiation, and where each of them stands."),
        ),
        "agreements": (
            _.pgettext("index", "Agreements"),
            _.pgettext("index", "What was agreed or is said to have been, and what became of it."),
        ),
        "sources": (
            _.pgettext("index", "Sources"),
            _.pgettext("index", "Every report that this timeline rests on, by who published it."),
        ),
    }
    return words[folder]


@kept
def _index(views: Views, folder: str) -> _Index:
    return _INDEXES[folder](views)


@kept
def _sizes(views: Views, folder: str) -> Mapping[str, tuple[int, int]]:
    """By group: the place of its first record, and the number of its records."""
    index = _index(views, folder)
    sizes: dict[str, tuple[int, int]] = {}
    for place, record in enumerate(index.records):
        key = index.group(record)
        first, count = sizes.get(key, (place, 0))
        sizes[key] = first, count + 1
    return sizes


def _jumps(
    views: Views, index: _Index, sizes: Mapping[str, tuple[int, int]], path: Callable[[int], str], number: int
) -> Iterator[Jump]:
    if 1 < len(sizes) <= MOST_JUMPS:
        for key, (first, count) in sizes.items():
            page = 1 + first // MOST_ROWS
            href = "" if page == number else views.href(path(page))
            yield Jump(f"{href}#{_anchor(key)}", index.heading(key), count)
    elif page_count(len(index.records)) > 1:
        for page in range(1, 1 + page_count(len(index.records))):
            shown = page_of(index.records, page)
            label = index.heading(index.group(shown[0])) or views.language.number(page)
            yield Jump(views.href(path(page)), label, len(shown))


def _groups(index: _Index, sizes: Mapping[str, tuple[int, int]], number: int) -> Iterator[IndexGroup]:
    for key, records in groupby(page_of(index.records, number), index.group):
        items = tuple(index.item(record) for record in records)
        yield IndexGroup(index.heading(key), _anchor(key), sizes[key][1], items)


def _anchor(key: str) -> str:
    return f"group-{key}" if key else "all"


def _events(views: Views) -> _Index:
    _ = views.language
    return _Index(
        count=_.ngettext("{n} event", "{n} events", len(views.library.events)),
        records=views.library.events,
        group=month_of,
        heading=partial(month_label, views),
        item=partial(_event_item, views),
    )


def _event_item(views: Views, event: Event) -> IndexItem:
    link = views.event_link(event.id)
    return IndexItem(views.link(event.id), (views.words(link.type),), 0, link.number, link.date, link.standing)


def _actors(views: Views) -> _Index:
    _, order, name = views.language, list(ACTOR_KINDS), by_name(views)
    actors = sorted(views.library.actors, key=lambda actor: (order.index(actor.kind), name(actor)))
    return _Index(
        count=_.ngettext("{n} actor", "{n} actors", len(views.library.actors)),
        records=actors,
        group=_kind_of,
        heading=views.labels.actor_kinds,
        item=lambda actor: _plain_item(views, "actor", actor, actor.note, actor.why),
    )


def _places(views: Views) -> _Index:
    _, order, name = views.language, list(PLACE_KINDS), by_name(views)
    places = sorted(views.library.places, key=lambda place: (order.index(place.kind), name(place)))
    return _Index(
        count=_.ngettext("{n} place", "{n} places", len(views.library.places)),
        records=places,
        group=_kind_of,
        heading=views.labels.place_kinds,
        item=lambda place: _plain_item(views, "place", place, place.note),
    )


def _kind_of(record: Actor | Place) -> str:
    return record.kind


def _topics(views: Views) -> _Index:
    _ = views.language
    topics = [views.library.get(key, Topic) for key in topics_in_order(views)]
    return _Index(
        count=_.ngettext("{n} topic", "{n} topics", len(topics)),
        records=topics,
        item=partial(_stateful_item, views),
    )


def _agreements(views: Views) -> _Index:
    _ = views.language
    return _Index(
        count=_.ngettext("{n} agreement", "{n} agreements", len(views.library.agreements)),
        records=views.library.agreements,
        item=partial(_stateful_item, views),
    )


def _sources(views: Views) -> _Index:
    _, records, name = views.language, views.library.records, by_name(views)
    publishers = {source.publisher: name(records[source.publisher]) for source in views.library.sources}
    sources = sorted(views.library.sources, key=lambda s: (publishers[s.publisher], s.publisher, s.date.sort_key))
    return _Index(
        count=_.ngettext("{n} source", "{n} sources", len(views.library.sources)),
        records=sources,
        group=lambda source: str(source.publisher),
        heading=lambda key: views.name(records[key]).text,
        item=partial(_source_item, views),
    )


def _source_item(views: Views, source: Source) -> IndexItem:
    view = views.source(source)
    notes = (view.translation,) if view.translation else ()
    return IndexItem(views.link(source.id), notes, len(views.library.mentions(source.id, Event)), date=view.date)


def _plain_item(views: Views, facet: str, record: Record, *texts: dict[str, str] | None) -> IndexItem:
    notes = tuple(views.rich(text, record) for text in texts if text)
    return IndexItem(views.link(record.id), notes, len(found_under(views.library).get((facet, record.id), ())))


def _stateful_item(views: Views, record: Topic | Agreement) -> IndexItem:
    row = state_row(views, record.id)
    notes: tuple[Phrase, ...] = (views.rich(record.summary, record),) if record.summary else ()
    date = views.date(record.date.is_, record.date) if isinstance(record, Agreement) else None
    count = len(views.library.mentions(record.id, Event))
    return IndexItem(views.link(record.id), notes, count, date=date, state=row.state)


def by_name(views: Views) -> Callable[[Record], SortKey]:
    """What records are sorted by: their names, in the order of the page's language."""
    alphabet = Alphabet.of(views.language.tag)
    return lambda record: alphabet.sort_key(views.name(record).text)


_INDEXES: dict[str, Callable[[Views], _Index]] = {
    "events": _events,
    "actors": _actors,
    "places": _places,
    "topics": _topics,
    "agreements": _agreements,
    "sources": _sources,
}
