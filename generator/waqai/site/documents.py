"""The files of the site that have no template: feeds, calendars, and what machines read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from waqai.config import Config
from waqai.content import Library
from waqai.exchange import CITATION_FORMATS, Work
from waqai.languages import Language
from waqai.model.descriptions import described_languages
from waqai.schemas import as_file, schema, schema_names
from waqai.site import hosting, urls
from waqai.site.calendar import Calendar, calendar_of, ical, latest_events, years_of
from waqai.site.citations import works_of
from waqai.site.data import collection_of, data_files, works_path
from waqai.site.entries import entries_script
from waqai.site.feeds import AbsoluteViews, EventFeeds, atom, corrections_feed, has_feed, json_feed
from waqai.site.feeds.entry import Feed
from waqai.site.link_cards import LinkCard, Studio, event_card, has_event_card, has_site_card, site_card
from waqai.site.periods import periods_of
from waqai.site.search import SearchIndex
from waqai.site.sitemap import Listed, sitemaps
from waqai.site.views import Views
from waqai.site.web_manifest import web_manifest


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be published that has no template: a feed, a picture, an index for machines."""

    path: str
    make: Callable[[], bytes]
    """Pure: called twice, it returns equal bytes. What it asks of the library is noted, and it is made again only when
    the library answers differently."""
    shows: Callable[[], object] | None = None
    """For a file that costs much more to make than to describe: gives a value whose `repr()` says all that it shows.
    As long as that is the same, the file is not made again, whatever the library answers."""


def documents_in(library: Library, language: Language, paper: str) -> Iterator[Document]:
    """The feeds, calendars, sources to cite, manifest and search of one language, and the entries of a long chronicle.

    `paper` is the colour of its pages.
    """
    views = AbsoluteViews(library, language, "")
    yield from _feeds(views)
    yield from _calendars(views)
    yield from _works_of_all(views)
    inside = Views(library, language, language.tag)
    yield Document(urls.web_manifest(language.tag), partial(web_manifest, inside, paper))
    if periods_of(library):
        yield Document(urls.entries(language.tag), partial(entries_script, inside))
    yield from _search(library, language)


def _feeds(views: AbsoluteViews) -> Iterator[Document]:
    tag, feeds = views.language.tag, EventFeeds(views)
    yield _feed(urls.feed(tag), partial(feeds.latest, urls.feed(tag)), atom)
    yield _feed(urls.feed(tag, "json"), partial(feeds.latest, urls.feed(tag, "json")), json_feed)
    yield _feed(urls.corrections_feed(tag), partial(corrections_feed, views), atom)
    for number in range(1, feeds.count + 1):
        yield _feed(urls.feed_archive(tag, number), partial(feeds.archived, number), atom)
    for record in views.library.records.values():
        if has_feed(views.library, record):
            path = urls.record_feed(tag, record.kind_name, record.id)
            yield _feed(path, partial(feeds.of_record, record), atom)


def _feed(path: str, feed: Callable[[], Feed], write: Callable[[Feed], bytes]) -> Document:
    return Document(path, lambda: write(feed()))


def _calendars(views: AbsoluteViews) -> Iterator[Document]:
    tag = views.language.tag
    yield _calendar(urls.calendar(tag), partial(calendar_of, views, latest_events(views.library)))
    for year, events in years_of(views.library).items():
        yield _calendar(urls.calendar(tag, year), partial(calendar_of, views, events))


def _calendar(path: str, calendar: Callable[[], Calendar]) -> Document:
    return Document(path, lambda: ical(calendar()))


def _search(library: Library, language: Language) -> Iterator[Document]:
    index = SearchIndex(library, language)
    for path, make in index.files():
        yield Document(path, make)


def link_cards(library: Library, language: Language, studio: Studio) -> Iterator[Document]:
    """The link cards of one language: of the site, and of every event whose letters there are."""
    views = Views(library, language, "")
    if has_site_card(library, language, studio.scripts):
        yield _link_card(studio, urls.link_card(language.tag), partial(site_card, views))
    for event in library.events:
        if has_event_card(views, event, studio.scripts):
            yield _link_card(studio, urls.link_card(language.tag, event.id), partial(event_card, views, event))


def _link_card(studio: Studio, path: str, card: Callable[[], LinkCard]) -> Document:
    return Document(path, lambda: studio.draw(card()), shows=lambda: (studio.digest, card()))


def for_hosts(config: Config, pages: Iterable[Listed], digested: Iterable[str]) -> Iterator[Document]:
    """What hosts and search engines read. `digested` are the files whose name changes with their content."""
    for path, make in sitemaps(config.url, list(pages)):
        yield Document(path, make)
    yield from schema_files(config)
    yield Document(urls.ROBOTS, partial(hosting.robots, config.url))
    yield Document(urls.HEADERS, partial(hosting.headers, config, tuple(digested)))


def data_documents(library: Library) -> Iterator[Document]:
    """The published data, alike for all languages."""
    return (Document(path, make) for path, make in data_files(library))


def _works_of_all(views: AbsoluteViews) -> Iterator[Document]:
    """All sources, in the formats of reference managers."""
    for part in collection_of(views.library, "sources").parts:
        for each in CITATION_FORMATS:
            path = works_path(views.language.tag, part, each.ending)
            yield Document(path, partial(_all_cited, views, part.ids, each.write))


def _all_cited(views: AbsoluteViews, keys: tuple[str, ...], write: Callable[[Iterable[Work]], str]) -> bytes:
    return write(work for key in keys for work in works_of(views, views.library.records[key])).encode()


def schema_files(config: Config) -> Iterator[Document]:
    """The JSON Schemas of all files, with the words that the site adds, in each language that they are described in."""
    for tag in described_languages():
        for name in schema_names():
            yield Document(urls.schema(name, tag), partial(_schema_file, name, tag, config))


def _schema_file(name: str, tag: str, config: Config) -> bytes:
    return as_file(schema(name, tag, config)).encode()
