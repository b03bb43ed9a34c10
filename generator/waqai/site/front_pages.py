"""The pages at which readers arrive from outside or astray: the chooser, unknown and former addresses."""

from __future__ import annotations

from waqai.languages import Language
from waqai.site import urls
from waqai.site.contexts import Chooser, ChooserEntry, Link, Moved, NotFound, NotFoundPart, OfflinePage
from waqai.site.views import Views


def chooser_page(views: Views, languages: tuple[Language, ...]) -> Chooser:
    """The languages, each in its own words."""
    return Chooser(tuple(_choice(views, language) for language in languages))


def _choice(around: Views, language: Language) -> ChooserEntry:
    views = Views(around.library, language, "")
    config = views.library.config
    href = views.href(urls.page(language.tag, "index"))
    title, summary = views.plain(config.title), views.rich_or_none(config.summary)
    return ChooserEntry(language.tag, language.direction, language.autonym, href, title, summary)


def not_found_page(views: Views, languages: tuple[Language, ...]) -> NotFound:
    """What may have happened, and the ways on, in each of the languages."""
    return NotFound(tuple(_not_found_part(views, language) for language in languages))


def _not_found_part(views: Views, language: Language) -> NotFoundPart:
    _ = language.pgettext
    labels = {
        "index": _("navigation", "Chronicle"),
        "state": _("navigation", "State of play"),
        "search": _("navigation", "Search"),
    }
    home, state, search = (
        Link(views.href(urls.page(language.tag, name)), views.words(label, language.tag))
        for name, label in labels.items()
    )
    text = language.gettext(
        "The address may have changed, or lost a piece when it was copied. No page of this record is ever removed, "
        "and what was corrected stays with its correction."
    )
    title = _("not found", "Nothing at this address")
    return NotFoundPart(language.tag, language.direction, title, text, home, state, search)


def offline_page(views: Views) -> OfflinePage:
    """The ways to pages that every device has which has any."""
    home, state = (
        Link(views.href(urls.page(views.language.tag, name)), views.words(label))
        for name, label in (
            ("index", views.language.pgettext("navigation", "Chronicle")),
            ("state", views.language.pgettext("navigation", "State of play")),
        )
    )
    return OfflinePage(home, state)


def moved_page(views: Views, key: str) -> Moved:
    """Where a record went whose id was changed."""
    return Moved(views.link(key))
