"""The state of play: now, and at the end of every day on which something moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from waqai import dates
from waqai.content.state import MoveMade
from waqai.dates import Edtf
from waqai.site import urls
from waqai.site.contexts import Link, MatrixCell, MatrixDay, MatrixRow, StatePage, StateRow
from waqai.site.views import Views


def state_page(views: Views, day: date | None = None) -> StatePage:
    """The state of play now (`day` is None), or at the end of a day."""
    days = views.library.state.days
    shown = day or (days[-1] if days else None)
    index = days.index(day) if day else len(days) - 1
    is_now = day is None
    return StatePage(
        is_now=is_now,
        day=day_text(views, shown) if shown else "",
        topics=tuple(_row(views, target, day) for target in topics_in_order(views)),
        agreements=tuple(_row(views, target, day) for target in _agreements(views)),
        previous=_step(views, days[index - 1]) if index > 0 else None,
        next=_step(views, days[index + 1]) if index + 1 < len(days) else None,
        days=tuple(_column(views, column) for column in days) if is_now else (),
        topic_rows=tuple(_matrix_row(views, target, days) for target in topics_in_order(views)) if is_now else (),
        agreement_rows=tuple(_matrix_row(views, target, days) for target in _agreements(views)) if is_now else (),
        moved=() if day is None else tuple(views.move(m) for m in views.library.state.moves if m.day == day),
    )


def day_text(views: Views, day: date) -> str:
    """A day in words."""
    return dates.describe(Edtf.parse(day.isoformat()), views.language)


def topics_in_order(views: Views) -> tuple[str, ...]:
    """The ids of the topics, in the order in which they first came up; then those that never moved."""
    first = {move.target: rank for rank, move in reversed(list(enumerate(views.library.state.moves)))}
    never = len(views.library.state.moves)
    topics = sorted(views.library.topics, key=lambda topic: (first.get(topic.id, never), topic.id))
    return tuple(topic.id for topic in topics)


def _agreements(views: Views) -> Iterator[str]:
    """Agreements by date, each followed by its terms."""
    for agreement in views.library.agreements:
        yield agreement.id
        yield from (f"{agreement.id}#{term.id}" for term in agreement.terms)


def topic_rows(views: Views) -> tuple[StateRow, ...]:
    """Where every topic stands now."""
    return tuple(_row(views, target, None) for target in topics_in_order(views))


def agreement_rows(views: Views) -> tuple[StateRow, ...]:
    """Where every agreement stands now, without its terms."""
    return tuple(_row(views, agreement.id, None) for agreement in views.library.agreements)


def _row(views: Views, target: str, day: date | None) -> StateRow:
    state = views.library.state
    made = state.on(target, day) if day else state.current(target)
    indent = "#" in target
    if made is None:
        return StateRow(views.target(target), views.labels.no_state(), None, indent)
    return StateRow(views.target(target), views.state(made.state, target), views.move(made), indent)


def _step(views: Views, day: date) -> Link:
    href = views.href(urls.state_on(views.language.tag, day.isoformat()))
    return Link(href, views.words(day_text(views, day)))


def _column(views: Views, day: date) -> MatrixDay:
    """A column is as certain as the least certain of its moves is not: exact if any move is dated exactly."""
    moves = [move for move in views.library.state.moves if move.day == day]
    exact = Edtf.parse(day.isoformat())
    note = views.language.weekday(day)
    if not any(move.when.is_day for move in moves):
        note = dates.parts(moves[0].when, views.language).qualifier or views.language.pgettext("date", "about")
    href = views.href(urls.state_on(views.language.tag, day.isoformat()))
    return MatrixDay(dates.describe_short(exact, views.language), note, href)


def _matrix_row(views: Views, target: str, days: tuple[date, ...]) -> MatrixRow:
    history = views.library.state.history(target)
    cells = tuple(_cell(views, history, day) for day in days)
    return MatrixRow(views.target(target), cells, "#" in target)


def _cell(views: Views, history: tuple[MoveMade, ...], day: date) -> MatrixCell:
    made = next((move for move in reversed(history) if move.day == day), None)
    return MatrixCell(views.move(made) if made else None, any(move.day < day for move in history))
