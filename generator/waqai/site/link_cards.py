"""What the pictures show that stand for links elsewhere (Open Graph): one for an event, one for the site."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from waqai.content.library import Library
from waqai.languages import Language
from waqai.languages.tags import script_of
from waqai.model import Event
from waqai.site.contexts import Phrase, StandingView
from waqai.site.views import Views

WIDTH, HEIGHT = 1200, 630
"""In pixels: what Open Graph readers want."""


@dataclass(frozen=True, slots=True)
class LinkCard:
    """Everything that a picture shows. Its `repr()` decides whether it is drawn again."""

    lang: str
    dir: str
    title: Phrase
    number: str
    """The event's number; empty on the card of the site."""
    facts: str
    """The kind of the event, and its date as it is known; on the card of the site what it holds."""
    lede: Phrase | None
    """A sentence under the title, on the card of the site."""
    standing: StandingView | None
    foot: Phrase
    """The title of the site; on its own card its address."""
    language: str
    """The language's own name."""


Draw = Callable[[LinkCard], bytes]
"""Draws a card as PNG. Pure: equal cards make equal bytes."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Where link cards are drawn."""

    draw: Draw
    digest: str
    """Changes with everything that decides on a drawing besides the card and the program."""
    scripts: frozenset[str]
    """The scripts (ISO 15924) that there are letters for."""


def event_card(views: Views, event: Event) -> LinkCard:
    """The card of an event."""
    date = views.date(event.date.is_, event.date)
    weekday = [date.weekday] if date.weekday else []
    standing = views.standing_of(event)
    return LinkCard(
        lang=views.language.tag,
        dir=views.language.direction,
        title=views.name(event),
        number=views.language.number(views.library.number(event.id)),
        facts=" · ".join([views.labels.event_type(event.type), *weekday, date.text.text]),
        lede=None,
        standing=StandingView(standing.key, standing.label, ""),
        foot=views.plain(views.library.config.title),
        language=views.language.autonym,
    )


def site_card(views: Views) -> LinkCard:
    """The card of the site, for every page that has none of its own."""
    config, language, count = views.library.config, views.language, len(views.library.events)
    title = views.plain(config.title)
    counted = language.ngettext("{n} event", "{n} events", count).format(n=language.number(count))
    return LinkCard(
        lang=language.tag,
        dir=language.direction,
        title=title,
        number="",
        facts=counted if count else "",
        lede=views.rich_or_none(config.summary),
        standing=None,
        foot=Phrase(config.url.partition("://")[2].rstrip("/"), "en", "ltr"),
        language=language.autonym,
    )


def has_site_card(library: Library, language: Language, scripts: Collection[str]) -> bool:
    """Whether the site has a card in a language: the owner wants it, and there are letters for it."""
    return library.config.cards != "none" and language.script in scripts


def has_event_card(views: Views, event: Event, scripts: Collection[str]) -> bool:
    """Whether an event has a card of its own in a language."""
    wanted = views.library.config.cards == "events" and has_site_card(views.library, views.language, scripts)
    return wanted and script_of(views.name(event).lang) in scripts
