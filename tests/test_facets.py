"""The filters of the chronicle: their options, and what is found under each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.content.making import event, library_of
from waqai.languages import Language
from waqai.site.contexts import Facet
from waqai.site.facets import MOST_OPTIONS, facets, found_under
from waqai.site.selection_pages import selection_page, selections
from waqai.site.views import Views

LOCALES = Path(__file__).parents[1] / "theme" / "locales"
TOPICS = {f"t{number}": {"name": f"Topic {number}"} for number in range(20)}
EVENTS = {
    "a": event("2021-01-01", about=["t1", "t2"], importance=3),
    "b": event("2021-01-02", about=["t1"], moves={"t3": {"to": "discussed"}}, type="visit"),
    "c": event("2021-01-03", who={"party": ["minister"], "speaker": ["minister"]}, importance=1),
}


def views_of(**folders: dict[str, Any]) -> Views:
    """Views of a synthetic library, in English."""
    return Views(library_of(**folders), Language.of("en", catalogues=(LOCALES,)), "en")


def facet(views: Views, key: str) -> Facet | None:
    """A filter by its key."""
    return next((each for each in facets(views) if each.key == key), None)


def test_options_stand_by_the_number_of_their_events() -> None:
    """What moved a topic is found under it too."""
    found = facet(views_of(topics=TOPICS, events=EVENTS), "topic")
    assert found
    assert [(option.key, option.count) for option in found.options] == [("t1", 2), ("t2", 1), ("t3", 1)]


def test_an_actor_with_two_roles_in_an_event_is_counted_once() -> None:
    """The number is one of events."""
    found = facet(views_of(topics=TOPICS, events=EVENTS), "actor")
    assert found
    assert [(option.key, option.count) for option in found.options] == [("minister", 1)]


def test_a_filter_without_options_is_not_offered() -> None:
    """No event has a place."""
    assert facet(views_of(topics=TOPICS, events=EVENTS), "place") is None


def test_a_filter_with_many_options_leads_to_all_of_them() -> None:
    """The first twelve are offered, the index has the rest."""
    events = {f"e{number}": event(about=[topic]) for number, topic in enumerate(TOPICS)}
    found = facet(views_of(topics=TOPICS, events=events), "topic")
    assert found
    assert found.all
    assert (len(found.options), found.all.href) == (MOST_OPTIONS, "topics/index.html")


def test_every_option_of_a_word_has_a_page_with_as_many_events() -> None:
    """Without script each of them is a link."""
    views = views_of(topics=TOPICS, events=EVENTS)
    pages = {
        (facet, key): selection_page(views, facet, key, number) for facet, key, number in selections(views.library)
    }
    counts = {
        key: len([e for group in page.groups for e in group.events])
        for key, page in pages.items()
        if key[1] != "key-first"
    }
    words = {
        key: len(events)
        for key, events in found_under(views.library).items()
        if key[0] in ("type", "standing", "importance")
    }
    assert counts == words


def test_the_list_by_importance_begins_with_key_events() -> None:
    """Then the others, then the details; in order of time within each."""
    page = selection_page(views_of(topics=TOPICS, events=EVENTS), "importance", "key-first")
    assert [(group.heading, [event.number for event in group.events]) for group in page.groups] == [
        ("Key events", [3]),
        ("Other events", [2]),
        ("Details", [1]),
    ]
