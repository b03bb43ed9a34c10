"""Every page of the site: where it stands, its template, and how its context is made when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from waqai.comparison import Version
from waqai.content import ProsePage, Timeline
from waqai.content.seen import Seen
from waqai.languages import Language
from waqai.model import Event, Record
from waqai.site import urls
from waqai.site.briefing_page import briefing_page, briefing_title
from waqai.site.briefing_parts import briefing_parts
from waqai.site.contexts import (
    TEMPLATES,
    Chooser,
    Context,
    NamesPage,
    NotFound,
    Prose,
    Shell,
)
from waqai.site.data_page import data_page
from waqai.site.documents import Document, data_documents, documents_in, for_hosts, link_cards
from waqai.site.embeds import Embeds, embed_builder_page
from waqai.site.feeds import AbsoluteViews, has_feed
from waqai.site.front_pages import chooser_page, moved_page, not_found_page, offline_page
from waqai.site.home_page import home_page
from waqai.site.link_cards import Studio, has_event_card, has_site_card
from waqai.site.list_pages import corrections_page, naming_page
from waqai.site.long_lists import list_pages
from waqai.site.names_pages import Names, NamesPart, search_page
from waqai.site.page import Page
from waqai.site.record_page import description_of, page_of
from waqai.site.shell import Frame, Head, ThemeFiles, in_best_language, notice_of
from waqai.site.state_page import day_text, days_page, state_page, year_text
from waqai.site.structured import StructuredData
from waqai.site.suggest_page import suggest_page
from waqai.site.translations_page import translations_page
from waqai.site.views import Views

NOT_FOUND = "404"


@dataclass(frozen=True)
class Site:
    """A timeline, the languages it is published in, and the theme it is published with."""

    timeline: Timeline
    languages: tuple[Language, ...]
    theme: ThemeFiles
    pictures: Mapping[str, tuple[int, int]]
    """Width and height, in pixels, by file name."""
    studio: Studio
    histories: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """By event: what is told of its versions, newest first; empty where the settings do not want it."""

    @cached_property
    def seen(self) -> Seen:
        """The timeline as pages see it: what they ask of it is noted."""
        return Seen(self.timeline.library, self.timeline.pages, self.pictures, self.histories)

    def pages(self) -> Iterator[Page]:
        """All pages, in a fixed order."""
        for language in self.languages:
            yield from _PagesIn(self, language).all()
        main = _PagesIn(self, self.languages[0])
        yield main.chooser()
        yield main.not_found(f"{NOT_FOUND}.html", self.languages)

    def documents(self) -> Iterator[Document]:
        """All files without a template, in a fixed order."""
        config = self.timeline.config
        for language in self.languages:
            yield from documents_in(self.seen.library, language, self.theme.paper[0])
            yield from link_cards(self.seen.library, language, self.studio)
            yield from _PagesIn(self, language).embeds.documents()
        yield from data_documents(self.seen.library)
        pages = (page.listed(config.default_language) for page in self.pages() if page.language in page.listed_in)
        yield from for_hosts(config, pages, self.theme.digested)


class _PagesIn:
    """The pages in one language."""

    def __init__(self, site: Site, language: Language) -> None:
        self.seen = site.seen
        self.language = language
        self.library = site.seen.library
        self.scripts = site.studio.scripts
        has_card = has_site_card(self.library, language, self.scripts)
        card = urls.link_card(language.tag) if has_card else ""
        data = StructuredData(AbsoluteViews(self.library, language, ""))
        self.frame = Frame(site.seen.config, language, site.languages, site.theme, site.seen.prose, card, data)
        self._views: dict[str, Views] = {}

    def views(self, folder: str) -> Views:
        """The views for the pages of one folder."""
        if folder not in self._views:
            self._views[folder] = Views(self.library, self.language, folder, self.seen.pictures)
        return self._views[folder]

    def all(self) -> Iterator[Page]:
        """The pages of this language."""
        tag, _ = self.language.tag, self.language.pgettext
        title = self.views(tag).plain(self.seen.config.title).text
        yield self._page(urls.page(tag, "index"), title, home_page)
        for record in self.library.records.values():
            yield self._record(record)
            yield from self._moved(record)
        yield from self._lists()
        yield self._page(urls.page(tag, "state"), _("navigation", "State of play"), state_page)
        yield from self._states()
        yield from self._briefings()
        yield self._page(urls.page(tag, "corrections"), _("navigation", "Corrections"), corrections_page)
        yield self._page(urls.page(tag, "naming"), _("navigation", "How we name"), naming_page)
        yield self._page(urls.page(tag, "translations"), _("navigation", "Translations"), translations_page)
        yield self._page(urls.page(tag, "data"), _("navigation", "Data and feeds"), data_page)
        title = _("navigation", "Suggest an event")
        yield self._page(urls.page(tag, "suggest"), title, suggest_page, tool="suggest")
        for key in dict.fromkeys(page.id for page in self.seen.prose):
            yield self._prose(in_best_language(self.seen.prose, key, self.language, self.frame.config))
        yield from self._finding()
        build = partial(embed_builder_page, theme=self.frame.theme, card=self.frame.site_card)
        yield self._page(urls.page(tag, "embed"), _("navigation", "Embed this timeline"), build, tool="builder")
        yield from self.embeds.pages()
        if self.frame.config.offline:
            title = _("offline", "No connection")
            yield replace(self._page(urls.offline(tag), title, offline_page), listed_in=())
        yield self.not_found(urls.page(tag, NOT_FOUND), (self.language,))

    @property
    def embeds(self) -> Embeds:
        """What other sites show in a frame."""
        return Embeds(self.frame, self.views, self._card)

    @property
    def everywhere(self) -> tuple[str, ...]:
        """All languages."""
        return self.frame.config.languages

    def _finding(self) -> Iterator[Page]:
        """The search, and the index of names."""
        tag, _ = self.language.tag, self.language.pgettext
        names = Names(self.views(tag))
        yield self._page(urls.page(tag, "search"), _("navigation", "Search"), partial(search_page, names=names))
        for part in names.parts():
            yield self._names(names, part)

    def _names(self, names: Names, part: NamesPart) -> Page:
        views = self.views(part.path.rpartition("/")[0])
        title = self.language.pgettext("navigation", "Index of names")

        def build() -> tuple[Shell, Context]:
            others = {lang.tag: urls.page(lang.tag, "names") for lang in self.frame.languages}
            counterpart = others | {self.language.tag: part.path}
            heading = f"{title} · {part.letter}" if part.letter else title
            return self.frame.shell(views, Head(part.path, heading, counterpart=counterpart)), names.page(views, part)

        listed = (self.language.tag,) if part.letter else self.everywhere
        return Page(part.path, TEMPLATES[NamesPage], self.language.tag, build, listed)

    def _page(
        self, path: str, title: str, make: Callable[[Views], Context], description: str = "", tool: str = ""
    ) -> Page:
        views = self.views(path.rpartition("/")[0])

        def build() -> tuple[Shell, Context]:
            return self.frame.shell(views, Head(path, title, description, tool=tool)), make(views)

        return Page(path, _template_of(make), self.language.tag, build, self.everywhere)

    def _lists(self) -> Iterator[Page]:
        """The chronicle by periods, the indexes of all kinds, and the lists that filters lead to."""
        views = self.views(self.language.tag)
        for page in list_pages(self.library, self.language.tag):
            yield self._page(page.path, page.title(views), page.make, page.description(views))

    def _states(self) -> Iterator[Page]:
        for day in self.library.state.days:
            path = urls.state_on(self.language.tag, day.isoformat())
            views = self.views(path.rpartition("/")[0])
            title = self.language.pgettext("state", "State of play on {day}").format(day=day_text(views, day))
            yield self._page(path, title, partial(state_page, day=day))
        for year in dict.fromkeys(day.year for day in self.library.state.days):
            path = urls.state_days(self.language.tag, year)
            views = self.views(path.rpartition("/")[0])
            title = self.language.pgettext("state", "State of play in {year}, day by day")
            yield self._page(path, title.format(year=year_text(views, year)), partial(days_page, year=year))

    def _briefings(self) -> Iterator[Page]:
        parts = briefing_parts(self.library)
        for index, part in enumerate(parts):
            path = urls.briefing(self.language.tag, part.key)
            make = partial(briefing_page, parts=parts, index=index)
            yield self._page(path, briefing_title(part, self.language), make)

    def _record(self, record: Record) -> Page:
        path = urls.record(self.language.tag, record.kind_name, record.id)
        views = self.views(path.rpartition("/")[0])
        listed_in = tuple(tag for tag in self.everywhere if tag in views.texts_of(record))

        def build() -> tuple[Shell, Context]:
            name = views.name(record)
            notice, shown_in = notice_of(record, name, self.language)
            head = Head(
                path,
                name.text,
                description_of(views, record),
                translated={tag: tag in listed_in for tag in self.everywhere},
                notice=notice,
                shown_in=shown_in,
                record=record,
                feed=self._feed(record),
                card=self._card(views, record),
            )
            versions = self.seen.histories.get(record.id, ())
            return self.frame.shell(views, head), page_of(views, record, versions)

        return Page(path, f"timeline/{record.kind_name}.html", self.language.tag, build, listed_in)

    def _card(self, views: Views, record: Record) -> str:
        """The path of a record's own link card, if it has one."""
        has = isinstance(record, Event) and has_event_card(views, record, self.scripts)
        return urls.link_card(self.language.tag, record.id) if has else ""

    def _feed(self, record: Record) -> str:
        """The path of a record's own feed, if it has one."""
        has = has_feed(self.library, record)
        return urls.record_feed(self.language.tag, record.kind_name, record.id) if has else ""

    def _moved(self, record: Record) -> Iterator[Page]:
        """Pages at the addresses that a record had under earlier ids."""
        for old in record.was:
            path = urls.record(self.language.tag, record.kind_name, old)
            title = self.language.pgettext("moved", "This page has a new address")
            yield replace(self._page(path, title, partial(moved_page, key=record.id)), listed_in=())

    def _prose(self, prose: ProsePage) -> Page:
        path = urls.page(self.language.tag, prose.id)
        views = self.views(path.rpartition("/")[0])
        exists = {page.language for page in self.seen.prose if page.id == prose.id}
        listed_in = tuple(tag for tag in self.everywhere if tag in exists)
        is_fallback = prose.language != self.language.tag

        def build() -> tuple[Shell, Context]:
            title = views.words(prose.title, prose.language)
            head = Head(
                path,
                prose.title,
                translated={tag: tag in exists for tag in self.everywhere},
                notice="fallback" if is_fallback else "",
                shown_in=prose.language if is_fallback else "",
            )
            return self.frame.shell(views, head), Prose(title, views.block(prose.body, prose.language))

        return Page(path, TEMPLATES[Prose], self.language.tag, build, listed_in)

    def not_found(self, path: str, languages: tuple[Language, ...]) -> Page:
        """The page that a host shows for an unknown address, wherever that is: its links begin at the site's root."""
        views = self.views("")
        title = self.language.pgettext("not found", "Nothing at this address")

        def build() -> tuple[Shell, Context]:
            counterpart = {lang.tag: urls.page(lang.tag, NOT_FOUND) for lang in self.frame.languages}
            rooted = views.rooted(self.frame.config.url)
            shell = self.frame.shell(rooted, Head(path, title, counterpart=counterpart))
            return shell, not_found_page(rooted, languages)

        return Page(path, TEMPLATES[NotFound], self.language.tag, build)

    def chooser(self) -> Page:
        """The page at `/`, where readers choose a language."""
        views = self.views("")

        def build() -> tuple[Shell, Context]:
            config = self.frame.config
            counterpart = {lang.tag: urls.page(lang.tag, "index") for lang in self.frame.languages}
            head = Head("index.html", views.plain(config.title).text, counterpart=counterpart)
            return self.frame.shell(views, head), chooser_page(views, self.frame.languages)

        return Page("index.html", TEMPLATES[Chooser], self.language.tag, build, (self.language.tag,))


def _template_of(make: Callable[[Views], Context]) -> str:
    function = make.func if isinstance(make, partial) else make
    return f"timeline/{function.__name__.removesuffix('_page')}.html"
