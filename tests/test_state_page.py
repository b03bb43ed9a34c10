"""The pages of the state of play, however much there is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.content.making import claim, event, library_of
from waqai.content import Library
from waqai.languages import Language
from waqai.site.contexts import StatePage
from waqai.site.state_page import MOST_COLUMNS, MOST_MATRIX_ROWS, MOST_MOVES, MOST_ROWS, days_page, state_page
from waqai.site.views import Views

LOCALES = Path(__file__).parents[1] / "theme" / "locales"
MANY = 500


def views(library: Library) -> Views:
    """The views of the English pages beside the state of play."""
    return Views(library, Language.of("en", catalogues=(LOCALES,)), "en")


def shown(library: Library, day: str = "") -> StatePage:
    """The state of play now, or on a day."""
    return state_page(views(library), date.fromisoformat(day) if day else None)


@pytest.fixture(scope="module")
def large() -> Library:
    """Many topics, each of which moved on a day of its own, and all of them on the last day."""
    days = [date(2021, 1, 1) + timedelta(days=number) for number in range(MANY)]
    topics = {f"t{number}": {"name": f"Topic {number}"} for number in range(MANY)}
    events = {f"e{n}": event(day.isoformat(), moves={f"t{n}": "discussed"}) for n, day in enumerate(days)}
    last = event("2023-01-01", moves=dict.fromkeys(topics, "closed"))
    return library_of(topics=topics, events={**events, "last": last})


@pytest.mark.parametrize("day", ["", "2022-05-15", "2023-01-01"])
def test_a_page_of_the_state_of_play_is_bounded(large: Library, day: str) -> None:
    """Rows, columns and moves, with many topics over many days."""
    page = shown(large, day)
    sizes = (len(page.topics), len(page.days), len(page.topic_rows), len(page.moved))
    assert [True] * 4 == [
        n <= most for n, most in zip(sizes, (MOST_ROWS, MOST_COLUMNS, MOST_MATRIX_ROWS, MOST_MOVES), strict=True)
    ]


def test_a_table_without_room_for_all_says_where_the_rest_is(large: Library) -> None:
    """The list of topics."""
    assert [("topics/index.html", MANY)] == [(more.link.href, more.count) for more in shown(large).more]


def test_the_matrix_of_a_day_leads_to_the_days_before_its_first(large: Library) -> None:
    """Column after column, back to the beginning."""
    page = shown(large, "2021-01-20")
    assert page.earlier
    assert "state/2021-01-12.html" == page.earlier.href


def test_the_days_are_listed_by_year(large: Library) -> None:
    """No list has more days than a year."""
    page = days_page(views(large), 2022)
    assert [("2021", 365), ("2022", 135), ("2023", 1)] == [(y.link.label.text, y.count) for y in page.years]
    assert 135 == sum(len(month.days) for month in page.months)


DISPUTE = {
    "first": event(
        "2021-02-01", claims=[claim("yes", "minister", "agency-1")], moves={"oil": {"to": "agreed", "claim": "yes"}}
    ),
    "second": event("2021-02-05", claims=[claim("no", "spokesman", "paper-2", disputes=["first#yes"])]),
}


def standing_on(day: str, paper: str) -> tuple[str, str]:
    """How the move of 1 February stood on a day, and how it stands now, if the contradiction came out on `paper`."""
    sources = {
        "agency-1": {"title": "Report", "publisher": "agency", "date": "2021-02-01"},
        "paper-2": {"title": "Report", "publisher": "paper", "date": paper},
    }
    library = library_of(topics={"oil": {"name": "Oil"}}, events=DISPUTE, sources=sources)
    made = library.state.current("oil")
    assert made
    then = library.standing_on(date.fromisoformat(day), made.event, made.claim)
    return then.key, made.standing.key


@pytest.mark.parametrize(
    ("day", "paper", "then"),
    [
        ("2021-02-01", "2021-02-05", "attributed"),
        ("2021-02-04", "2021-02-05", "attributed"),
        ("2021-02-05", "2021-02-05", "disputed"),
        ("2021-02-05", "2021-02-09", "attributed"),
        ("2021-02-09", "2021-02-09", "disputed"),
    ],
)
def test_a_past_day_is_graded_by_what_had_been_reported(day: str, paper: str, then: str) -> None:
    """What counts is the day of the report, not that of the event."""
    assert (then, "disputed") == standing_on(day, paper)
