"""Which pages the chronicle, the indexes and the lists of the filters take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from waqai.content import Library
from waqai.model import RECORD_KINDS
from waqai.site import urls
from waqai.site.contexts import IndexPage, PeriodPage, Selection
from waqai.site.index_pages import index_page, index_words, records_of
from waqai.site.paging import numbered, page_count
from waqai.site.period_pages import period_page, period_title
from waqai.site.periods import every_period, periods_of
from waqai.site.selection_pages import selection_page, selection_title, selections
from waqai.site.views import Views


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list."""

    path: str
    title: Callable[[Views], str]
    description: Callable[[Views], str]
    """A sentence for search engines and link previews; empty where the site's own will do."""
    make: Callable[[Views], IndexPage | PeriodPage | Selection]


def list_pages(library: Library, tag: str) -> Iterator[ListPage]:
    """The chronicle by periods, the indexes of all kinds, and the lists that filters lead to, in one language."""
    yield from _periods(library, tag)
    for folder in RECORD_KINDS:
        yield from _index(library, tag, folder)
    yield from _selections(library, tag)


def _periods(library: Library, tag: str) -> Iterator[ListPage]:
    for period in every_period(periods_of(library)):
        title, make = partial(period_title, period=period), partial(period_page, key=period.key)
        yield ListPage(urls.period(tag, period.key), title, _nothing, make)


def _index(library: Library, tag: str, folder: str) -> Iterator[ListPage]:
    for number in range(1, 1 + page_count(len(records_of(library, folder)))):
        yield ListPage(
            urls.listing(tag, folder, number),
            partial(_index_title, folder=folder, number=number),
            partial(_index_lede, folder=folder),
            partial(index_page, folder=folder, number=number),
        )


def _index_title(views: Views, folder: str, number: int) -> str:
    return numbered(views, index_words(views, folder)[0], number)


def _index_lede(views: Views, folder: str) -> str:
    return index_words(views, folder)[1]


def _selections(library: Library, tag: str) -> Iterator[ListPage]:
    for facet, key, number in selections(library):
        yield ListPage(
            urls.selection(tag, facet, key, number),
            partial(_selection_title, facet=facet, key=key, number=number),
            _nothing,
            partial(selection_page, facet=facet, key=key, number=number),
        )


def _selection_title(views: Views, facet: str, key: str, number: int) -> str:
    return numbered(views, selection_title(views, facet, key), number)


def _nothing(_views: Views) -> str:
    return ""
