"""What the home page opens with: nothing depends on today's date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.content.making import claim, event, library_of
from waqai.content import Library
from waqai.languages import Language
from waqai.site.contexts import FileRow
from waqai.site.opening import awaited, expected_events, files, last_entry, latest_entries
from waqai.site.views import Views

LOCALES = Path(__file__).parents[1] / "theme" / "locales"
TOPICS = {"one": {"name": "One"}, "two": {"name": "Two"}, "three": {"name": "Three"}}
TERMS = [{"id": "first", "text": "First term"}, {"id": "second", "text": "Second term"}]


def views_of(tag: str = "en", **folders: dict[str, Any]) -> Views:
    """Views of a synthetic library."""
    return Views(library_of(topics=TOPICS, **folders), Language.of(tag, catalogues=(LOCALES,)), tag)


def row(views: Views, topic: str) -> FileRow:
    """The row of a topic."""
    return next(row for row in files(views, TOPICS) if str(row.row.target.label) == topic)


def days(library: Library) -> str:
    """The day of the last entry."""
    return str(last_entry(library))


def test_an_event_after_every_report_is_expected() -> None:
    """The reports are of 1 and 2 February."""
    views = views_of(events={"held": event("2021-02-01"), "planned": event("2021-03-01", type="deadline")})
    assert [link.number for link in expected_events(views)] == [2]


def test_an_event_on_the_day_of_the_last_report_is_not_expected() -> None:
    """It may have been reported on the same day."""
    views = views_of(events={"held": event("2021-02-02")})
    assert expected_events(views) == ()


def test_an_event_that_may_have_begun_before_the_last_report_is_not_expected() -> None:
    """On or before 1 March: nobody knows that it lies ahead."""
    views = views_of(events={"held": event("[..2021-03-01]")})
    assert expected_events(views) == ()


def test_what_is_expected_is_not_among_the_latest_entries() -> None:
    """Nor does it end the record."""
    views = views_of(events={"held": event("2021-02-01"), "planned": event("2021-03-01")})
    assert [link.number for link in latest_entries(views)] == [1]
    assert days(views.library) == "2021-02-01"


def test_the_latest_entries_stand_newest_first() -> None:
    """Five of them."""
    views = views_of(events={f"e{day}": event(f"2021-01-0{day}") for day in range(1, 8)})
    assert [link.number for link in latest_entries(views)] == [7, 6, 5, 4, 3]


def test_silence_is_counted_to_the_last_entry() -> None:
    """From 20 January to 1 February."""
    views = views_of(events={"a": event("2021-01-20", about=["one"]), "b": event("2021-02-01", about=["two"])})
    assert (row(views, "One").silent, row(views, "Two").silent) == ("no news for 12 days", "")


def test_a_span_is_silent_only_after_its_end() -> None:
    """It went on until 31 January."""
    views = views_of(events={"a": event("2021-01-01/2021-01-31", about=["one"]), "b": event("2021-02-01")})
    assert row(views, "One").silent == "no news for 1 day"


def test_contested_files_stand_first_and_those_that_never_moved_last() -> None:
    """Between them the one that moved last is the first."""
    disputed = [claim("yes", "minister", "paper-1"), claim("no", "spokesman", "agency-1", disputes=["yes"])]
    moves = {"one": {"to": "agreed", "claim": "yes"}}
    views = views_of(
        events={
            "a": event("2021-01-01", claims=disputed, about=["one"], moves=moves),
            "b": event("2021-02-01", moves={"two": {"to": "discussed"}}),
        }
    )
    assert [str(row.row.target.label) for row in files(views, TOPICS)] == ["One", "Two", "Three"]


def test_who_disputes_a_state_is_named_beside_it() -> None:
    """By the origin of the claim that contradicts."""
    disputed = [claim("yes", "minister", "paper-1"), claim("no", "spokesman", "agency-1", disputes=["yes"])]
    views = views_of(
        events={"a": event(claims=disputed, about=["one"], moves={"one": {"to": "agreed", "claim": "yes"}})}
    )
    assert [(str(contest.text), contest.is_question) for contest in row(views, "One").contested] == [
        ("Spokesman", False)
    ]


def test_a_question_of_an_event_on_two_files_is_left_to_the_event() -> None:
    """Nobody can tell which of them it concerns."""
    claims = [claim("here", "minister", "paper-1"), claim("there", "spokesman", "agency-1")]
    differ = [{"ask": "Where?", "claims": ["here", "there"]}]
    views = views_of(
        events={
            "a": event("2021-01-01", claims=claims, differ=differ, about=["one", "two"]),
            "b": event("2021-01-02", claims=claims, differ=differ, about=["three"]),
        }
    )
    assert [len(row(views, topic).contested) for topic in ("One", "Two", "Three")] == [0, 0, 1]


def test_a_question_stands_at_the_files_that_it_names() -> None:
    """The second question is about no file."""
    claims = [claim("here", "minister", "paper-1"), claim("there", "spokesman", "agency-1")]
    differ = [
        {"ask": "Where?", "claims": ["here", "there"], "about": ["two", "three"]},
        {"ask": "Who?", "claims": ["there", "here"], "about": []},
    ]
    views = views_of(events={"a": event(claims=claims, differ=differ, about=["one", "two"])})
    asked = [[str(contest.text) for contest in row(views, topic).contested] for topic in ("One", "Two", "Three")]
    assert asked == [[], ["Where?"], ["Where?"]]


def test_a_question_about_a_disputed_state_stands_once() -> None:
    """Although it also names the file."""
    claims = [claim("yes", "minister", "paper-1"), claim("no", "spokesman", "agency-1")]
    differ = [{"ask": "Agreed?", "claims": ["yes", "no"], "about": ["one"]}]
    moves = {"one": {"to": "agreed", "claim": "yes"}}
    views = views_of(events={"a": event(claims=claims, differ=differ, about=["one"], moves=moves)})
    assert [str(contest.text) for contest in row(views, "One").contested] == ["Agreed?"]


def test_a_term_is_awaited_until_a_move_settles_it() -> None:
    """The second is done."""
    agreement = {"title": "Deal", "date": "2021-01-01", "parties": ["minister"], "terms": TERMS}
    views = views_of(agreements={"deal": agreement}, events={"a": event(moves={"deal#second": {"to": "in-force"}})})
    done = views_of(
        agreements={"deal": agreement},
        events={
            "a": event("2021-01-05", moves={"deal#second": {"to": "in-force"}}),
            "b": event("2021-01-06", moves={"deal#second": {"to": "done"}}),
        },
    )
    assert [[str(item.row.target.label) for item in awaited(each)] for each in (views, done)] == [
        ["First term", "Second term"],
        ["First term"],
    ]


def test_nothing_is_awaited_of_an_agreement_that_is_denied() -> None:
    """Its terms were never due."""
    agreement = {"title": "Deal", "date": "2021-01-01", "parties": ["minister"], "terms": TERMS}
    views = views_of(agreements={"deal": agreement}, events={"a": event(moves={"deal": {"to": "denied"}})})
    assert awaited(views) == ()


def test_a_timeline_without_events_has_no_last_entry() -> None:
    """And says nothing about silence."""
    views = views_of()
    assert (days(views.library), latest_entries(views)) == ("None", ())
