"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from waqai.site.contexts import Paging
from waqai.site.views import Views

Item = TypeVar("Item")
MOST_ROWS = 200
"""On one page of a list: about 2,500 elements and 15 KB, compressed."""


def page_count(items: int) -> int:
    """How many pages so many items take; an empty list takes one."""
    return max(1, -(-items // MOST_ROWS))


def page_of(items: Sequence[Item], number: int) -> Sequence[Item]:
    """The items of the page with this number, from 1."""
    return items[(number - 1) * MOST_ROWS : number * MOST_ROWS]


def paging(views: Views, path: Callable[[int], str], items: int, number: int) -> Paging | None:
    """The place of a page among those of its list; `path` gives the path of the page with a number."""
    count = page_count(items)
    if count == 1:
        return None
    pattern = views.language.pgettext("paging", "Page {number} of {count}")
    where = pattern.format(number=views.language.number(number), count=views.language.number(count))
    previous = views.href(path(number - 1)) if number > 1 else ""
    return Paging(where, previous, views.href(path(number + 1)) if number < count else "")


def numbered(views: Views, title: str, number: int) -> str:
    """The title of a page of a list: the first has the list's own, the others add their number."""
    pattern = views.language.pgettext("paging", "{title}, page {number}")
    return title if number == 1 else pattern.format(title=title, number=views.language.number(number))
