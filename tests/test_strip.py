"""The overview strip: every event in its place, and time running with the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.making import event, library_of
from waqai.content import Library, Timeline, load
from waqai.languages import Language
from waqai.site.contexts import Strip
from waqai.site.strip import MOST_EVENTS, strip
from waqai.site.views import Views

ROOT = Path(__file__).parents[1]
TOPICS = {"one": {"name": "One"}, "two": {"name": "Two"}}


def drawn(library: Library, tag: str = "en") -> Strip | None:
    """The strip in a language."""
    language = Language.of(tag, catalogues=(ROOT / "theme" / "locales",))
    return strip(Views(library, language, tag))


@pytest.fixture(scope="module")
def real() -> Library:
    """The real timeline."""
    loaded = load(ROOT)
    assert isinstance(loaded, Timeline)
    return loaded.library


def test_every_event_on_a_topic_has_a_mark(real: Library) -> None:
    """And each leads to its entry in the chronicle."""
    found = drawn(real)
    assert found
    assert [mark.href for mark in found.marks] == [f"#e{real.number(e.id)}" for e in real.events if e.about]


def test_time_runs_with_the_text(real: Library) -> None:
    """What stands at 20 % from the left in English stands at 20 % from the right in Arabic."""
    english, arabic = drawn(real, "en"), drawn(real, "ar")
    assert english
    assert arabic
    left = [round(float(mark.x.rstrip("%")), 1) for mark in english.marks]
    right = [round(100 - float(mark.x.rstrip("%")), 1) for mark in arabic.marks]
    assert left == right


def test_later_events_stand_further_along_the_line(real: Library) -> None:
    """The order of the marks is that of time."""
    found = drawn(real)
    assert found
    places = [float(mark.x.rstrip("%")) for mark in found.marks]
    assert places == sorted(places)


def test_marks_that_would_touch_stand_below_one_another() -> None:
    """Two events of one day in one lane."""
    library = library_of(
        topics=TOPICS, events={"a": event("2021-02-01", about=["one"]), "b": event("2021-02-01", about=["one"])}
    )
    found = drawn(library)
    assert found
    assert len({mark.y for mark in found.marks}) == 2


def test_an_event_is_tied_to_its_other_topics() -> None:
    """By a thread with a knot in the other lane."""
    events = {"a": event("2021-02-01", about=["one", "two"]), "b": event("2021-02-09", about=["two"])}
    found = drawn(library_of(topics=TOPICS, events=events))
    assert found
    assert [thread.is_knot for thread in found.threads] == [True]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021-02-03", []),
        ("2021-02-03?", [False]),
        ("2021-02-03/2021-02-05", [True]),
        ("[..2021-02-03]", [False] * 4),
        ("2021-02-01~/2021-02-05", [True, False, False, False]),
    ],
)
def test_what_is_not_sure_is_hatched_and_never_solid(when: str, expected: list[bool]) -> None:
    """Solid bars are for spans that are known."""
    events = {"a": event(when, about=["one"]), "b": event("2021-02-20", about=["two"])}
    found = drawn(library_of(topics=TOPICS, events=events))
    assert found
    assert [stretch.is_sure for stretch in found.stretches] == expected


def test_a_timeline_with_too_many_events_has_no_strip() -> None:
    """Nobody could tell the marks apart."""
    events = {f"e{n}": event(f"2021-02-{n % 28 + 1:02}", about=["one"]) for n in range(MOST_EVENTS + 1)}
    assert drawn(library_of(topics=TOPICS, events=events)) is None


def test_a_timeline_without_topics_has_no_strip() -> None:
    """There are no lanes."""
    assert drawn(library_of(events={"a": event("2021-02-01"), "b": event("2021-02-02")})) is None
