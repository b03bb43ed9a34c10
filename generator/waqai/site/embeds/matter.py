"""What the embeds show: few things each, so that each is small whatever the size of the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.model import Actor, Agreement, Event, InlineSource, Place, Record, Topic
from waqai.site import urls
from waqai.site.cards import event_card
from waqai.site.contexts import EmbedAgreement, EmbedEvent, EmbedList, EmbedState, EmbedStrip, Link, StateRow
from waqai.site.opening import is_expected, last_entry, latest_entries, ranked
from waqai.site.state_page import day_text
from waqai.site.state_rows import state_row, topics_in_order
from waqai.site.strip import strip
from waqai.site.views import Views

MOST_EVENTS, MOST_TERMS, MOST_FILES = 5, 8, 8
MOST_NAMES = 6
"""Of parties, and of those bound."""
SHOWN = Event | Actor | Place | Topic | Agreement
"""The records that have an embed of their own."""


def latest_view(views: Views) -> EmbedList:
    """The latest entries of the whole timeline."""
    library = views.library
    label = views.language.gettext("Latest entries")
    return EmbedList(label, _whole(views), None, latest_entries(views), _all_events(views, len(library.events)))


def list_view(views: Views, record: Actor | Place | Topic) -> EmbedList:
    """The latest events of a topic, an actor or a place."""
    events = [event for event in views.library.mentions(record.id, Event) if _concerns(views, event, record)]
    told = [event for event in reversed(events) if not is_expected(views.library, event)]
    return EmbedList(
        label=_kind(views, record),
        heading=views.link(record.id),
        state=state_row(views, record.id) if isinstance(record, Topic) else None,
        events=tuple(views.event_link(event.id) for event in told[:MOST_EVENTS]),
        all=_all_events(views, len(events)),
    )


def _concerns(views: Views, event: Event, record: Actor | Place | Topic) -> bool:
    """Whether an event stands in the list on the page of a record that it mentions."""
    match record:
        case Topic():
            return record.id in (*event.about, *event.moves)
        case Place():
            return record.id in event.where
    return bool(views.library.roles_in(record.id, event))


def _kind(views: Views, record: Record) -> str:
    match record:
        case Actor():
            return views.labels.actor_kind(record.kind)
        case Place():
            return views.labels.place_kind(record.kind)
    return views.language.gettext("Topic")


def event_view(views: Views, event: Event) -> EmbedEvent:
    """One event, as the chronicle has it."""
    inline = [source for source in event.sources if isinstance(source, InlineSource)]
    count = len(views.library.sources_of(event)) + len(inline)
    sources = views.language.ngettext("{n} source", "{n} sources", count).format(n=views.language.number(count))
    return EmbedEvent(event_card(views, event), sources if count else "")


def agreement_view(views: Views, agreement: Agreement) -> EmbedAgreement:
    """One agreement, with what became of its terms."""
    return EmbedAgreement(
        heading=views.link(agreement.id),
        state=state_row(views, agreement.id),
        parties=views.links(agreement.parties[:MOST_NAMES]),
        bound=views.links(agreement.binds[:MOST_NAMES]),
        terms=tuple(state_row(views, f"{agreement.id}#{term.id}") for term in agreement.terms[:MOST_TERMS]),
        more=len(agreement.terms[MOST_TERMS:]),
    )


def state_view(views: Views) -> EmbedState:
    """Where things stand: what is contested first, then what moved last."""
    known_to = last_entry(views.library)
    heading = views.words(views.language.gettext("Where things stand"))
    return EmbedState(
        heading=Link(views.href(urls.page(views.language.tag, "state")), heading),
        known_to=day_text(views, known_to) if known_to else "",
        topics=_rows(views, topics_in_order(views)),
        agreements=_rows(views, [agreement.id for agreement in views.library.agreements]),
    )


def strip_view(views: Views, *, is_even: bool) -> EmbedStrip:
    """The whole period on one line."""
    total = len(views.library.events)
    return EmbedStrip(_whole(views), strip(views), is_even, latest_entries(views), _all_events(views, total))


def _rows(views: Views, targets: Sequence[str]) -> tuple[StateRow, ...]:
    return tuple(state_row(views, target) for _, target in ranked(views.library, targets)[:MOST_FILES])


def _whole(views: Views) -> Link:
    """The timeline as a whole."""
    return Link(views.href(urls.page(views.language.tag, "index")), views.plain(views.library.config.title))


def _all_events(views: Views, count: int) -> str:
    return views.language.pgettext("embed", "All events ({n})").format(n=views.language.number(count))
