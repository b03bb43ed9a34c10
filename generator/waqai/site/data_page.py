"""The page that tells people what there is to subscribe to and to take with them."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.site import urls
from waqai.site.calendar import years_of
from waqai.site.contexts import DataPage, Offer, OfferGroup
from waqai.site.data.contents import data_sets, explanations, versions
from waqai.site.views import Views

ATOM, JSON_FEED, CALENDAR, XML, ZIP = "Atom", "JSON Feed", "iCalendar", "XML", "ZIP"


def data_page(views: Views) -> DataPage:
    """The page of one language."""
    return DataPage(
        groups=(_feeds(views), _calendars(views), *_whole(views), _lists(views)),
        sets=tuple(data_sets(views)),
        explanations=tuple(explanations(views.language)),
        versions=tuple(versions(views)),
        licence=views.library.config.licence,
    )


def _offer(views: Views, label: str, form: str, path: str, *, subscribes: bool = False) -> Offer:
    address = urls.absolute(views.library.config.url, path)
    webcal = f"webcal:{address.partition(':')[2]}" if subscribes else ""
    return Offer(label, form, views.href(path), address, webcal)


def _feeds(views: Views) -> OfferGroup:
    _, tag = views.language.pgettext, views.language.tag
    entries = _("data", "New and changed entries")
    note = _(
        "data",
        "Put an address into a feed reader. Every actor, place and topic has a feed of its own too, at the foot of "
        "its page.",
    )
    items = (
        _offer(views, entries, ATOM, urls.feed(tag)),
        _offer(views, entries, JSON_FEED, urls.feed(tag, "json")),
        _offer(views, _("navigation", "Corrections"), ATOM, urls.corrections_feed(tag)),
    )
    return OfferGroup("feeds", _("data", "Feeds"), note, items)


def _calendars(views: Views) -> OfferGroup:
    _, tag = views.language.pgettext, views.language.tag
    years = years_of(views.library)
    whole = _("data", "The latest events") if years else _("data", "All events")
    note = _(
        "data",
        "Events fill whole days. Where the day is not known, the event is marked as tentative and the date is said "
        "in words.",
    )
    items = [_offer(views, whole, CALENDAR, urls.calendar(tag), subscribes=True)]
    items += [_offer(views, views.language.numerals(y), CALENDAR, urls.calendar(tag, y)) for y in years]
    return OfferGroup("calendar", _("data", "Calendar"), note, tuple(items))


def _whole(views: Views) -> Iterator[OfferGroup]:
    """What there is to read without a connection, as far as the owner wants it."""
    _, config = views.language.pgettext, views.library.config
    if config.archive:
        note = _(
            "data",
            "Unpack it and open index.html: it works without a connection, from a disk or a USB stick, and can be "
            "passed on by hand.",
        )
        item = _offer(views, _("data", "All pages, with fonts and pictures"), ZIP, urls.archive(config.id))
        yield OfferGroup("whole", _("data", "The whole site"), note, (item,))
    if config.offline:
        note = _(
            "data",
            "Your browser keeps the pages that you visit, so that you can read them without a connection. Whoever "
            "opens your device can see which they are. To remove them, delete this site’s data in the browser.",
        )
        yield OfferGroup("kept", _("data", "Kept on your device"), note, ())


def _lists(views: Views) -> OfferGroup:
    _ = views.language.pgettext
    items = (_offer(views, _("data", "All pages"), XML, urls.SITEMAP),)
    return OfferGroup("programs", _("data", "For programs"), "", items)
