"""Checks of what is stated: weekdays, states, coordinates, archives, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waqai.content.checks.links import place
from waqai.content.library import Library
from waqai.content.reader import Reading
from waqai.content.remembered import ReadRecord
from waqai.content.state import MoveMade
from waqai.model import Agreement, Event, InlineSource, Place, Source, vocabulary
from waqai.model.values import ID_LENGTH, RESERVED_BY_SYSTEMS, is_id, nearest_id
from waqai.problems import N_, Fault, Nearest, Problem, Term

WEEKDAY_MISMATCH = Fault(
    "weekday-mismatch",
    N_("“{said}” beside {date}, which is a {weekday}"),
    N_("a date that falls on the weekday in the source's words"),
    N_("Correct the date, or the source whose date is the anchor. If the source itself is wrong, leave it so."),
    "warning",
)
WRONG_STATE = Fault(
    "wrong-state",
    N_("the state “{state}” for “{target}”"),
    N_("one of: {known}"),
    N_("Use a state of this list; topics and agreements have different ones."),
)
STATE_JUMP = Fault(
    "state-jump",
    N_("“{state}” for “{target}”, until then {before}"),
    N_("one of these before it: {known}"),
    N_("Add the event that is missing in between, or correct the state."),
    "warning",
)
NO_STATE = N_("without a state")
BAD_COORDINATES = Fault(
    "bad-coordinates",
    N_("the coordinates {found}"),
    N_("latitude (−90 to 90), then longitude (−180 to 180)"),
    N_("Correct the numbers."),
)
OUT_OF_BOUNDS = Fault(
    "out-of-bounds",
    N_("the coordinates {found}, outside the bounds of this timeline"),
    N_("latitude first, then longitude"),
    N_("Swap the two numbers if they are the wrong way round, or widen “bounds” in timeline.yaml."),
    "warning",
)
NOT_ARCHIVED = Fault(
    "source-not-archived",
    N_("a source without an archived copy"),
    N_("“archived”, with the address and the date of a copy that does not change"),
    N_("Save the page at an archive such as web.archive.org and add its address here."),
    "warning",
)
SOURCE_NEEDED = Fault(
    "source-needed",
    N_("an event whose source has still to be found"),
    N_("“sources”, or “claims” with their chain of report"),
    N_("Say who reported it, and delete “needs_source”; until then readers see that a source is needed."),
    "warning",
)
REPORT_BEFORE_EVENT = Fault(
    "report-before-event",
    N_("the date {date}, later than every report of it; the last is “{source}” of {reported}"),
    N_("a report of the same day, or of a later one"),
    N_("Correct one of the two dates, or add the report; what was only announced is an event of its own."),
    "warning",
)
CORRECTION_BEFORE_ENTRY = Fault(
    "correction-before-entry",
    N_("a change of {found}, older than the entry itself (added: {added})"),
    N_("the day on which the entry was changed"),
    N_("Correct one of the two dates."),
    "warning",
)
PICTURE_MISSING = Fault(
    "picture-missing",
    N_("the picture “{name}”, which is not in content/media/"),
    N_("the name of a .jpg, .png or .webp file there"),
    N_("Put the file into content/media/, or correct its name."),
)
PICTURE_NAME = Fault(
    "picture-name",
    N_("the picture's name “{name}”"),
    N_("a name of small Latin letters, digits and hyphens that ends in .jpg, .jpeg, .png or .webp"),
    N_("Rename the file in content/media/, and write its new name here."),
)
_STATES = {**vocabulary.TOPIC_STATES, **vocabulary.AGREEMENT_STATES}
MOST_DEGREES_NORTH, MOST_DEGREES_EAST = 90, 180
KNOWN_BEFOREHAND = frozenset({"deadline"})
"""Event types that reports can be older than."""
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


def _events(reading: Reading) -> Iterator[tuple[ReadRecord, Event]]:
    for held in reading.records.values():
        if isinstance(held.record, Event):
            yield held, held.record


def weekdays_agree(reading: Reading, _: Library) -> Iterator[Problem]:
    """A weekday in the source's words is the weekday of the date."""
    for held in reading.records.values():
        record = held.record
        if isinstance(record, Event | Agreement) and record.date.said:
            weekday = record.date.is_.weekday_conflict(record.date.said)
            if weekday:
                values: dict[str, Any] = {
                    "said": record.date.said,
                    "date": record.date.is_.text,
                    "weekday": Term(weekday),
                }
                yield place(held, ("date", "said"), WEEKDAY_MISMATCH, **values)


def states_fit_their_targets(reading: Reading, library: Library) -> Iterator[Problem]:
    """Topics take the states of topics; agreements and terms take theirs."""
    for held, event in _events(reading):
        for target, move in event.moves.items():
            is_agreement = library.has(target.partition("#")[0], Agreement)
            states = vocabulary.AGREEMENT_STATES if is_agreement else vocabulary.TOPIC_STATES
            known = (*states, *library.config.states)
            if move.to not in known and target.partition("#")[0] in library.records:
                values: dict[str, Any] = {"state": move.to, "target": target, "known": ", ".join(known)}
                path = ("moves", target, "to")
                yield place(held, path, WRONG_STATE, suggestion=Nearest(move.to, known), **values)


