"""The index of every kind of record, and the pages that gather from all of them: corrections, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from waqai.languages.alphabets import Alphabet, SortKey
from waqai.model import Actor, Agreement, Event, Record, Source, Topic
from waqai.model.vocabulary import ACTOR_KINDS, PLACE_KINDS
from waqai.site import urls
from waqai.site.cards import month_label
from waqai.site.contexts import (
    CorrectionsPage,
    IndexGroup,
    IndexItem,
    IndexPage,
    NamedActor,
    NamingPage,
    Phrase,
)
from waqai.site.feeds import corrections_of
from waqai.site.home_page import events_naming
from waqai.site.periods import month_of
from waqai.site.record_pages import name_rows
from waqai.site.state_rows import state_row, topics_in_order
from waqai.site.views import Views

Kind = TypeVar("Kind", bound=Record)


def index_page(views: Views, folder: str) -> IndexPage:
    """All records of a kind."""
    return _INDEXES[folder](views)


def _events(views: Views) -> IndexPage:
    _ = views.language
    events = views.library.events
    groups = _grouped(events, month_of, lambda month: month_label(views, month), lambda e: _event_item(views, e))
    lede = _.pgettext("index", "In order of time. The number is the event’s place in it; other pages cite it.")
    count = _.ngettext("{n} event", "{n} events", len(events))
    return IndexPage("events", _.pgettext("index", "Events"), lede, _counted(views, count, len(events)), groups)


def _event_item(views: Views, event: Event) -> IndexItem:
    link = views.event_link(event.id)
    return IndexItem(views.link(event.id), (views.words(link.type),), 0, link.number, link.date, link.standing)


def _actors(views: Views) -> IndexPage:
    _ = views.language
    by_name = _by_name(views)
    actors = sorted(views.library.actors, key=lambda a: (list(ACTOR_KINDS).index(a.kind), by_name(a)))
    groups = _grouped(
        actors, lambda a: a.kind, views.labels.actor_kinds, lambda a: _plain_item(views, a, a.note, a.why)
    )
    lede = _.pgettext("index", "Who acted, who spoke and who reported, by what they are.")
    count = _.ngettext("{n} actor", "{n} actors", len(actors))
    return IndexPage("actors", _.pgettext("index", "Actors"), lede, _counted(views, count, len(actors)), groups)


def _places(views: Views) -> IndexPage:
    _ = views.language
    by_name = _by_name(views)
    places = sorted(views.library.places, key=lambda p: (list(PLACE_KINDS).index(p.kind), by_name(p)))
    groups = _grouped(places, lambda p: p.kind, views.labels.place_kinds, lambda p: _plain_item(views, p, p.note))
    lede = _.pgettext("index", "Where it happened, and where it was reported from.")
    count = _.ngettext("{n} place", "{n} places", len(places))
    return IndexPage("places", _.pgettext("index", "Places"), lede, _counted(views, count, len(places)), groups)


def _topics(views: Views) -> IndexPage:
    _ = views.language
    ids = topics_in_order(views)
    items = tuple(_stateful_item(views, views.library.get(key, Topic)) for key in ids)
    lede = _.pgettext("index", "The files under negotiation, and where each of them stands.")
    count = _.ngettext("{n} topic", "{n} topics", len(ids))
    return IndexPage("topics", _.pgettext("index", "Topics"), lede, _counted(views, count, len(ids)), _one_group(items))


def _agreements(views: Views) -> IndexPage:
    _ = views.language
    agreements = views.library.agreements
    items = tuple(_stateful_item(views, agreement) for agreement in agreements)
    lede = _.pgettext("index", "What was agreed or is said to have been, and what became of it.")
    count = _.ngettext("{n} agreement", "{n} agreements", len(agreements))
    title = _.pgettext("index", "Agreements")
    return IndexPage("agreements", title, lede, _counted(views, count, len(agreements)), _one_group(items))


def _sources(views: Views) -> IndexPage:
    _ = views.language
    by_name, records = _by_name(views), views.library.records
    publishers = {source.publisher: by_name(records[source.publisher]) for source in views.library.sources}
    sources = sorted(views.library.sources, key=lambda s: (publishers[s.publisher], s.date.sort_key))
    groups = _grouped(
        sources,
        lambda s: s.publisher,
        lambda key: views.name(views.library.records[key]).text,
        lambda s: _source_item(views, s),
    )
    lede = _.pgettext("index", "Every report that this timeline rests on, by who published it.")
    count = _.ngettext("{n} source", "{n} sources", len(sources))
    return IndexPage("sources", _.pgettext("index", "Sources"), lede, _counted(views, count, len(sources)), groups)


def _source_item(views: Views, source: Source) -> IndexItem:
    view = views.source(source)
    notes = (view.translation,) if view.translation else ()
    return IndexItem(views.link(source.id), notes, len(views.library.mentions(source.id, Event)), date=view.date)


def _plain_item(views: Views, record: Record, *texts: dict[str, str] | None) -> IndexItem:
    notes = tuple(views.rich(text, record) for text in texts if text)
    return IndexItem(views.link(record.id), notes, events_naming(views, record))


def _stateful_item(views: Views, record: Topic | Agreement) -> IndexItem:
    row = state_row(views, record.id)
    notes: tuple[Phrase, ...] = (views.rich(record.summary, record),) if record.summary else ()
    date = views.date(record.date.is_, record.date) if isinstance(record, Agreement) else None
    count = len(views.library.mentions(record.id, Event))
    return IndexItem(views.link(record.id), notes, count, date=date, state=row.state)


def _grouped(
    records: Iterable[Kind],
    key: Callable[[Kind], str],
    heading: Callable[[str], str],
    item: Callable[[Kind], IndexItem],
) -> tuple[IndexGroup, ...]:
    """Neighbours with the same key under one heading."""
    groups: dict[str, list[IndexItem]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(item(record))
    return tuple(IndexGroup(heading(name), f"group-{name}", tuple(items)) for name, items in groups.items())


def _one_group(items: tuple[IndexItem, ...]) -> tuple[IndexGroup, ...]:
    return (IndexGroup("", "all", items),) if items else ()


def _counted(views: Views, pattern: str, n: int) -> str:
    return pattern.format(n=views.language.number(n))


def _by_name(views: Views) -> Callable[[Record], SortKey]:
    """What records are sorted by: their names, in the order of the page's language."""
    alphabet = Alphabet.of(views.language.tag)
    return lambda record: alphabet.sort_key(views.name(record).text)


_INDEXES: dict[str, Callable[[Views], IndexPage]] = {
    "events": _events,
    "actors": _actors,
    "places": _places,
    "topics": _topics,
    "agreements": _agreements,
    "sources": _sources,
}


def corrections_page(views: Views) -> CorrectionsPage:
    """All corrections, newest first."""
    entries = (views.change(record, change) for record, change in corrections_of(views.library))
    return CorrectionsPage(tuple(entries), views.href(urls.corrections_feed(views.language.tag)))


def naming_page(views: Views) -> NamingPage:
    """Our names, and what others say."""
    named = sorted((actor for actor in views.library.actors if actor.aka), key=_by_name(views))
    return NamingPage(tuple(_named(views, actor) for actor in named))


def _named(views: Views, actor: Actor) -> NamedActor:
    return NamedActor(views.link(actor.id), views.labels.actor_kind(actor.kind), name_rows(views, actor))
