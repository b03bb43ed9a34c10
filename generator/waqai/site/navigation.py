"""The ways through the site: what the header and the footer of every page lead to, each named once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from waqai.languages import Language
from waqai.site import urls

Place = Literal["main", "more", "use", "about"]
"""Where an entry stands: always in sight; in sight on wide screens, else behind “More”; in the footer under “To take
along”, or under “About this site”."""


class Entry(NamedTuple):
    """A page that the navigation names."""

    place: Place
    path: str
    label: str


def entries(language: Language, prose: list[tuple[str, str]]) -> Iterator[Entry]:
    """All entries in one language, in order; `prose` is the id and the title of every Markdown page."""
    _, tag = language.pgettext, language.tag
    yield Entry("main", urls.page(tag, "index"), _("navigation", "Chronicle"))
    yield Entry("main", urls.page(tag, "state"), _("navigation", "State of play"))
    yield Entry("main", urls.listing(tag, "topics"), _("navigation", "Topics"))
    yield Entry("main", urls.listing(tag, "actors"), _("navigation", "Actors"))
    yield Entry("more", urls.listing(tag, "agreements"), _("navigation", "Agreements"))
    yield Entry("more", urls.listing(tag, "places"), _("navigation", "Places"))
    yield Entry("more", urls.listing(tag, "events"), _("navigation", "Events"))
    yield Entry("more", urls.listing(tag, "sources"), _("navigation", "Sources"))
    yield Entry("use", urls.page(tag, "data"), _("navigation", "Data and feeds"))
    yield Entry("use", urls.page(tag, "embed"), _("navigation", "Embed this"))
    yield Entry("about", urls.page(tag, "names"), _("navigation", "Index of names"))
    yield Entry("use", urls.briefing(tag), _("navigation", "Briefing for print"))
    yield from (Entry("about", urls.page(tag, key), title) for key, title in prose)
    yield Entry("about", urls.page(tag, "naming"), _("navigation", "How we name"))
    yield Entry("about", urls.page(tag, "translations"), _("navigation", "Translations"))
    yield Entry("about", urls.page(tag, "suggest"), _("navigation", "Suggest an event"))
    yield Entry("about", urls.page(tag, "corrections"), _("navigation", "Corrections"))
