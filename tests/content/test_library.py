"""Order, neighbours, relations both ways, backlinks."""

from __future__ import annotations

import random
import sys
from types import FrameType

import pytest

from tests.content.making import claim, event, library_of
from waqai.model import Actor, Event, Source


def test_events_stand_in_the_order_of_their_dates() -> None:
    """Whatever the order of the files."""
    events = {"late": event("2021-02-11"), "early": event("2021-01-31"), "middle": event("2021-02")}
    assert [e.id for e in library_of(events=events).events] == ["early", "middle", "late"]


def test_on_or_before_a_day_stands_ahead_of_that_day() -> None:
    """What is known only by its latest day may have been earlier."""
    events = {"a-day": event("2021-02-11"), "by-then": event("[..2021-02-11]")}
    assert [e.id for e in library_of(events=events).events] == ["by-then", "a-day"]


def test_order_decides_within_one_day() -> None:
    """And then the id does."""
    events = {"a": event(order=2), "b": event(order=1), "c": event(order=1)}
    assert [e.id for e in library_of(events=events).events] == ["b", "c", "a"]


def test_an_event_knows_its_neighbours() -> None:
    """The first has none before it, the last none after."""
    found = library_of(events={"a": event("2021-01-01"), "b": event("2021-01-02")})
    assert [tuple(n and n.id for n in found.neighbours(key)) for key in "ab"] == [(None, "b"), ("a", None)]


def test_the_number_of_an_event_is_its_place_in_time() -> None:
    """Counted from one."""
    found = library_of(events={"z": event("2021-01-01"), "a": event("2021-01-02")})
    assert (found.number("z"), found.number("a")) == (1, 2)


@pytest.mark.parametrize(
    ("stored", "inverse"),
    [
        ("part-of", "includes"),
        ("follows", "followed-by"),
        ("responds-to", "answered-by"),
        ("implements", "implemented-in"),
        ("reports-on", "reported-by"),
        ("confirms", "confirmed-by"),
        ("supersedes", "superseded-by"),
        ("corrects", "corrected-by"),
        ("contradicts", "contradicts"),
        ("see-also", "see-also"),
    ],
)
def test_a_relation_is_seen_from_both_ends(stored: str, inverse: str) -> None:
    """One direction is stored, the other computed."""
    found = library_of(events={"a": event(links={stored: ["b"]}), "b": event()})
    seen = [(r.relation, r.other) for key in "ab" for r in found.related(key)]
    assert seen == [(stored, "b"), (inverse, "a")]


def test_a_relation_carries_the_claim_that_says_so() -> None:
    """Also at its other end."""
    claims = [claim("so", "minister", "agency-1")]
    found = library_of(
        events={"a": event(claims=claims, links={"results-from": [{"to": "b", "claim": "so"}]}), "b": event()}
    )
    assert [(r.event, r.claim) for key in "ab" for r in found.related(key)] == [("a", "so")] * 2


def test_a_symmetric_relation_stored_twice_is_shown_once() -> None:
    """Each end lists the other one time."""
    found = library_of(events={"a": event(links={"see-also": ["b"]}), "b": event(links={"see-also": ["a"]})})
    assert [r.other for r in found.related("a")] == ["b"]


def test_a_record_knows_who_names_it() -> None:
    """In roles, chains and texts."""
    events = {
        "by-role": event("2021-01-01", who={"party": ["minister"]}),
        "by-chain": event("2021-01-02", claims=[claim("a", "minister", "agency-1")]),
        "by-text": event("2021-01-03", summary="Said [[minister]]."),
        "not-at-all": event("2021-01-04"),
    }
    found = library_of(events=events)
    assert [e.id for e in found.mentions("minister", Event)] == ["by-role", "by-chain", "by-text"]


def test_the_sources_of_an_event_are_those_it_names_and_those_of_its_chains() -> None:
    """Each once, in order."""
    claims = [claim("a", "minister", "agency-1", "paper-1"), claim("b", "unnamed", "paper-1")]
    found = library_of(events={"e": event(claims=claims, sources=["radio-1"])})
    assert found.sources_of(found.get("e", Event)) == ("radio-1", "agency-1", "paper-1")


def test_a_draft_is_left_out() -> None:
    """Unless it is asked for."""
    assert library_of(events={"d": event(draft=True)}).events == ()


def test_a_record_of_another_kind_is_not_given_out() -> None:
    """An id leads to one kind of record."""
    found = library_of()
    assert found.get("minister", Actor).id == "minister"
    with pytest.raises(KeyError):
        found.get("minister", Source)


def test_the_work_of_linking_grows_with_the_events_and_not_faster() -> None:
    """Ten times the events cost about ten times the calls; each call is counted, no clock is read."""
    assert _calls(2000) < 11 * _calls(200)


def _calls(count: int) -> int:
    """How many functions are called to link so many events and to ask for everything."""
    shuffled = list(range(count))
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret, only another order
    events = {
        f"e{n}": event(
            f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}",
            claims=[claim("a", "minister", "agency-1")],
            links={"follows": [f"e{(n * 7 + 1) % count}"]},
        )
        for n in shuffled
    }
    found = library_of(events=events)
    calls = 0

    def count_calls(_frame: FrameType, happening: str, _value: object) -> None:
        nonlocal calls
        calls += happening in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count_calls)
    try:
        for entry in found.events:
            found.related(entry.id), found.neighbours(entry.id), found.standing_of(entry)
        found.mentions("minister", Event)
    finally:
        sys.setprofile(before)
    return calls
