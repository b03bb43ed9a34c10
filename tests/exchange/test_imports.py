"""Calendars, tables of agreements, and our own tables become timelines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import TIMELINES, waqai
from waqai.content import Timeline, load
from waqai.importing.gathered import MOST_BYTES
from waqai.model import Agreement, Event

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//synthetic//EN
X-WR-CALNAME:Synthetic calendar
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20210301T000000Z
DTSTART;VALUE=DATE:20210304
DTEND;VALUE=DATE:20210306
SUMMARY:Synthetic talks
DESCRIPTION:They *met*.
LOCATION:Lower Town
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20210301T000000Z
DTSTART:20210307T140000Z
SUMMARY:Synthetic visit
END:VEVENT
END:VCALENDAR
"""
AGREEMENTS = (
    "Con,Contp,PP,PPName,Reg,AgtId,Agt,Dat,Status,Lgt,N_characters,Agtp,Stage,StageSub,Part,ThrdPart,OthAgr,Loc1ISO\n"
    "Synthetic,,1,,,7,Synthetic ceasefire,2021-03-04,Agreed,1,10,Intra,Cea,,Upper Side; Lower Side,An envoy,,\n"
    'Synthetic,,1,,,8,Synthetic frame,2021-03-05,Agreed,1,10,Intra,"Framework-substantive, partial",,Upper Side,,,\n'
)
"""The columns of PA-X, in its order; rows that are synthetic."""


def imported(form: str, source: Path, into: Path, *, lang: str = "en") -> Timeline:
    """The timeline that the command makes of a file."""
    run = waqai("import", form, source, "--into", into, "--lang", lang)
    assert 0 == run.returncode, run.stderr
    loaded = load(into)
    assert isinstance(loaded, Timeline)
    return loaded


def test_a_calendar_becomes_a_timeline(tmp_path: Path) -> None:
    """Its last days are days, times keep their zone, and what has no field is kept."""
    (tmp_path / "calendar.ics").write_text(CALENDAR.replace("\n", "\r\n"), "utf-8", newline="")
    timeline = imported("ics", tmp_path / "calendar.ics", tmp_path / "talks")
    talks, visit = timeline.library.events
    assert ("2021-03-04/2021-03-05", "2021-03-07T14:00:00Z") == (talks.date.is_.text, visit.date.is_.text)
    assert talks.imported is not None
    assert ({"en": r"They \*met\*."}, "Lower Town") == (talks.summary, talks.imported.kept["LOCATION"])


def test_our_own_calendar_keeps_its_dates(tmp_path: Path) -> None:
    """In EDTF, which no other calendar has."""
    waqai("export", "ics", TIMELINES / "bilingual", "--lang", "en", "--output", tmp_path / "own.ics")
    timeline = imported("ics", tmp_path / "own.ics", tmp_path / "talks")
    assert "[2021-03-03,2021-03-04]" in {event.date.is_.text for event in timeline.library.events}


def test_a_table_of_agreements_becomes_agreements_with_their_parties(tmp_path: Path) -> None:
    """The stage is that of PA-X; what has no field is kept."""
    (tmp_path / "pax.csv").write_text(AGREEMENTS, "utf-8")
    timeline = imported("pax", tmp_path / "pax.csv", tmp_path / "talks")
    agreement = timeline.library.agreements[0]
    assert ("2021-03-04", ("upper-side", "lower-side"), "Cea") == (
        agreement.date.is_.text,
        agreement.parties,
        agreement.stage,
    )
    assert agreement.imported is not None
    assert "An envoy" == agreement.imported.cells["ThrdPart"]


def test_a_stage_is_known_by_its_code_and_by_its_name(tmp_path: Path) -> None:
    """The files of PA-X have the one, those of its website the other."""
    (tmp_path / "pax.csv").write_text(AGREEMENTS, "utf-8")
    agreements = imported("pax", tmp_path / "pax.csv", tmp_path / "talks").library.agreements
    assert ["Cea", "SubPar"] == [agreement.stage for agreement in agreements]


def test_our_own_tables_come_back_as_they_were(tmp_path: Path) -> None:
    """Every record that is published, field by field, but for what the site keeps back."""
    original = load(TIMELINES.parent.parent)
    assert isinstance(original, Timeline)
    waqai("export", "csv", TIMELINES.parent.parent, "--output", tmp_path / "tables")
    back = imported("csv", tmp_path / "tables", tmp_path / "talks", lang="ar").library.records
    kept_back = {actor.id for actor in original.library.actors if actor.safety == "withheld"}
    different = [
        key for key, record in original.library.records.items() if key not in kept_back and back.get(key) != record
    ]
    assert [] == different
    assert {Event, Agreement} <= {type(record) for record in back.values()}


def test_what_is_not_taken_into_a_timeline_that_has_settings_is_said(tmp_path: Path) -> None:
    """A second file adds its entries; its title is left out, and not in silence."""
    (tmp_path / "pax.csv").write_text(AGREEMENTS, "utf-8")
    imported("pax", tmp_path / "pax.csv", tmp_path / "talks")
    (tmp_path / "calendar.ics").write_text(CALENDAR.replace("\n", "\r\n"), "utf-8", newline="")
    run = waqai("import", "ics", tmp_path / "calendar.ics", "--into", tmp_path / "talks", "--lang", "en")
    assert (0, True) == (run.returncode, "were not taken" in run.stderr)


@pytest.mark.parametrize("form", ["timelinejs", "ics", "pax"])
def test_a_file_that_would_never_end_is_not_read(tmp_path: Path, form: str) -> None:
    """A pipe that nobody writes to, or a file larger than the limit, is refused at once."""
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    runs = [waqai("import", form, tmp_path / name, "--into", tmp_path / "talks") for name in ("pipe", "large")]
    assert [(1, True, False)] * 2 == [
        (run.returncode, "could not be read" in run.stderr, "Traceback" in run.stderr) for run in runs
    ]
