"""The feeds of entries: the latest ones, those that concern one record, and the archives of all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from math import ceil
from operator import attrgetter

from markupsafe import Markup

from waqai.content.library import Library
from waqai.content.notes import kept
from waqai.model import Actor, Event, Place, Record, Source, Topic
from waqai.site import urls
from waqai.site.contexts import Phrase
from waqai.site.feeds.entry import BEGINNING, AbsoluteViews, Entry, Feed, moment_of, tag_uri
from waqai.site.phrases import name_of
from waqai.site.views import Views

LATEST = 50
"""Entries of a feed, and of each archive."""
OF_A_RECORD = 20
"""Entries of the feed of an actor, a place or a topic."""
MOST_CLAIMS = 6
"""Claims that an entry repeats where its event has no summary."""


def published_at(library: Library, event: Event) -> datetime:
    """When an entry was first published; where its file does not say so, when the last of its sources came out."""
    if event.added:
        return moment_of(event.added)
    known = [library.get(key, Source).date for key in library.sources_of(event)]
    return max(map(moment_of, known), default=BEGINNING)


def updated_at(library: Library, event: Event) -> datetime:
    """When an entry was last added to or changed."""
    changes = (moment_of(change.date) for change in event.changes)
    return max((published_at(library, event), *changes))


class EventFeeds:
    """The feeds of one language; each entry is made once."""

    def __init__(self, views: AbsoluteViews) -> None:
        self.views = views
        self.library = views.library

    def latest(self, path: str) -> Feed:
        """The entries that were added or changed last; `path` is where the feed will stand."""
        tag = self.views.language.tag
        entries = self._newest(self.library.events, LATEST)
        return self._feed(path, self._site_title, urls.page(tag, "index"), entries, previous=self._archive(self.count))

    def of_record(self, record: Record) -> Feed:
        """The entries that concern an actor, a place or a topic."""
        tag, kind = self.views.language.tag, record.kind_name
        entries = self._newest(self.library.mentions(record.id, Event), OF_A_RECORD)
        title = f"{self._site_title} – {self.views.plain(name_of(record), record).text}"
        return self._feed(urls.record_feed(tag, kind, record.id), title, urls.record(tag, kind, record.id), entries)

    @property
    def count(self) -> int:
        """How many archives there are; none where the feed holds everything."""
        events = len(self.library.events)
        return ceil(events / LATEST) if events > LATEST else 0

    def archived(self, number: int) -> Feed:
        """Archive `number`, from 1: the entries in the order of their first publication, which never changes."""
        tag = self.views.language.tag
        chosen = self._by_publication()[(number - 1) * LATEST : number * LATEST]
        entries = tuple(sorted((self.entry(event.id) for event in chosen), key=attrgetter("updated"), reverse=True))
        return self._feed(
            urls.feed_archive(tag, number),
            self._site_title,
            urls.page(tag, "index"),
            entries,
            previous=self._archive(number - 1),
            next=self._archive(number + 1) if number < self.count else "",
            current=urls.feed(tag),
        )

    @property
    def _site_title(self) -> str:
        return self.views.plain(self.library.config.title).text

    @kept
    def _by_publication(self) -> list[Event]:
        return sorted(self.library.events, key=lambda event: (published_at(self.library, event), event.id))

    def _newest(self, events: Iterable[Event], most: int) -> tuple[Entry, ...]:
        """The entries that were added or changed last, the latest first."""
        ranked = sorted(events, key=lambda e: (updated_at(self.library, e), self.library.number(e.id)), reverse=True)
        return tuple(self.entry(event.id) for event in ranked[:most])

    @kept
    def entry(self, key: str) -> Entry:
        """An event as feeds have it."""
        views, event = self.views, self.library.get(key, Event)
        gist = _gist(views, event)
        topics = (self.library.records[topic] for topic in event.about if topic in self.library.records)
        return Entry(
            key=tag_uri(self.library.config, views.language.tag, event.id),
            url=views.record_href(event),
            title=views.name(event).text,
            text=" ".join(phrase.text for phrase in gist),
            html=str(_html(views, event, gist)),
            published=published_at(self.library, event),
            updated=updated_at(self.library, event),
            words=(views.labels.event_type(event.type), *(views.name(topic).text for topic in topics)),
        )

    def _archive(self, number: int) -> str:
        return urls.feed_archive(self.views.language.tag, number) if number else ""

    def _feed(self, path: str, title: str, page: str, entries: tuple[Entry, ...], **links: str) -> Feed:
        config = self.library.config
        return Feed(
            path=path,
            title=title,
            description=self.views.rich(config.summary).text if config.summary else "",
            language=self.views.language.tag,
            key=tag_uri(config, path),
            site=config.url,
            page=page,
            author=self._site_title,
            rights=config.licence,
            entries=entries,
            **links,
        )


def has_feed(library: Library, record: Record) -> bool:
    """Whether a record has a feed of its own: a topic, a place or an actor that is named, with any entry."""
    if isinstance(record, Actor) and record.kind == "anonymous":
        return False
    return isinstance(record, Actor | Place | Topic) and bool(library.mentions(record.id, Event))


def _gist(views: Views, event: Event) -> tuple[Phrase, ...]:
    if event.summary:
        return (views.rich(event.summary, event),)
    return tuple(views.rich(claim.text, event) for claim in event.claims[:MOST_CLAIMS])


def _html(views: Views, event: Event, gist: tuple[Phrase, ...]) -> Markup:
    """Date, kind and standing in one line, what is claimed, and what was corrected."""
    facts = (views.date(event.date.is_, event.date).text.text, views.labels.event_type(event.type))
    line = " · ".join((*facts, views.standing_of(event).label))
    paragraphs = [Markup("<p>{}</p>").format(line), *(_paragraph(views, phrase) for phrase in gist)]
    for change in views.changes(event, event.changes):
        head = Markup("{}, {} · ").format(change.kind, change.date.text.text)
        paragraphs.append(_paragraph(views, change.note, head))
    wrapper = Markup('<div lang="{}" dir="{}">{}</div>')
    return wrapper.format(views.language.tag, views.language.direction, Markup().join(paragraphs))


def _paragraph(views: Views, phrase: Phrase, head: Markup = Markup()) -> Markup:  # noqa: B008 - it cannot change
    text = phrase.html if phrase.html is not None else phrase.text
    if phrase.lang == views.language.tag:
        return Markup("<p>{}{}</p>").format(head, text)
    return Markup('<p>{}<span lang="{}" dir="{}">{}</span></p>').format(head, phrase.lang, phrase.dir, text)
