"""Every embed of one language, before it is made."""

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
from waqai.site.embeds.matter import SHOWN, agreement_view, event_view, latest_view, list_view, state_view, strip_view
from waqai.site.page import Page
from waqai.site.shell import Frame
from waqai.site.views import Views


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
        language = self.frame.language
        title, home, state = self._title, urls.page(language.tag, "index"), urls.page(language.tag, "state")
        latest, now = language.gettext("Latest entries"), language.gettext("Where things stand")
        yield self._page("latest", f"{title} · {latest}", home, EmbedList, latest_view)
        yield self._page("state", f"{title} · {now}", state, EmbedState, state_view)
        for view, is_even in (("strip", False), ("strip-even", True)):
            yield self._page(view, title, home, EmbedStrip, partial(strip_view, is_even=is_even))
        for record in self.views(language.tag).library.records.values():
            if isinstance(record, SHOWN):
                yield self._record(record)

    @property
    def _title(self) -> str:
        return self.views(self.frame.language.tag).plain(self.frame.config.title).text

    def _page(self, view: str, title: str, full: str, context: type, make: Callable[[Views], Context]) -> Page:
        path = urls.embed(self.frame.language.tag, view)
        views = self.views(path.rpartition("/")[0])

        def build() -> tuple[EmbedShell, Context]:
            return self.frame.embed_shell(views, title, full), make(views)

        return Page(path, TEMPLATES[context], self.frame.language.tag, build)

    def _record(self, record: Record) -> Page:
        tag = self.frame.language.tag
        path = urls.embed(tag, urls.record_view(record.kind_name, record.id))
        full = urls.record(tag, record.kind_name, record.id)
        views = self.views(path.rpartition("/")[0])

        def build() -> tuple[EmbedShell, Context]:
            title, card = views.name(record).text, self.card(views, record)
            return self.frame.embed_shell(views, title, full, card), _of_record(views, record)

        return Page(path, TEMPLATES[_context_of(record)], tag, build)


def _context_of(record: Record) -> type:
    match record:
        case Event():
            return EmbedEvent
        case Agreement():
            return EmbedAgreement
    return EmbedList


def _of_record(views: Views, record: Record) -> Context:
    match record:
        case Event():
            return event_view(views, record)
        case Agreement():
            return agreement_view(views, record)
        case Actor() | Place() | Topic():
            return list_view(views, record)
    raise TypeError(record.kind_name)
