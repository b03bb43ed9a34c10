"""What pages see of a timeline is noted, whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.content.making import library_of
from waqai.content.library import Library
from waqai.content.notes import Group, Key, kept, noting, worded
from waqai.content.seen import ALL, MISSING, Seen
from waqai.model import Actor, Event

SOURCES = {"report": {"title": "Report", "publisher": "paper", "date": "2021-02-02"}}
TALKS = {
    "title": "Talks",
    "date": "2021-02-01",
    "type": "talks",
    "where": ["town"],
    "about": ["water"],
    "moves": {"water": "discussed"},
    "claims": [{"id": "one", "text": "They met.", "chain": ["council", "report"]}],
}


def seen(**changes: object) -> Seen:
    """A timeline of one event."""
    library = library_of(
        actors={"council": {"kind": "institution", "name": "Council"}, "paper": {"kind": "media", "name": "Paper"}},
        places={"town": {"kind": "city", "name": "Town"}},
        topics={"water": {"name": "Water"}},
        sources=SOURCES,
        events={"talks": {**TALKS, **changes}},
    )
    return Seen(library, (), {"photo.jpg": (4, 3)})


@pytest.mark.parametrize(
    ("ask", "key"),
    [
        (lambda s: s.library.number("talks"), ("library", "number", "talks")),
        (lambda s: s.library.records.get("talks"), ("library", "records", "talks")),
        (lambda s: "nobody" in s.library.records, ("library", "records", "nobody")),
        (lambda s: list(s.library.records), ("library", "records", ALL)),
        (lambda s: s.library.events, ("library", "events")),
        (lambda s: s.library.events[0].title, ("record", "talks", "title")),
        (lambda s: s.library.mentions("town", Event), ("library", "mentions", "town", "\0kind:event")),
        (lambda s: s.library.standing_of(s.library.events[0]), ("library", "standing_of", "\0record:talks")),
        (lambda s: s.library.hops(["council", "report"]), ("library", "hops", ("council", "report"))),
        (lambda s: s.library.state.on("water", date(2021, 2, 3)), ("state", "on", "water", "\0day:2021-02-03")),
        (lambda s: s.library.state.days, ("state", "days")),
        (lambda s: s.pictures["photo.jpg"], ("media", "pictures", "photo.jpg")),
    ],
)
def test_whatever_is_asked_is_noted_and_can_be_asked_again(ask: Callable[[Seen], object], key: Key) -> None:
    """By a name of plain values; asked again it says the same."""
    with noting() as noted:
        ask(seen())
    assert key in noted
    assert seen().answer(key) == seen().answer(key)


def test_only_the_fields_that_are_read_are_noted() -> None:
    """An edited body touches no page that shows only the title."""
    with noting() as noted:
        assert seen().library.events[0].title == {"en": "Talks"}
    assert {key[2] for key in noted if isinstance(key, tuple) and key[0] == "record"} == {"title"}


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        (("record", "talks", "title"), {"title": "Other talks"}),
        (("record", "talks", "body"), {"body": "More."}),
        (("library", "hops", ("council", "report")), {}),
        (("library", "mentions", "town", "\0kind:event"), {"where": []}),
        (("state", "current", "water"), {"moves": {}}),
        (("library", "standing", "talks", "one"), {"claims": [{**TALKS["claims"][0], "id": "two"}]}),  # type: ignore[index]
    ],
)
def test_a_look_up_says_something_else_exactly_when_its_answer_changed(key: Key, changes: dict[str, object]) -> None:
    """Compared by what it says."""
    assert (seen().answer(key) != seen(**changes).answer(key)) == bool(changes)


def test_a_look_up_without_an_answer_says_so() -> None:
    """A record that is gone, for instance."""
    assert seen().answer(("record", "gone", "title")) == MISSING


def test_a_record_stands_for_itself() -> None:
    """To isinstance, to look-ups and to attributes."""
    event = seen().library.events[0]
    assert isinstance(event, Event)
    assert not isinstance(event, Actor)
    assert event is seen_again(event)


def seen_again(event: Event) -> Event:
    """The same event, found by another way."""
    again = seen()
    first = again.library.get("talks", Event)
    return event if first is again.library.records["talks"] else first


def test_an_argument_that_cannot_be_asked_again_is_refused() -> None:
    """Rather than forgotten."""
    with pytest.raises(TypeError):
        seen().library.number(object())  # type: ignore[arg-type]


class Page:
    """Something that makes things for pages."""

    def __init__(self, library: Library, tag: str = "en") -> None:
        self.library = library
        self.language = type("Tagged", (), {"tag": tag})()
        self.made = 0

    @kept
    def number(self, key: str) -> int:
        """Made once."""
        self.made += 1
        return self.library.number(key)

    @worded
    def word(self, key: str) -> int:
        """Made once for all pages of a language."""
        self.made += 1
        return self.library.number(key)


def test_what_is_kept_is_made_once_and_noted_each_time() -> None:
    """The second page depends on it as the first one does."""
    page = Page(seen().library)
    page.number("talks")
    with noting() as noted:
        page.number("talks")
    assert (page.made, noted) == (1, {("library", "number", "talks")})


def test_what_was_made_from_many_look_ups_is_noted_as_one_group() -> None:
    """The same one for each page that shows it."""
    library = seen().library

    @kept
    def everything(library: Library) -> list[object]:
        return [library.days, library.events, library.actors, library.places, library.topics, library.sources]

    notes = []
    for _ in range(2):
        with noting() as noted:
            everything(library)
        notes.append(noted)
    (group,) = notes[0]
    assert isinstance(group, Group)
    assert notes[0] == notes[1]
    assert ("library", "days") in group.members


def test_words_are_shared_by_all_pages_of_a_language_and_by_no_other() -> None:
    """They are kept with the library."""
    library = seen().library
    english, also_english, arabic = Page(library), Page(library), Page(library, "ar")
    for page in (english, also_english, arabic):
        page.word("talks")
    assert (english.made, also_english.made, arabic.made) == (1, 0, 1)
