"""Where topics, agreements and terms stand: the rows of the table of the state of play."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from waqai.site.contexts import StateRow
from waqai.site.views import Views


def state_row(views: Views, target: str, day: date | None = None) -> StateRow:
    """Where a topic, an agreement or a term stands now, or stood at the end of a day."""
    state = views.library.state
    made = state.on(target, day) if day else state.current(target)
    link, is_term = views.target(target), "#" in target
    if made is None:
        return StateRow(link, views.labels.no_state(), None, is_term)
    return StateRow(link, views.state(made.state, target), views.move(made, day), is_term)


def topics_in_order(views: Views) -> tuple[str, ...]:
    """The ids of the topics, in the order in which they first came up; then those that never moved."""
    first = views.library.state.by_first_move
    return tuple(
        sorted((topic.id for topic in views.library.topics), key=lambda key: (first.get(key, len(first)), key))
    )


def agreements_in_order(views: Views) -> Iterator[str]:
    """Agreements by date, each followed by its terms."""
    for agreement in views.library.agreements:
        yield agreement.id
        yield from (f"{agreement.id}#{term.id}" for term in agreement.terms)


def topic_rows(views: Views) -> tuple[StateRow, ...]:
    """Where every topic stands now."""
    return tuple(state_row(views, target) for target in topics_in_order(views))


def agreement_rows(views: Views) -> tuple[StateRow, ...]:
    """Where every agreement stands now, without its terms."""
    return tuple(state_row(views, agreement.id) for agreement in views.library.agreements)
