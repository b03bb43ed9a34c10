"""The pages of the chronicle's periods, and the ways to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waqai import dates
from waqai.dates import Edtf
from waqai.model import Event
from waqai.site import urls
from waqai.site.cards import KEY_EVENT, month_label, months_of
from waqai.site.contexts import PeriodLink, PeriodPage
from waqai.site.periods import MOST_ENTRIES, Period, every_period, pages_of_entries, periods_of
from waqai.site.views import Views

PART = "-part-"
MOST_LINKS = 200
"""To periods on the home page: a longer chronicle lists its years there, and each year its months."""


def period_page(views: Views, key: str) -> PeriodPage:
    """The page of a period."""
    years = periods_of(views.library)
    period = next(period for period in every_period(years) if period.key == key)
    before, after = _neighbours(period, years)
    key_list = urls.selection(views.language.tag, "importance", str(KEY_EVENT))
    key_events = [event for event in period.events if event.importance == KEY_EVENT] if period.parts else []
    return PeriodPage(
        title=period_title(views, period),
        count=events_counted(views, len(period.events)),
        home=views.href(urls.page(views.language.tag, "index")),
        around=tuple(_link(views, each, period_title(views, each)) for each in _around(period, years)),
        parts=tuple(_link(views, part, _label(views, part)) for part in period.parts),
        key_events=tuple(views.event_link(event.id) for event in key_events[:MOST_ENTRIES]),
        all_key_events=views.href(key_list) if len(key_events) > MOST_ENTRIES else "",
        months=() if period.parts else months_of(views, period.events),
        previous=_link(views, before, period_title(views, before)) if before else None,
        next=_link(views, after, period_title(views, after)) if after else None,
    )


def period_index(views: Views) -> tuple[PeriodLink, ...]:
    """The years of a long chronicle, with the months of each; newest first, where most readers look."""
    links = tuple(_with_parts(views, year) for year in reversed(periods_of(views.library)))
    count = sum(1 + len(link.parts) for link in links)
    return links if count <= MOST_LINKS else tuple(replace(link, parts=()) for link in links)


def _with_parts(views: Views, year: Period) -> PeriodLink:
    parts = tuple(_link(views, month, _label(views, month)) for month in year.parts)
    return replace(_link(views, year, period_title(views, year)), parts=parts)


def _link(views: Views, period: Period, label: str) -> PeriodLink:
    return PeriodLink(views.href(urls.period(views.language.tag, period.key)), label, len(period.events))


def period_title(views: Views, period: Period) -> str:
    """“2021”, “February 2021”, “February 2021, part 2”."""
    month, _, number = period.key.partition(PART)
    title = month_label(views, month)
    if not number:
        return title
    pattern = views.language.pgettext("period", "{month}, part {number}")
    return pattern.format(month=title, number=views.language.numerals(number))


def _label(views: Views, part: Period) -> str:
    """What a part is called on the page of the whole: “February”; of a part of a month, its days."""
    if PART not in part.key:
        return views.language.month(int(part.key[-2:]))
    first, last = (_day(part.events[index]) for index in (0, -1))
    return dates.describe_short(Edtf.parse(first if first == last else f"{first}/{last}"), views.language)


def _day(event: Event) -> str:
    return event.date.is_.anchor_day.isoformat()


def _neighbours(period: Period, years: Sequence[Period]) -> tuple[Period | None, Period | None]:
    """The pages of entries before and after one; of a period that has parts, its equals before and after."""
    equals = [each for each in every_period(years) if len(each.key) == len(period.key)]
    line = equals if period.parts else list(pages_of_entries(years))
    index = next(number for number, each in enumerate(line) if each.key == period.key)
    return (line[index - 1] if index else None), (line[index + 1] if index + 1 < len(line) else None)


def _around(period: Period, years: Sequence[Period]) -> Iterator[Period]:
    """The periods that one lies in, longest first."""
    return (each for each in every_period(years) if period.key.startswith(f"{each.key}-"))


def events_counted(views: Views, count: int) -> str:
    """“45 events”."""
    return views.language.ngettext("{n} event", "{n} events", count).format(n=views.language.number(count))
