"""Every embed of one language, and its oEmbed answer, before they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from waqai.model import Actor, Agreement, Event, Place, Record, Topic
from waqai.site import urls
from waqai.site.contexts import (
    TEMPLATES,
    Context,
    EmbedAgreement,
    EmbedEvent,
    EmbedList,
    EmbedShell,
    EmbedState,
    EmbedStrip,
)
from waqai.site.documents import Document
from waqai.site.embeds.matter import SHOWN, agreement_view, event_view, latest_view, list_view, state_view, strip_view
from waqai.site.embeds.oembed import oembed
from waqai.site.page import Page
from waqai.site.shell import Frame
from waqai.site.views import Views


@dataclass(frozen=True)
class Entry:
    """An embed that there will be."""

    view: str
    """Its name in addresses."""
    full: str
    """The path of the page that it is taken from."""
    context: type
    title: Callable[[Views], str]
    make: Callable[[Views], Context]
    card: Callable[[Views], str]
    """The path of a link card of its own; empty if it has none."""


@dataclass(frozen=True)
class Embeds:
    """The embeds of one language."""

    frame: Frame
    views: Callable[[str], Views]
    """The views for the pages of a folder."""
    card: Callable[[Views, Record], str]
    """The path of a record's own link card; empty if it has none."""

    def pages(self) -> Iterator[Page]:
        """All embeds: of the whole, and of every record that has one."""
        tag = self.frame.language.tag
        for entry in self._entries():
            path = urls.embed(tag, entry.view)
            build = partial(self._made, entry, path.rpartition("/")[0])
            yield Page(path, TEMPLATES[entry.context], tag, build)

    def documents(self) -> Iterator[Document]:
        """The oEmbed answers for all pages that an embed is taken from."""
        for entry in self._entries():
            if urls.view_of(entry.full) == entry.view:
                yield Document(urls.oembed(self.frame.language.tag, entry.view), partial(self._answer, entry))

    def _made(self, entry: Entry, folder: str) -> tuple[EmbedShell, Context]:
        views = self.views(folder)
        return self._shell(views, entry), entry.make(views)

    def _answer(self, entry: Entry) -> bytes:
        language, base = self.frame.language, self.frame.config.url
        src = urls.absolute(base, urls.embed(language.tag, entry.view))
        provider = urls.absolute(base, urls.page(language.tag, "index"))
        return oembed(self._shell(self.views(language.tag), entry), entry.view, src, provider)

    def _shell(self, views: Views, entry: Entry) -> EmbedShell:
        return self.frame.embed_shell(views, entry.title(views), entry.full, entry.card(views))

    def _card(self, views: Views, record: Record) -> str:
        return self.card(views, record)

    def _entries(self) -> Iterator[Entry]:
        language = self.frame.language
        home, state = urls.page(language.tag, "index"), urls.page(language.tag, "state")
        yield Entry("latest", home, EmbedList, _site_title, latest_view, _no_card)
        yield Entry("state", state, EmbedState, _state_title, state_view, _no_card)
        yield Entry("strip", home, EmbedStrip, _site_title, partial(strip_view, is_even=False), _no_card)
        yield Entry("strip-even", home, EmbedStrip, _site_title, partial(strip_view, is_even=True), _no_card)
        for record in self.views(language.tag).library.records.values():
            if isinstance(record, SHOWN):
                yield self._entry(record)

    def _entry(self, record: Record) -> Entry:
        view = urls.record_view(record.kind_name, record.id)
        full = urls.record(self.frame.language.tag, record.kind_name, record.id)
        context, make = _of_record(record)
        return Entry(view, full, context, partial(_name, record=record), make, partial(self._card, record=record))


def _of_record(record: Record) -> tuple[type, Callable[[Views], Context]]:
    match record:
        case Event():
            return EmbedEvent, partial(event_view, event=record)
        case Agreement():
            return EmbedAgreement, partial(agreement_view, agreement=record)
        case Actor() | Place() | Topic():
            return EmbedList, partial(list_view, record=record)
    raise TypeError(record.kind_name)


def _name(views: Views, record: Record) -> str:
    return views.name(record).text


def _site_title(views: Views) -> str:
    return views.plain(views.library.config.title).text


def _state_title(views: Views) -> str:
    return f"{_site_title(views)} · {views.language.gettext('Where things stand')}"


def _no_card(_views: Views) -> str:
    return ""
