"""The state of play, replayed for any day."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.content.making import claim, event, library_of
from waqai.content import Library
from waqai.model.vocabulary import TOPIC_STATES

TOPICS = {"siege": {"name": "Siege"}, "oil": {"name": "Oil"}}


def library(**events: dict[str, Any]) -> Library:
    """A library with two topics."""
    return library_of(topics=TOPICS, events=events)


def state_on(found: Library, target: str, day: str) -> str:
    """The state of a target at the end of a day; empty if nothing had moved."""
    made = found.state.on(target, date.fromisoformat(day))
    return made.state if made else ""


TWO_MOVES = {
    "imposed": event("2021-01-10", about=["siege"], moves={"siege": "imposed"}),
    "eased": event("2021-02-02", about=["siege"], moves={"siege": "eased"}),
}


def test_nothing_stands_before_the_first_move() -> None:
    """The table is empty until something is known."""
    assert state_on(library(**TWO_MOVES), "siege", "2021-01-09") == ""


def test_a_state_counts_from_the_day_of_its_move() -> None:
    """At the end of the day it holds."""
    assert state_on(library(**TWO_MOVES), "siege", "2021-01-10") == "imposed"


def test_a_state_holds_until_the_next_move() -> None:
    """And then the next one does."""
    found = library(**TWO_MOVES)
    assert [state_on(found, "siege", day) for day in ("2021-02-01", "2021-02-02")] == ["imposed", "eased"]


def test_a_move_knows_what_it_replaced() -> None:
    """For “imposed → eased”."""
    assert [(move.before, move.state) for move in library(**TWO_MOVES).state.history("siege")] == [
        ("", "imposed"),
        ("imposed", "eased"),
    ]


def test_a_move_may_have_a_day_of_its_own() -> None:
    """The siege began days after the episode did."""
    found = library(e=event("2021-01-01/2021-02-02", moves={"siege": {"to": "imposed", "on": "2021-01-10"}}))
    assert found.state.days == (date(2021, 1, 10),)


def test_what_is_known_only_by_its_latest_day_counts_from_that_day() -> None:
    """On or before the 11th: we know it of the 11th."""
    found = library(e=event("[..2021-02-11]", moves={"siege": "imposed"}))
    assert [state_on(found, "siege", day) for day in ("2021-02-10", "2021-02-11")] == ["", "imposed"]


def test_a_move_has_the_standing_of_its_claim() -> None:
    """Not that of the event as a whole."""
    claims = [claim("a", "minister", "agency-1"), claim("b", "unnamed", "agency-1")]
    found = library(e=event(claims=claims, moves={"siege": {"to": "imposed", "claim": "a"}}))
    assert [move.standing.key for move in found.state.moves] == ["attributed"]


def test_a_move_without_a_claim_stands_as_its_event() -> None:
    """The weakest of its claims."""
    claims = [claim("a", "minister", "agency-1"), claim("b", "unnamed", "agency-1")]
    found = library(e=event(claims=claims, moves={"siege": "imposed"}))
    assert [move.standing.key for move in found.state.moves] == ["single-source"]


DAYS = st.dates(date(2021, 1, 1), date(2021, 3, 1))
MOVES = st.lists(st.tuples(DAYS, st.sampled_from(sorted(TOPICS)), st.sampled_from(sorted(TOPIC_STATES))), max_size=12)


@given(MOVES, DAYS)
def test_the_state_on_a_day_is_the_last_move_up_to_it(moves: list[tuple[date, str, str]], day: date) -> None:
    """The replay equals a plain fold over the moves in their order."""
    events = {f"e{n}": event(when.isoformat(), order=n, moves={t: s}) for n, (when, t, s) in enumerate(moves)}
    found = library(**events)
    in_order = sorted(moves, key=lambda move: move[0])
    expected = {target: state for when, target, state in in_order if when <= day}
    assert {target: state_on(found, target, day.isoformat()) for target in expected} == expected
