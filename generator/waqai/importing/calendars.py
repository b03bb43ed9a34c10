"""A calendar (iCalendar, RFC 5545) as a timeline: appointments as events, with all that they held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from waqai.authoring.ids import words_of
from waqai.dates import DateFault, Edtf
from waqai.exchange.import_faults import NO_DATE, NOT_READABLE, NOTHING
from waqai.exchange.slide_texts import is_short, markdown_of_words
from waqai.importing.gathered import Gathered, Progress, Wish, settings_of
from waqai.problems import Path

FORMAT = "ics"
OWN_DATE = "X-WAQAI-EDTF"
"""In which our own calendars keep a date as it is known."""
TAKEN = frozenset({"SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", OWN_DATE})


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    path: Path


def gather(data: bytes, name: str, wish: Wish, progress: Progress) -> Gathered:
    """Everything in the file; what has no field here is kept."""
    import icalendar  # noqa: PLC0415 - a quarter of a second

    try:
        calendar: Any = icalendar.Calendar.from_ical(data.decode("utf-8-sig"))
    except (ValueError, IndexError) as error:
        return Gathered({}, problems=[NOT_READABLE.at(name, format="iCalendar", reason=str(error))])
    title = str(calendar.get("X-WR-CALNAME") or calendar.get("NAME") or "").strip() or wish.title
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
    title = " ".join(str(appointment.get("SUMMARY", "")).split())
    try:
        day = _date(appointment)
    except DateFault as fault:
        gathered.problems.append(fault.fault.at(name, path=place.path, **fault.values))
        return
    if not day:
        gathered.problems.append(NO_DATE.at(name, path=place.path, entry=f"“{title}”"))
        return
    words = markdown_of_words(str(appointment.get("DESCRIPTION", "")))
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
    if own := appointment.get(OWN_DATE):
        return Edtf.parse(str(own)).text
    start, end = appointment.get("DTSTART"), appointment.get("DTEND")
    if start is None:
        return ""
    first: date | datetime = start.dt
    last = end.dt if end is not None else first + appointment["DURATION"].dt if "DURATION" in appointment else first
    first_day, last_day = _day(first), _day(last)
    if not isinstance(last, datetime) and last_day > first_day:
        last_day -= timedelta(days=1)
    if first_day != last_day:
        return Edtf.parse(f"{first_day.isoformat()}/{last_day.isoformat()}").text
    return _moment(first) if isinstance(first, datetime) else first.isoformat()


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _kept(component: Any) -> Iterator[tuple[str, Any]]:
    """All properties that have no field here, as they are written."""
    for key, value in component.items():
        if key not in TAKEN:
            values = value if isinstance(value, list) else [value]
            written = [each.to_ical().decode() if hasattr(each, "to_ical") else str(each) for each in values]
            yield key, written[0] if len(written) == 1 else written
