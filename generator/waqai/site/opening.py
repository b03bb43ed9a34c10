"""What the home page opens with: where things stand, the latest entries, what is expected next.

Nothing here knows today's date: silence is counted to the last entry, and what lies ahead of the last report is
expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from waqai.content import Library
from waqai.content.notes import derived
from waqai.content.standing import ClaimKey
from waqai.content.state import MoveMade
from waqai.model import Agreement, AgreementTerm, Event
from waqai.site.contexts import Awaited, Contest, EventLink, FileRow, Question
from waqai.site.questions import questions_of, questions_on
from waqai.site.state_rows import state_row
from waqai.site.views import Views

MOST_FILES, MOST_LATEST, MOST_AWAITED, MOST_CONTESTED = 12, 5, 6, 3
SETTLED = frozenset({"done", "broken", "superseded", "denied", "lifted", "closed"})
"""States of a term after which nothing more of it is awaited."""


@derived
def last_entry(library: Library) -> date | None:
    """The day up to which the chronicle tells; None where it tells nothing yet."""
    return max((event.date.is_.anchor_day for event in library.events if not is_expected(library, event)), default=None)


def is_expected(library: Library, event: Event) -> bool:
    """Whether an event lies ahead of the last report, so that no report can have told how it went."""
    first = event.date.is_.earliest
    return first is not None and bool(library.sources) and first > library.sources[-1].date.anchor_day


def latest_entries(views: Views) -> tuple[EventLink, ...]:
    """The last entries, newest first."""
    told = (event for event in reversed(views.library.events) if not is_expected(views.library, event))
    return tuple(views.event_link(event.id) for _, event in zip(range(MOST_LATEST), told, strict=False))


def expected_events(views: Views) -> tuple[EventLink, ...]:
    """The next of the events that lie ahead of the last report."""
    ahead = [event for event in views.library.events if is_expected(views.library, event)]
    return tuple(views.event_link(event.id) for event in ahead[:MOST_AWAITED])


def files(views: Views, targets: Iterable[str]) -> tuple[FileRow, ...]:
    """Where topics or agreements stand: the contested first, then what moved last, then what never moved."""
    return tuple(_file(views, target, made) for made, target in ranked(views.library, targets)[:MOST_FILES])


def ranked(library: Library, targets: Iterable[str]) -> list[tuple[MoveMade | None, str]]:
    """Targets with their last move: the contested first, then what moved last, then what never moved."""
    return sorted(((library.state.current(target), target) for target in targets), key=lambda row: _rank(row[0]))


def _rank(made: MoveMade | None) -> tuple[bool, bool, int]:
    return made is None, made is not None and made.standing.key != "disputed", -made.day.toordinal() if made else 0


def _file(views: Views, target: str, made: MoveMade | None) -> FileRow:
    told = [event for event in events_on(views.library, target) if not is_expected(views.library, event)]
    last = max(told, key=last_day_of, default=None)
    return FileRow(
        row=state_row(views, target),
        contested=tuple(_contested(views, target, made))[:MOST_CONTESTED],
        last=views.event_link(last.id) if last else None,
        silent=silence(views, last_day_of(last)) if last else "",
    )


def events_on(library: Library, target: str) -> tuple[Event, ...]:
    """The events on a topic or an agreement: about it, or naming it, or moving it."""
    mentioned = library.mentions(target, Event)
    return (
        mentioned if library.has(target, Agreement) else tuple(e for e in mentioned if target in (*e.about, *e.moves))
    )


def last_day_of(event: Event) -> date:
    """The last day on which an event is known to have gone on, of a span its end."""
    when = event.date.is_
    return when.latest if when.is_span and when.latest else when.anchor_day


def silence(views: Views, day: date) -> str:
    """“no news for 11 days”, from a day to the last entry; empty where there is no day between them."""
    end = last_entry(views.library)
    days = (end - day).days if end else 0
    pattern = views.language.ngettext("no news for {n} day", "no news for {n} days", days)
    return pattern.format(n=views.language.number(days)) if days > 0 else ""


# What is contested


def _contested(views: Views, target: str, made: MoveMade | None) -> Iterator[Contest]:
    """Who disputes the state of a file, and the questions that bear on it."""
    disputed = made if made and made.standing.key == "disputed" else None
    if disputed:
        yield from _about_the_state(views, disputed)
    for event, question, differ in questions_on(views, target):
        if not (disputed and disputed.event == event.id and disputed.claim in differ.claims):
            yield _as_contest(question)


def _about_the_state(views: Views, made: MoveMade) -> Iterator[Contest]:
    event = views.library.get(made.event, Event)
    answers = {key for differ in event.differ for key in differ.claims}
    yield from (_as_contest(asked) for asked, differ in questions_of(views, event) if made.claim in differ.claims)
    others = [key for key in made.standing.disputed_by if key[0] != event.id or key[1] not in answers]
    yield from _disputants(views, others)


def _as_contest(question: Question) -> Contest:
    return Contest(question.href, question.question, is_question=True)


def _disputants(views: Views, keys: Iterable[ClaimKey]) -> Iterator[Contest]:
    """Who contradicts, each once."""
    links = {link.by.text: link for link in map(views.claim_link, keys)}
    return (Contest(link.href, link.by, is_question=False) for link in links.values())


# What is awaited


def awaited(views: Views) -> tuple[Awaited, ...]:
    """What was agreed and is not reported as done or ended, of the newest agreements first."""
    library = views.library
    newest = sorted(library.agreements, key=lambda agreement: agreement.date.is_.sort_key, reverse=True)
    open_ = ((agreement, term) for agreement in newest if _is_open(library, agreement.id) for term in agreement.terms)
    found = (pair for pair in open_ if _is_open(library, f"{pair[0].id}#{pair[1].id}"))
    return tuple(_awaited(views, *pair) for _, pair in zip(range(MOST_AWAITED), found, strict=False))


def _is_open(library: Library, target: str) -> bool:
    made = library.state.current(target)
    return made is None or made.state not in SETTLED


def _awaited(views: Views, agreement: Agreement, term: AgreementTerm) -> Awaited:
    target = f"{agreement.id}#{term.id}"
    made = views.library.state.current(target)
    since = made.day if made else agreement.date.is_.anchor_day
    return Awaited(
        row=state_row(views, target),
        agreement=views.link(agreement.id),
        obliged=views.links(term.obliges, short=True),
        date=views.date(made.when) if made else views.date(agreement.date.is_, agreement.date),
        silent=silence(views, since),
    )
