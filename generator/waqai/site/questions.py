"""The questions on which accounts differ, beside the topics and agreements on which they bear."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.model import Event
from waqai.model.parts import Differ
from waqai.site.contexts import Question
from waqai.site.views import Views


def questions_on(views: Views, target: str) -> Iterator[tuple[Event, Question, Differ]]:
    """The questions that bear on a topic or an agreement, in order of time."""
    for event in views.library.mentions(target, Event):
        for question, differ in questions_of(views, event):
            if bears_on(differ, event, target):
                yield event, question, differ


def questions_of(views: Views, event: Event) -> Iterator[tuple[Question, Differ]]:
    """All questions of an event."""
    for number, differ in enumerate(event.differ, start=1):
        href = f"{views.record_href(event)}#differ-{number}"
        yield Question(href, views.rich(differ.ask, event), views.event_link(event.id)), differ


def bears_on(differ: Differ, event: Event, target: str) -> bool:
    """Whether a question bears on a topic or an agreement: as it says, or as its event has no other topic."""
    only = event.about if len(event.about) == 1 else ()
    return target in (only if differ.about is None else differ.about)
