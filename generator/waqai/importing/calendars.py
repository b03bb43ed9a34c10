"""A calendar (iCalendar, RFC 5545) as a timeline: appointments as events, with all that they held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from waqai.authoring.ids import words_of
from waqai.dates import DateFault, Edtf
from waqai.exchange.import_faults import BAD_CELL, NO_DATE, NOT_READABLE, NOTHING
from waqai.exchange.slide_texts import is_short, markdown_of_words
from waqai.importing.gathered import Gathered, Progress, Wish, settings_of
from waqai.problems import N_, Path, Term

FORMAT = "ics"
OWN_DATE = "X-WAQAI-EDTF"
"""In which our own calendars keep a date as it is known."""
A_MOMENT = Term(N_("one date, or one date with its time"))
A_DURATION = Term(N_("one duration"))
TAKEN = frozenset({"SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", OWN_DATE})


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    path: Path


class _UnreadableError(ValueError):
    """A property that stands there more than once, or in a form that is none of iCalendar's."""

    def __init__(self, component: Any, key: str, expected: Term) -> None:
        super().__init__(key)
        self.cell, self.field, self.expected = _words(component, key), key, expected


def gather(data: bytes, name: str, wish: Wish, progress: Progress) -> Gathered:
    """Everything in the file; what has no field here is kept."""
    import icalendar  # noqa: PLC0415 - a quarter of a second

    try:
        calendar: Any = icalendar.Calendar.from_ical(data.decode("utf-8-sig"))
    except Exception as error:  # noqa: BLE001 - it raises what it likes for a file that is none
        return Gathered({}, problems=[NOT_READABLE.at(name, format="iCalendar", reason=str(error))])
    title = _words(calendar, "X-WR-CALNAME") or _words(calendar, "NAME") or wish.title
    kept = {"format": FORMAT, "kept": dict(_kept(calendar))}
    gathered = Gathered(settings_of(wish, title, imported={key: value for key, value in kept.items() if value}))
    appointments = calendar.walk("VEVENT")
    for number, appointment in enumerate(appointments, start=1):
        _add(gathered, appointment, number, name, wish)
        progress(number, len(appointments))
    if not appointments:
        gathered.problems.append(NOTHING.at(name))
    return gathered


def _add(gathered: Gathered, appointment: Any, number: int, name: str, wish: Wish) -> None:
    place = _Place(1, ("VEVENT", number - 1))
    title = " ".join(_words(appointment, "SUMMARY").split())
    try:
        day = _date(appointment)
    except _UnreadableError as error:
        gathered.problems.append(
            BAD_CELL.at(name, path=place.path, cell=error.cell, field=error.field, expected=error.expected)
        )
        return
    except DateFault as fault:
        gathered.problems.append(fault.fault.at(name, path=place.path, **fault.values))
        return
    if not day:
        gathered.problems.append(NO_DATE.at(name, path=place.path, entry=f"“{title}”"))
        return
    words = markdown_of_words(_words(appointment, "DESCRIPTION"))
    data = {
        "title": title or day,
        "date": day,
        "type": wish.event_type,
        **({"summary" if is_short(words) else "body": words} if words else {}),
        "needs_source": True,
        "imported": {"format": FORMAT, "place": number, "kept": dict(_kept(appointment))},
    }
    gathered.add("events", f"{day[:10]}-{words_of({wish.lang: title})}".strip("-[]./?~%"), data, place)


def _date(appointment: Any) -> str:
    """The date in EDTF; empty if there is none. A calendar's last day is the one before its end."""
    if own := _words(appointment, OWN_DATE):
        return Edtf.parse(own).text
    first = _moment_in(appointment, "DTSTART")
    if first is None:
        return ""
    last = _moment_in(appointment, "DTEND") or _after(appointment, first)
    first_day, last_day = _day(first), _day(last)
    if not isinstance(last, datetime) and last_day > first_day:
        last_day -= timedelta(days=1)
    if first_day != last_day:
        return Edtf.parse(f"{first_day.isoformat()}/{last_day.isoformat()}").text
    return _moment(first) if isinstance(first, datetime) else first.isoformat()


def _words(component: Any, key: str) -> str:
    """A text, or all texts of a property that stands there more than once."""
    value = component.get(key, "")
    return "\n\n".join(map(str, value)).strip() if isinstance(value, list) else str(value).strip()


def _moment_in(appointment: Any, key: str) -> date | datetime | None:
    from icalendar import vDDDTypes  # noqa: PLC0415 - loaded already, and slow to load

    if key not in appointment:
        return None
    value = appointment[key]
    if isinstance(value, vDDDTypes) and isinstance(value.dt, date):
        return value.dt
    raise _UnreadableError(appointment, key, A_MOMENT)


def _after(appointment: Any, first: date | datetime) -> date | datetime:
    """When an appointment ends that says how long it takes; its beginning, if it does not say it."""
    if "DURATION" not in appointment:
        return first
    from icalendar import vDDDTypes, vDuration  # noqa: PLC0415 - loaded already, and slow to load

    value = appointment["DURATION"]
    length = value.dt if isinstance(value, vDDDTypes | vDuration) else None
    if isinstance(length, timedelta):
        with suppress(OverflowError):
            return first + length
    raise _UnreadableError(appointment, "DURATION", A_DURATION)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _kept(component: Any) -> Iterator[tuple[str, Any]]:
    """All properties that have no field here, as they are written."""
    for key, value in component.items():
        if key not in TAKEN:
            values = value if isinstance(value, list) else [value]
            written = list(map(_as_written, values))
            yield key, written[0] if len(written) == 1 else written


def _as_written(value: Any) -> str:
    """A value in the notation of the file; one that could not be understood is in it already."""
    written = value.to_ical() if hasattr(value, "to_ical") else value
    return written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
