"""The calendar, read by a program for calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.running import bytes_of
from waqai.dates import Edtf
from waqai.site import calendar
from waqai.site.calendar import days_of, ical, is_certain


@pytest.fixture
def site(synthetic_site: Path) -> Path:
    """The synthetic timeline, with dates of all kinds."""
    return synthetic_site


def entries(site: Path, language: str) -> dict[str, Any]:
    """The entries of a calendar by the id of their event."""
    read: Any = Calendar.from_ical((site / language / "calendar.ics").read_bytes())
    return {entry["uid"].split(".")[1]: entry for entry in read.walk("VEVENT")}


def test_a_day_is_a_day(site: Path) -> None:
    """It begins on it and ends before the next one."""
    entry = entries(site, "en")["2021-03-01-gate-closed"]
    assert (entry["dtstart"].dt, entry["dtend"].dt, entry["status"]) == (
        date(2021, 3, 1),
        date(2021, 3, 2),
        "CONFIRMED",
    )


def test_a_date_that_is_not_certain_is_tentative_and_said_in_words(site: Path) -> None:
    """A calendar would draw it as if it were known."""
    entry = entries(site, "en")["2021-03-06-retracted"]
    assert (entry["status"], "(uncertain)" in entry["summary"]) == ("TENTATIVE", True)


def test_a_date_keeps_its_notation(site: Path) -> None:
    """For programs that know EDTF."""
    assert "[2021-03-03,2021-03-04]" in {str(entry["x-waqai-edtf"]) for entry in entries(site, "en").values()}


def test_an_entry_is_dated_by_its_last_change_and_not_by_the_clock(site: Path) -> None:
    """Its number says how often it was changed."""
    entry = entries(site, "en")["2021-03-01-gate-closed"]
    assert (entry["dtstamp"].dt.date(), entry["sequence"]) == (date(2021, 3, 7), 5)


def test_both_calendars_hold_the_same_events_under_ids_of_their_own(site: Path) -> None:
    """Whoever subscribes to both loses none."""
    arabic, english = entries(site, "ar"), entries(site, "en")
    assert arabic.keys() == english.keys()
    assert {e["uid"] for e in arabic.values()} & {e["uid"] for e in english.values()} == set()


def test_no_line_is_longer_than_a_calendar_may_have(site: Path) -> None:
    """75 octets, and no character is cut in two."""
    lines = bytes_of(site)["ar/calendar.ics"].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-02-11/2021-02-13", date(2021, 2, 11), date(2021, 2, 13)),
        ("2021-02-11/..", date(2021, 2, 11), date(2021, 2, 11)),
        ("../2021-02-11", date(2021, 2, 11), date(2021, 2, 11)),
        ("[..2021-02-11]", date(2021, 2, 11), date(2021, 2, 11)),
        ("[2021-02-11,2021-02-13]", date(2021, 2, 11), date(2021, 2, 13)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_an_event_is_shown_on_every_day_that_it_may_mean(edtf: str, first: date, last: date) -> None:
    """But on no more than one where an end is not known."""
    assert (first, last) == days_of(Edtf.parse(edtf))


@pytest.mark.parametrize(
    ("edtf", "certain"),
    [
        ("2021-02-11", True),
        ("2021-02-11T12:30", True),
        ("2021-02-11/2021-02-13", True),
        ("2021-02", False),
        ("2021-02-11~", False),
        ("2021-02-11?/2021-02-13", False),
        ("2021-02-11/..", False),
        ("[2021-02-11,2021-02-13]", False),
    ],
)
def test_only_known_days_are_certain(edtf: str, certain: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Everything else is tentative."""
    assert certain == is_certain(Edtf.parse(edtf))


def test_a_title_with_a_line_break_or_a_comma_is_a_text_in_a_calendar() -> None:
    """It adds no line of its own."""
    title = "Talks, first; second\nX-EVIL:1"
    made = ical(calendar.Calendar("synthetic", "en", title, "", "https://example.org/", ()))
    lines = made.decode().replace("\r\n ", "").splitlines()
    assert r"X-WR-CALNAME:Talks\, first\; second\nX-EVIL:1" in lines
