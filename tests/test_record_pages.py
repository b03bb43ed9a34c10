"""The pages of records, however much there is about them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.content.making import claim, event, library_of
from waqai.content import Library
from waqai.languages import Language
from waqai.model import Actor, Event, Place, Topic
from waqai.site.event_page import event_page
from waqai.site.place_page import place_page
from waqai.site.record_pages import actor_page, topic_page
from waqai.site.selection_pages import selection_page, selections
from waqai.site.shortened import MOST_LISTED
from waqai.site.views import Views

LOCALES = Path(__file__).parents[1] / "theme" / "locales"
MANY = MOST_LISTED + 150


def views(library: Library, folder: str) -> Views:
    """The views of the English pages in a folder."""
    return Views(library, Language.of("en", catalogues=(LOCALES,)), f"en/{folder}")


@pytest.fixture(scope="module")
def large() -> Library:
    """One actor, one topic and one place of very many events, and many places in the place."""
    days = [date(2021, 1, 1) + timedelta(days=number) for number in range(MANY)]
    events = {
        f"e{number:03}": event(
            day.isoformat(),
            who={"speaker": ["minister"]},
            where=["town"],
            about=["water"],
            moves={"water": "discussed"},
            claims=[claim("said", "minister", "agency-1")],
        )
        for number, day in enumerate(days)
    }
    inside = {f"p{number}": {"name": "Place", "kind": "site", "in": "town"} for number in range(MANY)}
    places = {"town": {"name": "Town", "kind": "city"}, **inside}
    return library_of(topics={"water": {"name": "Water"}}, places=places, events=events)


def test_the_page_of_an_actor_lists_the_latest_and_says_where_all_are(large: Library) -> None:
    """Of events and of what it said."""
    page = actor_page(views(large, "actors"), large.get("minister", Actor))
    assert [MOST_LISTED] * 2 == [len(page.events), len(page.said)]
    assert page.events_rest
    assert (MANY, "../by/actor/minister.html") == (page.events_rest.count, page.events_rest.link.href)


def test_an_outlet_lists_the_latest_that_it_passed_on(large: Library) -> None:
    """An agency passes on most of all that is known."""
    page = actor_page(views(large, "actors"), large.get("agency", Actor))
    assert page.relayed_rest
    assert (MOST_LISTED, MANY) == (len(page.relayed), page.relayed_rest.count)


def test_the_page_of_a_topic_lists_the_latest(large: Library) -> None:
    """Of moves and of events."""
    page = topic_page(views(large, "topics"), large.get("water", Topic))
    assert [MOST_LISTED] * 2 == [len(page.events), len(page.moves)]


def test_the_page_of_a_place_leads_to_the_list_of_all_places_in_it(large: Library) -> None:
    """Where there are too many to name."""
    last = place_page(views(large, "places"), large.get("town", Place)).parts[-1]
    assert ("and 150 more", "index.html") == (last.label.text, last.href)


@pytest.mark.parametrize("facet", ["actor", "place", "topic"])
def test_a_record_of_very_many_events_has_a_list_of_all_of_them(large: Library, facet: str) -> None:
    """In pages, in order of time."""
    pages = [(key, number) for name, key, number in selections(large) if name == facet]
    shown = [
        event.number
        for key, number in pages
        for group in selection_page(views(large, f"by/{facet}"), facet, key, number).groups
        for event in group.events
    ]
    assert list(range(1, MANY + 1)) == shown


def test_the_pages_of_events_lead_to_the_one_before_and_the_one_after(large: Library) -> None:
    """In the order of time; the first has none before it, the last none after it."""
    pages = [event_page(views(large, "events"), large.get(key, Event)) for key in ("e000", "e001", f"e{MANY - 1}")]
    assert [(None, 2), (1, 3), (MANY - 1, None)] == [
        (page.previous and page.previous.number, page.next and page.next.number) for page in pages
    ]


def test_a_statement_on_the_page_of_an_actor_has_its_day_and_its_way(large: Library) -> None:
    """When it was made, in which event, and through whom it reached us."""
    said = actor_page(views(large, "actors"), large.get("minister", Actor)).said[-1]
    assert (MANY, "../events/e249.html#said", "Minister via Agency") == (
        said.event.number,
        said.claim.href,
        said.says.text,
    )
