"""The state of play: now, at the end of every day on which something moved, and the days of a year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from waqai import dates
from waqai.dates import Edtf
from waqai.site import urls
from waqai.site.contexts import (
    Counted,
    DayMoved,
    DaysPage,
    Link,
    MatrixCell,
    MatrixDay,
    MatrixRow,
    MonthOfDays,
    StatePage,
    YearOfDays,
)
from waqai.site.state_rows import agreements_in_order, state_row, topics_in_order
from waqai.site.views import Views

MOST_ROWS = 120
"""Of the table of one date. Where there are more, those that moved last are shown."""
MOST_COLUMNS = 8
"""Of the matrix: as many days as fit a page beside the names."""
MOST_MATRIX_ROWS = 40
"""Of the matrix. Where there are more, only what moved on its days is shown."""
MOST_MOVES = 60
"""Of what moved on one day."""


def state_page(views: Views, day: date | None = None) -> StatePage:
    """The state of play now (`day` is None), or at the end of a day."""
    days = views.library.state.days
    index = bisect_left(days, day) if day else len(days) - 1
    first = max(0, index + 1 - MOST_COLUMNS)
    topics, agreements = _shown(views, day)
    window = days[first : index + 1]
    moved = views.library.state.moves_on(day) if day else ()
    return StatePage(
        is_now=day is None,
        day=day_text(views, days[index]) if days else "",
        topics=tuple(state_row(views, target, day) for target in topics),
        agreements=tuple(state_row(views, target, day) for target in agreements),
        more=_more(views, len(topics) + len(agreements)),
        previous=_step(views, days[index - 1]) if index > 0 else None,
        next=_step(views, days[index + 1]) if index + 1 < len(days) else None,
        days=_columns(views, window, day),
        topic_rows=_matrix(views, topics, window, day),
        agreement_rows=_matrix(views, agreements, window, day),
        earlier=_step(views, days[first - 1]) if first > 0 else None,
        moved=tuple(views.move(made, day) for made in moved[:MOST_MOVES]),
        moved_more=max(0, len(moved) - MOST_MOVES),
        all_days=views.href(urls.state_days(views.language.tag, days[index].year)) if days else "",
        latest=views.href(urls.page(views.language.tag, "state")),
        key=views.labels.key_of_states(),
    )


def day_text(views: Views, day: date) -> str:
    """A day in words."""
    return dates.describe(Edtf.parse(day.isoformat()), views.language)


def _shown(views: Views, day: date | None) -> tuple[list[str], list[str]]:
    """The topics, and the agreements with their terms, that a table has room for: those that moved last."""
    topics, agreements = list(topics_in_order(views)), list(agreements_in_order(views))
    if len(topics) + len(agreements) <= MOST_ROWS:
        return topics, agreements
    state = views.library.state
    last = {key: made.day for key in (*topics, *agreements) if (made := state.on(key, day or date.max))}
    kept = set(sorted(last, key=lambda key: (last[key], key), reverse=True)[:MOST_ROWS])
    return [key for key in topics if key in kept], [key for key in agreements if key in kept]


def _more(views: Views, shown: int) -> tuple[Counted, ...]:
    """Where to find the rows that a table has no room for."""
    _ = views.language.pgettext
    library = views.library
    if shown == len(library.topics) + sum(1 + len(agreement.terms) for agreement in library.agreements):
        return ()
    lists = (
        ("topics", _("navigation", "Topics"), len(library.topics)),
        ("agreements", _("navigation", "Agreements"), len(library.agreements)),
    )
    tag = views.language.tag
    return tuple(
        Counted(Link(views.href(urls.listing(tag, folder)), views.words(label)), count)
        for folder, label, count in lists
        if count
    )


def _step(views: Views, day: date) -> Link:
    href = views.href(urls.state_on(views.language.tag, day.isoformat()))
    return Link(href, views.words(day_text(views, day)))


def _columns(views: Views, days: tuple[date, ...], shown: date | None) -> tuple[MatrixDay, ...]:
    one_year = len({day.year for day in days}) == 1
    name = dates.describe_short if one_year else dates.describe
    return tuple(_column(views, day, name(Edtf.parse(day.isoformat()), views.language), day == shown) for day in days)


def _column(views: Views, day: date, label: str, is_shown: bool) -> MatrixDay:  # noqa: FBT001 - one of four fields
    """A column is as certain as the most certain of its moves."""
    moves = views.library.state.moves_on(day)
    note = views.language.weekday(day)
    if not any(move.when.is_day for move in moves):
        note = dates.parts(moves[0].when, views.language).qualifier or views.language.pgettext("date", "about")
    href = views.href(urls.state_on(views.language.tag, day.isoformat()))
    return MatrixDay(label, note, href, is_shown)


def _matrix(views: Views, targets: list[str], days: tuple[date, ...], until: date | None) -> tuple[MatrixRow, ...]:
    """The rows of a matrix of some days: all of them, or only what moved where they would be too many."""
    if len(targets) > MOST_MATRIX_ROWS:
        moved = {made.target for day in days for made in views.library.state.moves_on(day)}
        targets = [target for target in targets if target in moved][:MOST_MATRIX_ROWS]
    return tuple(_matrix_row(views, target, days, until) for target in targets)


def _matrix_row(views: Views, target: str, days: tuple[date, ...], until: date | None) -> MatrixRow:
    cells = tuple(_cell(views, target, day, until) for day in days)
    return MatrixRow(views.target(target), cells, "#" in target)


def _cell(views: Views, target: str, day: date, until: date | None) -> MatrixCell:
    made = views.library.state.on(target, day)
    moved = made is not None and made.day == day
    return MatrixCell(views.move(made, until) if made and moved else None, holds=made is not None and not moved)


def days_page(views: Views, year: int) -> DaysPage:
    """The days of a year on which something moved, and the way to the other years."""
    days = views.library.state.days
    own = [day for day in days if day.year == year]
    months = groupby(own, key=lambda day: day.replace(day=1))
    years = groupby(days, key=lambda day: day.year)
    return DaysPage(
        years=tuple(_year(views, each, len(list(its)), is_shown=each == year) for each, its in years),
        months=tuple(_month(views, month, its) for month, its in months),
        latest=views.href(urls.page(views.language.tag, "state")),
    )


def year_text(views: Views, year: int) -> str:
    """A year in words."""
    return dates.describe(Edtf.parse(f"{year:04}"), views.language)


def _year(views: Views, year: int, count: int, *, is_shown: bool) -> YearOfDays:
    link = Link(views.href(urls.state_days(views.language.tag, year)), views.words(year_text(views, year)))
    return YearOfDays(link, count, is_shown)


def _month(views: Views, month: date, days: Iterable[date]) -> MonthOfDays:
    name = dates.describe(Edtf.parse(month.isoformat()[: len("2021-02")]), views.language)
    return MonthOfDays(name, tuple(_day(views, day) for day in days))


def _day(views: Views, day: date) -> DayMoved:
    href = views.href(urls.state_on(views.language.tag, day.isoformat()))
    short = dates.describe_short(Edtf.parse(day.isoformat()), views.language)
    return DayMoved(href, short, views.language.weekday(day), len(views.library.state.moves_on(day)))
