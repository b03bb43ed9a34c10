"""The overview strip: every event in its place, one by one or counted, and time running with the text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.content.making import event, library_of
from tests.site.strips import of_actor, overview, synthetic, views_of
from waqai.content import Library, Timeline, load
from waqai.dates import Edtf
from waqai.site.contexts import Mark, Plane, Strip
from waqai.site.strip import strip
from waqai.site.strip.units import DAY, MONTH, QUARTER, UNITS, WEEK, YEARS, Unit, finest

ROOT = Path(__file__).parents[1]
TOPICS = {"one": {"name": "One"}, "two": {"name": "Two"}}


@pytest.fixture(scope="module")
def real() -> Library:
    """The real timeline."""
    loaded = load(ROOT)
    assert isinstance(loaded, Timeline)
    return loaded.library


def marks(plane: Plane) -> list[Mark]:
    """All marks of a drawing, lane by lane."""
    return [mark for lane in plane.lanes for mark in lane.marks]


def places(found: Strip) -> list[float]:
    """Where marks that are true to time stand, in per cent of the width."""
    return [float(mark.in_time.x.rstrip("%")) for mark in marks(found.planes[0])]


def in_one_lane(*days: str) -> Strip:
    """A strip of events on one topic."""
    events = {f"event-{n}": event(day, about=["one"]) for n, day in enumerate(days)}
    return overview(library_of(topics=TOPICS, events=events))


# Marks


def test_every_event_has_a_mark_that_leads_to_it(real: Library) -> None:
    """One mark an event, whatever its topics."""
    hrefs = [mark.href for mark in marks(overview(real).planes[0])]
    assert sorted(hrefs) == sorted(f"events/{found.id}.html" for found in real.events)


def test_the_places_are_those_of_every_language(real: Library) -> None:
    """They are counted from where the line of text begins, so that no language has a drawing of its own."""
    assert places(overview(real, "en")) == places(overview(real, "ar"))


def test_later_events_stand_further_along_the_line() -> None:
    """The order of the marks is that of time."""
    found = places(in_one_lane("2021-02-01", "2021-02-03", "2021-03-01"))
    assert found == sorted(set(found))


def test_true_to_time_a_longer_time_is_a_longer_way() -> None:
    """Two days are two sevenths of a week."""
    start, middle, end = places(in_one_lane("2021-02-01", "2021-02-03", "2021-02-08"))
    assert (middle - start) / (end - start) == pytest.approx(2 / 7, abs=0.001)


def test_evenly_spaced_every_way_is_as_long() -> None:
    """However long it took."""
    spots = [mark.in_order for mark in marks(in_one_lane("2021-02-01", "2021-02-03", "2021-12-01").planes[0])]
    first, second, third = (float(spot.x.rstrip("%")) for spot in spots if spot)
    assert second - first == pytest.approx(third - second, abs=0.02)


def test_marks_that_would_touch_stand_below_one_another() -> None:
    """Two events of one day in one lane."""
    assert len({mark.in_time.y for mark in marks(in_one_lane("2021-02-01", "2021-02-01").planes[0])}) == 2


def test_an_event_is_tied_to_its_other_topics() -> None:
    """By a thread with a knot in the other lane."""
    events = {"a": event("2021-02-01", about=["one", "two"]), "b": event("2021-02-09", about=["two"])}
    found = overview(library_of(topics=TOPICS, events=events))
    assert [thread.is_knot for thread in found.planes[0].in_time.threads] == [True]


def test_an_event_stands_in_the_lane_of_its_first_topic() -> None:
    """Whatever the order of the lanes."""
    events = {"a": event("2021-02-01", about=["two", "one"]), "b": event("2021-02-09", about=["one"])}
    found = overview(library_of(topics=TOPICS, events=events))
    assert [[mark.text for mark in lane.marks] for lane in found.planes[0].lanes] == [["2"], ["1"]]


def test_events_on_no_topic_have_a_lane_of_their_own() -> None:
    """No event is left out."""
    events = {"a": event("2021-02-01", about=["one"]), "b": event("2021-02-09")}
    found = overview(library_of(topics=TOPICS, events=events))
    assert found.planes[0].lanes[-1].label.text == "On no topic"


def test_a_name_says_number_title_date_and_standing() -> None:
    """A line each."""
    assert marks(in_one_lane("2021-02-01", "2021-02-03?").planes[0])[1].name.splitlines() == [
        "2. Event",
        "3 February 2021 (uncertain)",
        "1 report",
    ]


def test_many_topics_share_a_lane() -> None:
    """The busiest ones keep their own."""
    topics = {f"topic-{n:02}": {"name": f"Topic {n}"} for n in range(12)}
    events = {f"e{n}": event(f"2021-02-{n + 1:02}", about=[f"topic-{max(n - 8, 0):02}"]) for n in range(20)}
    lanes = overview(library_of(topics=topics, events=events)).planes[0].lanes
    assert (len(lanes), lanes[0].label.text, lanes[-1].label.text) == (8, "Topic 0", "Other topics")


@pytest.mark.parametrize("events", [{}, {"a": event("2021-02-01", about=["one"])}])
def test_a_timeline_with_less_than_two_events_has_no_strip(events: dict[str, object]) -> None:
    """There is no period."""
    assert strip(views_of(library_of(topics=TOPICS, events=events), "en")) is None


# Dates


SURE, SOFT, OPEN = [True], [False], [False] * 3


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021-02-03", []),
        ("2021-02-03?", SOFT),
        ("2021-02-03~", OPEN + OPEN),
        ("2021-02", SOFT),
        ("[2021-02-03,2021-02-05]", SOFT),
        ("[2021-02-03..2021-02-05]", SOFT),
        ("[..2021-02-03]", OPEN),
        ("[2021-02-03..]", OPEN),
        ("2021-02-03/2021-02-05", SURE),
        ("2021-02-03/..", SURE),
        ("2021-02-01~/2021-02-05", SURE + OPEN),
        ("2021-02-01/2021-02-05?", SURE + OPEN),
        ("2021-01/2021-02-05", SURE + SOFT),
        ("2021-02-03/2021-03", SURE + SOFT),
    ],
)
def test_what_is_not_sure_is_hatched_and_never_solid(when: str, expected: list[bool]) -> None:
    """Solid bars are for what surely lasted."""
    lines = in_one_lane("2020-12-20", when, "2021-04-20").planes[0].in_time
    assert [not stretch.opacity for stretch in lines.stretches if float(stretch.width.rstrip("%"))] == expected


def test_a_span_whose_end_is_unknown_fades() -> None:
    """Nothing of it is solid."""
    lines = in_one_lane("2020-12-20", "2021-02-03/", "2021-04-20").planes[0].in_time
    assert [stretch.opacity for stretch in lines.stretches if float(stretch.width.rstrip("%"))] == [".62", ".36", ".18"]


def test_the_record_ends_on_the_last_day_that_is_known() -> None:
    """Not on the last day of a month of which no more is known."""
    assert in_one_lane("2021-02-03", "2021-02-10", "2021-02").now_label == "10 February 2021: known to here"


# Counts


@pytest.mark.parametrize(("events", "days"), [(61, 400), (500, 30), (2000, 4000), (10_000, 15_000)])
def test_a_drawing_of_many_events_has_a_bounded_number_of_marks(events: int, days: int) -> None:
    """Twelve periods where the page is narrow, forty where it is wide."""
    found = overview(synthetic(events, days))
    assert found.is_counted
    assert [
        max(len(lane.marks) for lane in plane.lanes) <= most
        for plane, most in zip(found.planes, (12, 40), strict=False)
    ]


def test_all_events_of_a_topic_are_counted() -> None:
    """The counts of a lane add up."""
    library = synthetic(500, 900)
    lanes = overview(library).planes[0].lanes
    on_first = [found for found in library.events if "topic-0" in found.about]
    lane = next(lane for lane in lanes if lane.label.text == "Synthetic topic 0")
    assert sum(int(mark.text) for mark in lane.marks) == len(on_first)


def test_a_count_says_its_period_how_its_events_stand_and_how_many_dates_are_not_sure() -> None:
    """The gravest standing alone."""
    claims = {"claims": [{"id": "one", "text": "Synthetic claim", "chain": ["unnamed", "agency-1"]}]}
    events = {f"e{n:03}": event("2021-02-03" if n else "2021-02-03?", about=["one"], **claims) for n in range(60)}
    events["late"] = event("2029-12-01", about=["one"])
    first = marks(overview(library_of(topics=TOPICS, events=events)).planes[0])[0]
    assert first.name.splitlines() == ["2021: 60 events", "Single source: 60", "Date not sure: 1"]


def test_the_part_of_a_column_that_is_not_sure_is_apart() -> None:
    """An event that may belong to the next period."""
    events = {f"e{n:03}": event("2021-02-03" if n else "[..2021-02-03]", about=["one"]) for n in range(60)}
    events["late"] = event("2029-12-01", about=["one"])
    columns = [mark.column for mark in marks(overview(library_of(topics=TOPICS, events=events)).planes[0])]
    assert [(bool(column.sure), bool(column.unsure)) for column in columns if column] == [(True, True), (True, False)]


def test_periods_without_events_are_left_out_where_marks_are_evenly_spaced() -> None:
    """Two columns of eleven years share the width."""
    events = {f"e{n:03}": event(f"{2015 if n < 40 else 2025}-02-03", about=["one"]) for n in range(61)}
    spots = [mark.in_order for mark in marks(overview(library_of(topics=TOPICS, events=events)).planes[0])]
    assert [spot.x for spot in spots if spot] == ["25.00%", "75.00%"]


# The strip of one record


def test_the_strip_of_a_record_stands_on_the_scale_of_the_whole_period() -> None:
    """Its events stand where they stand on the overview."""
    library = synthetic(4, 100)
    assert sorted(places(of_actor(library))) == sorted(places(overview(library)))


def test_the_strip_of_a_record_has_one_lane_and_one_spacing() -> None:
    """It is small."""
    found = of_actor(synthetic(4, 100))
    assert ([len(plane.lanes) for plane in found.planes], found.has_order) == ([1], False)


# Periods


@pytest.mark.parametrize("unit", UNITS, ids=str)
@pytest.mark.parametrize("day", [date.min, date(1999, 12, 31), date(2020, 2, 29), date(2021, 1, 4), date.max])
def test_a_day_lies_in_its_period(unit: Unit, day: date) -> None:
    """For every unit, at the ends of the calendar too."""
    number = unit.number(day)
    assert unit.first_day(number) <= day <= unit.last_day(number)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (DAY, "2021-02-11"),
        (WEEK, "2021-02-08/2021-02-14"),
        (MONTH, "2021-02"),
        (QUARTER, "2021-01/2021-03"),
        (YEARS[0], "2021"),
        (YEARS[3], "2020/2029"),
    ],
)
def test_a_period_is_a_date(unit: Unit, expected: str) -> None:
    """In EDTF, which has words in every language."""
    text = unit.edtf(unit.number(date(2021, 2, 11)))
    assert (text, Edtf.parse(text).text) == (expected, expected)


@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2021, 1, 12), DAY), (date(2021, 3, 10), WEEK), (date(2021, 12, 31), MONTH), (date(2023, 12, 31), QUARTER)],
)
def test_the_finest_periods_that_fit_are_taken(last: date, expected: Unit) -> None:
    """Twelve at most, from the first of January 2021."""
    assert finest(UNITS, date(2021, 1, 1), last, 12) == expected