def states_follow_one_another(reading: Reading, library: Library) -> Iterator[Problem]:
    """What is eased was imposed before; what is done was agreed before."""
    if not reading.is_whole:
        return
    for target in dict.fromkeys(move.target for move in library.state.moves):
        for move in library.state.history(target):
            needed = _STATES[move.state].after if move.state in _STATES else ()
            if needed and not _states_until(move, library) & set(needed):
                before = f"“{move.before}”" if move.before else Term(NO_STATE)
                values: dict[str, Any] = {
                    "state": move.state,
                    "target": target,
                    "before": before,
                    "known": ", ".join(needed),
                }
                yield place(reading.records[move.event], ("moves", target), STATE_JUMP, **values)


def _states_until(move: MoveMade, library: Library) -> set[str]:
    """The states that a target, and the agreement that it is a term of, had reached when it moved."""
    whole = move.target.partition("#")[0]
    moves = {*library.state.history(move.target), *library.state.history(whole)}
    return {other.state for other in moves if other is not move and other.when.sort_key <= move.when.sort_key}


def coordinates_lie_in_bounds(reading: Reading, library: Library) -> Iterator[Problem]:
    """Coordinates are possible; those of places where things happened lie within the timeline's bounds."""
    for held in reading.records.values():
        at = held.record.at if isinstance(held.record, Place) else None
        if at is None:
            continue
        if abs(at[0]) > MOST_DEGREES_NORTH or abs(at[1]) > MOST_DEGREES_EAST:
            yield place(held, ("at",), BAD_COORDINATES, found=f"{at[0]}, {at[1]}")
        elif library.config.bounds and not _inside(at, library.config.bounds) and _matters(held.record.id, at, library):
            yield place(held, ("at",), OUT_OF_BOUNDS, found=f"{at[0]}, {at[1]}")


def _inside(at: tuple[float, float], bounds: tuple[float, float, float, float]) -> bool:
    south, west, north, east = bounds
    return south <= at[0] <= north and west <= at[1] <= east


def _matters(key: str, at: tuple[float, float], library: Library) -> bool:
    """The seat of a news agency may lie anywhere, but hardly where its swapped coordinates fall inside."""
    swapped = library.config.bounds is not None and _inside((at[1], at[0]), library.config.bounds)
    happened = any(key in event.where for event in library.mentions(key, Event))
    return swapped or happened


def reports_follow_events(reading: Reading, library: Library) -> Iterator[Problem]:
    """An event is not later than every report of it; only a deadline is known beforehand."""
    for held, event in _events(reading):
        first, sources = event.date.is_.earliest, library.sources_of(event)
        days = {key: library.get(key, Source).date.latest for key in sources}
        known = {key: day for key, day in days.items() if day}
        has_others = any(isinstance(source, InlineSource) for source in event.sources) or len(known) < len(days)
        if first is None or not known or has_others or event.type in KNOWN_BEFOREHAND:
            continue
        last = max(known, key=lambda key: known[key])
        if known[last] < first:
            values: dict[str, Any] = {"date": event.date.is_.text, "source": last, "reported": known[last]}
            yield place(held, ("date",), REPORT_BEFORE_EVENT, **values)


def corrections_follow_entries(reading: Reading, _: Library) -> Iterator[Problem]:
    """Nothing is corrected before it was written."""
    for held, event in _events(reading):
        added = event.added.earliest if event.added else None
        for index, change in enumerate(event.changes if added else ()):
            if added and change.date.latest and change.date.latest < added:
                values: dict[str, Any] = {"found": change.date.text, "added": added.isoformat()}
                yield place(held, ("changes", index, "date"), CORRECTION_BEFORE_ENTRY, **values)
                break  # the others are told by the same date of entry


def sources_are_known(reading: Reading, _: Library) -> Iterator[Problem]:
    """No event waits for its source."""
    for held, event in _events(reading):
        if event.needs_source:
            yield place(held, ("needs_source",), SOURCE_NEEDED)


def sources_are_archived(reading: Reading, _: Library) -> Iterator[Problem]:
    """A source with an address has a copy that does not change."""
    for held in reading.records.values():
        if isinstance(held.record, Source) and held.record.url and not held.record.archived:
            yield place(held, ("url",), NOT_ARCHIVED)


def pictures_are_there(reading: Reading, _: Library) -> Iterator[Problem]:
    """Every picture that an event names lies in content/media/, and its name can be part of any address."""
    for held, event in _events(reading):
        name, path = (event.image.file if event.image else ""), ("image", "file")
        if event.image and not (name in reading.media and name.lower().endswith(PICTURE_ENDINGS)):
            yield place(held, path, PICTURE_MISSING, name=name)
        elif event.image and not _is_name_of_picture(name):
            yield place(held, path, PICTURE_NAME, suggestion=_name_for_picture(name, event), name=name)


def _name_for_picture(name: str, event: Event) -> str:
    stem, dot, ending = name.lower().rpartition(".")
    meant = nearest_id(stem)[:ID_LENGTH].strip("-")
    return f"{event.id if not meant or meant in RESERVED_BY_SYSTEMS else meant}{dot}{ending}"


def _is_name_of_picture(name: str) -> bool:
    """Whether a file is called the same, and like no other one, wherever it is kept and published."""
    stem, dot, ending = name.rpartition(".")
    return is_id(stem) and stem not in RESERVED_BY_SYSTEMS and f"{dot}{ending}" in PICTURE_ENDINGS
