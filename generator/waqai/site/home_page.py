"""The home page: where things stand, what is expected, and the chronicle by month."""

from __future__ import annotations

from waqai import dates
from waqai.dates import Edtf
from waqai.site import urls
from waqai.site.cards import months_of
from waqai.site.contexts import Home
from waqai.site.facets import facets
from waqai.site.opening import awaited, expected_events, files, last_entry, latest_entries
from waqai.site.period_pages import events_counted, period_index
from waqai.site.periods import month_of, newest
from waqai.site.selection_pages import IMPORTANCE, KEY_FIRST
from waqai.site.state_page import day_text
from waqai.site.state_rows import topics_in_order
from waqai.site.strip import strip
from waqai.site.views import Views


def home_page(views: Views) -> Home:
    """The home page."""
    library, tag = views.library, views.language.tag
    topics = files(views, topics_in_order(views))
    agreements = files(views, (agreement.id for agreement in library.agreements))
    periods = period_index(views)
    return Home(
        title=views.plain(library.config.title),
        summary=views.rich_or_none(library.config.summary),
        span=_span(views),
        counts=_counts(views),
        known_to=_known_to(views),
        files=topics,
        agreements=agreements,
        others=len(library.topics) + len(library.agreements) - len(topics) - len(agreements),
        state_href=views.href(urls.page(tag, "state")),
        latest=latest_entries(views),
        expected=expected_events(views),
        awaited=awaited(views),
        strip=strip(views),
        key_first=views.href(urls.selection(tag, IMPORTANCE, KEY_FIRST)),
        facets=facets(views),
        total=len(library.events),
        months=months_of(views, newest(library)),
        periods=periods,
        entries=views.href(urls.entries(tag)) if periods else "",
    )


def _span(views: Views) -> str:
    """The months from the first event to the last."""
    if not views.library.events:
        return ""
    first, last = (month_of(views.library.events[index]) for index in (0, -1))
    return dates.describe(Edtf.parse(first if first == last else f"{first}/{last}"), views.language)


def _known_to(views: Views) -> str:
    day = last_entry(views.library)
    return day_text(views, day) if day else ""


def _counts(views: Views) -> tuple[str, ...]:
    language, library = views.language, views.library
    agreements, sources = len(library.agreements), len(library.sources)
    return (
        events_counted(views, len(library.events)),
        language.ngettext("{n} agreement", "{n} agreements", agreements).format(n=language.number(agreements)),
        language.ngettext("{n} source", "{n} sources", sources).format(n=language.number(sources)),
    )
