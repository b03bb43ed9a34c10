"""What can be found: every record, with what a hit shows of it. Withheld persons are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.content.kept_back import is_withheld
from waqai.model import Actor, Agreement, Event, Place, Record, Source, Topic
from waqai.site import urls
from waqai.site.contexts import Phrase, StandingView, StateView
from waqai.site.names_pages import kind_of, other_names
from waqai.site.phrases import name_of
from waqai.site.state_rows import state_row
from waqai.site.views import Views


@dataclass(frozen=True, slots=True)
class Mark:
    """How a hit stands, as the theme draws it."""

    symbol: str
    """Id of the drawing; empty for none."""
    style: str
    """Class of the mark."""
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the search knows it."""

    folder: str
    id: str
    kind: str
    """“Talks”, “Institution”, “Article”."""
    title: Phrase
    when: Phrase | None
    mark: Mark | None
    names: tuple[Phrase, ...]
    """What it is also called, or for an event: what sources call those who take part."""
    texts: tuple[Phrase, ...]
    """What else can be found in it."""
    tags: tuple[str, ...] = ()
    """Words that are found and not shown."""


def entries_of(views: Views) -> Iterator[Entry]:
    """Everything that can be found, in the order in which equal hits are shown; the newest events and sources first."""
    library = views.library
    yield from (_stateful(views, topic) for topic in library.topics)
    yield from (_stateful(views, agreement) for agreement in library.agreements)
    yield from (_actor(views, actor) for actor in library.actors if not is_withheld(actor))
    yield from (_named(views, place, (place.note, place.summary)) for place in library.places)
    yield from (_event(views, event) for event in reversed(library.events))
    yield from (_source(views, source) for source in reversed(library.sources))


def _stateful(views: Views, record: Topic | Agreement) -> Entry:
    when = views.date(record.date.is_, record.date).text if isinstance(record, Agreement) else None
    mark = _square(state_row(views, record.id).state)
    return _named(views, record, (record.summary,), when=when, mark=mark)


def _named(
    views: Views,
    record: Actor | Place | Topic | Agreement,
    texts: tuple[dict[str, str] | None, ...],
    when: Phrase | None = None,
    mark: Mark | None = None,
) -> Entry:
    return Entry(
        folder=urls.FOLDERS[record.kind_name],
        id=record.id,
        kind=kind_of(views, record),
        title=views.name(record),
        when=when,
        mark=mark,
        names=(*other_names(views, record), *_in_other_languages(views, record)),
        texts=tuple(views.rich(text, record) for text in texts if text),
    )


def _actor(views: Views, actor: Actor) -> Entry:
    return _named(views, actor, (*(position.role for position in actor.roles), actor.note, actor.summary))


def _in_other_languages(views: Views, record: Record) -> Iterator[Phrase]:
    """Its names in the languages that the page is not in, in short too; a reader may know no other."""
    shown = views.name(record).lang
    names = {(tag, text): None for short in (False, True) for tag, text in name_of(record, short=short).items()}
    yield from (views.words(text, tag) for tag, text in names if tag != shown)


def _event(views: Views, event: Event) -> Entry:
    texts = (event.summary,) if event.summary else tuple(claim.text for claim in event.claims)
    used = (name.words for claim in event.claims for name in views.names_used(claim))
    return Entry(
        folder=urls.FOLDERS["event"],
        id=event.id,
        kind=views.labels.event_type(event.type),
        title=views.name(event),
        when=views.date(event.date.is_, event.date).text,
        mark=_circle(views.standing(views.library.standing_of(event))),
        names=tuple(dict.fromkeys(used)),
        texts=tuple(views.rich(text, event) for text in texts),
        tags=event.tags,
    )


def _source(views: Views, source: Source) -> Entry:
    view = views.source(source)
    author = (views.words(source.author),) if source.author else ()
    return Entry(
        folder=urls.FOLDERS["source"],
        id=source.id,
        kind=views.labels.source_type(source.type),
        title=view.title,
        when=view.date.text,
        mark=None,
        names=(view.translation,) if view.translation else (),
        texts=(view.publisher.label, *author),
    )


def _circle(view: StandingView) -> Mark:
    if view.key == "reported":
        return Mark("", "", view.label)
    return Mark(f"k-{view.key}", f"is-{view.key}", view.label)


def _square(view: StateView) -> Mark:
    return Mark(f"s-{view.mark}", "state", view.label)
